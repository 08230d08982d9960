// What the filter bar's choices mean in days and bars, and that they survive being stored.
#include "ui/savedviews.h"

#include <QJsonDocument>
#include <QTest>

using namespace tokenledger;

namespace {
const UtcDay Today = UtcDay::fromDate(2026, 11, 19);
}

class TestFilterState : public QObject {
    Q_OBJECT
private slots:
    void ranges_data();
    void ranges();
    void aRangeEndsToday();
    void intervals_data();
    void intervals();
    void survivesStorage();
    void forgivesBadSettings();
    void historyIsABrowsers();
    void reportsGetOnlyWhatTheyKnow();
};

void TestFilterState::ranges_data() {
    QTest::addColumn<PeriodPreset>("period");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("7 days") << PeriodPreset::Days7 << "2026-11-13"
                            << "2026-11-19";
    QTest::newRow("30 days") << PeriodPreset::Days30 << "2026-10-21"
                             << "2026-11-19";
    QTest::newRow("month to date") << PeriodPreset::MonthToDate << "2026-11-01"
                                   << "2026-11-19";
    QTest::newRow("last month") << PeriodPreset::LastMonth << "2026-10-01"
                                << "2026-10-31";
    QTest::newRow("quarter") << PeriodPreset::Quarter << "2026-10-01"
                             << "2026-11-19";
    QTest::newRow("year to date") << PeriodPreset::YearToDate << "2026-01-01"
                                  << "2026-11-19";
    QTest::newRow("12 months") << PeriodPreset::Months12 << "2025-11-20"
                               << "2026-11-19";
    QTest::newRow("all") << PeriodPreset::All << "2024-02-29"
                         << "2026-11-19";
    QTest::newRow("custom") << PeriodPreset::Custom << "2026-02-01"
                            << "2026-02-03";
}

void TestFilterState::ranges() {
    QFETCH(PeriodPreset, period);
    QFETCH(QString, first);
    QFETCH(QString, last);
    FilterState state;
    state.period = period;
    state.custom = DateRange{UtcDay::fromDate(2026, 2, 1), UtcDay::fromDate(2026, 2, 3)};
    const DateRange extent{UtcDay::fromDate(2024, 2, 29), UtcDay::fromDate(2026, 11, 18)};
    const DateRange range = state.range(Today, extent);
    QCOMPARE(range.first.toIso(), first);
    QCOMPARE(range.last.toIso(), last);
}

void TestFilterState::aRangeEndsToday() {
    FilterState state;
    state.period = PeriodPreset::Custom;
    state.custom = DateRange{UtcDay::fromDate(2000, 1, 1), UtcDay::fromDate(2199, 12, 31)};
    const DateRange range = state.range(Today, {});
    QCOMPARE(range.last, Today);
    QCOMPARE(range.days(), 3660);
    state.custom = DateRange{Today + 3, Today + 9};
    QCOMPARE(state.range(Today, {}), (DateRange{Today, Today}));
}

void TestFilterState::intervals_data() {
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a month") << 30 << ""
                             << "day";
    QTest::newRow("a quarter") << 92 << ""
                               << "day";
    QTest::newRow("a year") << 365 << ""
                            << "week";
    QTest::newRow("three years") << 1096 << ""
                                 << "month";
    QTest::newRow("days as asked") << 120 << "day"
                                   << "day";
    QTest::newRow("too many days") << 121 << "day"
                                   << "week";
    QTest::newRow("too many weeks") << 841 << "week"
                                    << "month";
    QTest::newRow("a month as asked") << 7 << "month"
                                      << "month";
}

void TestFilterState::intervals() {
    QFETCH(int, days);
    QFETCH(QString, asked);
    QFETCH(QString, shown);
    FilterState state;
    state.interval = intervalFromName(asked);
    QCOMPARE(intervalName(state.effectiveInterval({Today - (days - 1), Today})), shown);
}

void TestFilterState::survivesStorage() {
    FilterState state;
    state.period = PeriodPreset::Custom;
    state.custom = DateRange{Today - 9, Today};
    state.interval = Interval::Week;
    state.comparison = Comparison::SamePeriodLastYear;
    state.setFilter(Dimension::Workspace, {{NullTerm, QString(), QStringLiteral("(default workspace)")}});
    state.setFilter(Dimension::Model,
                    {{NullTerm, QStringLiteral("claude-opus-5-5"), QStringLiteral("claude-opus-5-5")}});
    const QByteArray stored = QJsonDocument(state.toJson()).toJson();
    QCOMPARE(FilterState::fromJson(QJsonDocument::fromJson(stored).object()), state);
}

void TestFilterState::forgivesBadSettings() {
    const QJsonObject bad{{QStringLiteral("period"), QStringLiteral("custom")},
                          {QStringLiteral("from"), QStringLiteral("2026-02-31")},
                          {QStringLiteral("to"), QStringLiteral("2026-01-01")},
                          {QStringLiteral("interval"), QStringLiteral("hour")},
                          {QStringLiteral("compare"), QStringLiteral("yesterday")}};
    QCOMPARE(FilterState::fromJson(bad), FilterState());
}

void TestFilterState::historyIsABrowsers() {
    const ViewState a;
    ViewState b;
    b.filters.period = PeriodPreset::Days7;
    ViewState c;
    c.page = PageId::Cost;
    ViewHistory history;
    history.visit(a);
    history.visit(b);
    QCOMPARE(history.back(c), b);
    QCOMPARE(history.back(b), a);
    QVERIFY(!history.canGoBack());
    QCOMPARE(history.forward(a), b);
    history.visit(b);
    QVERIFY(!history.canGoForward());
}

void TestFilterState::reportsGetOnlyWhatTheyKnow() {
    FilterState state;
    state.setFilter(Dimension::ApiKey, {{7, QStringLiteral("apikey_1"), QStringLiteral("ci")}});
    state.setFilter(Dimension::Model,
                    {{1, QStringLiteral("m1"), QStringLiteral("m1")}, {2, QStringLiteral("m2"), QStringLiteral("m2")}});
    const auto where = state.reportFilters({Dimension::Workspace, Dimension::Model});
    QCOMPARE(where.size(), std::size_t{2});
    QCOMPARE(where[1].value, QStringLiteral("m2"));
    const OverviewRequest request = state.overviewRequest(Today, std::nullopt);
    QCOMPARE(request.where.size(), std::size_t{2});
    QCOMPARE(request.where[0].anyOf, std::vector<TermId>{7});
}

QTEST_GUILESS_MAIN(TestFilterState)
#include "tst_filterstate.moc"
