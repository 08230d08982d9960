// What can be exported: of the Overview, then of Data health.
#pragma once

namespace tokenledger {

enum class ExportKind { CostByModel, ModelDistribution, CacheEfficiency, Changes, Completeness, SyncLog, Restatements };

}  // namespace tokenledger
