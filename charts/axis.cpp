#include "charts/axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tokenledger {

namespace {

constexpr int HoursADay = 24;
constexpr std::int64_t Percent = 10'000;                          // in parts per million
constexpr std::int64_t MaxAxisValue = 2'000'000'000'000'000'000;  // two billion dollars; keeps tick sums in 64 bits
constexpr double LabelGap = 8;                                    // between two labels below the axis
constexpr int MaxMondays = 8;
constexpr int MaxDailyLabels = 60;
constexpr int MaxWeeklyLabels = 26;

std::int64_t floorTo(std::int64_t value, std::int64_t step) {
    const std::int64_t quotient = value / step;
    return (value % step < 0 ? quotient - 1 : quotient) * step;
}

std::int64_t ceilTo(std::int64_t value, std::int64_t step) {
    const std::int64_t quotient = value / step;
    return (value % step > 0 ? quotient + 1 : quotient) * step;
}

// The steps in rising order; 2.5 is left out below 10, where it is not an integer.
std::vector<std::int64_t> niceSteps() {
    std::vector<std::int64_t> steps;
    std::int64_t power = 1;
    for (int exponent = 0; exponent <= 17; ++exponent, power *= 10) {
        steps.push_back(power);
        steps.push_back(2 * power);
        if (power >= 10) steps.push_back(power / 10 * 25);
        steps.push_back(5 * power);
    }
    steps.push_back(power);
    return steps;
}

std::int64_t linesOf(const ValueAxis& axis) { return axis.high / axis.step - axis.low / axis.step + 1; }

using TextWidth = std::function<double(const QString&)>;

// Every `step`-th period, counted back from the last.
std::vector<PeriodTick> fromTheEnd(const std::vector<int>& candidates, int step,
                                   const std::vector<PeriodStart>& periods, const QLocale& locale) {
    std::vector<PeriodTick> ticks;
    for (auto at = static_cast<std::ptrdiff_t>(candidates.size()) - 1; at >= 0; at -= step) {
        const int period = candidates[static_cast<std::size_t>(at)];
        const UtcDay day = UtcDay::fromSeconds(periods[static_cast<std::size_t>(period)]);
        ticks.push_back({period, formatDay(day, locale)});
    }
    std::reverse(ticks.begin(), ticks.end());
    return ticks;
}

int stepThatFits(double width, double labelWidth) {
    return std::max(1, static_cast<int>(std::ceil((labelWidth + LabelGap) / std::max(width, 0.001))));
}

std::vector<PeriodTick> dayTicks(const std::vector<PeriodStart>& periods, double width, const TextWidth& textWidth,
                                 const QLocale& locale) {
    std::vector<int> all(periods.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
    const int fits = stepThatFits(width, textWidth(QStringLiteral("30 Nov")));
    // Two weeks or fewer show each day where there is room; more than that, one in three.
    const int wanted = periods.size() <= 14 ? 1 : 3;
    return fromTheEnd(all, std::max(wanted, fits), periods, locale);
}

// A day is named below its middle, so that one label stands under all its hours.
std::vector<PeriodTick> hourTicks(const std::vector<PeriodStart>& periods, double width, const TextWidth& textWidth,
                                  const QLocale& locale) {
    std::vector<int> middles;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= periods.size(); ++i) {
        const bool ends = i == periods.size() || UtcDay::fromSeconds(periods[i]) != UtcDay::fromSeconds(periods[first]);
        if (!ends) continue;
        middles.push_back(static_cast<int>((first + i - 1) / 2));
        first = i;
    }
    return fromTheEnd(middles, stepThatFits(HoursADay * width, textWidth(QStringLiteral("30 Nov"))), periods, locale);
}

std::vector<PeriodTick> mondayTicks(const std::vector<PeriodStart>& periods, double width, const TextWidth& textWidth,
                                    const QLocale& locale) {
    std::vector<int> mondays;
    for (std::size_t i = 0; i < periods.size(); ++i)
        if (UtcDay::fromSeconds(periods[i]).weekday() == 0) mondays.push_back(static_cast<int>(i));
    if (mondays.empty()) return {};
    const double pitch = mondays.size() > 1
                             ? width * (mondays.back() - mondays.front()) / static_cast<double>(mondays.size() - 1)
                             : width;
    const int fits = stepThatFits(pitch, textWidth(QStringLiteral("30 Nov")));
    const int calm = static_cast<int>((mondays.size() + MaxMondays - 1) / MaxMondays);
    return fromTheEnd(mondays, std::max(fits, calm), periods, locale);
}

// Months at their first period; thinned to quarters, half years, years, so that every January keeps its label.
std::vector<PeriodTick> monthTicks(const std::vector<PeriodStart>& periods, double width, const TextWidth& textWidth,
                                   const QLocale& locale, Interval interval) {
    struct Month {
        int period;
        QDate date;
    };
    std::vector<Month> months;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const QDate date = UtcDay::fromSeconds(periods[i]).toDate();
        const bool begins = interval == Interval::Month || date.day() <= (interval == Interval::Week ? 7 : 1);
        const bool isNew = months.empty() || months.back().date.month() != date.month();
        if (begins && isNew) months.push_back({static_cast<int>(i), date});
    }
    for (const int step : {1, 2, 3, 6, 12}) {
        std::vector<PeriodTick> ticks;
        double lastEnd = -std::numeric_limits<double>::infinity();
        bool fits = true;
        for (const Month& month : months) {
            if ((month.date.month() - 1) % step != 0) continue;
            const bool withYear = ticks.empty() || month.date.month() == 1;
            QString text = step == 12 ? QString::number(month.date.year())
                                      : locale.standaloneMonthName(month.date.month(), QLocale::ShortFormat);
            if (withYear && step != 12) text += u' ' + QString::number(month.date.year());
            const double half = textWidth(text) / 2;
            const double centre = (month.period + 0.5) * width;
            fits = fits && centre - half >= lastEnd + LabelGap / 2;
            lastEnd = centre + half;
            ticks.push_back({month.period, text});
        }
        if ((fits || step == 12) && !ticks.empty()) return ticks;
    }
    return {};
}

}  // namespace

std::vector<std::int64_t> ValueAxis::ticks() const {
    std::vector<std::int64_t> values;
    if (isEmpty()) return values;
    for (std::int64_t i = low / step; i <= high / step; ++i) values.push_back(i * step);
    return values;
}

ValueAxis niceAxis(std::int64_t low, std::int64_t high, int maxLines) {
    low = std::clamp<std::int64_t>(low, -MaxAxisValue, 0);
    high = std::clamp<std::int64_t>(high, 0, MaxAxisValue);
    if (low == 0 && high == 0) return {};
    for (const std::int64_t step : niceSteps()) {
        if (high / step - low / step > maxLines) continue;  // also keeps the next line from overflowing
        ValueAxis axis{floorTo(low, step), ceilTo(high, step), step};
        if (linesOf(axis) > maxLines) continue;
        // Only a value of one or two of the smallest step leaves fewer than three lines.
        while (linesOf(axis) < 3) (high > 0 ? axis.high : axis.low) += high > 0 ? step : -step;
        return axis;
    }
    return {};
}

ValueAxis niceRatioAxis(std::int64_t lowPpm, std::int64_t highPpm, int maxLines) {
    constexpr std::int64_t whole = 100 * Percent;
    lowPpm = std::clamp<std::int64_t>(lowPpm, 0, whole);
    highPpm = std::clamp<std::int64_t>(highPpm, lowPpm, whole);
    for (const std::int64_t points : {10, 20, 25, 50}) {
        const std::int64_t step = points * Percent;
        ValueAxis axis{floorTo(lowPpm, step), ceilTo(highPpm, step), step};
        while (linesOf(axis) < 3) {
            const bool nearTop = highPpm - axis.low > axis.high - lowPpm;  // more room is wanted above
            if ((nearTop || axis.low == 0) && axis.high + step <= whole) {
                axis.high += step;
            } else {
                axis.low -= step;
            }
        }
        if (linesOf(axis) <= std::max(3, maxLines)) return axis;
    }
    return {0, whole, whole / 2};
}

int gridlinesFor(double height, double spacing) {
    return std::clamp(static_cast<int>(std::floor(height / spacing)) + 1, 3, 6);
}

std::vector<PeriodTick> periodTicks(const std::vector<PeriodStart>& periods, Interval interval, double periodWidth,
                                    const TextWidth& textWidth, const QLocale& locale) {
    if (periods.empty()) return {};
    switch (interval) {
        case Interval::Hour:
            return hourTicks(periods, periodWidth, textWidth, locale);
        case Interval::Day: {
            const double days = static_cast<double>(periods.back() - periods.front()) / SecondsPerDay + 1;
            if (days <= MaxDailyLabels) return dayTicks(periods, periodWidth, textWidth, locale);
            if (days <= MaxWeeklyLabels * 7) return mondayTicks(periods, periodWidth, textWidth, locale);
            break;
        }
        case Interval::Week:
            if (periods.size() <= MaxWeeklyLabels) return mondayTicks(periods, periodWidth, textWidth, locale);
            break;
        case Interval::Month:
            break;
        case Interval::Total:
            return {};
    }
    return monthTicks(periods, periodWidth, textWidth, locale, interval);
}

}  // namespace tokenledger
