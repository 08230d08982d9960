// Axis steps and labels.
#include "charts/axis.h"

#include <QTest>

using namespace tokenledger;

namespace {

const QLocale English(QLocale::English, QLocale::UnitedStates);
constexpr qint64 Dollar = 1'000'000'000;

std::vector<PeriodStart> days(UtcDay last, int count) { return periodsIn({last - (count - 1), last}, Interval::Day); }

QStringList texts(const std::vector<PeriodTick>& ticks) {
    QStringList result;
    for (const PeriodTick& tick : ticks) result.append(tick.text);
    return result;
}

// Seven pixels a letter.
double width(const QString& text) { return static_cast<double>(text.size()) * 7; }

const UtcDay Last = UtcDay::fromDate(2026, 11, 19);

}  // namespace

Q_DECLARE_METATYPE(tokenledger::ValueAxis)

class TestAxis : public QObject {
    Q_OBJECT
private slots:
    void steps_data() {
        QTest::addColumn<qint64>("low");
        QTest::addColumn<qint64>("high");
        QTest::addColumn<int>("lines");
        QTest::addColumn<ValueAxis>("axis");
        QTest::newRow("as designed") << qint64{0} << 2280 * Dollar << 6 << ValueAxis{0, 2500 * Dollar, 500 * Dollar};
        QTest::newRow("two and a half") << qint64{0} << 10'050 * Dollar << 6
                                        << ValueAxis{0, 12'500 * Dollar, 2500 * Dollar};
        QTest::newRow("full step kept") << qint64{0} << 2500 * Dollar << 6 << ValueAxis{0, 2500 * Dollar, 500 * Dollar};
        QTest::newRow("three lines") << qint64{0} << qint64{1'900'000'000} << 3
                                     << ValueAxis{0, 2'000'000'000, 1'000'000'000};
        QTest::newRow("credits") << -300 * Dollar << 2200 * Dollar << 6
                                 << ValueAxis{-1000 * Dollar, 3000 * Dollar, 1000 * Dollar};
        QTest::newRow("credits only") << -300 * Dollar << qint64{0} << 6 << ValueAxis{-300 * Dollar, 0, 100 * Dollar};
        QTest::newRow("one token") << qint64{0} << qint64{1} << 6 << ValueAxis{0, 2, 1};
        QTest::newRow("nothing") << qint64{0} << qint64{0} << 6 << ValueAxis{};
    }
    void steps() {
        QFETCH(qint64, low);
        QFETCH(qint64, high);
        QFETCH(int, lines);
        QFETCH(ValueAxis, axis);
        QCOMPARE(niceAxis(low, high, lines), axis);
    }

    // Whatever the values, the promises hold: they fit, 3 to 6 lines, ends on full steps of 1, 2, 2.5 or 5 x 10^n.
    void everyAxisKeepsThePromises() {
        for (std::int64_t high = 1; high < 1'000'000'000'000'000'000; high = high * 7 / 5 + 1)
            for (const std::int64_t low : {std::int64_t{0}, -high / 3, -high}) {
                const ValueAxis axis = niceAxis(low, high, 6);
                QVERIFY(axis.low <= low && axis.high >= high);
                QVERIFY(axis.low % axis.step == 0 && axis.high % axis.step == 0);
                const auto lines = axis.ticks().size();
                QVERIFY(lines >= 3 && lines <= 6);
                QVERIFY(axis.high - axis.step < high || lines == 3);  // no empty step above
                std::int64_t lead = axis.step;
                while (lead % 10 == 0) lead /= 10;
                QVERIFY(lead == 1 || lead == 2 || lead == 5 || lead == 25);
            }
        const ValueAxis huge = niceAxis(0, std::numeric_limits<std::int64_t>::max(), 6);
        QVERIFY(!huge.isEmpty() && huge.high > 0);
    }

    void ratios_data() {
        QTest::addColumn<qint64>("low");
        QTest::addColumn<qint64>("high");
        QTest::addColumn<int>("lines");
        QTest::addColumn<ValueAxis>("axis");
        QTest::newRow("as designed") << qint64{765'000} << qint64{810'000} << 3 << ValueAxis{700'000, 900'000, 100'000};
        QTest::newRow("not above 100 %") << qint64{920'000} << qint64{960'000} << 3
                                         << ValueAxis{800'000, 1'000'000, 100'000};
        QTest::newRow("not below 0 %") << qint64{20'000} << qint64{50'000} << 3 << ValueAxis{0, 200'000, 100'000};
        QTest::newRow("nearer the upper end")
            << qint64{860'000} << qint64{890'000} << 3 << ValueAxis{800'000, 1'000'000, 100'000};
        QTest::newRow("wide") << qint64{300'000} << qint64{850'000} << 3 << ValueAxis{0, 1'000'000, 500'000};
        QTest::newRow("wide and tall") << qint64{300'000} << qint64{850'000} << 6
                                       << ValueAxis{200'000, 1'000'000, 200'000};
        QTest::newRow("all") << qint64{0} << qint64{1'000'000} << 6 << ValueAxis{0, 1'000'000, 200'000};
    }
    void ratios() {
        QFETCH(qint64, low);
        QFETCH(qint64, high);
        QFETCH(int, lines);
        QFETCH(ValueAxis, axis);
        QCOMPARE(niceRatioAxis(low, high, lines), axis);
    }

    void gridlinesFollowTheHeight() {
        QCOMPARE(gridlinesFor(206, 38), 6);
        QCOMPARE(gridlinesFor(130, 38), 4);
        QCOMPARE(gridlinesFor(20, 38), 3);
        QCOMPARE(gridlinesFor(2000, 38), 6);
    }

    void daysAreThinnedFromTheEnd() {
        const auto ticks = periodTicks(days(Last, 30), Interval::Day, 21, width, English);
        QCOMPARE(texts(ticks), (QStringList{u"23 Oct"_qs, u"26 Oct"_qs, u"29 Oct"_qs, u"1 Nov"_qs, u"4 Nov"_qs,
                                            u"7 Nov"_qs, u"10 Nov"_qs, u"13 Nov"_qs, u"16 Nov"_qs, u"19 Nov"_qs}));
        QCOMPARE(ticks.back().period, 29);
        // narrower: fewer, still ending at the last day
        const auto narrow = periodTicks(days(Last, 30), Interval::Day, 10, width, English);
        QCOMPARE(narrow.back().period, 29);
        QCOMPARE(narrow[narrow.size() - 2].period, 29 - 5);  // 42 + 8 px in steps of 10
        QCOMPARE(periodTicks(days(Last, 7), Interval::Day, 90, width, English).size(), std::size_t{7});
    }

    /// A day has one label below its hours, also one that is not over.
    void hoursAreNamedByTheirDay() {
        std::vector<PeriodStart> hours;
        for (int hour = 0; hour < 24 * 2 + 11; ++hour) hours.push_back(Last.startSeconds() + hour * 3600);
        const auto ticks = periodTicks(hours, Interval::Hour, 7, width, English);
        QCOMPARE(ticks.size(), std::size_t{3});
        QCOMPARE(ticks[0].period, 11);
        QCOMPARE(ticks[1].period, 24 + 11);
        QCOMPARE(ticks[2].period, 48 + 5);
        QVERIFY(ticks[0].text != ticks[1].text);
        QCOMPARE(periodTicks(hours, Interval::Hour, 1, width, English).size(), std::size_t{1});
        QVERIFY(periodTicks({}, Interval::Hour, 7, width, English).empty());
    }

    void mondaysBeyondSixtyDays() {
        const auto ticks = periodTicks(days(Last, 90), Interval::Day, 12, width, English);
        QCOMPARE(texts(ticks), (QStringList{u"24 Aug"_qs, u"7 Sep"_qs, u"21 Sep"_qs, u"5 Oct"_qs, u"19 Oct"_qs,
                                            u"2 Nov"_qs, u"16 Nov"_qs}));
        QCOMPARE(periodTicks(days(Last, 60), Interval::Day, 12, width, English).back().period, 59);
    }

    void monthsBeyondTwentySixWeeks() {
        const auto weeks = periodsIn({UtcDay::fromDate(2025, 11, 20), Last}, Interval::Week);
        const auto ticks = periodTicks(weeks, Interval::Week, 15, width, English);
        QCOMPARE(ticks.front(), (PeriodTick{2, u"Dec 2025"_qs}));  // the week of Monday 1 Dec
        QCOMPARE(ticks[1], (PeriodTick{7, u"Jan 2026"_qs}));       // Monday 5 Jan, the first that begins in January
        QCOMPARE(ticks[2].text, u"Feb"_qs);
        QCOMPARE(ticks.back().text, u"Nov"_qs);
        QCOMPARE(ticks.size(), std::size_t{12});

        const auto long_ = periodTicks(days(Last, 365), Interval::Day, 3, width, English);
        QCOMPARE(long_.front().text, u"Dec 2025"_qs);
    }

    void manyMonthsKeepTheirJanuaries() {
        const auto months = periodsIn({UtcDay::fromDate(2017, 3, 1), Last}, Interval::Month);
        const auto ticks = periodTicks(months, Interval::Month, 5, width, English);
        QCOMPARE(texts(ticks), (QStringList{u"2018"_qs, u"2019"_qs, u"2020"_qs, u"2021"_qs, u"2022"_qs, u"2023"_qs,
                                            u"2024"_qs, u"2025"_qs, u"2026"_qs}));
    }

    void labelsNeverOverlap() {
        for (const int count : {1, 2, 7, 14, 15, 30, 60, 61, 90, 182, 183, 365, 1000})
            for (const double pitch : {0.7, 2.0, 4.2, 12.0, 33.0}) {
                const auto ticks = periodTicks(days(Last, count), Interval::Day, pitch, width, English);
                for (std::size_t i = 1; i < ticks.size(); ++i) {
                    const double apart = (ticks[i].period - ticks[i - 1].period) * pitch;
                    QVERIFY(apart >= (width(ticks[i].text) + width(ticks[i - 1].text)) / 2 ||
                            ticks[i].text.size() == 4);
                }
            }
    }
};

QTEST_GUILESS_MAIN(TestAxis)
#include "tst_chartaxis.moc"
