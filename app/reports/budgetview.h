// Everything the Budgets page shows, of one state of the cache. Built by buildBudgetView in the reader's thread.
#pragma once

#include "app/reports/budgetstatus.h"
#include "app/reports/spendforecast.h"
#include "app/reports/standouts.h"

#include <map>

namespace tokenledger {

struct BudgetView {
    DateRange range;                                      // its last quarter, where it is longer
    BudgetStatuses budgets;                               // in the periods that the range's last day lies in
    MonthForecasts month;                                 // of that day's month, the organization
    StandOutDays days;                                    // of the range
    QStringList teams;                                    // names
    std::map<QString, std::vector<Definition>> versions;  // of each budget, oldest first
};

/// Errors Cache, Cancelled, Usage (a sum that is too large).
[[nodiscard]] Result<BudgetView> buildBudgetView(const CacheReader& cache, const DateRange& range);

}  // namespace tokenledger
