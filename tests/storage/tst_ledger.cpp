// Definitions, the audit log, closed months and internal trackings: versions are kept, months stay as they were closed,
// an import replaces its days whole, and tampering with any of it is found.
#include "cachefixture.h"
#include "storage/ledgerwriter.h"

#include <QFile>

#include <SQLiteCpp/Database.h>
#include <algorithm>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Budget = QStringLiteral("budget");
const QString Team = QStringLiteral("Research");

Author kim(const char* time) { return {at(time), QStringLiteral("kim")}; }

QStringList bodies(const std::vector<Definition>& definitions) {
    QStringList all;
    for (const Definition& one : definitions) {
        all.append(QStringLiteral("%1 %2: %3").arg(one.name).arg(one.version).arg(QString::fromUtf8(one.body)));
    }
    return all;
}

QStringList logged(const CacheReader& reader) {
    QStringList all;
    for (const AuditEntry& entry : valueOf(reader.auditLog())) {
        all.append(entry.action + QStringLiteral(" ") + entry.subject + QStringLiteral(": ") + entry.detail);
    }
    return all;
}

TrackingRecord counted(const char* when, const QString& model, std::optional<std::int64_t> output,
                       std::optional<std::int64_t> requests = {}) {
    TrackingRecord record{day(when), model, {}};
    record.measures.output = output;
    record.measures.requests = requests;
    return record;
}

TrackingImport fileOf(const QString& source, const DateRange& range) {
    return {0, kim("2026-11-05T00:00:00Z"), source, QStringLiteral("spend.csv"), QStringLiteral("ab12"), range, 7};
}

QStringList shown(const CacheReader& reader, const QString& source) {
    QStringList all;
    for (const TrackingRow& row : valueOf(reader.tracking(source, days("2026-01-01", "2026-12-31")))) {
        const auto figure = [](const std::optional<std::int64_t>& value) {
            return value ? QString::number(*value) : QStringLiteral("-");
        };
        all.append(QStringLiteral("%1 %2 %3 %4")
                       .arg(row.day.toIso(), reader.text(row.model), figure(row.measures.output),
                            figure(row.measures.requests)));
    }
    return all;
}

}  // namespace

class LedgerTest : public QObject {
    Q_OBJECT
private slots:
    void everyVersionOfADefinitionIsKept();
    void aMonthIsClosedReopenedAndClosedAgain();
    void anImportReplacesItsDaysWhole();
    void aRowOutsideOfTheImportStoresNothing();
    void anExportIsNotedBesideAnOpenWindow();
    void nothingIsNotedWhereThereIsNoCache();
    void tamperingIsFound_data();
    void tamperingIsFound();
};

void LedgerTest::everyVersionOfADefinitionIsKept() {
    const CacheFile file;
    const auto writer = file.writer();
    valueOf(writer->storeDefinitions({{Budget, Team, "{\"amount\":\"1\"}"}, {Budget, QStringLiteral("Alpha"), "{}"}},
                                     kim("2026-11-01T00:00:00Z")));
    valueOf(writer->storeDefinitions({{Budget, Team, "{\"amount\":\"2\"}"}}, kim("2026-11-02T00:00:00Z")));
    valueOf(
        writer->storeDefinitions({{Budget, Team, "{\"amount\":\"2\"}"}}, kim("2026-11-03T00:00:00Z")));  // as it was
    valueOf(writer->storeDefinitions({{QStringLiteral("team"), Team, "{}"}}, kim("2026-11-03T00:00:00Z")));
    const auto reader = file.reader();
    QCOMPARE(bodies(valueOf(reader->definitions(Budget))),
             QStringList({QStringLiteral("Alpha 1: {}"), QStringLiteral("Research 2: {\"amount\":\"2\"}")}));
    valueOf(writer->storeDefinitions({{Budget, Team, {}}}, kim("2026-11-04T00:00:00Z")));
    QCOMPARE(bodies(valueOf(reader->definitions(Budget))), QStringList({QStringLiteral("Alpha 1: {}")}));
    const auto history = valueOf(reader->definitionHistory(Budget, Team));
    QCOMPARE(bodies(history),
             QStringList({QStringLiteral("Research 1: {\"amount\":\"1\"}"),
                          QStringLiteral("Research 2: {\"amount\":\"2\"}"), QStringLiteral("Research 3: ")}));
    QCOMPARE(history[1].author.at, at("2026-11-02T00:00:00Z"));
    QCOMPARE(history[1].author.by, QStringLiteral("kim"));
    QCOMPARE(logged(*reader).size(), 5);
    QCOMPARE(logged(*reader).last(), QStringLiteral("definition budget Research: removed"));
}

void LedgerTest::aMonthIsClosedReopenedAndClosedAgain() {
    const CacheFile file;
    const auto writer = file.writer();
    const UtcDay october = day("2026-10-01");
    QCOMPARE(writer->reopenMonth(october, QStringLiteral("why"), kim("2026-11-04T00:00:00Z")).error().kind,
             ErrorKind::Usage);
    const MonthClose first = valueOf(writer->closeMonth(october, "{\"spend\":\"1\"}", kim("2026-11-05T00:00:00Z")));
    QCOMPARE(first.version, 1);
    QCOMPARE(first.sha256.size(), 64);
    QCOMPARE(writer->closeMonth(october, "{}", kim("2026-11-06T00:00:00Z")).error().kind, ErrorKind::Usage);
    QCOMPARE(writer->reopenMonth(october, QStringLiteral("  "), kim("2026-11-06T00:00:00Z")).error().kind,
             ErrorKind::Usage);
    valueOf(writer->reopenMonth(october, QStringLiteral("late invoice"), kim("2026-11-06T00:00:00Z")));
    const MonthClose second = valueOf(writer->closeMonth(october, "{\"spend\":\"1\"}", kim("2026-11-07T00:00:00Z")));
    QVERIFY(second.sha256 != first.sha256);  // another version is another close
    const auto closes = valueOf(file.reader()->closes());
    QCOMPARE(closes.size(), std::size_t{2});
    QVERIFY(!closes[0].isClosed());
    QCOMPARE(closes[0].reopening->reason, QStringLiteral("late invoice"));
    QVERIFY(closes[1].isClosed());
    QCOMPARE(closes[1].version, 2);
    QCOMPARE(closes[1].body, QByteArray("{\"spend\":\"1\"}"));
    QCOMPARE(logged(*file.reader()), QStringList({QStringLiteral("close 2026-10: closed as version 1"),
                                                  QStringLiteral("reopen 2026-10: late invoice"),
                                                  QStringLiteral("close 2026-10: closed as version 2")}));
    QVERIFY(valueOf(file.reader()->verify()).empty());
}

void LedgerTest::anImportReplacesItsDaysWhole() {
    const CacheFile file;
    const auto writer = file.writer();
    const QString opus = QStringLiteral("claude-opus-5-5");
    const QString own = QStringLiteral("Own");
    valueOf(writer->storeTracking(
        fileOf(own, days("2026-11-01", "2026-11-03")),
        {counted("2026-11-01", opus, 5, 1), counted("2026-11-02", opus, {}, 0), counted("2026-11-03", {}, 9)}));
    valueOf(writer->storeTracking(fileOf(QStringLiteral("Other"), days("2026-11-01", "2026-11-01")),
                                  {counted("2026-11-01", opus, 70)}));
    const auto reader = file.reader();
    QCOMPARE(shown(*reader, own),
             QStringList({QStringLiteral("2026-11-01 claude-opus-5-5 5 1"),
                          QStringLiteral("2026-11-02 claude-opus-5-5 - 0"), QStringLiteral("2026-11-03  9 -")}));
    valueOf(writer->storeTracking(fileOf(own, days("2026-11-02", "2026-11-04")), {counted("2026-11-04", opus, 6)}));
    QCOMPARE(shown(*reader, own), QStringList({QStringLiteral("2026-11-01 claude-opus-5-5 5 1"),
                                               QStringLiteral("2026-11-04 claude-opus-5-5 6 -")}));
    QCOMPARE(valueOf(reader->trackingSources()), QStringList({QStringLiteral("Other"), own}));
    QCOMPARE(valueOf(reader->trackingImports()).size(), std::size_t{3});
    QCOMPARE(writer->removeTracking(QStringLiteral("None"), kim("2026-11-06T00:00:00Z")).error().kind,
             ErrorKind::Usage);
    valueOf(writer->removeTracking(own, kim("2026-11-06T00:00:00Z")));
    QCOMPARE(valueOf(reader->trackingSources()), QStringList({QStringLiteral("Other")}));
    QVERIFY(valueOf(reader->verify()).empty());
}

void LedgerTest::aRowOutsideOfTheImportStoresNothing() {
    const CacheFile file;
    const auto writer = file.writer();
    const auto stored = writer->storeTracking(fileOf(QStringLiteral("Own"), days("2026-11-01", "2026-11-01")),
                                              {counted("2026-11-01", {}, 1), counted("2026-11-02", {}, 1)});
    QVERIFY(!stored);
    QVERIFY(valueOf(file.reader()->trackingSources()).isEmpty());
    QVERIFY(valueOf(file.reader()->auditLog()).empty());
}

void LedgerTest::anExportIsNotedBesideAnOpenWindow() {
    const CacheFile file;
    const auto writer = file.writer();  // holds the lock
    valueOf(writer->storeDefinitions({{Budget, Team, "{}"}}, kim("2026-11-01T00:00:00Z")));
    AuditEntry entry;
    entry.author = kim("2026-11-02T00:00:00Z");
    entry.action = QStringLiteral("export");
    entry.subject = QStringLiteral("cost.csv");
    entry.sha256 = QStringLiteral("cd");
    valueOf(appendAudit(file.path(), entry));
    auto beside = valueOf(LedgerWriter::open(file.path()));
    valueOf(beside.storeDefinitions({{Budget, QStringLiteral("Beside"), "{}"}}, kim("2026-11-02T00:00:01Z")));
    valueOf(writer->storeDefinitions({{Budget, Team, {}}}, kim("2026-11-03T00:00:00Z")));
    const auto log = valueOf(file.reader()->auditLog());
    QCOMPARE(log.size(), std::size_t{4});
    QCOMPARE(log[1].subject, QStringLiteral("cost.csv"));
    QCOMPARE(log[1].sha256, QStringLiteral("cd"));
    QVERIFY(valueOf(file.reader()->verify()).empty());
}

void LedgerTest::nothingIsNotedWhereThereIsNoCache() {
    const CacheFile file;
    const auto noted = appendAudit(file.path(), {});
    QVERIFY(!noted);
    QCOMPARE(noted.error().kind, ErrorKind::Cache);
    QVERIFY(!QFile::exists(file.path()));
}

void LedgerTest::tamperingIsFound_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("check");
    const auto row = [](const char* name, const char* sql, const char* check) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(check);
    };
    row("a figure", "UPDATE month_close SET body = '{\"spend\":\"2\"}'", "closes");
    row("who closed it", "UPDATE month_close SET author = 'lee'", "closes");
    row("the month",
        "PRAGMA foreign_keys = OFF; DELETE FROM month_reopening; UPDATE month_close SET month = month + 30", "closes");
    row("a close taken out", "DELETE FROM month_reopening; DELETE FROM month_close", "records");
    row("a reopening taken out", "DELETE FROM month_reopening", "records");
    row("the reason", "UPDATE month_reopening SET reason = 'early'", "records");
    row("a definition", "UPDATE definition SET body = '{\"amount\":\"9\"}'", "records");
    row("a definition taken out", "DELETE FROM definition", "records");
    row("a definition beside the log",
        "INSERT INTO definition (kind, name, version, at, author, body) VALUES ('budget', 'Own', 1, 0, 'lee', '{}')",
        "records");
    row("the whole audit log", "DELETE FROM audit_log", "records");
    row("a line changed", "UPDATE audit_log SET detail = 'nothing' WHERE id = 2", "audit log");
    row("a line taken out", "DELETE FROM audit_log WHERE id = 1", "audit log");
    row("a model that there is not", "UPDATE tracking_day SET model = 999", "internal tracking");
}

void LedgerTest::tamperingIsFound() {
    QFETCH(QString, sql);
    QFETCH(QString, check);
    const CacheFile file;
    {
        const auto writer = file.writer();
        valueOf(writer->closeMonth(day("2026-10-01"), "{\"spend\":\"1\"}", kim("2026-11-05T00:00:00Z")));
        valueOf(writer->reopenMonth(day("2026-10-01"), QStringLiteral("late"), kim("2026-11-06T00:00:00Z")));
        valueOf(writer->storeDefinitions({{Budget, Team, "{\"amount\":\"1\"}"}}, kim("2026-11-06T00:00:01Z")));
        valueOf(writer->storeDefinitions({{Budget, Team, {}}}, kim("2026-11-06T00:00:02Z")));
        valueOf(writer->storeTracking(fileOf(QStringLiteral("Own"), days("2026-11-01", "2026-11-01")),
                                      {counted("2026-11-01", QStringLiteral("opus"), 1)}));
    }
    QVERIFY(valueOf(file.reader()->verify()).empty());
    SQLite::Database(file.path().toStdString(), SQLite::OPEN_READWRITE).exec(sql.toStdString());
    const auto findings = valueOf(file.reader()->verify());
    QVERIFY(std::any_of(findings.begin(), findings.end(), [&](const auto& one) { return one.check == check; }));
    const bool broken = check == QStringLiteral("closes");
    for (const MonthClose& close : valueOf(file.reader()->closes())) QCOMPARE(close.isSound, !broken);
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
