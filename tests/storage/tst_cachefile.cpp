// The file itself: made for one user, migrated with a backup, complete on its own, safe against a kill.
#include "rawcache.h"
#include "storage/database.h"
#include "storage/schema.h"
#include "storage/statement.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tokenledger;
using namespace tokenledger::test;

class CacheFileTest : public QObject {
    Q_OBJECT
private slots:
    void isReadableByTheUserOnly();
    void oldSchemasBecomeTheNewest();
    void aMigrationIsBackedUp();
    void aFailedMigrationChangesNothing();
    void aSecondWriterIsRefused();
    void aReaderFollowsTheWriter();
    void nothingIsLeftBesideTheFile();
    void whatWasCommittedSurvivesAKill();
};

namespace {

/// Tables and indexes as SQL text, by name.
QStringList schemaOf(SQLite::Database& db) {
    QStringList objects;
    Statement all(db, "SELECT type, name, COALESCE(sql, '') FROM sqlite_master ORDER BY type, name");
    while (all.step())
        objects.append(all.string(0) + QLatin1Char(' ') + all.string(1) + QLatin1Char(' ') + all.string(2));
    return objects;
}

}  // namespace

void CacheFileTest::isReadableByTheUserOnly() {
    const CacheFile file;
    const QString path = file.folder() + QStringLiteral("/new folder/a?b#c %41/cache");
    const auto writer = valueOf(CacheWriter::open(path));
    storeOneDay(*writer, day("2026-11-01"), 1);
    const auto reader = valueOf(CacheReader::open(path));
    const auto forbidden = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const QStringList names = QFileInfo(path).dir().entryList(QDir::Files);
    QVERIFY(names.contains(QStringLiteral("cache-wal")));
    for (const QString& name : names) {
        QVERIFY2(!(QFileInfo(QFileInfo(path).dir(), name).permissions() & forbidden), qPrintable(name));
    }
    QCOMPARE(valueOf(reader->status()).path, path);
}

void CacheFileTest::oldSchemasBecomeTheNewest() {
    const CacheFile fresh;
    valueOf(CacheWriter::open(fresh.path()));
    const QStringList newest = schemaOf(*rawDatabase(fresh.path()));
    QVERIFY(newest.size() > 15);
    for (const Migration& from : cacheMigrations()) {
        const CacheFile old;
        {
            const auto db = rawDatabase(old.path());
            db->exec("PRAGMA application_id = " + std::to_string(CacheApplicationId));
            for (const Migration& migration : cacheMigrations()) {
                if (migration.version > from.version) break;
                db->exec(migration.sql);
                db->exec("PRAGMA user_version = " + std::to_string(migration.version));
            }
        }
        valueOf(CacheWriter::open(old.path()));
        const auto db = rawDatabase(old.path());
        QCOMPARE(schemaOf(*db), newest);
        QCOMPARE(singleInteger(*db, "PRAGMA user_version"), newestSchemaVersion());
    }
    const auto db = rawDatabase(fresh.path());
    QCOMPARE(singleInteger(*db, "PRAGMA application_id"), CacheApplicationId);
    QVERIFY(!QFileInfo::exists(fresh.path() + QStringLiteral(".schema-0.backup")));
}

void CacheFileTest::aMigrationIsBackedUp() {
    const CacheFile file;
    const auto db = rawDatabase(file.path());
    const std::array first = {Migration{1, "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (7)"}};
    const std::array second = {first[0], Migration{3, "CREATE TABLE b (y INTEGER)"},
                               Migration{4, "ALTER TABLE a ADD COLUMN z INTEGER"}};
    valueOf(migrate(*db, file.path(), first));
    QVERIFY(QDir(file.folder()).entryList({QStringLiteral("*.backup")}).isEmpty());
    valueOf(migrate(*db, file.path(), second));
    QCOMPARE(singleInteger(*db, "PRAGMA user_version"), 4);
    const QString backup = file.path() + QStringLiteral(".schema-1.backup");
    QVERIFY(!(QFileInfo(backup).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    const auto copy = rawDatabase(backup);
    QCOMPARE(singleInteger(*copy, "PRAGMA user_version"), 1);
    QCOMPARE(singleInteger(*copy, "SELECT x FROM a"), 7);
    QCOMPARE(schemaOf(*copy).size(), 1);
    valueOf(migrate(*db, file.path(), second));  // nothing to do, and no second backup
    QCOMPARE(QDir(file.folder()).entryList({QStringLiteral("*.backup*")}).size(), 1);
}

void CacheFileTest::aFailedMigrationChangesNothing() {
    const CacheFile file;
    const auto db = rawDatabase(file.path());
    const std::array steps = {Migration{1, "CREATE TABLE a (x INTEGER)"},
                              Migration{2, "CREATE TABLE b (y INTEGER); SELECT nonsense"}};
    const auto failed = migrate(*db, file.path(), steps);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Cache);
    QCOMPARE(singleInteger(*db, "PRAGMA user_version"), 1);
    QCOMPARE(schemaOf(*db).size(), 1);
    static_assert(!isStrictlyIncreasing(std::array{Migration{1, ""}, Migration{1, ""}}));
    static_assert(!isStrictlyIncreasing(std::array{Migration{2, ""}, Migration{1, ""}}));
}

void CacheFileTest::aSecondWriterIsRefused() {
    const CacheFile file;
    auto first = file.writer();
    const auto refused = [&] {
        const auto second = CacheWriter::open(file.path());
        return !second && second.error().kind == ErrorKind::Cache &&
               second.error().message.contains(QStringLiteral("Another window or sync is writing"));
    };
    QVERIFY(refused());                                              // in this process
    QCOMPARE(inChild(false, [&] { return refused() ? 0 : 1; }), 0);  // in another
    const QString other = file.folder() + QStringLiteral("/link");
    QVERIFY(QFile::link(file.path(), other));
    QVERIFY(!CacheWriter::open(other));  // by another name
    first.reset();
    QVERIFY(CacheWriter::open(file.path()).has_value());  // the file that the lock was on is still there
    QVERIFY(QFileInfo::exists(file.path() + QStringLiteral(".lock")));
}

void CacheFileTest::aReaderFollowsTheWriter() {
    const CacheFile file;
    QVERIFY(!CacheReader::open(file.path()));
    const auto writer = file.writer();
    const auto reader = file.reader();
    QVERIFY(!valueOf(reader->extent()));
    QVERIFY(!valueOf(reader->asOf()).isValid());
    storeOneDay(*writer, day("2026-11-01"), 5);
    const FactQuery query{days("2026-11-01", "2026-11-30"), Interval::Total, {Dimension::Model}, {}};
    QCOMPARE(costText(*reader, query), QStringList{QStringLiteral("total | m | 0.000000005")});
    {
        const CacheReader::Snapshot snapshot(*reader);
        QCOMPARE(valueOf(reader->cost(query)).size(), 1U);
        storeOneDay(*writer, day("2026-11-02"), 1);
        QCOMPARE(costText(*reader, query), QStringList{QStringLiteral("total | m | 0.000000005")});
    }
    QCOMPARE(costText(*reader, query), QStringList{QStringLiteral("total | m | 0.000000006")});
}

/// A cache is given to somebody as one file: after closing it is complete, and readers leave no files of their own.
void CacheFileTest::nothingIsLeftBesideTheFile() {
    const CacheFile file;
    const auto names = [&] { return QDir(file.folder()).entryList(QDir::Files, QDir::Name); };
    const QStringList alone{QStringLiteral("organization.tlcache"), QStringLiteral("organization.tlcache.lock")};
    const FactQuery query{days("2026-11-01", "2026-11-30"), Interval::Total, {}, {}};
    auto writer = file.writer();
    auto reader = file.reader();
    storeOneDay(*writer, day("2026-11-01"), 5);
    QCOMPARE(valueOf(reader->cost(query)).size(), 1U);
    writer.reset();  // the reader is still open: the file is complete all the same
    const QString copy = file.folder() + QStringLiteral("/copy");
    QVERIFY(QFile::copy(file.path(), copy));
    QCOMPARE(valueOf(valueOf(CacheReader::open(copy))->cost(query)).size(), 1U);
    QVERIFY(QFile::remove(copy));
    reader.reset();
    QCOMPARE(names(), alone);
    const QDateTime changed = QFileInfo(file.path()).lastModified();
    QCOMPARE(valueOf(file.reader()->cost(query)).size(), 1U);
    QCOMPARE(names(), alone);
    QCOMPARE(QFileInfo(file.path()).lastModified(), changed);
}

void CacheFileTest::whatWasCommittedSurvivesAKill() {
    const CacheFile file;
    int acknowledged = 0;
    for (const int killAfter : {1, 7, 23}) {
        int pipe[2];
        QCOMPARE(::pipe(pipe), 0);
        const pid_t child = fork();
        if (child == 0) {
            const auto writer = CacheWriter::open(file.path());
            if (!writer) _exit(1);
            // Days of growing size, over and over, each acknowledged after its commit.
            for (std::int64_t round = 1;; ++round) {
                CostPageBuilder page;
                std::vector<CostInput> rows;
                for (int i = 0; i < 500; ++i)
                    rows.push_back({QString::number(i), QStringLiteral("d"), {}, QStringLiteral("m"), round});
                const UtcDay when = day("2026-01-01") + static_cast<int>(round % 90);
                page.bucket(when, rows);
                if (!(*writer)->storeCost(page.page(), {when, when}, true, answered(at("2026-11-20T00:00:00Z"))))
                    _exit(2);
                if (write(pipe[1], "x", 1) != 1) _exit(3);
            }
        }
        ::close(pipe[1]);
        char byte = 0;
        int rounds = 0;
        while (rounds < killAfter && read(pipe[0], &byte, 1) == 1) ++rounds;
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        while (read(pipe[0], &byte, 1) == 1) ++rounds;
        ::close(pipe[0]);
        QVERIFY(WIFSIGNALED(status));
        QVERIFY(rounds >= killAfter);
        acknowledged = std::max(acknowledged, rounds);

        const auto reader = file.reader();
        QVERIFY(valueOf(reader->verify()).empty());
        const auto byDay = valueOf(reader->cost({days("2026-01-01", "2026-12-31"), Interval::Day, {}, {}}));
        QVERIFY(byDay.size() >= static_cast<std::size_t>(std::min(acknowledged, 89)));
        for (const CostRow& row : byDay) QCOMPARE(row.measures.nano() % 500, 0);  // each day whole, or not at all
    }
    QVERIFY(CacheWriter::open(file.path()).has_value());  // the dead writer's lock is gone
}

QTEST_GUILESS_MAIN(CacheFileTest)
#include "tst_cachefile.moc"
