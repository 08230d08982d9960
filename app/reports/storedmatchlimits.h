// When two figures of a reconciliation count as the same in this organization. Works in the reader's thread.
#pragma once

#include "app/finance/matchlimits.h"
#include "storage/cachereader.h"

namespace tokenledger {

/// Their definition's name: there is one set of them.
inline const QString MatchLimitsName = QStringLiteral("reconciliation");

/// The limits that the organization laid down, else the usual ones. Errors Cache, Cancelled; Usage when the definition
/// does not hold.
[[nodiscard]] Result<MatchLimits> storedMatchLimits(const CacheReader& cache);

}  // namespace tokenledger
