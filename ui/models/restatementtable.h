// The report "restatements" as a table of the window: what changed in final days, the newest first. Pure.
#pragma once

#include "app/reports/table.h"
#include "ui/models/displaytable.h"

namespace tokenledger {

/// Rows that the window shows; an export has all.
inline constexpr std::size_t MostRestatements = 2'000;

[[nodiscard]] DisplayTable restatementTable(const Table& report);

}  // namespace tokenledger
