// Questions about files that may be caches, for those who are about to write one. Any thread.
#pragma once

#include <QString>

namespace tokenledger {

/// The file is a Tokenledger cache, of any version.
[[nodiscard]] bool isCacheFile(const QString& path);
/// The same, or it lies beside one as its log, shared memory or lock.
[[nodiscard]] bool belongsToCache(const QString& path);

}  // namespace tokenledger
