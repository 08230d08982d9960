// The technical log of --log: Qt's messages of this program's categories, appended line by line. Never the key.
#pragma once

#include "app/core/result.h"

namespace tokenledger {

/// Installs the message handler. Without a path only warnings are shown, on standard error. Error Usage.
[[nodiscard]] Result<void> installLog(const QString& path);

}  // namespace tokenledger
