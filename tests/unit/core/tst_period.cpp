// UTC days, weeks and months, and times as the wire writes them.
#include "app/core/period.h"
#include "app/core/records.h"

#include <QTest>
#include <QTimeZone>

using namespace tokenledger;

namespace {
UtcDay day(const char* iso) { return *UtcDay::fromIso(QString::fromLatin1(iso)); }
}  // namespace

class TestPeriod : public QObject {
    Q_OBJECT
private slots:
    void readsDays_data();
    void readsDays();
    void agreesWithQtCalendar();
    void cutsDaysAtUtcMidnight();
    void namesWeeks_data();
    void namesWeeks();
    void findsMonthEnds();
    void listsPeriods();
    void clipsPeriodsToTheRange();
    void labels();
    void readsTimes_data();
    void readsTimes();
    void refusesTimes_data();
    void refusesTimes();
    void daysBecomeFinal();
};

void TestPeriod::readsDays_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    for (const char* good : {"2026-11-20", "2024-02-29", "2000-02-29", "2000-01-01", "2199-12-31"}) {
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    }
    for (const char* bad : {"", "2026-11-31", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-1-1",
                            "1999-12-31", "2200-01-01", "2026/11/20", "20261120", "2026-11-20 ", " 2026-11-20",
                            "2026-11-2O", "2026-11-20T00", "-026-11-20", "+026-11-20"}) {
        QTest::newRow(qPrintable(QStringLiteral("no: %1|").arg(QLatin1String(bad))))
            << QString::fromLatin1(bad) << false;
    }
    QTest::newRow("no: digits of another script") << QString::fromUtf8("٢٠٢٦-11-20") << false;
}

void TestPeriod::readsDays() {
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto read = UtcDay::fromIso(text);
    QCOMPARE(read.has_value(), valid);
    if (valid) QCOMPARE(read->toIso(), text);
}

void TestPeriod::agreesWithQtCalendar() {
    const QDate epoch(1970, 1, 1);
    for (UtcDay d = UtcDay::fromDate(1999, 12, 25); d < UtcDay::fromDate(2032, 1, 10); d = d + 1) {
        const QDate date = epoch.addDays(d.number());
        QCOMPARE(d.toDate(), date);
        QCOMPARE(d.weekday(), date.dayOfWeek() - 1);
        QCOMPARE(d.firstOfMonth().toDate(), QDate(date.year(), date.month(), 1));
        QCOMPARE(d.lastOfMonth().toDate(), QDate(date.year(), date.month(), date.daysInMonth()));
        QCOMPARE(qint64(d.startSeconds()), QDateTime(date, QTime(0, 0), Qt::UTC).toSecsSinceEpoch());
    }
}

void TestPeriod::cutsDaysAtUtcMidnight() {
    QCOMPARE(UtcDay::fromSeconds(0).toIso(), QStringLiteral("1970-01-01"));
    QCOMPARE(UtcDay::fromSeconds(-1).toIso(), QStringLiteral("1969-12-31"));
    QCOMPARE(UtcDay::fromSeconds(86'399).number(), 0);
    QCOMPARE(UtcDay::fromSeconds(86'400).number(), 1);
    // Half past eight in the evening in New York is already the next day.
    const QDateTime evening(QDate(2026, 11, 20), QTime(20, 30), QTimeZone("America/New_York"));
    QCOMPARE(UtcDay::fromDateTime(evening).toIso(), QStringLiteral("2026-11-21"));
}

void TestPeriod::namesWeeks_data() {
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QString>("week");
    QTest::addColumn<QString>("monday");
    const auto row = [](const char* iso, const char* week, const char* monday) {
        QTest::newRow(iso) << QString::fromLatin1(iso) << QString::fromLatin1(week) << QString::fromLatin1(monday);
    };
    row("2026-11-20", "2026-W47", "2026-11-16");
    row("2026-11-22", "2026-W47", "2026-11-16");
    row("2026-11-23", "2026-W48", "2026-11-23");
    row("2025-12-29", "2026-W01", "2025-12-29");
    row("2026-12-31", "2026-W53", "2026-12-28");
    row("2027-01-03", "2026-W53", "2026-12-28");
    row("2027-01-04", "2027-W01", "2027-01-04");
    row("2021-01-03", "2020-W53", "2020-12-28");
    row("2024-12-31", "2025-W01", "2024-12-30");
    row("2023-01-01", "2022-W52", "2022-12-26");
}

void TestPeriod::namesWeeks() {
    QFETCH(QString, iso);
    QFETCH(QString, week);
    QFETCH(QString, monday);
    const PeriodStart start = periodOf(*UtcDay::fromIso(iso), Interval::Week);
    QCOMPARE(periodLabel(start, Interval::Week), week);
    QCOMPARE(UtcDay::fromSeconds(start).toIso(), monday);
}

void TestPeriod::findsMonthEnds() {
    QCOMPARE(day("2024-02-10").lastOfMonth().toIso(), QStringLiteral("2024-02-29"));
    QCOMPARE(day("2026-02-28").lastOfMonth().toIso(), QStringLiteral("2026-02-28"));
    QCOMPARE(day("2026-12-31").firstOfMonth().toIso(), QStringLiteral("2026-12-01"));
    QCOMPARE((day("2026-12-31") + 1).toIso(), QStringLiteral("2027-01-01"));
    QCOMPARE(day("2027-01-01") - day("2026-01-01"), 365);
    QCOMPARE((DateRange{day("2026-10-21"), day("2026-11-20")}.days()), 31);
}

void TestPeriod::listsPeriods() {
    const DateRange range{day("2026-11-28"), day("2026-12-08")};
    QCOMPARE(periodsIn(range, Interval::Day).size(), std::size_t{11});
    QCOMPARE(periodsIn(range, Interval::Hour).size(), std::size_t{264});
    const std::vector<PeriodStart> weeks = {day("2026-11-23").startSeconds(), day("2026-11-30").startSeconds(),
                                            day("2026-12-07").startSeconds()};
    QCOMPARE(periodsIn(range, Interval::Week), weeks);
    const std::vector<PeriodStart> months = {day("2026-11-01").startSeconds(), day("2026-12-01").startSeconds()};
    QCOMPARE(periodsIn(range, Interval::Month), months);
    QCOMPARE(periodsIn(range, Interval::Total), std::vector<PeriodStart>{day("2026-11-28").startSeconds()});
}

void TestPeriod::clipsPeriodsToTheRange() {
    const DateRange range{day("2026-11-28"), day("2026-12-08")};
    const auto days = [&](const char* start, Interval interval) {
        return daysOf(day(start).startSeconds(), interval, range);
    };
    QCOMPARE(days("2026-11-23", Interval::Week), (DateRange{day("2026-11-28"), day("2026-11-29")}));
    QCOMPARE(days("2026-12-07", Interval::Week), (DateRange{day("2026-12-07"), day("2026-12-08")}));
    QCOMPARE(days("2026-11-01", Interval::Month), (DateRange{day("2026-11-28"), day("2026-11-30")}));
    QCOMPARE(days("2026-11-28", Interval::Total), range);
    QCOMPARE(days("2026-12-03", Interval::Day), (DateRange{day("2026-12-03"), day("2026-12-03")}));
}

void TestPeriod::labels() {
    const PeriodStart start = day("2026-11-20").startSeconds();
    QCOMPARE(periodLabel(start + 13 * 3600, Interval::Hour), QStringLiteral("2026-11-20T13:00:00Z"));
    QCOMPARE(periodLabel(start, Interval::Day), QStringLiteral("2026-11-20"));
    QCOMPARE(periodLabel(start, Interval::Month), QStringLiteral("2026-11"));
    QCOMPARE(periodLabel(start, Interval::Total), QStringLiteral("total"));
    for (const Interval interval : {Interval::Hour, Interval::Day, Interval::Week, Interval::Month, Interval::Total}) {
        QCOMPARE(intervalFromName(intervalName(interval)), std::optional(interval));
    }
    QVERIFY(!intervalFromName(u"year"));
}

void TestPeriod::readsTimes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char* text, const char* utc) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(utc);
    };
    row("2026-11-20T13:42:00Z", "2026-11-20T13:42:00Z");
    row("2026-11-20T13:42:00+00:00", "2026-11-20T13:42:00Z");
    row("2026-11-20T20:30:00-05:00", "2026-11-21T01:30:00Z");
    row("2026-11-20T13:42:00.123456789Z", "2026-11-20T13:42:00Z");
    row("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z");
}

void TestPeriod::readsTimes() {
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto time = fromRfc3339(text);
    QVERIFY(time.has_value());
    QCOMPARE(time->timeSpec(), Qt::UTC);
    QCOMPARE(toRfc3339(*time), utc);
}

void TestPeriod::refusesTimes_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "2026-11-20", "2026-11-20T13:42Z", "2026-11-20T13:42:00", "2026-11-20 13:42:00Z", "2026-02-30T00:00:00Z",
          "2026-11-20T25:00:00Z", "1795872000", "page_abc", "2026-11-20T13:42:00Zx"}) {
        QTest::newRow(qPrintable(QStringLiteral("\"%1\"").arg(QLatin1String(text)))) << QString::fromLatin1(text);
    }
}

void TestPeriod::refusesTimes() {
    QFETCH(QString, text);
    QVERIFY(!fromRfc3339(text).has_value());
}

void TestPeriod::daysBecomeFinal() {
    const auto at = [](const char* time) { return *fromRfc3339(QString::fromLatin1(time)); };
    QCOMPARE(stateOfFetchedDay(day("2026-11-17"), at("2026-11-20T23:59:59Z")), DayState::Provisional);
    QCOMPARE(stateOfFetchedDay(day("2026-11-17"), at("2026-11-21T00:00:00Z")), DayState::Final);
    QCOMPARE(stateOfFetchedDay(day("2026-11-17"), at("2026-11-17T12:00:00Z")), DayState::Provisional);
}

QTEST_GUILESS_MAIN(TestPeriod)
#include "tst_period.moc"
