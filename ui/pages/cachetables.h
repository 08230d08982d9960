// From a CacheBreakdown to what the Cache efficiency page's chart, tables and CSV files are given. Pure.
#pragma once

#include "app/reports/cachebreakdown.h"
#include "app/reports/table.h"
#include "charts/chartdata.h"
#include "ui/models/displaytable.h"

namespace tokenledger {

[[nodiscard]] CacheEfficiencyData cacheChartData(const CacheBreakdown& breakdown);
/// The chart's figures, a row a period.
[[nodiscard]] DisplayTable cacheChartTable(const CacheBreakdown& breakdown);
/// A row a group. Its key is the row's place in CacheBreakdown::rows; the total has none.
[[nodiscard]] DisplayTable cacheGroupsTable(const CacheBreakdown& breakdown);
/// The same with every digit, for a file; columns that the report "cache" has too are named as there.
[[nodiscard]] Table cacheGroupsExport(const CacheBreakdown& breakdown);

}  // namespace tokenledger
