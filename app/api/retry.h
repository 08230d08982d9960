// When to ask again, and after how long: pure functions.
#pragma once

#include "app/api/adminclient.h"

namespace tokenledger {

/// 408, 409, 429 and 5xx, unless the server says otherwise or nothing is won by waiting.
[[nodiscard]] bool isWorthRetrying(const HttpResponse& response);
/// No answer at all: Network and Timeout.
[[nodiscard]] bool isWorthRetrying(const Error& error);

/// The delay before retry `attempt` (1, 2, ...): doubling up to the policy's maximum; `random` in [0, 1) spreads it.
[[nodiscard]] std::chrono::milliseconds backoff(const RetryPolicy& policy, int attempt, double random);

/// What the server asks for: retry-after-ms, retry-after in seconds, or on a 429 the time to the limit's reset.
[[nodiscard]] std::optional<std::chrono::milliseconds> serverDelay(const HttpResponse& response, const QDateTime& now);

/// The rate limit headers; nothing when there are none.
[[nodiscard]] std::optional<RateLimit> rateLimitOf(const HttpResponse& response);

}  // namespace tokenledger
