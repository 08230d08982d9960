// The request log in memory: complete, extended by what is new only, and in any order; also when it is long.
#include "app/reports/datahealth.h"
#include "app/reports/report.h"
#include "app/reports/synclog.h"
#include "tests/unit/reports/smallcache.h"

#include <QTest>

using namespace tokenledger;

class SyncLogTest : public QObject {
    Q_OBJECT
private slots:
    void isNewestFirst();
    void onlyWhatIsNewIsRead();
    void sortsByEveryColumn();
    void showsFailuresOnly();
    void healthSaysWhatCompletenessSays();
};

namespace {

constexpr int Many = 100'000;
const UtcDay Start = UtcDay::fromDate(2026, 11, 1);

RequestLogEntry entry(int number) {
    RequestLogEntry one;
    one.at = Start.start().addSecs(number);
    one.dataset = AllDatasets[static_cast<std::size_t>(number) % AllDatasets.size()];
    one.request = QStringLiteral("GET /v1/organizations/cost_report?page=%1").arg((number * 7919) % Many);
    one.httpStatus = number % 10 == 0 ? 504 : 200;
    one.outcome = number % 10 == 0 ? QStringLiteral("The server was asleep.") : QStringLiteral("ok");
    one.rows = (number * 31) % 1000;
    one.retries = number % 4;
    one.durationMs = (number * 17) % 5000;
    one.requestId = QStringLiteral("req_%1").arg((number * 104'729) % Many);
    return one;
}

void add(SmallCache& cache, int from, int count) {
    std::vector<RequestLogEntry> entries;
    for (int i = from; i < from + count; ++i) entries.push_back(entry(i));
    QVERIFY(cache.writer().recordRequests(entries).has_value());
}

std::shared_ptr<const SyncLog> read(const CacheReader& reader, const std::shared_ptr<const SyncLog>& known,
                                    const LogOrder& order = {}) {
    return std::make_shared<const SyncLog>(readSyncLog(reader, known, order).value());
}

}  // namespace

void SyncLogTest::isNewestFirst() {
    SmallCache cache;
    add(cache, 0, Many);
    const auto reader = cache.reader();
    const auto log = read(*reader, nullptr);
    QCOMPARE(log->entries->size(), std::size_t{Many});
    QCOMPARE(log->failures, Many / 10);
    QCOMPARE(log->retries, Many / 4 * 6);
    for (std::size_t row = 1; row < log->shown.size(); ++row) {
        QVERIFY(log->shownEntry(row).at < log->shownEntry(row - 1).at);
    }
    QCOMPARE(log->shownEntry(0).requestId, entry(Many - 1).requestId);
}

void SyncLogTest::onlyWhatIsNewIsRead() {
    SmallCache cache;
    const auto reader = cache.reader();
    auto log = read(*reader, nullptr);
    QVERIFY(log->entries->empty());
    add(cache, 0, 5);
    log = read(*reader, log);
    QCOMPARE(log->entries->size(), 5U);
    const auto same = read(*reader, log, {LogColumn::Rows, true, false});
    QCOMPARE(same->entries, log->entries);  // not even copied
    add(cache, 5, 3);
    log = read(*reader, same);
    QCOMPARE(log->entries->size(), 8U);
    for (int i = 0; i < 8; ++i) QCOMPARE((*log->entries)[static_cast<std::size_t>(i)].requestId, entry(i).requestId);
}

void SyncLogTest::sortsByEveryColumn() {
    SmallCache cache;
    add(cache, 0, 1000);
    const auto reader = cache.reader();
    const auto value = [](const RequestLogEntry& e, LogColumn column) -> QVariant {
        switch (column) {
            case LogColumn::Time:
                return e.at;
            case LogColumn::Dataset:
                return datasetName(e.dataset);
            case LogColumn::Request:
                return e.request;
            case LogColumn::Status:
                return e.httpStatus;
            case LogColumn::Rows:
                return QVariant::fromValue<qlonglong>(e.rows);
            case LogColumn::Retries:
                return e.retries;
            case LogColumn::Duration:
                return QVariant::fromValue<qlonglong>(e.durationMs);
            case LogColumn::RequestId:
                break;
        }
        return e.requestId;
    };
    for (int i = 0; i <= static_cast<int>(LogColumn::RequestId); ++i) {
        const auto column = static_cast<LogColumn>(i);
        for (const bool descending : {false, true}) {
            const auto log = read(*reader, nullptr, {column, descending, false});
            QCOMPARE(log->shown.size(), 1000U);
            for (std::size_t row = 1; row < log->shown.size(); ++row) {
                const auto order =
                    QVariant::compare(value(log->shownEntry(row - 1), column), value(log->shownEntry(row), column));
                QVERIFY(descending ? order != QPartialOrdering::Less : order != QPartialOrdering::Greater);
            }
        }
    }
}

void SyncLogTest::showsFailuresOnly() {
    SmallCache cache;
    add(cache, 0, 40);
    const auto log = read(*cache.reader(), nullptr, {LogColumn::Time, true, true});
    QCOMPARE(log->shown.size(), 4U);
    for (std::size_t row = 0; row < 4; ++row) QVERIFY(isFailure(log->shownEntry(row)));
    RequestLogEntry noticed = entry(1);
    noticed.outcome = QStringLiteral("ok; an amount was finer than a nano-dollar");
    QVERIFY(!isFailure(noticed));
    noticed.outcome = QStringLiteral("purged: 3 days, 12 rows");
    QVERIFY(!isFailure(noticed));
}

void SyncLogTest::healthSaysWhatCompletenessSays() {
    SmallCache cache;
    const DateRange range{Start, Start + 29};
    cache.usage({Start + 2, Start + 20}, noonOf(Start + 20), {});
    cache.cost(range, noonOf(Start + 40), {});
    RequestLogEntry log = entry(0);
    QVERIFY(cache.writer()
                .recordFailure(Dataset::Usage, {Start + 25, Start + 26},
                               {ErrorKind::Timeout, QStringLiteral("The server was asleep."), {}}, log)
                .has_value());
    cache.usage({Start + 5, Start + 6}, noonOf(Start + 40), {}, BucketWidth::Hour);
    const auto reader = cache.reader();
    const DataHealth health = buildDataHealth(*reader, range).value();
    ReportRequest request{QStringLiteral("completeness"), range, Interval::Total, {Dimension::Dataset}, {}, false};
    const Table report = runReport(*reader, request, PriceBook::builtIn()).value();
    QCOMPARE(health.datasets.size(), report.rows.size());
    for (const DatasetDays& one : health.datasets) {
        QCOMPARE(one.days.size(), 30U);
        const auto row = std::find_if(report.rows.begin(), report.rows.end(), [&](const std::vector<Cell>& cells) {
            return std::get<QString>(cells[1]) == datasetName(one.dataset);
        });
        QVERIFY(row != report.rows.end());
        const auto days = [&row](std::size_t column) {
            return static_cast<int>(std::get<std::int64_t>((*row)[column]));
        };
        QCOMPARE(one.completeness.finalDays, days(2));
        QCOMPARE(one.completeness.provisionalDays, days(3));
        QCOMPARE(one.completeness.failedDays, days(5));
        // Nobody asked for the other days by the hour.
        if (one.isOptional()) {
            QCOMPARE(one.completeness.days(), 2);
        } else {
            QCOMPARE(one.completeness.missingDays, days(4));
        }
    }
    QCOMPARE(health.newestFailure(), std::optional(std::pair(Dataset::Usage, Start + 26)));
    QCOMPARE(health.failedDays(), 2);
}

QTEST_GUILESS_MAIN(SyncLogTest)
#include "tst_synclog.moc"
