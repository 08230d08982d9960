// A cache may come from somebody else, or from a dying disk: whatever is in it, it is an error in plain words, and
// never a crash.
#include "rawcache.h"

#include <QFile>
#include <QRandomGenerator>

using namespace tokenledger;
using namespace tokenledger::test;

class HostileCacheTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void partsThatAreNotOursAreRefused_data();
    void partsThatAreNotOursAreRefused();
    void nonsenseIsDamage_data();
    void nonsenseIsDamage();
    void randomBytesNeverCrash();

private:
    [[nodiscard]] QString path() const { return m_file->path(); }
    static constexpr auto Now = "2026-11-20T00:00:00Z";
    const DateRange m_days = days("2026-10-20", "2026-11-05");
    std::unique_ptr<CacheFile> m_file;
};

void HostileCacheTest::init() {
    m_file = std::make_unique<CacheFile>();
    const auto writer = m_file->writer();
    UsagePageBuilder usage;
    CostPageBuilder cost;
    for (UtcDay when = m_days.first; when <= m_days.last; when = when + 1) {
        usage.bucket(when, {{QStringLiteral("w1"), QStringLiteral("k1"), QStringLiteral("opus"), {}, {}, tokens(10)},
                            {{}, {}, QStringLiteral("haiku"), {}, {}, tokens(30, 3)}});
        cost.bucket(when, {{QStringLiteral("w1"), QStringLiteral("in"), {}, QStringLiteral("opus"), 5},
                           {{}, QStringLiteral("out"), {}, QStringLiteral("haiku"), -2}});
    }
    valueOf(writer->storeUsage(usage.page(), m_days, true, answered(at(Now))));
    valueOf(writer->storeCost(cost.page(), m_days, true, answered(at(Now))));
}

void HostileCacheTest::partsThatAreNotOursAreRefused_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("trigger") << QByteArray(
        "CREATE TRIGGER t AFTER INSERT ON request_log BEGIN UPDATE cost_day SET "
        "amount_nano = amount_nano + 1; END");
    QTest::newRow("view") << QByteArray("ALTER TABLE coverage RENAME TO c; CREATE VIEW coverage AS SELECT * FROM c");
    QTest::newRow("virtual table") << QByteArray("CREATE VIRTUAL TABLE words USING fts5(text)");
}

void HostileCacheTest::partsThatAreNotOursAreRefused() {
    QFETCH(QByteArray, sql);
    rawDatabase(path())->exec(sql.constData());
    const auto writer = CacheWriter::open(path());
    const auto reader = CacheReader::open(path());
    QVERIFY(!writer && !reader);
    for (const Error& error : {writer.error(), reader.error()}) QCOMPARE(error.kind, ErrorKind::Damaged);
}

void HostileCacheTest::nonsenseIsDamage_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<bool>("readable");  // the query that meets it is the writer's
    QTest::newRow("state") << QByteArray("UPDATE coverage SET state = 99") << false;
    QTest::newRow("negative key") << QByteArray("UPDATE usage_fact SET key = -5 WHERE key = 1") << true;
    QTest::newRow("huge key") << QByteArray("UPDATE cost_fact SET key = 2000000000 WHERE key = 1") << true;
}

void HostileCacheTest::nonsenseIsDamage() {
    QFETCH(QByteArray, sql);
    QFETCH(bool, readable);
    rawDatabase(path())->exec("PRAGMA foreign_keys = OFF; " + sql.toStdString());
    const auto coverage = m_file->reader()->coverage(Dataset::Cost, m_days);
    QCOMPARE(coverage.has_value(), readable);
    if (!coverage) QCOMPARE(coverage.error().kind, ErrorKind::Damaged);
    QVERIFY(!valueOf(m_file->reader()->verify()).empty());
    const auto writer = m_file->writer();
    const auto purged = writer->purge(m_days, {Dataset::Usage, Dataset::Cost}, at(Now));
    if (readable) QVERIFY(!purged && purged.error().kind == ErrorKind::Damaged);
}

void HostileCacheTest::randomBytesNeverCrash() {
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    QRandomGenerator dice(20261120);
    int refused = 0;
    constexpr int Tries = 1500;
    for (int i = 0; i < Tries; ++i) {
        QByteArray damaged = whole;
        const int bytes = 1 + dice.bounded(3);
        for (int n = 0; n < bytes; ++n) {
            damaged[dice.bounded(static_cast<int>(whole.size()))] = static_cast<char>(dice.bounded(256));
        }
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(damaged) == damaged.size());
        file.close();
        const auto reader = CacheReader::open(path());
        if (!reader) {
            ++refused;
            continue;
        }
        const bool all = (*reader)->coverage(Dataset::Cost, m_days) && (*reader)->extent() && (*reader)->status() &&
                         (*reader)->usage({m_days, Interval::Day, {Dimension::Model, Dimension::ApiKey}, {}}) &&
                         (*reader)->cost({m_days, Interval::Week, {Dimension::Description}, {}}) &&
                         (*reader)->cost({m_days, Interval::Month, {Dimension::Workspace}, {}});
        if (!all) ++refused;
    }
    QVERIFY(refused > 0 && refused < Tries);
}

QTEST_GUILESS_MAIN(HostileCacheTest)
#include "tst_hostilecache.moc"
