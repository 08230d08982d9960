#include "app/api/adminclient.h"

#include "app/api/anthropic/errors.h"
#include "app/api/anthropic/listparser.h"
#include "app/api/anthropic/reportparser.h"
#include "app/api/anthropic/requests.h"
#include "app/api/retry.h"
#include "app/core/async.h"
#include "app/core/plaintext.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QRandomGenerator>
#include <QtConcurrentRun>

#include <deque>

namespace tokenledger {

namespace {

/// One asked request with all its attempts.
struct Exchange {
    Result<QUrl> url;
    RequestLogEntry log;
    QElapsedTimer timer;
    std::function<void(Exchange&, const HttpResponse&)> accept;  // reads a 200, then calls settle
    std::function<void(const Error&, const RequestLogEntry&)> refuse;

    RequestLogEntry closeLog(const QString& outcome) {
        log.outcome = outcome;
        log.durationMs = timer.isValid() ? timer.elapsed() : 0;
        return log;
    }
};

template <typename Row>
std::int64_t rowsIn(const std::shared_ptr<const ReportPage<Row>>& page) {
    return static_cast<std::int64_t>(page->rows.size());
}
std::int64_t rowsIn(const std::shared_ptr<const ClaudeCodePage>& page) {
    return static_cast<std::int64_t>(page->rows.size());
}
std::int64_t rowsIn(const ObjectPage& page) { return static_cast<std::int64_t>(page.rows.size()); }
std::int64_t rowsIn(const Organization&) { return 1; }

Error stopped() { return {ErrorKind::Cancelled, QStringLiteral("Stopped before it was done."), {}}; }

}  // namespace

struct AdminClient::Private {
    Private(AdminClient* client, HttpTransport& http, Clock& time, QUrl base, SecretBuffer secret, RetryPolicy retry)
        : q(client), transport(http), clock(time), baseUrl(std::move(base)), key(std::move(secret)), policy(retry) {}

    AdminClient* q;
    HttpTransport& transport;
    Clock& clock;
    QUrl baseUrl;
    SecretBuffer key;
    RetryPolicy policy;
    RateLimit limit;
    std::optional<QDateTime> usedUpUntil;  // the last answer left nothing of the rate limit
    std::deque<std::shared_ptr<Exchange>> queue;
    std::shared_ptr<Exchange> current;
    QPointer<HttpCall> call;
    quint64 turn = 0;  // of the request under way; whatever comes back for an earlier one is late
    bool isPaused = false;

    template <typename T, typename Parse>
    void ask(Result<QUrl> url, Dataset dataset, Parse parse, ApiCallback<T> done);
    void enqueue(std::shared_ptr<Exchange> exchange);
    void startNext();
    void send();
    void answered(const Result<HttpResponse>& response);
    void retryOrFail(Error error, bool worthIt, std::optional<std::chrono::milliseconds> delay);
    void fail(const Error& error);
    std::shared_ptr<Exchange> settle();
    void wait(std::chrono::milliseconds delay, void (Private::*then)());
    void pause(std::chrono::milliseconds delay);
    void resume();
    void noteRateLimit(const HttpResponse& response);
};

template <typename T, typename Parse>
void AdminClient::Private::ask(Result<QUrl> url, Dataset dataset, Parse parse, ApiCallback<T> done) {
    auto exchange = std::make_shared<Exchange>();
    exchange->log.dataset = dataset;
    if (url) exchange->log.request = loggedRequest(*url);
    exchange->url = std::move(url);
    exchange->refuse = [done](const Error& error, const RequestLogEntry& log) { done({failure(error), log}); };
    exchange->accept = [this, parse, done](Exchange& asked, const HttpResponse& response) {
        // Any text of the body may reach the cache or the screen: a key that the server echoes stops here.
        const QByteArray body = withoutKey(response.body, key);
        const QFuture<Result<T>> parsed = QtConcurrent::run([parse, body] { return Result<T>(parse(body)); });
        whenDone(parsed, q, [this, done, mine = turn, requestId = asked.log.requestId](Result<T> value) {
            if (mine != turn) return;
            const std::shared_ptr<Exchange> over = settle();
            if (value) {
                over->log.rows = rowsIn(*value);
            } else {
                value.error().httpStatus = over->log.httpStatus;
                value.error().requestId = requestId;
            }
            const QString outcome = value ? QStringLiteral("ok") : value.error().message;
            done({std::move(value), over->closeLog(outcome)});
        });
    };
    enqueue(std::move(exchange));
}

void AdminClient::Private::enqueue(std::shared_ptr<Exchange> exchange) {
    exchange->log.at = clock.now();
    queue.push_back(std::move(exchange));
    // Later, so that nobody is called back from within his own question.
    QMetaObject::invokeMethod(
        q, [this] { startNext(); }, Qt::QueuedConnection);
}

void AdminClient::Private::startNext() {
    if (current || queue.empty()) return;
    current = std::move(queue.front());
    queue.pop_front();
    ++turn;
    current->log.at = clock.now();
    current->timer.start();
    if (!current->url) {
        fail(current->url.error());
        return;
    }
    const std::chrono::milliseconds delay(usedUpUntil ? clock.now().msecsTo(*usedUpUntil) : 0);
    if (delay.count() <= 0) {
        send();
        return;
    }
    if (!policy.waitForRateLimit || delay > policy.maxServerDelay) {
        Error error{
            ErrorKind::RateLimited,
            QStringLiteral("The rate limit of the organization is used up until %1.").arg(toRfc3339(*usedUpUntil)),
            QStringLiteral("nothing was sent")};
        error.retryAfter = delay;
        fail(error);
        return;
    }
    pause(delay);
}

void AdminClient::Private::send() {
    call = transport.get(apiRequest(*current->url), key, q);
    connect(call, &HttpCall::finished, q, [this, mine = turn](const Result<HttpResponse>& response) {
        if (mine == turn) answered(response);
    });
}

void AdminClient::Private::answered(const Result<HttpResponse>& response) {
    call.clear();
    if (!response) {
        current->log.httpStatus = 0;
        Error error = response.error();
        error.detail = plainText(QString::fromUtf8(withoutKey(error.detail.toUtf8(), key)));
        retryOrFail(error, isWorthRetrying(error), std::nullopt);
        return;
    }
    current->log.httpStatus = response->status;
    const quint64 mine = turn;
    noteRateLimit(*response);
    if (mine != turn) return;  // somebody who heard of the limit cancelled
    if (response->status == 200) {
        current->log.requestId = plainText(QString::fromLatin1(withoutKey(response->header("request-id"), key)));
        current->accept(*current, *response);
        return;
    }
    Error error = errorOf(*response, key);
    current->log.requestId = error.requestId;
    retryOrFail(std::move(error), isWorthRetrying(*response), serverDelay(*response, clock.now()));
}

void AdminClient::Private::retryOrFail(Error error, bool worthIt, std::optional<std::chrono::milliseconds> delay) {
    const bool limited = error.kind == ErrorKind::RateLimited;
    if (limited && worthIt) error.retryAfter = delay;
    const bool tooLong = delay && *delay > policy.maxServerDelay;
    if (!worthIt || tooLong || (limited && !policy.waitForRateLimit) || current->log.retries >= policy.maxRetries) {
        if (current->log.retries > 0) {
            error.detail += QStringLiteral("; gave up after %1 retries").arg(current->log.retries);
        }
        fail(error);
        return;
    }
    const int attempt = ++current->log.retries;
    const auto wanted = delay.value_or(backoff(policy, attempt, QRandomGenerator::global()->generateDouble()));
    if (limited) {
        pause(wanted);
        return;
    }
    wait(wanted, &Private::send);
    emit q->retrying(attempt, error, wanted);
}

void AdminClient::Private::fail(const Error& error) {
    const std::shared_ptr<Exchange> over = settle();
    over->refuse(error, over->closeLog(error.message));
}

// Makes room for the next request. The caller then calls back, last of all: that may delete the client.
std::shared_ptr<Exchange> AdminClient::Private::settle() {
    ++turn;
    QMetaObject::invokeMethod(
        q, [this] { startNext(); }, Qt::QueuedConnection);
    return std::exchange(current, nullptr);
}

void AdminClient::Private::wait(std::chrono::milliseconds delay, void (Private::*then)()) {
    clock.after(delay, q, [this, mine = turn, then] {
        if (mine == turn) (this->*then)();
    });
}

// Ends by the wait itself, not by looking at the clock again: with a fixed present it would never end.
void AdminClient::Private::pause(std::chrono::milliseconds delay) {
    isPaused = true;
    wait(delay, &Private::resume);
    emit q->paused(clock.now().addMSecs(delay.count()));
}

void AdminClient::Private::resume() {
    isPaused = false;
    usedUpUntil.reset();
    current->log.at = clock.now();  // the answer is as new as this, and the pause is no part of how long it took
    current->timer.restart();
    send();
    emit q->resumed();
}

void AdminClient::Private::noteRateLimit(const HttpResponse& response) {
    const auto said = rateLimitOf(response);
    if (!said) return;
    limit = *said;
    const bool usedUp = limit.remaining && *limit.remaining <= 0 && limit.reset && *limit.reset > clock.now();
    usedUpUntil = usedUp ? limit.reset : std::nullopt;
    emit q->rateLimitChanged(limit);
}

AdminClient::AdminClient(HttpTransport& transport, Clock& clock, QUrl baseUrl, SecretBuffer key, RetryPolicy policy,
                         QObject* parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, transport, clock, std::move(baseUrl), std::move(key), policy)) {}

AdminClient::~AdminClient() {
    if (d->call) d->call->disconnect(this);
    delete d->call;
}

void AdminClient::usagePage(const UsageQuery& query, const QString& page,
                            ApiCallback<std::shared_ptr<const UsagePage>> done) {
    const auto parse = [query](const QByteArray& body) { return parseUsagePage(body, query.width, query.grouping); };
    d->ask(usageUrl(d->baseUrl, query, page), usageDataset(query.width), parse, std::move(done));
}

void AdminClient::costPage(const DateRange& days, const QString& page,
                           ApiCallback<std::shared_ptr<const CostPage>> done) {
    d->ask(costUrl(d->baseUrl, days, page), Dataset::Cost, &parseCostPage, std::move(done));
}

void AdminClient::claudeCodePage(UtcDay day, const QString& page,
                                 ApiCallback<std::shared_ptr<const ClaudeCodePage>> done) {
    const auto parse = [day](const QByteArray& body) { return parseClaudeCodePage(body, day); };
    d->ask(claudeCodeUrl(d->baseUrl, day, page), Dataset::ClaudeCode, parse, std::move(done));
}

void AdminClient::me(ApiCallback<Organization> done) {
    d->ask(meUrl(d->baseUrl), Dataset::Organization, &parseOrganization, std::move(done));
}

void AdminClient::objectsPage(ObjectKind kind, const QString& within, const QString& afterId,
                              ApiCallback<ObjectPage> done) {
    d->ask(
        objectsUrl(d->baseUrl, kind, within, afterId), Dataset::Organization,
        [kind](const QByteArray& body) { return parseObjects(kind, body); }, std::move(done));
}

void AdminClient::cancel() {
    std::deque<std::shared_ptr<Exchange>> ended = std::exchange(d->queue, {});
    if (d->current) ended.push_front(std::exchange(d->current, nullptr));
    ++d->turn;
    if (d->call) {
        d->call->disconnect(this);
        d->call->abort();
        d->call.clear();
    }
    const QPointer<AdminClient> alive(this);
    if (std::exchange(d->isPaused, false)) emit resumed();
    for (const auto& exchange : ended) {
        const Error error = stopped();
        exchange->refuse(error, exchange->closeLog(error.message));
        if (!alive) return;
    }
}

RateLimit AdminClient::rateLimit() const { return d->limit; }

const QUrl& AdminClient::baseUrl() const { return d->baseUrl; }

}  // namespace tokenledger
