// A report that the server refuses for its size is asked in another way, and the sync says so.
#include "syncharness.h"

#include <QUrlQuery>

using namespace tokenledger;
using namespace tokenledger::test;

class TestSyncFallback : public SyncHarness {
    Q_OBJECT
private slots:
    void fewerDimensions();
    void fewerDimensionsForEveryLaterRange();
    void fewerDays();
    void onlyTheDaysThatAreStillToCome();
    void aSingleDayThatIsTooLargeFails();

private:
    static QByteArray refusal(const char* message) {
        return "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"" +
               QByteArray(message) + "\"}}";
    }
    static QByteArray costDays(const DateRange& range) {
        QByteArrayList buckets;
        for (UtcDay day = range.first; day <= range.last; day = day + 1) {
            buckets << costDay(day.toIso().toLatin1().constData(), "1");
        }
        return paged(buckets.join(','), nullptr);
    }
    /// "2026-11-01..2026-11-10" of each cost request.
    [[nodiscard]] QStringList rangesAsked() const {
        QStringList ranges;
        for (const QUrl& url : m_transport->asked) {
            const QUrlQuery query(url);
            const QString end = query.queryItemValue(QStringLiteral("ending_at")).left(10);
            if (end.isEmpty()) continue;
            ranges << query.queryItemValue(QStringLiteral("starting_at")).left(10) + QStringLiteral("..") +
                          (*UtcDay::fromIso(end) - 1).toIso();
        }
        return ranges;
    }
    [[nodiscard]] QList<int> groupings() const {
        QList<int> counts;
        for (const QUrl& url : m_transport->asked) {
            counts << static_cast<int>(url.query(QUrl::FullyDecoded).count(QStringLiteral("group_by[]")));
        }
        return counts;
    }
    QStringList outcomes() {
        QStringList texts;
        for (const RequestLogEntry& entry : read([](const CacheReader& r) { return r.requestLog(); })) {
            texts << entry.outcome;
        }
        return texts;
    }
    static constexpr const char* TooMany = "Cannot specify more than 5 group_by[] dimensions.";
};

void TestSyncFallback::fewerDimensions() {
    m_transport->will(200, Me);
    m_transport->will(400, refusal(TooMany));
    m_transport->will(400, refusal(TooMany));
    m_transport->will(200, paged("{\"starting_at\":\"2026-11-10T00:00:00Z\",\"results\":[]}", nullptr));
    const DateRange day = days("2026-11-10", "2026-11-10");
    const SyncSummary summary = sync(day, {SyncDataset::Usage});
    QVERIFY(!summary.stoppedBy && summary.failed.empty());
    QCOMPARE(groupings(), (QList<int>{0, 5, 4, 3}));
    QCOMPARE(summary.notices.size(), 2);
    QVERIFY(summary.notices[1].contains(QStringLiteral("without service_tier")));
    QCOMPARE(statesOf(Dataset::Usage, day), std::vector<DayState>{DayState::Final});
    QCOMPARE(logged(), (std::vector{200, 400, 400, 200}));
    QVERIFY2(outcomes()[1].contains(QStringLiteral("without context_window")), qPrintable(outcomes()[1]));
}

void TestSyncFallback::fewerDimensionsForEveryLaterRange() {
    const DateRange range = days("2026-09-20", "2026-11-20");  // two requests
    m_transport->will(200, Me);
    m_transport->will(400, refusal(TooMany));
    m_transport->will(200, paged("", nullptr));
    m_transport->will(200, paged("", nullptr));
    const SyncSummary summary = sync(range, {SyncDataset::Usage});
    QVERIFY(!summary.stoppedBy);
    QCOMPARE(groupings(), (QList<int>{0, 5, 4, 4}));
    QCOMPARE(summary.notices.size(), 1);
}

void TestSyncFallback::fewerDays() {
    const DateRange range = days("2026-11-01", "2026-11-10");
    m_transport->will(200, Me);
    m_transport->will(413, refusal("Request too large"));
    m_transport->will(400, refusal("The date range is too large"));
    m_transport->will(200, costDays(days("2026-11-08", "2026-11-10")));
    m_transport->will(200, costDays(days("2026-11-06", "2026-11-07")));
    m_transport->will(200, costDays(days("2026-11-01", "2026-11-05")));
    const SyncSummary summary = sync(range, {SyncDataset::Cost});
    QVERIFY(!summary.stoppedBy && summary.failed.empty());
    QCOMPARE(rangesAsked(),
             (QStringList{QStringLiteral("2026-11-01..2026-11-10"), QStringLiteral("2026-11-06..2026-11-10"),
                          QStringLiteral("2026-11-08..2026-11-10"), QStringLiteral("2026-11-06..2026-11-07"),
                          QStringLiteral("2026-11-01..2026-11-05")}));
    QCOMPARE(statesOf(Dataset::Cost, range), std::vector<DayState>(10, DayState::Final));
    QCOMPARE(summary.requests, 6);
    QCOMPARE(summary.notices.size(), 2);
    QVERIFY2(outcomes()[1].contains(QStringLiteral("two parts")), qPrintable(outcomes()[1]));
}

void TestSyncFallback::onlyTheDaysThatAreStillToCome() {
    const DateRange range = days("2026-11-01", "2026-11-10");
    m_transport->will(200, Me);
    QByteArray first = costDays(days("2026-11-01", "2026-11-06"));
    first.replace("\"has_more\":false,\"next_page\":null", "\"has_more\":true,\"next_page\":\"p\"");
    m_transport->will(200, first);
    m_transport->will(413, refusal("Request too large"));
    m_transport->will(200, costDays(days("2026-11-09", "2026-11-10")));
    m_transport->will(200, costDays(days("2026-11-07", "2026-11-08")));
    const SyncSummary summary = sync(range, {SyncDataset::Cost});
    QVERIFY(!summary.stoppedBy && summary.failed.empty());
    QCOMPARE(statesOf(Dataset::Cost, range), std::vector<DayState>(10, DayState::Final));
    QCOMPARE(summary.rows.at(Dataset::Cost), std::int64_t{10});
}

void TestSyncFallback::aSingleDayThatIsTooLargeFails() {
    const DateRange range = days("2026-11-09", "2026-11-10");
    m_transport->will(200, Me);
    m_transport->will(413, refusal("Request too large"));
    m_transport->will(413, refusal("Request too large"));
    m_transport->will(200, costDays(days("2026-11-09", "2026-11-09")));
    const SyncSummary summary = sync(range, {SyncDataset::Cost});
    QVERIFY(!summary.stoppedBy);
    QCOMPARE(summary.failed.size(), std::size_t{1});
    QCOMPARE(statesOf(Dataset::Cost, range), (std::vector{DayState::Final, DayState::Failed}));
}

QTEST_GUILESS_MAIN(TestSyncFallback)
#include "tst_syncfallback.moc"
