// Exact money: the API's cents, the edges of what fits, and rounding, against figures worked out with strings.
#include "app/core/money.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace tokenledger;

namespace {

constexpr std::int64_t Max = std::numeric_limits<std::int64_t>::max();

QString incremented(QString digits) {
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        if (digits[i] != u'9') {
            digits[i] = QChar(digits[i].unicode() + 1);
            return digits;
        }
        digits[i] = u'0';
    }
    return u'1' + digits;
}

/// cents "whole.fraction" as dollars with nine decimals, rounded half-even, by moving characters about.
QString dollarsByHand(const QString& whole, const QString& fraction) {
    const QString padded = whole.rightJustified(3, u'0');
    QString digits = padded + fraction.leftJustified(7, u'0');
    const QString dropped = digits.mid(padded.size() + 7);
    digits.truncate(padded.size() + 7);
    const QString half = u'5' + QString(qMax<qsizetype>(dropped.size(), 1) - 1, u'0');
    const bool odd = (digits.back().digitValue() % 2) == 1;
    if (!dropped.isEmpty() && (dropped > half || (dropped == half && odd))) digits = incremented(digits);
    QString result = digits.left(digits.size() - 9) + u'.' + digits.right(9);
    while (result.endsWith(u'0') && result.indexOf(u'.') < result.size() - 3) result.chop(1);
    while (result.startsWith(u'0') && result[1] != u'.') result.remove(0, 1);
    return result;
}

}  // namespace

class TestMoney : public QObject {
    Q_OBJECT
private slots:
    void readsCents_data();
    void readsCents();
    void refuses_data();
    void refuses();
    void readsDollars();
    void agreesWithStrings();
    void agreesWithPublishedPrices_data();
    void agreesWithPublishedPrices();
    void sumsAreChecked();
    void dividesHalfEven_data();
    void dividesHalfEven();
    void multipliesInWideNumbers();
    void shows_data();
    void shows();
};

void TestMoney::readsCents_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<bool>("rounded");
    QTest::newRow("documented sample") << QByteArray("123.45") << qint64(1'234'500'000) << false;
    QTest::newRow("five decimals") << QByteArray("123.78912") << qint64(1'237'891'200) << false;
    QTest::newRow("whole") << QByteArray("20") << qint64(200'000'000) << false;
    QTest::newRow("zero") << QByteArray("0") << qint64(0) << false;
    QTest::newRow("negative zero") << QByteArray("-0.000") << qint64(0) << false;
    QTest::newRow("credit") << QByteArray("-412.0950") << qint64(-4'120'950'000) << false;
    QTest::newRow("leading zeros") << QByteArray("000012.50") << qint64(125'000'000) << false;
    QTest::newRow("one nano-dollar") << QByteArray("0.0000001") << qint64(1) << false;
    QTest::newRow("trailing zeros are exact") << QByteArray("0.000000100000") << qint64(1) << false;
    QTest::newRow("half to even, down") << QByteArray("0.00000005") << qint64(0) << true;
    QTest::newRow("half to even, up") << QByteArray("0.00000015") << qint64(2) << true;
    QTest::newRow("just above half") << QByteArray("0.0000000500000001") << qint64(1) << true;
    QTest::newRow("just below half") << QByteArray("0.0000001499999") << qint64(1) << true;
    QTest::newRow("negative half") << QByteArray("-0.00000015") << qint64(-2) << true;
    QTest::newRow("rounding carries") << QByteArray("0.99999999") << qint64(10'000'000) << true;
    QTest::newRow("beyond doubles") << QByteArray("900719925474.0993001") << qint64(9'007'199'254'740'993'001) << false;
    QTest::newRow("largest") << QByteArray("922337203685.4775807") << qint64(Max) << false;
    QTest::newRow("most negative") << QByteArray("-922337203685.4775807") << qint64(-Max) << false;
}

void TestMoney::readsCents() {
    QFETCH(QByteArray, text);
    QFETCH(qint64, nano);
    QFETCH(bool, rounded);
    const auto parsed = parseCents({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(parsed.has_value());
    QCOMPARE(qint64(parsed->amount.nano()), nano);
    QCOMPARE(parsed->rounded, rounded);
}

void TestMoney::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"",
                             "-",
                             ".",
                             "12,5",
                             "12.",
                             ".5",
                             "+1",
                             "1e3",
                             "1E-2",
                             " 1",
                             "1 ",
                             "1\n",
                             "--1",
                             "1.2.3",
                             "0x10",
                             "NaN",
                             "inf",
                             "null",
                             "1_000",
                             "$1",
                             "922337203685.4775808",
                             "922337203685.47758075",
                             "99999999999999999999999999",
                             "-922337203685.4775808"}) {
        QTest::newRow(qPrintable(QStringLiteral("\"%1\"").arg(QLatin1String(text)).simplified())) << QByteArray(text);
    }
    QTest::newRow("a byte of zero") << QByteArray("1\0002", 3);
    QTest::newRow("digits of another script") << QByteArray("\xD9\xA1\xD9\xA2");
}

void TestMoney::refuses() {
    QFETCH(QByteArray, text);
    const auto parsed = parseCents({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().kind, ErrorKind::BadResponse);
    QVERIFY(!parsed.error().message.isEmpty());
}

void TestMoney::readsDollars() {
    QCOMPARE(parseDollars("12.3")->amount.nano(), std::int64_t{12'300'000'000});
    QCOMPARE(parseDollars("0.0000000005")->amount.nano(), std::int64_t{0});
    QCOMPARE(parseDollars("0.0000000015")->amount.nano(), std::int64_t{2});
    QCOMPARE(parseDollars("9223372036.854775807")->amount.nano(), Max);
    QVERIFY(!parseDollars("9223372036.854775808").has_value());
}

void TestMoney::agreesWithStrings() {
    QRandomGenerator random(20261101);
    for (int i = 0; i < 20'000; ++i) {
        QString whole = QString::number(random.bounded(quint64(1) << random.bounded(1, 39)));
        QString fraction;
        for (int digits = random.bounded(0, 14); digits > 0; --digits) {
            fraction += QChar(u'0' + random.bounded(random.bounded(3) == 0 ? 1 : 10));
        }
        if (random.bounded(4) == 0 && fraction.size() > 8)
            fraction.replace(7, fraction.size() - 7, QStringLiteral("5000"));
        const QString text = fraction.isEmpty() ? whole : QString(whole + u'.' + fraction);
        const std::string bytes = text.toStdString();
        const auto parsed = parseCents(bytes);
        QVERIFY2(parsed.has_value(), bytes.c_str());
        const QString expected = dollarsByHand(whole, fraction);
        QVERIFY2(toExactString(parsed->amount) == expected,
                 qPrintable(text + u": " + toExactString(parsed->amount) + u" is not " + expected));
        const auto back = parseDollars(toExactString(parsed->amount).toStdString());
        QVERIFY(back && back->amount == parsed->amount && !back->rounded);
        const auto credit = parseCents('-' + bytes);
        QVERIFY(credit && credit->amount.nano() == -parsed->amount.nano());
    }
}

void TestMoney::agreesWithPublishedPrices_data() {
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<qint64>("nanoPerToken");  // dollars a million tokens, times 1000
    QTest::newRow("haiku-4-5 input") << QByteArray("291.9015") << qint64(2'919'015) << qint64(1000);
    QTest::newRow("sonnet-5 input") << QByteArray("228.7382") << qint64(1'143'691) << qint64(2000);
    QTest::newRow("opus-4-8 input") << QByteArray("1134.3390") << qint64(2'268'678) << qint64(5000);
}

void TestMoney::agreesWithPublishedPrices() {
    QFETCH(QByteArray, amount);
    QFETCH(qint64, tokens);
    QFETCH(qint64, nanoPerToken);
    const auto parsed = parseCents({amount.constData(), static_cast<std::size_t>(amount.size())});
    QVERIFY(parsed && !parsed->rounded);
    QCOMPARE(qint64(parsed->amount.nano()), tokens * nanoPerToken);
}

void TestMoney::sumsAreChecked() {
    QCOMPARE(add(Money::fromNano(1), Money::fromNano(-3))->nano(), std::int64_t{-2});
    QCOMPARE(subtract(Money::fromNano(1), Money::fromNano(3))->nano(), std::int64_t{-2});
    QCOMPARE(add(Money::fromNano(Max), Money::fromNano(1)).error().kind, ErrorKind::Usage);
    QCOMPARE(subtract(Money::fromNano(-Max), Money::fromNano(2)).error().kind, ErrorKind::Usage);
    QVERIFY(Money::fromNano(-1) < Money());
}

void TestMoney::dividesHalfEven_data() {
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<qint64>("quotient");
    QTest::newRow("exact") << qint64(9) << qint64(3) << qint64(3);
    QTest::newRow("half, even below") << qint64(5) << qint64(2) << qint64(2);
    QTest::newRow("half, even above") << qint64(7) << qint64(2) << qint64(4);
    QTest::newRow("negative half") << qint64(-5) << qint64(2) << qint64(-2);
    QTest::newRow("negative divisor") << qint64(7) << qint64(-2) << qint64(-4);
    QTest::newRow("below half") << qint64(4) << qint64(3) << qint64(1);
    QTest::newRow("above half") << qint64(5) << qint64(3) << qint64(2);
    QTest::newRow("near the end of the numbers") << qint64(Max) << qint64(2) << qint64(4'611'686'018'427'387'904);
}

void TestMoney::dividesHalfEven() {
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    QFETCH(qint64, quotient);
    QCOMPARE(qint64(divideHalfEven(numerator, denominator)), quotient);
}

void TestMoney::multipliesInWideNumbers() {
    // 9e18 * 3 does not fit 64 bits, its third does.
    QCOMPARE(*mulDivHalfEven(9'000'000'000'000'000'001, 3, 3), std::int64_t{9'000'000'000'000'000'001});
    QCOMPARE(*mulDivHalfEven(1, 1, 2), std::int64_t{0});
    QCOMPARE(*mulDivHalfEven(3, 1, 2), std::int64_t{2});
    QCOMPARE(*mulDivHalfEven(-3, 1, 2), std::int64_t{-2});
    QCOMPARE(mulDivHalfEven(Max, 2, 1).error().kind, ErrorKind::Usage);
}

void TestMoney::shows_data() {
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<QString>("exact");
    QTest::addColumn<QString>("cents");
    QTest::addColumn<QString>("dollars");
    QTest::newRow("zero") << qint64(0) << QStringLiteral("0.00") << QStringLiteral("0.00") << QStringLiteral("0");
    QTest::newRow("plain") << qint64(12'300'000'000) << QStringLiteral("12.30") << QStringLiteral("12.30")
                           << QStringLiteral("12");
    QTest::newRow("one nano-dollar") << qint64(1) << QStringLiteral("0.000000001") << QStringLiteral("0.00")
                                     << QStringLiteral("0");
    QTest::newRow("no negative zero") << qint64(-1) << QStringLiteral("-0.000000001") << QStringLiteral("0.00")
                                      << QStringLiteral("0");
    QTest::newRow("credit") << qint64(-4'000'000'000) << QStringLiteral("-4.00") << QStringLiteral("-4.00")
                            << QStringLiteral("-4");
    QTest::newRow("half a cent, even") << qint64(125'000'000) << QStringLiteral("0.125") << QStringLiteral("0.12")
                                       << QStringLiteral("0");
    QTest::newRow("half a cent, odd") << qint64(135'000'000) << QStringLiteral("0.135") << QStringLiteral("0.14")
                                      << QStringLiteral("0");
    QTest::newRow("half a dollar, odd") << qint64(1'500'000'000) << QStringLiteral("1.50") << QStringLiteral("1.50")
                                        << QStringLiteral("2");
    QTest::newRow("least") << qint64(std::numeric_limits<qint64>::min()) << QStringLiteral("-9223372036.854775808")
                           << QStringLiteral("-9223372036.85") << QStringLiteral("-9223372037");
}

void TestMoney::shows() {
    QFETCH(qint64, nano);
    QFETCH(QString, exact);
    QFETCH(QString, cents);
    QFETCH(QString, dollars);
    QCOMPARE(toExactString(Money::fromNano(nano)), exact);
    QCOMPARE(toRoundedString(Money::fromNano(nano), 2), cents);
    QCOMPARE(toRoundedString(Money::fromNano(nano), 0), dollars);
}

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
