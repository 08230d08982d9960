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
/// The name, if there is such a team; an error that says which there are.
[[nodiscard]] Result<QString> teamOfBudget(const Context& context, const QString& name);
Outcome runCheck(const Context& context);

}  // namespace tokenledger::cli
