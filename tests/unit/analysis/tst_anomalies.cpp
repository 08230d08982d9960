#include "app/analysis/anomalies.h"
#include "spendshapes.h"

#include <QTest>

#include <map>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }

const DateRange Judged{day("2026-10-01"), day("2026-11-20")};
const AnomalyLimits Limits{.leastExcess = dollars(10)};

/// From 3 August to 20 November 2026: working days 100 to 104, weekends 20 to 24, by a rule and not by chance.
SpendSeries office() {
    std::vector<Money> amounts;
    const UtcDay first = day("2026-08-03");
    for (int i = 0; i < 110; ++i) amounts.push_back(dollars(((first + i).weekday() >= 5 ? 20 : 100) + (i * 7) % 5));
    return finalSeries(first, std::move(amounts));
}
Money& at(SpendSeries& series, const char* iso) {
    return series.amounts[static_cast<std::size_t>(day(iso) - series.first)];
}
DayTrust& trustAt(SpendSeries& series, const char* iso) {
    return series.trust[static_cast<std::size_t>(day(iso) - series.first)];
}

}  // namespace

class TestAnomalies : public QObject {
    Q_OBJECT
private slots:
    void anOrdinarySeriesIsQuiet() { QVERIFY(daysStandingOut(office(), Judged, Limits).empty()); }

    // Tuesdays before 10 November: 15, 22, 29 September to 3 November have indexes 43, 50, ... 92: (i x 7) % 5 runs
    // through 1, 0, 4, 3, 2, 1, 0, 4: sorted 0 0 1 1 2 3 4 4, median 1.5.
    void aWildTuesday() {
        SpendSeries series = office();
        at(series, "2026-11-10") = dollars(600);
        const auto found = daysStandingOut(series, Judged, Limits);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].day, day("2026-11-10"));
        QCOMPARE(found[0].amount, dollars(600));
        QCOMPARE(found[0].usual, dollars(101.5));
        QCOMPARE(found[0].excess(), dollars(498.5));
        QVERIFY(std::abs(found[0].ratio().value() - 600 / 101.5) < 1e-9);
        QVERIFY(!found[0].isProvisional);
    }

    void aSundayIsMeasuredBySundays() {
        SpendSeries series = office();
        at(series, "2026-11-08") = dollars(101);  // an ordinary working day, but a Sunday
        const auto found = daysStandingOut(series, Judged, Limits);
        QCOMPARE(found.size(), 1U);
        QVERIFY(found[0].usual < dollars(25));
    }

    void smallSumsDoNotShout() {
        SpendSeries series = office();
        for (Money& amount : series.amounts) amount = Money::fromNano(amount.nano() / 100);
        at(series, "2026-11-10") = dollars(10.99);  // eleven times the usual dollar, but nine dollars
        QVERIFY(daysStandingOut(series, Judged, Limits).empty());
        at(series, "2026-11-10") = dollars(11.50);
        QCOMPARE(daysStandingOut(series, Judged, Limits).size(), 1U);
    }

    void provisionalDaysAreMarkedAndTodayIsLeftOut() {
        SpendSeries series = office();
        at(series, "2026-11-19") = dollars(900);
        trustAt(series, "2026-11-19") = DayTrust::Provisional;
        at(series, "2026-11-20") = dollars(900);
        trustAt(series, "2026-11-20") = DayTrust::Unfinished;
        const auto found = daysStandingOut(series, Judged, Limits);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].day, day("2026-11-19"));
        QVERIFY(found[0].isProvisional);
    }

    void aMissingDayIsNoNews() {
        SpendSeries series = office();
        at(series, "2026-11-10") = dollars(5'000);
        trustAt(series, "2026-11-10") = DayTrust::Missing;
        QVERIFY(daysStandingOut(series, Judged, Limits).empty());
    }

    void withoutHistoryNothingIsUsual() {
        SpendSeries series = office();
        for (std::size_t i = 0; i < 80; ++i) series.amounts[i] = Money();  // first used on 22 October
        at(series, "2026-10-22") = dollars(49);                            // begins small
        at(series, "2026-11-10") = dollars(500);                           // not yet five times the most before
        QVERIFY(daysStandingOut(series, Judged, Limits).empty());
        SpendSeries young = finalSeries(day("2026-10-24"), {series.amounts.begin() + 82, series.amounts.end()});
        QVERIFY(daysStandingOut(young, Judged, Limits).empty());
    }

    // A key that nobody used for long: that it begins large is told once, and again where it multiplies.
    void whatIsNewStandsOutWhereItMultiplies() {
        SpendSeries series = office();
        for (std::size_t i = 0; i < 80; ++i) series.amounts[i] = Money();
        at(series, "2026-10-22") = dollars(90);
        at(series, "2026-11-10") = dollars(600);
        const auto found = daysStandingOut(series, Judged, Limits);
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found[0].day, day("2026-10-22"));
        QCOMPARE(found[0].usual, Money());
        QVERIFY(found[0].isNew && found[1].isNew);
        QCOMPARE(found[1].day, day("2026-11-10"));
        QCOMPARE(found[1].usual, dollars(104));
    }

    void aDayThatIsUsuallyNothing() {
        SpendSeries series = office();
        for (std::size_t i = 1; i < series.amounts.size(); ++i) series.amounts[i] = Money();
        at(series, "2026-11-10") = dollars(50);
        const auto found = daysStandingOut(series, Judged, Limits);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].usual, Money());
        QVERIFY(!found[0].ratio());
    }

    void aNewLevelIsNewsForSomeDaysOnly() {
        SpendSeries series = office();
        for (UtcDay d = day("2026-10-12"); d <= day("2026-11-20"); d = d + 1) {
            Money& amount = series.amounts[static_cast<std::size_t>(d - series.first)];
            amount = Money::fromNano(amount.nano() * 3);
        }
        const auto found = daysStandingOut(series, Judged, Limits);
        QVERIFY(!found.empty());
        QCOMPARE(found.front().day, day("2026-10-12"));
        QVERIFY(found.back().day <= day("2026-10-18"));
    }

    void growthAndTheEndOfAHolidayAreNoNews() {
        const UtcDay first = day("2026-06-01");
        const auto growing =
            shaped(first, 173, 5, [](int i, UtcDay d) { return 200 * weekendDip(d) * std::exp(0.005 * i); });
        QVERIFY(daysStandingOut(growing, {first, Judged.last}, Limits).empty());
        const auto holiday = shaped(first, 173, 5, [](int, UtcDay d) {
            const bool off = d >= day("2026-09-21") && d <= day("2026-10-11");
            return (off ? 100 : 400) * weekendDip(d);
        });
        QVERIFY(daysStandingOut(holiday, {first, Judged.last}, Limits).empty());
    }

    void aRollOutIsNoNews() {
        const UtcDay first = day("2026-06-01");
        const auto rollOut = shaped(first, 173, 9, [](int i, UtcDay d) {
            return i < 20 ? 0 : std::min(2'000.0, 4 * std::exp(0.055 * (i - 20))) * weekendDip(d);
        });
        QVERIFY(daysStandingOut(rollOut, {first, Judged.last}, Limits).empty());
    }

    void theDriverIsThePartThatGrewMost() {
        SpendSeries steady = office();
        SpendSeries output = office();
        at(output, "2026-11-10") = dollars(450);
        SpendSeries input = office();
        at(input, "2026-11-10") = dollars(180);
        QCOMPARE(driverOf({steady, output, input}, day("2026-11-10")), std::optional<std::size_t>(1));
        QCOMPARE(driverOf({}, day("2026-11-10")), std::nullopt);
    }

    // Injected into noise of three kinds: each is found, and what else is called unusual is bounded.
    void injectedDaysAreFoundInNoise_data() {
        QTest::addColumn<double>("noise");
        QTest::addColumn<double>("factor");
        QTest::addColumn<int>("percentFound");
        QTest::addColumn<double>("falsePerThousand");
        QTest::newRow("quiet") << 0.05 << 1.6 << 100 << 0.5;
        QTest::newRow("ordinary") << 0.2 << 2.5 << 100 << 1.0;
        QTest::newRow("noisy") << 0.6 << 5.0 << 90 << 2.0;
    }
    void injectedDaysAreFoundInNoise() {
        QFETCH(const double, noise);
        QFETCH(const double, factor);
        QFETCH(const int, percentFound);
        QFETCH(const double, falsePerThousand);
        const DateRange days{day("2026-03-01"), day("2026-11-20")};
        int falseDays = 0;
        int injected = 0;
        int hits = 0;
        int judged = 0;
        for (unsigned seed = 0; seed < 40; ++seed) {
            auto series = shaped(
                day("2026-01-01"), 324, seed, [](int, UtcDay d) { return 300 * weekendDip(d); }, noise);
            std::map<UtcDay, bool> wild;
            for (int k = 0; k < 3; ++k) {
                const int index = 70 + k * 80 + static_cast<int>(seed % 40);
                Money& amount = series.amounts[static_cast<std::size_t>(index)];
                amount = Money::fromNano(std::llround(300e9 * weekendDip(series.first + index) * factor));
                wild[series.first + index] = false;
            }
            injected += static_cast<int>(wild.size());
            judged += days.days();
            for (const StandOut& found : daysStandingOut(series, days, Limits)) {
                const auto known = wild.find(found.day);
                if (known == wild.end()) {
                    ++falseDays;
                } else {
                    ++hits;
                }
            }
        }
        qInfo("%d of %d found, %d false in %d days", hits, injected, falseDays, judged);
        QVERIFY(hits >= injected * percentFound / 100);
        QVERIFY(falseDays * 1000 <= falsePerThousand * judged);
    }

    // The sample organization's backfill, in the third workspace, runs wild on the 10th and 11th of every third month.
    void theSampleOrganizationsWildDays() {
        const DateRange judged{day("2025-11-01"), day("2026-11-17")};
        QStringList wild;
        for (const char* month : {"2025-11", "2026-02", "2026-05", "2026-08", "2026-11"}) {
            wild << QString::fromLatin1(month) + QStringLiteral("-10")
                 << QString::fromLatin1(month) + QStringLiteral("-11");
        }
        for (int workspace = sample::DefaultWorkspace; workspace < 5; ++workspace) {
            const auto series = sampleSeries({day("2025-09-01"), judged.last}, workspace);
            QStringList found;
            for (const StandOut& out : daysStandingOut(series, judged, Limits)) found << out.day.toIso();
            qInfo() << workspace << found;
            QCOMPARE(found, workspace == 2 ? wild : QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestAnomalies)
#include "tst_anomalies.moc"
