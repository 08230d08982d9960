// Daily spend as forecasts and days that stand out want it: dense, each day with how far it can be relied on. In the
// reader's thread.
#pragma once

#include "app/analysis/forecast.h"
#include "app/reports/coverageview.h"

namespace tokenledger {

/// A value of a dimension and what was billed for it.
struct ValueSeries {
    TermId term = NullTerm;
    QString id;    // as the API sends it; empty: null
    QString name;  // CacheReader::displayName
    SpendSeries spend;
};

/// How far back patterns are learnt and forecasts are checked.
inline constexpr int SpendHistoryDays = 730;

/// The days to read for a question about `days`: with their history, as far as the cache has any. Nothing in an empty
/// cache, or when it begins after these days.
[[nodiscard]] Result<std::optional<DateRange>> spendHistory(const CacheReader& cache, const DateRange& days);

[[nodiscard]] std::vector<DayTrust> trustOf(const CoverageView& coverage, const DateRange& days);

/// The days up to the last one that was fetched or tried; all of them when none was.
[[nodiscard]] DateRange daysSoFar(const CoverageView& coverage, const DateRange& days);

/// What was billed on each of `days`, all together. `where`: dimensions of the report "cost".
[[nodiscard]] Result<SpendSeries> readSpend(const CacheReader& cache, const DateRange& days,
                                            const std::vector<DimensionFilter>& where);
/// The same by the values of a dimension that were billed on any of the days, by name.
[[nodiscard]] Result<std::vector<ValueSeries>> readSpendBy(const CacheReader& cache, const DateRange& days,
                                                           Dimension dimension,
                                                           const std::vector<DimensionFilter>& where);

}  // namespace tokenledger
