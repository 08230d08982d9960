// The finance commands' entries in the list of commands, and their options.
#include "app/cli/financecommands.h"

namespace tokenledger::cli {

std::vector<Command> financeCommands() { return {}; }

void addFinanceOptions(const AddOption& add) { (void)add; }

}  // namespace tokenledger::cli
