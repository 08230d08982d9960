// What the client asks again, how long it waits, and the rate limit.
#include "tests/api/clientharness.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;
using namespace std::chrono_literals;

namespace {
using Headers = std::vector<std::pair<QByteArray, QByteArray>>;
}  // namespace

class TestAdminClientRetries : public test::ClientHarness {
    Q_OBJECT
private slots:
    void retriesWithGrowingDelays();
    void givesUpAfterFourRetries_data();
    void givesUpAfterFourRetries();
    void doesNotRetryWhatIsInVain_data();
    void doesNotRetryWhatIsInVain();
    void waitsAsTheServerSays();
    void pausesOn429();
    void backsOffOn429WithoutAWord();
    void doesNotWaitForever();
    void failsAtOnceWithoutWaiting();
    void pausesBeforeTheLimitIsHit();
    void pauseEndsOnceWithAFixedClock();
    void doesNotSendIntoAUsedUpLimit();
    void doesNotRetryTheSpendLimit();
};

void TestAdminClientRetries::retriesWithGrowingDelays() {
    RetryPolicy policy;
    policy.jitter = 0;
    make(policy);
    QSignalSpy retrying(m_client.get(), &AdminClient::retrying);
    m_transport->will(500, "<html>oops</html>");
    m_transport->willFail(ErrorKind::Network);
    m_transport->willFail(ErrorKind::Timeout);
    m_transport->will(409, test::refusal("conflict_error", "busy"));
    m_transport->will(200, test::MeBody);
    askMe();
    for (const auto delay : {500ms, 1000ms, 2000ms, 4000ms}) {
        QTRY_COMPARE(m_clock->waits(), std::vector<std::chrono::milliseconds>{delay});
        m_clock->advance(delay - 1ms);
        QCOMPARE(m_clock->waits().size(), std::size_t{1});
        m_clock->advance(1ms);
    }
    QTRY_COMPARE(m_answers.size(), std::size_t{1});
    QVERIFY(answered().value.has_value());
    QCOMPARE(answered().log.retries, 4);
    QCOMPARE(retrying.size(), 4);
    QCOMPARE(retrying[3][0].toInt(), 4);
}

void TestAdminClientRetries::givesUpAfterFourRetries_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    for (const auto& [status, kind] : {std::pair{500, ErrorKind::BadResponse},
                                       {529, ErrorKind::BadResponse},
                                       {503, ErrorKind::BadResponse},
                                       {409, ErrorKind::BadResponse},
                                       {408, ErrorKind::Timeout},
                                       {504, ErrorKind::Timeout},
                                       {429, ErrorKind::RateLimited}}) {
        QTest::newRow(qPrintable(QString::number(status))) << status << static_cast<int>(kind);
    }
}

void TestAdminClientRetries::givesUpAfterFourRetries() {
    QFETCH(int, status);
    QFETCH(int, kind);
    for (int i = 0; i < 5; ++i) m_transport->will(status, test::refusal("some_error", "no"));
    askMe();
    for (int i = 0; i < 4; ++i) {
        QTRY_COMPARE(m_clock->waits().size(), std::size_t{1});
        m_clock->advance(10s);
    }
    QTRY_COMPARE(m_answers.size(), std::size_t{1});
    QVERIFY(!answered().value.has_value());
    QCOMPARE(static_cast<int>(answered().value.error().kind), kind);
    QCOMPARE(answered().value.error().httpStatus, status);
    QCOMPARE(answered().value.error().requestId, QStringLiteral("req_body"));
    QCOMPARE(answered().log.retries, 4);
    QCOMPARE(answered().log.httpStatus, status);
    QCOMPARE(answered().log.outcome, answered().value.error().message);
    QCOMPARE(m_transport->asked.size(), std::size_t{5});
}

void TestAdminClientRetries::doesNotRetryWhatIsInVain_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    for (const auto& [status, kind] : {std::pair{400, ErrorKind::BadResponse},
                                       {401, ErrorKind::Unauthorized},
                                       {402, ErrorKind::Forbidden},
                                       {403, ErrorKind::Forbidden},
                                       {404, ErrorKind::NotFound},
                                       {413, ErrorKind::BadResponse},
                                       {302, ErrorKind::BadResponse},
                                       {204, ErrorKind::BadResponse}}) {
        QTest::newRow(qPrintable(QString::number(status))) << status << static_cast<int>(kind);
    }
}

void TestAdminClientRetries::doesNotRetryWhatIsInVain() {
    QFETCH(int, status);
    QFETCH(int, kind);
    m_transport->will(status, test::refusal("some_error", "no"));
    askMe();
    QCOMPARE(m_answers.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(answered().value.error().kind), kind);
    QCOMPARE(answered().log.retries, 0);
    QVERIFY(answered().value.error().message.contains(QString::number(status)));
}

void TestAdminClientRetries::waitsAsTheServerSays() {
    QSignalSpy paused(m_client.get(), &AdminClient::paused);
    m_transport->will(503, "busy", {{"retry-after", "7"}});
    m_transport->will(500, "no", {{"x-should-retry", "false"}});
    askMe();
    QCOMPARE(m_clock->waits(), std::vector<std::chrono::milliseconds>{7s});
    m_clock->advance(7s);
    QTRY_COMPARE(m_answers.size(), std::size_t{1});
    QCOMPARE(answered().value.error().httpStatus, 500);
    QCOMPARE(paused.size(), 0);  // an overloaded server is not the rate limit
}

void TestAdminClientRetries::pausesOn429() {
    QSignalSpy paused(m_client.get(), &AdminClient::paused);
    QSignalSpy resumed(m_client.get(), &AdminClient::resumed);
    QSignalSpy retrying(m_client.get(), &AdminClient::retrying);
    m_transport->will(429, test::refusal("rate_limit_error", "slow down"), {{"retry-after", "30"}});
    m_transport->will(429, test::refusal("rate_limit_error", "slow down"),
                      {{"anthropic-ratelimit-requests-remaining", "0"},
                       {"anthropic-ratelimit-requests-reset", "2026-11-20T12:40:00Z"}});
    m_transport->will(200, test::MeBody);
    askMe();
    QCOMPARE(m_clock->waits(), std::vector<std::chrono::milliseconds>{30s});
    QCOMPARE(paused.size(), 1);
    QCOMPARE(toRfc3339(paused[0][0].toDateTime()), QStringLiteral("2026-11-20T12:00:30Z"));
    m_clock->advance(30s);
    QCOMPARE(resumed.size(), 1);
    QTRY_COMPARE(paused.size(), 2);
    QCOMPARE(toRfc3339(paused[1][0].toDateTime()), QStringLiteral("2026-11-20T12:40:00Z"));
    m_clock->advance(39min + 30s);
    QTRY_COMPARE(m_answers.size(), std::size_t{1});
    QVERIFY(answered().value.has_value());
    QCOMPARE(answered().log.retries, 2);
    QCOMPARE(resumed.size(), 2);
    QCOMPARE(retrying.size(), 0);
}

// Neither retry-after nor a reset: the delays grow as for any other failure.
void TestAdminClientRetries::backsOffOn429WithoutAWord() {
    RetryPolicy policy;
    policy.jitter = 0;
    make(policy);
    for (int i = 0; i < 3; ++i) m_transport->will(429, test::refusal("rate_limit_error", "slow down"));
    m_transport->will(200, test::MeBody);
    askMe();
    for (const auto delay : {500ms, 1000ms, 2000ms}) {
        QTRY_COMPARE(m_clock->waits(), std::vector<std::chrono::milliseconds>{delay});
        m_clock->advance(delay);
    }
    QTRY_COMPARE(m_answers.size(), std::size_t{1});
    QVERIFY(answered().value.has_value());
    QCOMPARE(answered().log.retries, 3);
}

void TestAdminClientRetries::doesNotWaitForever() {
    m_transport->will(429, test::refusal("rate_limit_error", "slow down"), {{"retry-after", "86400"}});
    askMe();
    QCOMPARE(answered().value.error().kind, ErrorKind::RateLimited);
    QCOMPARE(answered().value.error().retryAfter, std::optional<std::chrono::milliseconds>(24h));
    m_answers.clear();
    m_transport->will(503, "busy", {{"retry-after", "86400"}});
    askMe();
    QCOMPARE(answered().value.error().httpStatus, 503);
}

void TestAdminClientRetries::failsAtOnceWithoutWaiting() {
    RetryPolicy policy;
    policy.waitForRateLimit = false;
    make(policy);
    m_transport->will(429, test::refusal("rate_limit_error", "slow down"), {{"retry-after", "5"}});
    askMe();
    QCOMPARE(answered().value.error().kind, ErrorKind::RateLimited);
    QCOMPARE(answered().value.error().retryAfter, std::optional<std::chrono::milliseconds>(5s));
    QVERIFY(m_clock->waits().empty());
}

void TestAdminClientRetries::pausesBeforeTheLimitIsHit() {
    QSignalSpy changed(m_client.get(), &AdminClient::rateLimitChanged);
    QSignalSpy paused(m_client.get(), &AdminClient::paused);
    const Headers usedUp = {{"anthropic-ratelimit-requests-limit", "90"},
                            {"anthropic-ratelimit-requests-remaining", "0"},
                            {"anthropic-ratelimit-requests-reset", "2026-11-20T12:10:00Z"}};
    m_transport->will(200, test::MeBody, usedUp);
    askMe();
    QVERIFY(answered().value.has_value());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_client->rateLimit().limit, std::optional(90));
    QCOMPARE(paused.size(), 0);

    m_clock->advance(4min);
    m_transport->will(200, test::MeBody);
    askMe();
    QCOMPARE(paused.size(), 1);
    QCOMPARE(m_transport->asked.size(), std::size_t{1});  // nothing is sent into the wall
    QCOMPARE(m_clock->waits(), std::vector<std::chrono::milliseconds>{6min});
    m_clock->advance(6min);
    QTRY_COMPARE(m_answers.size(), std::size_t{2});
    QVERIFY(m_answers[1].value.has_value());
    QCOMPARE(m_answers[1].log.retries, 0);

    // A reset that has passed in the meantime needs no pause.
    m_transport->will(200, test::MeBody,
                      {{"anthropic-ratelimit-requests-remaining", "0"},
                       {"anthropic-ratelimit-requests-reset", "2026-11-20T12:20:00Z"}});
    m_transport->will(200, test::MeBody);
    askMe();
    m_clock->advance(15min);
    askMe();
    QCOMPARE(m_answers.size(), std::size_t{4});
    QCOMPARE(paused.size(), 1);
}

void TestAdminClientRetries::pauseEndsOnceWithAFixedClock() {
    m_clock->isFixed = true;
    QSignalSpy paused(m_client.get(), &AdminClient::paused);
    m_transport->will(200, test::MeBody,
                      {{"anthropic-ratelimit-requests-remaining", "0"},
                       {"anthropic-ratelimit-requests-reset", "2026-11-20T12:10:00Z"}});
    m_transport->will(200, test::MeBody);
    m_transport->will(200, test::MeBody);
    askMe();
    askMe();
    m_clock->advance(10min);
    QTRY_COMPARE(m_answers.size(), std::size_t{2});
    askMe();
    QCOMPARE(m_answers.size(), std::size_t{3});
    QCOMPARE(paused.size(), 1);
}

void TestAdminClientRetries::doesNotSendIntoAUsedUpLimit() {
    RetryPolicy policy;
    policy.waitForRateLimit = false;
    make(policy);
    m_transport->will(200, test::MeBody,
                      {{"anthropic-ratelimit-requests-remaining", "0"},
                       {"anthropic-ratelimit-requests-reset", "2026-11-20T12:10:00Z"}});
    askMe();
    for (int i = 0; i < 2; ++i) {
        m_answers.clear();
        askMe();
        QCOMPARE(answered().value.error().kind, ErrorKind::RateLimited);
        QCOMPARE(answered().value.error().retryAfter, std::optional<std::chrono::milliseconds>(10min));
        QVERIFY(answered().value.error().message.contains(QStringLiteral("2026-11-20T12:10:00Z")));
        QCOMPARE(answered().log.httpStatus, 0);
    }
    QCOMPARE(m_transport->asked.size(), std::size_t{1});
}

void TestAdminClientRetries::doesNotRetryTheSpendLimit() {
    m_transport->will(429, R"({"type":"error","error":{"type":"rate_limit_error","message":"limit",
        "details":{"error_code":"enforced_spend_limit_reached"}}})");
    askMe();
    QCOMPARE(answered().value.error().kind, ErrorKind::RateLimited);
    QVERIFY(answered().value.error().message.contains(QStringLiteral("spend limit")));
    QVERIFY(!answered().value.error().retryAfter);
}

QTEST_GUILESS_MAIN(TestAdminClientRetries)
#include "tst_adminclientretries.moc"
