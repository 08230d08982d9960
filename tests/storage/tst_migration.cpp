// A cache of the schema before: brought up to date it answers as one that was written by this version, and is sound.
#include "rawcache.h"
#include "storage/schema.h"

#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Team = QStringLiteral("wrkspc_1");
const QString Other = QStringLiteral("wrkspc_2");
const QString Opus = QStringLiteral("claude-opus-5-5");
const QString Haiku = QStringLiteral("claude-haiku-5-5");
const DateRange Asked = days("2026-10-28", "2026-11-05");

UsagePageBuilder usage(DimensionSet grouping, const DateRange& asked) {
    UsagePageBuilder page(grouping);
    const bool fine = grouping.contains(Dimension::ServiceTier);
    const QString tier = fine ? QStringLiteral("batch") : NotAsked;
    const QString usual = fine ? QStringLiteral("standard") : NotAsked;
    const QString window = fine ? QStringLiteral("0-200k") : NotAsked;
    for (UtcDay when = asked.first; when <= asked.last; when = when + 1) {
        const std::int64_t n = when.number();
        page.bucket(when, {{Team, QStringLiteral("key_1"), Opus, usual, window, tokens(n, 1, 2, 3, n % 5)},
                           {Team, QStringLiteral("key_1"), Haiku, usual, window, tokens(7, 0, 0, n % 3, 1, 2)},
                           {Team, QStringLiteral("key_2"), Opus, tier, window, tokens(n % 7)},
                           {{}, {}, Opus, usual, window, tokens(1, 1, 1, 1, 1, 1)},
                           {Other, {}, {}, usual, window, tokens(0, 0, 0, 0, 9)}});
    }
    return page;
}

CostPageBuilder bill() {
    CostPageBuilder page;
    for (UtcDay when = Asked.first; when <= Asked.last; when = when + 1) {
        const std::int64_t n = when.number();
        page.bucket(when, {{Team, QStringLiteral("in"), QStringLiteral("uncached_input_tokens"), Opus, n},
                           {Team, QStringLiteral("out"), QStringLiteral("output_tokens"), Opus, -3},
                           {Team, QStringLiteral("out"), QStringLiteral("output_tokens"), Haiku, n % 11},
                           {{}, QStringLiteral("Web Search Usage"), {}, {}, 5},
                           {Other, QStringLiteral("in"), QStringLiteral("uncached_input_tokens"), Opus, 2}});
    }
    return page;
}

void fill(CacheWriter& writer) {
    const auto log = [](Dataset dataset, const char* time) { return answered(at(time), dataset); };
    const UsagePageBuilder all = usage(AllUsageDimensions, Asked);
    valueOf(writer.storeUsage(all.page(), Asked, true, log(Dataset::Usage, "2026-11-06T00:00:00Z")));
    // Some days under another grouping, which is the one that they show.
    const DateRange later{Asked.first + 3, Asked.last};
    const UsagePageBuilder coarse = usage({Dimension::Workspace, Dimension::ApiKey, Dimension::Model}, later);
    valueOf(writer.storeUsage(coarse.page(), later, true, log(Dataset::Usage, "2026-11-06T01:00:00Z")));
    valueOf(writer.storeCost(bill().page(), Asked, true, log(Dataset::Cost, "2026-11-06T00:00:00Z")));
    const Error error{ErrorKind::Network, QStringLiteral("no"), {}};
    const UtcDay failed = Asked.last + 1;
    valueOf(writer.recordFailure(Dataset::Cost, {failed, failed}, error, log(Dataset::Cost, "2026-11-08T00:00:00Z")));
}

/// Takes out what the third and fourth schema added: their tables, and the combinations that only they had.
void takeBack(SQLite::Database& db) {
    db.exec("DROP TABLE usage_api_key_day; DROP TABLE cost_workspace_day;");
    for (const char* table :
         {"definition", "audit_log", "month_reopening", "month_close", "tracking_import", "tracking_day"}) {
        db.exec(std::string("DROP TABLE ") + table);
    }
    for (const std::string facts : {"usage", "cost"}) {
        const std::array tables = {facts + "_fact", facts + "_day", facts + "_month"};
        db.exec(
            "CREATE TEMP TABLE kept AS SELECT key, ROW_NUMBER() OVER (ORDER BY key) AS number FROM (SELECT key "
            "FROM " +
            tables[0] + " UNION SELECT key FROM " + tables[1] + " UNION SELECT key FROM " + tables[2] + ")");
        const std::string keys = facts + "_key";
        db.exec("DELETE FROM " + keys + " WHERE id NOT IN (SELECT key FROM kept)");
        // By way of negative numbers, so that no two are the same meanwhile.
        db.exec("UPDATE " + keys + " SET id = -(SELECT number FROM kept WHERE kept.key = id)");
        db.exec("UPDATE " + keys + " SET id = -id");
        for (const std::string& table : tables) {
            db.exec("UPDATE " + table + " SET key = -(SELECT number FROM kept WHERE kept.key = " + table + ".key)");
            db.exec("UPDATE " + table + " SET key = -key");
        }
        db.exec("DROP TABLE kept");
    }
    db.exec("PRAGMA user_version = 2");
}

QStringList answers(const CacheReader& reader) {
    QStringList all;
    using D = Dimension;
    for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month, Interval::Total}) {
        for (const std::vector<D>& by : {std::vector<D>{},
                                         {D::ApiKey},
                                         {D::Workspace},
                                         {D::Workspace, D::ApiKey},
                                         {D::Model},
                                         {D::ApiKey, D::Model}}) {
            all.append(usageText(reader, {Asked, interval, by, {}}));
        }
        for (const std::vector<D>& by : {std::vector<D>{},
                                         {D::Workspace},
                                         {D::Workspace, D::Model},
                                         {D::Model},
                                         {D::Description},
                                         {D::Workspace, D::TokenType}}) {
            all.append(costText(reader, {Asked, interval, by, {}}));
        }
    }
    return all;
}

}  // namespace

class MigrationTest : public QObject {
    Q_OBJECT
private slots:
    void sumsUpWhatIsThere();
    void goesOnAsBefore();
    void anEmptyCache();
    void daysComeFromFactsNotFromMonths();
};

void MigrationTest::sumsUpWhatIsThere() {
    const CacheFile file;
    fill(*file.writer());
    const QStringList before = answers(*file.reader());
    QVERIFY(before.size() > 100);
    takeBack(*rawDatabase(file.path()));
    (void)file.writer();
    const auto reader = file.reader();
    QCOMPARE(answers(*reader), before);
    for (const VerifyFinding& finding : valueOf(reader->verify())) qWarning("%s", qPrintable(finding.message));
    QVERIFY(valueOf(reader->verify()).empty());
    QCOMPARE(valueOf(reader->status()).schemaVersion, newestSchemaVersion());
    QVERIFY(QFile::exists(file.path() + QStringLiteral(".schema-2.backup")));
    const auto db = rawDatabase(file.path());
    QVERIFY(db->execAndGet("SELECT COUNT(*) FROM usage_api_key_day").getInt() == Asked.days() * 4);
    QVERIFY(db->execAndGet("SELECT COUNT(*) FROM cost_workspace_day").getInt() == Asked.days() * 4);
}

void MigrationTest::goesOnAsBefore() {
    const CacheFile file;
    fill(*file.writer());
    takeBack(*rawDatabase(file.path()));
    const CacheFile fresh;
    fill(*fresh.writer());
    const UtcDay when = Asked.last;
    for (const CacheFile* each : {&file, &fresh}) {
        const auto writer = each->writer();
        UsagePageBuilder page;
        page.bucket(when, {{Team, QStringLiteral("key_3"), Opus, {}, {}, tokens(4)}});
        valueOf(writer->storeUsage(page.page(), {when, when}, true, answered(at("2026-11-07T00:00:00Z"))));
        valueOf(
            writer->purge({Asked.first, Asked.first + 1}, {Dataset::Usage, Dataset::Cost}, at("2026-11-07T00:00:00Z")));
        QVERIFY(valueOf(each->reader()->verify()).empty());
    }
    QCOMPARE(answers(*file.reader()), answers(*fresh.reader()));
}

void MigrationTest::anEmptyCache() {
    const CacheFile file;
    (void)file.writer();
    takeBack(*rawDatabase(file.path()));
    fill(*file.writer());
    QVERIFY(valueOf(file.reader()->verify()).empty());
}

void MigrationTest::daysComeFromFactsNotFromMonths() {
    const CacheFile file;
    fill(*file.writer());
    const auto ofDays = [&file] {
        const auto reader = file.reader();
        return usageText(*reader, {Asked, Interval::Day, {Dimension::ApiKey}, {}}) +
               costText(*reader, {Asked, Interval::Day, {Dimension::Workspace}, {}});
    };
    const auto before = ofDays();
    QVERIFY(!before.isEmpty());
    const auto db = rawDatabase(file.path());
    takeBack(*db);
    db->exec("DELETE FROM usage_month; DELETE FROM cost_month");
    (void)file.writer();
    QCOMPARE(ofDays(), before);
}

QTEST_GUILESS_MAIN(MigrationTest)
#include "tst_migration.moc"
