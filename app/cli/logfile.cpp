#include "app/cli/logfile.h"

#include "app/export/harmlesstext.h"
#include "storage/cachefile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <atomic>
#include <cstdio>
#include <sys/stat.h>

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
                 QString::fromLatin1(context.category != nullptr ? context.category : "default"), harmless(message))
            .toUtf8();
    const auto size = static_cast<std::size_t>(line.size());
    const bool written = std::fwrite(line.constData(), 1, size, target) == size && std::fflush(target) == 0;
    static std::atomic<bool> said = false;
    if (written || target == stderr || said.exchange(true)) return;
    std::fputs("tokenledger-cli: The log could not be written and is not complete; the work itself goes on.\n", stderr);
}

bool areSame(const QString& a, const QString& b) {
    struct stat first = {};
    struct stat second = {};
    const bool exist =
        ::stat(QFile::encodeName(a).constData(), &first) == 0 && ::stat(QFile::encodeName(b).constData(), &second) == 0;
    if (exist) return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
    const auto place = [](const QString& path) {
        const QFileInfo info(path);
        return qMakePair(QFileInfo(info.absolutePath()).canonicalFilePath(), info.fileName());
    };
    return place(a) == place(b);
}

Result<void> checkTarget(const QString& path, const KeptFiles& kept) {
    const auto refused = [&path](const QString& what) {
        return failure(
            ErrorKind::Usage,
            QStringLiteral("The log cannot be written into \"%1\", which %2. Choose another file.").arg(path, what));
    };
    if (!kept.key.isEmpty() && areSame(path, kept.key)) return refused(QStringLiteral("holds the key"));
    const QString real = QFileInfo(path).exists() ? QFileInfo(path).canonicalFilePath() : path;
    bool isCache = belongsToCache(real);
    // The cache may not be there yet.
    for (const char* ending : {"", "-wal", "-shm", "-journal", ".lock"}) {
        isCache = isCache || areSame(path, kept.cache + QLatin1String(ending));
    }
    if (isCache) return refused(QStringLiteral("belongs to a cache"));
    return {};
}

}  // namespace

Result<void> installLog(const QString& path, const KeptFiles& kept) {
    if (!path.isEmpty()) {
        if (const auto allowed = checkTarget(path, kept); !allowed) return allowed;
        logFile = std::fopen(QFile::encodeName(path).constData(), "ae");
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
