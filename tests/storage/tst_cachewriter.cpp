// What the writer promises: buckets replaced whole, sums exact, groupings and organizations kept apart.
#include "cachefixture.h"

using namespace tokenledger;
using namespace tokenledger::test;

class CacheWriterTest : public QObject {
    Q_OBJECT
private slots:
    void aBucketIsReplacedNotAddedTo();
    void aRevisionTakesRowsAway();
    void rowsOfTheSameCombinationAreAddedUp();
    void nullAndNotGroupedStayApart();
    void anotherGroupingOfTheSameDayIsNotAdded();
    void aSumTooLargeFailsItsBucket();
    void monthsDoNotOverflowUnseen();
    void hoursAreKeptApartFromDays();
    void claudeCodeDaysAreReplaced();
    void namesAreKeptWhenObjectsGo();
    void twoOrganizationsAreNeverMixed();
    void theRequestLogTellsEverything();
};

namespace {

const QString Opus = QStringLiteral("claude-opus-5-5");
const QString Haiku = QStringLiteral("claude-haiku-5");
const QString Team = QStringLiteral("wrkspc_1");
const QString Key = QStringLiteral("apikey_1");

FactQuery total(const DateRange& range, std::vector<Dimension> by = {}, Interval interval = Interval::Total) {
    return {range, interval, std::move(by), {}};
}

DayCoverage stateOf(CacheWriter& writer, Dataset dataset, const char* iso) {
    return valueOf(writer.coverage(dataset, {day(iso), day(iso)})).days.front();
}

}  // namespace

void CacheWriterTest::aBucketIsReplacedNotAddedTo() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-02");
    for (int round = 0; round < 3; ++round) {
        UsagePageBuilder builder;
        builder.bucket(day("2026-11-01"), {{Team, Key, Opus, QStringLiteral("standard"), QStringLiteral("0-200k"),
                                            tokens(10, 1, 2, 3, 4, 5)}});
        builder.bucket(day("2026-11-02"),
                       {{Team, Key, Opus, QStringLiteral("standard"), QStringLiteral("0-200k"), tokens(100)}});
        const StoreResult stored =
            valueOf(writer->storeUsage(builder.page(), asked, true, answered(at("2026-11-10T00:00:00Z"))));
        QCOMPARE(stored.rows, 2);
        QVERIFY(stored.failedDays.empty());
    }
    const auto reader = file.reader();
    QCOMPARE(usageText(*reader, total(asked)), QStringList{QStringLiteral("total | 110 1 2 3 4 5")});
    QCOMPARE(valueOf(reader->status()).datasets[0].rows, 2);
    QVERIFY(valueOf(reader->verify()).empty());
}

void CacheWriterTest::aRevisionTakesRowsAway() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-01");
    UsagePageBuilder first;
    first.bucket(asked.first, {{Team, Key, Opus, QStringLiteral("standard"), QStringLiteral("0-200k"), tokens(10)},
                               {Team, Key, Haiku, QStringLiteral("standard"), QStringLiteral("0-200k"), tokens(7)}});
    valueOf(writer->storeUsage(first.page(), asked, true, answered(at("2026-11-02T00:00:00Z"))));
    const auto reader = file.reader();
    QCOMPARE(valueOf(reader->valuesOf(Dimension::Model)).size(), 2U);

    UsagePageBuilder revised;
    revised.bucket(asked.first, {{Team, Key, Opus, QStringLiteral("standard"), QStringLiteral("0-200k"), tokens(12)}});
    valueOf(writer->storeUsage(revised.page(), asked, true, answered(at("2026-11-05T00:00:00Z"))));
    QCOMPARE(usageText(*reader, total(asked, {Dimension::Model})),
             QStringList{QStringLiteral("total | claude-opus-5-5 | 12 0 0 0 0 0")});
    QCOMPARE(usageText(*reader, total(asked, {Dimension::Model}, Interval::Month)),
             QStringList{QStringLiteral("2026-11 | claude-opus-5-5 | 12 0 0 0 0 0")});
    QCOMPARE(valueOf(reader->valuesOf(Dimension::Model)).size(), 1U);
    QVERIFY(valueOf(reader->verify()).empty());

    UsagePageBuilder empty;  // a whole month, so that its rollup is what is read
    empty.bucket(asked.first, {});
    valueOf(writer->storeUsage(empty.page(), asked, true, answered(at("2026-11-06T00:00:00Z"))));
    QVERIFY(usageText(*reader, total(days("2026-11-01", "2026-11-30"))).isEmpty());
    QCOMPARE(stateOf(*writer, Dataset::Usage, "2026-11-01").state, DayState::Final);
    QVERIFY(valueOf(reader->verify()).empty());
}

void CacheWriterTest::rowsOfTheSameCombinationAreAddedUp() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-01");
    CostPageBuilder builder;
    builder.bucket(asked.first, {{Team, QStringLiteral("Opus input"), {}, Opus, 1'000'000'001},
                                 {Team, QStringLiteral("Opus input"), {}, Opus, -1'000'000'000}});
    const StoreResult stored =
        valueOf(writer->storeCost(builder.page(), asked, true, answered(at("2026-11-02T00:00:00Z"))));
    QCOMPARE(stored.rows, 2);
    QCOMPARE(costText(*file.reader(), total(asked)), QStringList{QStringLiteral("total | 0.000000001")});
}

void CacheWriterTest::nullAndNotGroupedStayApart() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-02");
    UsagePageBuilder grouped;
    grouped.bucket(asked.first,
                   {{QString(), QString(), Opus, QStringLiteral("standard"), QStringLiteral("0-200k"), tokens(1)}});
    valueOf(writer->storeUsage(grouped.page(), days("2026-11-01", "2026-11-01"), true,
                               answered(at("2026-11-05T00:00:00Z"))));
    UsagePageBuilder byModel({Dimension::Model});
    byModel.bucket(asked.last, {{QString(), QString(), Opus, {}, {}, tokens(2)}});
    valueOf(writer->storeUsage(byModel.page(), days("2026-11-02", "2026-11-02"), true,
                               answered(at("2026-11-05T00:00:00Z"))));

    const auto reader = file.reader();
    const QStringList expected{QStringLiteral("2026-11-01 | - | - | 1 0 0 0 0 0"),
                               QStringLiteral("2026-11-02 | ~ | ~ | 2 0 0 0 0 0")};
    QCOMPARE(usageText(*reader, total(asked, {Dimension::Workspace, Dimension::ApiKey}, Interval::Day)), expected);
    QCOMPARE(reader->displayName(Dimension::Workspace, NullTerm), QStringLiteral("(default workspace)"));
    QCOMPARE(reader->displayName(Dimension::ApiKey, NullTerm), QStringLiteral("(console)"));
    QCOMPARE(reader->displayName(Dimension::Model, NullTerm), QStringLiteral("(none)"));
    FactQuery onlyNull = total(asked, {}, Interval::Day);
    onlyNull.where = {{Dimension::Workspace, valueOf(reader->findTerms(Dimension::Workspace, QString()))}};
    QCOMPARE(usageText(*reader, onlyNull), QStringList{QStringLiteral("2026-11-01 | 1 0 0 0 0 0")});
    QVERIFY(valueOf(reader->verify()).empty());
}

void CacheWriterTest::anotherGroupingOfTheSameDayIsNotAdded() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-03");
    UsagePageBuilder grouped;
    for (UtcDay when = asked.first; when <= asked.last; when = when + 1) {
        grouped.bucket(when, {{Team, Key, Opus, QStringLiteral("standard"), QStringLiteral("0-200k"), tokens(5)}});
    }
    valueOf(writer->storeUsage(grouped.page(), asked, true, answered(at("2026-11-03T12:00:00Z"))));
    UsagePageBuilder byModel({Dimension::Model});
    byModel.bucket(day("2026-11-02"), {{{}, {}, Opus, {}, {}, tokens(6)}});
    valueOf(writer->storeUsage(byModel.page(), days("2026-11-02", "2026-11-02"), true,
                               answered(at("2026-11-03T13:00:00Z"))));

    const auto reader = file.reader();
    for (const Dimension by : {Dimension::Model, Dimension::ApiKey}) {  // rollups, then facts
        FactQuery query = total(asked, {by}, Interval::Day);
        const std::vector<UsageRow> rows = valueOf(reader->usage(query));
        QCOMPARE(rows.size(), 3U);
        QCOMPARE(rows[0].measures.uncachedInput, 5);
        QCOMPARE(rows[1].measures.uncachedInput, 6);
        QCOMPARE(rows[2].measures.uncachedInput, 5);
    }
    QCOMPARE(usageText(*reader, total(days("2026-11-01", "2026-11-30"))),
             QStringList{QStringLiteral("total | 16 0 0 0 0 0")});
    QVERIFY(valueOf(reader->verify()).empty());

    // And back again: the first grouping's rows of that day are those of the new answer.
    UsagePageBuilder again;
    again.bucket(day("2026-11-02"),
                 {{Team, Key, Haiku, QStringLiteral("standard"), QStringLiteral("0-200k"), tokens(9)}});
    valueOf(
        writer->storeUsage(again.page(), days("2026-11-02", "2026-11-02"), true, answered(at("2026-11-03T14:00:00Z"))));
    QCOMPARE(usageText(*reader, total(days("2026-11-01", "2026-11-30"))),
             QStringList{QStringLiteral("total | 19 0 0 0 0 0")});
    QVERIFY(valueOf(reader->verify()).empty());
}

void CacheWriterTest::aSumTooLargeFailsItsBucket() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-02");
    CostPageBuilder builder;
    builder.bucket(asked.first,
                   {{Team, QStringLiteral("a"), {}, Opus, INT64_MAX}, {Team, QStringLiteral("a"), {}, Opus, 1}});
    builder.bucket(asked.last, {{Team, QStringLiteral("a"), {}, Opus, 3}});
    const StoreResult stored =
        valueOf(writer->storeCost(builder.page(), asked, true, answered(at("2026-11-20T00:00:00Z"))));
    QCOMPARE(stored.failedDays.size(), 1U);
    QVERIFY(stored.failedDays[0].second.contains(QStringLiteral("too large")));
    QCOMPARE(costText(*file.reader(), total(asked)), QStringList{QStringLiteral("total | 0.000000003")});
    QVERIFY(valueOf(file.reader()->verify()).empty());
}

void CacheWriterTest::monthsDoNotOverflowUnseen() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-12-01");
    CostPageBuilder builder;
    builder.bucket(day("2026-11-01"), {{Team, QStringLiteral("a"), {}, Opus, INT64_MAX}});
    builder.bucket(day("2026-11-02"), {{Team, QStringLiteral("a"), {}, Opus, 1}});
    builder.bucket(day("2026-12-01"), {{Team, QStringLiteral("a"), {}, Opus, INT64_MAX}});
    const StoreResult stored =
        valueOf(writer->storeCost(builder.page(), asked, false, answered(at("2026-12-20T00:00:00Z"))));
    QCOMPARE(stored.failedDays.size(), 1U);
    QCOMPARE(stored.failedDays[0].first, day("2026-11-02"));
    const auto reader = file.reader();
    QVERIFY(valueOf(reader->verify()).empty());
    const auto overflowing = reader->cost(total(asked));
    QVERIFY(!overflowing);
    QCOMPARE(overflowing.error().kind, ErrorKind::Usage);
    QCOMPARE(valueOf(reader->cost(total(asked, {}, Interval::Day))).size(), 2U);
}

void CacheWriterTest::hoursAreKeptApartFromDays() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-01");
    UsagePageBuilder daily;
    daily.bucket(asked.first, {{Team, Key, Opus, {}, {}, tokens(30)}});
    valueOf(writer->storeUsage(daily.page(), asked, true, answered(at("2026-11-20T10:00:00Z"))));
    UsagePageBuilder hourly(AllUsageDimensions, BucketWidth::Hour);
    for (int hour = 0; hour < 24; ++hour) {
        std::vector<UsageInput> rows;
        if (hour == 9 || hour == 13) rows.push_back({Team, Key, Opus, {}, {}, tokens(hour)});
        hourly.bucket(asked.first.startSeconds() + hour * 3600, rows);
    }
    valueOf(writer->storeUsage(hourly.page(), asked, true, answered(at("2026-11-20T10:00:00Z"))));
    const auto reader = file.reader();
    QCOMPARE(usageText(*reader, total(asked)), QStringList{QStringLiteral("total | 30 0 0 0 0 0")});
    QCOMPARE(usageText(*reader, total(asked, {}, Interval::Hour)),
             (QStringList{QStringLiteral("2026-11-01T09:00:00Z | 9 0 0 0 0 0"),
                          QStringLiteral("2026-11-01T13:00:00Z | 13 0 0 0 0 0")}));
    QCOMPARE(valueOf(writer->coverage(Dataset::UsageHourly, asked)).days[0].state, DayState::Final);
    const CacheStatus status = valueOf(reader->status());
    QCOMPARE(status.datasets.size(), 5U);
    QVERIFY(valueOf(reader->verify()).empty());
    QCOMPARE(reader->cost(total(asked, {}, Interval::Hour)).error().kind, ErrorKind::Usage);
    QCOMPARE(reader->cost(total(asked, {Dimension::ApiKey})).error().kind, ErrorKind::Usage);
}

void CacheWriterTest::claudeCodeDaysAreReplaced() {
    const CacheFile file;
    const auto writer = file.writer();
    ClaudeCodeRecord kim;
    kim.actor = "kim@example.org";
    kim.terminal = "vscode";
    kim.customerType = "api";
    kim.sessions = 4;
    kim.linesAdded = 310;
    kim.tools = {{"edit_tool", 20, 3}, {"write_tool", 5, 1}};
    kim.models = {{Opus.toStdString(), {4000, 900, 51000, 2300, Money::fromNano(1'870'000'000)}},
                  {Haiku.toStdString(), {1, 2, 3, 4, Money::fromNano(5)}}};
    ClaudeCodeRecord again = kim;  // the same person, terminal and kind: added up
    again.sessions = 1;
    ClaudeCodeRecord bot;
    bot.actorType = ClaudeCodeRecord::ActorType::ApiKey;
    bot.actor = "ci-bot";
    bot.terminal = "tmux";
    bot.customerType = "api";
    bot.sessions = 9;
    ClaudeCodeRecord idle = kim;
    idle.actor = "lee@example.org";
    idle.sessions = 0;
    const ClaudeCodeDay monday{day("2026-11-16"), {kim, again, bot, idle}, {}};
    for (int round = 0; round < 2; ++round) {
        const StoreResult stored = valueOf(writer->storeClaudeCode(monday, {answered(at("2026-11-20T00:00:00Z"))}));
        QCOMPARE(stored.rows, 4);
    }
    const auto reader = file.reader();
    const DateRange week = days("2026-11-10", "2026-11-20");
    const auto rows = valueOf(reader->claudeCode(total(week, {Dimension::User})));
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(reader->displayName(Dimension::User, rows[0].keys[0]), QStringLiteral("kim@example.org"));
    QCOMPARE(rows[0].measures.sessions, 5);
    QCOMPARE(rows[0].measures.linesAdded, 620);
    QCOMPARE(rows[0].measures.toolAccepted, 50);
    QCOMPARE(rows[0].measures.toolRejected, 8);
    QCOMPARE(rows[0].measures.estimatedCost, Money::fromNano(3'740'000'010));
    const auto models = valueOf(reader->claudeCodeModels(total(week, {Dimension::Model}, Interval::Day)));
    QCOMPARE(models.size(), 2U);
    QCOMPARE(models[0].measures.cacheRead, 3 * 51000);
    QCOMPARE(valueOf(reader->claudeCodeActiveUsers(week)), 1);
    QCOMPARE(valueOf(reader->claudeCodeActiveUsers(days("2026-11-17", "2026-11-20"))), 0);
    QVERIFY(valueOf(reader->verify()).empty());

    valueOf(writer->storeClaudeCode({monday.day, {bot}, {}}, {answered(at("2026-11-21T00:00:00Z"))}));
    QVERIFY(valueOf(reader->claudeCodeModels(total(week))).empty());
    QCOMPARE(valueOf(reader->claudeCode(total(week)))[0].measures.sessions, 9);
    QVERIFY(valueOf(reader->verify()).empty());
}

void CacheWriterTest::namesAreKeptWhenObjectsGo() {
    const CacheFile file;
    const auto writer = file.writer();
    UsagePageBuilder builder;
    builder.bucket(day("2026-11-01"), {{Team, Key, Opus, {}, {}, tokens(1)}});
    valueOf(writer->storeUsage(builder.page(), days("2026-11-01", "2026-11-01"), true,
                               answered(at("2026-11-20T00:00:00Z"))));
    const auto reader = file.reader();
    const TermId team = valueOf(reader->valuesOf(Dimension::Workspace)).at(0);
    const TermId key = valueOf(reader->valuesOf(Dimension::ApiKey)).at(0);
    QCOMPARE(reader->displayName(Dimension::Workspace, team), Team);

    const std::vector logs{answered(at("2026-11-20T00:00:00Z"), Dataset::Organization)};
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Acme")}, false, logs[0]));
    const ListedObject research{Team, {QStringLiteral("Research, \"R\""), {}, {}}};
    const ListedObject idle{QStringLiteral("wrkspc_2"), {QStringLiteral("Idle"), {}, {}}};
    const ListedObject nightly{Key, {QStringLiteral("nightly"), QStringLiteral("active"), Team, {}, {}, {}, {}}};
    valueOf(writer->storeObjects({ObjectKind::Workspace, {}, {research, idle}}, logs));
    valueOf(writer->storeObjects({ObjectKind::ApiKey, {}, {nightly}}, logs));
    QCOMPARE(valueOf(reader->findTerms(Dimension::Workspace, QStringLiteral("Research, \"R\""))), std::vector{team});
    QCOMPARE(valueOf(reader->findTerms(Dimension::Workspace, Team)), std::vector{team});
    QCOMPARE(valueOf(reader->findTerms(Dimension::Workspace, QStringLiteral("Idle"))).size(), 1U);
    QVERIFY(valueOf(reader->findTerms(Dimension::Workspace, Opus)).empty());
    QCOMPARE(reader->displayName(Dimension::Workspace, team), QStringLiteral("Research, \"R\""));
    QCOMPARE(reader->displayName(Dimension::ApiKey, key), QStringLiteral("nightly"));
    QCOMPARE(reader->text(key), Key);
    QCOMPARE(valueOf(reader->status()).datasets.back().rows, 4);

    valueOf(writer->storeObjects({ObjectKind::Workspace, {}, {}}, logs));
    QCOMPARE(valueOf(reader->status()).datasets.back().rows, 2);
    QCOMPARE(reader->displayName(Dimension::Workspace, team), QStringLiteral("Research, \"R\""));
}

void CacheWriterTest::twoOrganizationsAreNeverMixed() {
    const CacheFile file;
    const auto writer = file.writer();
    const RequestLogEntry log = answered(at("2026-11-20T00:00:00Z"), Dataset::Organization);
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Acme")}, false, log));
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Acme Ltd")}, false, log));
    const auto other = writer->storeOrganization({QStringLiteral("org-2"), QStringLiteral("Umbrella")}, false, log);
    QVERIFY(!other);
    QCOMPARE(other.error().kind, ErrorKind::Cache);
    for (const char* part : {"Acme Ltd", "Umbrella", "Nothing was fetched", "--profile"}) {
        QVERIFY2(other.error().message.contains(QLatin1String(part)), qPrintable(other.error().message));
    }
    const auto nasty =
        writer->storeOrganization({QStringLiteral("org-2"), QStringLiteral("U\u001b[2J\nX")}, false, log);
    QVERIFY(!nasty && nasty.error().message.contains(QStringLiteral("\"U [2J X\"")));
    QVERIFY(!writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Acme")}, true, log));
    const CacheStatus status = valueOf(file.reader()->status());
    QCOMPARE(status.organization->id, QStringLiteral("org-1"));
    QCOMPARE(status.organization->name, QStringLiteral("Acme Ltd"));
    QVERIFY(!status.sample);
}

void CacheWriterTest::theRequestLogTellsEverything() {
    const CacheFile file;
    const auto writer = file.writer();
    RequestLogEntry log = answered(at("2026-11-20T00:00:00Z"), Dataset::Cost);
    log.rows = 31;
    log.retries = 2;
    log.durationMs = 1234;
    valueOf(writer->recordFailure(Dataset::Organization, days("2026-11-01", "2026-11-01"), {}, log));
    valueOf(writer->recordFailure(Dataset::Cost, days("2026-11-01", "2026-11-02"), {}, log));
    valueOf(writer->recordRequests({log, log}));
    QVERIFY(!writer->recordRequests({log, RequestLogEntry()}));
    const auto reader = file.reader();
    const auto entries = valueOf(reader->requestLog());
    QCOMPARE(entries.size(), 4U);
    QCOMPARE(entries[0].at, log.at);
    QCOMPARE(entries[0].request, log.request);
    QCOMPARE(entries[0].rows, 31);
    QCOMPARE(entries[0].retries, 2);
    QCOMPARE(entries[0].durationMs, 1234);
    QCOMPARE(entries[0].requestId, QStringLiteral("req_1"));
    QVERIFY(!valueOf(reader->asOf()).isValid());
}

QTEST_GUILESS_MAIN(CacheWriterTest)
#include "tst_cachewriter.moc"
