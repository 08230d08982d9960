// Opening a cache file: every pragma, the identity check, migration and the writer's lock are here.
#pragma once

#include "app/core/result.h"
#include "storage/schema.h"

#include <SQLiteCpp/Database.h>
#include <memory>

namespace tokenledger {

/// Held by the one writer of a cache. It is a lock of the operating system on a file beside the cache, taken through
/// SQLite so that it is the same on every platform: it ends with the process, also on kill -9, and a lock file left
/// behind means nothing. (A file with a process id in it would outlive the process, and ids are used again.)
class WriterLock {
public:
    /// Error Cache when another writer holds it.
    [[nodiscard]] static Result<WriterLock> take(const QString& cachePath);

private:
    explicit WriterLock(std::unique_ptr<SQLite::Database> file) : m_file(std::move(file)) {}
    std::unique_ptr<SQLite::Database> m_file;
};

struct WritableCache {
    WriterLock lock;  // before the database: released after it is closed
    std::unique_ptr<SQLite::Database> db;
    QString path;  // symbolic links resolved, so that two names of one file share one lock
};

/// Creates the file and its folder when missing (readable by the user only), backs up and migrates an older schema.
[[nodiscard]] Result<WritableCache> openWritable(const QString& path);

/// Opens without writing anything. In a folder where SQLite cannot keep its shared memory the file is read as
/// unchangeable, which is only right while no write-ahead log with content lies beside it.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openReadOnly(const QString& path);

/// For one small transaction, also while a writer holds its lock; a reader's or writer's own transaction is waited for.
/// Error Cache when there is no cache of this version's schema that may be written.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openBesideWriter(const QString& path);

/// Merges the write-ahead log into the file, so that a copy of the file alone is complete. As far as readers allow.
void mergeLog(SQLite::Database& db);

/// Makes the file as small as what is in it. As far as the disk and readers allow.
void giveSpaceBack(SQLite::Database& db);

/// After a reader is closed: takes away the empty log and shared memory that it needed, unless others use them.
void removeEmptyLog(const QString& path);

/// Brings the schema from its user_version to the last of `migrations`, each step in its own transaction. A cache that
/// already has a schema is first copied to "<path>.schema-<version>.backup".
[[nodiscard]] Result<void> migrate(SQLite::Database& db, const QString& path, std::span<const Migration> migrations);

}  // namespace tokenledger
