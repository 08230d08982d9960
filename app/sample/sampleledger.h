// What the sample organization decided about its money: teams, budgets, the rule for shared cost, the last invoice, and
// the counts of its gateway. A pure function of the present day.
#pragma once

#include "storage/ledgertypes.h"

#include <vector>

namespace tokenledger::sample {

/// The gateway's own count is of the last weeks; on few days it missed something. `author`: who stores it, today.
[[nodiscard]] LedgerBeginning ledgerOf(const Author& author);

}  // namespace tokenledger::sample
