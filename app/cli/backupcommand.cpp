#include "app/cli/commandline.h"
#include "storage/cachereader.h"

#include <QDir>

namespace tokenledger::cli {

Outcome runBackup(const Context& context) {
    if (context.arguments.size() != 1 || context.arguments.front().isEmpty()) {
        return context.complain(
            {ErrorKind::Usage, QStringLiteral("backup takes the name of the file to make, and nothing else."), {}});
    }
    const QString target = QDir().absoluteFilePath(context.arguments.front());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    if (const auto made = (*reader)->backUp(target); !made) return context.complain(made.error());
    context.out.line(QStringLiteral("Backed up to %1.").arg(QDir::toNativeSeparators(target)));
    return ExitCode::Done;
}

}  // namespace tokenledger::cli
