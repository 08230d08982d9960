#include "app/reports/comparison.h"

#include "app/reports/coverageview.h"

namespace tokenledger {

namespace {

constexpr int WeekdayYear = 364;      // 52 weeks: weekdays fall on weekdays
constexpr int CalendarYearFrom = 60;  // days; longer ranges go by the calendar
constexpr int WeekDays = 7;

UtcDay yearBefore(UtcDay day) {
    const QDate date = day.toDate();
    const QDate before = date.addYears(-1);  // 29 February becomes the 28th
    return UtcDay::fromDate(before.year(), before.month(), before.day());
}

DateRange previousPeriod(const DateRange& range, int days) {
    if (range.first == range.first.firstOfMonth() && range.last <= range.first.lastOfMonth()) {
        const UtcDay lastOfPrevious = range.first - 1;
        const UtcDay first = lastOfPrevious.firstOfMonth();
        return {first, std::min(first + (days - 1), lastOfPrevious)};
    }
    const UtcDay first = range.first - range.days();
    return {first, first + (days - 1)};
}

}  // namespace

std::optional<DateRange> comparedRange(const DateRange& range, Comparison comparison) {
    return comparedDays(range, comparison, range.days());
}

std::optional<DateRange> comparedDays(const DateRange& range, Comparison comparison, int days) {
    if (days <= 0) return std::nullopt;
    const UtcDay last = range.first + (days - 1);
    switch (comparison) {
        case Comparison::PreviousPeriod:
            return previousPeriod(range, days);
        case Comparison::SamePeriodLastYear:
            if (range.days() < CalendarYearFrom) return DateRange{range.first - WeekdayYear, last - WeekdayYear};
            return DateRange{yearBefore(range.first), yearBefore(last)};
        case Comparison::None:
            break;
    }
    return std::nullopt;
}

DateRange wholeDaysOf(const DateRange& range, std::initializer_list<const CoverageView*> datasets) {
    const auto isPart = [&datasets](UtcDay day) {
        return std::any_of(datasets.begin(), datasets.end(),
                           [day](const CoverageView* days) { return days->isUnfinished(day); });
    };
    DateRange whole = range;
    while (whole.days() > 0 && isPart(whole.last)) whole.last = whole.last - 1;
    return whole;
}

Comparability comparabilityOf(const CoverageView& days, const DateRange& range, const DateRange& wholeDays,
                              const std::optional<DateRange>& compared, Comparison comparison) {
    if (comparison == Comparison::None) return Comparability::NotAsked;
    if (!days.isPresent(range)) return Comparability::GapsNow;
    if (!compared || days.states(wholeDays).unfinishedDays > 0) return Comparability::NotOver;
    if (!days.isPresent(*compared)) return Comparability::GapsBefore;
    if (days.states(*compared).unfinishedDays > 0) return Comparability::NotOver;
    return Comparability::Yes;
}

std::optional<DateRange> comparedWithSelection(const DateRange& selected, Comparison comparison, int days) {
    if (comparison == Comparison::PreviousPeriod && selected.days() == 1 && days == 1) {
        return DateRange{selected.first - WeekDays, selected.last - WeekDays};
    }
    return comparedDays(selected, comparison, days);
}

ComparedDays comparedDaysOf(const CoverageView& dataset, const DateRange& days, Comparison comparison, bool selected) {
    ComparedDays result;
    result.days = days;
    result.wholeDays = wholeDaysOf(days, {&dataset});
    const int whole = result.wholeDays.days();
    result.compared = selected ? comparedWithSelection(days, comparison, whole) : comparedDays(days, comparison, whole);
    result.comparability = comparabilityOf(dataset, days, result.wholeDays, result.compared, comparison);
    result.completeness = dataset.completeness(days);
    result.asOf = dataset.newestFetch(days);
    return result;
}

ComparedDays onlyWholeDays(const CoverageView& dataset, ComparedDays days) {
    if (days.comparability != Comparability::Yes || days.comparesAllDays()) return days;
    days.days = days.wholeDays;
    days.completeness = dataset.completeness(days.days);
    days.asOf = dataset.newestFetch(days.days);
    return days;
}

}  // namespace tokenledger
