// What the Cost page compares, and when it may not; what was not billed, and what was not fetched.
#include "costentries.h"

#include <QTest>

using namespace tokenledger;

namespace {

std::vector<CostLine> oneLine(const char* day, std::int64_t amount, const char* workspace = "wrkspc_a") {
    return {{day, workspace, "Opus input", Opus, Input, "standard", amount}};
}

}  // namespace

class TestCostComparison : public QObject {
    Q_OBJECT
    SmallCache m_cache;
    std::vector<Entry> m_entries = entries(Filled);

    CostBreakdownRequest request(std::optional<DateRange> selected = std::nullopt) const {
        CostBreakdownRequest asked;
        asked.range = Range;
        asked.selected = selected;
        return asked;
    }

private slots:
    void initTestCase() { store(m_cache, Filled, Now, m_entries); }

    void comparesTheWholeDays() {
        const CostBreakdown b = built(m_cache, request());
        const DateRange whole{Range.first, Today - 1};  // today was not over
        const DateRange before{Range.first - 26, Range.first - 2};
        QCOMPARE(b.range.wholeDays, whole);
        QCOMPARE(b.range.compared.value(), before);
        QCOMPARE(b.range.comparability, Comparability::Yes);
        QCOMPARE(nano(b.range.ofWholeDays), sumOf(m_entries, whole, all));
        QCOMPARE(nano(b.range.comparedTotal), sumOf(m_entries, before, all));
        // The table's figures and their changes are of the same days; the chart has today's part, too.
        QCOMPARE(b.table.days, whole);
        QCOMPARE(b.table.total.nano(), sumOf(m_entries, whole, all).value());
        QCOMPARE(b.range.total.nano(), sumOf(m_entries, Range, all).value());
        // 25 days make the mean of a day, rounded.
        const std::int64_t rest = b.comparedMeanPerPeriod->nano() * 25 - sumOf(m_entries, before, all).value();
        QVERIFY(std::abs(rest) * 2 <= 25);
        for (const auto& row : b.rows) {
            const auto inRow = [&](const Entry& entry) { return entry.of(Dimension::Workspace) == row.value.id; };
            QCOMPARE(nano(row.compared), sumOf(m_entries, before, inRow));
            QCOMPARE(nano(row.total), sumOf(m_entries, whole, inRow));
            QCOMPARE(row.change->nano(),
                     sumOf(m_entries, whole, inRow).value() - sumOf(m_entries, before, inRow).value());
        }
        QCOMPARE(b.states.back().unfinishedDays, 1);
        QCOMPARE(b.range.completeness.provisionalDays, 4);
        QCOMPARE(b.range.asOf, Now);
        QCOMPARE(b.fetchedAt.front(), Now);
    }

    void aDayIsComparedWithItsWeekday() {
        const DateRange day{isoDay("2026-11-10"), isoDay("2026-11-10")};
        const CostBreakdown b = built(m_cache, request(day));
        QCOMPARE(b.table.days, day);
        QCOMPARE(b.table.compared.value(), (DateRange{isoDay("2026-11-03"), isoDay("2026-11-03")}));
        QCOMPARE(b.table.total.nano(), sumOf(m_entries, day, all).value());
        QCOMPARE(nano(b.table.comparedTotal), sumOf(m_entries, *b.table.compared, all));
        for (const auto& row : b.rows) {
            const auto inRow = [&](const Entry& entry) { return entry.of(Dimension::Workspace) == row.value.id; };
            QCOMPARE(nano(row.total), sumOf(m_entries, day, inRow));
            QCOMPARE(nano(row.compared), sumOf(m_entries, *b.table.compared, inRow));
        }
        // The chart and its sentence stay those of the whole range.
        const CostBreakdown whole = built(m_cache, request());
        QCOMPARE(b.range.total, whole.range.total);
        QCOMPARE(b.range.ofWholeDays, whole.range.ofWholeDays);
        QCOMPARE(b.range.comparedTotal, whole.range.comparedTotal);
        QCOMPARE(b.comparedMeanPerPeriod, whole.comparedMeanPerPeriod);
        QCOMPARE(b.perPeriod, whole.perPeriod);
    }

    void aWeekIsComparedWithTheWeekBefore() {
        const DateRange week{isoDay("2026-11-02"), isoDay("2026-11-08")};
        CostBreakdownRequest asked = request(week);
        asked.interval = Interval::Week;
        const CostBreakdown b = built(m_cache, asked);
        QCOMPARE(b.table.compared.value(), (DateRange{isoDay("2026-10-26"), isoDay("2026-11-01")}));
        QCOMPARE(nano(b.table.comparedTotal), sumOf(m_entries, *b.table.compared, all));
        asked.comparison = Comparison::SamePeriodLastYear;
        QCOMPARE(built(m_cache, asked).table.compared.value(), (DateRange{week.first - 364, week.last - 364}));
        QCOMPARE(built(m_cache, asked).table.comparability, Comparability::GapsBefore);
        asked.comparison = Comparison::None;
        QCOMPARE(built(m_cache, asked).table.comparability, Comparability::NotAsked);
        QVERIFY(!built(m_cache, asked).rows.front().change);
    }

    void aPartOfADayIsNotCompared() {
        const CostBreakdown b = built(m_cache, request(DateRange{Today, Today}));
        QCOMPARE(b.table.comparability, Comparability::NotOver);
        QVERIFY(!b.table.comparedTotal && !b.sum.change);
        QCOMPARE(b.table.total.nano(), sumOf(m_entries, {Today, Today}, all).value());
        QCOMPARE(b.range.comparability, Comparability::Yes);
    }

    void gapsAreNotZeros() {
        SmallCache cache;
        cache.cost({isoDay("2026-11-01"), isoDay("2026-11-09")}, Now, oneLine("2026-11-03", 5'000'000'000));
        cache.cost({isoDay("2026-11-11"), isoDay("2026-11-14")}, Now, oneLine("2026-11-11", 7'000'000'000));
        cache.failure(Dataset::Cost, {isoDay("2026-11-15"), isoDay("2026-11-15")});
        CostBreakdownRequest asked;
        asked.range = {isoDay("2026-11-08"), isoDay("2026-11-15")};
        CostBreakdown b = built(cache, asked);
        QCOMPARE(b.range.comparability, Comparability::GapsNow);
        QCOMPARE(b.range.completeness.missingDays, 1);
        QCOMPARE(b.range.completeness.failedDays, 1);
        QCOMPARE(b.gaps, (std::vector<DayGap>{{{isoDay("2026-11-10"), isoDay("2026-11-10")}, false},
                                              {{isoDay("2026-11-15"), isoDay("2026-11-15")}, true}}));
        QVERIFY(b.states[2].isEmpty() && !b.fetchedAt[2].isValid());
        QVERIFY(!b.comparedMeanPerPeriod && !b.rows.front().change && !b.rows.front().compared);
        QCOMPARE(b.range.total.nano(), 7'000'000'000);
        // A day that is there can be compared all the same.
        asked.selected = DateRange{isoDay("2026-11-14"), isoDay("2026-11-14")};
        b = built(cache, asked);
        QCOMPARE(b.table.comparability, Comparability::Yes);
        QVERIFY(b.rows.empty());
        QCOMPARE(nano(b.sum.change), std::optional<std::int64_t>(0));
        asked.selected = DateRange{isoDay("2026-11-10"), isoDay("2026-11-10")};
        b = built(cache, asked);
        QVERIFY(b.table.completeness.isEmpty());
        QCOMPARE(b.table.comparability, Comparability::GapsNow);
    }

    void whatWasNotBilledIsNothing() {
        SmallCache cache;
        cache.cost({isoDay("2026-11-01"), isoDay("2026-11-14")}, Now,
                   {{"2026-11-03", "wrkspc_gone", "Opus input", Opus, Input, "standard", 5'000'000'000},
                    {"2026-11-10", "wrkspc_zero", "Opus input", Opus, Input, "standard", 0},
                    {"2026-11-10", "wrkspc_new", "Sonnet input", "claude-sonnet-5", Input, "standard", 2'000'000'000}});
        CostBreakdownRequest asked;
        asked.range = {isoDay("2026-11-08"), isoDay("2026-11-14")};
        const CostBreakdown b = built(cache, asked);
        const auto* gone = rowOf(b.rows, QStringLiteral("wrkspc_gone"));
        QVERIFY(!gone->total && !gone->perColumn[0] && !gone->perColumn[1]);
        QCOMPARE(gone->compared->nano(), 5'000'000'000);
        QCOMPARE(gone->change->nano(), -5'000'000'000);
        const auto* zero = rowOf(b.rows, QStringLiteral("wrkspc_zero"));
        QCOMPARE(zero->total->nano(), 0);
        QVERIFY(!zero->compared);
        const auto* fresh = rowOf(b.rows, QStringLiteral("wrkspc_new"));
        QVERIFY(!fresh->compared);
        QCOMPARE(fresh->change->nano(), 2'000'000'000);
        QCOMPARE(b.rows.back().value.id, QStringLiteral("wrkspc_gone"));
        QCOMPARE(b.otherColumns, 0);
        QCOMPARE(b.sum.change->nano(), -3'000'000'000);
        QCOMPARE(b.layers.size(), 2U);  // what is gone is no layer
    }
};

QTEST_GUILESS_MAIN(TestCostComparison)
#include "tst_costcomparison.moc"
