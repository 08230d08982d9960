// Everything the Cache efficiency page shows: hit ratio and tokens over time, and what caching saved or cost by one or
// two dimensions of the usage. Built by buildCacheBreakdown in the reader's thread.
#pragma once

#include "app/analysis/cachesavings.h"
#include "app/reports/costbreakdown.h"
#include "app/reports/pricechanges.h"

namespace tokenledger {

struct CacheBreakdownRequest {
    DateRange range;
    Interval interval = Interval::Day;                                     // Day, Week or Month
    std::vector<DimensionFilter> where;                                    // by dimensions of the report "cache"
    std::vector<Dimension> by = {Dimension::Workspace, Dimension::Model};  // of a row: one or two dimensions of it
    std::optional<DateRange> selected;  // days of `range`: the table is of these alone
};

struct CacheBreakdown : ChartPeriods {
    /// The days of a part of the picture.
    struct Span {
        DateRange days;
        Completeness usage;
        Completeness cost;   // of the bills that make prices
        QDateTime asOf;      // newest fetch of the usage; invalid: none
        QDateTime costAsOf;  // the same of these bills
        CacheSavings savings;
        int groups = 0;        // rows that use the cache
        int losingGroups = 0;  // of these, net saving below zero
    };
    /// A line of the table.
    struct Row {
        std::vector<CostValue> values;  // as request.by
        UsageMeasures tokens;
        std::int64_t facts = 0;  // sums of a day, model, tier and window that it is made of
        CacheSavings savings;

        [[nodiscard]] std::int64_t written() const { return tokens.cacheCreation5m + tokens.cacheCreation1h; }
        [[nodiscard]] bool usesCache() const { return tokens.cacheRead != 0 || written() != 0; }
    };

    CacheBreakdownRequest request;
    Span range;  // of the chart and the sentence
    Span table;  // the same days, or those that are selected

    // Chart: one entry a period.
    std::vector<UsageMeasures> perPeriod;
    std::vector<PriceChange> priceChanges;  // of models whose tokens are shown, by day

    // Table.
    std::vector<Row> rows;  // by net saving, descending, unpriced ones last
    Row sum;                // of all rows; without values

    std::vector<QString> unpricedModels;  // names; cached tokens of the range that are in no dollars; sorted
    bool priorityTierSeen = false;        // usage of the range that the cost report leaves out
    QStringList notes;                    // sentences about the prices of the table
};

/// The figures of a row are those of the report "cache" over its days.
/// Errors Cache, Cancelled (superseded), Usage (a sum too large, an interval or dimensions that it does not have).
[[nodiscard]] Result<CacheBreakdown> buildCacheBreakdown(const CacheReader& cache, const CacheBreakdownRequest& request,
                                                         const PriceBook& prices);

}  // namespace tokenledger
