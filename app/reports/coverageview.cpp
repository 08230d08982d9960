#include "app/reports/coverageview.h"

namespace tokenledger {

Result<CoverageView> CoverageView::load(const CacheReader& cache, Dataset dataset, const DateRange& span) {
    auto coverage = cache.coverage(dataset, span);
    if (!coverage) return failure(coverage.error());
    CoverageView view;
    view.m_coverage = *std::move(coverage);
    view.m_span = span;
    return view;
}

const DayCoverage* CoverageView::find(UtcDay day) const {
    if (!m_span.contains(day)) return nullptr;
    return &m_coverage.days[static_cast<std::size_t>(day - m_span.first)];
}

DayState CoverageView::state(UtcDay day) const {
    const DayCoverage* found = find(day);
    return found != nullptr ? found->state : DayState::Missing;
}

bool CoverageView::isUnfinished(UtcDay day) const {
    const DayCoverage* found = find(day);
    return found != nullptr && found->state == DayState::Provisional && found->fetchedAt < (day + 1).start();
}

PeriodState CoverageView::states(const DateRange& days) const {
    PeriodState sum;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        switch (state(day)) {
            case DayState::Final:
                ++sum.finalDays;
                break;
            case DayState::Provisional:
                ++sum.provisionalDays;
                if (isUnfinished(day)) ++sum.unfinishedDays;
                break;
            case DayState::Missing:
                ++sum.missingDays;
                break;
            case DayState::Failed:
                ++sum.failedDays;
                break;
        }
    }
    return sum;
}

Completeness CoverageView::completeness(const DateRange& days) const {
    const PeriodState sum = states(days);
    Completeness result{dataset(), sum.finalDays, sum.provisionalDays, sum.missingDays, sum.failedDays, {}};
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        if (state(day) == DayState::Failed) result.failed.push_back(day);
    }
    return result;
}

bool CoverageView::isPresent(const DateRange& days) const { return states(days).isComplete(); }

std::vector<DayGap> CoverageView::gaps(const DateRange& days) const {
    std::vector<DayGap> gaps;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        const DayState now = state(day);
        const bool failed = now == DayState::Failed;
        if (!failed && now != DayState::Missing) continue;
        if (!gaps.empty() && gaps.back().days.last + 1 == day && gaps.back().failed == failed) {
            gaps.back().days.last = day;
        } else {
            gaps.push_back({{day, day}, failed});
        }
    }
    return gaps;
}

QDateTime CoverageView::newestFetch(const DateRange& days) const {
    QDateTime newest;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        const DayCoverage* found = find(day);
        const bool hasData =
            found != nullptr && (found->state == DayState::Final || found->state == DayState::Provisional);
        if (hasData && (!newest.isValid() || found->fetchedAt > newest)) newest = found->fetchedAt;
    }
    return newest;
}

}  // namespace tokenledger
