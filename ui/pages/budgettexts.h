// The Budgets page's words: its sentence, bars, tables and explanations. Pure.
#pragma once

#include "app/reports/budgetview.h"
#include "charts/chartdata.h"
#include "ui/models/displaytable.h"
#include "ui/widgets/popover.h"

namespace tokenledger {

/// "API key backfill", "Organization".
[[nodiscard]] QString budgetScopeTitle(const Budget& budget, const QString& valueName);
[[nodiscard]] QString scopeTitle(BudgetScope scope);
/// "Opus 5.5", "(default workspace)".
[[nodiscard]] QString budgetValueTitle(BudgetScope scope, const QString& id, const QString& name);
/// "Month", "Quarter", "Fiscal year".
[[nodiscard]] QString budgetPeriodTitle(BudgetPeriod period);
/// "November 2026", "Oct – Dec 2026".
[[nodiscard]] QString budgetDays(const DateRange& period);

/// "1 of 4 budgets is over, 1 is heading over. November 2026 is forecast to end at $36,981.76."
[[nodiscard]] QString budgetSentence(const BudgetView& view);
[[nodiscard]] BudgetBarsData budgetBars(const BudgetView& view);
[[nodiscard]] DisplayTable budgetTable(const BudgetView& view);
[[nodiscard]] Explanation whyBudget(const BudgetStatus& status);
/// What the budget was, version by version.
[[nodiscard]] Explanation budgetVersions(const BudgetView& view, const QString& name);

/// Of a forecast: how it was made, how such forecasts did before.
[[nodiscard]] QString forecastFormula();
/// "12 months: off by 4.9 % on average, a run rate by 6.6 %; the interval held in 83 %"; empty: none could be checked.
[[nodiscard]] QString backTestText(const BackTest& test);
/// "80 of 100 months end between $36,319 and $37,644"; empty without an interval.
[[nodiscard]] QString intervalText(const SpendForecast& forecast);

}  // namespace tokenledger
