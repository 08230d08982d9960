// How sound a cache is: the state of every day and dataset, and what the file holds. The same coverage that the report
// "completeness" counts, day by day.
#pragma once

#include "app/core/completeness.h"
#include "storage/cachereader.h"

namespace tokenledger {

struct DatasetDays {
    Dataset dataset = Dataset::Usage;
    std::vector<DayCoverage> days;   // one a day of the range, in order
    std::optional<DateRange> asked;  // first to last day that was ever asked for, also outside the range
    Completeness completeness;       // of the range; of a finer width only of the days that were asked for

    /// Of the usage by the hour or minute nobody misses a day who never asked for it.
    [[nodiscard]] bool isOptional() const {
        return dataset == Dataset::UsageHourly || dataset == Dataset::UsageMinutely;
    }
    [[nodiscard]] bool wasAskedFor(UtcDay day) const { return !isOptional() || (asked && asked->contains(day)); }
};

struct DataHealth {
    DateRange range;
    std::vector<DatasetDays> datasets;  // usage, cost and Claude Code always; finer widths where there are any
    CacheStatus status;

    // Days of the range that are so in any dataset.
    [[nodiscard]] int missingDays() const;
    [[nodiscard]] int failedDays() const;
    [[nodiscard]] int provisionalDays() const;
    /// The newest failed day of all datasets.
    [[nodiscard]] std::optional<std::pair<Dataset, UtcDay>> newestFailure() const;
};

[[nodiscard]] Result<DataHealth> buildDataHealth(const CacheReader& cache, const DateRange& range);

}  // namespace tokenledger
