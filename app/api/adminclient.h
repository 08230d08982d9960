// The Admin API as typed requests. One request at a time, retried and rate-limited in here; lives in one thread.
#pragma once

#include "app/api/httptransport.h"
#include "app/core/clock.h"
#include "app/core/listedobject.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace tokenledger {

struct RateLimit {
    std::optional<int> limit;      // anthropic-ratelimit-requests-limit
    std::optional<int> remaining;  // anthropic-ratelimit-requests-remaining
    std::optional<QDateTime> reset;
};

struct RetryPolicy {
    int maxRetries = 4;
    std::chrono::milliseconds firstDelay{500};
    std::chrono::milliseconds maxDelay{8000};
    double jitter = 0.25;  // fraction of the delay, added or taken away at random
    // A longer wait is an error. The limit's window is an hour; the rest is for clocks that differ.
    std::chrono::milliseconds maxServerDelay{4'500'000};
    bool waitForRateLimit = true;  // false: ErrorKind::RateLimited instead of a pause
};

/// An answer and what the request log keeps of how it came about.
template <typename T>
struct ApiAnswer {
    Result<T> value;
    RequestLogEntry log;
};
template <typename T>
using ApiCallback = std::function<void(ApiAnswer<T>)>;

struct UsageQuery {
    DateRange days;
    BucketWidth width = BucketWidth::Day;
    DimensionSet grouping;  // at most 5
};
/// The grouping that sync asks for: workspace, API key, model, service tier, context window.
inline constexpr DimensionSet UsageGrouping{Dimension::Workspace, Dimension::ApiKey, Dimension::Model,
                                            Dimension::ServiceTier, Dimension::ContextWindow};
/// Of the cost report: workspace and description; the description brings the other columns with it.
inline constexpr DimensionSet CostGrouping{Dimension::Workspace,     Dimension::Description, Dimension::CostType,
                                           Dimension::TokenType,     Dimension::Model,       Dimension::ServiceTier,
                                           Dimension::ContextWindow, Dimension::InferenceGeo};

class AdminClient : public QObject {
    Q_OBJECT
public:
    /// `baseUrl`: https, or http on a loopback address; check with checkBaseUrl first.
    AdminClient(HttpTransport& transport, Clock& clock, QUrl baseUrl, SecretBuffer key, RetryPolicy policy = {},
                QObject* parent = nullptr);
    ~AdminClient() override;

    /// Error Usage in plain words for anything but https, or http on 127.0.0.0/8, ::1, localhost.
    [[nodiscard]] static Result<QUrl> checkBaseUrl(const QString& text);
    [[nodiscard]] static QUrl defaultBaseUrl();

    // Each calls back exactly once, later; the next may be asked from within the callback, or before: it waits its
    // turn. `page` and `afterId`: empty for the first page; all pages keep the same query. A page is given as the
    // server sent it: a bucket outside the asked days is for storage to refuse.
    void usagePage(const UsageQuery& query, const QString& page, ApiCallback<std::shared_ptr<const UsagePage>> done);
    void costPage(const DateRange& days, const QString& page, ApiCallback<std::shared_ptr<const CostPage>> done);
    void claudeCodePage(UtcDay day, const QString& page, ApiCallback<std::shared_ptr<const ClaudeCodePage>> done);
    void me(ApiCallback<Organization> done);
    /// `within`: the workspace of a list of members, else empty.
    void objectsPage(ObjectKind kind, const QString& within, const QString& afterId, ApiCallback<ObjectPage> done);

    /// Ends the request under way or its wait, and those that stand behind it; their callbacks get Cancelled before
    /// this returns.
    void cancel();

    [[nodiscard]] RateLimit rateLimit() const;
    [[nodiscard]] const QUrl& baseUrl() const;

signals:
    void rateLimitChanged(const tokenledger::RateLimit& limit);
    /// The rate limit is used up; the request goes on by itself at `until`.
    void paused(const QDateTime& until);
    void resumed();
    void retrying(int attempt, const tokenledger::Error& cause, std::chrono::milliseconds delay);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace tokenledger
