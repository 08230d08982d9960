// The lists of the organization: whose members are asked, and what a refusal of one list leaves of the others.
#include "syncharness.h"

using namespace tokenledger;
using namespace tokenledger::test;

class TestSyncLists : public SyncHarness {
    Q_OBJECT
private slots:
    void membersFollowTheListThatCame();
    void membersOfTheCacheWhenTheListFails();
    void aRefusedListDropsOnlyItself_data();
    void aRefusedListDropsOnlyItself();
    void aForbiddenMemberListDropsThemAll();
    void aWorkspaceThatIsGoneIsLeftOut();
    void theLimitIsKeptForTheNextPlan();

private:
    SyncSummary syncLists() { return sync(m_day, {SyncDataset::Organization}); }
    static QByteArray listOf(std::initializer_list<const char*> ids, const char* archived = nullptr) {
        QByteArrayList items;
        for (const char* id : ids) {
            const bool gone = archived != nullptr && QByteArray(id) == archived;
            items << "{\"id\":\"" + QByteArray(id) +
                         "\",\"name\":\"W\",\"archived_at\":" + (gone ? "\"2026-11-01T00:00:00Z\"" : "null") + '}';
        }
        return "{\"data\":[" + items.join(',') + "],\"has_more\":false}";
    }
    void willAnswer(const QByteArray& workspaceList, int others) {
        m_transport->will(200, Me);
        m_transport->will(200, workspaceList);
        for (int i = 0; i < others; ++i) m_transport->will(200, NoObjects);
    }
    QStringList membersAsked() {
        QStringList ids;
        for (const QString& path : askedPaths()) {
            if (path.endsWith(u"/members")) ids << path.section(u'/', 1, 1);
        }
        m_transport->asked.clear();
        return ids;
    }
    const DateRange m_day = days("2026-11-10", "2026-11-10");
};

void TestSyncLists::membersFollowTheListThatCame() {
    SyncProgress last;
    const auto syncCounting = [&] {
        start(m_day, {SyncDataset::Organization});
        connect(m_job.get(), &SyncJob::progressed, this, [&last](const SyncProgress& now) { last = now; });
        return finished();
    };
    willAnswer(listOf({"w1", "w2", "w3"}, "w3"), 3 + 2);
    QCOMPARE(syncCounting().requests, 7);
    QCOMPARE(last.requestsPlanned, 7);
    QCOMPARE(last.datasets[Dataset::Organization].planned, 7);
    QCOMPARE(membersAsked(), (QStringList{QStringLiteral("w1"), QStringLiteral("w2")}));

    // w1 is archived, w2 is gone, w4 is new.
    willAnswer(listOf({"w1", "w3", "w4"}, "w1"), 3 + 2);
    QCOMPARE(syncCounting().requests, 7);
    QCOMPARE(last.requestsPlanned, 7);
    QCOMPARE(last.requestsDone, 6);  // the last one was under way
    QCOMPARE(membersAsked(), (QStringList{QStringLiteral("w3"), QStringLiteral("w4")}));
}

void TestSyncLists::membersOfTheCacheWhenTheListFails() {
    willAnswer(listOf({"w1", "w2"}), 3 + 2);
    QVERIFY(syncLists().failed.empty());
    m_transport->asked.clear();
    m_transport->will(200, Me);
    m_transport->will(500, refusalOf("api_error"));
    for (int i = 0; i < 5; ++i) m_transport->will(200, NoObjects);
    QCOMPARE(syncLists().failed.size(), std::size_t{1});
    QCOMPARE(membersAsked(), (QStringList{QStringLiteral("w1"), QStringLiteral("w2")}));
}

void TestSyncLists::aRefusedListDropsOnlyItself_data() {
    QTest::addColumn<int>("place");  // of the refused one among the four lists
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("name");
    QTest::newRow("workspaces") << 0 << 403 << QStringLiteral("workspaces: ");
    QTest::newRow("API keys") << 1 << 404 << QStringLiteral("API keys: ");
    QTest::newRow("users") << 2 << 403 << QStringLiteral("users: ");
    QTest::newRow("invites") << 3 << 404 << QStringLiteral("invites: ");
}

void TestSyncLists::aRefusedListDropsOnlyItself() {
    QFETCH(int, place);
    QFETCH(int, status);
    QFETCH(QString, name);
    m_transport->will(200, Me);
    for (int i = 0; i < 4; ++i) {
        if (i == place) {
            m_transport->will(status, refusalOf("permission_error"));
        } else {
            m_transport->will(200, i == 0 ? listOf({"w1"}) : NoObjects);
        }
    }
    if (place != 0) m_transport->will(200, NoObjects);  // members of w1
    m_transport->will(200, paged(codeRecord("2026-11-10", "kim@example.org"), nullptr));
    const SyncSummary summary = sync(m_day, {SyncDataset::Organization, SyncDataset::ClaudeCode});
    QVERIFY(!summary.stoppedBy && summary.savedAnything);
    QCOMPARE(summary.failed.size(), std::size_t{1});
    QVERIFY2(summary.failed[0].error.startsWith(name), qPrintable(summary.failed[0].error));
    QVERIFY(m_transport->script.empty());
}

void TestSyncLists::aForbiddenMemberListDropsThemAll() {
    willAnswer(listOf({"w1", "w2", "w3"}), 3);
    m_transport->will(200, NoObjects);
    m_transport->will(403, refusalOf("permission_error"));
    m_transport->will(200, paged(codeRecord("2026-11-10", "kim@example.org"), nullptr));
    const SyncSummary summary = sync(m_day, {SyncDataset::Organization, SyncDataset::ClaudeCode});
    QVERIFY(!summary.stoppedBy);
    // The ones that were not asked for are named, too.
    QCOMPARE(summary.failed.size(), std::size_t{2});
    QVERIFY(summary.failed[0].error.startsWith(QStringLiteral("members of w2: ")));
    QVERIFY(summary.failed[1].error.startsWith(QStringLiteral("members of w3: ")));
    QCOMPARE(membersAsked(), (QStringList{QStringLiteral("w1"), QStringLiteral("w2")}));
}

void TestSyncLists::aWorkspaceThatIsGoneIsLeftOut() {
    willAnswer(listOf({"w1", "w2", "w3"}), 3);
    m_transport->will(404, refusalOf("not_found_error"));
    m_transport->will(200, NoObjects);
    m_transport->will(200, NoObjects);
    m_transport->will(200, paged(codeRecord("2026-11-10", "kim@example.org"), nullptr));
    const SyncSummary summary = sync(m_day, {SyncDataset::Organization, SyncDataset::ClaudeCode});
    QVERIFY(!summary.stoppedBy);
    QCOMPARE(summary.failed.size(), std::size_t{1});
    QVERIFY(summary.failed[0].error.startsWith(QStringLiteral("members of w1: ")));
    QCOMPARE(membersAsked(), (QStringList{QStringLiteral("w1"), QStringLiteral("w2"), QStringLiteral("w3")}));
}

void TestSyncLists::theLimitIsKeptForTheNextPlan() {
    m_transport->will(200, Me, {{"anthropic-ratelimit-requests-limit", "120"}});
    m_transport->will(200, paged(costDay("2026-11-10", "1"), nullptr));
    QVERIFY(!sync(m_day, {SyncDataset::Cost}).stoppedBy);
    const PlanBasis basis = read([](const CacheReader& reader) { return reader.planBasis(); });
    QCOMPARE(basis.requestLimit, std::optional(120));
}

QTEST_GUILESS_MAIN(TestSyncLists)
#include "tst_synclists.moc"
