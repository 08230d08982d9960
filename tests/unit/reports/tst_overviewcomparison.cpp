// When the overview may say what changed, and when a figure is unknown rather than zero. What is expected is added up
// here from the amounts of each day.
#include "app/reports/overview.h"
#include "app/reports/report.h"
#include "smallcache.h"

#include <QTest>

#include <limits>

using namespace tokenledger;

namespace {

const UtcDay Today = isoDay("2026-11-20");
const QDateTime Now = noonOf(Today);
constexpr const char* Opus = "claude-opus-5-5";
constexpr std::int64_t Dollar = 1'000'000'000;

/// Every day its own figures, so that a day too many or too few shows: the day's number modulo 50, and one.
std::int64_t figureOf(UtcDay day) { return day.number() % 50 + 1; }
std::int64_t sumOf(const DateRange& days) {
    std::int64_t sum = 0;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) sum += figureOf(day);
    return sum;
}

void addCost(SmallCache& cache, const DateRange& days, const QDateTime& at) {
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        const QByteArray iso = day.toIso().toLatin1();
        cache.cost({day, day}, at,
                   {{iso.constData(), "wrkspc_a", "Opus input", Opus, "uncached_input_tokens", "standard",
                     figureOf(day) * Dollar}});
    }
}

void addUsage(SmallCache& cache, const DateRange& days, const QDateTime& at) {
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        const QByteArray iso = day.toIso().toLatin1();
        const std::int64_t figure = figureOf(day);
        cache.usage({day, day}, at,
                    {{iso.constData(),
                      "wrkspc_a",
                      "apikey_1",
                      Opus,
                      "standard",
                      {figure * 100, 0, 0, figure * 1'000'000, figure, 0}}});
    }
}

/// Users in each day: as many as its figure, the same people first.
void addClaudeCode(SmallCache& cache, const DateRange& days, const QDateTime& at) {
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        std::vector<ClaudeCodeRecord> rows;
        for (std::int64_t i = 0; i < figureOf(day); ++i) {
            ClaudeCodeRecord record;
            record.actor = "user" + std::to_string(i) + "@example.org";
            record.terminal = "vscode";
            record.customerType = "api";
            record.sessions = 1;
            rows.push_back(record);
        }
        cache.claudeCode(day, at, rows);
    }
}

void addAll(SmallCache& cache, const DateRange& days, const QDateTime& at) {
    addCost(cache, days, at);
    addUsage(cache, days, at);
    addClaudeCode(cache, days, at);
}

Overview overviewOf(const SmallCache& cache, const DateRange& range,
                    Comparison comparison = Comparison::PreviousPeriod) {
    return buildOverview(*cache.reader(), {range, Interval::Day, comparison, {}}, PriceBook::builtIn()).value();
}

Table tableOf(const SmallCache& cache, const DateRange& range) {
    ReportRequest request;
    request.report = QStringLiteral("overview");
    request.range = range;
    return runReport(*cache.reader(), request, PriceBook::builtIn()).value();
}

/// A cell of the overview's table: by measure and column.
Cell cellOf(const Table& table, const char* measure, std::size_t column) {
    for (const auto& row : table.rows) {
        if (std::get<QString>(row[0]) == QLatin1String(measure)) return row[column];
    }
    return QStringLiteral("no such row");
}
constexpr std::size_t Value = 1;
constexpr std::size_t Compared = 3;
constexpr std::size_t Change = 4;
constexpr std::size_t Comparable = 6;  // change is this less what it is compared with

bool isEmpty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

}  // namespace

class TestOverviewComparison : public QObject {
    Q_OBJECT
private slots:
    void aPartOfADayIsNotCompared() {
        SmallCache cache;
        addAll(cache, {isoDay("2026-10-20"), Today}, Now);
        const DateRange range{isoDay("2026-11-11"), Today};
        const DateRange whole{range.first, Today - 1};
        const DateRange before{isoDay("2026-11-01"), isoDay("2026-11-09")};
        const Overview o = overviewOf(cache, range);
        QCOMPARE(o.wholeDays, whole);
        QCOMPARE(o.compared.value(), before);
        QCOMPARE(o.spend.nano(), sumOf(range) * Dollar);
        QCOMPARE(o.spendOfWholeDays->nano(), sumOf(whole) * Dollar);
        QCOMPARE(o.comparedSpend->nano(), sumOf(before) * Dollar);
        QCOMPARE(o.tokensOfWholeDays->output, sumOf(whole));
        QCOMPARE(o.comparedTokens->output, sumOf(before));
        // Reads of Opus 5.5 save 4 - 0.2 dollars a million tokens.
        QCOMPARE(o.netSavingOfWholeDays->nano(), sumOf(whole) * 3'800'000'000);
        QCOMPARE(o.comparedNetSaving->nano(), sumOf(before) * 3'800'000'000);
        QCOMPARE(o.activeUsers, figureOf(Today));
        QCOMPARE(o.activeUsersOfWholeDays.value(), figureOf(Today - 1));
        QCOMPARE(o.comparedActiveUsers.value(), figureOf(before.last));
        QCOMPARE(o.changes.size(), 1U);
        QCOMPARE(o.changes.front().cost, o.spend);
        QCOMPARE(o.changes.front().change->nano(), (sumOf(whole) - sumOf(before)) * Dollar);
        QCOMPARE(o.costStates.back().unfinishedDays, 1);
        QCOMPARE(o.costStates[8].unfinishedDays, 0);

        const Table table = tableOf(cache, range);
        QCOMPARE(std::get<Money>(cellOf(table, "spend", Value)).nano(), sumOf(range) * Dollar);
        QCOMPARE(std::get<Money>(cellOf(table, "spend", Compared)).nano(), sumOf(before) * Dollar);
        QCOMPARE(std::get<Money>(cellOf(table, "spend", Change)).nano(), (sumOf(whole) - sumOf(before)) * Dollar);
        QCOMPARE(std::get<Money>(cellOf(table, "spend", Comparable)).nano(), sumOf(whole) * Dollar);
        QCOMPARE(std::get<std::int64_t>(cellOf(table, "claude_code_users", Comparable)), figureOf(Today - 1));
        QVERIFY(isEmpty(cellOf(table, "month_to_date", Comparable)));
        QCOMPARE(table.notes.front(),
                 QStringLiteral("Compared with 2026-11-01 to 2026-11-09. Changes and the column comparable are of "
                                "2026-11-11 to 2026-11-19: later days were fetched before they were over."));
    }

    // What counts is when the day was fetched, not what day it is now.
    void aDayFetchedAfterItsEndIsCompared() {
        SmallCache cache;
        addAll(cache, {isoDay("2026-10-20"), Today}, (Today + 1).start());
        const Overview o = overviewOf(cache, {isoDay("2026-11-11"), Today});
        QCOMPARE(o.wholeDays, o.range);
        QCOMPARE(o.spendOfWholeDays.value(), o.spend);
        QCOMPARE(o.comparedSpend->nano(), sumOf({isoDay("2026-11-01"), isoDay("2026-11-10")}) * Dollar);
        QCOMPARE(o.costStates.back().unfinishedDays, 0);
        QCOMPARE(o.costStates.back().provisionalDays, 1);
    }

    void gapsForbidAChange() {
        SmallCache cache;
        const DateRange range{isoDay("2026-11-11"), isoDay("2026-11-16")};
        addCost(cache, {isoDay("2026-10-20"), isoDay("2026-11-12")}, Now);
        addCost(cache, {isoDay("2026-11-14"), Today}, Now);  // the 13th is missing
        addUsage(cache, {isoDay("2026-10-20"), Today}, Now);
        addClaudeCode(cache, {isoDay("2026-11-11"), Today}, Now);
        const Overview o = overviewOf(cache, range);
        QCOMPARE(o.costComparability, Comparability::GapsNow);
        QCOMPARE(o.usageComparability, Comparability::Yes);
        QCOMPARE(o.claudeCodeComparability, Comparability::GapsBefore);
        QVERIFY(!o.comparedSpend && !o.comparedMeanPerPeriod && o.comparedTokens);
        QVERIFY(!o.comparedNetSaving && !o.comparedActiveUsers);
        QVERIFY(!o.changes.front().change);
        QCOMPARE(o.costGaps, std::vector({DayGap{{isoDay("2026-11-13"), isoDay("2026-11-13")}, false}}));
        QVERIFY(o.usageGaps.empty());
        const Table table = tableOf(cache, range);
        QVERIFY(isEmpty(cellOf(table, "spend", Change)) && isEmpty(cellOf(table, "spend", Compared)));
        QVERIFY(!isEmpty(cellOf(table, "total_tokens", Change)));
        QVERIFY(table.notes.contains(QStringLiteral("No comparison of cost: days of the range are missing.")));
        QVERIFY(table.notes.contains(
            QStringLiteral("No comparison of claude-code: days of the period before are missing.")));
    }

    void aRangeOfTodayOnlyHasNothingToCompare() {
        SmallCache cache;
        addAll(cache, {isoDay("2026-11-10"), Today}, Now);
        const Overview o = overviewOf(cache, {Today, Today});
        QCOMPARE(o.costComparability, Comparability::NotOver);
        QVERIFY(!o.compared && !o.comparedSpend);
        QCOMPARE(overviewOf(cache, {Today, Today}, Comparison::None).costComparability, Comparability::NotAsked);
    }

    void aPartOfADayInTheMiddleForbidsAChange() {
        SmallCache cache;
        addAll(cache, {isoDay("2026-11-01"), isoDay("2026-11-14")}, noonOf(isoDay("2026-11-14")));
        addAll(cache, {isoDay("2026-11-15"), isoDay("2026-11-16")}, Now);
        const Overview now = overviewOf(cache, {isoDay("2026-11-12"), isoDay("2026-11-16")});
        QCOMPARE(now.costComparability, Comparability::NotOver);
        const Overview before = overviewOf(cache, {isoDay("2026-11-15"), isoDay("2026-11-16")});
        QCOMPARE(before.costComparability, Comparability::NotOver);
        QVERIFY(!before.comparedSpend);
    }

    void nothingFetchedIsNotZero() {
        SmallCache cache;
        addCost(cache, {isoDay("2026-11-01"), Today}, Now);
        const DateRange range{isoDay("2026-11-11"), isoDay("2026-11-12")};
        Table table = tableOf(cache, range);
        QVERIFY(!isEmpty(cellOf(table, "spend", Value)));
        for (const char* measure : {"total_tokens", "cache_hit_ratio", "read_saving", "write_premium",
                                    "net_cache_saving", "claude_code_users"}) {
            QVERIFY2(isEmpty(cellOf(table, measure, Value)), measure);
        }
        table = tableOf(cache, {isoDay("2026-09-11"), isoDay("2026-09-12")});
        for (const char* measure : {"spend", "month_to_date", "month_end_run_rate"}) {
            QVERIFY2(isEmpty(cellOf(table, measure, Value)), measure);
        }
        // A day that was fetched and had nothing is zero.
        cache.usage(range, Now, {});
        table = tableOf(cache, range);
        QCOMPARE(std::get<std::int64_t>(cellOf(table, "total_tokens", Value)), 0);
        QCOMPARE(std::get<Money>(cellOf(table, "net_cache_saving", Value)), Money());
    }

    // The oldest of the datasets, each by the newest fetch of the shown days; other days do not count.
    void asOfIsThatOfTheRange() {
        SmallCache cache;
        const DateRange range{isoDay("2026-11-11"), isoDay("2026-11-12")};
        QVERIFY(!overviewOf(cache, range).asOf.isValid());
        addCost(cache, range, noonOf(isoDay("2026-11-18")));
        addUsage(cache, range, noonOf(isoDay("2026-11-17")));
        addAll(cache, {isoDay("2026-11-15"), Today}, Now);  // Claude Code has no day of the range
        QCOMPARE(overviewOf(cache, range).asOf, noonOf(isoDay("2026-11-17")));
        addUsage(cache, {range.first, range.first}, noonOf(isoDay("2026-11-19")));
        QCOMPARE(overviewOf(cache, range).asOf, noonOf(isoDay("2026-11-18")));
        QCOMPARE(overviewOf(cache, {Today, Today}).asOf, Now);
    }

    void aSumTooLargeIsAnError() {
        SmallCache cache;
        constexpr std::int64_t Huge = std::numeric_limits<std::int64_t>::max() / 10 * 6;
        const DateRange days{isoDay("2026-10-30"), isoDay("2026-11-01")};
        // Fetched too soon to be final: there is no run rate, which would be larger still.
        cache.cost(days, noonOf(days.last),
                   {{"2026-10-30", "wrkspc_a", "Opus input", Opus, "uncached_input_tokens", "standard", Huge},
                    {"2026-11-01", "wrkspc_b", "Opus input", Opus, "uncached_input_tokens", "standard", Huge}});
        const auto reader = cache.reader();
        const auto build = [&](const DateRange& range) {
            return buildOverview(*reader, {range, Interval::Day, Comparison::None, {}}, PriceBook::builtIn());
        };
        const auto both = build(days);
        QVERIFY(!both);
        QCOMPARE(both.error().kind, ErrorKind::Usage);
        QVERIFY2(both.error().message.contains(QStringLiteral("shorter range")), qPrintable(both.error().message));
        const auto one = build({days.first, days.first});
        QVERIFY(one);
        QCOMPARE(one->spend.nano(), Huge);
    }

    void tokensTooManyToAddUpAreAnError() {
        SmallCache cache;
        constexpr std::int64_t Huge = std::numeric_limits<std::int64_t>::max() / 10 * 4;
        const DateRange days{isoDay("2026-11-11"), isoDay("2026-11-11")};
        cache.usage(days, Now,
                    {{"2026-11-11",
                      "wrkspc_a",
                      "apikey_1",
                      "claude-unheard-9",
                      "standard",
                      {Huge, Huge, Huge, Huge, Huge, 0}}});
        const auto reader = cache.reader();
        const auto overview = buildOverview(*reader, {days, Interval::Day, Comparison::None, {}}, PriceBook::builtIn());
        QVERIFY(!overview);
        QVERIFY2(overview.error().message.contains(QStringLiteral("shorter range")),
                 qPrintable(overview.error().message));
    }
};

QTEST_GUILESS_MAIN(TestOverviewComparison)
#include "tst_overviewcomparison.moc"
