#include "app/reports/budgetreport.h"

#include "app/reports/budgetstatus.h"
#include "app/reports/notes.h"

namespace tokenledger {

namespace {

Column dollars(const char* name) { return {QString::fromLatin1(name), ColumnType::Money, QStringLiteral("USD")}; }
Column text(const char* name) { return {QString::fromLatin1(name), ColumnType::Text, {}}; }

QString stateWord(const BudgetStatus& status) {
    switch (status.standing()) {
        case BudgetStanding::Unknown:
            return QStringLiteral("unknown");
        case BudgetStanding::OnTrack:
            break;
        case BudgetStanding::Reached:
            return QStringLiteral("reached %1 %").arg(status.reached);
        case BudgetStanding::HeadingOver:
            return QStringLiteral("heading over");
        case BudgetStanding::Over:
            return QStringLiteral("over");
    }
    return QStringLiteral("ok");
}

Cell moneyCell(const std::optional<Money>& amount) { return amount ? Cell(*amount) : Cell(); }

}  // namespace

ReportDefinition budgetsReport() {
    ReportDefinition report{QStringLiteral("budgets"),
                            QStringLiteral("how budgets stand in the periods that the range touches"),
                            {},
                            {text("budget"),
                             text("scope"),
                             text("value"),
                             dollars("budget_usd"),
                             dollars("actual_usd"),
                             {QStringLiteral("used"), ColumnType::Ratio, {}},
                             dollars("forecast_usd"),
                             dollars("low_usd"),
                             dollars("high_usd"),
                             dollars("variance_usd"),
                             text("state"),
                             text("completeness")}};
    report.shape = ReportShape::Months;
    return report;
}

Result<void> runBudgets(const ReportContext& context, Table& table) {
    const auto statuses = buildBudgetStatuses(context.cache, context.request.range);
    if (!statuses) return failure(statuses.error());
    table.asOf = statuses->asOf;
    bool allocated = false;
    for (const BudgetStatus& status : statuses->rows) {
        const Budget& budget = status.budget;
        const auto& f = status.forecast;
        const Cell value = budget.scope == BudgetScope::Organization
                               ? Cell()
                               : Cell(context.request.ids ? budget.value : status.valueName);
        const Cell used = status.isKnown ? Cell(Ratio{status.actual.nano(), budget.amount.nano()}) : Cell();
        table.rows.push_back({budgetPeriodLabel(status.period), budget.name, scopeName(budget.scope), value,
                              budget.amount, status.isKnown ? Cell(status.actual) : Cell(), used,
                              f ? Cell(f->forecast) : Cell(), f ? moneyCell(f->low) : Cell(),
                              f ? moneyCell(f->high) : Cell(), moneyCell(status.variance), stateWord(status),
                              completenessText(status.completeness)});
        if (!status.problem.isEmpty()) table.notes << budget.name + QStringLiteral(": ") + status.problem;
        if (!status.completeness.isComplete() || !status.isKnown) table.incompleteList = true;
        allocated = allocated || status.isAllocated;
    }
    if (statuses->rows.empty()) {
        table.notes << QStringLiteral("There is no budget for these days. budget set lays one down.");
        return {};
    }
    table.notes << QStringLiteral(
        "Forecast, low and high are estimates for the end of the period; the variance is the budget less the "
        "forecast.");
    if (allocated) {
        table.notes << QStringLiteral(
            "What API keys spent is an estimate: their share of each billed line by tokens, for the bill knows no "
            "keys.");
    }
    return {};
}

}  // namespace tokenledger
