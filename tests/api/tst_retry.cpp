// The retry table: what is asked again, and after how long.
#include "app/api/retry.h"

#include <QTest>

using namespace tokenledger;
using namespace std::chrono_literals;

namespace {

HttpResponse answer(int status, std::vector<std::pair<QByteArray, QByteArray>> headers = {}, const char* body = "") {
    return {status, std::move(headers), QByteArray(body)};
}

const QDateTime Now = *fromRfc3339(u"2026-11-20T12:00:00Z");

}  // namespace

class TestRetry : public QObject {
    Q_OBJECT
private slots:
    void knowsWhatIsWorthIt_data();
    void knowsWhatIsWorthIt();
    void obeysTheServer();
    void doublesUpToTheMaximum();
    void spreadsAround();
    void readsServerDelays_data();
    void readsServerDelays();
    void readsTheRateLimit();
};

void TestRetry::knowsWhatIsWorthIt_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("again");
    for (const int status : {408, 409, 429, 500, 502, 503, 504, 529, 599}) {
        QTest::newRow(qPrintable(QString::number(status))) << status << true;
    }
    for (const int status : {200, 204, 301, 302, 304, 307, 400, 401, 402, 403, 404, 405, 410, 413, 422}) {
        QTest::newRow(qPrintable(QString::number(status))) << status << false;
    }
}

void TestRetry::knowsWhatIsWorthIt() {
    QFETCH(int, status);
    QFETCH(bool, again);
    QCOMPARE(isWorthRetrying(answer(status)), again);
}

void TestRetry::obeysTheServer() {
    QVERIFY(!isWorthRetrying(answer(500, {{"x-should-retry", "false"}})));
    QVERIFY(isWorthRetrying(answer(500, {{"x-should-retry", "true"}})));
    QVERIFY(!isWorthRetrying(answer(429, {}, R"({"error":{"type":"rate_limit_error","message":"m",
        "details":{"error_code":"enforced_spend_limit_reached"}}})")));
    QVERIFY(isWorthRetrying(answer(429, {}, R"({"error":{"details":null}})")));
    for (const ErrorKind kind : {ErrorKind::Network, ErrorKind::Timeout}) QVERIFY(isWorthRetrying(Error{kind, {}, {}}));
    for (const ErrorKind kind :
         {ErrorKind::Cancelled, ErrorKind::BadResponse, ErrorKind::Usage, ErrorKind::Unauthorized}) {
        QVERIFY(!isWorthRetrying(Error{kind, {}, {}}));
    }
}

void TestRetry::doublesUpToTheMaximum() {
    const RetryPolicy policy;
    const std::vector<std::chrono::milliseconds> expected = {500ms, 1000ms, 2000ms, 4000ms, 8000ms, 8000ms};
    for (int attempt = 1; attempt <= 6; ++attempt) {
        QCOMPARE(backoff(policy, attempt, 0.5), expected[static_cast<std::size_t>(attempt - 1)]);
    }
    QCOMPARE(backoff(policy, 1000, 0.5), 8000ms);
}

void TestRetry::spreadsAround() {
    const RetryPolicy policy;
    QCOMPARE(backoff(policy, 1, 0.0), 375ms);
    QCOMPARE(backoff(policy, 1, 0.999999), 625ms);
    RetryPolicy steady;
    steady.jitter = 0;
    QCOMPARE(backoff(steady, 1, 0.999), 500ms);
}

void TestRetry::readsServerDelays_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("delayMs");  // -1: none
    const auto row = [](const char* title, int status, const char* name, const char* value, qint64 delay) {
        QTest::newRow(title) << status << QByteArray(name) << QByteArray(value) << delay;
    };
    const char* reset = "anthropic-ratelimit-requests-reset";
    row("seconds", 429, "retry-after", "30", 30'000);
    row("none", 429, "retry-after", "0", 0);
    row("fraction", 529, "retry-after", "1.5", 1500);
    row("milliseconds", 429, "retry-after-ms", "250", 250);
    row("negative", 429, "retry-after", "-5", -1);
    row("words", 429, "retry-after", "soon", -1);
    row("not finite", 429, "retry-after", "inf", -1);
    row("huge", 429, "retry-after", "1e300", 366LL * 86'400'000);
    row("reset", 429, reset, "2026-11-20T12:40:00Z", 2'400'000);
    row("reset in the past", 429, reset, "2026-11-20T11:00:00Z", -1);
    row("reset without a 429", 500, reset, "2026-11-20T12:40:00Z", -1);
    row("nothing", 429, "date", "x", -1);
}

void TestRetry::readsServerDelays() {
    QFETCH(int, status);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(qint64, delayMs);
    const auto delay = serverDelay(answer(status, {{name, value}}), Now);
    QCOMPARE(delay ? qint64(delay->count()) : qint64(-1), delayMs);
}

void TestRetry::readsTheRateLimit() {
    const auto limit = rateLimitOf(answer(200, {{"anthropic-ratelimit-requests-limit", "90"},
                                                {"anthropic-ratelimit-requests-remaining", "0"},
                                                {"anthropic-ratelimit-requests-reset", "2026-11-20T12:40:00Z"}}));
    QVERIFY(limit.has_value());
    QCOMPARE(limit->limit, std::optional(90));
    QCOMPARE(limit->remaining, std::optional(0));
    QCOMPARE(toRfc3339(*limit->reset), QStringLiteral("2026-11-20T12:40:00Z"));
    QVERIFY(!rateLimitOf(answer(200)).has_value());
    const auto odd = rateLimitOf(
        answer(200, {{"anthropic-ratelimit-requests-limit", "many"}, {"anthropic-ratelimit-requests-remaining", "5"}}));
    QVERIFY(odd && !odd->limit && odd->remaining == 5 && !odd->reset);
}

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
