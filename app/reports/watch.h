// What somebody should be told of: budgets that reached a threshold, days that stand out, days that are missing. Built
// by buildWatch in the reader's thread; what was told once is noted as definitions.
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
    QString key;        // the same for the same cause: budget, period and threshold; day and value; the days
    QString subject;    // the budget's name, the value's name
    int threshold = 0;  // of a budget
    bool wasTold = false;
};

/// Thresholds of the budgets' current periods, the highest reached one each; days that nobody acknowledged; runs of
/// missing or failed days of cost within the days that the cache knows. Errors Cache, Cancelled, Usage.
[[nodiscard]] Result<std::vector<WatchFinding>> buildWatch(const CacheReader& cache, const WatchRequest& request);

/// Notes that these were told.
[[nodiscard]] std::vector<DefinitionChange> toldNotices(const std::vector<WatchFinding>& findings);

}  // namespace tokenledger
