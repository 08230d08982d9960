// What somebody should be told of: budgets that reached a threshold or will be exceeded, days that stand out, days that
// are missing, and what cannot be judged. Built by buildWatch in the reader's thread; what was told once is noted as
// definitions.
#pragma once

#include "app/core/period.h"
#include "storage/cachereader.h"

namespace tokenledger {

struct WatchRequest {
    UtcDay today;
    bool budgets = true;
    bool anomalies = true;
    bool gaps = true;
    int days = 31;  // before today, for the latter two
};

struct WatchFinding {
    enum class Kind : std::uint8_t { Budget, Anomaly, Gap };
    Kind kind = Kind::Budget;
    QString sentence;
    QString key;           // the same for the same cause: budget, period and what it reached; day and value; the days
    QString subject;       // the budget's name, the value's name
    bool isJudged = true;  // false: a budget of which nobody knows how it stands
    bool wasTold = false;
};

/// Of the budgets' current periods: the highest threshold that each reached, that it is over or heading over, or that
/// nobody knows; days that nobody acknowledged; runs of missing or failed days of cost. Errors Cache, Cancelled, Usage.
[[nodiscard]] Result<std::vector<WatchFinding>> buildWatch(const CacheReader& cache, const WatchRequest& request);

/// Notes that these were told.
[[nodiscard]] std::vector<DefinitionChange> toldNotices(const std::vector<WatchFinding>& findings);

}  // namespace tokenledger
