// What a range is compared with, and whether it may be: the one place where this is decided.
#pragma once

#include "app/core/completeness.h"

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

/// Some days of one dataset, and those that they are compared with.
struct ComparedDays {
    DateRange days;
    DateRange wholeDays;                // what is compared: see Overview
    std::optional<DateRange> compared;  // as long as wholeDays; nothing when not asked for, or no day is over
    Comparability comparability = Comparability::NotAsked;
    Completeness completeness;
    QDateTime asOf;  // newest fetch; invalid: none

    /// Always of a table that compares.
    [[nodiscard]] bool comparesAllDays() const { return wholeDays == days; }
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

/// What a period is compared with: a single day with the same weekday a week before, others as comparedDays says.
/// `days` of `selected` are compared, from its first on.
[[nodiscard]] std::optional<DateRange> comparedWithSelection(const DateRange& selected, Comparison comparison,
                                                             int days);

/// `days` of a dataset with all that is said of them above; `selected`: they are a period of the shown range.
[[nodiscard]] ComparedDays comparedDaysOf(const CoverageView& dataset, const DateRange& days, Comparison comparison,
                                          bool selected);
/// Only what compares, where it compares: figures and their changes are of the same days then.
[[nodiscard]] ComparedDays onlyWholeDays(const CoverageView& dataset, ComparedDays days);

}  // namespace tokenledger
