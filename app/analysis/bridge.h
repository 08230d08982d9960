// Why one period cost more than another: volume, mix, cache and price effect of each model, adding up to the difference
// exactly. Pure.
#pragma once

#include "app/analysis/allocation.h"

#include <map>
#include <vector>

namespace tokenledger {

/// Tokens of a kind and what they were billed with. Not Search or Other.
struct BridgeLine {
    TermId model = NullTerm;
    TermId serviceTier = NullTerm;
    TermId contextWindow = NullTerm;
    BilledKind kind = BilledKind::Uncached;
    std::int64_t tokens = 0;
    Money amount;
};

struct BridgePeriod {
    std::vector<BridgeLine> lines;   // in any order; those of the same cell are summed
    std::map<TermId, Money> others;  // by cost type: what is not billed by token
    Money withoutUsage;              // of days whose tokens are not known
};

struct BridgeEffects {
    Money volume;
    Money mix;
    Money cache;
    Money price;
    Money other;  // amounts without tokens
    friend bool operator==(const BridgeEffects&, const BridgeEffects&) = default;
};

struct Bridge {
    struct Model {
        TermId model = NullTerm;
        std::int64_t tokensBefore = 0;
        std::int64_t tokensAfter = 0;
        Money before;
        Money after;
        BridgeEffects effects;
        bool isNew = false;   // no tokens before
        bool isGone = false;  // no tokens after
    };
    struct Other {
        TermId costType = NullTerm;
        Money before;
        Money after;
    };
    Money before;
    Money after;
    BridgeEffects effects;      // of all models; other with everything else, so that they add up to after - before
    Money newModels;            // of the mix effect
    Money goneModels;           // of the mix effect
    std::vector<Model> models;  // by term
    std::vector<Other> others;  // by term
    Money withoutUsageBefore;
    Money withoutUsageAfter;
};

/// With q the tokens, a the amount and p = a / q the price of a cell (model, tier, context window, token kind), Q and A
/// their sums, 0 the period before and 1 the one after, and groups of cells that differ in the kind of input alone:
///   volume  = A0 Q1 / Q0 - A0               more or fewer tokens at the old average cost of a token
///   mix     = sum Q1g A0g / Q0g - A0 Q1 / Q0   other models, tiers, windows, more or less output, at old average cost
///   cache   = sum q1 p0 - sum Q1g A0g / Q0g    within a group, the shift between uncached, read and written input
///   price   = A1 - sum q1 p0                new prices for old ones, at the new tokens
/// A cell without an old price counts with its new one: a new model is mix, a new kind of cache write is cache.
/// Each step is rounded to nano-dollars, the volume of models by largest remainder. Error Usage when a sum is too
/// large.
[[nodiscard]] Result<Bridge> buildBridge(const BridgePeriod& before, const BridgePeriod& after);

}  // namespace tokenledger
