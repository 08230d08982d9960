// The commands about a month: its match, its invoice, its close.
#pragma once

#include "app/cli/financecommands.h"
#include "app/core/period.h"

namespace tokenledger::cli {

/// `reconcile month MONTH`: the match, or with --causes what the difference is made of; Difference when something is to
/// be looked at.
Outcome runReconcileMonth(const Context& context);
/// `reconcile accept MONTH ITEM --note TEXT`, or --withdraw.
Outcome runReconcileAccept(const Context& context);

[[nodiscard]] Command invoiceCommand();
[[nodiscard]] Command closeCommand();
void addMonthOptions(const AddOption& add);

/// The month that the argument at `place` names; error Usage when there is none.
[[nodiscard]] Result<UtcDay> monthArgument(const Context& context, int place);

}  // namespace tokenledger::cli
