// The invariants of a cache, checked one by one; each violation is one sentence.
#pragma once

#include "storage/cachetypes.h"

#include <SQLiteCpp/Database.h>

namespace tokenledger {

/// Throws what SQLite throws when it was interrupted, also when `progress` says so; damage becomes findings.
[[nodiscard]] std::vector<VerifyFinding> verifyCache(SQLite::Database& db, const Progress& progress);

}  // namespace tokenledger
