// What the Usage page shows below its table. Apart from the breakdown, because it reads what only the facts know and
// must not keep the chart waiting. Built by buildUsageDetails in the reader's thread.
#pragma once

#include "app/reports/hourlyusage.h"
#include "app/reports/keyusage.h"

namespace tokenledger {

struct UsageDetailsRequest {
    DateRange range;
    DateRange hours;  // the days whose hours are shown
    std::vector<DimensionFilter> where;
    QDateTime now;  // what keys have expired until then
};

struct UsageDetails {
    KeyUsage keys;
    HourlyUsage hours;
};

/// Errors Cache, Cancelled (superseded), Usage (a sum too large).
[[nodiscard]] inline Result<UsageDetails> buildUsageDetails(const CacheReader& cache,
                                                            const UsageDetailsRequest& request) {
    const CacheReader::Snapshot snapshot(cache);
    auto keys = buildKeyUsage(cache, {request.range, request.where, request.now});
    if (!keys) return failure(keys.error());
    auto hours = buildHourlyUsage(cache, {request.hours, request.where});
    if (!hours) return failure(hours.error());
    return UsageDetails{*std::move(keys), *std::move(hours)};
}

}  // namespace tokenledger
