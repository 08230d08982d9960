#include "storage/database.h"

#include "app/core/texts.h"
#include "storage/sqlerror.h"
#include "storage/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUrl>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>

namespace tokenledger {

namespace {

constexpr auto OnlyUser = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int WriterBusyMs = 2'000;  // a reader's recovery or a checkpoint; the lock keeps other writers out
constexpr int ReaderBusyMs = 2'000;
constexpr int BesideBusyMs = 10'000;      // a page of a report being stored
constexpr qint64 SmallestDatabase = 512;  // bytes: one page of SQLite's smallest size

std::string utf8(const QString& text) { return text.toStdString(); }
QString shown(const QString& path) { return QDir::toNativeSeparators(path); }

tl::unexpected<Error> notOurs(const QString& path) {
    return failure(
        ErrorKind::Damaged,
        tr("%1 is not a Tokenledger cache, or its beginning is damaged; it was left as it is. Choose another "
           "file, or put a good copy in its place.")
            .arg(shown(path)));
}

enum class Identity { Empty, Ours, Foreign };

/// Reads only. Throws SQLITE_NOTADB for a file that is no database.
Identity identify(SQLite::Database& db) {
    const bool empty = singleInteger(db, "SELECT COUNT(*) FROM sqlite_master") == 0;
    const std::int64_t application = singleInteger(db, "PRAGMA application_id");
    if (application == CacheApplicationId) return empty ? Identity::Empty : Identity::Ours;
    const bool unmarked = application == 0 && singleInteger(db, "PRAGMA user_version") == 0;
    return empty && unmarked ? Identity::Empty : Identity::Foreign;
}

/// Views and triggers would run with our rights whatever somebody put into them; this program makes none.
bool hasForeignParts(SQLite::Database& db) {
    return singleInteger(db,
                         "SELECT COUNT(*) FROM sqlite_master WHERE type IN ('view', 'trigger') OR sql LIKE 'CREATE "
                         "VIRTUAL%'") > 0;
}

Result<void> checkNotNewer(SQLite::Database& db, const QString& path, int newest) {
    const std::int64_t version = singleInteger(db, "PRAGMA user_version");
    if (version <= newest) return {};
    return failure(ErrorKind::Cache,
                   tr("The cache %1 was made by a newer version of Tokenledger (its schema is %2, this version "
                      "knows up to %3). Update Tokenledger to open it.")
                       .arg(shown(path))
                       .arg(version)
                       .arg(newest));
}

/// From what the file system says, before the file is opened: opening a pipe would wait for its other end.
Result<void> checkKindOfFile(const QFileInfo& info, const QString& path) {
    if (info.isDir()) {
        return failure(ErrorKind::Cache, tr("%1 is a folder, not a cache file.").arg(shown(path)));
    }
    if (!info.exists()) return {};
    if (!info.isFile()) {
        return failure(
            ErrorKind::Cache,
            tr("%1 is a device, a pipe or a socket, not a cache file. Choose another file.").arg(shown(path)));
    }
    // SQLite takes a file of one byte for an empty one.
    if (info.size() > 0 && info.size() < SmallestDatabase) return notOurs(path);
    return {};
}

/// Creates a missing file empty and readable by the user only: SQLite gives its side files the same permissions.
Result<void> createFor(const QString& path, const QString& what) {
    if (QFileInfo::exists(path)) return {};
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OnlyUser) || QFileInfo::exists(path)) return {};
    return failure(ErrorKind::Cache, tr("%1 %2 could not be created: %3.").arg(what, shown(path), file.errorString()));
}

void hardenConnection(SQLite::Database& db) {
    sqlite3_extended_result_codes(db.getHandle(), 1);
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // A cache may come from somebody else: nothing in its schema may call functions with side effects.
    db.exec("PRAGMA trusted_schema = OFF");
}

/// What is written into the file when it is made.
void setUpFile(SQLite::Database& db) {
    db.exec("PRAGMA page_size = 8192");
    db.exec("PRAGMA application_id = " + std::to_string(CacheApplicationId));
}

/// FULL costs one flush a page of the report and keeps every committed page through a power loss; NORMAL would only
/// keep the file consistent.
Result<void> setUpWriter(SQLite::Database& db, const QString& path) {
    Statement journal(db, "PRAGMA journal_mode = WAL");
    if (!journal.step() || journal.text(0) != "wal") {
        return failure(ErrorKind::Cache, tr("The folder of %1 is on a file system that cannot hold a cache (no "
                                            "shared memory). Choose a folder on a local disk.")
                                             .arg(shown(path)));
    }
    journal.reset();
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA foreign_keys = ON");
    db.exec("PRAGMA secure_delete = OFF");
    db.exec("PRAGMA temp_store = MEMORY");
    db.exec("PRAGMA cache_size = -65536");        // KiB
    db.exec("PRAGMA wal_autocheckpoint = 2000");  // pages: the log stays around 16 MB
    db.exec("PRAGMA journal_size_limit = 33554432");
    return {};
}

Result<void> backUp(SQLite::Database& db, const QString& path, std::int64_t version) {
    const QString target = QStringLiteral("%1.schema-%2.backup").arg(path).arg(version);
    const QString unfinished = target + u".part";
    const auto removeUnfinished = [&unfinished] {
        for (const char* ending : {"", "-journal"}) QFile::remove(unfinished + QLatin1String(ending));
    };
    removeUnfinished();
    const auto nothingHalf = qScopeGuard(removeUnfinished);  // a full disk must not be filled by this
    if (auto created = createFor(unfinished, tr("The backup")); !created) return created;
    {
        SQLite::Database copy(utf8(unfinished), SQLite::OPEN_READWRITE);
        SQLite::Backup backup(copy, db);
        backup.executeStep(-1);
    }
    QFile::remove(target);
    if (!QFile::rename(unfinished, target)) {
        return failure(ErrorKind::Cache,
                       tr("The backup %1 could not be written, so the cache was left as it is.").arg(shown(target)));
    }
    return {};
}

Result<QString> prepareFile(const QString& path) {
    const QFileInfo info(path);
    if (auto sound = checkKindOfFile(info, path); !sound) return failure(sound.error());
    const QString folder = info.absolutePath();
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::Cache,
                       tr("The folder %1 could not be created. Check that you may write there.").arg(shown(folder)));
    }
    if (auto created = createFor(info.absoluteFilePath(), tr("The cache")); !created) {
        return failure(created.error());
    }
    const QString resolved = QFileInfo(info.absoluteFilePath()).canonicalFilePath();
    return resolved.isEmpty() ? info.absoluteFilePath() : resolved;
}

/// Refuses a foreign or newer file before anything is written to it or beside it.
Result<void> checkBeforeWriting(SQLite::Database& db, const QString& path) {
    if (sqlite3_db_readonly(db.getHandle(), "main") == 1) {
        return failure(ErrorKind::Cache,
                       tr("The cache %1 may not be written: the file is read-only. Change its permissions, or open "
                          "it read-only.")
                           .arg(shown(path)));
    }
    if (identify(db) == Identity::Foreign || hasForeignParts(db)) return notOurs(path);
    return checkNotNewer(db, path, newestSchemaVersion());
}

std::unique_ptr<SQLite::Database> openForReading(const QString& path, bool immutable) {
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) %
                        QLatin1String(immutable ? "?mode=ro&immutable=1" : "?mode=ro");
    auto db = std::make_unique<SQLite::Database>(
        utf8(uri), SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX, ReaderBusyMs);
    hardenConnection(*db);
    db->exec("PRAGMA query_only = ON");
    db->exec("PRAGMA temp_store = MEMORY");
    db->exec("PRAGMA cache_size = -65536");
    return db;
}

bool isDiskFull(const SQLite::Exception& exception) {
    return exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE || (exception.getErrorCode() & 0xFF) == SQLITE_FULL;
}

/// The first read of a file in a folder that cannot be written, or on a full disk, fails with one of these when it uses
/// a write-ahead log.
bool cannotShareMemory(const SQLite::Exception& exception) {
    const int code = exception.getErrorCode() & 0xFF;
    return code == SQLITE_CANTOPEN || code == SQLITE_READONLY || isDiskFull(exception);
}

Result<void> checkForReading(SQLite::Database& db, const QString& path) {
    switch (identify(db)) {
        case Identity::Foreign:
            return notOurs(path);
        case Identity::Empty:
            return failure(ErrorKind::Cache,
                           tr("The cache %1 is empty: nothing was ever synced into it.").arg(shown(path)));
        case Identity::Ours:
            if (hasForeignParts(db)) return notOurs(path);
            break;
    }
    if (auto known = checkNotNewer(db, path, newestSchemaVersion()); !known) return known;
    if (singleInteger(db, "PRAGMA user_version") < newestSchemaVersion()) {
        return failure(ErrorKind::Cache, tr("The cache %1 is from an older version of Tokenledger. Open it once with "
                                            "write access, for example with a sync, so that it is brought up to date.")
                                             .arg(shown(path)));
    }
    return {};
}

Result<void> checkReadable(const QString& path) {
    const QFileInfo info(path);
    if (auto sound = checkKindOfFile(info, path); !sound) return sound;
    if (!info.exists()) {
        return failure(ErrorKind::Cache,
                       tr("There is no cache at %1. Sync first, or check the path.").arg(shown(path)));
    }
    if (!info.isReadable()) {
        return failure(ErrorKind::Cache,
                       tr("You may not read the cache %1. Change its permissions, or ask its owner.").arg(shown(path)));
    }
    return {};
}

}  // namespace

Result<WriterLock> WriterLock::take(const QString& cachePath) {
    const QString path = cachePath + u".lock";
    if (auto created = createFor(path, tokenledger::tr("The lock file")); !created) return failure(created.error());
    return guarded(path, [&]() -> Result<WriterLock> {
        auto file = std::make_unique<SQLite::Database>(utf8(path), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
        try {
            file->exec("PRAGMA journal_mode = MEMORY");  // no second file: nothing is ever written
            file->exec("BEGIN EXCLUSIVE");
        } catch (const SQLite::Exception& exception) {
            if ((exception.getErrorCode() & 0xFF) != SQLITE_BUSY) throw;
            return failure(ErrorKind::Cache,
                           tokenledger::tr(
                               "Another window or sync is writing to the cache %1. Wait until it is done, or close it.")
                               .arg(shown(cachePath)));
        }
        return WriterLock(std::move(file));
    });
}

Result<void> migrate(SQLite::Database& db, const QString& path, std::span<const Migration> migrations) {
    return guarded(path, [&]() -> Result<void> {
        const std::int64_t before = singleInteger(db, "PRAGMA user_version");
        if (migrations.empty() || before >= migrations.back().version) return {};
        if (before > 0) {
            if (auto saved = backUp(db, path, before); !saved) return saved;
        }
        for (const Migration& migration : migrations) {
            if (migration.version <= before) continue;
            SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
            db.exec(migration.sql);
            db.exec("PRAGMA user_version = " + std::to_string(migration.version));
            transaction.commit();
        }
        return {};
    });
}

Result<WritableCache> openWritable(const QString& path) {
    Result<QString> file = prepareFile(path);
    if (!file) return failure(file.error());
    return guarded(*file, [&]() -> Result<WritableCache> {
        auto db = std::make_unique<SQLite::Database>(utf8(*file), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                                                     WriterBusyMs);
        hardenConnection(*db);
        if (auto sound = checkBeforeWriting(*db, *file); !sound) return failure(sound.error());
        Result<WriterLock> lock = WriterLock::take(*file);
        if (!lock) return failure(lock.error());
        // Again, now that no other writer can change it.
        if (auto sound = checkBeforeWriting(*db, *file); !sound) return failure(sound.error());
        if (identify(*db) == Identity::Empty) setUpFile(*db);
        if (auto ready = setUpWriter(*db, *file); !ready) return failure(ready.error());
        if (auto migrated = migrate(*db, *file, cacheMigrations()); !migrated) return failure(migrated.error());
        return WritableCache{std::move(*lock), std::move(db), *file};
    });
}

Result<std::unique_ptr<SQLite::Database>> openReadOnly(const QString& path) {
    if (auto readable = checkReadable(path); !readable) return failure(readable.error());
    const QString file = QFileInfo(path).canonicalFilePath();
    return guarded(file, [&]() -> Result<std::unique_ptr<SQLite::Database>> {
        std::unique_ptr<SQLite::Database> db;
        try {
            db = openForReading(file, false);
            identify(*db);
        } catch (const SQLite::Exception& exception) {
            if (!cannotShareMemory(exception)) throw;
            if (QFileInfo(file + u"-wal").size() > 0) {
                if (isDiskFull(exception)) throw;
                return failure(
                    ErrorKind::Cache,
                    tr("The cache %1 lies in a folder that cannot be written, and its last changes are still "
                       "in the file beside it (-wal). Copy both into a folder of your own and open the copy.")
                        .arg(shown(file)));
            }
            db = openForReading(file, true);
        }
        if (auto sound = checkForReading(*db, file); !sound) return failure(sound.error());
        return db;
    });
}

Result<std::unique_ptr<SQLite::Database>> openBesideWriter(const QString& path) {
    if (auto readable = checkReadable(path); !readable) return failure(readable.error());
    const QString file = QFileInfo(path).canonicalFilePath();
    return guarded(file, [&]() -> Result<std::unique_ptr<SQLite::Database>> {
        auto db =
            std::make_unique<SQLite::Database>(utf8(file), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, BesideBusyMs);
        hardenConnection(*db);
        if (auto sound = checkBeforeWriting(*db, file); !sound) return failure(sound.error());
        if (auto sound = checkForReading(*db, file); !sound) return failure(sound.error());
        db->exec("PRAGMA synchronous = FULL");
        return db;
    });
}

void mergeLog(SQLite::Database& db) {
    // Not done is not an error: the log is merged by whoever opens the file next.
    sqlite3_wal_checkpoint_v2(db.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

void giveSpaceBack(SQLite::Database& db) {
    try {
        db.exec("PRAGMA temp_store = FILE");  // the copy that it makes is as large as the cache
        db.exec("VACUUM");
    } catch (const SQLite::Exception&) {
        // No room for the copy, or interrupted. The free pages are used again by what comes next.
    }
    db.exec("PRAGMA temp_store = MEMORY");
    sqlite3_busy_timeout(db.getHandle(), 0);  // a reader that is in the way is not waited for
    mergeLog(db);
    sqlite3_busy_timeout(db.getHandle(), WriterBusyMs);
}

void removeEmptyLog(const QString& path) {
    const QFileInfo log(path + u"-wal");
    if (!log.exists() || log.size() > 0) return;
    // A connection that may write does it when it closes, if it is the last one; only SQLite's locks can tell.
    try {
        SQLite::Database db(utf8(path), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
        identify(db);
    } catch (const SQLite::Exception&) {
        // Then the files stay; they are empty, and the next writer takes them away.
    }
}

}  // namespace tokenledger
