// The client: one request at a time, retries, the rate limit, cancelling, and errors in plain words without the key.
#include "app/api/adminclient.h"
#include "tests/api/fixture.h"
#include "tests/api/manualclock.h"
#include "tests/api/scriptedtransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;
using namespace std::chrono_literals;
using test::fixture;

namespace {

const QByteArray Key = "sk-ant-admin01-qZ7-very-secret-tail";
const QByteArray Me = R"({"id":"org-1","name":"Acme","type":"organization"})";
const DateRange Days{UtcDay::fromDate(2026, 10, 1), UtcDay::fromDate(2026, 10, 31)};
using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

QByteArray refusal(const char* type, const QByteArray& message) {
    return R"({"type":"error","error":{"type":")" + QByteArray(type) + R"(","message":")" + message +
           R"("},"request_id":"req_body"})";
}

QString wholeText(const Error& error) { return error.message + u'|' + error.detail + u'|' + error.requestId; }

}  // namespace

class TestAdminClient : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void answersEveryKindOfRequest();
    void answersLaterAndInOrder();
    void keepsALog();
    void retriesWithGrowingDelays();
    void givesUpAfterFourRetries_data();
    void givesUpAfterFourRetries();
    void doesNotRetryWhatIsInVain_data();
    void doesNotRetryWhatIsInVain();
    void waitsAsTheServerSays();
    void pausesOn429();
    void doesNotWaitForever();
    void failsAtOnceWithoutWaiting();
    void pausesBeforeTheLimitIsHit();
    void pauseEndsOnceWithAFixedClock();
    void doesNotSendIntoAUsedUpLimit();
    void doesNotRetryTheSpendLimit();
    void cancelsARequest();
    void cancelsAWait();
    void cancelKeepsTheLimitInMind();
    void cancelsWhatStandsBehind();
    void forgetsWhenItDies();
    void explainsARefusedKey_data();
    void explainsARefusedKey();
    void explainsStatuses_data();
    void explainsStatuses();
    void namesTheHostOfARedirect();
    void cleansServerTexts();
    void neverShowsTheKey();
    void refusesDaysThatWereNotAsked();
    void refusesWrongQueries();

private:
    void make(RetryPolicy policy = {}, const QByteArray& key = Key);
    /// Asks who the organization is and drives the event loop until there is an answer, or somebody waits.
    void askMe();
    ApiAnswer<Organization> answered();

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<test::ScriptedTransport> m_transport;
    std::unique_ptr<AdminClient> m_client;
    std::vector<ApiAnswer<Organization>> m_answers;
};

void TestAdminClient::init() {
    m_clock = std::make_unique<test::ManualClock>();
    m_transport = std::make_unique<test::ScriptedTransport>();
    m_answers.clear();
    make();
}

void TestAdminClient::cleanup() { m_client.reset(); }

void TestAdminClient::make(RetryPolicy policy, const QByteArray& key) {
    m_client = std::make_unique<AdminClient>(*m_transport, *m_clock, AdminClient::defaultBaseUrl(),
                                             SecretBuffer::take(QByteArray(key.constData(), key.size())), policy);
}

void TestAdminClient::askMe() {
    const std::size_t before = m_answers.size();
    m_client->me([this](const ApiAnswer<Organization>& answer) { m_answers.push_back(answer); });
    QTRY_VERIFY(m_answers.size() > before || !m_clock->waits().empty());
}

ApiAnswer<Organization> TestAdminClient::answered() {
    if (m_answers.size() != 1) qFatal("%zu answers instead of one", m_answers.size());
    return m_answers.front();
}

void TestAdminClient::answersEveryKindOfRequest() {
    m_transport->will(200, fixture("usage_page.json"));
    m_transport->will(200, fixture("cost_page.json"));
    m_transport->will(200, fixture("claude_code_page.json"));
    m_transport->will(200, fixture("workspaces_page.json"));
    m_transport->will(200, fixture("api_keys_page.json"));
    int done = 0;
    m_client->usagePage({Days, BucketWidth::Day, UsageGrouping}, {}, [&](const auto& a) {
        QVERIFY(a.value.has_value());
        QCOMPARE((*a.value)->rows.size(), std::size_t{3});
        QCOMPARE(a.log.dataset, Dataset::Usage);
        QCOMPARE(a.log.rows, std::int64_t{3});
        ++done;
    });
    m_client->costPage(Days, QStringLiteral("page_2"), [&](const auto& a) {
        QVERIFY(a.value.has_value());
        QCOMPARE(a.log.dataset, Dataset::Cost);
        QVERIFY(!a.log.request.contains(QStringLiteral("page_2")));
        ++done;
    });
    m_client->claudeCodePage(Days.first, {}, [&](const auto& a) {
        QVERIFY(a.value.has_value());
        QCOMPARE(a.log.dataset, Dataset::ClaudeCode);
        ++done;
    });
    m_client->workspacesPage({}, [&](const auto& a) {
        QVERIFY(a.value && a.value->hasMore);
        ++done;
    });
    m_client->apiKeysPage(QStringLiteral("apikey_x"), [&](const auto& a) {
        QVERIFY(a.value.has_value());
        QCOMPARE(a.log.rows, std::int64_t{5});
        ++done;
    });
    QTRY_COMPARE(done, 5);
    QCOMPARE(m_transport->asked.size(), std::size_t{5});
    QVERIFY(m_transport->asked[1].toEncoded().endsWith("&page=page_2"));
    QVERIFY(m_transport->asked[4].toEncoded().endsWith("&after_id=apikey_x"));
    QCOMPARE(m_transport->keySeen, Key);
}

void TestAdminClient::answersLaterAndInOrder() {
    m_transport->will(200, Me);
    m_transport->will(200, Me);
    m_transport->will(200, Me);
    QList<int> order;
    m_client->me([&](const auto&) {
        order += 1;
        QCOMPARE(m_transport->asked.size(), std::size_t{1});  // the second waits its turn
        m_client->me([&](const auto&) { order += 3; });
    });
    m_client->me([&](const auto&) { order += 2; });
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order, (QList<int>{1, 2, 3}));
}

void TestAdminClient::keepsALog() {
    m_transport->will(529, refusal("overloaded_error", "Overloaded"));
    m_transport->will(200, Me, {{"request-id", "req_123"}});
    askMe();
    m_clock->advance(8s);
    QTRY_COMPARE(m_answers.size(), std::size_t{1});
    const RequestLogEntry log = answered().log;
    QCOMPARE(answered().value->name, QStringLiteral("Acme"));
    QCOMPARE(toRfc3339(log.at), QStringLiteral("2026-11-20T12:00:00Z"));
    QCOMPARE(log.request, QStringLiteral("/v1/organizations/me"));
    QCOMPARE(log.httpStatus, 200);
    QCOMPARE(log.outcome, QStringLiteral("ok"));
    QCOMPARE(log.retries, 1);
    QCOMPARE(log.requestId, QStringLiteral("req_123"));
    QVERIFY(log.durationMs >= 0);
}

void TestAdminClient::retriesWithGrowingDelays() {
    RetryPolicy policy;
    policy.jitter = 0;
    make(policy);
    QSignalSpy retrying(m_client.get(), &AdminClient::retrying);
    m_transport->will(500, "<html>oops</html>");
    m_transport->willFail(ErrorKind::Network);
    m_transport->willFail(ErrorKind::Timeout);
    m_transport->will(409, refusal("conflict_error", "busy"));
    m_transport->will(200, Me);
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

void TestAdminClient::givesUpAfterFourRetries_data() {
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

void TestAdminClient::givesUpAfterFourRetries() {
    QFETCH(int, status);
    QFETCH(int, kind);
    for (int i = 0; i < 5; ++i) m_transport->will(status, refusal("some_error", "no"));
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

void TestAdminClient::doesNotRetryWhatIsInVain_data() {
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

void TestAdminClient::doesNotRetryWhatIsInVain() {
    QFETCH(int, status);
    QFETCH(int, kind);
    m_transport->will(status, refusal("some_error", "no"));
    askMe();
    QCOMPARE(m_answers.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(answered().value.error().kind), kind);
    QCOMPARE(answered().log.retries, 0);
    QVERIFY(answered().value.error().message.contains(QString::number(status)));
}

void TestAdminClient::waitsAsTheServerSays() {
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

void TestAdminClient::pausesOn429() {
    QSignalSpy paused(m_client.get(), &AdminClient::paused);
    QSignalSpy resumed(m_client.get(), &AdminClient::resumed);
    QSignalSpy retrying(m_client.get(), &AdminClient::retrying);
    m_transport->will(429, refusal("rate_limit_error", "slow down"), {{"retry-after", "30"}});
    m_transport->will(429, refusal("rate_limit_error", "slow down"),
                      {{"anthropic-ratelimit-requests-remaining", "0"},
                       {"anthropic-ratelimit-requests-reset", "2026-11-20T12:40:00Z"}});
    m_transport->will(200, Me);
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

void TestAdminClient::doesNotWaitForever() {
    m_transport->will(429, refusal("rate_limit_error", "slow down"), {{"retry-after", "86400"}});
    askMe();
    QCOMPARE(answered().value.error().kind, ErrorKind::RateLimited);
    QCOMPARE(answered().value.error().retryAfter, std::optional<std::chrono::milliseconds>(24h));
    m_answers.clear();
    m_transport->will(503, "busy", {{"retry-after", "86400"}});
    askMe();
    QCOMPARE(answered().value.error().httpStatus, 503);
}

void TestAdminClient::failsAtOnceWithoutWaiting() {
    RetryPolicy policy;
    policy.waitForRateLimit = false;
    make(policy);
    m_transport->will(429, refusal("rate_limit_error", "slow down"), {{"retry-after", "5"}});
    askMe();
    QCOMPARE(answered().value.error().kind, ErrorKind::RateLimited);
    QCOMPARE(answered().value.error().retryAfter, std::optional<std::chrono::milliseconds>(5s));
    QVERIFY(m_clock->waits().empty());
}

void TestAdminClient::pausesBeforeTheLimitIsHit() {
    QSignalSpy changed(m_client.get(), &AdminClient::rateLimitChanged);
    QSignalSpy paused(m_client.get(), &AdminClient::paused);
    const Headers usedUp = {{"anthropic-ratelimit-requests-limit", "90"},
                            {"anthropic-ratelimit-requests-remaining", "0"},
                            {"anthropic-ratelimit-requests-reset", "2026-11-20T12:10:00Z"}};
    m_transport->will(200, Me, usedUp);
    askMe();
    QVERIFY(answered().value.has_value());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_client->rateLimit().limit, std::optional(90));
    QCOMPARE(paused.size(), 0);

    m_clock->advance(4min);
    m_transport->will(200, Me);
    askMe();
    QCOMPARE(paused.size(), 1);
    QCOMPARE(m_transport->asked.size(), std::size_t{1});  // nothing is sent into the wall
    QCOMPARE(m_clock->waits(), std::vector<std::chrono::milliseconds>{6min});
    m_clock->advance(6min);
    QTRY_COMPARE(m_answers.size(), std::size_t{2});
    QVERIFY(m_answers[1].value.has_value());
    QCOMPARE(m_answers[1].log.retries, 0);

    // A reset that has passed in the meantime needs no pause.
    m_transport->will(200, Me,
                      {{"anthropic-ratelimit-requests-remaining", "0"},
                       {"anthropic-ratelimit-requests-reset", "2026-11-20T12:20:00Z"}});
    m_transport->will(200, Me);
    askMe();
    m_clock->advance(15min);
    askMe();
    QCOMPARE(m_answers.size(), std::size_t{4});
    QCOMPARE(paused.size(), 1);
}

void TestAdminClient::pauseEndsOnceWithAFixedClock() {
    m_clock->isFixed = true;
    QSignalSpy paused(m_client.get(), &AdminClient::paused);
    m_transport->will(200, Me,
                      {{"anthropic-ratelimit-requests-remaining", "0"},
                       {"anthropic-ratelimit-requests-reset", "2026-11-20T12:10:00Z"}});
    m_transport->will(200, Me);
    m_transport->will(200, Me);
    askMe();
    askMe();
    m_clock->advance(10min);
    QTRY_COMPARE(m_answers.size(), std::size_t{2});
    askMe();
    QCOMPARE(m_answers.size(), std::size_t{3});
    QCOMPARE(paused.size(), 1);
}

void TestAdminClient::doesNotSendIntoAUsedUpLimit() {
    RetryPolicy policy;
    policy.waitForRateLimit = false;
    make(policy);
    m_transport->will(200, Me,
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

void TestAdminClient::doesNotRetryTheSpendLimit() {
    m_transport->will(429, R"({"type":"error","error":{"type":"rate_limit_error","message":"limit",
        "details":{"error_code":"enforced_spend_limit_reached"}}})");
    askMe();
    QCOMPARE(answered().value.error().kind, ErrorKind::RateLimited);
    QVERIFY(answered().value.error().message.contains(QStringLiteral("spend limit")));
    QVERIFY(!answered().value.error().retryAfter);
}

void TestAdminClient::cancelsARequest() {
    m_transport->willHang();
    m_client->me([this](const ApiAnswer<Organization>& answer) { m_answers.push_back(answer); });
    QTRY_COMPARE(m_transport->asked.size(), std::size_t{1});
    m_client->cancel();
    QCOMPARE(answered().value.error().kind, ErrorKind::Cancelled);
    QTRY_VERIFY(m_transport->last.isNull());  // its late answer goes nowhere
    QCOMPARE(m_answers.size(), std::size_t{1});
    m_client->cancel();
    QCOMPARE(m_answers.size(), std::size_t{1});
    m_transport->will(200, Me);
    askMe();
    QVERIFY(m_answers.back().value.has_value());
}

void TestAdminClient::cancelsAWait() {
    QSignalSpy resumed(m_client.get(), &AdminClient::resumed);
    m_transport->will(429, "", {{"retry-after", "60"}});
    askMe();
    m_client->cancel();
    QCOMPARE(answered().value.error().kind, ErrorKind::Cancelled);
    QCOMPARE(answered().log.httpStatus, 429);
    QCOMPARE(resumed.size(), 1);
    m_clock->advance(60s);
    QCoreApplication::processEvents();
    QCOMPARE(m_answers.size(), std::size_t{1});
    QCOMPARE(m_transport->asked.size(), std::size_t{1});
}

void TestAdminClient::cancelKeepsTheLimitInMind() {
    m_transport->will(200, Me,
                      {{"anthropic-ratelimit-requests-remaining", "0"},
                       {"anthropic-ratelimit-requests-reset", "2026-11-20T12:10:00Z"}});
    askMe();
    askMe();
    m_client->cancel();
    QCOMPARE(m_answers.size(), std::size_t{2});
    QSignalSpy paused(m_client.get(), &AdminClient::paused);
    m_client->me([this](const ApiAnswer<Organization>& answer) { m_answers.push_back(answer); });
    QTRY_COMPARE(paused.size(), 1);
    QCOMPARE(m_transport->asked.size(), std::size_t{1});
}

void TestAdminClient::cancelsWhatStandsBehind() {
    m_transport->willHang();
    for (int i = 0; i < 3; ++i) {
        m_client->me([this](const ApiAnswer<Organization>& answer) { m_answers.push_back(answer); });
    }
    QTRY_COMPARE(m_transport->asked.size(), std::size_t{1});
    m_client->cancel();
    QCOMPARE(m_answers.size(), std::size_t{3});
    for (const auto& answer : m_answers) QCOMPARE(answer.value.error().kind, ErrorKind::Cancelled);
}

void TestAdminClient::forgetsWhenItDies() {
    m_transport->willHang();
    m_client->me([this](const ApiAnswer<Organization>& answer) { m_answers.push_back(answer); });
    QTRY_COMPARE(m_transport->asked.size(), std::size_t{1});
    m_client.reset();
    QTRY_VERIFY(m_transport->last.isNull());
    QVERIFY(m_answers.empty());
    // Deleting the client from its own callback is fine, too.
    make();
    m_transport->will(200, Me);
    bool done = false;
    m_client->me([&](const auto&) {
        m_client.reset();
        done = true;
    });
    QTRY_VERIFY(done);
}

void TestAdminClient::explainsARefusedKey_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("says");
    QTest::newRow("ordinary") << QByteArray("sk-ant-api03-tail") << QStringLiteral("ordinary API key");
    QTest::newRow("enterprise") << QByteArray("sk-ant-api01-tail") << QStringLiteral("Claude Enterprise");
    QTest::newRow("admin") << QByteArray("sk-ant-admin01-tail") << QStringLiteral("deleted");
    QTest::newRow("unknown") << QByteArray("sk-proj-tail") << QStringLiteral("does not look like an Admin key");
}

void TestAdminClient::explainsARefusedKey() {
    QFETCH(QByteArray, key);
    QFETCH(QString, says);
    make({}, key);
    m_transport->will(401, refusal("authentication_error", "invalid x-api-key"));
    askMe();
    const Error error = answered().value.error();
    QCOMPARE(error.kind, ErrorKind::Unauthorized);
    QVERIFY2(error.message.startsWith(QStringLiteral("The server refused the key (401).")), qPrintable(error.message));
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY(error.detail.contains(QStringLiteral("invalid x-api-key")));
    QVERIFY(!wholeText(error).contains(QStringLiteral("tail")));
    if (!key.startsWith("sk-ant-admin")) QVERIFY(error.message.contains(QStringLiteral("sk-ant-admin01-")));
}

void TestAdminClient::explainsStatuses_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("400") << 400 << refusal("invalid_request_error", "bucket_width: unexpected value")
                         << QStringLiteral(
                                "The server did not accept the request (400): bucket_width: unexpected value");
    QTest::newRow("400 without words") << 400 << QByteArray() << QStringLiteral("did not accept the request (400).");
    QTest::newRow("403") << 403 << refusal("permission_error", "no") << QStringLiteral("may not read this (403)");
    QTest::newRow("404") << 404 << QByteArray("<html></html>") << QStringLiteral("does not have this report (404)");
    QTest::newRow("login page") << 200 << fixture("captive_portal.html") << QStringLiteral("login page of the network");
    QTest::newRow("truncated") << 200 << Me.left(20) << QStringLiteral("cannot be read");
    QTest::newRow("empty") << 200 << QByteArray() << QStringLiteral("empty");
}

void TestAdminClient::explainsStatuses() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    m_transport->will(status, body, {{"request-id", "req_header"}});
    askMe();
    const Error error = answered().value.error();
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.requestId, QStringLiteral("req_header"));
    QCOMPARE(answered().log.requestId, QStringLiteral("req_header"));
    QVERIFY(!error.message.contains(u'<'));
}

void TestAdminClient::namesTheHostOfARedirect() {
    m_transport->will(302, "", {{"location", "https://login.example.net/portal?token=abc"}});
    askMe();
    const Error error = answered().value.error();
    QCOMPARE(error.kind, ErrorKind::BadResponse);
    QVERIFY2(error.message.contains(QStringLiteral("login.example.net (302)")), qPrintable(error.message));
    QVERIFY(!wholeText(error).contains(QStringLiteral("abc")));
    QCOMPARE(m_transport->asked.size(), std::size_t{1});
}

void TestAdminClient::cleansServerTexts() {
    const QByteArray nasty = R"(line\none\u001b[31mred\u202eflip)" + QByteArray(5000, 'x');
    m_transport->will(400, refusal("invalid_request_error", nasty));
    askMe();
    const QString text = wholeText(answered().value.error());
    QVERIFY(text.size() < 1200);
    QVERIFY(text.contains(QStringLiteral("line one")));
    for (const QChar c : text) QVERIFY(c.isPrint());
    QVERIFY(!text.contains(QChar(0x202e)));
}

void TestAdminClient::neverShowsTheKey() {
    const QByteArray escaped = QByteArray(Key).replace('-', "\\u002d");
    for (const QByteArray& echo : {Key, escaped}) {
        for (const int status : {400, 401, 403, 500}) {
            RetryPolicy policy;
            policy.maxRetries = 0;
            make(policy);
            m_answers.clear();
            m_transport->will(status, refusal("x_error", "bad key " + echo + "!"), {{"request-id", Key}});
            askMe();
            QVERIFY(!wholeText(answered().value.error()).contains(QString::fromLatin1(Key)));
            QVERIFY(!answered().log.outcome.contains(QString::fromLatin1(Key)));
            QVERIFY(!answered().log.requestId.contains(QString::fromLatin1(Key)));
        }
    }
    m_answers.clear();
    m_transport->will(200, R"({"id":"org","name":"echo )" + Key + R"("})");
    askMe();
    QCOMPARE(answered().value->name, QStringLiteral("echo [key]"));
}

void TestAdminClient::refusesDaysThatWereNotAsked() {
    m_transport->will(200, fixture("cost_page.json"));
    std::optional<Error> error;
    m_client->costPage({Days.first, Days.first}, {}, [&](const auto& a) { error = a.value.error(); });
    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->kind, ErrorKind::BadResponse);
    QVERIFY(error->detail.contains(QStringLiteral("2026-10-02")));
}

void TestAdminClient::refusesWrongQueries() {
    std::optional<Error> error;
    m_client->usagePage({Days, BucketWidth::Day, {Dimension::User}}, {},
                        [&](const auto& a) { error = a.value.error(); });
    QVERIFY(!error);
    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->kind, ErrorKind::Usage);
    QVERIFY(m_transport->asked.empty());
}

QTEST_GUILESS_MAIN(TestAdminClient)
#include "tst_adminclient.moc"
