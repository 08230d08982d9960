#include "ui/filterstate.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace tokenledger {

namespace {

constexpr int MaxAutoDays = 92;  // three months of days
constexpr int MaxAutoWeekDays = 400;

constexpr std::array<std::pair<PeriodPreset, const char*>, 9> PeriodNames = {{
    {PeriodPreset::Days7, "7-days"},
    {PeriodPreset::Days30, "30-days"},
    {PeriodPreset::MonthToDate, "month-to-date"},
    {PeriodPreset::LastMonth, "last-month"},
    {PeriodPreset::Quarter, "quarter"},
    {PeriodPreset::YearToDate, "year-to-date"},
    {PeriodPreset::Months12, "12-months"},
    {PeriodPreset::All, "all"},
    {PeriodPreset::Custom, "custom"},
}};

constexpr std::array<std::pair<Comparison, const char*>, 3> ComparisonNames = {{
    {Comparison::PreviousPeriod, "previous-period"},
    {Comparison::SamePeriodLastYear, "last-year"},
    {Comparison::None, "none"},
}};

template <typename Pairs, typename Value>
QString nameOf(const Pairs& pairs, Value value) {
    for (const auto& [candidate, name] : pairs) {
        if (candidate == value) return QString::fromLatin1(name);
    }
    return {};
}

template <typename Pairs, typename Value>
void readName(const Pairs& pairs, const QString& text, Value& value) {
    for (const auto& [candidate, name] : pairs) {
        if (text == QLatin1String(name)) value = candidate;
    }
}

DateRange monthBefore(UtcDay today) {
    const UtcDay last = today.firstOfMonth() - 1;
    return {last.firstOfMonth(), last};
}

/// The first day of today's part of the fiscal year; a part is 3 months, or 12.
UtcDay firstOfPart(UtcDay today, int months, int yearStart) {
    const QDate month = today.firstOfMonth().toDate();
    const QDate first = month.addMonths(-((month.month() - yearStart + 12) % 12 % months));
    return UtcDay::fromDate(first.year(), first.month(), 1);
}

DateRange twelveMonths(UtcDay today) {
    const QDate start = today.toDate().addYears(-1).addDays(1);
    return {UtcDay::fromDate(start.year(), start.month(), start.day()), today};
}

}  // namespace

namespace {

/// Days to come have no figures, and more than ten years no bars: a setting may hold both.
DateRange upTo(UtcDay today, const DateRange& chosen) {
    constexpr int MostDays = 3660;
    const UtcDay last = std::min(chosen.last, today);
    return {std::min(std::max(chosen.first, last - (MostDays - 1)), last), last};
}

}  // namespace

DateRange FilterState::range(UtcDay today, const std::optional<DateRange>& extent, int yearStart) const {
    switch (period) {
        case PeriodPreset::Days7:
            return {today - 6, today};
        case PeriodPreset::Days30:
            break;
        case PeriodPreset::MonthToDate:
            return {today.firstOfMonth(), today};
        case PeriodPreset::LastMonth:
            return monthBefore(today);
        case PeriodPreset::Quarter:
            return {firstOfPart(today, 3, yearStart), today};
        case PeriodPreset::YearToDate:
            return {firstOfPart(today, 12, yearStart), today};
        case PeriodPreset::Months12:
            return twelveMonths(today);
        case PeriodPreset::All:
            if (extent) return {std::min(extent->first, today), today};
            break;
        case PeriodPreset::Custom:
            if (custom) return upTo(today, *custom);
            break;
    }
    return {today - 29, today};
}

bool fits(Interval interval, const DateRange& days) {
    const int length = interval == Interval::Day ? 1 : interval == Interval::Week ? 7 : 28;
    return days.days() <= MaxPeriods * length;
}

Interval FilterState::effectiveInterval(const DateRange& days) const {
    if (!interval) {
        if (days.days() <= MaxAutoDays) return Interval::Day;
        return days.days() <= MaxAutoWeekDays ? Interval::Week : Interval::Month;
    }
    for (const Interval candidate : {Interval::Day, Interval::Week}) {
        if (*interval <= candidate && fits(candidate, days)) return candidate;
    }
    return Interval::Month;
}

const DimensionChoice* FilterState::filterOf(Dimension dimension) const {
    for (const DimensionChoice& filter : filters) {
        if (filter.dimension == dimension) return &filter;
    }
    return nullptr;
}

void FilterState::setFilter(Dimension dimension, std::vector<FilterChoice> anyOf) {
    std::erase_if(filters, [dimension](const DimensionChoice& filter) { return filter.dimension == dimension; });
    if (!anyOf.empty()) filters.push_back({dimension, std::move(anyOf)});
}

std::vector<DimensionFilter> FilterState::where() const {
    std::vector<DimensionFilter> where;
    for (const DimensionChoice& filter : filters) {
        DimensionFilter any{filter.dimension, {}};
        for (const FilterChoice& choice : filter.anyOf) any.anyOf.push_back(choice.term);
        where.push_back(std::move(any));
    }
    return where;
}

OverviewRequest FilterState::overviewRequest(UtcDay today, const std::optional<DateRange>& extent,
                                             int yearStart) const {
    OverviewRequest request;
    request.range = range(today, extent, yearStart);
    request.interval = effectiveInterval(request.range);
    request.comparison = comparison;
    request.where = where();
    return request;
}

std::vector<ReportFilter> FilterState::reportFilters(const std::vector<Dimension>& allowed) const {
    std::vector<ReportFilter> where;
    for (const DimensionChoice& filter : filters) {
        if (std::find(allowed.begin(), allowed.end(), filter.dimension) == allowed.end()) continue;
        for (const FilterChoice& choice : filter.anyOf) where.push_back({filter.dimension, choice.value});
    }
    return where;
}

QJsonObject FilterState::toJson() const {
    QJsonObject json{{QStringLiteral("period"), nameOf(PeriodNames, period)},
                     {QStringLiteral("compare"), nameOf(ComparisonNames, comparison)}};
    if (interval) json.insert(QStringLiteral("interval"), intervalName(*interval));
    if (custom) {
        json.insert(QStringLiteral("from"), custom->first.toIso());
        json.insert(QStringLiteral("to"), custom->last.toIso());
    }
    QJsonArray list;
    for (const DimensionChoice& filter : filters) {
        QJsonArray values;
        for (const FilterChoice& choice : filter.anyOf) {
            values.append(QJsonObject{{QStringLiteral("id"), choice.value}, {QStringLiteral("name"), choice.name}});
        }
        list.append(QJsonObject{{QStringLiteral("dimension"), dimensionName(filter.dimension)},
                                {QStringLiteral("any_of"), values}});
    }
    json.insert(QStringLiteral("filters"), list);
    return json;
}

FilterState FilterState::fromJson(const QJsonObject& json) {
    FilterState state;
    readName(PeriodNames, json.value(QStringLiteral("period")).toString(), state.period);
    readName(ComparisonNames, json.value(QStringLiteral("compare")).toString(), state.comparison);
    state.interval = intervalFromName(json.value(QStringLiteral("interval")).toString());
    if (state.interval == Interval::Hour || state.interval == Interval::Total) state.interval.reset();
    const auto first = UtcDay::fromIso(json.value(QStringLiteral("from")).toString());
    const auto last = UtcDay::fromIso(json.value(QStringLiteral("to")).toString());
    if (first && last && *first <= *last) state.custom = DateRange{*first, *last};
    if (state.period == PeriodPreset::Custom && !state.custom) state.period = PeriodPreset::Days30;
    const QJsonArray filters = json.value(QStringLiteral("filters")).toArray();
    for (const QJsonValue& entry : filters) {
        const auto dimension = dimensionFromName(entry[QStringLiteral("dimension")].toString());
        if (!dimension) continue;
        std::vector<FilterChoice> anyOf;
        const QJsonArray values = entry[QStringLiteral("any_of")].toArray();
        for (const QJsonValue& value : values) {
            anyOf.push_back(
                {NullTerm, value[QStringLiteral("id")].toString(), value[QStringLiteral("name")].toString()});
        }
        state.setFilter(*dimension, std::move(anyOf));
    }
    return state;
}

const std::vector<Dimension>& filterDimensions() {
    static const std::vector<Dimension> dimensions = {Dimension::Workspace, Dimension::Model, Dimension::ApiKey};
    return dimensions;
}

}  // namespace tokenledger
