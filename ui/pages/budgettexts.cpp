#include "ui/pages/budgettexts.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewtexts.h"

#include <cmath>

namespace tokenledger {

namespace {

constexpr int MoneyWidth = 108;
constexpr int PercentWidth = 76;
constexpr int StateWidth = 136;
constexpr int PeriodWidth = 132;
constexpr int ScopeWidth = 190;
constexpr std::int64_t Million = 1'000'000;

std::int64_t ppm(double share) { return std::llround(share * static_cast<double>(Million)); }

QString percentText(double share) { return formatPercent(ppm(share), Million); }

std::optional<std::int64_t> nano(const std::optional<Money>& amount) {
    return amount ? std::optional(amount->nano()) : std::nullopt;
}

QString stateText(const BudgetStatus& status) {
    switch (status.standing()) {
        case BudgetStanding::Unknown:
            return tr("not known");
        case BudgetStanding::OnTrack:
            break;
        case BudgetStanding::Reached:
            return tr("%1 % reached").arg(status.reached);
        case BudgetStanding::HeadingOver:
            return tr("heading over");
        case BudgetStanding::Over:
            return tr("over");
    }
    return tr("on track");
}

DisplayCell stateCell(const BudgetStatus& status) {
    DisplayCell cell = textCell(stateText(status));
    switch (status.standing()) {
        case BudgetStanding::Unknown:
        case BudgetStanding::Reached:  // neither good nor bad
            break;
        case BudgetStanding::OnTrack:
            cell.tone = DisplayCell::Tone::Good;
            cell.icon = QStringLiteral("check");
            break;
        case BudgetStanding::HeadingOver:
            cell.pill = true;
            cell.icon = QStringLiteral("warning");
            break;
        case BudgetStanding::Over:
            cell.tone = DisplayCell::Tone::Bad;
            cell.icon = QStringLiteral("error");
            break;
    }
    return cell;
}

/// "1 of 4 budgets is over".
QString howMany(int count, int all, const QString& one, const QString& several) {
    return (count == 1 ? one : several).arg(count).arg(all);
}

}  // namespace

QString scopeTitle(BudgetScope scope) {
    switch (scope) {
        case BudgetScope::Organization:
            return tr("Organization");
        case BudgetScope::Workspace:
            return tr("Workspace");
        case BudgetScope::Team:
            return tr("Team");
        case BudgetScope::ApiKey:
            return tr("API key");
        case BudgetScope::Model:
            return tr("Model");
    }
    return {};
}

QString budgetValueTitle(BudgetScope scope, const QString& id, const QString& name) {
    const auto dimension = dimensionFromName(scopeName(scope));
    if (!dimension || scope == BudgetScope::Team) return shownText(name);
    const CostValue value{id, shownText(name)};
    return ValueTitles(*dimension, {value}).of(value);
}

QString budgetScopeTitle(const Budget& budget, const QString& valueName) {
    if (budget.scope == BudgetScope::Organization) return scopeTitle(budget.scope);
    const QString value = budgetValueTitle(budget.scope, budget.value, valueName);
    if (budget.scope == BudgetScope::Model) return value;
    return tr("%1 %2", "kind and name: Workspace Research").arg(scopeTitle(budget.scope), value);
}

QString budgetPeriodTitle(BudgetPeriod period) {
    switch (period) {
        case BudgetPeriod::Month:
            return tr("Month");
        case BudgetPeriod::Quarter:
            return tr("Quarter");
        case BudgetPeriod::Year:
            return tr("Fiscal year");
    }
    return {};
}

QString budgetDays(const DateRange& period) {
    if (period.first.lastOfMonth() == period.last) {
        return formatPeriod(period.first.startSeconds(), Interval::Month, period);
    }
    const QLocale locale;
    const auto month = [&locale](UtcDay day) {
        return locale.standaloneMonthName(day.toDate().month(), QLocale::ShortFormat);
    };
    const int firstYear = period.first.toDate().year();
    const int lastYear = period.last.toDate().year();
    const QString first =
        firstYear == lastYear ? month(period.first) : QStringLiteral("%1 %2").arg(month(period.first)).arg(firstYear);
    return QStringLiteral("%1 – %2 %3").arg(first, month(period.last)).arg(lastYear);
}

QString budgetSentence(const BudgetView& view) {
    int over = 0;
    int heading = 0;
    for (const BudgetStatus& status : view.budgets.rows) {
        over += status.state == BudgetState::Over ? 1 : 0;
        heading += status.isHeadingOver() ? 1 : 0;
    }
    const int all = static_cast<int>(view.budgets.rows.size());
    QStringList sentences;
    if (all > 0 && over == 0 && heading == 0) sentences << tr("All budgets hold.");
    if (over > 0) {
        sentences << howMany(over, all, tr("%1 of %2 budgets is over."), tr("%1 of %2 budgets are over."));
    }
    if (heading > 0) {
        sentences << howMany(heading, all, tr("%1 of %2 budgets is heading over."),
                             tr("%1 of %2 budgets are heading over."));
    }
    if (!view.month.rows.empty() && view.month.rows.front().forecast) {
        const SpendForecast& forecast = *view.month.rows.front().forecast;
        const QString month = budgetDays(view.month.month);
        sentences << (forecast.isEstimate()
                          ? tr("%1 is forecast to end at %2.").arg(month, formatMoney(forecast.forecast, 0))
                          : tr("%1 ended at %2.").arg(month, formatMoney(forecast.forecast)));
    }
    return sentences.join(u' ');
}

BudgetBarsData budgetBars(const BudgetView& view) {
    BudgetBarsData data;
    data.title = tr("Actual and forecast against budget");
    data.emptyText = tr("No budget is laid down yet.");
    for (const BudgetStatus& status : view.budgets.rows) {
        BudgetBar bar;
        bar.name = shownText(status.budget.name);
        bar.note = budgetDays(status.period);
        bar.state = stateText(status);
        bar.amount = status.budget.amount;
        bar.thresholds = status.budget.thresholds;
        bar.isBad = status.state == BudgetState::Over;
        if (status.isKnown) bar.actual = status.actual;
        if (status.forecast) {
            bar.forecast = status.forecast->forecast;
            bar.low = status.forecast->low;
            bar.high = status.forecast->high;
        }
        data.bars.push_back(std::move(bar));
    }
    return data;
}

DisplayTable budgetTable(const BudgetView& view) {
    DisplayTable table;
    table.columns = {{tr("Budget"), CellKind::Text, 0},
                     {tr("Of"), CellKind::Text, ScopeWidth},
                     {tr("Period"), CellKind::Text, PeriodWidth},
                     {tr("Amount"), CellKind::Money, MoneyWidth},
                     {tr("Actual"), CellKind::Money, MoneyWidth},
                     {tr("Used"), CellKind::Percent, PercentWidth},
                     {tr("Forecast"), CellKind::Money, MoneyWidth},
                     {tr("Variance"), CellKind::Change, MoneyWidth},
                     {tr("State"), CellKind::Pill, StateWidth}};
    table.columns[6].givesWay = 2;
    table.columns[4].strong = true;
    table.summed = -1;
    for (const BudgetStatus& status : view.budgets.rows) {
        const auto actual = status.isKnown ? std::optional(status.actual.nano()) : std::nullopt;
        const auto used = actual ? ratioPpm(*actual, status.budget.amount.nano()) : std::nullopt;
        const auto forecast = status.forecast ? std::optional(status.forecast->forecast.nano()) : std::nullopt;
        DisplayCell variance = numberCell(CellKind::Change, nano(status.variance));
        if (status.variance) {
            variance.tone = status.variance->isNegative() ? DisplayCell::Tone::Bad : DisplayCell::Tone::Good;
        }
        DisplayRow row{
            DisplayRow::Kind::Normal,
            {textCell(shownText(status.budget.name)), textCell(budgetScopeTitle(status.budget, status.valueName)),
             textCell(budgetDays(status.period)), numberCell(CellKind::Money, status.budget.amount.nano()),
             numberCell(CellKind::Money, actual), numberCell(CellKind::Percent, used),
             numberCell(CellKind::Money, forecast), variance, stateCell(status)}};
        row.key = status.budget.name;
        table.rows.push_back(std::move(row));
    }
    return table;
}

QString forecastFormula() {
    return tr(
        "Billed days, and for the days to come the level of the last weeks by weekday: four simple forecasts, weighted "
        "by how well each did on the fortnights of the last eight weeks. An estimate, rounded to cents.");
}

QString backTestText(const BackTest& test) {
    if (test.forecasts == 0) return {};
    const QString months = test.months == 1 ? tr("1 past month") : tr("%n past months", nullptr, test.months);
    QString text = tr("in %1 off by %2 on average, a run rate by %3")
                       .arg(months, percentText(test.error), percentText(test.runRateError));
    if (test.intervals > 0) text += tr("; the interval held in %1 of cases").arg(percentText(test.coverage));
    return text;
}

QString intervalText(const SpendForecast& forecast) {
    if (!forecast.low || !forecast.high || !forecast.isEstimate()) return {};
    return tr("80 of 100 end between %1 and %2").arg(formatMoney(*forecast.low), formatMoney(*forecast.high));
}

Explanation whyBudget(const BudgetStatus& status) {
    Explanation why;
    why.title = shownText(status.budget.name);
    why.formula =
        status.isAllocated
            ? tr("Actual: this one's part of the bill by the allocation, for the bill itself knows neither keys "
                 "nor teams.")
            : tr("Actual: what was billed in the period so far.");
    if (!status.problem.isEmpty()) why.facts.append({tr("Not known"), status.problem});
    why.facts.append({tr("Of"), budgetScopeTitle(status.budget, status.valueName)});
    why.facts.append({tr("Days"), formatRange(status.period)});
    why.facts.append({tr("Amount"), formatMoneyExact(status.budget.amount)});
    if (status.isKnown) why.facts.append({tr("Actual"), formatMoneyExact(status.actual)});
    if (status.isKnown) why.facts.append({tr("Complete"), daysInWords(status.completeness)});
    if (status.forecast && status.forecast->isEstimate()) {
        why.facts.append({tr("Forecast"), formatMoney(status.forecast->forecast)});
        if (const QString between = intervalText(*status.forecast); !between.isEmpty()) {
            why.facts.append({tr("Interval"), between});
        }
        why.facts.append({tr("Made from"), forecastFormula()});
    }
    QStringList thresholds;
    for (const int threshold : status.budget.thresholds) thresholds << tr("%1 %").arg(threshold);
    why.facts.append({tr("Thresholds"), thresholds.join(QStringLiteral(", "))});
    return why;
}

Explanation budgetVersions(const BudgetView& view, const QString& name) {
    Explanation why;
    why.title = tr("Versions of %1").arg(shownText(name));
    const auto versions = view.versions.find(name);
    if (versions == view.versions.end()) return why;
    for (const Definition& version : versions->second) {
        const UtcDay day = UtcDay::fromDateTime(version.author.at);
        const QString when =
            tr("%1 · %2, by %3")
                .arg(QString::number(version.version), formatDayWithYear(day), shownText(version.author.by));
        const auto budget =
            version.body.isEmpty() ? Result<Budget>(failure(ErrorKind::Usage, tr("removed"))) : budgetFrom(version);
        if (!budget) {
            why.facts.append({when, budget.error().message});
            continue;
        }
        why.facts.append(
            {when, tr("%1 a period: %2").arg(formatMoney(budget->amount), budgetPeriodTitle(budget->period))});
    }
    return why;
}

}  // namespace tokenledger
