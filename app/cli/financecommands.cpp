// The finance commands' entries in the list of commands, and their options.
#include "app/cli/financecommands.h"

#include "app/cli/budgetcommands.h"

namespace tokenledger::cli {

std::vector<Command> financeCommands() { return budgetCommands(); }

void addFinanceOptions(const AddOption& add) { addBudgetOptions(add); }

}  // namespace tokenledger::cli
