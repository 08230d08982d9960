// forecast, anomalies, budget and check: their entries in the list of commands, and their options.
#pragma once

#include "app/cli/financecommands.h"

namespace tokenledger::cli {

[[nodiscard]] std::vector<Command> budgetCommands();
void addBudgetOptions(const AddOption& add);

Outcome runForecast(const Context& context);
Outcome runAnomalies(const Context& context);
Outcome runBudget(const Context& context);
Outcome importBudgets(const Context& context);
Outcome runCheck(const Context& context);

}  // namespace tokenledger::cli
