#include "app/reports/spendseries.h"

#include "app/reports/rowbuilder.h"

#include <map>

namespace tokenledger {

Result<std::optional<DateRange>> spendHistory(const CacheReader& cache, const DateRange& days) {
    const auto extent = cache.extent();
    if (!extent) return failure(extent.error());
    if (!*extent || (*extent)->first > days.last) return std::optional<DateRange>();
    return std::optional(DateRange{std::max((*extent)->first, days.first - SpendHistoryDays), days.last});
}

std::vector<DayTrust> trustOf(const CoverageView& coverage, const DateRange& days) {
    std::vector<DayTrust> trust;
    trust.reserve(static_cast<std::size_t>(days.days()));
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        switch (coverage.state(day)) {
            case DayState::Final:
                trust.push_back(DayTrust::Final);
                break;
            case DayState::Provisional:
                trust.push_back(coverage.isUnfinished(day) ? DayTrust::Unfinished : DayTrust::Provisional);
                break;
            case DayState::Missing:
            case DayState::Failed:
                trust.push_back(DayTrust::Missing);
                break;
        }
    }
    return trust;
}

DateRange daysSoFar(const CoverageView& coverage, const DateRange& days) {
    for (UtcDay last = days.last; last >= days.first; last = last - 1) {
        if (coverage.state(last) != DayState::Missing) return {days.first, last};
    }
    return days;
}

Result<SpendSeries> readSpend(const CacheReader& cache, const DateRange& days,
                              const std::vector<DimensionFilter>& where) {
    const auto coverage = CoverageView::load(cache, Dataset::Cost, days);
    if (!coverage) return failure(coverage.error());
    const auto rows = cache.cost({days, Interval::Day, {}, where});
    if (!rows) return failure(rows.error());
    SpendSeries series{days.first, std::vector<Money>(static_cast<std::size_t>(days.days())), trustOf(*coverage, days)};
    for (const CostRow& row : *rows) {
        series.amounts[static_cast<std::size_t>(UtcDay::fromSeconds(row.period) - days.first)] = row.measures;
    }
    return series;
}

Result<std::vector<ValueSeries>> readSpendBy(const CacheReader& cache, const DateRange& days, Dimension dimension,
                                             const std::vector<DimensionFilter>& where) {
    const auto coverage = CoverageView::load(cache, Dataset::Cost, days);
    if (!coverage) return failure(coverage.error());
    const auto rows = cache.cost({days, Interval::Day, {dimension}, where});
    if (!rows) return failure(rows.error());
    const std::vector<DayTrust> trust = trustOf(*coverage, days);
    std::map<TermId, SpendSeries> byTerm;
    for (const CostRow& row : *rows) {
        const auto [at, isNew] = byTerm.try_emplace(row.keys[0]);
        if (isNew) at->second = {days.first, std::vector<Money>(trust.size()), trust};
        at->second.amounts[static_cast<std::size_t>(UtcDay::fromSeconds(row.period) - days.first)] = row.measures;
    }
    std::vector<ValueSeries> values;
    for (auto& [term, series] : byTerm) {
        values.push_back({term, cache.text(term), cache.displayName(dimension, term), std::move(series)});
    }
    std::sort(values.begin(), values.end(), [](const ValueSeries& a, const ValueSeries& b) {
        return a.name != b.name ? textLess(a.name, b.name) : textLess(a.id, b.id);
    });
    return values;
}

}  // namespace tokenledger
