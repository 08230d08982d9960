#include "app/reports/priceinputs.h"

#include <algorithm>
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

Result<void> addUsedTokens(const CacheReader& cache, const DateRange& span, PriceTable::Builder& prices) {
    FactQuery query;
    query.range = span;
    query.by = {Dimension::Model, Dimension::ServiceTier, Dimension::ContextWindow};
    const auto rows = cache.usage(query);
    if (!rows) return failure(rows.error());
    for (const UsageRow& row : *rows) {
        prices.addUsed(UtcDay::fromSeconds(row.period), {row.keys[0], row.keys[1], row.keys[2]}, row.measures);
    }
    return {};
}

Result<std::vector<CostRow>> loadBill(const CacheReader& cache, const DateRange& span) {
    FactQuery query;
    query.range = span;
    query.by = {Dimension::Model, Dimension::TokenType, Dimension::ServiceTier, Dimension::ContextWindow};
    return cache.cost(query);
}

void addBilledTokens(const CacheReader& cache, const std::vector<CostRow>& bill, PriceTable::Builder& prices) {
    std::unordered_map<TermId, std::optional<InputKind>> kinds;
    for (const CostRow& row : bill) {
        const auto [kind, isNew] = kinds.try_emplace(row.keys[1]);
        if (isNew) kind->second = inputKindFromTokenType(cache.text(row.keys[1]));
        if (!kind->second) continue;
        const PriceKey key{row.keys[0], row.keys[2], row.keys[3]};
        prices.addBilled(UtcDay::fromSeconds(row.period), key, *kind->second, row.measures);
    }
}

PriceTable::TextOf textOf(const CacheReader& cache) {
    return [&cache](TermId term) { return cache.text(term); };
}

std::size_t placeOf(std::vector<Dimension>& by, Dimension dimension) {
    const auto at = std::find(by.begin(), by.end(), dimension);
    if (at != by.end()) return static_cast<std::size_t>(at - by.begin());
    by.push_back(dimension);
    return by.size() - 1;
}

bool isPriorityTier(const QString& serviceTier) { return serviceTier.startsWith(QLatin1String("priority")); }

}  // namespace tokenledger
