// What of the Overview can be exported.
#pragma once

namespace tokenledger {

enum class ExportKind { CostByModel, ModelDistribution, CacheEfficiency, Changes };

}  // namespace tokenledger
