// Chance that is the same on every machine: a hash of what it decides about, never a generator with a state.
#pragma once

#include "app/core/period.h"

#include <cstdint>

namespace tokenledger::sample {

constexpr std::uint64_t mixBits(std::uint64_t x) {
    x += 0x9E37'79B9'7F4A'7C15U;
    x = (x ^ (x >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D0'49BB'1331'11EBU;
    return x ^ (x >> 31U);
}

/// What a hash is about, so that two questions about the same thing get independent answers.
enum class Topic : std::uint64_t {
    Volume,
    Cache,
    Output,
    Slice,
    Stride,
    Search,
    CodeExecution,
    Identity,
    Presence,
    Coding,
    Terminal,
    Tools
};

constexpr std::uint64_t chance(UtcDay day, int entity, Topic topic, int detail = 0) {
    constexpr std::uint64_t Seed = 0x5441'4C4C'5945'4432U;
    std::uint64_t hash = mixBits(Seed ^ static_cast<std::uint64_t>(topic));
    hash = mixBits(hash ^ static_cast<std::uint32_t>(day.number()));
    hash = mixBits(hash ^ static_cast<std::uint32_t>(entity));
    return mixBits(hash ^ static_cast<std::uint32_t>(detail));
}

/// A whole number from low to high, both included.
constexpr std::int64_t pick(std::uint64_t hash, std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(hash % static_cast<std::uint64_t>(high - low + 1));
}

/// `value * permille / 1000`, for values up to about 9e15.
constexpr std::int64_t share(std::int64_t value, std::int64_t permille) { return value * permille / 1000; }

/// A line from (first, low) to (last, high), flat outside.
constexpr std::int64_t ramp(UtcDay day, UtcDay first, UtcDay last, std::int64_t low, std::int64_t high) {
    if (day <= first) return low;
    if (day >= last) return high;
    return low + (high - low) * (day - first) / (last - first);
}

}  // namespace tokenledger::sample
