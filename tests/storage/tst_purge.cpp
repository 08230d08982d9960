// Purging takes whole days and nothing else; a backup is the cache as it was, whole or not there.
#include "cachefixture.h"
#include "storage/cacheservice.h"

#include <SQLiteCpp/Database.h>

using namespace tokenledger;
using namespace tokenledger::test;

class PurgeTest : public QObject {
    Q_OBJECT
private slots:
    void takesTheDaysAndNothingElse();
    void givesTheSpaceBack();
    void leavesOtherDatasetsAlone();
    void takesEveryGrouping();
    void takesHoursApartFromDays();
    void isWrittenIntoTheLog();
    void fetchesAgainWhatWasPurged();
    void theOrganizationHasNoDays();
    void aBackupIsTheCacheAsItWas();
    void aBackupHoldsStillWhileASyncWrites();
    void aBackupReplacesNothing();
    void aBackupCanBeStopped();
    void workApartIsStoppedWithTheService();
};

namespace {

const QDateTime Later = at("2026-11-20T00:00:00Z");
const DateRange Filled = days("2026-10-20", "2026-11-10");
const std::vector<Dataset> Daily{Dataset::Usage, Dataset::Cost, Dataset::ClaudeCode};

std::int64_t tokensOf(UtcDay when) { return 1000 + when.number() % 97; }
std::int64_t nanoOf(UtcDay when) { return 1'000'000'007LL * (1 + when.number() % 13); }

void fill(CacheWriter& writer, const DateRange& range = Filled) {
    UsagePageBuilder usage;
    CostPageBuilder cost;
    for (UtcDay when = range.first; when <= range.last; when = when + 1) {
        usage.bucket(when, {{QStringLiteral("w1"),
                             QStringLiteral("k1"),
                             QStringLiteral("opus"),
                             {},
                             {},
                             tokens(tokensOf(when), 1, 2, 3, 4, 5)},
                            {{}, QStringLiteral("k2"), QStringLiteral("haiku"), {}, {}, tokens(7)}});
        cost.bucket(when, {{QStringLiteral("w1"), QStringLiteral("Opus in"), {}, QStringLiteral("opus"), nanoOf(when)},
                           {{}, QStringLiteral("Credit"), {}, {}, -3}});
        ClaudeCodeRecord kim;
        kim.actor = "kim@example.org";
        kim.sessions = 2;
        kim.tools = {{"edit_tool", 7, 1}};
        kim.models = {{"opus", {1, 2, 3, 4, Money::fromNano(9)}}};
        valueOf(writer.storeClaudeCode({when, {kim}, {}}, {answered(Later, Dataset::ClaudeCode)}));
    }
    valueOf(writer.storeUsage(usage.page(), range, true, answered(Later)));
    valueOf(writer.storeCost(cost.page(), range, true, answered(Later, Dataset::Cost)));
}

/// Added up from what was put in, without the purged days.
std::int64_t expected(const DateRange& without, std::int64_t (*valueOfDay)(UtcDay), std::int64_t besides) {
    std::int64_t sum = 0;
    for (UtcDay when = Filled.first; when <= Filled.last; when = when + 1) {
        if (!without.contains(when)) sum += valueOfDay(when) + besides;
    }
    return sum;
}

std::int64_t usageSum(const CacheReader& reader, Interval interval) {
    std::int64_t sum = 0;
    for (const UsageRow& row : valueOf(reader.usage({Filled, interval, {}, {}}))) sum += row.measures.uncachedInput;
    return sum;
}
std::int64_t costSum(const CacheReader& reader, Interval interval) {
    std::int64_t sum = 0;
    for (const CostRow& row : valueOf(reader.cost({Filled, interval, {}, {}}))) sum += row.measures.nano();
    return sum;
}
std::int64_t sessions(const CacheReader& reader) {
    std::int64_t sum = 0;
    for (const ClaudeCodeRow& row : valueOf(reader.claudeCode({Filled, Interval::Total, {}, {}}))) {
        sum += row.measures.sessions;
    }
    return sum;
}

int countState(const CacheReader& reader, Dataset dataset, DayState state) {
    int count = 0;
    for (const DayCoverage& one : valueOf(reader.coverage(dataset, Filled)).days) count += one.state == state ? 1 : 0;
    return count;
}

void verified(const CacheReader& reader) {
    for (const VerifyFinding& finding : valueOf(reader.verify())) qWarning("%s", qPrintable(finding.message));
    QVERIFY(valueOf(reader.verify()).empty());
}

}  // namespace

void PurgeTest::takesTheDaysAndNothingElse() {
    const CacheFile file;
    const auto writer = file.writer();
    fill(*writer);
    const DateRange gone = days("2026-10-28", "2026-11-03");  // over the end of a month
    const auto reader = file.reader();
    const auto asked = valueOf(reader->storedDays(gone, Daily));
    const auto taken = valueOf(writer->purge(gone, Daily, Later));
    QCOMPARE(taken, asked);
    QCOMPARE(taken.at(0), (StoredDays{Dataset::Usage, 7, 14}));
    QCOMPARE(taken.at(2), (StoredDays{Dataset::ClaudeCode, 7, 7}));
    for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month, Interval::Total}) {
        QCOMPARE(usageSum(*reader, interval), expected(gone, tokensOf, 7));
        QCOMPARE(costSum(*reader, interval), expected(gone, nanoOf, -3));
    }
    QCOMPARE(sessions(*reader), 2 * (Filled.days() - gone.days()));
    for (const Dataset dataset : Daily) {
        QCOMPARE(countState(*reader, dataset, DayState::Missing), gone.days());
        QCOMPARE(countState(*reader, dataset, DayState::Final), Filled.days() - gone.days());
    }
    verified(*reader);
}

void PurgeTest::givesTheSpaceBack() {
    const CacheFile file;
    const auto writer = file.writer();
    fill(*writer);
    const UtcDay when = Filled.first;
    CostPageBuilder page;
    std::vector<CostInput> lines;
    for (int i = 0; i < 20'000; ++i) {
        lines.push_back({QStringLiteral("wrkspc_%1").arg(i % 100), QStringLiteral("d"), {}, QString::number(i), i});
    }
    page.bucket(when, lines);
    valueOf(writer->storeCost(page.page(), {when, when}, true, answered(Later)));
    valueOf(writer->purge({when, when}, {Dataset::Cost}, Later));
    SQLite::Database raw(file.path().toStdString());
    QCOMPARE(raw.execAndGet("PRAGMA freelist_count").getInt(), 0);
    // And it goes on being written to.
    valueOf(writer->storeCost(page.page(), {when, when}, true, answered(Later)));
    verified(*file.reader());
}

void PurgeTest::leavesOtherDatasetsAlone() {
    const CacheFile file;
    const auto writer = file.writer();
    fill(*writer);
    valueOf(writer->purge(Filled, {Dataset::Cost}, Later));
    const auto reader = file.reader();
    QCOMPARE(costSum(*reader, Interval::Total), 0);
    QVERIFY(valueOf(reader->cost({Filled, Interval::Month, {Dimension::Model}, {}})).empty());
    QCOMPARE(usageSum(*reader, Interval::Total), expected(days("2020-01-01", "2020-01-01"), tokensOf, 7));
    QCOMPARE(sessions(*reader), 2 * Filled.days());
    verified(*reader);
}

void PurgeTest::takesEveryGrouping() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange one = days("2026-11-01", "2026-11-01");
    for (const DimensionSet grouping : {DimensionSet{Dimension::Model}, AllUsageDimensions}) {
        UsagePageBuilder page(grouping);
        const QString all = grouping == AllUsageDimensions ? QStringLiteral("w") : NotAsked;
        page.bucket(one.first, {{all, all, QStringLiteral("opus"), all, all, tokens(10)}});
        valueOf(writer->storeUsage(page.page(), one, true, answered(Later)));
    }
    valueOf(writer->purge(one, {Dataset::Usage}, Later));
    SQLite::Database raw(file.path().toStdString());
    for (const char* table : {"usage_fact", "usage_day", "usage_api_key_day", "usage_month", "coverage"}) {
        QCOMPARE(raw.execAndGet(std::string("SELECT COUNT(*) FROM ") + table).getInt(), 0);
    }
    verified(*file.reader());
}

void PurgeTest::takesHoursApartFromDays() {
    const CacheFile file;
    const auto writer = file.writer();
    fill(*writer);
    const DateRange one = days("2026-11-01", "2026-11-01");
    UsagePageBuilder hours(AllUsageDimensions, BucketWidth::Hour);
    for (int hour = 0; hour < 24; ++hour) {
        hours.bucket(one.first.startSeconds() + hour * 3600,
                     {{QStringLiteral("w1"), QStringLiteral("k1"), QStringLiteral("opus"), {}, {}, tokens(hour)}});
    }
    valueOf(writer->storeUsage(hours.page(), one, true, answered(Later, Dataset::UsageHourly)));
    const auto reader = file.reader();
    QCOMPARE(valueOf(reader->usage({one, Interval::Hour, {}, {}})).size(), 24U);
    const auto taken = valueOf(writer->purge(Filled, {Dataset::UsageHourly}, Later));
    QCOMPARE(taken.front(), (StoredDays{Dataset::UsageHourly, 1, 24}));
    QVERIFY(valueOf(reader->usage({one, Interval::Hour, {}, {}})).empty());
    QCOMPARE(usageSum(*reader, Interval::Month), expected(days("2020-01-01", "2020-01-01"), tokensOf, 7));
    verified(*reader);
}

void PurgeTest::isWrittenIntoTheLog() {
    const CacheFile file;
    const auto writer = file.writer();
    fill(*writer);
    const auto reader = file.reader();
    const auto before = valueOf(reader->requestLog());
    valueOf(writer->purge(days("2026-10-20", "2026-10-21"), {Dataset::Usage, Dataset::UsageHourly}, Later));
    const auto added = valueOf(reader->requestLog(before.back().id));
    QCOMPARE(added.size(), 1U);  // there were no hours to take
    QCOMPARE(added.front().request, QStringLiteral("purge 2026-10-20 .. 2026-10-21"));
    QCOMPARE(added.front().outcome, QStringLiteral("purged: 2 days, 4 rows"));
    QCOMPARE(valueOf(reader->requestLog()).size(), before.size() + 1);
}

void PurgeTest::fetchesAgainWhatWasPurged() {
    const CacheFile file;
    const auto writer = file.writer();
    fill(*writer);
    valueOf(writer->purge(Filled, Daily, Later));
    fill(*writer);
    const auto reader = file.reader();
    const DateRange none = days("2020-01-01", "2020-01-01");
    QCOMPARE(usageSum(*reader, Interval::Month), expected(none, tokensOf, 7));
    QCOMPARE(costSum(*reader, Interval::Month), expected(none, nanoOf, -3));
    verified(*reader);
}

void PurgeTest::theOrganizationHasNoDays() {
    const CacheFile file;
    const auto writer = file.writer();
    fill(*writer);
    const auto refused = writer->purge(Filled, {Dataset::Usage, Dataset::Organization}, Later);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QCOMPARE(countState(*file.reader(), Dataset::Usage, DayState::Final), Filled.days());
}

void PurgeTest::aBackupIsTheCacheAsItWas() {
    const CacheFile file;
    const auto writer = file.writer();
    fill(*writer);
    const auto reader = file.reader();
    const QString copy = file.folder() + QStringLiteral("/copy of October.tokenledger");
    int calls = 0;
    valueOf(reader->backUp(copy, [&calls](int done, int total) {
        ++calls;
        return done <= total;
    }));
    QVERIFY(calls > 0);
    QVERIFY(!QFileInfo::exists(copy + QStringLiteral(".part")));
    QCOMPARE(QFileInfo(copy).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    valueOf(writer->purge(Filled, Daily, Later));  // the copy is none of its business
    const auto copied = valueOf(CacheReader::open(copy));
    const DateRange none = days("2020-01-01", "2020-01-01");
    QCOMPARE(usageSum(*copied, Interval::Total), expected(none, tokensOf, 7));
    QCOMPARE(costSum(*copied, Interval::Month), expected(none, nanoOf, -3));
    QCOMPARE(sessions(*copied), 2 * Filled.days());
    verified(*copied);
}

void PurgeTest::aBackupHoldsStillWhileASyncWrites() {
    const CacheFile file;
    const auto writer = file.writer();
    fill(*writer);
    const auto reader = file.reader();
    const QString copy = file.folder() + QStringLiteral("/copy.tokenledger");
    valueOf(reader->backUp(copy, [&](int, int) {
        valueOf(writer->purge(Filled, {Dataset::Cost}, Later));
        return true;
    }));
    const auto copied = valueOf(CacheReader::open(copy));
    QCOMPARE(costSum(*copied, Interval::Total), expected(days("2020-01-01", "2020-01-01"), nanoOf, -3));
    verified(*copied);
    QCOMPARE(costSum(*file.reader(), Interval::Total), 0);
}

void PurgeTest::aBackupReplacesNothing() {
    const CacheFile file;
    fill(*file.writer());
    const auto reader = file.reader();
    const auto refused = [&](const QString& target) {
        const auto result = reader->backUp(target);
        return !result && result.error().kind == ErrorKind::Usage && !QFileInfo::exists(target + u".part");
    };
    QVERIFY(refused(file.path()));
    QVERIFY(refused(file.folder()));
    QVERIFY(refused(file.folder() + QStringLiteral("/no such folder/copy")));
    const QString log = file.folder() + QStringLiteral("/old-wal");
    QFile left(log);
    QVERIFY(left.open(QIODevice::WriteOnly));
    QVERIFY(refused(file.folder() + QStringLiteral("/old")));
    verified(*reader);
}

void PurgeTest::aBackupCanBeStopped() {
    const CacheFile file;
    fill(*file.writer());
    const auto reader = file.reader();
    const QString copy = file.folder() + QStringLiteral("/copy.tokenledger");
    const auto stopped = reader->backUp(copy, [](int, int) { return false; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QVERIFY(!QFileInfo::exists(copy));
    QVERIFY(!QFileInfo::exists(copy + QStringLiteral(".part")));
    QVERIFY(!reader->verify([](int, int) { return false; }));
}

void PurgeTest::workApartIsStoppedWithTheService() {
    const CacheFile file;
    fill(*file.writer());
    QFuture<Result<std::vector<VerifyFinding>>> verified;
    {
        CacheService service(file.path(), CacheService::Mode::ReadOnly);
        service.open().waitForFinished();
        const auto endless = [](const CacheReader& reader) {
            for (;;) {
                auto findings = reader.verify();
                if (!findings) return findings;
            }
        };
        verified = service.readApart(endless);
        // The reader beside it goes on answering.
        QVERIFY(service.read([](const CacheReader& reader) { return reader.status(); }).result());
    }
    QVERIFY(!verified.result());
    QCOMPARE(verified.result().error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(PurgeTest)
#include "tst_purge.moc"
