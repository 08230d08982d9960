// What a range is compared with, and whether it may be: the one place where this is decided.
#pragma once

#include "app/core/period.h"

#include <initializer_list>
#include <optional>

namespace tokenledger {

class CoverageView;

enum class Comparison { PreviousPeriod, SamePeriodLastYear, None };

/// Whether a dataset's figures can be set against those of the compared range; else why not, the first that holds.
enum class Comparability {
    Yes,
    NotAsked,
    GapsNow,     // the shown range has missing or failed days
    NotOver,     // a day was fetched before it was over
    GapsBefore,  // the compared range has missing or failed days
};

/// The compared range by measures.md: the same number of days before; a month to date with the same days of the month
/// before; last year by 364 days under 60 days, else by the calendar.
[[nodiscard]] std::optional<DateRange> comparedRange(const DateRange& range, Comparison comparison);

/// The part of comparedRange that the first `days` days of `range` are compared with, day for day.
[[nodiscard]] std::optional<DateRange> comparedDays(const DateRange& range, Comparison comparison, int days);

/// The range without its last days when one of these datasets has only a part of them, fetched before they were over;
/// no days are left where that holds for all.
[[nodiscard]] DateRange wholeDaysOf(const DateRange& range, std::initializer_list<const CoverageView*> datasets);

/// Whether `wholeDays` of `range` can be set against `compared` in one dataset.
[[nodiscard]] Comparability comparabilityOf(const CoverageView& days, const DateRange& range,
                                            const DateRange& wholeDays, const std::optional<DateRange>& compared,
                                            Comparison comparison);

}  // namespace tokenledger
