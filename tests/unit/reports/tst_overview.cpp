#include "app/reports/overview.h"
#include "smallcache.h"

#include <QTest>

using namespace tokenledger;

namespace {

constexpr const char* Input = "uncached_input_tokens";
constexpr const char* Opus = "claude-opus-5-5";
constexpr const char* Sonnet = "claude-sonnet-5";

const DateRange All{isoDay("2026-10-01"), isoDay("2026-11-20")};
const DateRange Range{isoDay("2026-11-11"), isoDay("2026-11-20")};
const DateRange Before{isoDay("2026-11-01"), isoDay("2026-11-10")};

ClaudeCodeRecord session(const char* actor) {
    ClaudeCodeRecord record;
    record.actor = actor;
    record.terminal = "vscode";
    record.customerType = "api";
    record.sessions = 1;
    return record;
}

}  // namespace

class TestOverview : public QObject {
    Q_OBJECT
    SmallCache m_cache;
    std::unique_ptr<CacheReader> m_reader;

    Overview build(std::vector<DimensionFilter> where = {}, DateRange range = Range,
                   Interval interval = Interval::Day) {
        return buildOverview(*m_reader, {range, interval, Comparison::PreviousPeriod, std::move(where)},
                             PriceBook::builtIn())
            .value();
    }
    DimensionFilter filter(Dimension dimension, const char* value) {
        return {dimension, m_reader->findTerms(dimension, QString::fromLatin1(value)).value()};
    }

private slots:
    // Fetched at noon of 20 November: to the 16th all days are final, the last four provisional.
    void initTestCase() {
        const auto at = noonOf(isoDay("2026-11-20"));
        m_cache.workspaces({{"wrkspc_a", "Production"}, {"wrkspc_b", "Research"}});
        m_cache.usage(All, at,
                      {{"2026-11-05", "wrkspc_a", "apikey_1", Opus, "standard", {1'000, 0, 0, 1'000'000, 10, 0}},
                       {"2026-11-12", "wrkspc_a", "apikey_1", Opus, "standard", {1'000, 0, 0, 2'000'000, 20, 0}},
                       {"2026-11-19", "wrkspc_b", "apikey_2", Sonnet, "standard", {500, 1'000'000, 0, 0, 30, 0}},
                       {"2026-11-19", "wrkspc_b", "apikey_2", "claude-unheard-9", "standard", {0, 0, 0, 77, 0, 0}},
                       {"2026-11-19", "wrkspc_b", "apikey_2", Sonnet, "priority", {9, 0, 0, 0, 0, 0}},
                       {"2026-11-20", "wrkspc_b", "apikey_2", "claude-old-1", "standard", {40, 0, 0, 0, 0, 0}}});
        m_cache.cost(All, at,
                     {{"2026-11-03", "wrkspc_a", "Opus input", Opus, Input, "standard", 7'000'000'000},
                      {"2026-11-04", "wrkspc_b", "Sonnet input", Sonnet, Input, "standard", 2'000'000'000},
                      {"2026-11-12", "wrkspc_a", "Opus input", Opus, Input, "standard", 3'000'000'000},
                      {"2026-11-13", "wrkspc_a", "Sonnet input", Sonnet, Input, "standard", 500'000'000},
                      {"2026-11-18", "wrkspc_a", "Opus input", Opus, Input, "standard", 1'000'000'000},
                      {"2026-11-18", NoId, "Web Search Usage", NoId, NoId, NoId, 4'000'000'000}});
        for (UtcDay day = Before.first; day <= Range.last; day = day + 1) {
            std::vector<ClaudeCodeRecord> rows;
            if (day == isoDay("2026-11-04")) rows = {session("kim@example.org")};
            if (day == isoDay("2026-11-12")) rows = {session("kim@example.org"), session("lee@example.org")};
            m_cache.claudeCode(day, at, rows);
        }
        m_reader = m_cache.reader();
    }

    void spend() {
        const Overview overview = build();
        QCOMPARE(overview.wholeDays, (DateRange{Range.first, Range.last - 1}));  // the 20th was not over
        QCOMPARE(overview.compared.value(), (DateRange{Before.first, Before.last - 1}));
        QCOMPARE(overview.spend.nano(), 8'500'000'000);
        QCOMPARE(overview.comparedSpend->nano(), 9'000'000'000);
        QCOMPARE(overview.monthToDate.nano(), 17'500'000'000);
        // Final: 1 to 16 November with 7 + 2 + 3 + 0.5 = 12.5 dollars; 12.5 / 16 x 30.
        QCOMPARE(overview.runRateFinalDays, 16);
        QCOMPARE(overview.runRateMonthEnd->nano(), 23'437'500'000);
        QCOMPARE(overview.runRateSpend.nano(), 12'500'000'000);
        QCOMPARE(overview.comparedMeanPerPeriod->nano(), 1'000'000'000);  // 9 dollars in 9 days
        QCOMPARE(overview.cost.finalDays, 6);
        QCOMPARE(overview.cost.provisionalDays, 4);
        QCOMPARE(overview.asOf, noonOf(isoDay("2026-11-20")));
    }

    void charts() {
        const Overview overview = build();
        QCOMPARE(overview.periods.size(), 10U);
        QCOMPARE(overview.models.size(), 3U);
        QCOMPARE(overview.models[0].model, QString::fromLatin1(Opus));
        QCOMPARE(overview.models[0].total.nano(), 4'000'000'000);
        QCOMPARE(overview.models[0].perPeriod[1].nano(), 3'000'000'000);
        QCOMPARE(overview.models[0].perPeriod[7].nano(), 1'000'000'000);
        QCOMPARE(overview.models[1].model, QString::fromLatin1(Sonnet));
        QCOMPARE(overview.models[2].model, QString());  // last, though it is as large as the first
        QCOMPARE(overview.models[2].total.nano(), 4'000'000'000);
        QCOMPARE(overview.spendPerPeriod[7].nano(), 5'000'000'000);
        QCOMPARE(overview.spendPerPeriod[0].nano(), 0);
        QCOMPARE(overview.cachePerPeriod[1].cacheRead, 2'000'000);
        QVERIFY(!overview.costStates[5].isProvisional());
        QVERIFY(overview.costStates[6].isProvisional());
    }

    void weeksAreCutToTheRange() {
        const Overview overview = build({}, Range, Interval::Week);
        QCOMPARE(overview.periods.size(), 2U);  // from Wednesday the 11th to Friday the 20th
        QCOMPARE(overview.spendPerPeriod[0].nano(), 3'500'000'000);
        QCOMPARE(overview.spendPerPeriod[1].nano(), 5'000'000'000);
        QCOMPARE(overview.costStates[0].finalDays, 5);
        QCOMPARE(overview.costStates[1].presentDays(), 5);
        QCOMPARE(overview.comparedMeanPerPeriod->nano(), 5'000'000'000);
    }

    void changes() {
        const Overview overview = build();
        QStringList rows;
        for (const auto& row : overview.changes) {
            rows << QStringList({row.workspace, row.model, toExactString(row.cost), toExactString(row.change.value())})
                        .join(u'|');
        }
        QCOMPARE(rows, QStringList({QStringLiteral("(default workspace)||4.00|4.00"),
                                    QStringLiteral("Production|claude-opus-5-5|4.00|-3.00"),
                                    QStringLiteral("Research|claude-sonnet-5|0.00|-2.00"),
                                    QStringLiteral("Production|claude-sonnet-5|0.50|0.50")}));
    }

    // No own bill reaches 10,000 tokens: Opus reads save 3.80 a million, Sonnet 5 writes cost 0.50 a million more.
    void savings() {
        const Overview overview = build();
        QCOMPARE(overview.readSaving.nano(), 7'600'000'000);
        QCOMPARE(overview.writePremium.nano(), 500'000'000);
        QCOMPARE(overview.netSaving.nano(), 7'100'000'000);
        QCOMPARE(overview.comparedNetSaving->nano(), 3'800'000'000);
        QCOMPARE(overview.cacheGroups, 3);
        QCOMPARE(overview.losingCacheGroups, 1);
        QCOMPARE(overview.unpricedModels, std::vector{QStringLiteral("claude-unheard-9")});
        QVERIFY(overview.savingsKnown);
        QCOMPARE(overview.priceSource, PriceSource::PriceBook);
        QVERIFY(overview.priorityTierSeen);
        QCOMPARE(overview.tokens.totalTokens().value(), 3'001'676);
        QCOMPARE(overview.comparedTokens->output, 10);
    }

    void activeUsers() {
        const Overview overview = build();
        QCOMPARE(overview.activeUsers, 2);
        QCOMPARE(overview.comparedActiveUsers.value(), 1);
    }

    void filters() {
        const Overview model = build({filter(Dimension::Model, Opus)});
        QCOMPARE(model.spend.nano(), 4'000'000'000);  // without the cost that has no model
        QCOMPARE(model.models.size(), 1U);
        QCOMPARE(model.tokens.output, 20);
        QCOMPARE(model.comparedSpend->nano(), 7'000'000'000);
        QCOMPARE(model.activeUsers, 2);
        QVERIFY(model.costFollowsFilter);
        const Overview workspace = build({filter(Dimension::Workspace, "Production")});
        QCOMPARE(workspace.spend.nano(), 4'500'000'000);
        QCOMPARE(workspace.monthToDate.nano(), 11'500'000'000);
        QCOMPARE(workspace.tokens.output, 20);
        QCOMPARE(workspace.changes.size(), 2U);
        QVERIFY(!workspace.priorityTierSeen);
        const Overview key = build({filter(Dimension::ApiKey, "apikey_2")});
        QCOMPARE(key.tokens.output, 30);
        QCOMPARE(key.spend.nano(), 8'500'000'000);
        QVERIFY(!key.costFollowsFilter);
        const Overview nothing = build({{Dimension::Model, {}}});
        QVERIFY(nothing.spend.isZero() && nothing.tokens == UsageMeasures());
    }

    void comparisonNeedsAllItsDays() {
        // 51 days before 1 October: the cache knows nothing of them.
        const Overview overview = build({}, All);
        QCOMPARE(overview.costComparability, Comparability::GapsBefore);
        QVERIFY(!overview.comparedSpend && !overview.comparedTokens && !overview.comparedNetSaving &&
                !overview.comparedActiveUsers && !overview.comparedMeanPerPeriod);
        QVERIFY(!overview.changes.empty() && !overview.changes.front().change);
        QCOMPARE(overview.changes.front().cost.nano(), 11'000'000'000);  // by size of the cost then
        // Of the ten days before 1 November all have cost and usage, and none has Claude Code.
        const Overview earlier = build({}, Before);
        QVERIFY(earlier.comparedSpend && earlier.comparedTokens && !earlier.comparedActiveUsers);
        QCOMPARE(earlier.compared->first, isoDay("2026-10-01"));  // a month to date
    }

    void lastYearIsTwoSpans() {
        const auto overview =
            buildOverview(*m_reader, {Range, Interval::Day, Comparison::SamePeriodLastYear, {}}, PriceBook::builtIn());
        QVERIFY(overview);
        QCOMPARE(overview->usageComparability, Comparability::GapsBefore);
        QVERIFY(!overview->comparedSpend && !overview->comparedTokens);
        QCOMPARE(overview->spend.nano(), 8'500'000'000);
    }

    void withoutAnyPriceTheSavingIsUnknown() {
        const Overview overview = build({filter(Dimension::Model, "claude-unheard-9")});
        QVERIFY(!overview.savingsKnown);
        QCOMPARE(overview.cacheGroups, 1);
        QCOMPARE(overview.losingCacheGroups, 0);
    }

    void wrongUsage() {
        const auto hour = buildOverview(*m_reader, {Range, Interval::Hour, Comparison::None, {}}, PriceBook::builtIn());
        QCOMPARE(hour.error().kind, ErrorKind::Usage);
        const auto geo = buildOverview(
            *m_reader, {Range, Interval::Day, Comparison::None, {{Dimension::InferenceGeo, {}}}}, PriceBook::builtIn());
        QCOMPARE(geo.error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
