// Questions about files that may be caches, for those who are about to write one. Any thread.
#pragma once

#include <QString>

namespace tokenledger {

/// The file is a Tokenledger cache, of any version.
[[nodiscard]] bool isCacheFile(const QString& path);
/// The same of a damaged file, which SQLite does not open: only its mark is looked at. Not while this process has it
/// open, whose locks on it would be lost.
[[nodiscard]] bool bearsCacheMark(const QString& path);
/// isCacheFile, or it lies beside one as its log, shared memory or lock.
[[nodiscard]] bool belongsToCache(const QString& path);

}  // namespace tokenledger
