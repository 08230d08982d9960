#include "storage/backup.h"

#include "app/core/texts.h"
#include "storage/sqlerror.h"
#include "storage/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <SQLiteCpp/Backup.h>

namespace tokenledger {

namespace {

constexpr auto OnlyUser = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int PagesPerStep = 512;  // 4 MB: often enough to be stopped, seldom enough to cost nothing

QString shown(const QString& path) { return QDir::toNativeSeparators(path); }

Result<void> checkTarget(const QString& target) {
    const QFileInfo info(target);
    if (target.isEmpty() || info.isDir()) {
        return failure(ErrorKind::Usage, tr("%1 is a folder; name a file for the backup.").arg(shown(target)));
    }
    if (!QFileInfo(info.absolutePath()).isDir()) {
        return failure(ErrorKind::Usage,
                       tr("There is no folder %1; create it or choose another.").arg(shown(info.absolutePath())));
    }
    if (info.exists() || info.isSymLink()) {
        return failure(
            ErrorKind::Usage,
            tr("%1 is there already. A backup never replaces a file; choose another name.").arg(shown(target)));
    }
    // SQLite would take a log that lies beside the file for the file's own.
    for (const char* ending : {"-wal", "-journal"}) {
        const QString beside = target + QLatin1String(ending);
        if (!QFileInfo::exists(beside)) continue;
        return failure(ErrorKind::Usage,
                       tr("%1 is left over from another file of this name; choose another name.").arg(shown(beside)));
    }
    return {};
}

Result<void> copyPages(SQLite::Database& db, const QString& unfinished, const Progress& progress) {
    SQLite::Database copy(unfinished.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
    // The transaction around this begins with its first read; from then on every step copies the same state.
    Statement(db, "SELECT 1 FROM meta").run();
    SQLite::Backup backup(copy, db);
    for (int code = SQLITE_OK; code != SQLITE_DONE;) {
        code = backup.executeStep(PagesPerStep);
        const int total = backup.getTotalPageCount();
        if (!progress(total - backup.getRemainingPageCount(), total)) return failure(cancelledError());
    }
    return {};
}

}  // namespace

Result<void> backUpCache(SQLite::Database& db, const QString& source, const QString& target, const Progress& progress) {
    if (auto free = checkTarget(target); !free) return free;
    const QString unfinished = target + u".part";
    QFile::remove(unfinished);
    {
        QFile file(unfinished);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OnlyUser)) {
            return failure(
                ErrorKind::Usage,
                tr("The backup %1 could not be created; check that you may write to its folder.").arg(shown(target)),
                file.errorString());
        }
    }
    Result<void> done;
    try {
        done = copyPages(db, unfinished, progress);
    } catch (const SQLite::Exception& exception) {
        const bool ofSource = (exception.getErrorCode() & 0xFF) == SQLITE_CORRUPT;
        done = failure(cacheError(exception, ofSource ? source : target));
    }
    if (done && !QFile::rename(unfinished, target)) {
        done =
            failure(ErrorKind::Usage,
                    tr("%1 is there already. A backup never replaces a file; choose another name.").arg(shown(target)));
    }
    if (!done) QFile::remove(unfinished);
    return done;
}

}  // namespace tokenledger
