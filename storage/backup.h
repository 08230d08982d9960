// A copy of a cache that can be given away or kept: SQLite's online backup into a file of its own.
#pragma once

#include "storage/cachetypes.h"

#include <SQLiteCpp/Database.h>

namespace tokenledger {

/// Copies what `db` shows, which a transaction around this holds still, to `target`. The file appears under its name
/// when it is whole and on the disk; until then it is "<target>.part". An existing file is never replaced.
[[nodiscard]] Result<void> backUpCache(SQLite::Database& db, const QString& source, const QString& target,
                                       const Progress& progress);

}  // namespace tokenledger
