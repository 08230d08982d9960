// Writes an export: beside its target, then renamed into place, so that a failed export leaves the old file as it was.
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

namespace tokenledger {

/// A symbolic link stays, and its target is written. Devices (/dev/null, a terminal), pipes and /dev/stdout take the
/// bytes as they are. Error Usage when the path cannot be written (no such folder, a folder itself, no permission) or
/// must not be (a cache or a file beside it); Cache, whose exit code disk troubles have, when the disk is full or the
/// write failed. Each names the path and what to do.
[[nodiscard]] Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes);

}  // namespace tokenledger
