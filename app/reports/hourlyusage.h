// Tokens by the hour, where hours were fetched. Built by buildHourlyUsage in the reader's thread.
#pragma once

#include "app/core/completeness.h"
#include "storage/cachereader.h"

#include <vector>

namespace tokenledger {

struct HourlyUsageRequest {
    DateRange days;
    std::vector<DimensionFilter> where;  // dimensions of the report "usage"
};

struct HourlyUsage {
    HourlyUsageRequest request;
    Completeness completeness;  // of the days; isEmpty: no hour of them was ever fetched
    QDateTime asOf;             // newest fetch; invalid: none
    UsageMeasures tokens;

    // One entry an hour, oldest first. A day that was fetched before it was over ends with the hour of that fetch.
    std::vector<PeriodStart> hours;
    std::vector<PeriodState> states;  // of the hour, as if it were a day; unfinished: the hour of the fetch
    std::vector<QDateTime> fetchedAt;
    std::vector<UsageMeasures> perHour;
    std::vector<DayGap> gaps;
};

/// Errors Cache, Cancelled (superseded), Usage (a sum too large).
[[nodiscard]] Result<HourlyUsage> buildHourlyUsage(const CacheReader& cache, const HourlyUsageRequest& request);

}  // namespace tokenledger
