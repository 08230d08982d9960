// What the Cost page says and draws of a picture: sentences, names, colours, the layers that are shown as one.
#include "charts/format.h"
#include "charts/series.h"
#include "ui/pages/costcharts.h"
#include "ui/pages/costtexts.h"

#include <QTest>

#include <set>

using namespace tokenledger;

namespace {

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }
Money dollars(std::int64_t amount) { return Money::fromNano(amount * 1'000'000'000); }

/// Two days with `count` workspaces; the n-th has n dollars on the first and 2 n on the second.
CostBreakdown breakdown(int count) {
    CostBreakdown b;
    b.request.range = {day("2026-11-09"), day("2026-11-10")};
    b.range.days = b.range.wholeDays = b.request.range;
    b.range.completeness = {Dataset::Cost, 2, 0, 0, 0, {}};
    b.periods = periodsIn(b.request.range, Interval::Day);
    b.states = {{1, 0, 0, 0, 0}, {1, 0, 0, 0, 0}};
    b.fetchedAt = {QDateTime(), QDateTime()};
    b.perPeriod.resize(2);
    std::int64_t total = 0;
    for (int i = count; i > 0; --i) {
        const QString id = QStringLiteral("wrkspc_%1").arg(i);
        b.layers.push_back({{id, QStringLiteral("Team %1").arg(i)}, dollars(3 * i), {dollars(i), dollars(2 * i)}});
        b.perPeriod[0] = *add(b.perPeriod[0], dollars(i));
        b.perPeriod[1] = *add(b.perPeriod[1], dollars(2 * i));
        total += 3 * i;
    }
    b.range.total = dollars(total);
    b.table = b.range;
    return b;
}

void compare(CostBreakdown& b, std::int64_t now, std::int64_t before, const DateRange& wholeDays,
             const DateRange& compared) {
    b.range.wholeDays = wholeDays;
    b.range.compared = compared;
    b.range.comparability = Comparability::Yes;
    b.range.ofWholeDays = dollars(now);
    b.range.comparedTotal = dollars(before);
    b.table = b.range;
    b.table.days = wholeDays;
}

}  // namespace

class TestCostTexts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sentences() {
        CostBreakdown b = breakdown(3);  // 18 dollars
        QCOMPARE(costSentence(b), QStringLiteral("$18.00 in 2 days"));
        compare(b, 18, 20, b.range.days, {day("2026-11-07"), day("2026-11-08")});
        QCOMPARE(costSentence(b), QStringLiteral("$18.00 in 2 days, $2.00 less than 7 Nov – 8 Nov (−10.0\u00a0%)"));
        compare(b, 12, 8, {day("2026-11-09"), day("2026-11-09")}, {day("2026-11-08"), day("2026-11-08")});
        QCOMPARE(costSentence(b), QStringLiteral("$18.00 in 2 days; to 9 Nov $4.00 more than 8 Nov (+50.0\u00a0%)"));
        compare(b, 12, 0, b.range.days, {day("2026-11-07"), day("2026-11-08")});
        QCOMPARE(costSentence(b), QStringLiteral("$18.00 in 2 days, $12.00 more than 7 Nov – 8 Nov"));
        compare(b, 12, 12, b.range.days, {day("2026-11-07"), day("2026-11-08")});
        QCOMPARE(costSentence(b), QStringLiteral("$18.00 in 2 days, the same as 7 Nov – 8 Nov"));
    }

    void sentencesAreHonest() {
        CostBreakdown b = breakdown(3);
        b.range.comparability = Comparability::GapsBefore;
        b.range.compared = {day("2026-11-07"), day("2026-11-08")};
        QCOMPARE(costSentence(b),
                 QStringLiteral("$18.00 in 2 days; no comparison: days of 7 Nov – 8 Nov are not here"));
        b.range.comparability = Comparability::GapsNow;
        b.range.completeness = {Dataset::Cost, 1, 0, 1, 0, {}};
        QCOMPARE(costSentence(b), QStringLiteral("$18.00 in 1 of 2 days; the others are gaps, not zeros."));
        b.range.completeness = {Dataset::Cost, 0, 0, 2, 0, {}};
        QCOMPARE(costSentence(b), QStringLiteral("Nothing has been fetched for 9 Nov – 10 Nov 2026 yet."));
    }

    void saysWhatIsCompared() {
        CostBreakdown b = breakdown(1);
        b.request.range = b.range.days = {day("2026-11-10"), day("2026-11-10")};
        compare(b, 3, 2, b.range.days, {day("2026-11-03"), day("2026-11-03")});
        QCOMPARE(comparedText(b), QStringLiteral("compared with Tue 3 Nov, the same weekday"));
        compare(b, 3, 2, b.range.days, {day("2025-11-11"), day("2025-11-11")});
        QCOMPARE(comparedText(b), QStringLiteral("compared with Tue 11 Nov 2025, the same weekday"));
        b.range.days = {day("2026-11-01"), day("2026-11-10")};
        compare(b, 3, 2, b.range.days, {day("2025-11-01"), day("2025-11-10")});
        QCOMPARE(comparedText(b), QStringLiteral("compared with 1 Nov – 10 Nov 2025"));
        b.table.comparability = Comparability::NotAsked;
        QCOMPARE(comparedText(b), QString());
        b.table.comparability = Comparability::NotOver;
        QCOMPARE(comparedText(b), QStringLiteral("no comparison: a day was fetched before it was over"));
        b.table.completeness = {Dataset::Cost, 0, 0, 1, 0, {}};
        QCOMPARE(comparedText(b), QStringLiteral("nothing fetched: no data, not zero"));
    }

    void whyNamesRangeFilterAndSource() {
        CostBreakdown b = breakdown(3);
        b.request.where = {{Dimension::Model, {1}}, {Dimension::Workspace, {2}}, {Dimension::ApiKey, {3}}};
        b.costFollowsFilter = false;
        compare(b, 6, 8, {day("2026-11-09"), day("2026-11-09")}, {day("2026-11-08"), day("2026-11-08")});
        b.table.asOf = QDateTime(QDate(2026, 11, 14), QTime(6, 10), Qt::UTC);
        const Explanation why =
            whyCost(b, QStringLiteral("Team 1 · Total"), QStringLiteral("$3.00"), QStringLiteral("Model: Opus 5.5"));
        QCOMPARE(why.title, QStringLiteral("Team 1 · Total"));
        QMultiMap<QString, QString> facts;
        for (const auto& [name, value] : why.facts) facts.insert(name, value);
        QCOMPARE(facts.value(QStringLiteral("Exact value")), QStringLiteral("$3.00"));
        QCOMPARE(facts.value(QStringLiteral("Range")), QStringLiteral("9 Nov 2026, whole UTC days"));
        QCOMPARE(facts.value(QStringLiteral("Comparison")), QStringLiteral("9 Nov compared with 8 Nov"));
        QVERIFY(facts.value(QStringLiteral("Left out")).startsWith(QStringLiteral("later days")));
        const QStringList filters = facts.values(QStringLiteral("Filter"));
        QVERIFY(filters.contains(QStringLiteral("Model: Opus 5.5")));
        QVERIFY(filters.contains(QStringLiteral("cost is not known by API key: of all keys")));
        QCOMPARE(facts.value(QStringLiteral("Source")),
                 QStringLiteral("Cost report by workspace and model, from the cache, fetched 14 Nov 06:10"));
        QCOMPARE(facts.value(QStringLiteral("Complete")), QStringLiteral("2 of 2 days final"));
    }

    void namesAreWords() {
        const std::vector<CostValue> tokens{{QStringLiteral("cache_read_input_tokens"), {}},
                                            {QStringLiteral("new_kind"), QStringLiteral("new_kind")},
                                            {{}, QStringLiteral("(none)")}};
        const ValueTitles titles(Dimension::TokenType, tokens);
        QCOMPARE(titles.of(tokens[0]), QStringLiteral("Cache read"));
        QCOMPARE(titles.of(tokens[1]), QStringLiteral("new_kind"));
        QCOMPARE(titles.of(tokens[2]), QStringLiteral("Not tokens"));
        const std::vector<CostValue> twins{{QStringLiteral("wrkspc_a"), QStringLiteral("Production")},
                                           {QStringLiteral("wrkspc_b"), QStringLiteral("Production")},
                                           {{}, QStringLiteral("(default workspace)")}};
        const ValueTitles workspaces(Dimension::Workspace, twins);
        QCOMPARE(workspaces.of(twins[0]), QStringLiteral("Production (wrkspc_a)"));
        QCOMPARE(workspaces.of(twins[1]), QStringLiteral("Production (wrkspc_b)"));
        QCOMPARE(workspaces.of(twins[2]), QStringLiteral("(default workspace)"));
    }

    void eightLayersAndTheOthers() {
        const CostBreakdown b = breakdown(12);
        CostColours colours;
        QVERIFY(colours.assign(b, {}));
        const std::vector<ChartLayer> layers = stackedLayers(costChartData(b, colours).layers);
        QCOMPARE(layers.size(), MostCostLayers + 1);
        QCOMPARE(layers.back().name, QStringLiteral("4 others"));
        for (std::size_t period = 0; period < 2; ++period) {
            std::int64_t sum = 0;
            for (const ChartLayer& layer : layers) sum += layer.values[period];
            QCOMPARE(sum, b.perPeriod[period].nano());
        }
        QCOMPARE(layers.back().values[0], dollars(1 + 2 + 3 + 4).nano());
        // Every shown one has a colour of its own.
        std::set<int> used;
        for (std::size_t i = 0; i < MostCostLayers; ++i) used.insert(layers[i].colour);
        QCOMPARE(used.size(), MostCostLayers);
        const DisplayTable table = costChartTable(b, colours);
        QCOMPARE(table.columns.size(), MostCostLayers + 4);
        QCOMPARE(table.total->cells[table.columns.size() - 2].number, std::optional(b.range.total.nano()));
    }

    void nineLayersAreNine() {
        const CostBreakdown b = breakdown(9);
        CostColours colours;
        colours.assign(b, {});
        const std::vector<ChartLayer> layers = stackedLayers(costChartData(b, colours).layers);
        QCOMPARE(layers.size(), 9U);
        QCOMPARE(layers.back().name, QStringLiteral("Team 1"));
    }

    void coloursStayWithTheirValues() {
        ValueColours colours;
        const QString workspace = QStringLiteral("workspace");
        const QStringList first{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QVERIFY(colours.assign(workspace, first));
        QVERIFY(!colours.assign(workspace, {QStringLiteral("c"), QStringLiteral("a")}));  // rank says nothing
        const int ofA = colours.slotOf(workspace, QStringLiteral("a"));
        QCOMPARE(colours.slotOf(workspace, QStringLiteral("zz")), -1);
        // Ten values, never more than two at a time: each keeps what it has.
        for (int i = 0; i < 10; ++i) {
            colours.assign(workspace, {QStringLiteral("a"), QStringLiteral("x%1").arg(i)});
            QVERIFY(colours.slotOf(workspace, QStringLiteral("x%1").arg(i)) != ofA);
        }
        QCOMPARE(colours.slotOf(workspace, QStringLiteral("a")), ofA);
        // Two of the same colour that meet: the first keeps it.
        ValueColours met =
            ValueColours::fromStrings({QStringLiteral("2=workspace:p"), QStringLiteral("2=workspace:q"),
                                       QStringLiteral("x=workspace:r"), QStringLiteral("99=workspace:s")});
        QCOMPARE(met.slotOf(workspace, QStringLiteral("s")), -1);
        QVERIFY(met.assign(workspace, {QStringLiteral("p"), QStringLiteral("q")}));
        QCOMPARE(met.slotOf(workspace, QStringLiteral("p")), 2);
        QVERIFY(met.slotOf(workspace, QStringLiteral("q")) != 2);
        const ValueColours read = ValueColours::fromStrings(met.toStrings());
        QCOMPARE(read.toStrings(), met.toStrings());
        // Another dimension starts with the first colour again.
        met.assign(QStringLiteral("service_tier"), {QStringLiteral("batch")});
        QCOMPARE(met.slotOf(QStringLiteral("service_tier"), QStringLiteral("batch")), 0);
        // The kinds of tokens have their colours by name; what is no kind takes one that is left.
        const QString kinds = QStringLiteral("token_type");
        met.assign(kinds, {{}, QStringLiteral("output_tokens"), QStringLiteral("uncached_input_tokens")});
        QCOMPARE(met.slotOf(kinds, QStringLiteral("output_tokens")), 5);
        QCOMPARE(met.slotOf(kinds, QStringLiteral("uncached_input_tokens")), 0);
        QCOMPARE(met.slotOf(kinds, QStringLiteral("cache_read_input_tokens")), 2);
        QCOMPARE(met.slotOf(kinds, {}), 1);
    }

    void missingIsADash() {
        CostBreakdown b = breakdown(1);
        b.columns = {{QStringLiteral("claude-opus-5-5"), QStringLiteral("claude-opus-5-5")},
                     {QStringLiteral("claude-sonnet-5"), QStringLiteral("claude-sonnet-5")}};
        CostBreakdown::Row row;
        row.value = b.layers.front().value;
        row.perColumn = {dollars(3), std::nullopt};
        row.total = dollars(3);
        b.rows = {row};
        b.sum = row;
        CostColours colours;
        colours.assign(b, {});
        const DisplayTable table = costPivotTable(b, colours);
        QCOMPARE(table.rows[0].cells[1].text, QStringLiteral("$3.00"));
        QCOMPARE(table.rows[0].cells[2].text, QStringLiteral("–"));
        QVERIFY(!table.rows[0].cells[2].number);
        QCOMPARE(table.columns.size(), 5U);  // nothing is compared: no columns for it
        b.table.completeness = {Dataset::Cost, 0, 0, 2, 0, {}};
        b.sum = {};
        b.sum.perColumn = {std::nullopt, std::nullopt};
        QCOMPARE(costPivotTable(b, colours).total->cells[3].text, QStringLiteral("–"));
    }
};

QTEST_GUILESS_MAIN(TestCostTexts)
#include "tst_costtexts.moc"
