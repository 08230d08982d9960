// Forecasts, days that stand out, budgets and what is to be told, from a cache.
#include "app/analysis/pricebook.h"
#include "app/finance/anomalynote.h"
#include "app/finance/budget.h"
#include "app/finance/kinds.h"
#include "app/finance/team.h"
#include "app/reports/budgetstatus.h"
#include "app/reports/report.h"
#include "app/reports/spendforecast.h"
#include "app/reports/standouts.h"
#include "app/reports/watch.h"
#include "smallcache.h"

#include <QTest>

#include <deque>
#include <string>

using namespace tokenledger;

namespace {

constexpr const char* Opus = "claude-opus-5-5";
constexpr const char* Sonnet = "claude-sonnet-5";
constexpr const char* Input = "uncached_input_tokens";
constexpr const char* Output = "output_tokens";

const DateRange All{isoDay("2026-08-01"), isoDay("2026-11-20")};
const UtcDay Today = isoDay("2026-11-20");
const DateRange November{isoDay("2026-11-01"), isoDay("2026-11-30")};

Money usd(double dollars) { return Money::fromNano(std::llround(dollars * 100) * 10'000'000); }
std::int64_t nano(std::int64_t dollars) { return dollars * 1'000'000'000; }

// A working day costs: Opus output $60 in Production, of which key 1 has two thirds of the tokens and key 2 the rest;
// Opus input $20 there; Sonnet input $10 in Research, all of it by key 2. A day of a weekend costs a tenth.
// On 10 November Opus output was $360, and key 1 had 17 of 18 million tokens.
class History {
public:
    History() {
        for (UtcDay day = All.first; day <= All.last; day = day + 1) add(day);
    }
    std::vector<CostLine> cost;
    std::vector<UsageLine> usage;

private:
    void add(UtcDay day) {
        const char* iso = m_days.emplace_back(day.toIso().toStdString()).c_str();
        const std::int64_t share = day.weekday() >= 5 ? 1 : 10;
        const bool wild = day == isoDay("2026-11-10");
        // Fetched at noon of the 20th, half of that day is there.
        const std::int64_t part = day == Today ? 2 : 1;
        const auto line = [&](const char* workspace, const char* model, const char* type, std::int64_t dollars) {
            cost.push_back({iso, workspace, type, model, type, "standard", nano(dollars) * share / 10 / part});
        };
        line("wrkspc_a", Opus, Output, wild ? 360 : 60);
        line("wrkspc_a", Opus, Input, 20);
        line("wrkspc_b", Sonnet, Input, 10);
        const auto tokens = [](std::int64_t input, std::int64_t output) {
            return UsageMeasures{input, 0, 0, 0, output, 0};
        };
        usage.push_back(
            {iso, "wrkspc_a", "apikey_1", Opus, "standard", tokens(1'000'000, wild ? 17'000'000 : 2'000'000)});
        usage.push_back({iso, "wrkspc_a", "apikey_2", Opus, "standard", tokens(1'000'000, 1'000'000)});
        usage.push_back({iso, "wrkspc_b", "apikey_2", Sonnet, "standard", tokens(3'000'000, 0)});
    }
    std::deque<std::string> m_days;
};

}  // namespace

class TestSpendReports : public QObject {
    Q_OBJECT
    std::unique_ptr<SmallCache> m_cache;
    std::unique_ptr<CacheReader> m_reader;
    const Author m_author{noonOf(Today), QStringLiteral("ada")};

    void store(const std::vector<DefinitionChange>& changes) {
        QVERIFY(m_cache->writer().storeDefinitions(changes, m_author));
    }
    static Budget budget(const char* name, BudgetScope scope, const char* value, std::int64_t dollars,
                         BudgetPeriod period = BudgetPeriod::Month) {
        return {QString::fromLatin1(name), scope, QString::fromLatin1(value), period, Money::fromNano(nano(dollars))};
    }
    BudgetStatus statusOf(const char* name, DateRange range = {Today, Today}) {
        const auto statuses = buildBudgetStatuses(*m_reader, range).value();
        for (const BudgetStatus& status : statuses.rows) {
            if (status.budget.name == QLatin1String(name)) return status;
        }
        qFatal("no budget %s", name);
    }
    Table report(const char* name, DateRange range, std::vector<Dimension> by = {}) {
        ReportRequest request;
        request.report = QString::fromLatin1(name);
        request.range = range;
        request.by = std::move(by);
        return runReport(*m_reader, request, PriceBook::builtIn()).value();
    }

private slots:
    void init() {
        m_cache = std::make_unique<SmallCache>();
        const History history;
        const auto at = noonOf(Today);
        m_cache->workspaces({{"wrkspc_a", "Production"}, {"wrkspc_b", "Research"}});
        m_cache->cost(All, at, history.cost);
        m_cache->usage(All, at, history.usage);
        m_reader = m_cache->reader();
    }

    // 1 to 19 November 2026 has 14 working days at 90, one of them at 390, and 5 of weekends at 9: 1,260 + 300 + 45.
    // Half of the 20th, a Friday, is there: 45. To come: that day, six working days and four of weekends.
    void forecastsTheMonth() {
        const auto forecasts = buildMonthForecasts(*m_reader, {November.first, {}, {}}).value();
        QCOMPARE(forecasts.rows.size(), 1U);
        const auto& f = forecasts.rows[0].forecast.value();
        QCOMPARE(f.spent, usd(1'605 + 45));
        // The wild day is held for 99 of the level of 90 at most, and is one of some 28 days.
        QVERIFY(f.forecast >= usd(1'605 + 90 + 6 * 90 + 4 * 9));
        QVERIFY(f.forecast < usd(1'605 + 1.02 * (90 + 6 * 90 + 4 * 9)));
        QCOMPARE(f.estimatedDays, 11);
        QCOMPARE(forecasts.rows[0].test.months, 3);
        // To the 16th all days are final: 11 working days with the wild one, and 5 of weekends: 990 + 300 + 45.
        QCOMPARE(forecasts.rows[0].runRate.value(), Money::fromNano(divideHalfEven(nano(1'335) * 30, 16)));
        QCOMPARE(forecasts.completeness.days(), 20);
        QVERIFY(forecasts.completeness.isComplete());
    }

    void forecastsEachWorkspace() {
        const Table table = report("forecast", November, {Dimension::Workspace});
        QVERIFY(table.notes.join(u' ').contains(QStringLiteral("do not add up")));
        QVERIFY(!report("forecast", November).notes.join(u' ').contains(QStringLiteral("do not add up")));
        QCOMPARE(table.rows.size(), 2U);
        QCOMPARE(std::get<QString>(table.rows[1][0]), QStringLiteral("2026-11"));
        QCOMPARE(std::get<QString>(table.rows[1][1]), QStringLiteral("Research"));
        QCOMPARE(std::get<Money>(table.rows[1][2]), usd(14 * 10 + 5 + 5));
        QCOMPARE(std::get<Money>(table.rows[1][3]), usd(21 * 10 + 9));
        QVERIFY(table.isComplete());
        ReportRequest two{
            QStringLiteral("forecast"), November, Interval::Day, {Dimension::Workspace, Dimension::Model}, {}};
        QVERIFY(!runReport(*m_reader, two, PriceBook::builtIn()));
    }

    // Key 1 had 40 of 60 on a usual day, and half of the input's 20; on the wild one 360 x 17 / 18 = 340, and 10.
    void findsTheWildDayAndWhatDroveIt() {
        const auto found = buildStandOuts(*m_reader, {.range = November}).value();
        QCOMPARE(found.days.size(), 3U);
        const auto of = [&found](Dimension dimension) {
            return *std::find_if(found.days.begin(), found.days.end(),
                                 [dimension](const StandOutDay& day) { return day.dimension == dimension; });
        };
        for (const StandOutDay& day : found.days) {
            QCOMPARE(day.figures.day, isoDay("2026-11-10"));
            QVERIFY(!day.figures.isProvisional);
            QCOMPARE(day.driverKind, QLatin1String(Output));
        }
        const StandOutDay workspace = of(Dimension::Workspace);
        QCOMPARE(workspace.value.name, QStringLiteral("Production"));
        QCOMPARE(workspace.figures.amount, usd(380));
        QCOMPARE(workspace.figures.usual, usd(80));
        QCOMPARE(workspace.driver.value().id, QLatin1String(Opus));
        QVERIFY(!workspace.isEstimate());
        const StandOutDay key = of(Dimension::ApiKey);
        QCOMPARE(key.value.id, QStringLiteral("apikey_1"));
        QCOMPARE(key.figures.amount, usd(350));
        QCOMPARE(key.figures.usual, usd(50));
        QVERIFY(key.isEstimate());
        QCOMPARE(standOutSentence(key),
                 QStringLiteral("API key apikey_1, Tuesday 2026-11-10: 7.0x its usual Tuesday, +$300.00 (estimated), "
                                "mostly claude-opus-5-5 output"));
        const StandOutDay model = of(Dimension::Model);
        QCOMPARE(model.driver.value().name, QStringLiteral("Production"));
    }

    void aNoteAcknowledgesADay() {
        store({toDefinition(
            {isoDay("2026-11-10"), Dimension::ApiKey, QStringLiteral("apikey_1"), QStringLiteral("backfill")})});
        const auto found = buildStandOuts(*m_reader, {.range = November}).value();
        QCOMPARE(found.days.size(), 3U);
        for (const StandOutDay& day : found.days) {
            const auto expected = day.dimension == Dimension::ApiKey ? std::optional(QStringLiteral("backfill"))
                                                                     : std::optional<QString>();
            QCOMPARE(day.note, expected);
        }
        const auto told = buildWatch(*m_reader, {.today = Today, .budgets = false}).value();
        QCOMPARE(told.size(), 2U);
    }

    void budgetsAreMeasuredByTheBill() {
        store({toDefinition(budget("All", BudgetScope::Organization, "", 2'000)),
               toDefinition(budget("Lab", BudgetScope::Workspace, "wrkspc_b", 180)),
               toDefinition(budget("Opus", BudgetScope::Model, Opus, 1'000, BudgetPeriod::Quarter)),
               toDefinition(budget("Key", BudgetScope::ApiKey, "apikey_2", 10'000)),
               toDefinition(budget("Gone", BudgetScope::Workspace, "wrkspc_x", 10)),
               {definitionkind::Team, QStringLiteral("Platform"),
                teamBody({QStringLiteral("Platform"), {}, {{MemberKind::ApiKey, QStringLiteral("apikey_2"), {}, {}}}})},
               toDefinition(budget("Team", BudgetScope::Team, "Platform", 1'000)),
               toDefinition(budget("No team", BudgetScope::Team, "Nobody", 1'000))});
        const BudgetStatus all = statusOf("All");
        QCOMPARE(all.actual, usd(1'650));
        QCOMPARE(all.reached, 80);
        QVERIFY(all.state == BudgetState::Reached);
        const Money forecast = all.forecast.value().forecast;
        QVERIFY(forecast > usd(2'270) && forecast < usd(2'285));
        QCOMPARE(all.variance.value().nano(), usd(2'000).nano() - forecast.nano());
        QVERIFY(all.isHeadingOver());
        QCOMPARE(all.days.size(), 20U);
        QCOMPARE(thresholdSentence(all),
                 QStringLiteral("Budget \"All\": $1650.00 of $2000.00 billed in 2026-11 (82.5 %), "
                                "at or above its threshold of 80 %."));
        const BudgetStatus lab = statusOf("Lab");  // 150 of 180
        QCOMPARE(lab.actual, usd(150));
        QCOMPARE(lab.valueName, QStringLiteral("Research"));
        QCOMPARE(lab.reached, 80);
        // October has 22 working days and 9 of weekends; 80 and 8 a day, as in November, where one cost 300 more.
        const BudgetStatus opus = statusOf("Opus");
        QCOMPARE(opus.period, (DateRange{isoDay("2026-10-01"), isoDay("2026-12-31")}));
        QCOMPARE(opus.actual, usd(22 * 80 + 9 * 8 + 14 * 80 + 5 * 8 + 300 + 40));
        QVERIFY(opus.state == BudgetState::Over);
        // A third of 60, half of 20, and 10: 40 a working day; on the wild one 360 x 1 / 18, which is 20, too.
        const BudgetStatus key = statusOf("Key");
        QCOMPARE(key.actual, usd(14 * 40 + 5 * 4 + 20));
        QVERIFY(key.isAllocated && key.reached == 0 && key.state == BudgetState::Ok);
        QVERIFY(!statusOf("Gone").isKnown);
        QVERIFY(!statusOf("Gone").problem.isEmpty());
        QCOMPARE(statusOf("Team").actual, key.actual);
        QCOMPARE(statusOf("Team").reached, 50);
        QVERIFY(!statusOf("No team").isKnown);
        QVERIFY(statusOf("No team").standing() == BudgetStanding::Unknown);
        QVERIFY(all.standing() == BudgetStanding::HeadingOver);
        QVERIFY(opus.standing() == BudgetStanding::Over);
        QVERIFY(key.standing() == BudgetStanding::OnTrack);
        const Table table = report("budgets", {Today, Today});
        QCOMPARE(table.rows.size(), 7U);
        QVERIFY(!table.isComplete());
    }

    void budgetsFollowTheFiscalYearAndTheirDays() {
        Budget year = budget("Year", BudgetScope::Organization, "", 100'000, BudgetPeriod::Year);
        Budget old = budget("Old", BudgetScope::Organization, "", 100);
        old.to = isoDay("2026-10-15");
        store({toDefinition(year), toDefinition(old), fiscalYearDefinition(10)});
        const auto now = buildBudgetStatuses(*m_reader, {Today, Today}).value();
        QCOMPARE(now.rows.size(), 1U);
        QCOMPARE(now.fiscalStartMonth, 10);
        QCOMPARE(now.rows[0].period, (DateRange{isoDay("2026-10-01"), isoDay("2027-09-30")}));
        QVERIFY(now.rows[0].forecast.value().low.has_value());
        const auto autumn = buildBudgetStatuses(*m_reader, {isoDay("2026-09-30"), Today}).value();
        QStringList shown;
        for (const BudgetStatus& status : autumn.rows)
            shown << status.budget.name + u' ' + budgetPeriodLabel(status.period);
        QCOMPARE(shown,
                 (QStringList{QStringLiteral("Old 2026-09"), QStringLiteral("Old 2026-10"),
                              QStringLiteral("Year 2025-10 to 2026-09"), QStringLiteral("Year 2026-10 to 2027-09")}));
    }

    void exactlyTheThresholdIsReachedAndExactlyTheAmountIsNotOver() {
        Budget exact{QStringLiteral("B"), BudgetScope::Organization, {}, BudgetPeriod::Month, usd(1'650)};
        store({toDefinition(exact)});
        QCOMPARE(statusOf("B").reached, 100);
        QVERIFY(statusOf("B").state == BudgetState::Reached);
        exact.amount = Money::fromNano(usd(1'650).nano() + 1);
        store({toDefinition(exact)});
        QCOMPARE(statusOf("B").reached, 80);
        QCOMPARE(statusOf("B").version, 2);
        exact.amount = Money::fromNano(usd(1'650).nano() - 1);
        store({toDefinition(exact)});
        QVERIFY(statusOf("B").state == BudgetState::Over);
    }

    void watchesBudgetsDaysAndGaps() {
        m_cache->failure(Dataset::Cost, {isoDay("2026-11-21"), isoDay("2026-11-22")});
        store({toDefinition(budget("All", BudgetScope::Organization, "", 2'000)),
               toDefinition(budget("Wide", BudgetScope::Organization, "", 900'000))});
        const WatchRequest request{.today = isoDay("2026-11-24")};
        const auto findings = buildWatch(*m_reader, request).value();
        QStringList kinds;
        for (const WatchFinding& finding : findings) kinds << QString::number(static_cast<int>(finding.kind));
        QCOMPARE(kinds, QStringLiteral("0 0 1 1 1 2 2").split(u' '));  // failed days, and one that was never asked for
        QCOMPARE(findings[0].key, QStringLiteral("All 2026-11-01 80 %"));
        QCOMPARE(findings[1].key, QStringLiteral("All 2026-11-01 heading over"));
        QVERIFY(findings[1].sentence.startsWith(QStringLiteral("Budget \"All\": forecast to end 2026-11 at $2")));
        QVERIFY(findings[5].sentence.startsWith(QStringLiteral("The cost of 2026-11-21 to 2026-11-22 could not")));
        QVERIFY(std::none_of(findings.begin(), findings.end(), [](const auto& f) { return f.wasTold; }));
        store(toldNotices(findings));
        for (const WatchFinding& finding : buildWatch(*m_reader, request).value()) QVERIFY(finding.wasTold);
        // A threshold further is news.
        store({toDefinition(budget("All", BudgetScope::Organization, "", 1'000))});
        const auto again = buildWatch(*m_reader, request).value();
        QCOMPARE(again[0].key, QStringLiteral("All 2026-11-01 100 % over"));
        QVERIFY(!again[0].wasTold);
        QVERIFY(again[1].wasTold);
    }

    void exceedingIsToldWhateverTheThresholds() {
        Budget half = budget("Half", BudgetScope::Organization, "", 1'000);
        half.thresholds = {50};
        Budget late = budget("Late", BudgetScope::Organization, "", 1'000);
        late.thresholds = {500};
        store({toDefinition(half), toDefinition(late)});
        const auto findings = buildWatch(*m_reader, {.today = Today, .anomalies = false, .gaps = false}).value();
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(findings[0].key, QStringLiteral("Half 2026-11-01 50 % over"));
        QCOMPARE(findings[1].key, QStringLiteral("Late 2026-11-01 0 % over"));
        for (const WatchFinding& finding : findings) {
            QVERIFY(finding.sentence.contains(QStringLiteral("more than the whole budget")));
        }
    }

    void whatCannotBeJudgedIsTold() {
        store({toDefinition(budget("No team", BudgetScope::Team, "Nobody", 1'000))});
        // Nothing was ever fetched before 1 August.
        const auto findings = buildWatch(*m_reader, {.today = isoDay("2026-08-11"), .anomalies = false}).value();
        QCOMPARE(findings.size(), 2U);
        QVERIFY(!findings[0].isJudged);
        QCOMPARE(findings[0].key, QStringLiteral("No team 2026-08-01 unknown"));
        QVERIFY(findings[0].sentence.contains(QStringLiteral("This cache knows no team \"Nobody\".")));
        QVERIFY(findings[1].sentence.startsWith(QStringLiteral("The cost of 2026-07-11 to 2026-07-31 was never")));
        // The day after it is the same gap.
        const auto later = buildWatch(*m_reader, {.today = isoDay("2026-08-12"), .anomalies = false}).value();
        QCOMPARE(later[1].key, findings[1].key);
    }

    // Usage is there to the 15th: whose the cost of the five days after was, nobody knows.
    void allocatedBudgetsWantUsageToo() {
        SmallCache cache;
        const History history;
        cache.cost(All, noonOf(Today), history.cost);
        cache.usage({All.first, isoDay("2026-11-15")}, noonOf(Today), history.usage);
        QVERIFY(cache.writer().storeDefinitions({toDefinition(budget("Key", BudgetScope::ApiKey, "apikey_2", 10'000)),
                                                 toDefinition(budget("All", BudgetScope::Organization, "", 10'000))},
                                                m_author));
        const auto statuses = buildBudgetStatuses(*cache.reader(), {Today, Today}).value();
        QCOMPARE(statuses.rows.size(), 2U);
        QVERIFY(statuses.rows[0].completeness.isComplete());
        const BudgetStatus& key = statuses.rows[1];
        QCOMPARE(key.completeness.missingDays, 5);
        QCOMPARE(key.completeness.days(), 20);
        // From the 16th on, days are estimated.
        QCOMPARE(key.forecast.value().estimatedDays, 15);
        // To the 15th: ten working days, on the wild one 40 as well, and five of weekends.
        QCOMPARE(key.actual, usd(10 * 40 + 5 * 4));
    }

    void monthsThatTheDataDoNotHoldAreNotForecast() {
        SmallCache cache;
        const History history;
        cache.cost({isoDay("2026-10-05"), Today}, noonOf(Today), history.cost);
        const auto reader = cache.reader();
        // October's first four days nobody knows: 27 days are there, 20 of them working days.
        const auto october = buildMonthForecasts(*reader, {isoDay("2026-10-01"), {}, {}}).value();
        QVERIFY(!october.rows.at(0).forecast);
        QCOMPARE(october.rows[0].spent.value(), usd(20 * 90 + 7 * 9));
        QCOMPARE(october.completeness.missingDays, 4);
        QVERIFY(buildMonthForecasts(*reader, {November.first, {}, {}}).value().rows.at(0).forecast);
        const auto december = buildMonthForecasts(*reader, {isoDay("2026-12-01"), {}, {}}).value();
        QCOMPARE(december.completeness.missingDays, 31);
        QVERIFY(!december.rows.at(0).spent);
        QCOMPARE(buildMonthForecasts(*reader, {isoDay("2026-06-01"), {}, {}}).value().completeness.missingDays, 30);
    }

    void anEmptyCacheSaysThatNothingIsKnown() {
        SmallCache empty;
        const auto reader = empty.reader();
        QVERIFY(empty.writer().storeDefinitions({toDefinition(budget("All", BudgetScope::Organization, "", 2'000))},
                                                m_author));
        QVERIFY(buildMonthForecasts(*reader, {November.first, {}, {}}).value().rows.empty());
        QVERIFY(buildStandOuts(*reader, {.range = November}).value().days.empty());
        const auto statuses = buildBudgetStatuses(*reader, {Today, Today}).value();
        QCOMPARE(statuses.rows.size(), 1U);
        QVERIFY(!statuses.rows[0].isKnown);
        const auto told = buildWatch(*reader, {.today = Today}).value();
        QCOMPARE(told.size(), 2U);
        QCOMPARE(told[0].sentence,
                 QStringLiteral("Budget \"All\": how it stands is not known. No day of 2026-11 was fetched."));
        QCOMPARE(told[1].key, QStringLiteral("gap all"));
    }
};

QTEST_GUILESS_MAIN(TestSpendReports)
#include "tst_spendreports.moc"
