// The days of a page's chart and table, and how complete they are: what the breakdowns of cost, usage and Claude Code
// have in common. Values; read in the reader's thread.
#pragma once

#include "app/reports/comparison.h"
#include "app/reports/coverageview.h"

namespace tokenledger {

/// The periods of a chart, oldest first.
struct ChartPeriods {
    std::vector<PeriodStart> periods;
    std::vector<PeriodState> states;
    std::vector<QDateTime> fetchedAt;  // newest fetch of the period; invalid: none
    std::vector<DayGap> gaps;
};

[[nodiscard]] ChartPeriods chartPeriods(const CoverageView& days, const DateRange& range, Interval interval);

struct BreakdownDays {
    CoverageView coverage;  // of the range and all that it is compared with
    ComparedDays range;
    ComparedDays table;  // the range, or the days that are selected; the whole ones of them where they compare
};

[[nodiscard]] Result<BreakdownDays> readBreakdownDays(const CacheReader& cache, Dataset dataset, const DateRange& range,
                                                      const std::optional<DateRange>& selected, Comparison comparison);

}  // namespace tokenledger
