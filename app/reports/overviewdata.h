// What buildOverview computes from: the rows of few queries. Private to app/reports.
#pragma once

#include "app/reports/coverageview.h"
#include "app/reports/overview.h"

namespace tokenledger {

/// The cost is filtered as asked; usage is not: filter it by workspace and model. Each query is one that the cache
/// keeps sums for: days by model, totals by workspace and model.
struct OverviewData {
    CoverageView costDays;
    CoverageView usageDays;
    CoverageView claudeCodeDays;
    std::optional<DateRange> compared;  // what the comparison asks for; each figure still needs all its days
    bool costCompares = false;          // the bill of every compared day is there
    bool usageCompares = false;
    std::vector<CostRow> cost;           // a day's rows by model, of the range and of its last month
    std::vector<CostRow> pairs;          // totals of the range by workspace, model
    std::vector<CostRow> comparedPairs;  // the same of the compared range
    /// A list a span: by day, workspace, model, service tier, context window; more days than are shown.
    std::vector<std::vector<UsageRow>> usage;
    PriceTable prices;
};

/// Whether a term passes the filters of its dimension.
[[nodiscard]] bool passes(const std::vector<DimensionFilter>& where, Dimension dimension, TermId term);

[[nodiscard]] Result<OverviewData> loadOverviewData(const CacheReader& cache, const OverviewRequest& request,
                                                    const PriceBook& prices);

}  // namespace tokenledger
