#include "spendshapes.h"

#include <QTest>

#include <numeric>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }

const DateRange November{day("2026-11-01"), day("2026-11-30")};

/// The series as it was known at the end of a day: everything later is missing.
SpendSeries knownUntil(SpendSeries series, UtcDay last) {
    for (std::size_t i = static_cast<std::size_t>(last - series.first + 1); i < series.trust.size(); ++i) {
        series.trust[i] = DayTrust::Missing;
        series.amounts[i] = dollars(987'654'321);  // must not be looked at
    }
    return series;
}

struct Errors {
    int forecasts = 0;
    double forecast = 0;  // sums of absolute errors in dollars
    double runRate = 0;
    double share = 0;  // of |forecast error| / actual
    double runRateShare = 0;
    int intervals = 0;
    int covered = 0;
};

double toDouble(Money amount) { return static_cast<double>(amount.nano()) / 1e9; }

/// Month-end forecasts of every whole month on each of its days 5 to 25, against what the month then cost.
Errors errorsOf(const SpendSeries& series) {
    Errors errors;
    const UtcDay end = series.first + (static_cast<int>(series.amounts.size()) - 1);
    for (UtcDay first = series.first; first.lastOfMonth() <= end; first = first.lastOfMonth() + 1) {
        if (first != first.firstOfMonth()) continue;
        const auto at = series.amounts.begin() + (first - series.first);
        const int days = first.lastOfMonth() - first + 1;
        const auto plus = [](double sum, Money amount) { return sum + toDouble(amount); };
        const double actual = std::accumulate(at, at + days, 0.0, plus);
        for (int known = 5; known <= 25; ++known) {
            const Forecaster forecaster(knownUntil(series, first + (known - 1)));
            const auto forecast = forecaster.forecast({first, first.lastOfMonth()}).value().value();
            const double spent = std::accumulate(at, at + known, 0.0, plus);
            const double error = std::abs(toDouble(forecast.forecast) - actual);
            const double runRateError = std::abs(spent * days / known - actual);
            ++errors.forecasts;
            errors.forecast += error;
            errors.runRate += runRateError;
            errors.share += error / actual;
            errors.runRateShare += runRateError / actual;
            if (!forecast.low) continue;
            ++errors.intervals;
            if (toDouble(*forecast.low) <= actual && actual <= toDouble(*forecast.high)) ++errors.covered;
        }
    }
    return errors;
}

}  // namespace

class TestForecast : public QObject {
    Q_OBJECT
private slots:
    void aFlatSeriesGoesOn() {
        SpendSeries series = finalSeries(day("2026-08-01"), std::vector<Money>(112, dollars(10)));  // to 20 November
        const auto forecast = Forecaster(series).forecast(November).value().value();
        QCOMPARE(forecast.spent, dollars(200));
        QCOMPARE(forecast.forecast, dollars(300));
        QCOMPARE(forecast.low.value(), dollars(300));
        QCOMPARE(forecast.high.value(), dollars(300));
        QCOMPARE(forecast.estimatedDays, 10);
        QVERIFY(forecast.isEstimate());
    }

    // 21 working days of November 2026 at 100, 9 days of weekends at 20: 2,280. A run rate on the 8th, a Sunday after
    // one working week, says (500 + 3 x 20) / 8 x 30 = 2,100.
    void weekdaysCount() {
        std::vector<Money> amounts;
        for (UtcDay at = day("2026-08-03"); at <= day("2026-11-08"); at = at + 1) {
            amounts.push_back(dollars(at.weekday() >= 5 ? 20 : 100));
        }
        const auto forecast = Forecaster(finalSeries(day("2026-08-03"), amounts)).forecast(November).value().value();
        QCOMPARE(forecast.spent, dollars(560));
        QCOMPARE(forecast.forecast, dollars(2'280));
    }

    void todayIsNotAWholeDay() {
        SpendSeries series = finalSeries(day("2026-08-01"), std::vector<Money>(112, dollars(10)));
        series.trust.back() = DayTrust::Unfinished;
        series.amounts.back() = dollars(0.02);
        const auto low = Forecaster(series).forecast(November).value().value();
        QCOMPARE(low.spent, dollars(190.02));
        QCOMPARE(low.forecast, dollars(300));
        QCOMPARE(low.estimatedDays, 11);
        series.amounts.back() = dollars(25);  // more than usual already: it will not become less
        QCOMPARE(Forecaster(series).forecast(November).value().value().forecast, dollars(315));
    }

    void provisionalDaysCountAsFarAsTheyArePlausible() {
        SpendSeries series = finalSeries(day("2026-08-01"), std::vector<Money>(112, dollars(10)));
        for (std::size_t i = 109; i < 112; ++i) series.trust[i] = DayTrust::Provisional;
        series.amounts[109] = dollars(14);
        series.amounts[110] = dollars(6);
        series.amounts[111] = dollars(0.50);  // nearly nothing was told of it yet
        const auto forecast = Forecaster(series).forecast(November).value().value();
        QCOMPARE(forecast.spent, dollars(170 + 14 + 6 + 0.50));
        QCOMPARE(forecast.forecast, dollars(170 + 14 + 6 + 10 + 100));
        QCOMPARE(forecast.estimatedDays, 11);
    }

    void gapsAreFilledAndDaysBeforeTheDataAreNot() {
        SpendSeries series = finalSeries(day("2026-08-01"), std::vector<Money>(112, dollars(10)));
        series.trust[100] = DayTrust::Missing;  // 9 November
        series.amounts[100] = Money();
        const auto forecast = Forecaster(series).forecast(November).value().value();
        QCOMPARE(forecast.spent, dollars(190));
        QCOMPARE(forecast.forecast, dollars(300));
        QCOMPARE(forecast.estimatedDays, 11);
        // What ten days of this period cost nobody knows.
        QVERIFY(!Forecaster(series).forecast({day("2026-07-22"), day("2026-08-10")}).value());
        QVERIFY(Forecaster(series).forecast({day("2026-08-01"), day("2026-08-10")}).value());
    }

    void aMonthThatIsOverIsExact() {
        std::vector<Money> amounts(61, Money::fromNano(1'234'567'891));
        const auto forecast = Forecaster(finalSeries(day("2026-10-01"), amounts)).forecast(November).value().value();
        QCOMPARE(forecast.forecast, Money::fromNano(30 * 1'234'567'891LL));
        QCOMPARE(forecast.spent, forecast.forecast);
        QCOMPARE(forecast.low.value(), forecast.forecast);
        QCOMPARE(forecast.estimatedDays, 0);
    }

    void estimatesAreRoundedToCents() {
        std::vector<Money> amounts(100, Money::fromNano(1'234'567'891));  // 1 August to 8 November
        const auto forecast = Forecaster(finalSeries(day("2026-08-01"), amounts)).forecast(November).value().value();
        QCOMPARE(forecast.forecast, dollars(37.04));  // 30 x 1.234567891 = 37.03703673
    }

    void oneWildDayIsNotTheNewLevel() {
        std::vector<Money> amounts;
        for (int i = 0; i < 112; ++i) amounts.push_back(dollars(100 + (i * 37) % 11));  // 100 to 110
        amounts[105] = dollars(2'000);                                                  // 14 November
        const auto forecast = Forecaster(finalSeries(day("2026-08-01"), amounts)).forecast(November).value().value();
        const Money spent = forecast.spent;
        QVERIFY(forecast.forecast > add(spent, dollars(1'000)).value());
        QVERIFY(forecast.forecast < add(spent, dollars(1'150)).value());
    }

    void withoutADayThereIsNoForecast() {
        QVERIFY(!Forecaster(finalSeries(day("2026-11-01"), {})).forecast(November).value());
        SpendSeries series = finalSeries(day("2026-11-01"), {dollars(5)});
        series.trust[0] = DayTrust::Unfinished;
        QVERIFY(!Forecaster(series).forecast(November).value());
        const auto short1 = Forecaster(finalSeries(day("2026-11-01"), std::vector<Money>(3, dollars(5))))
                                .forecast(November)
                                .value()
                                .value();
        QCOMPARE(short1.forecast, dollars(150));
        QVERIFY(!short1.low);
    }

    void creditsMayTakeBackWhatWasSpent() {
        std::vector<Money> amounts(112, dollars(10));
        amounts[110] = dollars(-3);
        const auto forecast = Forecaster(finalSeries(day("2026-08-01"), amounts)).forecast(November).value().value();
        QCOMPARE(forecast.spent, dollars(187));
        QVERIFY(forecast.forecast > dollars(270));
    }

    void aSumThatDoesNotFitIsAnError() {
        const Money huge = dollars(4e9);
        const auto forecast =
            Forecaster(finalSeries(day("2026-11-01"), std::vector<Money>(2, huge))).forecast(November);
        QVERIFY(!forecast);
        QCOMPARE(forecast.error().kind, ErrorKind::Usage);
    }

    void longerPeriodsHaveWiderIntervals() {
        const auto series = shaped(day("2026-01-01"), 309, 3, [](int, UtcDay at) { return 500 * weekendDip(at); });
        const Forecaster forecaster(series);  // to 5 November
        const auto month = forecaster.forecast(November).value().value();
        const auto year = forecaster.forecast({day("2026-01-01"), day("2027-03-31")}).value().value();
        QVERIFY(year.forecast > month.forecast);
        const auto width = [](const SpendForecast& f) { return f.high->nano() - f.low->nano(); };
        QVERIFY(width(year) > 2 * width(month));
        QVERIFY(*month.low < month.forecast && month.forecast < *month.high);
    }

    void beatsTheRunRate_data() {
        QTest::addColumn<SpendSeries>("series");
        QTest::addColumn<double>("largestError");  // share of the month
        QTest::addColumn<double>("leastCovered");
        const UtcDay first = day("2025-10-01");
        const auto add = [first](const char* name, double error, double covered, const auto& shape) {
            QTest::newRow(name) << shaped(first, 396, 7, shape) << error << covered;
        };
        QTest::newRow("sample organization") << sampleSeries({day("2025-10-20"), day("2026-11-19")}) << 0.055 << 0.7;
        add("weekends", 0.015, 0.7, [](int, UtcDay at) { return 1'000 * weekendDip(at); });
        add("growth", 0.025, 0.7, [](int i, UtcDay at) { return 300 * weekendDip(at) * std::exp(0.004 * i); });
        add("decline", 0.025, 0.7, [](int i, UtcDay at) { return 900 * weekendDip(at) * std::exp(-0.004 * i); });
        add("step", 0.03, 0.7, [](int i, UtcDay at) { return (i < 217 ? 400 : 900) * weekendDip(at); });
        add("launch", 0.09, 0.55,
            [](int i, UtcDay at) { return (i < 120 ? 10 : std::min(900, 10 + (i - 120) * 15)) * weekendDip(at); });
        add("holidays", 0.06, 0.6, [](int, UtcDay at) {
            const bool off = at >= day("2025-12-22") && at <= day("2026-01-03");
            return (off ? 300 : 1'000) * weekendDip(at);
        });
    }
    void beatsTheRunRate() {
        QFETCH(const SpendSeries, series);
        QFETCH(const double, largestError);
        QFETCH(const double, leastCovered);
        const Errors errors = errorsOf(series);
        QVERIFY(errors.forecasts >= 12 * 21);
        qInfo("mean error $%.0f (%.1f %%), run rate $%.0f (%.1f %%), covered %d of %d",
              errors.forecast / errors.forecasts, 100 * errors.share / errors.forecasts,
              errors.runRate / errors.forecasts, 100 * errors.runRateShare / errors.forecasts, errors.covered,
              errors.intervals);
        QVERIFY(errors.forecast < errors.runRate);
        QVERIFY(errors.share / errors.forecasts < largestError);
        QVERIFY(errors.covered >= leastCovered * errors.intervals);

        // What the program says of itself is what the test finds.
        const BackTest test = Forecaster(series).backTest();
        QCOMPARE(test.months, errors.forecasts / 21);
        QCOMPARE(test.forecasts, errors.forecasts);
        QVERIFY(std::abs(test.error - errors.share / errors.forecasts) < 1e-4);
        QVERIFY(std::abs(test.runRateError - errors.runRateShare / errors.forecasts) < 1e-6);
        QCOMPARE(test.intervals, errors.intervals);
        QVERIFY(std::abs(test.coverage - static_cast<double>(errors.covered) / errors.intervals) < 0.02);
    }

    void theSameDataGiveTheSameFigures() {
        const auto series = sampleSeries({day("2026-04-01"), day("2026-11-17")});
        const auto a = Forecaster(series).forecast(November).value().value();
        const auto b = Forecaster(series).forecast(November).value().value();
        QCOMPARE(a.forecast, b.forecast);
        QCOMPARE(a.low, b.low);
        QCOMPARE(a.high, b.high);
    }

    // Whatever the amounts: low <= forecast <= high, and no less than what is spent.
    void figuresAreInOrder() {
        std::mt19937 random(11);
        for (int round = 0; round < 200; ++round) {
            std::vector<Money> amounts;
            const int days = 1 + static_cast<int>(random() % 150);
            for (int i = 0; i < days; ++i) {
                amounts.push_back(random() % 3 == 0 ? Money() : Money::fromNano(random() % 1'000'000'000'000));
            }
            SpendSeries series = finalSeries(November.first - static_cast<int>(random() % 140), amounts);
            for (DayTrust& trust : series.trust) trust = static_cast<DayTrust>(random() % 8 < 4 ? 0 : random() % 4);
            const auto forecast = Forecaster(series).forecast(November).value();
            if (!forecast) continue;
            QVERIFY(forecast->forecast >= Money::fromNano(forecast->spent.nano() / 10'000'000 * 10'000'000));
            if (!forecast->low) continue;
            QVERIFY(*forecast->low <= forecast->forecast);
            QVERIFY(forecast->forecast <= *forecast->high);
        }
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
