// Excel files: what every cell is, what the sheets say, and that nothing is lost or run. Read back with the tests' own
// unzip; the expected sheets are files in tests/fixtures/xlsx.
#include "app/export/xlsxcells.h"
#include "app/export/xlsxcheck.h"
#include "app/export/xlsxwriter.h"
#include "tests/support/unzip.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>
#include <sys/resource.h>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QDateTime Now = *fromRfc3339(u"2026-11-20T13:42:00Z");

Column textColumn(const char* name) { return {QString::fromLatin1(name), ColumnType::Text, {}}; }

/// One of each kind of cell.
Table sampleTable() {
    Table table;
    table.report = QStringLiteral("cost");
    table.range = DateRange{UtcDay::fromDate(2026, 11, 1), UtcDay::fromDate(2026, 11, 3)};
    table.columns = {textColumn("period"),
                     textColumn("workspace"),
                     {QStringLiteral("tokens"), ColumnType::Integer, QStringLiteral("tokens")},
                     {QStringLiteral("amount_usd"), ColumnType::Money, QStringLiteral("USD")},
                     {QStringLiteral("cache_hit_ratio"), ColumnType::Ratio, {}},
                     {QStringLiteral("when"), ColumnType::Time, {}}};
    table.rows = {{QStringLiteral("2026-11-01"), QStringLiteral("Research & lab"), std::int64_t{1'234'567},
                   Money::fromNano(1'234'567'890), Ratio{1, 3}, Now},
                  {QStringLiteral("2026-11-02"), QStringLiteral("=HYPERLINK(\"x\")"), std::int64_t{0},
                   Money::fromNano(-500'000'000), Cell(), Cell()},
                  {QStringLiteral("2026-11-03"), QStringLiteral("+49 1"), Cell(),
                   Money::fromNano(9'007'199'254'740'993'123), Ratio{2, 2}, Cell()}};
    table.filters = {{Dimension::Model, {QStringLiteral("claude-opus-5-5"), QStringLiteral("claude-haiku-5")}}};
    Completeness cost;
    cost.dataset = Dataset::Cost;
    cost.finalDays = 2;
    cost.provisionalDays = 1;
    table.completeness = {cost};
    table.asOf = Now.addSecs(-3600);
    table.notes = {QStringLiteral("There is Priority Tier use in this range.")};
    return table;
}

QMap<QString, QByteArray> filesOf(const Table& table, const QDateTime& now = Now) {
    const auto bytes = toXlsx(table, {QStringLiteral("Nordlicht \u00e9 GmbH"), now});
    if (!bytes) qFatal("%s", qUtf8Printable(bytes.error().message + bytes.error().detail));
    return unzip(*bytes);
}

QByteArray sheetOf(const QMap<QString, QByteArray>& files, int number) {
    return files.value(QStringLiteral("xl/worksheets/sheet%1.xml").arg(number));
}

struct ReadCell {
    QString type;   // of the attribute t
    QString value;  // as a spreadsheet reads it
    bool formula = false;
};

/// "A1" -> cell.
QMap<QString, ReadCell> cellsOf(const QByteArray& sheet) {
    QMap<QString, ReadCell> cells;
    QXmlStreamReader xml(sheet);
    QString place;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("c")) {
            place = xml.attributes().value(QLatin1String("r")).toString();
            cells[place].type = xml.attributes().value(QLatin1String("t")).toString();
        } else if (xml.name() == QLatin1String("v") || xml.name() == QLatin1String("t")) {
            cells[place].value = xml.readElementText();
        } else if (xml.name() == QLatin1String("f")) {
            cells[place].formula = true;
        }
    }
    if (xml.hasError()) cells.clear();
    return cells;
}

}  // namespace

class XlsxWriter : public QObject {
    Q_OBJECT

private slots:
    void goldenSheets_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("rows") << QStringLiteral("xl/worksheets/sheet1.xml");
        QTest::newRow("about") << QStringLiteral("xl/worksheets/sheet2.xml");
        QTest::newRow("styles") << QStringLiteral("xl/styles.xml");
        QTest::newRow("properties") << QStringLiteral("docProps/core.xml");
        QTest::newRow("book") << QStringLiteral("xl/workbook.xml");
    }
    void goldenSheets() {
        QFETCH(QString, file);
        QByteArray made = filesOf(sampleTable()).value(file);
        made.replace("Tokenledger " TOKENLEDGER_VERSION, "Tokenledger VERSION");
        QFile golden(QStringLiteral(TOKENLEDGER_FIXTURES "/xlsx/") + file.section(u'/', -1));
        if (qEnvironmentVariableIsSet("TOKENLEDGER_WRITE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(made);
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
        QCOMPARE(made, golden.readAll());
    }

    void sameTableAndPresentSameBytes() {
        const auto first = toXlsx(sampleTable(), {QStringLiteral("N"), Now});
        const auto second = toXlsx(sampleTable(), {QStringLiteral("N"), Now});
        QCOMPARE(*first, *second);
        const auto later = toXlsx(sampleTable(), {QStringLiteral("N"), Now.addSecs(1)});
        QVERIFY(*later != *first);
        // The archive's own times: 1980-01-01 for every file, as Excel has it.
        for (qsizetype at = first->indexOf("PK\x01\x02"); at >= 0; at = first->indexOf("PK\x01\x02", at + 4)) {
            QCOMPARE(first->mid(at + 12, 4), QByteArray("\0\0\x21\0", 4));
        }
    }

    void hostileTexts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stored");
        const auto same = [](const char* name, const QString& text) { QTest::newRow(name) << text << text; };
        same("formula", QStringLiteral("=1+1"));
        same("array formula", QStringLiteral("{=SUM(A1)}"));
        same("dde", QStringLiteral("=cmd|' /C calc'!A0"));
        same("plus", QStringLiteral("+1"));
        same("minus", QStringLiteral("-2+3"));
        same("at", QStringLiteral("@SUM(1)"));
        same("number", QStringLiteral("0012"));
        same("address", QStringLiteral("https://example.com/"));
        same("markup", QStringLiteral("</t></is></c><f>1</f> & <!-- \"'"));
        same("blanks", QStringLiteral("  kept  "));
        same("other script", QString::fromUtf8("\u0645\u0631\u062d\u0628\u0627 \u65e5\u672c \U0001F600"));
        QTest::newRow("control") << QStringLiteral("a\u0001b") << QStringLiteral("a_x0001_b");
        QTest::newRow("zero") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b"))
                              << QStringLiteral("a_x0000_b");
        QTest::newRow("carriage return") << QStringLiteral("a\rb") << QStringLiteral("a_x000D_b");
        QTest::newRow("looks escaped") << QStringLiteral("_x0041_") << QStringLiteral("_x005F_x0041_");
        QTest::newRow("half a pair") << QString(QChar(0xD83D)) << QString(QChar::ReplacementCharacter);
        QTest::newRow("no character") << QString(QChar(0xFFFF)) << QString(QChar::ReplacementCharacter);
    }
    void hostileTexts() {
        QFETCH(QString, text);
        QFETCH(QString, stored);
        Table table;
        table.report = text;
        table.columns = {{text, ColumnType::Text, {}}};
        table.rows = {{text}};
        table.notes = {text};
        const auto files = filesOf(table);
        const auto cells = cellsOf(sheetOf(files, 1));
        for (const char* place : {"A1", "A2"}) {
            const ReadCell cell = cells.value(QLatin1String(place));
            QCOMPARE(cell.type, QStringLiteral("inlineStr"));
            QCOMPARE(cell.value, stored);
            QVERIFY(!cell.formula);
        }
        for (const QByteArray& file : files) {
            QXmlStreamReader xml(file);
            while (!xml.atEnd()) xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        }
    }

    // Every amount that fits 15 digits comes back to the last of them; one that does not is rounded, and counted.
    void amountsToTheLastDigit() {
        QRandomGenerator dice(20'261'120);
        Table table;
        table.report = QStringLiteral("cost");
        table.columns = {{QStringLiteral("amount_usd"), ColumnType::Money, QStringLiteral("USD")}};
        for (int i = 0; i < 3000; ++i) {
            std::int64_t nano = static_cast<std::int64_t>(dice.generate64() >> dice.bounded(1, 60));
            if (dice.bounded(2) == 0) nano = -nano;
            table.rows.push_back({Money::fromNano(nano)});
        }
        const auto files = filesOf(table);
        const auto cells = cellsOf(sheetOf(files, 1));
        std::int64_t rounded = 0;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const std::int64_t nano = std::get<Money>(table.rows[i][0]).nano();
            const QString place = QStringLiteral("A%1").arg(i + 2);
            // What a spreadsheet shows of the stored number, in nano-dollars.
            const QByteArray shown = QByteArray::number(cells[place].value.toDouble(), 'e', 14);
            QByteArray digits = QByteArray::number(qAbs(nano));
            const auto significant = [](QByteArray all) {
                while (all.size() > 1 && all.endsWith('0')) all.chop(1);
                return all;
            };
            if (significant(digits).size() > 15) {
                ++rounded;
                continue;
            }
            QByteArray got = shown.left(shown.indexOf('e'));
            got.replace("-", "").replace(".", "");
            QCOMPARE(significant(got), significant(digits));
            QCOMPARE(cells[place].value.startsWith(u'-'), nano < 0);
        }
        QVERIFY(rounded > 100);
        QVERIFY(sheetOf(files, 2).contains(QByteArray("rounded to that: " + QByteArray::number(rounded) + ".")));
    }

    void roundedHalfToEven() {
        QCOMPARE(sheetNumber(QStringLiteral("100000000000000.5")).value, 100000000000000.0);
        QCOMPARE(sheetNumber(QStringLiteral("100000000000001.5")).value, 100000000000002.0);
        QCOMPARE(sheetNumber(QStringLiteral("-100000000000000.500000001")).value, -100000000000001.0);
        QCOMPARE(sheetNumber(QStringLiteral("999999999999999.9")).value, 1e15);
        QVERIFY(sheetNumber(QStringLiteral("999999999999999.9")).rounded);
        QVERIFY(!sheetNumber(QStringLiteral("123456789012345000")).rounded);
        QCOMPARE(sheetNumber(QStringLiteral("0.000000001")).value, 1e-9);
        QCOMPARE(sheetNumber(QStringLiteral("0.00")).value, 0.0);
    }

    void longTextIsCutAndCounted() {
        Table table;
        table.report = QStringLiteral("changes");
        table.columns = {textColumn("after")};
        table.rows = {{QString(32'766, u'x') + QStringLiteral("\U0001F600")}};
        const auto files = filesOf(table);
        QCOMPARE(cellsOf(sheetOf(files, 1)).value(QStringLiteral("A2")).value, QString(32'766, u'x'));
        QVERIFY(sheetOf(files, 2).contains("texts cut to that: 1."));
    }

    void emptyTable() {
        Table table;
        table.report = QStringLiteral("cost");
        table.columns = {textColumn("period")};
        QCOMPARE(cellsOf(sheetOf(filesOf(table), 1)).size(), 1);
        table.columns.clear();
        QVERIFY(sheetOf(filesOf(table), 1).contains("</worksheet>"));
    }

    // One row more than a sheet holds below its header.
    void furtherSheets() {
        Table table;
        table.report = QStringLiteral("usage");
        table.columns = {{QStringLiteral("tokens"), ColumnType::Integer, QStringLiteral("tokens")}};
        for (std::int64_t i = 1; i <= 1'048'576; ++i) table.rows.push_back({i});
        const auto files = filesOf(table);
        const QByteArray first = sheetOf(files, 1);
        QVERIFY(first.contains("<v>1048575</v></c></row></sheetData>"));
        QCOMPARE(first.count("<row "), 1'048'576);
        QCOMPARE(cellsOf(sheetOf(files, 3)).value(QStringLiteral("A2")).value, QStringLiteral("1048576"));
        QVERIFY(files.value(QStringLiteral("xl/workbook.xml")).contains("name=\"usage 2\""));
        QVERIFY(sheetOf(files, 2).contains("The rows go on in further sheets: 2 in all."));
    }

    // Temporary files may not grow beyond a limit, a little larger each time: no file is better than half of one.
    void fullDisk() {
        Table table;
        table.report = QStringLiteral("usage");
        table.columns = {textColumn("model"), {QStringLiteral("tokens"), ColumnType::Integer, {}}};
        for (std::int64_t i = 1; i <= 2'000; ++i) table.rows.push_back({QStringLiteral("claude-opus-5-5"), i * i});
        const XlsxContext context{QStringLiteral("N"), Now};
        const QByteArray whole = *toXlsx(table, context);
        rlimit before = {};
        ::getrlimit(RLIMIT_FSIZE, &before);
        ::signal(SIGXFSZ, SIG_IGN);
        int refused = 0;
        bool done = false;
        for (rlim_t limit = 0; limit < 1'000'000 && !done; limit += 9'000) {
            const rlimit most = {limit, before.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &most);
            const auto made = toXlsx(table, context);
            ::setrlimit(RLIMIT_FSIZE, &before);
            done = made.has_value();
            if (made) {
                QCOMPARE(*made, whole);
            } else {
                ++refused;
                QCOMPARE(made.error().kind, ErrorKind::Cache);
                QVERIFY(made.error().message.contains(QStringLiteral("Free some space")));
            }
        }
        QVERIFY(done);
        QVERIFY(refused >= 10);
    }

    void lostBytesAreNoticed() {
        const QByteArray bytes = *toXlsx(sampleTable(), {QStringLiteral("N"), Now});
        const QByteArray sheet = sheetOf(unzip(bytes), 1);
        const qsizetype rows = sheet.indexOf("</sheetData>") - sheet.indexOf("<sheetData>") - 11;
        QVERIFY(holdsWholeSheets(bytes, {rows}));
        QVERIFY(!holdsWholeSheets(bytes, {rows + 1}));
        QVERIFY(!holdsWholeSheets(bytes, {rows, -1, -1}));
        QVERIFY(!holdsWholeSheets(bytes.left(bytes.size() / 2), {rows}));
        QVERIFY(!holdsWholeSheets({}, {rows}));
    }
};

QTEST_GUILESS_MAIN(XlsxWriter)
#include "tst_xlsxwriter.moc"
