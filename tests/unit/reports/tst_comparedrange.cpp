#include "app/reports/overview.h"

#include <QTest>

using namespace tokenledger;

class TestComparedRange : public QObject {
    Q_OBJECT
private slots:
    void ranges_data() {
        QTest::addColumn<QString>("range");
        QTest::addColumn<int>("comparison");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* range, Comparison comparison, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(range) << static_cast<int>(comparison)
                                << QString::fromLatin1(expected);
        };
        const auto previous = Comparison::PreviousPeriod;
        const auto lastYear = Comparison::SamePeriodLastYear;
        row("30 days", "2026-10-21 2026-11-19", previous, "2026-09-21 2026-10-20");
        row("one day", "2026-11-20 2026-11-20", previous, "2026-11-19 2026-11-19");
        row("across a year", "2026-01-03 2026-01-09", previous, "2025-12-27 2026-01-02");
        row("month to date", "2026-11-01 2026-11-20", previous, "2026-10-01 2026-10-20");
        row("first day of a month", "2026-11-01 2026-11-01", previous, "2026-10-01 2026-10-01");
        row("month to date in January", "2026-01-01 2026-01-15", previous, "2025-12-01 2025-12-15");
        row("a whole month", "2026-11-01 2026-11-30", previous, "2026-10-01 2026-10-30");
        row("longer than the month before", "2026-03-01 2026-03-31", previous, "2026-02-01 2026-02-28");
        row("longer than a leap February", "2028-03-01 2028-03-30", previous, "2028-02-01 2028-02-29");
        row("a quarter is days", "2026-07-01 2026-09-30", previous, "2026-03-31 2026-06-30");
        row("59 days keep their weekdays", "2026-09-21 2026-11-18", lastYear, "2025-09-22 2025-11-19");
        row("60 days go by the calendar", "2026-09-21 2026-11-19", lastYear, "2025-09-21 2025-11-19");
        row("a year", "2026-01-01 2026-12-31", lastYear, "2025-01-01 2025-12-31");
        row("up to a leap day", "2027-12-31 2028-02-29", lastYear, "2026-12-31 2027-02-28");
        row("none", "2026-10-21 2026-11-19", Comparison::None, "");
    }
    void ranges() {
        QFETCH(QString, range);
        QFETCH(int, comparison);
        QFETCH(QString, expected);
        const DateRange asked{*UtcDay::fromIso(range.left(10)), *UtcDay::fromIso(range.right(10))};
        const auto compared = comparedRange(asked, static_cast<Comparison>(comparison));
        QCOMPARE(compared ? QString(compared->first.toIso() + u' ' + compared->last.toIso()) : QString(), expected);
    }
    // The first days of a range keep the distance that the whole range has.
    void firstDays_data() {
        QTest::addColumn<QString>("range");
        QTest::addColumn<int>("comparison");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* range, Comparison comparison, int days,
                            const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(range) << static_cast<int>(comparison) << days
                                << QString::fromLatin1(expected);
        };
        const auto previous = Comparison::PreviousPeriod;
        const auto lastYear = Comparison::SamePeriodLastYear;
        row("29 of 30 days", "2026-10-21 2026-11-19", previous, 29, "2026-09-21 2026-10-19");
        row("month to date", "2026-11-01 2026-11-20", previous, 19, "2026-10-01 2026-10-19");
        row("longer than the month before", "2026-10-01 2026-10-31", previous, 30, "2026-09-01 2026-09-30");
        row("60 days stay by the calendar", "2026-09-21 2026-11-19", lastYear, 59, "2025-09-21 2025-11-18");
        row("a leap day left out", "2028-01-01 2028-02-29", lastYear, 59, "2027-01-01 2027-02-28");
        row("weekdays", "2026-11-14 2026-11-20", lastYear, 6, "2025-11-15 2025-11-20");
        row("no day", "2026-11-20 2026-11-20", previous, 0, "");
        row("none", "2026-11-14 2026-11-20", Comparison::None, 6, "");
    }
    void firstDays() {
        QFETCH(QString, range);
        QFETCH(int, comparison);
        QFETCH(int, days);
        QFETCH(QString, expected);
        const DateRange asked{*UtcDay::fromIso(range.left(10)), *UtcDay::fromIso(range.right(10))};
        const auto compared = comparedDays(asked, static_cast<Comparison>(comparison), days);
        QCOMPARE(compared ? QString(compared->first.toIso() + u' ' + compared->last.toIso()) : QString(), expected);
    }
    void weekdaysStayTheSame() {
        const DateRange asked{UtcDay::fromDate(2026, 11, 16), UtcDay::fromDate(2026, 11, 22)};
        QCOMPARE(comparedRange(asked, Comparison::SamePeriodLastYear)->first.weekday(), asked.first.weekday());
    }
};

QTEST_GUILESS_MAIN(TestComparedRange)
#include "tst_comparedrange.moc"
