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
    DateRange wholeDays;                // see Overview
    std::optional<DateRange> compared;  // see Overview; each figure still needs all days of both
    Comparability costComparability = Comparability::NotAsked;
    Comparability usageComparability = Comparability::NotAsked;
    Comparability claudeCodeComparability = Comparability::NotAsked;
    std::vector<CostRow> cost;            // a day's rows by model, of the range and of its last month
    std::vector<CostRow> pairs;           // totals of the range by workspace, model
    std::vector<CostRow> wholeDaysPairs;  // the same of the whole days, where cost is comparable
    std::vector<CostRow> comparedPairs;   // and of the compared range
    /// A list a span: by day, workspace, model, service tier, context window; more days than are shown.
    std::vector<std::vector<UsageRow>> usage;
    PriceTable prices;

    [[nodiscard]] bool costCompares() const { return costComparability == Comparability::Yes; }
    [[nodiscard]] bool usageCompares() const { return usageComparability == Comparability::Yes; }
};

/// Whether a term passes the filters of its dimension.
[[nodiscard]] bool passes(const std::vector<DimensionFilter>& where, Dimension dimension, TermId term);

[[nodiscard]] Result<OverviewData> loadOverviewData(const CacheReader& cache, const OverviewRequest& request,
                                                    const PriceBook& prices);

}  // namespace tokenledger
