// Saved reports: their days seen from any day, their file names whatever is in them, and their way to JSON and back.
#include "app/finance/savedreport.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

using namespace tokenledger;

namespace {

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }

SavedReport chargeback() {
    SavedReport report;
    report.name = QStringLiteral("Chargeback");
    report.report = QStringLiteral("cost");
    report.period = QStringLiteral("last-month");
    report.interval = Interval::Month;
    report.by = {Dimension::Workspace, Dimension::Model};
    report.where = {{Dimension::Model, QStringLiteral("a=b")}, {Dimension::Workspace, {}}};
    report.pseudonyms = true;
    report.format = QStringLiteral("xlsx");
    report.fileName = QStringLiteral("{month} {value}");
    report.splitBy = Dimension::Workspace;
    return report;
}

}  // namespace

class TestSavedReport : public QObject {
    Q_OBJECT

private slots:
    void periods_data() {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("days");
        const auto row = [](const char* period, const char* today, const char* days) {
            QTest::addRow("%s on %s", period, today)
                << QString::fromLatin1(period) << QString::fromLatin1(today) << QString::fromLatin1(days);
        };
        row("last-month", "2026-11-20", "2026-10-01 2026-10-31");
        row("last-month", "2026-01-01", "2025-12-01 2025-12-31");
        row("last-month", "2028-03-31", "2028-02-01 2028-02-29");
        row("this-month", "2026-11-01", "2026-11-01 2026-11-01");
        row("this-month", "2026-11-30", "2026-11-01 2026-11-30");
        row("last-30-days", "2026-03-01", "2026-01-31 2026-03-01");
        row("last-quarter", "2026-11-20", "2026-07-01 2026-09-30");
        row("last-quarter", "2026-03-31", "2025-10-01 2025-12-31");
        row("last-quarter", "2026-04-01", "2026-01-01 2026-03-31");
        row("year-to-date", "2026-01-01", "2026-01-01 2026-01-01");
        row("year-to-date", "2026-11-20", "2026-01-01 2026-11-20");
        row("2026-02-03..2026-02-28", "2026-11-20", "2026-02-03 2026-02-28");
    }
    void periods() {
        QFETCH(QString, period);
        QFETCH(QString, today);
        QFETCH(QString, days);
        const auto range = daysOfPeriod(period, UtcDay::fromIso(today).value());
        QVERIFY(range.has_value());
        QCOMPARE(QString(range->first.toIso() + u' ' + range->last.toIso()), days);
    }

    void periodsOfAFiscalYear() {
        const auto days = [](const char* period, const char* today, int start) {
            const auto range = daysOfPeriod(QString::fromLatin1(period), day(today), start).value();
            return QString(range.first.toIso() + u' ' + range.last.toIso());
        };
        // From February on, quarters are February to April, May to July, August to October, November to January.
        QCOMPARE(days("last-quarter", "2026-11-20", 2), QStringLiteral("2026-08-01 2026-10-31"));
        QCOMPARE(days("last-quarter", "2026-01-31", 2), QStringLiteral("2025-08-01 2025-10-31"));
        QCOMPARE(days("last-quarter", "2026-02-01", 2), QStringLiteral("2025-11-01 2026-01-31"));
        QCOMPARE(days("year-to-date", "2026-11-20", 10), QStringLiteral("2026-10-01 2026-11-20"));
        QCOMPARE(days("year-to-date", "2026-09-30", 10), QStringLiteral("2025-10-01 2026-09-30"));
        QCOMPARE(days("last-month", "2026-11-20", 10), QStringLiteral("2026-10-01 2026-10-31"));
    }

    void wrongPeriods() {
        for (const char* period :
             {"", "yesterday", "2026-01-01", "2026-01-01..", "..2026-01-01", "2026-02-30..2026-03-01",
              "2026-03-01..2026-02-01", "2026-01-01..2026-02-01..2026-03-01"}) {
            const auto range = daysOfPeriod(QString::fromLatin1(period), day("2026-11-20"));
            QVERIFY2(!range, period);
            QCOMPARE(range.error().kind, ErrorKind::Usage);
        }
    }

    void fileNames_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* title, const QString& pattern, const QString& value, const char* name) {
            QTest::newRow(title) << pattern << value << QString::fromUtf8(name);
        };
        const QString v = QStringLiteral("{value}");
        row("all", QStringLiteral("{name}_{from}_{to}_{month}_{organization}"), {},
            "Month_2026-10-01_2026-10-31_2026-10_Fenmarch.csv");
        row("suffix is there", QStringLiteral("x.csv"), {}, "x.csv");
        row("suffix in capitals", QStringLiteral("x.CSV"), {}, "x.csv");
        row("way up", v, QStringLiteral("../../etc/passwd"), "etc-passwd.csv");
        row("absolute", v, QStringLiteral("/etc/passwd"), "etc-passwd.csv");
        row("hidden", v, QStringLiteral(".bashrc"), "bashrc.csv");
        row("option", v, QStringLiteral("-rf"), "rf.csv");
        row("shell", v, QStringLiteral("$(rm -rf x)`y`"), "(rm -rf x)-y-.csv");
        row("drive", v, QStringLiteral("C:\\x"), "C--x.csv");
        row("line", v, QStringLiteral("a\nb\r\tc"), "a-b--c.csv");
        row("turned round", v, QString::fromUtf8("a\u202Egpj"), "a-gpj.csv");
        row("placeholder in a value", v, QStringLiteral("{name}"), "{name}.csv");
        row("other script", v, QString::fromUtf8("Köln 日本"), "Köln 日本.csv");
        row("blanks of a pattern", QStringLiteral("{name} {value}"), QStringLiteral(" x "), "Month x.csv");
    }
    void fileNames() {
        QFETCH(QString, pattern);
        QFETCH(QString, value);
        QFETCH(QString, name);
        const FileNameParts parts{QStringLiteral("Month"), DateRange{day("2026-10-01"), day("2026-10-31")},
                                  QStringLiteral("Fenmarch"), value, QStringLiteral("csv")};
        const auto made = fileNameOf(pattern, parts);
        QVERIFY(made.has_value());
        QCOMPARE(*made, name);
    }

    void monthsOfALongPeriod() {
        const FileNameParts parts{
            QStringLiteral("Q"), DateRange{day("2026-07-01"), day("2026-09-30")}, {}, {}, QStringLiteral("json")};
        QCOMPARE(*fileNameOf(QStringLiteral("{month}"), parts), QStringLiteral("2026-07-to-2026-09.json"));
    }

    void wrongFileNames() {
        const FileNameParts parts{QStringLiteral("N"), std::nullopt, {}, {}, QStringLiteral("csv")};
        for (const char* pattern : {"", "a/b", "a\\b", "{nam}", "{name", "{}", "{value}", "...", "{from}"}) {
            QVERIFY2(!fileNameOf(QString::fromLatin1(pattern), parts), pattern);
        }
    }

    // Whatever is in the parts: one name of at most 255 bytes below the folder.
    void anyNameStaysInItsFolder() {
        QRandomGenerator dice(20'261'120);
        for (int i = 0; i < 2000; ++i) {
            QString value;
            for (int n = dice.bounded(300); n >= 0; --n) value += QChar(dice.bounded(1, 0x3000));
            const FileNameParts parts{value, std::nullopt, value, value, QStringLiteral("csv")};
            const auto made = fileNameOf(QStringLiteral("{organization}{name} {value}"), parts);
            if (!made) continue;
            QCOMPARE(QFileInfo(QStringLiteral("/folder/") + *made).absolutePath(), QStringLiteral("/folder"));
            QVERIFY(!made->contains(u'/') && !made->contains(u'\\') && !made->startsWith(u'.') &&
                    !made->startsWith(u'-'));
            QVERIFY(made->toUtf8().size() <= 255);
            QVERIFY(made->endsWith(QStringLiteral(".csv")));
        }
    }

    void toJsonAndBack() {
        const SavedReport report = chargeback();
        const auto back = parseSavedReport(report.name, savedReportBody(report));
        QVERIFY(back.has_value());
        QCOMPARE(*back == report, true);
        QCOMPARE(savedReportBody(*back), savedReportBody(report));
    }

    void wrongBodies_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* body, const char* named) {
            QTest::newRow(named) << QByteArray(body) << QString::fromLatin1(named);
        };
        row("[]", "JSON object");
        row("{\"report\":\"cost\",\"format\":\"csv\",\"interval\":\"day\",\"fiel_name\":\"x\"}", "fiel_name");
        row("{\"report\":\"cost\",\"format\":\"csv\",\"interval\":\"decade\"}", "decade");
        row("{\"report\":\"cost\",\"format\":\"doc\",\"interval\":\"day\"}", "doc");
        row("{\"report\":\"cost\",\"format\":\"csv\",\"interval\":\"day\",\"by\":[\"colour\"]}", "colour");
        row("{\"report\":\"cost\",\"format\":\"csv\",\"interval\":\"day\",\"where\":[\"model\"]}", "dimension");
        row("{\"report\":\"cost\",\"format\":\"csv\",\"interval\":\"day\",\"ids\":\"yes\"}", "ids");
        row("{\"report\":\"cost\",\"format\":\"csv\",\"interval\":\"day\",\"split_by\":\"model\"}", "model");
        row("{\"report\":\"cost\",\"format\":\"csv\",\"interval\":\"day\",\"file_name\":\"../x\"}", "folder");
    }
    void wrongBodies() {
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        const auto report = parseSavedReport(QStringLiteral("R"), body);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Usage);
        QVERIFY2(report.error().message.contains(named), qPrintable(report.error().message));
    }
};

QTEST_GUILESS_MAIN(TestSavedReport)
#include "tst_savedreport.moc"
