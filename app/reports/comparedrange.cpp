#include "app/reports/overview.h"

namespace tokenledger {

namespace {

constexpr int WeekdayYear = 364;      // 52 weeks: weekdays fall on weekdays
constexpr int CalendarYearFrom = 60;  // days; longer ranges go by the calendar

UtcDay yearBefore(UtcDay day) {
    const QDate date = day.toDate();
    const QDate before = date.addYears(-1);  // 29 February becomes the 28th
    return UtcDay::fromDate(before.year(), before.month(), before.day());
}

DateRange previousPeriod(const DateRange& range) {
    if (range.first == range.first.firstOfMonth() && range.last <= range.first.lastOfMonth()) {
        const UtcDay lastOfPrevious = range.first - 1;
        const UtcDay first = lastOfPrevious.firstOfMonth();
        return {first, std::min(first + (range.days() - 1), lastOfPrevious)};
    }
    return {range.first - range.days(), range.first - 1};
}

}  // namespace

std::optional<DateRange> comparedRange(const DateRange& range, Comparison comparison) {
    switch (comparison) {
        case Comparison::PreviousPeriod:
            return previousPeriod(range);
        case Comparison::SamePeriodLastYear:
            if (range.days() < CalendarYearFrom) return DateRange{range.first - WeekdayYear, range.last - WeekdayYear};
            return DateRange{yearBefore(range.first), yearBefore(range.last)};
        case Comparison::None:
            break;
    }
    return std::nullopt;
}

}  // namespace tokenledger
