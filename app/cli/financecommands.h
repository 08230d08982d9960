// The commands of finance work: reconcile, close, budget and the like. One file a command, as with the others.
#pragma once

#include "app/cli/commandline.h"

namespace tokenledger::cli {

/// Name, description, and the value's name; nothing: a switch.
using AddOption = std::function<void(const char* name, const char* description, const char* value)>;

[[nodiscard]] std::vector<Command> financeCommands();
/// Their options, where the other commands do not have them.
void addFinanceOptions(const AddOption& add);

Outcome runRun(const Context& context);

}  // namespace tokenledger::cli
