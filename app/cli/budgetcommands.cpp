#include "app/cli/budgetcommands.h"

#include "app/cli/tableoutput.h"

namespace tokenledger::cli {

namespace {

QStringList withTable(QStringList options) { return options + tableOptions(); }

}  // namespace

std::vector<Command> budgetCommands() {
    return {
        {QStringLiteral("forecast"),
         QStringLiteral("forecast [--month YYYY-MM] [--by workspace|model] [--ids] [--format table|csv|json] [--bom] "
                        "[--output FILE]"),
         QStringLiteral("Estimate what a month will have cost at its end (default: this month)."),
         withTable({QStringLiteral("month"), QStringLiteral("by"), QStringLiteral("ids")}), runForecast},
        {QStringLiteral("anomalies"),
         QStringLiteral("anomalies [--from DAY] [--to DAY] [--by workspace,api_key,model] [--all] [--ids] [--format "
                        "table|csv|json] [--bom] [--output FILE] | anomalies ack DAY DIM=VALUE --note TEXT"),
         QStringLiteral("Days on which something cost much more than usual (default: the last 31 days)."),
         withTable({QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("by"), QStringLiteral("all"),
                    QStringLiteral("ids"), QStringLiteral("note")}),
         runAnomalies},
        {QStringLiteral("budget"),
         QStringLiteral("budget [show NAME] [--from DAY] [--to DAY] | budget set NAME --scope "
                        "organization|workspace=X|team=X|api_key=X|model=X --period month|quarter|year --amount USD "
                        "[--thresholds 50,80,100] [--from DAY] [--to DAY] | budget list | budget history NAME | budget "
                        "remove NAME | budget import FILE.csv [--dry-run] | budget fiscal-year MONTH"),
         QStringLiteral("How budgets stand today; lay them down, import them, show their versions."),
         withTable({QStringLiteral("scope"), QStringLiteral("period"), QStringLiteral("amount"),
                    QStringLiteral("thresholds"), QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("ids"),
                    QStringLiteral("dry-run")}),
         runBudget},
        {QStringLiteral("check"),
         QStringLiteral("check [--only budgets,anomalies,gaps] [--days N] [--once] [--format table|csv|json] [--bom] "
                        "[--output FILE]"),
         QStringLiteral("Tell of budgets that reached a threshold, are heading over or are not known, days that stand "
                        "out and days that are missing; exit code 6 if there is any."),
         withTable({QStringLiteral("only"), QStringLiteral("days"), QStringLiteral("once")}), runCheck},
    };
}

void addBudgetOptions(const AddOption& add) {
    add("month", "The month, as in 2026-11.", "MONTH");
    add("scope", "What the budget is of.", "SCOPE");
    add("thresholds", "Percentages of the amount to tell of (default: 50,80,100).", "LIST");
    add("only", "Check only these: a comma list of budgets, anomalies and gaps.", "LIST");
    add("days", "Days before today to look at for anomalies and gaps (default: 31).", "N");
    add("once", "Tell of each cause once, a threshold once a period.", nullptr);
}

}  // namespace tokenledger::cli
