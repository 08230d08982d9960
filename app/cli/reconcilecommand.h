// reconcile: what others counted, beside what Anthropic reports. One function a subcommand.
#pragma once

#include "app/cli/financecommands.h"

namespace tokenledger::cli {

Outcome runReconcile(const Context& context);
[[nodiscard]] Command reconcileCommand();
void addReconcileOptions(const AddOption& add);

}  // namespace tokenledger::cli
