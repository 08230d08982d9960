// A damaged cache makes room for a fresh one, and is kept. Any thread; may wait for the disk.
#pragma once

#include "app/core/result.h"

#include <QDateTime>

namespace tokenledger {

/// Renames the cache to "<path>.damaged-<day>-<time>", with the log that belongs to it, whatever is in it: whether that
/// is wanted the caller has asked. Returns the new path; or Error Cache, and everything stays, when it is being written
/// to or cannot be renamed.
[[nodiscard]] Result<QString> setCacheAside(const QString& path, const QDateTime& now);

}  // namespace tokenledger
