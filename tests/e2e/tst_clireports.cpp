// The main job on an organization with awkward data: sync once, then every report, dimension and interval must equal
// sums that this test computes on its own.
#include "tests/e2e/awkwardorganization.h"
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/e2e/reportexpectation.h"
#include "tests/support/fakeadminserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class CliReports : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_server.data = awkwardOrganization();
        m_server.now = *fromRfc3339(AwkwardNow);
        QStringList arguments = words("sync --bucket-width 1h --format json --since");
        arguments << AwkwardFirst << QStringLiteral("--now") << AwkwardNow << QStringLiteral("--base-url")
                  << m_server.url().toString() << QStringLiteral("--cache") << m_home.cache();
        const CliRun run = m_home.run(arguments);
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.json()[u"organization"][u"name"].toString(), m_server.data.organizationName);
        QVERIFY(run.json()[u"failed"].toArray().isEmpty());
    }

    void equalsSumsComputedHere_data() {
        QTest::addColumn<QString>("report");
        QTest::addColumn<QString>("interval");
        QTest::addColumn<QStringList>("by");
        for (const ReportShape& shape : reportShapes()) {
            QList<QStringList> groupings{{}, shape.dimensions};
            for (const QString& dimension : shape.dimensions) groupings << QStringList{dimension};
            groupings << QStringList{shape.dimensions[1], shape.dimensions[0]};
            for (const QString& interval : shape.intervals) {
                for (const QStringList& by : groupings) {
                    QTest::addRow("%s by %s a %s", qPrintable(shape.name), qPrintable(by.join(u',')),
                                  qPrintable(interval))
                        << shape.name << interval << by;
                }
            }
        }
    }

    void equalsSumsComputedHere() {
        QFETCH(QString, report);
        QFETCH(QString, interval);
        QFETCH(QStringList, by);
        Wanted wanted;
        wanted.report = report;
        wanted.interval = interval;
        wanted.by = by;
        const Csv csv = reportCsv(wanted);
        QVERIFY2(csv.complaint.isEmpty(), qPrintable(csv.complaint));
        const auto shape =
            std::find_if(reportShapes().begin(), reportShapes().end(), [&](const auto& s) { return s.name == report; });
        QCOMPARE(csv.header, QStringList{QStringLiteral("period")} + by + shape->measures);
        std::vector<QStringList> rows = csv.rows;
        for (std::size_t i = 1; i < rows.size(); ++i) QVERIFY2(rows[i - 1][0] <= rows[i][0], "not sorted by period");
        if (report == u"cache") {
            for (QStringList& row : rows) row = row.mid(0, by.size() + 5);
        }
        std::sort(rows.begin(), rows.end());
        const QString found = difference(rows, guardedTexts(expectedRows(m_server.data, wanted), by.size()));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void idsInsteadOfNames() {
        for (const char* report : {"usage", "cost", "claude-code"}) {
            Wanted wanted;
            wanted.report = QString::fromLatin1(report);
            wanted.by = wanted.report == u"usage"  ? words("api_key workspace")
                        : wanted.report == u"cost" ? words("workspace model")
                                                   : words("user");
            wanted.interval = QStringLiteral("month");
            wanted.ids = true;
            std::vector<QStringList> rows = reportCsv(wanted).rows;
            std::sort(rows.begin(), rows.end());
            const QString found = difference(rows, guardedTexts(expectedRows(m_server.data, wanted), wanted.by.size()));
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
    }

    void partOfTheRange() {
        Wanted wanted;
        wanted.report = QStringLiteral("cost");
        wanted.from = QStringLiteral("2026-12-30");
        wanted.to = QStringLiteral("2027-01-02");
        for (const QString& interval : words("day week month total")) {
            wanted.interval = interval;
            const QString found = difference(reportCsv(wanted).rows, expectedRows(m_server.data, wanted));
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
    }

    void filters_data() {
        QTest::addColumn<QString>("report");
        QTest::addColumn<QStringList>("where");
        QTest::addColumn<QString>("dimension");
        QTest::addColumn<QStringList>("ids");  // empty text: null
        const QString workspace = QStringLiteral("workspace");
        const QString key = QStringLiteral("api_key");
        QTest::newRow("id") << "usage" << QStringList{QStringLiteral("workspace=wrkspc_3")} << workspace
                            << QStringList{QStringLiteral("wrkspc_3")};
        QTest::newRow("name with an equals sign") << "usage" << QStringList{QStringLiteral("workspace==SUM(A1:A9)")}
                                                  << workspace << QStringList{QStringLiteral("wrkspc_2")};
        QTest::newRow("name with quotes")
            << "cost" << QStringList{QStringLiteral("workspace=Böse \"Ecke\", GmbH; & Co")} << workspace
            << QStringList{QStringLiteral("wrkspc_1")};
        QTest::newRow("null") << "cost" << QStringList{QStringLiteral("workspace=")} << workspace
                              << QStringList{QString()};
        QTest::newRow("console") << "usage" << QStringList{QStringLiteral("api_key=")} << key << QStringList{QString()};
        QTest::newRow("a name that several share")
            << "usage" << QStringList{QStringLiteral("api_key=same name")} << key << words("apikey_9 apikey_18");
        QTest::newRow("any of two") << "cost"
                                    << QStringList{QStringLiteral("model=claude-opus-5-5"),
                                                   QStringLiteral("model=claude-sonnet-5-5")}
                                    << QStringLiteral("model") << words("claude-opus-5-5 claude-sonnet-5-5");
        QTest::newRow("person") << "claude-code" << QStringList{QStringLiteral("user=kim@example.org")}
                                << QStringLiteral("user") << words("kim@example.org");
    }

    void filters() {
        QFETCH(QString, report);
        QFETCH(QStringList, where);
        QFETCH(QString, dimension);
        QFETCH(QStringList, ids);
        Wanted wanted;
        wanted.report = report;
        wanted.by = {dimension};
        wanted.interval = QStringLiteral("month");
        std::vector<QStringList> expected;
        for (const QString& id : ids) {
            wanted.where = {{dimension, id.isEmpty() ? OptionalText() : OptionalText(id)}};
            for (const QStringList& row : guardedTexts(expectedRows(m_server.data, wanted), 1)) expected.push_back(row);
        }
        std::sort(expected.begin(), expected.end());
        QVERIFY(!expected.empty());
        QStringList extra;
        for (const QString& filter : where) extra << QStringLiteral("--where") << filter;
        std::vector<QStringList> rows = reportCsv(wanted, extra).rows;
        std::sort(rows.begin(), rows.end());
        const QString found = difference(rows, expected);
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void filtersOfDifferentDimensionsMustAllHold() {
        Wanted wanted;
        wanted.report = QStringLiteral("usage");
        wanted.interval = QStringLiteral("total");
        wanted.where = {{QStringLiteral("workspace"), QStringLiteral("wrkspc_4")},
                        {QStringLiteral("service_tier"), QStringLiteral("batch")}};
        const Csv csv = reportCsv(wanted, words("--where workspace=wrkspc_4 --where service_tier=batch"));
        const QString found = difference(csv.rows, expectedRows(m_server.data, wanted));
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void rowsAreSortedByPeriodThenDimension() {
        Wanted wanted;
        wanted.report = QStringLiteral("cost");
        wanted.by = words("token_type service_tier");
        wanted.interval = QStringLiteral("month");
        const std::vector<QStringList> rows = reportCsv(wanted).rows;
        std::vector<QStringList> sorted = rows;
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const QStringList& a, const QStringList& b) { return a.mid(0, 3) < b.mid(0, 3); });
        const QString found = difference(rows, sorted);
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void totalOfAnEmptyRangeIsOneRowOfZeros() {
        Wanted wanted;
        wanted.report = QStringLiteral("cost");
        wanted.interval = QStringLiteral("total");
        wanted.from = wanted.to = QStringLiteral("2026-12-13");  // a Sunday
        QCOMPARE(reportCsv(wanted).rows, std::vector<QStringList>{words("total 0.00")});
        wanted.interval = QStringLiteral("day");
        QVERIFY(reportCsv(wanted).rows.empty());
        wanted.report = QStringLiteral("usage");
        wanted.interval = QStringLiteral("total");
        QCOMPARE(reportCsv(wanted).rows, std::vector<QStringList>{words("total 0 0 0 0 0 0")});
        wanted.report = QStringLiteral("cache");  // no prices were needed, but a ratio has no divisor
        const std::vector<QStringList> cache = reportCsv(wanted).rows;
        QCOMPARE(cache.size(), 1U);
        QCOMPARE(cache[0].mid(0, 5), (QStringList{QStringLiteral("total"), QStringLiteral("0"), QStringLiteral("0"),
                                                  QStringLiteral("0"), QString()}));
    }

    void byteOrderMarkOnlyWhenAsked() {
        Wanted wanted;
        wanted.report = QStringLiteral("cost");
        const QByteArray plain = reportBytes(wanted, words("--format csv"));
        QVERIFY(plain.startsWith("period,amount_usd\r\n"));
        QCOMPARE(reportBytes(wanted, words("--format csv --bom")), "\xEF\xBB\xBF" + plain);
    }

    void jsonHasTheShapeOfTheContract() {
        Wanted wanted;
        wanted.report = QStringLiteral("cost");
        wanted.by = words("workspace");
        wanted.interval = QStringLiteral("month");
        const CliRun run = report(wanted, words("--format json"));
        QCOMPARE(run.exitCode, 0);
        const QJsonObject object = run.json();
        QCOMPARE(object[u"report"].toString(), wanted.report);
        QCOMPARE(object[u"from"].toString(), AwkwardFirst);
        QCOMPARE(object[u"to"].toString(), AwkwardLast);
        QCOMPARE(object[u"interval"].toString(), wanted.interval);
        QCOMPARE(object[u"complete"].toBool(), true);
        QCOMPARE(object[u"as_of"].toString(), AwkwardNow);
        QStringList columns;
        for (const auto& column : object[u"columns"].toArray()) {
            columns << column[u"name"].toString();
            QVERIFY(column[u"type"].isString() && column.toObject().contains(QStringLiteral("unit")));
        }
        QCOMPARE(columns, words("period workspace amount_usd"));
        std::vector<QStringList> rows;
        for (const auto& row : object[u"rows"].toArray()) {
            QVERIFY(row[2].isString());  // money never becomes a double on its way
            rows.push_back({row[0].toString(), row[1].toString(), row[2].toString()});
        }
        std::sort(rows.begin(), rows.end());
        const QString found = difference(rows, expectedRows(m_server.data, wanted));  // no apostrophes in JSON
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void jsonKeepsLargeIntegers() {
        Wanted wanted;
        wanted.report = QStringLiteral("usage");
        wanted.interval = QStringLiteral("total");
        wanted.from = wanted.to = AwkwardLast;
        const CliRun run =
            report(wanted, words("--where workspace=wrkspc_2 --where api_key= --where model=claude-nova-9-preview "
                                 "--where service_tier=standard --where context_window=0-200k --format json"));
        wanted.where = {{QStringLiteral("workspace"), QStringLiteral("wrkspc_2")},
                        {QStringLiteral("api_key"), std::nullopt},
                        {QStringLiteral("model"), QStringLiteral("claude-nova-9-preview")},
                        {QStringLiteral("service_tier"), QStringLiteral("standard")},
                        {QStringLiteral("context_window"), QStringLiteral("0-200k")}};
        const QStringList expected = expectedRows(m_server.data, wanted).at(0);
        const QJsonArray row = run.json()[u"rows"].toArray().at(0).toArray();
        QCOMPARE(row.size(), 7);
        for (int i = 1; i < 7; ++i) QCOMPARE(QString::number(row[i].toInteger()), expected[i]);
        QVERIFY(row[1].toInteger() >= 9'007'199'254'740'993);
    }

    void tableShowsTheSameFigures() {
        Wanted wanted;
        wanted.report = QStringLiteral("cost");
        wanted.interval = QStringLiteral("month");
        const QByteArray table = reportBytes(wanted, {});
        for (const QStringList& row : expectedRows(m_server.data, wanted)) {
            QVERIFY2(table.contains(row[0].toUtf8()) && table.contains(row[1].toUtf8()), table);
        }
        wanted.by = words("workspace");  // names with line breaks must not break a table's lines
        const QByteArray byWorkspace = reportBytes(wanted, {});
        QVERIFY(!byWorkspace.contains('\r') && !byWorkspace.contains("two\n"));
    }

    void exportReplacesTheFileAsAWhole() {
        m_home.writeFile(QStringLiteral("out.csv"), "old");
        Wanted wanted;
        wanted.report = QStringLiteral("usage");
        wanted.by = words("workspace");
        QVERIFY(reportBytes(wanted, {QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("--output"),
                                     m_home.path(QStringLiteral("out.csv"))})
                    .isEmpty());
        QCOMPARE(m_home.readFile(QStringLiteral("out.csv")), reportBytes(wanted, words("--format csv")));
    }

    void failedExportLeavesTheOldFile() {
        m_home.writeFile(QStringLiteral("kept.csv"), "old");
        Wanted wanted;
        wanted.report = QStringLiteral("usage");
        wanted.interval = QStringLiteral("fortnight");
        const QStringList output = {QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("--output"),
                                    m_home.path(QStringLiteral("kept.csv"))};
        QCOMPARE(report(wanted, output).exitCode, 2);
        QCOMPARE(m_home.readFile(QStringLiteral("kept.csv")), QByteArray("old"));
        wanted.interval = QStringLiteral("day");
        const QString nowhere = m_home.path(QStringLiteral("no/such/folder/out.csv"));
        const CliRun run = report(wanted, {QStringLiteral("--output"), nowhere});
        QVERIFY(run.exitCode != 0);
        QVERIFY2(run.err.contains("no/such/folder"), run.err);
        QVERIFY(run.out.isEmpty());
    }

    void optionsStandAnywhere() {
        Wanted wanted;
        wanted.report = QStringLiteral("cost");
        const QByteArray expected = reportBytes(wanted, words("--format csv"));
        const QStringList before = {QStringLiteral("--cache"),
                                    m_home.cache(),
                                    QStringLiteral("--format=csv"),
                                    QStringLiteral("report"),
                                    QStringLiteral("--from"),
                                    AwkwardFirst,
                                    QStringLiteral("cost"),
                                    QStringLiteral("--to"),
                                    AwkwardLast,
                                    QStringLiteral("--now"),
                                    AwkwardNow};
        const CliRun run = m_home.run(before);
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, expected);
    }

    void reportsNeedNeitherKeyNorNetwork() {
        CliHome colleague;
        colleague.environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        colleague.writeFile(QStringLiteral("copy.tokenledger"), m_home.readFile(QStringLiteral("org.tokenledger")));
        Wanted wanted;
        wanted.report = QStringLiteral("cost");
        wanted.interval = QStringLiteral("total");
        QStringList arguments = words("report cost --interval total --format csv --cache");
        arguments << colleague.path(QStringLiteral("copy.tokenledger")) << QStringLiteral("--from") << AwkwardFirst
                  << QStringLiteral("--to") << AwkwardLast;
        const int before = static_cast<int>(m_server.requests().size());
        const CliRun run = colleague.run(arguments);
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(readCsv(run.out).rows, expectedRows(m_server.data, wanted));
        QCOMPARE(static_cast<int>(m_server.requests().size()), before);
    }

    void verifyFindsNothing() {
        const CliRun run = m_home.run({QStringLiteral("verify"), QStringLiteral("--cache"), m_home.cache()});
        QVERIFY2(run.exitCode == 0, run.all());
    }

private:
    [[nodiscard]] CliRun report(const Wanted& wanted, const QStringList& extra) const {
        QStringList arguments{QStringLiteral("report"),  wanted.report,  QStringLiteral("--from"),     wanted.from,
                              QStringLiteral("--to"),    wanted.to,      QStringLiteral("--interval"), wanted.interval,
                              QStringLiteral("--cache"), m_home.cache(), QStringLiteral("--now"),      AwkwardNow};
        if (!wanted.by.isEmpty()) arguments << QStringLiteral("--by") << wanted.by.join(u',');
        if (wanted.ids) arguments << QStringLiteral("--ids");
        return m_home.run(arguments + extra);
    }
    [[nodiscard]] QByteArray reportBytes(const Wanted& wanted, const QStringList& extra) const {
        const CliRun run = report(wanted, extra);
        return run.exitCode == 0 ? run.out : "exit code " + QByteArray::number(run.exitCode) + ": " + run.err;
    }
    [[nodiscard]] Csv reportCsv(const Wanted& wanted, const QStringList& extra = {}) const {
        return readCsv(reportBytes(wanted, extra + words("--format csv")));
    }

    FakeAdminServer m_server;
    CliHome m_home;
};

QTEST_GUILESS_MAIN(CliReports)
#include "tst_clireports.moc"
