// Amounts as people type them, in two languages; a separator in a wrong place is no amount.
#include "ui/moneyinput.h"

#include <QTest>

using namespace tokenledger;

class TestMoneyInput : public QObject {
    Q_OBJECT
private slots:
    void amounts_data() {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qlonglong>("nano");  // -1: no amount
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale german(QLocale::German, QLocale::Germany);
        const auto row = [](const QLocale& locale, const char* text, qlonglong nano) {
            QTest::addRow("%s %s", qPrintable(locale.name()), text) << locale << QString::fromUtf8(text) << nano;
        };
        row(english, "41349.07", 41'349'070'000'000);
        row(english, "41,349.07", 41'349'070'000'000);
        row(english, " $1,250 ", 1'250'000'000'000);
        row(english, "0.000000001", 1);
        row(english, "41,34.07", -1);
        row(english, "1,2503", -1);
        row(english, "1.250,00", -1);
        row(english, "1.2.3", -1);
        row(english, "0.0000000001", -1);
        row(english, "", -1);
        row(english, "ten", -1);
        row(english, "1e3", -1);
        row(german, "41.349,07", 41'349'070'000'000);
        row(german, "41349,07", 41'349'070'000'000);
        row(german, "1.250", 1'250'000'000'000);
        row(german, "1,250", 1'250'000'000);
        row(german, "41349.07", -1);
    }
    void amounts() {
        QFETCH(QLocale, locale);
        QFETCH(QString, text);
        QFETCH(qlonglong, nano);
        const auto amount = parseMoneyInput(text, locale);
        QCOMPARE(amount ? amount->nano() : -1, std::int64_t{nano});
    }

    void negativeAmountsAndBack() {
        for (const QLocale& locale : {QLocale(QLocale::English), QLocale(QLocale::German), QLocale(QLocale::French)}) {
            for (const std::int64_t nano : {0LL, -1LL, 1'250'000'000'000LL, -41'349'070'000'000LL}) {
                const Money amount = Money::fromNano(nano);
                QCOMPARE(parseMoneyInput(moneyInputText(amount, locale), locale), std::optional(amount));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMoneyInput)
#include "tst_moneyinput.moc"
