#include "ui/pages/overviewwhy.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "charts/palette.h"
#include "ui/filtertexts.h"
#include "ui/pages/overviewtexts.h"

namespace tokenledger {

namespace {

/// The same in plain words, for the explanation.
QString whyNoComparison(const Overview& o, Comparability comparability) {
    switch (comparability) {
        case Comparability::GapsNow:
            return tr("none: days of the period are missing, so that it would look smaller than it is");
        case Comparability::NotOver:
            return tr("none: a day was fetched before it was over, and only a part of it is here");
        case Comparability::GapsBefore:
            return tr("none: days of %1 are not here").arg(o.compared ? formatRange(*o.compared) : QString());
        case Comparability::Yes:
            return tr("none: no price is known for one of the two periods");
        case Comparability::NotAsked:
            break;
    }
    return tr("none was chosen");
}

QString comparedDaysText(const Overview& o) {
    const QString before = formatRange(*o.compared);
    if (o.comparesAllDays()) return before;
    return tr("%1 with %2; the days after were not over when they were fetched").arg(formatRange(o.wholeDays), before);
}

QString dataSource(const Overview& o, const QString& report) {
    return o.asOf.isValid() ? tr("%1, from the cache, as of %2").arg(report, formatTime(o.asOf)) : report;
}

QString nameOf(const DateRange& days) {
    return days.days() == 1 ? formatPeriod(days.first.startSeconds(), Interval::Day, days) : formatRange(days);
}

QString titleOf(const QString& model) { return model.isEmpty() ? tr("Search, code exec.") : modelDisplayName(model); }

/// Of the days of these periods.
Completeness completenessOf(Dataset dataset, const std::vector<PeriodState>& states,
                            const std::vector<std::size_t>& periods) {
    Completeness sum;
    sum.dataset = dataset;
    for (const std::size_t period : periods) {
        sum.finalDays += states[period].finalDays;
        sum.provisionalDays += states[period].provisionalDays;
        sum.missingDays += states[period].missingDays;
        sum.failedDays += states[period].failedDays;
    }
    return sum;
}

/// Empty where nothing was fetched, or the sum does not fit.
QString exactSum(const std::vector<Money>& amounts, const std::vector<std::size_t>& places) {
    Money sum;
    for (const std::size_t place : places) {
        const Result<Money> next = add(sum, amounts[place]);
        if (!next) return {};
        sum = *next;
    }
    return formatMoneyExact(sum);
}

}  // namespace

FilterWords filterWords(const FilterState& filters) {
    std::vector<Dimension> ofCost;
    for (const Dimension dimension : filterDimensions()) {
        if (dimension != Dimension::ApiKey) ofCost.push_back(dimension);
    }
    QString cost = filterInWords(filters, ofCost);
    if (filters.filterOf(Dimension::ApiKey) != nullptr) cost += tr("; cost is not known by API key: of all keys");
    return {cost, filterInWords(filters, filterDimensions())};
}

QString costReportName() { return tr("Cost report"); }
QString usageReportName() { return tr("Messages usage report"); }

Explanation explain(const Overview& o, const WhyBasis& basis, const QString& title, const QString& formula,
                    const QString& exact, const QString& change) {
    Explanation why{title, formula, {}};
    if (!exact.isEmpty()) why.facts.append({tr("Exact value"), exact});
    why.facts.append({tr("Range"), formatRange(basis.days) + tr(", whole UTC days")});
    if (!change.isEmpty()) {
        why.facts.append({o.comparesAllDays() ? tr("Compared with") : tr("Compared"), comparedDaysText(o)});
        why.facts.append({tr("Change"), change});
    } else if (basis.comparability) {
        why.facts.append({tr("Comparison"), whyNoComparison(o, *basis.comparability)});
    }
    if (!basis.filter.isEmpty()) why.facts.append({tr("Filter"), basis.filter});
    why.facts.append({tr("Source"), dataSource(o, basis.report)});
    why.facts.append({tr("Complete"), daysInWords(basis.completeness)});
    return why;
}

std::vector<std::size_t> periodsIn(const Overview& o, const DateRange& days) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < o.periods.size(); ++i) {
        const DateRange period = daysOf(o.periods[i], o.interval, o.range);
        if (days.first <= period.first && period.first <= days.last) places.push_back(i);
    }
    return places;
}

Explanation whySpendOn(const Overview& o, const DateRange& days, const FilterWords& filter,
                       const Overview::ModelCost* model) {
    const std::vector<std::size_t> periods = periodsIn(o, days);
    const Completeness state = completenessOf(Dataset::Cost, o.costStates, periods);
    const std::vector<Money>& amounts = model != nullptr ? model->perPeriod : o.spendPerPeriod;
    const QString title = model != nullptr ? tr("Cost, %1, %2").arg(titleOf(model->model), nameOf(days))
                                           : tr("Cost, %1").arg(nameOf(days));
    const QString formula =
        model != nullptr
            ? tr("The sum of the cost report's amounts of these days that name the model.")
            : tr("The sum of the cost report's amounts of these days, all models and cost types, credits included. "
                 "Priority Tier is billed elsewhere and not in it.");
    return explain(o, {costReportName(), days, state, std::nullopt, filter.cost}, title, formula,
                   state.isEmpty() ? QString() : exactSum(amounts, periods));
}

Explanation whySpendOf(const Overview& o, const QStringList& models, const FilterWords& filter) {
    std::vector<Money> totals;
    std::vector<std::size_t> chosen;
    QStringList names;
    for (const Overview::ModelCost& model : o.models) {
        if (models.contains(model.model)) {
            chosen.push_back(totals.size());
            names.append(titleOf(model.model));
        }
        totals.push_back(model.total);
    }
    const QString exact = o.cost.isEmpty() ? QString() : exactSum(totals, chosen);
    return explain(
        o, {costReportName(), o.range, o.cost, std::nullopt, filter.cost},
        tr("Cost, %1").arg(names.join(QStringLiteral(", "))),
        tr("The sum of the cost report's amounts that name the model. Its share is of all cost of the period, "
           "what names no model included."),
        exact);
}

Explanation whyHitRatioOn(const Overview& o, const DateRange& days, const FilterWords& filter) {
    const std::vector<std::size_t> periods = periodsIn(o, days);
    const Completeness state = completenessOf(Dataset::Usage, o.usageStates, periods);
    std::int64_t read = 0;
    std::int64_t input = 0;
    for (const std::size_t period : periods) {
        read += o.cachePerPeriod[period].cacheRead;
        input += o.cachePerPeriod[period].totalInput().value_or(0);
    }
    const bool known = !state.isEmpty() && input > 0;
    Explanation why = explain(
        o, {usageReportName(), days, state, std::nullopt, filter.usage}, tr("Cache hit ratio, %1").arg(nameOf(days)),
        tr("Cache read ÷ (cache read + cache creation + uncached input), sum over sum: never a mean of days."),
        known ? formatPercent(read, input, 4) : QString());
    if (known) why.facts.append({tr("Parts"), tr("%1 read ÷ %2 input").arg(formatCount(read), formatCount(input))});
    return why;
}

Explanation whyChange(const Overview& o, const Overview::ChangeRow& row, const FilterWords& filter) {
    const Money cost = row.change ? row.costOfWholeDays : row.cost;
    QString sum;
    if (row.change) {
        const Result<Money> before = subtract(row.costOfWholeDays, *row.change);
        if (before)
            sum = tr("%1 − %2 = %3").arg(formatMoney(cost), formatMoney(*before), formatMoneyChange(*row.change));
    }
    return explain(o, {costReportName(), row.change ? o.wholeDays : o.range, o.cost, o.costComparability, filter.cost},
                   tr("Cost, %1, %2").arg(row.workspace, titleOf(row.model)),
                   tr("The sum of the cost report's amounts of this workspace that name the model."),
                   formatMoneyExact(cost), sum);
}

}  // namespace tokenledger
