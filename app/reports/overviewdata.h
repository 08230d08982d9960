// What buildOverview computes from: the rows of few queries. Private to app/reports.
#pragma once

#include "app/reports/coverageview.h"
#include "app/reports/overview.h"

namespace tokenledger {

/// keys of `cost`: workspace, model. keys of `usage`: workspace, model, service tier, context window. All by day and
/// filtered as asked. The days are those of the range, of its last month, and of `compared`.
struct OverviewData {
    CoverageView costDays;
    CoverageView usageDays;
    CoverageView claudeCodeDays;
    std::optional<DateRange> compared;  // what the comparison asks for; each figure still needs all its days
    std::vector<CostRow> cost;
    std::vector<UsageRow> usage;
    PriceTable prices;
};

[[nodiscard]] Result<OverviewData> loadOverviewData(const CacheReader& cache, const OverviewRequest& request,
                                                    const PriceBook& prices);

}  // namespace tokenledger
