// The finance commands' entries in the list of commands, and their options.
#include "app/cli/financecommands.h"

#include "app/cli/budgetcommands.h"

namespace tokenledger::cli {

std::vector<Command> financeCommands() {
    std::vector<Command> all;
    for (const auto& some : {budgetCommands()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

void addFinanceOptions(const AddOption& add) { addBudgetOptions(add); }

}  // namespace tokenledger::cli
