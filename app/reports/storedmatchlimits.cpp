#include "app/reports/storedmatchlimits.h"

#include "app/finance/kinds.h"

namespace tokenledger {

Result<MatchLimits> storedMatchLimits(const CacheReader& cache) {
    const auto stored = cache.definitions(definitionkind::MatchLimits);
    if (!stored) return failure(stored.error());
    return stored->empty() ? MatchLimits() : parseMatchLimits(stored->front().body);
}

}  // namespace tokenledger
