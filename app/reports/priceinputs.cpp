#include "app/reports/priceinputs.h"

#include <unordered_map>

namespace tokenledger {

DateRange priceDays(const DateRange& range) { return {range.first - NearestDayReach, range.last + NearestDayReach}; }

std::vector<UtcDay> finalDays(const CoverageView& usage, const CoverageView& cost, const DateRange& span) {
    std::vector<UtcDay> days;
    for (UtcDay day = span.first; day <= span.last; day = day + 1) {
        if (usage.state(day) == DayState::Final && cost.state(day) == DayState::Final) days.push_back(day);
    }
    return days;
}

Result<std::vector<UsedTokens>> loadUsedTokens(const CacheReader& cache, const DateRange& span) {
    FactQuery query;
    query.range = span;
    query.by = {Dimension::Model, Dimension::ServiceTier, Dimension::ContextWindow};
    const auto rows = cache.usage(query);
    if (!rows) return failure(rows.error());
    std::vector<UsedTokens> used;
    used.reserve(rows->size());
    for (const UsageRow& row : *rows) {
        used.push_back({UtcDay::fromSeconds(row.period), {row.keys[0], row.keys[1], row.keys[2]}, row.measures});
    }
    return used;
}

Result<void> loadBilledTokens(const CacheReader& cache, const DateRange& span, std::vector<BilledTokens>& billed) {
    FactQuery query;
    query.range = span;
    query.by = {Dimension::Model, Dimension::TokenType, Dimension::ServiceTier, Dimension::ContextWindow};
    const auto rows = cache.cost(query);
    if (!rows) return failure(rows.error());
    billed.reserve(billed.size() + rows->size());
    std::unordered_map<TermId, std::optional<InputKind>> kinds;
    for (const CostRow& row : *rows) {
        auto kind = kinds.find(row.keys[1]);
        if (kind == kinds.end())
            kind = kinds.emplace(row.keys[1], inputKindFromTokenType(cache.text(row.keys[1]))).first;
        if (!kind->second) continue;
        billed.push_back(
            {UtcDay::fromSeconds(row.period), {row.keys[0], row.keys[2], row.keys[3]}, *kind->second, row.measures});
    }
    return {};
}

PriceTable::TextOf textOf(const CacheReader& cache) {
    return [&cache](TermId term) { return cache.text(term); };
}

bool isPriorityTier(const QString& serviceTier) { return serviceTier.startsWith(QLatin1String("priority")); }

}  // namespace tokenledger
