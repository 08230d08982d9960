// Figures and dates as the window writes them.
#include "charts/format.h"

#include <QTest>

#include <limits>

using namespace tokenledger;

namespace {

const QLocale English(QLocale::English, QLocale::UnitedStates);
const QLocale German(QLocale::German, QLocale::Germany);

Money usd(std::int64_t cents) { return Money::fromNano(cents * 10'000'000); }
UtcDay day(int year, int month, int d) { return UtcDay::fromDate(year, month, d); }
// The hard space is written as a plain one in the expectations.
QString soft(QString text) { return text.replace(QChar(0xa0), u' '); }

}  // namespace

class TestFormat : public QObject {
    Q_OBJECT
private slots:
    void money() {
        QCOMPARE(formatMoney(usd(123456), 2, English), u"$1,234.56"_qs);
        QCOMPARE(formatMoney(usd(-120), 2, English), u"\u2212$1.20"_qs);
        QCOMPARE(formatMoney(Money(), 2, English), u"$0.00"_qs);
        QCOMPARE(formatMoney(Money::fromNano(-1), 2, English), u"$0.00"_qs);  // no negative zero
        QCOMPARE(formatMoney(usd(135600), 0, English), u"$1,356"_qs);
        QCOMPARE(formatMoney(usd(123456789), 2, German), u"$1.234.567,89"_qs);
        QCOMPARE(formatMoney(Money::fromNano(std::numeric_limits<std::int64_t>::max()), 2, English),
                 u"$9,223,372,036.85"_qs);
        QCOMPARE(formatMoneyExact(Money::fromNano(1), English), u"$0.000000001"_qs);
        QCOMPARE(formatMoneyExact(Money::fromNano(-1'234'500'000'001), English), u"\u2212$1,234.500000001"_qs);
        QCOMPARE(formatMoneyChange(usd(120), English), u"+$1.20"_qs);
        QCOMPARE(formatMoneyChange(usd(-231123), English), u"\u2212$2,311.23"_qs);
        QCOMPARE(formatMoneyChange(Money(), English), u"$0.00"_qs);
    }

    void moneyShort_data() {
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64{0} << u"$0.00"_qs;
        QTest::newRow("cents") << qint64{42} << u"$0.42"_qs;
        QTest::newRow("whole") << qint64{56711} << u"$567"_qs;
        QTest::newRow("below a thousand") << qint64{99949} << u"$999"_qs;
        QTest::newRow("rounds up to a thousand") << qint64{99950} << u"$1.0k"_qs;
        QTest::newRow("thousands") << qint64{3899254} << u"$39.0k"_qs;
        QTest::newRow("negative") << qint64{-1240000} << u"\u2212$12.4k"_qs;
        QTest::newRow("below a million") << qint64{99994999} << u"$999.9k"_qs;
        QTest::newRow("rounds up to a million") << qint64{99995000} << u"$1.0M"_qs;
        QTest::newRow("millions") << qint64{136000000} << u"$1.4M"_qs;
    }
    void moneyShort() {
        QFETCH(qint64, cents);
        QFETCH(QString, text);
        QCOMPARE(formatMoneyShort(usd(cents), English), text);
    }

    void tokens_data() {
        QTest::addColumn<qint64>("tokens");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64{0} << u"0"_qs;
        QTest::newRow("small ones are exact") << qint64{999999} << u"999,999"_qs;
        QTest::newRow("millions") << qint64{12345678} << u"12.3 M"_qs;
        QTest::newRow("below a billion") << qint64{999949999} << u"999.9 M"_qs;
        QTest::newRow("rounds up to a billion") << qint64{999950001} << u"1.00 B"_qs;
        QTest::newRow("billions") << qint64{57980123456} << u"57.98 B"_qs;
        QTest::newRow("hundreds of billions") << qint64{110150000000} << u"110.15 B"_qs;
        QTest::newRow("rounds up to a trillion") << qint64{999995000001} << u"1.00 T"_qs;
        QTest::newRow("negative") << qint64{-3200000} << u"\u22123.2 M"_qs;
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"9,223,372.04 T"_qs;
    }
    void tokens() {
        QFETCH(qint64, tokens);
        QFETCH(QString, text);
        QCOMPARE(soft(formatTokens(tokens, English)), text);
    }

    void changes() {
        QCOMPARE(soft(formatTokensChange(11'010'000'000, English)), u"+11.01 B"_qs);
        QCOMPARE(formatCountChange(1, English), u"+1"_qs);
        QCOMPARE(formatCountChange(-1234, English), u"\u22121,234"_qs);
        QCOMPARE(formatCountChange(0, English), u"0"_qs);
        QCOMPARE(formatCount(1'234'567, German), u"1.234.567"_qs);
        QCOMPARE(soft(formatPercentChange(-231123, 4130377, 1, English)), u"\u22125.6 %"_qs);
        QCOMPARE(soft(formatPercentChange(56711, 36513, 1, English)), u"+155.3 %"_qs);
        QCOMPARE(soft(formatPercentChange(5, -10, 1, English)), u"+50.0 %"_qs);  // upwards is upwards
        QCOMPARE(formatPercentChange(5, 0, 1, English), u"\u2013"_qs);
        QCOMPARE(soft(formatPoints(-18'000, English)), u"\u22121.8 pt"_qs);
        QCOMPARE(soft(formatPoints(500, English)), u"0.0 pt"_qs);
    }

    void percent() {
        QCOMPARE(soft(formatPercent(414, 1000, 1, English)), u"41.4 %"_qs);
        QCOMPARE(soft(formatPercent(414, 1000, 1, German)), u"41,4 %"_qs);
        QCOMPARE(soft(formatPercent(0, 1000, 1, English)), u"0.0 %"_qs);
        QCOMPARE(soft(formatPercent(1, 1'000'000, 1, English)), u"< 0.1 %"_qs);
        QCOMPARE(soft(formatPercent(1, 1'000'000'000, 2, English)), u"< 0.01 %"_qs);
        QCOMPARE(soft(formatPercent(999'999, 1'000'000, 1, English)), u"> 99.9 %"_qs);
        QCOMPARE(soft(formatPercent(5, 5, 1, English)), u"100.0 %"_qs);
        QCOMPARE(soft(formatPercent(-3000, 35792, 1, English)), u"\u22128.4 %"_qs);
        QCOMPARE(formatPercent(5, 0, 1, English), u"\u2013"_qs);
        // 9e18 / 9.1e18, which doubles of the products would not hold
        QCOMPARE(soft(formatPercent(9'000'000'000'000'000'000, 9'100'000'000'000'000'000, 2, English)), u"98.90 %"_qs);
        QCOMPARE(ratioPpm(1, 3), std::optional<std::int64_t>(333'333));
        QCOMPARE(ratioPpm(1, 0), std::nullopt);
    }

    void dates() {
        QCOMPARE(formatDay(day(2026, 11, 10), English), u"10 Nov"_qs);
        QCOMPARE(formatDayWithYear(day(2026, 11, 10), English), u"10 Nov 2026"_qs);
        QCOMPARE(formatRange({day(2026, 10, 21), day(2026, 11, 19)}, English), u"21 Oct \u2013 19 Nov 2026"_qs);
        QCOMPARE(formatRange({day(2025, 11, 20), day(2026, 7, 18)}, English), u"20 Nov 2025 \u2013 18 Jul 2026"_qs);
        QCOMPARE(formatRange({day(2026, 7, 18), day(2026, 7, 18)}, English), u"18 Jul 2026"_qs);
        QCOMPARE(formatRangeShort({day(2026, 9, 21), day(2026, 10, 20)}, English), u"21 Sep \u2013 20 Oct"_qs);
        const QDateTime time(QDate(2026, 11, 20), QTime(14, 42), Qt::OffsetFromUTC, 3600);
        QCOMPARE(soft(formatTime(time, English)), u"13:42 UTC"_qs);
    }

    void periods() {
        const DateRange range{day(2026, 7, 1), day(2026, 11, 19)};
        const auto text = [&range](UtcDay first, Interval interval) {
            return formatPeriod(first.startSeconds(), interval, range, English);
        };
        QCOMPARE(text(day(2026, 11, 10), Interval::Day), u"Tue 10 Nov 2026"_qs);
        QCOMPARE(text(day(2026, 7, 13), Interval::Week), u"Week of 13 Jul 2026"_qs);
        QCOMPARE(text(day(2026, 11, 16), Interval::Week), u"Week of 16 Nov 2026 (16 Nov \u2013 19 Nov)"_qs);
        QCOMPARE(text(day(2026, 8, 1), Interval::Month), u"August 2026"_qs);
        QCOMPARE(text(day(2026, 11, 1), Interval::Month), u"November 2026 (1 Nov \u2013 19 Nov)"_qs);
        QCOMPARE(formatPeriod(day(2026, 11, 10).startSeconds() + 13 * 3600, Interval::Hour, range, English),
                 u"Tue 10 Nov 2026 13:00"_qs);
    }

    void axisValues_data() {
        QTest::addColumn<qint64>("step");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("labels");  // of 0, 1, 2, 3 steps
        const auto money = static_cast<int>(ValueKind::Money);
        const auto token = static_cast<int>(ValueKind::Tokens);
        constexpr qint64 dollar = 1'000'000'000;
        QTest::newRow("500") << 500 * dollar << money << QStringList{u"$0"_qs, u"$500"_qs, u"$1.0k"_qs, u"$1.5k"_qs};
        QTest::newRow("2500") << 2500 * dollar << money << QStringList{u"$0"_qs, u"$2.5k"_qs, u"$5.0k"_qs, u"$7.5k"_qs};
        QTest::newRow("1000") << 1000 * dollar << money << QStringList{u"$0"_qs, u"$1k"_qs, u"$2k"_qs, u"$3k"_qs};
        QTest::newRow("250") << 250 * dollar << money << QStringList{u"$0"_qs, u"$250"_qs, u"$500"_qs, u"$750"_qs};
        QTest::newRow("1") << dollar << money << QStringList{u"$0"_qs, u"$1"_qs, u"$2"_qs, u"$3"_qs};
        QTest::newRow("0.5") << dollar / 2 << money << QStringList{u"$0"_qs, u"$0.50"_qs, u"$1.00"_qs, u"$1.50"_qs};
        QTest::newRow("0.001") << dollar / 1000 << money
                               << QStringList{u"$0"_qs, u"$0.001"_qs, u"$0.002"_qs, u"$0.003"_qs};
        QTest::newRow("1 B") << qint64{1'000'000'000} << token << QStringList{u"0"_qs, u"1 B"_qs, u"2 B"_qs, u"3 B"_qs};
        QTest::newRow("500 M") << qint64{500'000'000} << token
                               << QStringList{u"0"_qs, u"500 M"_qs, u"1.0 B"_qs, u"1.5 B"_qs};
        QTest::newRow("200") << qint64{200} << token << QStringList{u"0"_qs, u"200"_qs, u"400"_qs, u"600"_qs};
    }
    void axisValues() {
        QFETCH(qint64, step);
        QFETCH(int, kind);
        QFETCH(QStringList, labels);
        for (int i = 0; i < labels.size(); ++i)
            QCOMPARE(soft(formatAxisValue(i * step, step, static_cast<ValueKind>(kind), English)), labels[i]);
        const QString negative = soft(formatAxisValue(-step, step, static_cast<ValueKind>(kind), English));
        QCOMPARE(negative, QString(u'\u2212' + labels[1]));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_chartformat.moc"
