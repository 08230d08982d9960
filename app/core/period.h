// Typed UTC days, inclusive day ranges, and the intervals that reports and charts are cut into.
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QString>

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace tokenledger {

inline constexpr std::int64_t SecondsPerDay = 86'400;

/// A calendar day in UTC, counted from 1970-01-01. There is no local day anywhere in this program.
class UtcDay {
public:
    constexpr UtcDay() = default;
    [[nodiscard]] static constexpr UtcDay fromNumber(std::int32_t daysSinceEpoch) {
        UtcDay day;
        day.m_number = daysSinceEpoch;
        return day;
    }
    [[nodiscard]] static UtcDay fromDate(int year, int month, int dayOfMonth);
    [[nodiscard]] static UtcDay fromDateTime(const QDateTime& time);
    [[nodiscard]] static constexpr UtcDay fromSeconds(std::int64_t epochSeconds) {
        const std::int64_t floor =
            epochSeconds >= 0 ? epochSeconds / SecondsPerDay : -((-epochSeconds + SecondsPerDay - 1) / SecondsPerDay);
        return fromNumber(static_cast<std::int32_t>(floor));
    }
    /// Strict "2026-11-20"; nothing for anything else, impossible dates and years outside 2000..2199 included.
    [[nodiscard]] static std::optional<UtcDay> fromIso(QStringView text);

    /// Its day is one that fromIso reads: a present outside of these years is a clock that is wrong.
    [[nodiscard]] static bool isPlausible(const QDateTime& present);

    [[nodiscard]] constexpr std::int32_t number() const { return m_number; }
    [[nodiscard]] constexpr std::int64_t startSeconds() const { return m_number * SecondsPerDay; }
    [[nodiscard]] QString toIso() const;
    [[nodiscard]] QDate toDate() const;
    [[nodiscard]] QDateTime start() const;  // 00:00 UTC

    /// 0 = Monday ... 6 = Sunday.
    [[nodiscard]] constexpr int weekday() const { return ((m_number + 3) % 7 + 7) % 7; }
    [[nodiscard]] UtcDay firstOfMonth() const;
    [[nodiscard]] UtcDay lastOfMonth() const;

    friend constexpr auto operator<=>(UtcDay, UtcDay) = default;
    friend constexpr UtcDay operator+(UtcDay day, int days) { return fromNumber(day.m_number + days); }
    friend constexpr UtcDay operator-(UtcDay day, int days) { return fromNumber(day.m_number - days); }
    friend constexpr int operator-(UtcDay a, UtcDay b) { return a.m_number - b.m_number; }

private:
    std::int32_t m_number = 0;
};

/// Whole days, inclusive on both ends; first <= last.
struct DateRange {
    UtcDay first;
    UtcDay last;

    [[nodiscard]] constexpr int days() const { return last - first + 1; }
    [[nodiscard]] constexpr bool contains(UtcDay day) const { return first <= day && day <= last; }
    friend constexpr auto operator<=>(const DateRange&, const DateRange&) = default;
};

enum class Interval { Hour, Day, Week, Month, Total };

/// The start of a period in seconds since the epoch: of an hour, a day, an ISO week's Monday, a month's first day, or
/// the range's first day for Interval::Total.
using PeriodStart = std::int64_t;

[[nodiscard]] std::optional<Interval> intervalFromName(QStringView name);
[[nodiscard]] QString intervalName(Interval interval);

/// The period of `interval` that `day` lies in. Not for Hour or Total.
[[nodiscard]] PeriodStart periodOf(UtcDay day, Interval interval);

/// All periods of `range`, in order; one for Total. For Hour: every hour of every day.
[[nodiscard]] std::vector<PeriodStart> periodsIn(const DateRange& range, Interval interval);

/// The days of `range` that belong to the period (clipped to the range).
[[nodiscard]] DateRange daysOf(PeriodStart start, Interval interval, const DateRange& range);

/// "2026-11-20T13:00:00Z", "2026-11-20", "2026-W47", "2026-11", "total".
[[nodiscard]] QString periodLabel(PeriodStart start, Interval interval);

/// RFC 3339 in UTC with seconds: "2026-11-20T13:42:00Z". Invalid times give an empty string.
[[nodiscard]] QString toRfc3339(const QDateTime& time);
/// Parses RFC 3339 with any offset (and fractions of a second); nothing when it is not one.
[[nodiscard]] std::optional<QDateTime> fromRfc3339(QStringView text);

}  // namespace tokenledger
