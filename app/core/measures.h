// Additive measures: what a fact counts, with overflow-checked addition.
#pragma once

#include "app/core/money.h"

#include <cstdint>

namespace tokenledger {

/// Tokens of the messages usage report. The four input kinds are disjoint: nothing is counted twice.
struct UsageMeasures {
    std::int64_t uncachedInput = 0;
    std::int64_t cacheCreation5m = 0;
    std::int64_t cacheCreation1h = 0;
    std::int64_t cacheRead = 0;
    std::int64_t output = 0;
    std::int64_t webSearches = 0;  // requests, not tokens

    friend bool operator==(const UsageMeasures&, const UsageMeasures&) = default;
    /// False when a sum does not fit 64 bits; the object is then unusable.
    [[nodiscard]] bool add(const UsageMeasures& other);
    [[nodiscard]] Result<std::int64_t> totalInput() const;
    [[nodiscard]] Result<std::int64_t> totalTokens() const;
};

/// Claude Code activity of a day. The estimated cost is the API's own estimate: not the bill, never added to spend.
struct ClaudeCodeMeasures {
    std::int64_t sessions = 0;
    std::int64_t linesAdded = 0;
    std::int64_t linesRemoved = 0;
    std::int64_t commits = 0;
    std::int64_t pullRequests = 0;
    std::int64_t toolAccepted = 0;
    std::int64_t toolRejected = 0;
    Money estimatedCost;

    friend bool operator==(const ClaudeCodeMeasures&, const ClaudeCodeMeasures&) = default;
    [[nodiscard]] bool add(const ClaudeCodeMeasures& other);
};

/// Tokens by model inside Claude Code; the same tokens are already in the usage report.
struct ClaudeCodeModelMeasures {
    std::int64_t input = 0;
    std::int64_t output = 0;
    std::int64_t cacheRead = 0;
    std::int64_t cacheCreation = 0;
    Money estimatedCost;

    friend bool operator==(const ClaudeCodeModelMeasures&, const ClaudeCodeModelMeasures&) = default;
    [[nodiscard]] bool add(const ClaudeCodeModelMeasures& other);
};

}  // namespace tokenledger
