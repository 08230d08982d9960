// The day states of one dataset over a span of days, read once from the cache. A plain value.
#pragma once

#include "app/core/completeness.h"
#include "storage/cachereader.h"

namespace tokenledger {

class CoverageView {
public:
    [[nodiscard]] static Result<CoverageView> load(const CacheReader& cache, Dataset dataset, const DateRange& span);

    [[nodiscard]] Dataset dataset() const { return m_coverage.dataset; }
    [[nodiscard]] DayState state(UtcDay day) const;  // Missing outside the span
    [[nodiscard]] PeriodState states(const DateRange& days) const;
    /// Its data are there, but were fetched before it was over: only a part of the day.
    [[nodiscard]] bool isUnfinished(UtcDay day) const;
    [[nodiscard]] Completeness completeness(const DateRange& days) const;
    /// Every day is final or provisional.
    [[nodiscard]] bool isPresent(const DateRange& days) const;
    /// Runs of days without data, oldest first; a run ends where missing turns into failed.
    [[nodiscard]] std::vector<DayGap> gaps(const DateRange& days) const;
    /// Of the days that have data; invalid when none has.
    [[nodiscard]] QDateTime newestFetch(const DateRange& days) const;

private:
    [[nodiscard]] const DayCoverage* find(UtcDay day) const;
    DatasetCoverage m_coverage;
    DateRange m_span;
};

}  // namespace tokenledger
