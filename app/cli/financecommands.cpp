// The finance commands' entries in the list of commands, and their options.
#include "app/cli/financecommands.h"

#include "app/cli/allocationcommands.h"
#include "app/cli/budgetcommands.h"
#include "app/cli/monthcommands.h"
#include "app/cli/reconcilecommand.h"
#include "app/cli/requestoptions.h"
#include "app/cli/tableoutput.h"

namespace tokenledger::cli {

namespace {

Command runCommand() {
    return {
        QStringLiteral("run"),
        QStringLiteral("run NAME | --all [--output DIR]\n"
                       "       tokenledger-cli run save NAME --report REPORT [--period PERIOD | --from DAY --to DAY] "
                       "[--interval ...] [--by ...] [--where ...] [--ids] [--pseudonyms] [--format csv|json|xlsx|pdf] "
                       "[--file-name PATTERN] [--split workspace|team|cost_centre|api_key]\n"
                       "       tokenledger-cli run list | show NAME | remove NAME"),
        QStringLiteral("Write saved reports to files; save, list, show or remove them."),
        questionOptions() + tableOptions() +
            QStringList{QStringLiteral("report"), QStringLiteral("period"), QStringLiteral("from"),
                        QStringLiteral("to"), QStringLiteral("file-name"), QStringLiteral("split"),
                        QStringLiteral("all")},
        runRun};
}

void addRunOptions(const AddOption& add) {
    add("report", "The report that run save saves.", "REPORT");
    add("period",
        "run save: last-month, this-month, last-30-days, last-quarter, year-to-date, or FROM..TO. budget: month, "
        "quarter or year.",
        "PERIOD");
    add("file-name", "Names of the files, with {name}, {from}, {to}, {month}, {organization} and {value}; no folder.",
        "PATTERN");
    add("split", "A file for each workspace, team, cost_centre or api_key, and an index of them.", "DIMENSION");
    add("all", "run: every saved report. anomalies: also what was acknowledged.", nullptr);
}

}  // namespace

std::vector<Command> financeCommands() {
    std::vector<Command> all{runCommand(), reconcileCommand(), invoiceCommand(), closeCommand()};
    for (const auto make : {allocationCommands, budgetCommands}) {
        for (Command& command : make()) all.push_back(std::move(command));
    }
    return all;
}

void addFinanceOptions(const AddOption& add) {
    addRunOptions(add);
    addReconcileOptions(add);
    addMonthOptions(add);
    addAllocationOptions(add);
    addBudgetOptions(add);
}

}  // namespace tokenledger::cli
