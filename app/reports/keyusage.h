// Who uses the organization's API keys: tokens by key, how many are in use, which ones lie idle. Built by buildKeyUsage
// in the reader's thread.
#pragma once

#include "app/reports/costbreakdown.h"

namespace tokenledger {

struct KeyUsageRequest {
    DateRange range;
    std::vector<DimensionFilter> where;  // dimensions of the report "usage"
    QDateTime now;                       // what has expired until then, and how old the keys are
};

struct KeyUsage {
    /// A key with tokens in the range; an empty id: without one (Console, Workbench).
    struct UsedKey {
        CostValue key;
        std::optional<QString> workspace;  // name; nothing: the lists do not say
        std::int64_t tokens = 0;
    };
    /// A key that can be used, as the newest list says, and that nobody has used since the first day of the range.
    struct IdleKey {
        CostValue key;
        QString workspace;
        std::optional<QString> owner;      // who made it; nothing: not known
        QDateTime created;                 // invalid: not known
        std::optional<UtcDay> lastUsedOn;  // the last day with tokens in the cache; nothing: none
        bool neverUsed = false;            // all days since it was made are here, and none has tokens of it
    };

    KeyUsageRequest request;
    Completeness completeness;  // of the range
    QDateTime asOf;             // newest fetch of the range; invalid: none
    std::vector<UsedKey> used;  // by tokens, descending
    std::int64_t tokens = 0;    // of all of them
    int keysInUse = 0;          // of these, with an id

    // Keys with tokens on each day of the range, where it is short enough to be read by days; else empty. A day without
    // data has none.
    std::vector<std::optional<int>> keysPerDay;

    QDateTime listedAt;          // when the keys were listed; invalid: never
    int activeKeys = 0;          // that the filters let through
    std::vector<IdleKey> idle;   // those that were never used first, then the longest idle ones
    UtcDay knownFrom;            // the cache's first day: what was before is not known
    DateRange watched;           // from the range's first day to the last one with usage: here they have no tokens
    Completeness watchedDays;    // of it: in a day that is missing a key may have been used
    bool idleFollowsAll = true;  // false with filters that say nothing of a key: model, tier, context window
};

/// Longer ranges have no keysPerDay.
inline constexpr int MostKeyDays = 92;

/// Errors Cache, Cancelled (superseded), Usage (a sum too large).
[[nodiscard]] Result<KeyUsage> buildKeyUsage(const CacheReader& cache, const KeyUsageRequest& request);

}  // namespace tokenledger
