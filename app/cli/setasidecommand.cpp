#include "app/cli/commandline.h"
#include "storage/cachefile.h"
#include "storage/cachereader.h"
#include "storage/setaside.h"

#include <QDir>

namespace tokenledger::cli {

namespace {

/// Whether there is something wrong with it that anybody could see.
Result<void> checkDamaged(const QString& path) {
    const QString shown = QDir::toNativeSeparators(path);
    const auto reader = CacheReader::open(path);
    if (!reader && reader.error().kind != ErrorKind::Damaged) return failure(reader.error());
    if (!reader && (bearsCacheMark(path) || path.endsWith(u".tokenledger"))) return {};
    if (!reader) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("%1 cannot be told to be a Tokenledger cache, so it was left as it is. Add --yes "
                                      "to set it aside all the same.")
                           .arg(shown));
    }
    const auto findings = (*reader)->verify();
    if (!findings && findings.error().kind != ErrorKind::Damaged) return failure(findings.error());
    if (!findings || !findings->empty()) return {};
    return failure(ErrorKind::Usage, QStringLiteral("The cache %1 is sound, so it was left as it is. Add --yes to set "
                                                    "it aside all the same.")
                                         .arg(shown));
}

}  // namespace

Outcome runSetAside(const Context& context) {
    if (const auto alone = context.checkNoArguments(QStringLiteral("set-aside")); !alone) {
        return context.complain(alone.error());
    }
    if (!context.options.isSet(QStringLiteral("yes"))) {
        if (const auto sure = checkDamaged(context.composition.cachePath()); !sure) {
            return context.complain(sure.error());
        }
    }
    const auto kept = setCacheAside(context.composition.cachePath(), context.composition.clock().now());
    if (!kept) return context.complain(kept.error());
    context.out.line(
        QStringLiteral("Kept as %1. The next sync starts a fresh cache.").arg(QDir::toNativeSeparators(*kept)));
    return ExitCode::Done;
}

}  // namespace tokenledger::cli
