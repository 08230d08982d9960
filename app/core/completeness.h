// How complete a range is: days by state, for one dataset.
#pragma once

#include "app/core/records.h"

#include <vector>

namespace tokenledger {

struct Completeness {
    Dataset dataset = Dataset::Usage;
    int finalDays = 0;
    int provisionalDays = 0;
    int missingDays = 0;
    int failedDays = 0;
    std::vector<UtcDay> failed;

    [[nodiscard]] int days() const { return finalDays + provisionalDays + missingDays + failedDays; }
    [[nodiscard]] int presentDays() const { return finalDays + provisionalDays; }
    /// Nothing was fetched: a sum over it is unknown, not zero.
    [[nodiscard]] bool isEmpty() const { return presentDays() == 0; }
    /// Every day is there, though some may still change.
    [[nodiscard]] bool isComplete() const { return missingDays == 0 && failedDays == 0; }
};

/// Days in a row that have no data.
struct DayGap {
    DateRange days;
    bool failed = false;  // else never fetched
    friend bool operator==(const DayGap&, const DayGap&) = default;
};

/// The state of a period made of several days, worst first: a period with a missing or failed day is shown as such.
struct PeriodState {
    int finalDays = 0;
    int provisionalDays = 0;
    int missingDays = 0;
    int failedDays = 0;
    int unfinishedDays = 0;  // of the provisional ones: fetched before they were over, so only a part of them is there

    [[nodiscard]] int presentDays() const { return finalDays + provisionalDays; }
    [[nodiscard]] bool isEmpty() const { return presentDays() == 0; }
    [[nodiscard]] bool isProvisional() const { return provisionalDays > 0; }
    [[nodiscard]] bool isComplete() const { return missingDays == 0 && failedDays == 0; }
    friend bool operator==(const PeriodState&, const PeriodState&) = default;
};

}  // namespace tokenledger
