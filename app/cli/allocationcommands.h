// The commands around allocation: who the cost belongs to, and why it changed.
#pragma once

#include "app/cli/financecommands.h"

namespace tokenledger::cli {

[[nodiscard]] std::vector<Command> allocationCommands();
void addAllocationOptions(const AddOption& add);

Outcome runAllocate(const Context& context);
Outcome runTeam(const Context& context);
Outcome runBridge(const Context& context);

/// --from and --to, which the command needs. Error Usage.
[[nodiscard]] Result<DateRange> rangeOptions(const Context& context, const QString& command);

}  // namespace tokenledger::cli
