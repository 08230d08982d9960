#include "storage/cacheremoval.h"

#include "app/core/texts.h"
#include "storage/cachefile.h"
#include "storage/database.h"
#include "storage/sqlerror.h"
#include "storage/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace tokenledger {

namespace {

QString shown(const QString& path) { return QDir::toNativeSeparators(path); }

tl::unexpected<Error> isOpen(const QString& path) {
    return failure(ErrorKind::Cache, tr("The cache %1 is open in another window or program, so it was not "
                                        "deleted. Close it there first.")
                                         .arg(shown(path)));
}

/// Leaving the log mode takes the whole file, which no other connection may have open then.
bool takeAlone(SQLite::Database& db) {
    db.exec("PRAGMA locking_mode = EXCLUSIVE");
    try {
        Statement journal(db, "PRAGMA journal_mode = DELETE");
        if (!journal.step() || journal.text(0) != "delete") return false;
        journal.reset();
        db.exec("BEGIN EXCLUSIVE");
    } catch (const SQLite::Exception& exception) {
        if ((exception.getErrorCode() & 0xFF) != SQLITE_BUSY) throw;
        return false;
    }
    return true;
}

Result<void> removeFile(const QString& path) {
    QFile file(path);
    if (!file.exists() || file.remove()) return {};
    return failure(ErrorKind::Cache, tr("%1 could not be deleted: %2.").arg(shown(path), file.errorString()));
}

Result<void> removeAll(const QFileInfo& cache) {
    if (auto removed = removeFile(cache.filePath()); !removed) return removed;
    QStringList beside{QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal"),
                       QStringLiteral(".lock")};
    for (const QString& name : cache.dir().entryList(QDir::Files)) {
        const QString rest = name.mid(cache.fileName().size());
        if (!name.startsWith(cache.fileName())) continue;
        if (rest.startsWith(u".schema-") || rest.startsWith(u".damaged-")) beside.append(rest);
    }
    for (const QString& ending : beside) {
        if (auto removed = removeFile(cache.filePath() + ending); !removed) return removed;
    }
    return {};
}

}  // namespace

Result<void> removeCache(const QString& path) {
    const QFileInfo given(path);
    if (!given.exists()) return {};
    const QFileInfo cache(given.canonicalFilePath());
    const bool empty = cache.isFile() && cache.size() == 0;  // made for a first sync that brought nothing
    if (!empty && !isCacheFile(cache.filePath())) {
        return failure(ErrorKind::Cache, tr("%1 is not a Tokenledger cache; it was left as it is.").arg(shown(path)));
    }
    return guarded(cache.filePath(), [&]() -> Result<void> {
        const Result<WriterLock> lock = WriterLock::take(cache.filePath());
        if (!lock) return failure(lock.error());
        SQLite::Database db(cache.filePath().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
        // Held until the file is gone, so that nobody opens it in between.
        if (!takeAlone(db)) return isOpen(cache.filePath());
        if (auto removed = removeAll(cache); !removed) return removed;
        return given.isSymLink() ? removeFile(given.filePath()) : Result<void>();
    });
}

}  // namespace tokenledger
