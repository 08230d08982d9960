// The client: one request at a time, its log, and cancelling.
#include "tests/api/clientharness.h"
#include "tests/api/fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;
using namespace std::chrono_literals;

namespace {
const DateRange Days{UtcDay::fromDate(2026, 10, 1), UtcDay::fromDate(2026, 10, 31)};
}  // namespace

class TestAdminClient : public test::ClientHarness {
    Q_OBJECT
private slots:
    void answersEveryKindOfRequest();
    void answersLaterAndInOrder();
    void keepsALog();
    void cancelsARequest();
    void cancelsAWait();
    void cancelKeepsTheLimitInMind();
    void cancelsWhatStandsBehind();
    void forgetsWhenItDies();
    void refusesWrongQueries();
};

void TestAdminClient::answersEveryKindOfRequest() {
    m_transport->will(200, test::fixture("usage_page.json"));
    m_transport->will(200, test::fixture("cost_page.json"));
    m_transport->will(200, test::fixture("claude_code_page.json"));
    m_transport->will(200, test::fixture("workspaces_page.json"));
    m_transport->will(200, test::fixture("api_keys_page.json"));
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
    m_client->objectsPage(ObjectKind::Workspace, {}, {}, [&](const auto& a) {
        QVERIFY(a.value && a.value->hasMore);
        ++done;
    });
    m_client->objectsPage(ObjectKind::ApiKey, {}, QStringLiteral("apikey_x"), [&](const auto& a) {
        QVERIFY(a.value.has_value());
        QCOMPARE(a.log.rows, std::int64_t{5});
        ++done;
    });
    QTRY_COMPARE(done, 5);
    QCOMPARE(m_transport->asked.size(), std::size_t{5});
    QVERIFY(m_transport->asked[1].toEncoded().endsWith("&page=page_2"));
    QVERIFY(m_transport->asked[4].toEncoded().endsWith("&after_id=apikey_x"));
    QCOMPARE(m_transport->keySeen, test::AdminKey);
}

void TestAdminClient::answersLaterAndInOrder() {
    m_transport->will(200, test::MeBody);
    m_transport->will(200, test::MeBody);
    m_transport->will(200, test::MeBody);
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
    m_transport->will(529, test::refusal("overloaded_error", "Overloaded"));
    m_transport->will(200, test::MeBody, {{"request-id", "req_123"}});
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
    m_transport->will(200, test::MeBody);
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
    m_transport->will(200, test::MeBody,
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
    m_transport->will(200, test::MeBody);
    bool done = false;
    m_client->me([&](const auto&) {
        m_client.reset();
        done = true;
    });
    QTRY_VERIFY(done);
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
