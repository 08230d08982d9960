#include "app/cli/commandline.h"
#include "storage/setaside.h"

#include <QDir>

namespace tokenledger::cli {

Outcome runSetAside(const Context& context) {
    if (const auto alone = context.checkNoArguments(QStringLiteral("set-aside")); !alone) {
        return context.complain(alone.error());
    }
    const auto kept = setCacheAside(context.composition.cachePath(), context.composition.clock().now());
    if (!kept) return context.complain(kept.error());
    context.out.line(
        QStringLiteral("Kept as %1. The next sync starts a fresh cache.").arg(QDir::toNativeSeparators(*kept)));
    return ExitCode::Done;
}

}  // namespace tokenledger::cli
