#include "charts/mapscale.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int LargestPitch = 26;  // a period of a month fills the card without becoming coarse
constexpr int UsualPitch = 13;
constexpr int LeastDayPitch = 9;   // of a line: below it, crosses and hatching can no longer be told apart
constexpr int LeastWeekPitch = 6;  // of a calendar
constexpr int LargestWeekPitch = 12;
constexpr int LeastMonthPitch = 7;

int gapOf(int pitch) { return pitch > 7 ? 2 : 1; }

/// Months since January of year 0.
int monthNumber(UtcDay day) {
    const QDate date = day.toDate();
    return date.year() * 12 + date.month() - 1;
}

UtcDay firstOfMonthNumber(int month) { return UtcDay::fromDate(month / 12, month % 12 + 1, 1); }

}  // namespace

MapScale mapScale(const DateRange& range, double width) {
    const int room = std::max(1, static_cast<int>(width));
    const auto fitted = [&](MapScale::Kind kind, int columns, int largest) {
        const int pitch = std::min(largest, room / std::max(1, columns));
        return MapScale{kind, range, pitch - gapOf(pitch), pitch, columns, 1};
    };
    const int days = range.days();
    if (room / days >= LeastDayPitch) return fitted(MapScale::Kind::Days, days, LargestPitch);
    const int weeks = (range.first.weekday() + days + 6) / 7;
    if (room / weeks >= LeastWeekPitch) return fitted(MapScale::Kind::Weeks, weeks, LargestWeekPitch);
    const int months = monthNumber(range.last) - monthNumber(range.first) + 1;
    const int most = std::max(1, room / LeastMonthPitch);
    const int perMark = (months + most - 1) / most;
    MapScale scale = fitted(MapScale::Kind::Months, (months + perMark - 1) / perMark, UsualPitch);
    scale.monthsPerMark = perMark;
    return scale;
}

QRectF MapScale::square(int mark) const {
    int column = mark;
    int line = 0;
    if (kind == Kind::Weeks) {
        const int place = range.first.weekday() + mark;
        column = place / 7;
        line = place % 7;
    }
    return QRectF(column * pitch, line * pitch, cell, cell);
}

DateRange MapScale::daysOf(int mark) const {
    if (kind != Kind::Months) return {range.first + mark, range.first + mark};
    const int month = monthNumber(range.first) + mark * monthsPerMark;
    return {std::max(range.first, firstOfMonthNumber(month)),
            std::min(range.last, firstOfMonthNumber(month + monthsPerMark) - 1)};
}

int MapScale::markOf(UtcDay day) const {
    if (!range.contains(day)) return -1;
    if (kind != Kind::Months) return day - range.first;
    return (monthNumber(day) - monthNumber(range.first)) / monthsPerMark;
}

int MapScale::markAt(QPointF place) const {
    if (place.x() < 0 || place.y() < 0) return -1;
    const int column = static_cast<int>(place.x()) / pitch;
    const int line = static_cast<int>(place.y()) / pitch;
    if (column >= columns || line >= lines()) return -1;
    const int mark = kind == Kind::Weeks ? column * 7 + line - range.first.weekday() : column;
    return mark >= 0 && mark < marks() ? mark : -1;
}

}  // namespace tokenledger
