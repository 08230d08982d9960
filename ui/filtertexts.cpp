#include "ui/filtertexts.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/widgets/filterpopup.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr std::size_t MostNames = 2;

}  // namespace

QString periodTitle(PeriodPreset period) {
    switch (period) {
        case PeriodPreset::Days7:
            return tr("Last 7 days");
        case PeriodPreset::Days30:
            return tr("Last 30 days");
        case PeriodPreset::MonthToDate:
            return tr("Month to date");
        case PeriodPreset::LastMonth:
            return tr("Last month");
        case PeriodPreset::Quarter:
            return tr("Quarter to date");
        case PeriodPreset::YearToDate:
            return tr("Year to date");
        case PeriodPreset::Months12:
            return tr("12 months");
        case PeriodPreset::All:
            return tr("All");
        case PeriodPreset::Custom:
            return tr("Custom");
    }
    return {};
}

QString periodText(PeriodPreset period, const DateRange& range) {
    if (period == PeriodPreset::LastMonth) {
        return periodTitle(period) + QStringLiteral(" · ") +
               formatPeriod(range.first.startSeconds(), Interval::Month, range);
    }
    return periodTitle(period) + QStringLiteral(" · ") + formatRange(range);
}

QString intervalTitle(Interval interval) {
    switch (interval) {
        case Interval::Day:
            return tr("Day");
        case Interval::Week:
            return tr("Week");
        default:
            return tr("Month");
    }
}

QString intervalText(const FilterState& state, const DateRange& range) {
    const Interval shown = state.effectiveInterval(range);
    if (state.interval) return intervalTitle(shown);
    return shown == Interval::Day ? tr("Auto (day)") : shown == Interval::Week ? tr("Auto (week)") : tr("Auto (month)");
}

QString comparisonTitle(Comparison comparison) {
    switch (comparison) {
        case Comparison::PreviousPeriod:
            return tr("Previous period");
        case Comparison::SamePeriodLastYear:
            return tr("Same period last year");
        case Comparison::None:
            return tr("None");
    }
    return {};
}

QString filterInWords(const FilterState& state, const std::vector<Dimension>& dimensions) {
    QStringList parts;
    for (const DimensionChoice& choice : state.filters) {
        if (std::find(dimensions.begin(), dimensions.end(), choice.dimension) == dimensions.end()) continue;
        QStringList names;
        for (const FilterChoice& one : choice.anyOf) names.append(valueTitle(choice.dimension, one.value, one.name));
        parts.append(dimensionTitle(choice.dimension) + QStringLiteral(": ") + names.join(QStringLiteral(", ")));
    }
    return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral("; "));
}

QString chipText(const DimensionChoice& choice) {
    QStringList names;
    for (const FilterChoice& one : choice.anyOf) names.append(valueTitle(choice.dimension, one.value, one.name));
    const QString what =
        choice.anyOf.size() <= MostNames ? names.join(QStringLiteral(", ")) : tr("%1 chosen").arg(names.size());
    return dimensionTitle(choice.dimension) + QStringLiteral(": ") + what;
}

}  // namespace tokenledger
