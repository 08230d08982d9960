// Reads from the cache what a PriceTable is built from. All organization, whatever the filters: a filter must not bend
// a price.
#pragma once

#include "app/analysis/pricetable.h"
#include "app/reports/coverageview.h"

namespace tokenledger {

/// The days whose bills can price the days of `range`.
[[nodiscard]] DateRange priceDays(const DateRange& range);

/// Days of `span` that are final in both reports, ascending.
[[nodiscard]] std::vector<UtcDay> finalDays(const CoverageView& usage, const CoverageView& cost, const DateRange& span);

/// Adds the tokens of all days of `span`.
[[nodiscard]] Result<void> addUsedTokens(const CacheReader& cache, const DateRange& span, PriceTable::Builder& prices);

/// All billed amounts by day; keys: model, token type, service tier, context window. The cache keeps these sums ready.
[[nodiscard]] Result<std::vector<CostRow>> loadBill(const CacheReader& cache, const DateRange& span);
/// Adds what of such a bill is about input tokens.
void addBilledTokens(const CacheReader& cache, const std::vector<CostRow>& bill, PriceTable::Builder& prices);

/// The text function that a PriceTable wants. `cache` must outlive it.
[[nodiscard]] PriceTable::TextOf textOf(const CacheReader& cache);

/// Where `dimension` stands in `by`, which grows by it when it is not there yet: prices need more than is shown.
std::size_t placeOf(std::vector<Dimension>& by, Dimension dimension);

/// What is billed outside the cost report: its tokens have no price, and no model is to blame for it.
[[nodiscard]] bool isPriorityTier(const QString& serviceTier);

}  // namespace tokenledger
