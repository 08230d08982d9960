// The technical log of --log: Qt's messages of this program's categories, appended line by line. Never the key.
#pragma once

#include "app/core/result.h"

namespace tokenledger {

/// What must not become a log.
struct KeptFiles {
    QString cache;
    QString key;  // may be empty, or "-"
};

/// Installs the message handler. Without a path only warnings are shown, on standard error. Error Usage.
[[nodiscard]] Result<void> installLog(const QString& path, const KeptFiles& kept);

}  // namespace tokenledger
