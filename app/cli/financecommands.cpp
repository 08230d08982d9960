// The finance commands' entries in the list of commands, and their options.
#include "app/cli/financecommands.h"

#include "app/cli/allocationcommands.h"
#include "app/cli/budgetcommands.h"
#include "app/cli/monthcommands.h"
#include "app/cli/reconcilecommand.h"

namespace tokenledger::cli {

std::vector<Command> financeCommands() {
    std::vector<Command> all{reconcileCommand(), invoiceCommand(), closeCommand()};
    for (const auto make : {allocationCommands, budgetCommands}) {
        for (Command& command : make()) all.push_back(std::move(command));
    }
    return all;
}

void addFinanceOptions(const AddOption& add) {
    addReconcileOptions(add);
    addMonthOptions(add);
    addAllocationOptions(add);
    addBudgetOptions(add);
}

}  // namespace tokenledger::cli
