// The report "bridge" from a cache: what counts as what, days without usage, and its sums against the report "cost".
#include "app/reports/report.h"
#include "app/reports/variancebridge.h"
#include "smallcache.h"

#include <QTest>

#include <map>

using namespace tokenledger;

namespace {

const DateRange October{isoDay("2026-10-01"), isoDay("2026-10-31")};
const DateRange November{isoDay("2026-11-01"), isoDay("2026-11-30")};
const QDateTime Later = noonOf(isoDay("2026-12-20"));
constexpr const char* Opus = "claude-opus-5-5";
constexpr const char* Haiku = "claude-haiku-5-5";

UsageMeasures output(std::int64_t tokens) {
    UsageMeasures used;
    used.output = tokens;
    return used;
}

QString textOf(const Cell& cell) {
    const auto* text = std::get_if<QString>(&cell);
    return text != nullptr ? *text : QString();
}
std::int64_t nano(const Cell& cell) { return std::get<Money>(cell).nano(); }

}  // namespace

class TestBridgeReport : public QObject {
    Q_OBJECT

    static Table table(const SmallCache& cache, ReportRequest request) {
        auto made = runReport(*cache.reader(), request, PriceBook::builtIn());
        if (!made) qFatal("%s", qPrintable(made.error().message));
        return *std::move(made);
    }
    static ReportRequest request() {
        return {QStringLiteral("bridge"), November, Interval::Day, {}, {}, false, std::nullopt, October};
    }
    /// October: 100 at 30. November: 200 at 30 of Opus, 50 at 4 of Haiku, priority use, a search.
    static void fill(SmallCache& cache) {
        cache.usage({October.first, November.last}, Later,
                    {{"2026-10-05", "wrkspc_a", "apikey_1", Opus, "standard", output(100)},
                     {"2026-11-05", "wrkspc_a", "apikey_1", Opus, "standard", output(200)},
                     {"2026-11-06", "wrkspc_b", "apikey_2", Haiku, "standard", output(50)},
                     {"2026-11-07", "wrkspc_b", "apikey_2", Opus, "priority", output(1'000'000)}});
        cache.cost({October.first, November.last}, Later,
                   {{"2026-10-05", "wrkspc_a", "out", Opus, "output_tokens", "standard", 3'000},
                    {"2026-10-06", "wrkspc_a", "search", nullptr, nullptr, nullptr, 40},
                    {"2026-11-05", "wrkspc_a", "out", Opus, "output_tokens", "standard", 6'000},
                    {"2026-11-06", "wrkspc_b", "out", Haiku, "output_tokens", "standard", 200},
                    {"2026-11-06", "wrkspc_b", "search", nullptr, nullptr, nullptr, 100}});
    }

private slots:
    void rowsAreModelsAndCostTypes() {
        SmallCache cache;
        fill(cache);
        const Table made = table(cache, request());
        // 250 tokens instead of 100: 7,500 at the old 30, so 4,500 are volume; the mix is 6,000 + 200 - 7,500.
        const auto& total = made.rows.back();
        QCOMPARE(textOf(total[0]), u"total"_qs);
        QCOMPARE(nano(total[2]), 3'040);
        QCOMPARE(nano(total[3]), 6'300);
        QCOMPARE(nano(total[4]), 3'260);
        QCOMPARE(nano(total[5]), 4'500);
        QCOMPARE(nano(total[6]), -1'300);
        QCOMPARE(nano(total[7]), 0);
        QCOMPARE(nano(total[8]), 0);
        QCOMPARE(nano(total[9]), 60);
        QCOMPARE(std::get<std::int64_t>(total[11]), 250);  // Priority Tier is billed elsewhere
        QCOMPARE(textOf(made.rows[0][0]), QString::fromLatin1(Opus));
        QCOMPARE(textOf(made.rows[1][1]), u"new model"_qs);
        QCOMPARE(textOf(made.rows[2][0]), u"web_search"_qs);
        const QString notes = made.notes.join(u'\n');
        QVERIFY(notes.contains(u"2026-11-01 .. 2026-11-30 against 2026-10-01 .. 2026-10-31."_qs));
        QVERIFY(notes.contains(u"30 and 31 days"_qs));
        QVERIFY(notes.contains(u"New models are 0.0000002 USD"_qs));
        QVERIFY(notes.contains(u"Priority Tier"_qs));
        QVERIFY(made.isComplete());
        QCOMPARE(made.completeness.front().days(), 61);
    }

    void theUsualComparisonIsThePeriodBefore() {
        SmallCache cache;
        fill(cache);
        ReportRequest asked = request();
        asked.against.reset();
        QVERIFY(table(cache, asked).notes.front().endsWith(u"against 2026-10-01 .. 2026-10-30."_qs));
    }

    void filtersHoldForTokensAndAmounts() {
        SmallCache cache;
        fill(cache);
        ReportRequest asked = request();
        asked.where = {{Dimension::Workspace, u"wrkspc_a"_qs}};
        const auto total = table(cache, asked).rows.back();
        QCOMPARE(nano(total[5]), 3'000);
        QCOMPARE(nano(total[6]), 0);
        QCOMPARE(nano(total[9]), -40);
        asked.where = {{Dimension::ApiKey, u"apikey_1"_qs}};
        QVERIFY(!checkRequest(asked));  // the bill knows no keys
        asked = request();
        asked.by = {Dimension::Model};
        QVERIFY(!checkRequest(asked));
    }

    void daysWithoutUsageAreAnItemOfTheirOwn() {
        SmallCache cache;
        const DateRange half{November.first, isoDay("2026-11-15")};
        cache.usage({October.first, half.last}, Later,
                    {{"2026-10-05", "wrkspc_a", "apikey_1", Opus, "standard", output(100)},
                     {"2026-11-05", "wrkspc_a", "apikey_1", Opus, "standard", output(200)}});
        cache.cost({October.first, November.last}, Later,
                   {{"2026-10-05", "wrkspc_a", "out", Opus, "output_tokens", "standard", 3'000},
                    {"2026-11-05", "wrkspc_a", "out", Opus, "output_tokens", "standard", 6'000},
                    {"2026-11-20", "wrkspc_a", "out", Opus, "output_tokens", "standard", 777}});
        const Table made = table(cache, request());
        QVERIFY(!made.isComplete());
        const auto& total = made.rows.back();
        QCOMPARE(nano(total[5]), 3'000);
        QCOMPARE(nano(total[8]), 0);  // not a price effect
        QCOMPARE(nano(total[9]), 777);
        QCOMPARE(textOf(made.rows[1][0]), u"(days without usage)"_qs);
    }

    void tokensOfDaysWithoutCostAreLeftOut() {
        SmallCache cache;
        cache.usage({October.first, November.last}, Later,
                    {{"2026-10-05", "wrkspc_a", "apikey_1", Opus, "standard", output(100)},
                     {"2026-11-05", "wrkspc_a", "apikey_1", Opus, "standard", output(100)},
                     {"2026-11-20", "wrkspc_a", "apikey_1", Opus, "standard", output(900)}});
        cache.cost({October.first, isoDay("2026-11-15")}, Later,
                   {{"2026-10-05", "wrkspc_a", "out", Opus, "output_tokens", "standard", 3'000},
                    {"2026-11-05", "wrkspc_a", "out", Opus, "output_tokens", "standard", 3'000}});
        const Table made = table(cache, request());
        const auto& total = made.rows.back();
        QCOMPARE(nano(total[5]), 0);  // 900 more tokens would be volume, and a price of a tenth
        QCOMPARE(nano(total[8]), 0);
        QCOMPARE(std::get<std::int64_t>(total[11]), 100);
        QVERIFY(made.notes.front().startsWith(
            u"Not comparable: the cost of 15 of the 30 days 2026-11-01 .. 2026-11-30 is not in the cache."_qs));
        QCOMPARE(made.notes.at(1), u"Days whose tokens are left out because their cost is not in the cache: 1."_qs);
    }

    void daysThatAreMissingBeforeAreSaidFirst() {
        SmallCache cache;
        fill(cache);
        ReportRequest asked = request();
        asked.against = DateRange{isoDay("2025-11-01"), isoDay("2025-11-30")};
        QVERIFY(table(cache, asked)
                    .notes.front()
                    .startsWith(u"Not comparable: the cost of 30 of the 30 days 2025-11-01 .. 2025-11-30"_qs));
        QVERIFY(!table(cache, request()).notes.join(u' ').contains(u"Not comparable"_qs));
    }

    void totalsAreThoseOfTheReportCost() {
        SmallCache cache;
        fill(cache);
        for (const auto& [days, column] : {std::pair{October, 2}, {November, 3}}) {
            ReportRequest cost{QStringLiteral("cost"), days,        Interval::Total, {}, {}, false,
                               std::nullopt,           std::nullopt};
            QCOMPARE(nano(table(cache, cost).rows.front().back()),
                     nano(table(cache, request()).rows.back()[static_cast<std::size_t>(column)]));
        }
        for (const auto& row : table(cache, request()).rows) {
            QCOMPARE(nano(row[4]), nano(row[3]) - nano(row[2]));
            QCOMPARE(nano(row[4]), nano(row[5]) + nano(row[6]) + nano(row[7]) + nano(row[8]) + nano(row[9]));
        }
    }
};

QTEST_GUILESS_MAIN(TestBridgeReport)
#include "tst_bridgereport.moc"
