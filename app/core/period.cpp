#include "app/core/period.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <chrono>

namespace tokenledger {

namespace {

std::chrono::year_month_day civil(UtcDay day) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day.number()}}};
}

UtcDay fromCivil(std::chrono::year_month_day date) {
    return UtcDay::fromNumber(static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count()));
}

constexpr int MinYear = 2000;
constexpr int MaxYear = 2199;

}  // namespace

UtcDay UtcDay::fromDate(int year, int month, int dayOfMonth) {
    return fromCivil(std::chrono::year{year} / month / dayOfMonth);
}

UtcDay UtcDay::fromDateTime(const QDateTime& time) { return fromSeconds(time.toSecsSinceEpoch()); }

std::optional<UtcDay> UtcDay::fromIso(QStringView text) {
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-') return std::nullopt;
    for (const int i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (text[i] < u'0' || text[i] > u'9') return std::nullopt;
    }
    const int year = text.mid(0, 4).toInt();
    const auto date = std::chrono::year{year} / text.mid(5, 2).toInt() / text.mid(8, 2).toInt();
    if (!date.ok() || year < MinYear || year > MaxYear) return std::nullopt;
    return fromCivil(date);
}

bool UtcDay::isPlausible(const QDateTime& present) {
    const int year = present.toUTC().date().year();
    return present.isValid() && year >= MinYear && year <= MaxYear;
}

QString UtcDay::toIso() const {
    const auto date = civil(*this);
    return QStringLiteral("%1-%2-%3")
        .arg(static_cast<int>(date.year()), 4, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(date.month()), 2, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(date.day()), 2, 10, QLatin1Char('0'));
}

QDate UtcDay::toDate() const {
    const auto date = civil(*this);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

QDateTime UtcDay::start() const { return QDateTime::fromSecsSinceEpoch(startSeconds(), Qt::UTC); }

UtcDay UtcDay::firstOfMonth() const {
    const auto date = civil(*this);
    return fromCivil(date.year() / date.month() / 1);
}

UtcDay UtcDay::lastOfMonth() const {
    const auto date = civil(*this);
    return fromCivil(std::chrono::year_month_day{date.year() / date.month() / std::chrono::last});
}

std::optional<Interval> intervalFromName(QStringView name) {
    for (const Interval interval : {Interval::Hour, Interval::Day, Interval::Week, Interval::Month, Interval::Total}) {
        if (intervalName(interval) == name) return interval;
    }
    return std::nullopt;
}

QString intervalName(Interval interval) {
    switch (interval) {
        case Interval::Hour:
            return QStringLiteral("hour");
        case Interval::Day:
            return QStringLiteral("day");
        case Interval::Week:
            return QStringLiteral("week");
        case Interval::Month:
            return QStringLiteral("month");
        case Interval::Total:
            return QStringLiteral("total");
    }
    return {};
}

PeriodStart periodOf(UtcDay day, Interval interval) {
    switch (interval) {
        case Interval::Week:
            return (day - day.weekday()).startSeconds();
        case Interval::Month:
            return day.firstOfMonth().startSeconds();
        case Interval::Hour:
        case Interval::Day:
        case Interval::Total:
            break;
    }
    return day.startSeconds();
}

std::vector<PeriodStart> periodsIn(const DateRange& range, Interval interval) {
    std::vector<PeriodStart> periods;
    if (interval == Interval::Total) return {range.first.startSeconds()};
    for (UtcDay day = range.first; day <= range.last; day = day + 1) {
        if (interval == Interval::Hour) {
            for (int hour = 0; hour < 24; ++hour) periods.push_back(day.startSeconds() + hour * 3600);
            continue;
        }
        const PeriodStart start = periodOf(day, interval);
        if (periods.empty() || periods.back() != start) periods.push_back(start);
    }
    return periods;
}

DateRange daysOf(PeriodStart start, Interval interval, const DateRange& range) {
    const UtcDay first = UtcDay::fromSeconds(start);
    UtcDay last = first;
    if (interval == Interval::Week) last = first + 6;
    if (interval == Interval::Month) last = first.lastOfMonth();
    if (interval == Interval::Total) last = range.last;
    return {std::max(first, range.first), std::min(last, range.last)};
}

QString periodLabel(PeriodStart start, Interval interval) {
    const UtcDay day = UtcDay::fromSeconds(start);
    switch (interval) {
        case Interval::Hour:
            return toRfc3339(QDateTime::fromSecsSinceEpoch(start, Qt::UTC));
        case Interval::Day:
            return day.toIso();
        case Interval::Week: {
            int year = 0;
            const int week = day.toDate().weekNumber(&year);
            return QStringLiteral("%1-W%2").arg(year, 4, 10, QLatin1Char('0')).arg(week, 2, 10, QLatin1Char('0'));
        }
        case Interval::Month:
            return day.toIso().left(7);
        case Interval::Total:
            return QStringLiteral("total");
    }
    return {};
}

QString toRfc3339(const QDateTime& time) {
    return time.isValid() ? QString(time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss") + u'Z') : QString();
}

std::optional<QDateTime> fromRfc3339(QStringView text) {
    static const QRegularExpression form(
        QStringLiteral("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})\\z"));
    if (!form.match(text.toString()).hasMatch()) return std::nullopt;
    // Qt reads at most milliseconds; finer digits do not matter here.
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid()) return std::nullopt;
    return time.toUTC();
}

}  // namespace tokenledger
