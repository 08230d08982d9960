#include "app/core/measures.h"

namespace tokenledger {

namespace {

bool addTo(std::int64_t& sum, std::int64_t value) { return !__builtin_add_overflow(sum, value, &sum); }

bool addTo(Money& sum, Money value) {
    const Result<Money> total = add(sum, value);
    if (!total) return false;
    sum = *total;
    return true;
}

Result<std::int64_t> sumOf(std::initializer_list<std::int64_t> values) {
    std::int64_t sum = 0;
    for (const std::int64_t value : values) {
        if (!addTo(sum, value)) {
            return tooLarge(QStringLiteral("A sum of tokens"));
        }
    }
    return sum;
}

}  // namespace

bool UsageMeasures::add(const UsageMeasures& other) {
    return addTo(uncachedInput, other.uncachedInput) && addTo(cacheCreation5m, other.cacheCreation5m) &&
           addTo(cacheCreation1h, other.cacheCreation1h) && addTo(cacheRead, other.cacheRead) &&
           addTo(output, other.output) && addTo(webSearches, other.webSearches);
}

Result<std::int64_t> UsageMeasures::totalInput() const {
    return sumOf({uncachedInput, cacheCreation5m, cacheCreation1h, cacheRead});
}

Result<std::int64_t> UsageMeasures::totalTokens() const {
    return sumOf({uncachedInput, cacheCreation5m, cacheCreation1h, cacheRead, output});
}

bool ClaudeCodeMeasures::add(const ClaudeCodeMeasures& other) {
    return addTo(sessions, other.sessions) && addTo(linesAdded, other.linesAdded) &&
           addTo(linesRemoved, other.linesRemoved) && addTo(commits, other.commits) &&
           addTo(pullRequests, other.pullRequests) && addTo(toolAccepted, other.toolAccepted) &&
           addTo(toolRejected, other.toolRejected) && addTo(estimatedCost, other.estimatedCost);
}

bool ClaudeCodeModelMeasures::add(const ClaudeCodeModelMeasures& other) {
    return addTo(input, other.input) && addTo(output, other.output) && addTo(cacheRead, other.cacheRead) &&
           addTo(cacheCreation, other.cacheCreation) && addTo(estimatedCost, other.estimatedCost);
}

}  // namespace tokenledger
