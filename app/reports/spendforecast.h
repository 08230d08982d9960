// Month-end forecasts from the cache, of the organization or of each workspace or model. In the reader's thread.
#pragma once

#include "app/core/completeness.h"
#include "app/reports/spendseries.h"

namespace tokenledger {

struct SpendForecastRequest {
    UtcDay month;                        // its first day
    std::optional<Dimension> by;         // Workspace or Model; nothing: all together
    std::vector<DimensionFilter> where;  // of the same dimensions
};

struct MonthForecast {
    QString id;                             // of the value; empty: null, or all together
    QString name;                           // empty: all together
    std::optional<Money> spent;             // billed on the month's days that are there; nothing: none is
    std::optional<SpendForecast> forecast;  // nothing: no day to make it from, or the data begin within the month
    std::optional<Money> runRate;           // spend of final days / final days x days of the month; measures.md
    BackTest test;
};

struct MonthForecasts {
    DateRange month;
    Completeness completeness;  // of the month's days up to the last one that was fetched; of all when none was
    QDateTime asOf;
    std::vector<MonthForecast> rows;  // one, or one a value that was billed within the history
};

/// Errors Cache, Cancelled, Usage (a sum that is too large).
[[nodiscard]] Result<MonthForecasts> buildMonthForecasts(const CacheReader& cache, const SpendForecastRequest& request);

}  // namespace tokenledger
