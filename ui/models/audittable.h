// The report "audit-log" as a table of the window: who did what and when, the newest first. Pure.
#pragma once

#include "app/reports/table.h"
#include "ui/models/displaytable.h"

namespace tokenledger {

/// Rows that the window shows; an export has all.
inline constexpr std::size_t MostAuditEntries = 2'000;

[[nodiscard]] DisplayTable auditTable(const Table& report);

}  // namespace tokenledger
