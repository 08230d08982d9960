// A damaged cache makes room for a fresh one, and is kept. Any thread; may wait for the disk.
#pragma once

#include "app/core/result.h"

#include <QDateTime>

namespace tokenledger {

/// Renames the cache to "<path>.damaged-<day>-<time>", with the log that belongs to it, also when it can no longer be
/// told to be one. Returns the new path; or Error Cache, and everything stays, when the file is another program's
/// database, a newer version's cache, is being written to, or cannot be renamed.
[[nodiscard]] Result<QString> setCacheAside(const QString& path, const QDateTime& now);

}  // namespace tokenledger
