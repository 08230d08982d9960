// reconcile of the real program: what is imported, refused, compared and removed. The comparison is computed a second
// time, by SQL over the stored facts.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileSystemWatcher>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

using namespace tokenledger::test;

namespace {

// One row for each kind of token that is not zero on both sides.
constexpr const char* Expected = R"sql(
WITH anthropic AS (
  SELECT f.bucket_start / 86400 AS day, k.model AS model, SUM(f.uncached_input) AS u, SUM(f.cache_creation_5m) AS c5,
         SUM(f.cache_creation_1h) AS c1, SUM(f.cache_read) AS r, SUM(f.output) AS o
  FROM usage_fact f JOIN usage_key k ON k.id = f.key GROUP BY 1, 2),
kinds AS (
  SELECT i.day IS NOT NULL AS ours, a.day IS NOT NULL AS theirs, COALESCE(i.day, a.day) AS day,
         COALESCE(i.model, a.model) AS model, k.name,
         CASE k.name WHEN 'uncached_input_tokens' THEN i.uncached_input WHEN 'cache_creation_5m_tokens' THEN i.cache_creation_5m
           WHEN 'cache_creation_1h_tokens' THEN i.cache_creation_1h WHEN 'cache_read_tokens' THEN i.cache_read ELSE i.output END AS x,
         CASE k.name WHEN 'uncached_input_tokens' THEN a.u WHEN 'cache_creation_5m_tokens' THEN a.c5
           WHEN 'cache_creation_1h_tokens' THEN a.c1 WHEN 'cache_read_tokens' THEN a.r ELSE a.o END AS y
  FROM anthropic a FULL OUTER JOIN tracking_day i ON i.day = a.day AND i.model = a.model
  CROSS JOIN (SELECT 'uncached_input_tokens' AS name UNION SELECT 'cache_creation_5m_tokens' UNION
              SELECT 'cache_creation_1h_tokens' UNION SELECT 'cache_read_tokens' UNION SELECT 'output_tokens') k)
SELECT date(day * 86400, 'unixepoch'), t.text, name, COALESCE(x, 0), COALESCE(y, 0), COALESCE(x, 0) - COALESCE(y, 0),
  CASE WHEN NOT theirs THEN 'only-internal' WHEN NOT ours THEN 'only-anthropic' WHEN x = y THEN 'exact'
       WHEN abs(x - y) * 10000 < y THEN 'exact' WHEN abs(x - y) * 100 < y THEN 'close' ELSE 'investigate' END
FROM kinds JOIN term t ON t.id = model
WHERE day BETWEEN unixepoch('2026-10-25') / 86400 AND unixepoch('2026-11-16') / 86400 AND (COALESCE(x, 0) <> 0 OR COALESCE(y, 0) <> 0)
ORDER BY 1, 2, 3)sql";

}  // namespace

class CliReconcile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysThatThereIsNothing();
    void dryRunChangesNothing();
    void comparesLikeSql();
    void monthsAreSumsOfDays();
    void provisionalDaysAreNotJudged();
    void limitsCanBeMoved();
    void costsAreEstimatesOfTheSource();
    void badFilesLeaveEverythingAsItWas_data();
    void badFilesLeaveEverythingAsItWas();
    void formatsAreRemembered();
    void overviewShowsRequests();
    void wrongUsage_data();
    void wrongUsage();
    void removes();
    void killedInTheMiddle();

private:
    [[nodiscard]] CliRun with(const char* line, const QStringList& more = {}) const {
        return m_home.run(words(line) + more +
                          QStringList{QStringLiteral("--cache"), m_home.cache(), QStringLiteral("--now"),
                                      QStringLiteral("2026-11-20T13:42:00Z")});
    }
    [[nodiscard]] CliRun import(const char* options, const QByteArray& bytes) const {
        m_home.writeFile(QStringLiteral("tracking.csv"), bytes);
        return with("reconcile import", QStringList{m_home.path(QStringLiteral("tracking.csv"))} + words(options));
    }
    [[nodiscard]] std::vector<QStringList> sql(const char* query) const {
        SQLite::Database db(m_home.cache().toStdString(), SQLite::OPEN_READONLY);
        SQLite::Statement statement(db, query);
        std::vector<QStringList> rows;
        while (statement.executeStep()) {
            QStringList row;
            for (int i = 0; i < statement.getColumnCount(); ++i)
                row << QString::fromStdString(statement.getColumn(i).getString());
            rows.push_back(row);
        }
        return rows;
    }
    [[nodiscard]] QByteArray ownFile() const;

    CliHome m_home;
};

/// What Anthropic reports from 25 October to 19 November, with four mistakes in it.
QByteArray CliReconcile::ownFile() const {
    QByteArray csv =
        "date,model,uncached_input,cache_creation_5m,cache_creation_1h,cache_read,output,requests,successful_"
        "requests\r\n";
    QString gone;
    for (QStringList row :
         sql("SELECT date(f.bucket_start, 'unixepoch'), t.text, SUM(uncached_input), SUM(cache_creation_5m), "
             "SUM(cache_creation_1h), SUM(cache_read), SUM(output) FROM usage_fact f JOIN usage_key k ON k.id = f.key "
             "JOIN term t ON t.id = k.model WHERE f.bucket_start >= unixepoch('2026-10-25') GROUP BY 1, 2 ORDER BY 1, "
             "2")) {
        if (row[0] == QLatin1String("2026-11-02")) row[6] = QString::number(row[6].toLongLong() * 1005 / 1000);
        if (row[0] == QLatin1String("2026-11-03")) row[5] = QString::number(row[5].toLongLong() * 95 / 100);
        if (row[0] == QLatin1String("2026-11-04") && (gone.isEmpty() || row[1] == gone)) {
            gone = row[1];
            continue;
        }
        csv += row.join(u',').toUtf8() + ",100,99\r\n";
    }
    return csv + "2026-11-05,claude-ghost-1,1,2,3,4,5,1000,500\r\n";
}

void CliReconcile::initTestCase() {
    m_home.environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
    const CliRun run = with("sync --sample --since 2026-10-21 --until 2026-11-19 --datasets usage,cost");
    QVERIFY2(run.exitCode == 0, run.all());
    QCOMPARE(with("reconcile remove Gateway --yes").exitCode, 0);  // the sample organization has one of its own
}

void CliReconcile::saysThatThereIsNothing() {
    const CliRun run = with("reconcile --from 2026-11-01 --to 2026-11-10");
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("No internal tracking was imported yet"), run.all());
}

void CliReconcile::dryRunChangesNothing() {
    const CliRun run = import("--source Own --dry-run", ownFile());
    QVERIFY2(run.exitCode == 0, run.all());
    for (const char* says :
         {"CSV, separated by: comma; utf-8; dates: days as in 2026-11-20", "2026-10-25 to 2026-11-19", "claude-ghost-1",
          "not in Anthropic's usage: claude-ghost-1", "Nothing was imported"}) {
        QVERIFY2(run.out.contains(says), run.all());
    }
    QVERIFY(sql("SELECT 1 FROM tracking_day").empty());
    QVERIFY(sql("SELECT 1 FROM definition WHERE kind = 'tracking-mapping'").empty());
}

void CliReconcile::comparesLikeSql() {
    const CliRun done = import("--source Own", ownFile());
    QVERIFY2(done.exitCode == 0, done.all());
    QCOMPARE(with("verify").exitCode, 0);
    const CliRun run = with("reconcile --from 2026-10-25 --to 2026-11-16 --format csv");
    QCOMPARE(run.exitCode, 6);
    const Csv csv = readCsv(run.out);
    QCOMPARE(csv.header.join(u','),
             QStringLiteral("period,model,token_type,internal,anthropic,difference,difference_ratio,status,"
                            "days_compared,days_left_out"));
    const auto expected = sql(Expected);
    QVERIFY(expected.size() > 200);
    QCOMPARE(csv.rows.size(), expected.size());
    QStringList statuses;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const QStringList& row = csv.rows[i];
        const QStringList shown{row[0], row[1], row[2], row[3], row[4], row[5], row[7]};
        QCOMPARE(shown, expected[i]);
        const bool hasDivisor = row[4] != u"0";
        QCOMPARE(row[6].isEmpty(), !hasDivisor);
        if (hasDivisor) QVERIFY(qAbs(row[6].toDouble() - row[5].toDouble() / row[4].toDouble()) < 1e-6);
        statuses << row[7];
    }
    for (const char* status : {"exact", "close", "investigate", "only-internal", "only-anthropic"}) {
        QVERIFY2(statuses.contains(QLatin1String(status)), status);
    }
    // The same through report, and by JSON.
    QCOMPARE(with("report reconciliation --by model,token_type --from 2026-10-25 --to 2026-11-16 --format csv").out,
             run.out);
    const CliRun fine = with("reconcile --from 2026-10-25 --to 2026-11-01 --format csv --source Own");
    QVERIFY2(fine.exitCode == 0, fine.all());
}

void CliReconcile::monthsAreSumsOfDays() {
    const auto sums = [this](const char* interval) {
        const CliRun run = with("reconcile --from 2026-11-01 --to 2026-11-16 --format csv --by model --interval",
                                {QLatin1String(interval)});
        qlonglong ours = 0;
        qlonglong theirs = 0;
        for (const QStringList& row : readCsv(run.out).rows) {
            ours += row[2].toLongLong();
            theirs += row[3].toLongLong();
        }
        return std::pair(ours, theirs);
    };
    const auto days = sums("day");
    QVERIFY(days.first > 0 && days.first != days.second);
    QCOMPARE(sums("week"), days);
    QCOMPARE(sums("month"), days);
    QCOMPARE(sums("total"), days);
}

void CliReconcile::provisionalDaysAreNotJudged() {
    // 17 to 19 November may still change; 22 to 24 October were not imported.
    const CliRun last = with("reconcile --from 2026-11-17 --to 2026-11-19 --format csv");
    QVERIFY2(last.exitCode == 7, last.all());
    for (const QStringList& row : readCsv(last.out).rows) QCOMPARE(row[7], QStringLiteral("provisional"));
    QVERIFY2(last.err.contains("were imported before they were over: 3 days"), last.all());
    const CliRun before = with("reconcile --from 2026-10-22 --to 2026-10-24 --format csv");
    QVERIFY2(before.exitCode == 7, before.all());
    QVERIFY(readCsv(before.out).rows.empty());
    QVERIFY2(before.err.contains("Not imported, and not compared: 3 days"), before.all());
    const CliRun unknown = with("reconcile --from 2026-11-20 --to 2026-11-30 --format csv --interval total");
    QVERIFY2(unknown.exitCode == 7, unknown.all());
    const CliRun both = with("reconcile --from 2026-10-22 --to 2026-11-19 --format csv --interval total --by model");
    for (const QStringList& row : readCsv(both.out).rows) {
        QCOMPARE(row[7], QStringLiteral("23"));
        QCOMPARE(row[8], QStringLiteral("6"));
    }
}

void CliReconcile::limitsCanBeMoved() {
    const auto statusOf = [this](const char* day, const char* kind) {
        for (const QStringList& row : readCsv(with("reconcile --format csv --from",
                                                   {QLatin1String(day), QStringLiteral("--to"), QLatin1String(day)})
                                                  .out)
                                          .rows) {
            if (row[2] == QLatin1String(kind)) return row[7];
        }
        return QString();
    };
    QCOMPARE(statusOf("2026-11-02", "output_tokens"), QStringLiteral("close"));
    QVERIFY2(with("reconcile limits").out.contains("exact: below 0.01 %"), "limits");
    QCOMPARE(with("reconcile limits --exact 0.6").exitCode, 0);
    QCOMPARE(statusOf("2026-11-02", "output_tokens"), QStringLiteral("exact"));
    QCOMPARE(with("reconcile limits --exact 0 --close 0.1").exitCode, 0);
    QCOMPARE(statusOf("2026-11-02", "output_tokens"), QStringLiteral("investigate"));
    QCOMPARE(statusOf("2026-11-01", "output_tokens"), QStringLiteral("exact"));
    for (const char* bad : {"--exact x", "--exact -1", "--exact 0.0000001", "--exact 101", "--exact 2 --close 1"}) {
        QCOMPARE(with("reconcile limits", words(bad)).exitCode, 2);
    }
    QCOMPARE(with("reconcile limits --exact 0.01 --close 1").exitCode, 0);
}

void CliReconcile::costsAreEstimatesOfTheSource() {
    const auto bill =
        sql("SELECT t.text, SUM(amount_nano) FROM cost_fact f JOIN cost_key k ON k.id = f.key JOIN term t ON t.id = "
            "k.model "
            "WHERE f.bucket_start = unixepoch('2026-11-10') GROUP BY 1 ORDER BY 1");
    QVERIFY(bill.size() >= 2);
    QByteArray json = "{\"daily\":[{\"date\":\"2026-11-10\",\"modelBreakdowns\":[";
    for (const QStringList& row : bill) {
        const qlonglong nano = row[1].toLongLong();
        json += "{\"modelName\":\"" + row[0].toUtf8() +
                "\",\"inputTokens\":0,\"cost\":" + QByteArray::number(nano / 1'000'000'000) + '.' +
                QByteArray::number(nano % 1'000'000'000).rightJustified(9, '0') + "},";
    }
    json.chop(1);
    QCOMPARE(import("--source ccusage --preset ccusage", json + "]}]}").exitCode, 0);
    const CliRun run = with("reconcile --source ccusage --from 2026-11-10 --to 2026-11-10 --format csv");
    QVERIFY2(run.err.contains("The cost of ccusage is its own estimate"), run.all());
    std::size_t exact = 0;
    for (const QStringList& row : readCsv(run.out).rows)
        exact += row[2] == u"cost_usd" && row[7] == u"exact" && row[5] == u"0.00" ? 1U : 0U;
    QCOMPARE(exact, bill.size());
    QVERIFY2(with("reconcile --from 2026-11-10 --to 2026-11-10")
                 .err.contains("Say which internal tracking is meant (--source): Own, ccusage"),
             "which");
    QCOMPARE(with("reconcile remove ccusage --yes").exitCode, 0);
}

void CliReconcile::badFilesLeaveEverythingAsItWas_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("says");
    const QByteArray good = "date,model,output\n2026-11-01,m,1\n";
    QTest::newRow("empty") << QByteArray() << QByteArray("tracking.csv: The file is empty. Nothing was imported.");
    QTest::newRow("binary") << QByteArray(
                                   "\x7F"
                                   "ELF\0\0\0",
                                   7)
                            << QByteArray("not a text file");
    QTest::newRow("last line") << good + "2026-11-02,m,x\n" << QByteArray("Line 3, column 3 (output)");
    QTest::newRow("formula") << good + "2026-11-02,m,=A1\n" << QByteArray("is a formula");
    QTest::newRow("mixed dates") << good + "02.11.2026,m,1\n" << QByteArray("Line 3, column 1 (date)");
    QTest::newRow("day twice") << good + "2026-11-01,m,1\n" << QByteArray("--add-up");
    QTest::newRow("Latin-1") << good + "2026-11-02,\xE9,1\n" << QByteArray("--encoding windows-1252");
    QTest::newRow("no model column") << QByteArray("date,output\n2026-11-01,1\n") << QByteArray("--map");
    QTest::newRow("decimal commas") << QByteArray("date;model;cost\n2026-11-01;m;1,5\n")
                                    << QByteArray("--decimal-comma");
    QTest::newRow("escape codes") << good + "2026-11-02,m,\x1B[31mred\n" << QByteArray("Line 3");
}

void CliReconcile::badFilesLeaveEverythingAsItWas() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, says);
    const auto before =
        sql("SELECT count(*), sum(output) FROM tracking_day UNION ALL SELECT count(*), 0 FROM audit_log");
    const CliRun run = import("--source Own", bytes);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(says), run.all());
    QVERIFY2(!run.err.contains('\x1B'), "escape codes reach the terminal");
    QCOMPARE(sql("SELECT count(*), sum(output) FROM tracking_day UNION ALL SELECT count(*), 0 FROM audit_log"), before);
}

void CliReconcile::formatsAreRemembered() {
    const char* options =
        "--source Sheet --map date=Tag --map model=Modell --map output=Aus --date-format dmy --decimal-comma "
        "--alias groß=claude-opus-5-5";
    const CliRun first = import(options, "Tag;Modell;Aus\n01/02/2026;gro\xC3\x9F;1.234\n");
    QVERIFY2(first.exitCode == 0, first.all());
    const CliRun second = import("--source Sheet", "Tag;Modell;Aus\n03/02/2026;gro\xC3\x9F;5.678\n");
    QVERIFY2(second.exitCode == 0, second.all());
    QCOMPARE(
        sql("SELECT date(day * 86400, 'unixepoch'), m.text, output FROM tracking_day d JOIN term s ON s.id = d.source "
            "JOIN term m ON m.id = d.model WHERE s.text = 'Sheet' ORDER BY 1"),
        (std::vector<QStringList>{words("2026-02-01 claude-opus-5-5 1234"), words("2026-02-03 claude-opus-5-5 5678")}));
    // An import replaces the days between its first and last one, and no others.
    const CliRun third = import("--source Sheet", "Tag;Modell;Aus\n02/02/2026;x;1\n04/02/2026;x;2\n");
    QVERIFY2(third.exitCode == 0, third.all());
    QVERIFY2(third.out.contains("1 rows of Sheet between 2026-02-02 and 2026-02-04"), third.all());
    QCOMPARE(sql("SELECT count(*) FROM tracking_day d JOIN term s ON s.id = d.source WHERE s.text = 'Sheet'")
                 .front()
                 .front(),
             QStringLiteral("3"));
    const CliRun sources = with("reconcile sources --format csv");
    const Csv csv = readCsv(sources.out);
    QCOMPARE(csv.rows.back().mid(0, 5).join(u' '), QStringLiteral("Sheet 2026-02-02 2026-02-04 2 tracking.csv"));
    QCOMPARE(csv.rows.back().last(),
             QString::fromLatin1(QCryptographicHash::hash("Tag;Modell;Aus\n02/02/2026;x;1\n04/02/2026;x;2\n",
                                                          QCryptographicHash::Sha256)
                                     .toHex()));
    QVERIFY(with("report audit-log --format csv").out.contains("internal tracking"));
    QCOMPARE(with("reconcile remove Sheet --yes").exitCode, 0);
}

void CliReconcile::overviewShowsRequests() {
    const auto sums =
        sql("SELECT sum(requests), sum(successful_requests) FROM tracking_day "
            "WHERE day BETWEEN unixepoch('2026-11-01') / 86400 AND unixepoch('2026-11-10') / 86400");
    const Csv csv = readCsv(with("report overview --from 2026-11-01 --to 2026-11-10 --format csv").out);
    QStringList requests;
    QStringList rate;
    for (const QStringList& row : csv.rows) {
        if (row[0] == u"total_requests") requests = row;
        if (row[0] == u"success_rate") rate = row;
    }
    QCOMPARE(requests.value(1), sums.front()[0]);
    QVERIFY2(requests.value(5).contains(u"Own"), qPrintable(requests.join(u'|')));
    QVERIFY(qAbs(rate.value(1).toDouble() - sums.front()[1].toDouble() / sums.front()[0].toDouble()) < 1e-6);
}

void CliReconcile::wrongUsage_data() {
    QTest::addColumn<QString>("line");
    for (const char* line : {"reconcile",
                             "reconcile --from 2026-11-01",
                             "reconcile --from 2026-11-02 --to 2026-11-01",
                             "reconcile --from 2026-11-01 --to 2026-11-02 --by workspace",
                             "reconcile --from 2026-11-01 --to 2026-11-02 --interval hour",
                             "reconcile --from 2026-11-01 --to 2026-11-02 --source Nobody",
                             "reconcile --from 2026-11-01 --to 2026-11-02 --format pdf",
                             "reconcile nonsense",
                             "reconcile import",
                             "reconcile import /nonexistent --source X",
                             "reconcile import /dev/zero --source X",
                             "reconcile import a b --source X",
                             "reconcile import a",
                             "reconcile import a --source X --preset y",
                             "reconcile import a --source X --map date",
                             "reconcile import a --source X --map day=Tag",
                             "reconcile import a --source X --separator x",
                             "reconcile import a --source X --encoding ebcdic",
                             "reconcile remove",
                             "reconcile remove Nobody --yes",
                             "reconcile remove Own",
                             "reconcile sources more",
                             "report cost --from 2026-11-01 --to 2026-11-02 --source Own"}) {
        QTest::newRow(line) << QString::fromLatin1(line);
    }
}

void CliReconcile::wrongUsage() {
    QFETCH(QString, line);
    const CliRun run = with("", line.split(u' ', Qt::SkipEmptyParts));
    QVERIFY2(run.exitCode == 2, run.all());
}

void CliReconcile::removes() {
    QCOMPARE(with("reconcile remove Own --yes").exitCode, 0);
    QVERIFY(sql("SELECT 1 FROM tracking_day").empty());
    QVERIFY(readCsv(with("reconcile sources --format csv").out).rows.empty());
    QCOMPARE(with("verify").exitCode, 0);
}

void CliReconcile::killedInTheMiddle() {
    const auto fileOf = [](int value) -> QByteArray {
        QByteArray csv = "date,model,output\n";
        for (int day = 1; day <= 28; ++day) {
            for (int model = 0; model < 1500; ++model) {
                csv += "2026-02-" + QByteArray::number(day).rightJustified(2, '0') + ",m" + QByteArray::number(model) +
                       ',' + QByteArray::number(value) + '\n';
            }
        }
        return csv;
    };
    QVERIFY(import("--source Kills", fileOf(1)).exitCode == 0);
    m_home.writeFile(QStringLiteral("second.csv"), fileOf(2));
    int killed = 0;
    for (int moment = 1; moment <= 12; ++moment) {
        const auto process = m_home.start({QStringLiteral("reconcile"), QStringLiteral("import"),
                                           m_home.path(QStringLiteral("second.csv")), QStringLiteral("--source"),
                                           QStringLiteral("Kills"), QStringLiteral("--cache"), m_home.cache(),
                                           QStringLiteral("--now"), QStringLiteral("2026-11-20T13:42:00Z")});
        // The folder changes when the log appears, the log while it is written.
        QFileSystemWatcher watcher({QFileInfo(m_home.cache()).path()});
        int seen = 0;
        const auto look = [&] {
            if (QFile::exists(m_home.cache() + QStringLiteral("-wal")))
                watcher.addPath(m_home.cache() + QStringLiteral("-wal"));
            if (++seen >= moment) process->kill();
        };
        connect(&watcher, &QFileSystemWatcher::fileChanged, process.get(), look);
        connect(&watcher, &QFileSystemWatcher::directoryChanged, process.get(), look);
        killed += CliHome::finish(*process).exitCode == -1 ? 1 : 0;
        QVERIFY2(with("verify").exitCode == 0, "verify");
        const auto rows = sql("SELECT DISTINCT output, count(*) FROM tracking_day GROUP BY output");
        QCOMPARE(rows.size(), std::size_t{1});  // all of the first file, or all of the second
        QCOMPARE(rows.front()[1], QStringLiteral("42000"));
        if (rows.front()[0] == u"2") QVERIFY(import("--source Kills", fileOf(1)).exitCode == 0);
    }
    QVERIFY2(killed >= 3, "most imports ended before they were killed");
}

QTEST_GUILESS_MAIN(CliReconcile)
#include "tst_clireconcile.moc"
