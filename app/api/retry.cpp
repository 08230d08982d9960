#include "app/api/retry.h"

#include "app/api/anthropic/errors.h"

#include <algorithm>
#include <cmath>

namespace tokenledger {

namespace {

// Longer than anybody waits, and far from overflow.
constexpr double LongestDelayMs = 366.0 * 86'400'000.0;

std::optional<std::chrono::milliseconds> delayFrom(const QByteArray& text, double unitMs) {
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < 0) return std::nullopt;
    return std::chrono::milliseconds(std::llround(std::min(value * unitMs, LongestDelayMs)));
}

std::optional<int> number(const QByteArray& text) {
    bool ok = false;
    const int value = text.trimmed().toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

}  // namespace

bool isWorthRetrying(const HttpResponse& response) {
    const int status = response.status;
    const bool passing = status == 408 || status == 409 || status == 429 || status >= 500;
    if (!passing || response.header("x-should-retry").trimmed().toLower() == "false") return false;
    return !isSpendLimit(response);
}

bool isWorthRetrying(const Error& error) {
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
}

std::chrono::milliseconds backoff(const RetryPolicy& policy, int attempt, double random) {
    auto delay = policy.firstDelay;
    for (int i = 1; i < attempt && delay < policy.maxDelay; ++i) delay *= 2;
    delay = std::min(delay, policy.maxDelay);
    const double factor = 1.0 + policy.jitter * (2.0 * random - 1.0);
    return std::chrono::milliseconds(std::llround(static_cast<double>(delay.count()) * factor));
}

std::optional<std::chrono::milliseconds> serverDelay(const HttpResponse& response, const QDateTime& now) {
    if (const auto delay = delayFrom(response.header("retry-after-ms"), 1)) return delay;
    if (const auto delay = delayFrom(response.header("retry-after"), 1000)) return delay;
    if (response.status != 429) return std::nullopt;
    const auto limit = rateLimitOf(response);
    if (!limit || !limit->reset || *limit->reset <= now) return std::nullopt;
    return std::chrono::milliseconds(now.msecsTo(*limit->reset));
}

std::optional<RateLimit> rateLimitOf(const HttpResponse& response) {
    RateLimit limit;
    limit.limit = number(response.header("anthropic-ratelimit-requests-limit"));
    limit.remaining = number(response.header("anthropic-ratelimit-requests-remaining"));
    limit.reset = fromRfc3339(QString::fromLatin1(response.header("anthropic-ratelimit-requests-reset").trimmed()));
    if (!limit.limit && !limit.remaining && !limit.reset) return std::nullopt;
    return limit;
}

}  // namespace tokenledger
