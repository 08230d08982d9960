// A line for the audit log from a program that does not hold the cache's lock: an export while a window is open.
#pragma once

#include "storage/ledgertypes.h"

namespace tokenledger {

/// Waits some seconds for a writer's transaction under way. Error Cache when the cache cannot be written, is of another
/// schema, or is not there: nothing is created or brought up to date for it.
[[nodiscard]] Result<void> appendAudit(const QString& cachePath, const AuditEntry& entry);

}  // namespace tokenledger
