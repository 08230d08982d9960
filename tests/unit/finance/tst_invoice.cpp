// An invoice adds up or is refused; tax by percent, amount due, lines; reckoned by hand.
#include "app/finance/invoice.h"
#include "app/finance/monthname.h"

#include <QTest>

using namespace tokenledger;

namespace {

Money dollars(const char* text) { return parseDollars(text).value().amount; }

Invoice october() {
    Invoice invoice;
    invoice.number = QStringLiteral("HR-2026-10");
    invoice.date = UtcDay::fromDate(2026, 11, 1);
    invoice.amount = dollars("41349.07");
    invoice.credits = dollars("500");
    invoice.taxPercent = 25'000'000;
    invoice.tax = dollars("10212.27");
    invoice.due = dollars("51061.34");
    invoice.lines = {{QStringLiteral("Priority Tier"), dollars("1250")}};
    return invoice;
}

}  // namespace

class TestInvoice : public QObject {
    Q_OBJECT
private slots:
    void taxIsOnWhatTheCreditsLeave() {
        // 25 % of 40,849.07 is 10,212.2675
        QCOMPARE(taxOf(dollars("41349.07"), dollars("500"), 25'000'000).value(), dollars("10212.27"));
        QCOMPARE(taxOf(dollars("0.10"), Money(), 25'000'000).value(), dollars("0.02"));         // 2.5 cents: to even
        QCOMPARE(taxOf(dollars("0.14"), Money(), 25'000'000).value(), dollars("0.04"));         // 3.5 cents
        QCOMPARE(taxOf(dollars("0.049999999"), Money(), 50'000'000).value(), dollars("0.02"));  // rounded once
        QCOMPARE(taxOf(dollars("-100"), Money(), 19'000'000).value(), dollars("-19"));
        QCOMPARE(dueOf(october()).value(), dollars("51061.34"));
    }

    void itComesBackAsItWasStored() {
        const QByteArray json = toJson(october());
        QCOMPARE(json, QByteArray("{\"amount\":\"41349.07\",\"credits\":\"500.00\",\"date\":\"2026-11-01\",\"due\":"
                                  "\"51061.34\",\"lines\":[{\"amount\":\"1250.00\",\"label\":\"Priority Tier\"}],"
                                  "\"number\":\"HR-2026-10\",\"tax\":\"10212.27\",\"tax_percent\":\"25\"}"));
        const auto again = parseInvoice(json, QStringLiteral("2026-10"));
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(*again, october());
    }

    void anAmountDueThatIsAnotherIsNamed() {
        Invoice invoice = october();
        invoice.due = dollars("51061.35");
        const auto checked = checkInvoice(invoice);
        QVERIFY(!checked);
        QVERIFY2(checked.error().message.contains(QStringLiteral("a difference of 0.01")),
                 qPrintable(checked.error().message));
        QVERIFY2(checked.error().message.contains(QStringLiteral("51061.34")), qPrintable(checked.error().message));
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("named");
        QTest::newRow("amount") << QByteArray("41349.07") << QByteArray("41,349.07") << QStringLiteral("41,349.07");
        QTest::newRow("number") << QByteArray("HR-2026-10") << QByteArray("") << QStringLiteral("\"number\"");
        QTest::newRow("misspelt") << QByteArray("\"credits\"") << QByteArray("\"credit\"")
                                  << QStringLiteral("\"credit\"");
        QTest::newRow("credits") << QByteArray("\"500.00\"") << QByteArray("\"-500.00\"") << QStringLiteral("Credits");
        QTest::newRow("line") << QByteArray("\"label\"") << QByteArray("\"name\"") << QStringLiteral("\"name\"");
        QTest::newRow("lines") << QByteArray("\"Priority Tier\"") << QByteArray("7") << QStringLiteral("\"label\"");
        QTest::newRow("day") << QByteArray("2026-11-01") << QByteArray("2026-11-31") << QStringLiteral("2026-11-31");
        QTest::newRow("percent") << QByteArray("\"25\"") << QByteArray("\"125\"") << QStringLiteral("125");
        QTest::newRow("due") << QByteArray("51061.34") << QByteArray("51061.00") << QStringLiteral("-0.34");
    }
    void whatIsWrongIsNamed() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, named);
        const QByteArray json = toJson(october()).replace(from, to);
        const auto invoice = parseInvoice(json, QStringLiteral("2026-10"));
        QVERIFY(!invoice);
        QVERIFY2(invoice.error().message.contains(named), qPrintable(invoice.error().message));
    }

    void acceptedDifferences() {
        const AcceptedDifference accepted{dollars("21.95"), QStringLiteral("prompts over 100k")};
        const QString name = acceptedName(QStringLiteral("2026-10"), QStringLiteral("claude-haiku-5-5"));
        QCOMPARE(name, QStringLiteral("2026-10/claude-haiku-5-5"));
        QCOMPARE(parseAccepted(toJson(accepted), name).value(), accepted);
        QVERIFY(!parseAccepted("{\"amount\":\"1\",\"note\":\"\"}", name));
    }

    void months() {
        QCOMPARE(parseMonth(QStringLiteral("2026-02")).value(), UtcDay::fromDate(2026, 2, 1));
        QCOMPARE(monthName(UtcDay::fromDate(2026, 2, 28)), QStringLiteral("2026-02"));
        QCOMPARE(monthOf(UtcDay::fromDate(2028, 2, 3)).days(), 29);
        for (const char* bad : {"2026-13", "2026-2", "2026", "2026-02-01", "", "October"})
            QVERIFY2(!parseMonth(QString::fromLatin1(bad)), bad);
    }
};

QTEST_GUILESS_MAIN(TestInvoice)
#include "tst_invoice.moc"
