// What the Overview offers as CSV. Pure functions of the controller's state.
#pragma once

#include "ui/namedreport.h"
#include "ui/sessioncontroller.h"

namespace tokenledger {

/// In the order of overviewExports().
enum class OverviewExport { CostByModel, ModelDistribution, CacheEfficiency, Changes };

[[nodiscard]] std::vector<NamedReport> overviewExports(const SessionController& controller);

}  // namespace tokenledger
