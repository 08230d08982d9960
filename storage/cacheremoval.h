// Deleting a cache for good. Any thread; may wait for the disk.
#pragma once

#include "app/core/result.h"

namespace tokenledger {

/// Deletes the cache with what lies beside it: log, lock, the backups of its older schemas, and damaged
/// caches that were set aside from its place. What is not there is
/// done already. Error Cache, and everything stays, when it is open anywhere, in this program too, or is no cache.
[[nodiscard]] Result<void> removeCache(const QString& path);

}  // namespace tokenledger
