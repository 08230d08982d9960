#include "app/reports/budgetview.h"

#include "app/finance/kinds.h"

#include <algorithm>

namespace tokenledger {

namespace {

// A quarter: what lies further back is for the report, which may take its time.
constexpr int MostStandOutDays = 92;

}  // namespace

Result<BudgetView> buildBudgetView(const CacheReader& cache, const DateRange& range) {
    const CacheReader::Snapshot snapshot(cache);
    BudgetView view;
    view.range = {std::max(range.first, range.last - (MostStandOutDays - 1)), range.last};
    auto budgets = buildBudgetStatuses(cache, {range.last, range.last});
    if (!budgets) return failure(budgets.error());
    view.budgets = *std::move(budgets);
    auto month = buildMonthForecasts(cache, {range.last.firstOfMonth(), {}, {}});
    if (!month) return failure(month.error());
    view.month = *std::move(month);
    auto days = buildStandOuts(cache, {.range = view.range});
    if (!days) return failure(days.error());
    view.days = *std::move(days);
    for (const BudgetStatus& status : view.budgets.rows) {
        auto versions = cache.definitionHistory(definitionkind::Budget, status.budget.name);
        if (!versions) return failure(versions.error());
        view.versions[status.budget.name] = *std::move(versions);
    }
    const auto teams = cache.definitions(definitionkind::Team);
    if (!teams) return failure(teams.error());
    for (const Definition& team : *teams) view.teams << team.name;
    return view;
}

}  // namespace tokenledger
