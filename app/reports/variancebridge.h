// Why a range cost more or less than another, from the cache: tokens and amounts of both by model, tier, context window
// and kind. Built by buildVarianceBridge in the reader's thread.
#pragma once

#include "app/analysis/bridge.h"
#include "app/reports/costbreakdown.h"

namespace tokenledger {

struct VarianceRequest {
    DateRange range;
    DateRange against;  // the days before
    std::vector<DimensionFilter> where;
    friend bool operator==(const VarianceRequest&, const VarianceRequest&) = default;
};

struct VarianceBridge {
    VarianceRequest request;
    Bridge bridge;
    std::vector<CostValue> models;     // of bridge.models
    std::vector<CostValue> costTypes;  // of bridge.others
    Completeness usage;                // of both ranges together
    Completeness cost;
    Completeness costBefore;           // of `against` alone
    Completeness costAfter;            // of `range` alone
    std::int32_t daysWithoutCost = 0;  // of both, with tokens, which were left out: without amounts they look free
    QDateTime asOf;                    // the older of the newest fetches of usage and cost in `range`; invalid: none
    bool followsFilters = true;        // false: a filter was left out because usage or cost does not know its dimension
};

/// Dimensions that both usage and cost know.
[[nodiscard]] const std::vector<Dimension>& bridgeDimensions();

/// Errors Cache, Cancelled, Usage (a sum too large).
[[nodiscard]] Result<VarianceBridge> buildVarianceBridge(const CacheReader& cache, const VarianceRequest& request);

}  // namespace tokenledger
