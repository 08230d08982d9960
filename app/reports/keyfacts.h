// What every picture says alike of an API key: whether it can be used, how old it is, on which day it was used last.
// Pure but for readLastUses, which belongs in the reader's thread.
#pragma once

#include "storage/cachereader.h"

#include <functional>
#include <optional>
#include <unordered_map>

namespace tokenledger {

/// It says so, or its time is over. `expires` is invalid where it never does.
[[nodiscard]] bool isExpiredKey(const QString& status, const QDateTime& expires, const QDateTime& now);
/// Of a key that the newest list names: it can be used.
[[nodiscard]] bool isActiveKey(const QString& status, const QDateTime& expires, const QDateTime& now);

/// Whole days since it was made; nothing where that is not known or lies ahead.
[[nodiscard]] std::optional<std::int64_t> keyAge(const QDateTime& created, const QDateTime& now);

using LastUses = std::unordered_map<TermId, UtcDay>;

/// The last day with tokens in the months that `days` touches, of the keys that are wanted (a term below an id: use
/// without a key); none for a key without tokens. Errors as of CacheReader::usage.
[[nodiscard]] Result<LastUses> readLastUses(const CacheReader& cache, const DateRange& days,
                                            const std::function<bool(TermId)>& isWanted);
/// The same by periods: the first day of the last one with tokens; `only`: these keys, or all where it is empty.
[[nodiscard]] Result<LastUses> readLastPeriods(const CacheReader& cache, const DateRange& days, Interval interval,
                                               const std::vector<TermId>& only = {});

}  // namespace tokenledger
