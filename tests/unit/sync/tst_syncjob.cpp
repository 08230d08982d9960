// What a sync does when requests fail, and what it keeps of them.
#include "syncharness.h"

using namespace tokenledger;
using namespace tokenledger::test;

class TestSyncJob : public SyncHarness {
    Q_OBJECT
private slots:
    void stopsWhenTheOrganizationIsNotKnown_data();
    void stopsWhenTheOrganizationIsNotKnown();
    void stopsWhenTheNetworkDiesAtTheStart();
    void refusesAnotherOrganization();
    void knowingTheOrganizationIsNoData();
    void endsAfterThreeFailuresForOneCause();
    void anUntrustedServerEndsIt();
    void aClockThatIsWrongAsksNothing();
    void nothingSentFailsNothing();
    void aStaleTokenStartsTheRequestOver_data();
    void aStaleTokenStartsTheRequestOver();
    void aTokenStaleTwiceFails();
    void keepsTheLogOfEarlierPages();
    void keepsTheLogOfEarlierPagesWhenCancelled();
    void saysWhichDayNobodyAskedFor();
    void refusesRecordsOfAnotherOrganization();

private:
    const DateRange m_day = days("2026-11-10", "2026-11-10");
};

void TestSyncJob::stopsWhenTheOrganizationIsNotKnown_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, int status, const QByteArray& body, ErrorKind kind) {
        QTest::newRow(name) << status << body << static_cast<int>(kind);
    };
    row("refused key", 401, refusalOf("authentication_error"), ErrorKind::Unauthorized);
    row("billing", 402, refusalOf("billing_error"), ErrorKind::Forbidden);
    row("forbidden", 403, refusalOf("permission_error"), ErrorKind::Forbidden);
    row("not found", 404, refusalOf("not_found_error"), ErrorKind::NotFound);
    row("bad request", 400, refusalOf("invalid_request_error"), ErrorKind::BadResponse);
    row("rate limit", 429, refusalOf("rate_limit_error"), ErrorKind::RateLimited);
    row("server error", 500, refusalOf("api_error"), ErrorKind::BadResponse);
    row("login page", 200, "<html></html>", ErrorKind::BadResponse);
    row("no id", 200, "{\"name\":\"Acme\"}", ErrorKind::BadResponse);
    row("cut short", 200, Me.left(20), ErrorKind::BadResponse);
}

void TestSyncJob::stopsWhenTheOrganizationIsNotKnown() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    m_transport->will(status, body);
    const SyncSummary summary =
        sync(m_day, {SyncDataset::Usage, SyncDataset::Cost, SyncDataset::ClaudeCode, SyncDataset::Organization});
    QVERIFY(summary.stoppedBy.has_value());
    QCOMPARE(static_cast<int>(summary.stoppedBy->kind), kind);
    QVERIFY(!summary.savedAnything);
    QVERIFY(!summary.organization.has_value());
    QCOMPARE(summary.failed.size(), std::size_t{1});
    QCOMPARE(m_transport->asked.size(), std::size_t{1});
    QCOMPARE(logged(), std::vector<int>{status});
    QCOMPARE(statesOf(Dataset::Cost, m_day), std::vector<DayState>{DayState::Missing});
}

void TestSyncJob::stopsWhenTheNetworkDiesAtTheStart() {
    m_transport->willFail(ErrorKind::Network);
    const SyncSummary summary = sync(m_day, {SyncDataset::Cost});
    QVERIFY(summary.stoppedBy && summary.stoppedBy->kind == ErrorKind::Network);
    QVERIFY(!summary.savedAnything);
    QCOMPARE(m_transport->asked.size(), std::size_t{1});
    QCOMPARE(logged(), std::vector<int>{0});
}

void TestSyncJob::refusesAnotherOrganization() {
    m_transport->will(200, Me);
    m_transport->will(200, paged(costDay("2026-11-10", "1"), nullptr));
    QVERIFY(!sync(m_day, {SyncDataset::Cost}).stoppedBy);
    m_transport->will(200, "{\"id\":\"org-2\",\"name\":\"Umbrella\"}");
    const SyncSummary summary = sync(m_day, {SyncDataset::Cost});
    QVERIFY(summary.stoppedBy && summary.stoppedBy->kind == ErrorKind::Cache);
    QVERIFY2(summary.stoppedBy->message.contains(QStringLiteral("Umbrella")), qPrintable(summary.stoppedBy->message));
    QCOMPARE(m_transport->asked.size(), std::size_t{3});
}

void TestSyncJob::knowingTheOrganizationIsNoData() {
    m_transport->will(200, Me);
    m_transport->will(403, refusalOf("permission_error"));
    m_transport->will(403, refusalOf("permission_error"));
    const SyncSummary summary = sync(m_day, {SyncDataset::Cost, SyncDataset::Usage});
    QVERIFY(!summary.stoppedBy && !summary.savedAnything);
    QCOMPARE(summary.organization->name, QStringLiteral("Acme"));
    QCOMPARE(summary.failed.size(), std::size_t{2});
    QCOMPARE(summary.failed.front().kind, ErrorKind::Forbidden);
    m_transport->will(200, Me);
    m_transport->will(200, paged(costDay("2026-11-10", "1"), nullptr));
    QVERIFY(sync(m_day, {SyncDataset::Cost}).savedAnything);
}

void TestSyncJob::endsAfterThreeFailuresForOneCause() {
    m_transport->will(200, Me);
    for (int i = 0; i < 3; ++i) m_transport->willFail(ErrorKind::Network);
    const DateRange range = days("2026-11-06", "2026-11-10");
    const SyncSummary summary = sync(range, {SyncDataset::ClaudeCode});
    QVERIFY(summary.stoppedBy && summary.stoppedBy->kind == ErrorKind::Network);
    QVERIFY(!summary.savedAnything);
    QCOMPARE(summary.failed.size(), std::size_t{3});
    QCOMPARE(statesOf(Dataset::ClaudeCode, range),
             (std::vector{DayState::Missing, DayState::Missing, DayState::Failed, DayState::Failed, DayState::Failed}));

    // Different causes in turn, or a success between, do not end it.
    m_transport->will(200, Me);
    m_transport->willFail(ErrorKind::Network);
    m_transport->willFail(ErrorKind::Network);
    m_transport->will(500, refusalOf("api_error"));
    m_transport->willFail(ErrorKind::Network);
    m_transport->will(200, paged(codeRecord("2026-11-06", "kim@example.org"), nullptr));
    const SyncSummary mixed = sync(range, {SyncDataset::ClaudeCode});
    QVERIFY(!mixed.stoppedBy && mixed.savedAnything);
    QCOMPARE(mixed.failed.size(), std::size_t{4});
}

void TestSyncJob::anUntrustedServerEndsIt() {
    policy.maxRetries = 4;
    m_transport->will(200, Me);
    m_transport->willFail(ErrorKind::Certificate);
    const SyncSummary summary = sync(days("2026-11-06", "2026-11-10"), {SyncDataset::ClaudeCode});
    QVERIFY(summary.stoppedBy && summary.stoppedBy->kind == ErrorKind::Certificate);
    QCOMPARE(summary.retries, 0);
    QCOMPARE(m_transport->asked.size(), std::size_t{2});
}

void TestSyncJob::aClockThatIsWrongAsksNothing() {
    for (const QDateTime& present :
         {QDateTime(QDate(1970, 1, 5), QTime(0, 0), Qt::UTC), QDateTime(QDate(2250, 1, 5), QTime(0, 0), Qt::UTC)}) {
        m_clock->time = present;
        const SyncSummary summary = sync(m_day, {SyncDataset::Cost});
        QVERIFY(summary.stoppedBy && summary.stoppedBy->message.contains(QStringLiteral("clock")));
        QVERIFY(m_transport->asked.empty());
    }
}

void TestSyncJob::nothingSentFailsNothing() {
    m_transport->will(200, Me,
                      {{"anthropic-ratelimit-requests-remaining", "0"},
                       {"anthropic-ratelimit-requests-reset", "2026-11-20T12:10:00Z"}});
    const SyncSummary summary = sync(m_day, {SyncDataset::Cost});
    QVERIFY(summary.stoppedBy && summary.stoppedBy->kind == ErrorKind::RateLimited);
    QVERIFY2(summary.stoppedBy->message.contains(QStringLiteral("12:10")), qPrintable(summary.stoppedBy->message));
    QVERIFY(summary.failed.empty());
    QCOMPARE(summary.requests, 1);
    QCOMPARE(statesOf(Dataset::Cost, m_day), std::vector<DayState>{DayState::Missing});
    QCOMPARE(logged(), std::vector<int>{200});
}

void TestSyncJob::aStaleTokenStartsTheRequestOver_data() {
    QTest::addColumn<int>("dataset");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<int>("rows");
    QTest::newRow("cost") << static_cast<int>(SyncDataset::Cost) << paged(costDay("2026-11-09", "1"), "p")
                          << paged(costDay("2026-11-10", "2"), nullptr) << 3;  // the first page is stored twice
    QTest::newRow("Claude Code") << static_cast<int>(SyncDataset::ClaudeCode)
                                 << paged(codeRecord("2026-11-10", "kim@example.org"), "p")
                                 << paged(codeRecord("2026-11-10", "lee@example.org"), nullptr) << 2;
    QTest::newRow("workspaces") << static_cast<int>(SyncDataset::Organization) << workspaces("w1", true)
                                << workspaces("w2", false) << 3;  // who it is, and two
}

void TestSyncJob::aStaleTokenStartsTheRequestOver() {
    QFETCH(int, dataset);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(int, rows);
    const auto kind = static_cast<SyncDataset>(dataset);
    m_transport->will(200, Me);
    m_transport->will(200, first);
    m_transport->will(400, refusalOf("invalid_request_error"));
    m_transport->will(200, first);
    m_transport->will(200, second);
    std::vector<int> expected{200, 200, 400, 200, 200};
    if (kind == SyncDataset::Organization) {
        for (int i = 0; i < 5; ++i) m_transport->will(200, NoObjects);  // API keys, users, invites, members of two
        expected.insert(expected.end(), 5, 200);
    }
    const SyncSummary summary = sync(kind == SyncDataset::Cost ? days("2026-11-09", "2026-11-10") : m_day, {kind});
    QVERIFY(!summary.stoppedBy && summary.failed.empty());
    std::int64_t stored = 0;
    for (const auto& [which, count] : summary.rows) {
        if (kind == SyncDataset::Organization || which != Dataset::Organization) stored += count;
    }
    QCOMPARE(stored, std::int64_t{rows});
    QCOMPARE(summary.requests, static_cast<int>(expected.size()));
    QCOMPARE(logged(), expected);
}

void TestSyncJob::aTokenStaleTwiceFails() {
    m_transport->will(200, Me);
    for (int i = 0; i < 2; ++i) {
        m_transport->will(200, paged(costDay("2026-11-09", "1"), "p"));
        m_transport->will(400, refusalOf("invalid_request_error"));
    }
    const DateRange range = days("2026-11-09", "2026-11-10");
    const SyncSummary summary = sync(range, {SyncDataset::Cost});
    QCOMPARE(summary.failed.size(), std::size_t{1});
    QCOMPARE(summary.failed.front().day, std::optional(range.last));
    QCOMPARE(statesOf(Dataset::Cost, range), (std::vector{DayState::Final, DayState::Failed}));
    QCOMPARE(logged(), (std::vector{200, 200, 400, 200, 400}));
}

void TestSyncJob::keepsTheLogOfEarlierPages() {
    m_transport->will(200, Me);
    m_transport->will(200, workspaces("w1", true));
    m_transport->will(500, refusalOf("api_error"));
    for (int i = 0; i < 3; ++i) m_transport->will(200, NoObjects);
    m_transport->will(200, paged(codeRecord("2026-11-10", "kim@example.org"), "p"));
    m_transport->will(200, paged(codeRecord("2026-11-10", "lee@example.org"), "p"));  // repeats its token
    const SyncSummary summary = sync(m_day, {SyncDataset::Organization, SyncDataset::ClaudeCode});
    QCOMPARE(summary.failed.size(), std::size_t{2});
    QCOMPARE(summary.rows.count(Dataset::ClaudeCode), std::size_t{0});
    QVERIFY2(summary.failed[0].error.startsWith(QStringLiteral("workspaces: ")), qPrintable(summary.failed[0].error));
    QCOMPARE(logged(), (std::vector{200, 200, 500, 200, 200, 200, 200, 200}));
}

void TestSyncJob::keepsTheLogOfEarlierPagesWhenCancelled() {
    m_transport->will(200, Me);
    m_transport->will(200, paged(codeRecord("2026-11-10", "kim@example.org"), "p"));
    m_transport->willHang();
    start(m_day, {SyncDataset::ClaudeCode});
    QTRY_COMPARE(m_transport->asked.size(), std::size_t{3});
    bool saidSo = false;
    connect(m_job.get(), &SyncJob::progressed, this,
            [this, &saidSo](const SyncProgress& now) { saidSo = saidSo || (now.stopping && !m_summary); });
    m_job->cancel();
    QVERIFY(saidSo);
    const SyncSummary summary = finished();
    QVERIFY(summary.stoppedBy && summary.stoppedBy->kind == ErrorKind::Cancelled);
    QVERIFY(summary.failed.empty());
    QCOMPARE(logged(), (std::vector{200, 200}));
    QCOMPARE(statesOf(Dataset::ClaudeCode, m_day), std::vector<DayState>{DayState::Missing});
}

void TestSyncJob::saysWhichDayNobodyAskedFor() {
    m_transport->will(200, Me);
    m_transport->will(
        200, paged(costDay("2026-11-09", "1") + ',' + costDay("2026-11-10", "2") + ',' + costDay("2026-11-11", "4"),
                   nullptr));
    const SyncSummary summary = sync(m_day, {SyncDataset::Cost});
    QCOMPARE(summary.failed.size(), std::size_t{2});
    QCOMPARE(summary.failed[0].day, std::optional(m_day.first - 1));
    QVERIFY2(summary.failed[0].error.contains(QStringLiteral("not asked for")), qPrintable(summary.failed[0].error));
    QCOMPARE(summary.rows.at(Dataset::Cost), std::int64_t{1});
    QCOMPARE(statesOf(Dataset::Cost, days("2026-11-09", "2026-11-11")),
             (std::vector{DayState::Missing, DayState::Final, DayState::Missing}));
}

void TestSyncJob::refusesRecordsOfAnotherOrganization() {
    m_transport->will(200, Me);
    m_transport->will(200, paged(codeRecord("2026-11-10", "kim@example.org", "org-2"), nullptr));
    const SyncSummary summary = sync(m_day, {SyncDataset::ClaudeCode});
    QCOMPARE(summary.failed.size(), std::size_t{1});
    QVERIFY(summary.failed[0].error.contains(QStringLiteral("another organization")));
    QCOMPARE(statesOf(Dataset::ClaudeCode, m_day), std::vector<DayState>{DayState::Failed});
    QVERIFY(!summary.savedAnything);
}

QTEST_GUILESS_MAIN(TestSyncJob)
#include "tst_syncjob.moc"
