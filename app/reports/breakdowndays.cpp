#include "app/reports/breakdowndays.h"

#include <algorithm>

namespace tokenledger {

namespace {

DateRange hull(const DateRange& a, const std::optional<DateRange>& b) {
    return b ? DateRange{std::min(a.first, b->first), std::max(a.last, b->last)} : a;
}

}  // namespace

ChartPeriods chartPeriods(const CoverageView& days, const DateRange& range, Interval interval) {
    ChartPeriods chart;
    chart.gaps = days.gaps(range);
    chart.periods = periodsIn(range, interval);
    for (const PeriodStart start : chart.periods) {
        const DateRange own = daysOf(start, interval, range);
        chart.states.push_back(days.states(own));
        chart.fetchedAt.push_back(days.newestFetch(own));
    }
    return chart;
}

Result<BreakdownDays> readBreakdownDays(const CacheReader& cache, Dataset dataset, const DateRange& range,
                                        const std::optional<DateRange>& selected, Comparison comparison) {
    const DateRange days = selected.value_or(range);
    const auto asked = comparedRange(range, comparison);
    const auto askedOfDays = selected ? comparedWithSelection(days, comparison, days.days()) : asked;
    auto coverage = CoverageView::load(cache, dataset, hull(hull(range, asked), askedOfDays));
    if (!coverage) return failure(coverage.error());
    BreakdownDays read{*std::move(coverage), {}, {}};
    read.range = comparedDaysOf(read.coverage, range, comparison, false);
    read.table = selected ? comparedDaysOf(read.coverage, days, comparison, true) : read.range;
    read.table = onlyWholeDays(read.coverage, read.table);
    return read;
}

}  // namespace tokenledger
