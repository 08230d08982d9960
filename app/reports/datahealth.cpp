#include "app/reports/datahealth.h"

#include <set>

namespace tokenledger {

namespace {

/// A day counts once, in however many datasets it is in this state.
int daysIn(DayState state, const std::vector<DatasetDays>& datasets) {
    std::set<UtcDay> days;
    for (const DatasetDays& one : datasets) {
        for (const DayCoverage& day : one.days) {
            if (day.state == state && one.wasAskedFor(day.day)) days.insert(day.day);
        }
    }
    return static_cast<int>(days.size());
}

void count(Completeness& sum, const DayCoverage& day) {
    switch (day.state) {
        case DayState::Final:
            ++sum.finalDays;
            break;
        case DayState::Provisional:
            ++sum.provisionalDays;
            break;
        case DayState::Missing:
            ++sum.missingDays;
            break;
        case DayState::Failed:
            ++sum.failedDays;
            sum.failed.push_back(day.day);
            break;
    }
}

}  // namespace

int DataHealth::missingDays() const { return daysIn(DayState::Missing, datasets); }
int DataHealth::failedDays() const { return daysIn(DayState::Failed, datasets); }
int DataHealth::provisionalDays() const { return daysIn(DayState::Provisional, datasets); }

std::optional<std::pair<Dataset, UtcDay>> DataHealth::newestFailure() const {
    std::optional<std::pair<Dataset, UtcDay>> newest;
    for (const DatasetDays& one : datasets) {
        if (one.completeness.failed.empty()) continue;
        const UtcDay day = one.completeness.failed.back();
        if (!newest || newest->second < day) newest = {one.dataset, day};
    }
    return newest;
}

Result<DataHealth> buildDataHealth(const CacheReader& cache, const DateRange& range) {
    auto status = cache.status();
    if (!status) return failure(status.error());
    DataHealth health{range, {}, *std::move(status)};
    for (const DatasetStatus& known : health.status.datasets) {
        if (known.dataset == Dataset::Organization) continue;
        auto coverage = cache.coverage(known.dataset, range);
        if (!coverage) return failure(coverage.error());
        DatasetDays one{known.dataset, std::move(coverage->days), {}, {}};
        one.completeness.dataset = known.dataset;
        if (known.firstDay) one.asked = DateRange{*known.firstDay, *known.lastDay};
        for (const DayCoverage& day : one.days) {
            if (one.wasAskedFor(day.day)) count(one.completeness, day);
        }
        health.datasets.push_back(std::move(one));
    }
    return health;
}

}  // namespace tokenledger
