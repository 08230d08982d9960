#include "app/reports/hourlyusage.h"

#include "app/reports/coverageview.h"

#include <map>

namespace tokenledger {

namespace {

constexpr int SecondsPerHour = 3600;

using ByHour = std::map<PeriodStart, UsageMeasures>;

/// Of a day without data all hours are there, as a gap; of one that was not over those that had begun.
void layOutHours(const CoverageView& days, const ByHour& byHour, HourlyUsage& result) {
    for (const PeriodStart hour : periodsIn(result.request.days, Interval::Hour)) {
        const UtcDay day = UtcDay::fromSeconds(hour);
        PeriodState state = days.states({day, day});
        const QDateTime fetchedAt = days.newestFetch({day, day});
        const auto found = byHour.find(hour);
        if (days.isUnfinished(day)) {
            const std::int64_t until = fetchedAt.toSecsSinceEpoch();
            if (hour >= until && found == byHour.end()) continue;
            state.unfinishedDays = hour + SecondsPerHour > until ? 1 : 0;
        }
        result.hours.push_back(hour);
        result.states.push_back(state);
        result.fetchedAt.push_back(fetchedAt);
        result.perHour.push_back(found == byHour.end() ? UsageMeasures() : found->second);
    }
}

}  // namespace

Result<HourlyUsage> buildHourlyUsage(const CacheReader& cache, const HourlyUsageRequest& request) {
    const CacheReader::Snapshot snapshot(cache);
    HourlyUsage result;
    result.request = request;
    const auto days = CoverageView::load(cache, Dataset::UsageHourly, request.days);
    if (!days) return failure(days.error());
    result.completeness = days->completeness(request.days);
    result.asOf = days->newestFetch(request.days);
    result.gaps = days->gaps(request.days);
    if (result.completeness.isEmpty()) return result;
    const auto rows = cache.usage({request.days, Interval::Hour, {}, request.where});
    if (!rows) return failure(rows.error());
    ByHour byHour;
    for (const UsageRow& row : *rows) {
        if (!result.tokens.add(row.measures)) return tooLarge(QStringLiteral("A sum of tokens"));
        byHour[row.period] = row.measures;
    }
    if (const auto total = result.tokens.totalTokens(); !total) return failure(total.error());
    layOutHours(*days, byHour, result);
    return result;
}

}  // namespace tokenledger
