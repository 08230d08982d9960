#include "app/export/tablewriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

using namespace tokenledger;

namespace {

Table costTable() {
    Table table;
    table.report = QStringLiteral("cost");
    table.range = DateRange{UtcDay::fromDate(2026, 11, 1), UtcDay::fromDate(2026, 11, 2)};
    table.interval = Interval::Month;
    table.columns = {{QStringLiteral("period"), ColumnType::Text, {}},
                     {QStringLiteral("workspace"), ColumnType::Text, {}},
                     {QStringLiteral("tokens"), ColumnType::Integer, QStringLiteral("tokens")},
                     {QStringLiteral("ratio"), ColumnType::Ratio, {}},
                     {QStringLiteral("amount_usd"), ColumnType::Money, QStringLiteral("USD")}};
    const QString month = QStringLiteral("2026-11");
    table.rows = {{month, QStringLiteral("=cmd|' /C calc'!A0"), std::int64_t{9'007'199'254'740'993}, Ratio{1, 3},
                   Money::fromNano(-12'000'000'001)},
                  {month, QStringLiteral("Ünit, \"A\"\nB"), std::int64_t{0}, Cell(), Money()}};
    Completeness cost;
    cost.dataset = Dataset::Cost;
    cost.finalDays = 1;
    cost.failedDays = 1;
    cost.failed = {UtcDay::fromDate(2026, 11, 2)};
    table.completeness = {cost};
    table.asOf = QDateTime(QDate(2026, 11, 20), QTime(13, 42), Qt::UTC);
    table.notes = {QStringLiteral("A \"note\".")};
    return table;
}

Table oneCell(const Cell& cell) {
    Table table;
    table.columns = {{QStringLiteral("c"), ColumnType::Text, {}}};
    table.rows = {{cell}};
    return table;
}

}  // namespace

class TestTableWriter : public QObject {
    Q_OBJECT
private slots:
    // No output may depend on where the user lives.
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German)); }

    void csv() {
        QCOMPARE(toCsv(costTable()),
                 QByteArray("period,workspace,tokens,ratio,amount_usd\r\n"
                            "2026-11,'=cmd|' /C calc'!A0,9007199254740993,0.333333,-12.000000001\r\n"
                            "2026-11,\"Ünit, \"\"A\"\"\nB\",0,,0.00\r\n"));
        const QByteArray marked = toCsv(costTable(), {true});
        QVERIFY(marked.startsWith("\xEF\xBB\xBFperiod,"));
        QCOMPARE(marked.mid(3), toCsv(costTable()));
    }

    void formulasAreDefused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("equals") << QStringLiteral("=1+1") << QByteArray("'=1+1");
        QTest::newRow("plus") << QStringLiteral("+1") << QByteArray("'+1");
        QTest::newRow("minus") << QStringLiteral("-1") << QByteArray("'-1");
        QTest::newRow("at") << QStringLiteral("@sum") << QByteArray("'@sum");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("'\t=1");
        QTest::newRow("cr") << QStringLiteral("\r=1") << QByteArray("\"'\r=1\"");
        QTest::newRow("inside") << QStringLiteral("a=1") << QByteArray("a=1");
        QTest::newRow("empty") << QString() << QByteArray();
        QTest::newRow("comma") << QStringLiteral("=a,b") << QByteArray("\"'=a,b\"");
    }
    void formulasAreDefused() {
        QFETCH(QString, text);
        QFETCH(QByteArray, csv);
        QCOMPARE(toCsv(oneCell(text)), QByteArray("c\r\n" + csv + "\r\n"));
    }

    void json() {
        QCOMPARE(
            toJson(costTable()),
            QByteArray("{\"report\":\"cost\",\"from\":\"2026-11-01\",\"to\":\"2026-11-02\",\"interval\":\"month\",\n"
                       "\"columns\":[{\"name\":\"period\",\"type\":\"text\",\"unit\":null},"
                       "{\"name\":\"workspace\",\"type\":\"text\",\"unit\":null},"
                       "{\"name\":\"tokens\",\"type\":\"integer\",\"unit\":\"tokens\"},"
                       "{\"name\":\"ratio\",\"type\":\"ratio\",\"unit\":null},"
                       "{\"name\":\"amount_usd\",\"type\":\"money\",\"unit\":\"USD\"}],\n"
                       "\"rows\":[\n"
                       "[\"2026-11\",\"=cmd|' /C calc'!A0\",9007199254740993,0.333333,\"-12.000000001\"],\n"
                       "[\"2026-11\",\"Ünit, \\\"A\\\"\\nB\",0,null,\"0.00\"]],\n"
                       "\"complete\":false,\"as_of\":\"2026-11-20T13:42:00Z\",\n"
                       "\"completeness\":[{\"dataset\":\"cost\",\"days_final\":1,\"days_provisional\":0,"
                       "\"days_missing\":0,\"days_failed\":1,\"failed\":[\"2026-11-02\"]}],\n"
                       "\"notes\":[\"A \\\"note\\\".\"]}\n"));
    }

    void jsonOfAList() {
        Table list = oneCell(QStringLiteral("x"));
        list.report = QStringLiteral("sync-log");
        const QJsonObject object = QJsonDocument::fromJson(toJson(list)).object();
        for (const char* key : {"from", "to", "interval", "as_of"}) QVERIFY(object.value(QLatin1String(key)).isNull());
        QCOMPARE(object.value(QLatin1String("complete")).toBool(), true);
    }

    void jsonSurvivesAnyText() {
        QString text;
        for (char16_t c = 0; c < 0x100; ++c) text += QChar(c);
        text += QStringLiteral("日本語 \U0001F680 \u2028");
        const QJsonDocument parsed = QJsonDocument::fromJson(toJson(oneCell(text)));
        QCOMPARE(parsed[QLatin1String("rows")][0][0].toString(), text);
    }

    void ratios_data() {
        QTest::addColumn<qint64>("numerator");
        QTest::addColumn<qint64>("denominator");
        QTest::addColumn<QString>("expected");
        const auto row = [](qint64 n, qint64 d, const char* expected) {
            QTest::addRow("%lld/%lld", n, d) << n << d << QString::fromLatin1(expected);
        };
        row(0, 7, "0.000000");
        row(2, 3, "0.666667");
        row(-2, 3, "-0.666667");
        row(7, 1, "7.000000");
        row(1, 2'000'000, "0.000000");   // half of the last place: to even
        row(3, 2'000'000, "0.000002");   // 1.5 of it: to even
        row(-1, 3'000'000, "0.000000");  // no minus before a zero
        row(1'999'999'999, 1'000'000'000, "2.000000");
        row(INT64_MAX, INT64_MAX, "1.000000");
        row(INT64_MAX, 1, "9223372036854775807.000000");
        row(INT64_MIN, 1, "-9223372036854775808.000000");
    }
    void ratios() {
        QFETCH(qint64, numerator);
        QFETCH(qint64, denominator);
        QFETCH(QString, expected);
        QCOMPARE(ratioText({numerator, denominator}), expected);
    }

    void terminalText() {
        Table table = costTable();
        table.rows[0][1] = QStringLiteral("日本");
        table.rows[1][1] = QStringLiteral("e\u0301\x1B[2J\u202E");
        QCOMPARE(toText(table),
                 QStringLiteral("period   workspace            tokens     ratio     amount_usd\n"
                                "-------  ---------  ----------------  --------  -------------\n"
                                "2026-11  日本       9007199254740993  0.333333  -12.000000001\n"
                                "2026-11  e\u0301\uFFFD[2J\uFFFD                    0              0.00\n"));
    }

    void footer() {
        QCOMPARE(footerLines(costTable()).join(u'\n'), QStringLiteral("cost: 1 of 2 days final, 1 failed (2026-11-02)\n"
                                                                      "as of 2026-11-20T13:42:00Z\nA \"note\"."));
    }

    void emptyTable() {
        Table table = costTable();
        table.rows.clear();
        QCOMPARE(toCsv(table), QByteArray("period,workspace,tokens,ratio,amount_usd\r\n"));
        QVERIFY(toJson(table).contains("\"rows\":[],"));
        QCOMPARE(toText(table).count(u'\n'), 2);
    }
};

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
