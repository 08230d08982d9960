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
enum class CacheRows { All, Losing };
/// A row a group, or those that lose money, without the total. A row's key is made of its values' ids.
[[nodiscard]] DisplayTable cacheGroupsTable(const CacheBreakdown& breakdown, CacheRows which = CacheRows::All);
/// The row with this key; null: it is not there.
[[nodiscard]] const CacheBreakdown::Row* cacheRowOf(const CacheBreakdown& breakdown, const QString& key);
/// The same with every digit, for a file; columns that the report "cache" has too are named as there.
[[nodiscard]] Table cacheGroupsExport(const CacheBreakdown& breakdown);

}  // namespace tokenledger
