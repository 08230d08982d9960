#include "app/cli/logfile.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <cstdio>

namespace tokenledger {

namespace {

std::FILE* logFile = nullptr;

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const bool important = type != QtDebugMsg && type != QtInfoMsg;
    std::FILE* target = logFile != nullptr ? logFile : (important ? stderr : nullptr);
    if (target == nullptr) return;
    const QByteArray line =
        QStringLiteral("%1 %2 %3\n")
            .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                 QString::fromLatin1(context.category != nullptr ? context.category : "default"), message)
            .toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), target);
    std::fflush(target);
}

}  // namespace

Result<void> installLog(const QString& path) {
    if (!path.isEmpty()) {
        logFile = std::fopen(path.toLocal8Bit().constData(), "ae");
        if (logFile == nullptr) {
            return failure(ErrorKind::Usage,
                           QStringLiteral("The log file %1 cannot be written: %2.").arg(path, qt_error_string(errno)));
        }
        QLoggingCategory::setFilterRules(QStringLiteral("tokenledger.*=true"));
    }
    qInstallMessageHandler(handle);
    return {};
}

}  // namespace tokenledger
