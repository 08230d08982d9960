// The models that the sample organization uses: when each is in use, and what its tokens cost. Pure functions.
#pragma once

#include "app/core/period.h"

#include <array>
#include <cstdint>

namespace tokenledger::sample {

enum class Family { Opus, Sonnet, Haiku, Fable };
inline constexpr int FamilyCount = 4;

struct Model {
    const char* id;
    const char* title;  // as descriptions of the cost report spell it
    const char* geo;    // "not_available" for a model that is older than the geography setting
};
inline constexpr int ModelCount = 7;
[[nodiscard]] const Model& modelAt(int index);

/// A family's models: the one that goes and the one that comes. Fable has no predecessor (-1).
struct Generations {
    int older;
    int newer;
};
[[nodiscard]] Generations generationsOf(Family family);

/// How much of a family's work runs on the newer model, in permille; workspaces move one after the other.
[[nodiscard]] std::int64_t newerShare(Family family, UtcDay day, int workspace);

enum class TokenKind { UncachedInput, CacheCreation5m, CacheCreation1h, CacheRead, Output };
inline constexpr int TokenKindCount = 5;

/// List price in nano-dollars a token. Batch is half price; batch work of the sample never caches, so that each
/// price is a whole number.
[[nodiscard]] std::int64_t nanoPerToken(int model, TokenKind kind, bool batch, UtcDay day);

}  // namespace tokenledger::sample
