// From the Overview to what charts and tables show. Pure.
#pragma once

#include "app/reports/overview.h"
#include "charts/chartdata.h"
#include "charts/modelcolours.h"
#include "ui/models/displaytable.h"

namespace tokenledger {

/// All model ids of an Overview, for ModelColours::assign.
[[nodiscard]] QStringList modelIds(const Overview& overview);

[[nodiscard]] CostTrendData costTrendData(const Overview& overview, const ModelColours& colours);
[[nodiscard]] ModelDonutData modelDonutData(const Overview& overview, const ModelColours& colours);
[[nodiscard]] CacheEfficiencyData cacheEfficiencyData(const Overview& overview);

// The same figures as tables.
[[nodiscard]] DisplayTable costTrendTable(const Overview& overview);
[[nodiscard]] DisplayTable modelDistributionTable(const Overview& overview);
[[nodiscard]] DisplayTable cacheEfficiencyTable(const Overview& overview);
[[nodiscard]] DisplayTable changesTable(const Overview& overview);

/// "USD a day", "USD a week, weeks begin on Monday", "USD a month".
[[nodiscard]] QString costSubtitle(Interval interval, const DateRange& range, bool withPriorityTier);
/// "share of $1,234.56".
[[nodiscard]] QString shareSubtitle(const Overview& overview);
/// "workspace and model, against 21 Sep – 20 Oct"; with the days that are compared where these are not all.
[[nodiscard]] QString changesSubtitle(const Overview& overview);

}  // namespace tokenledger
