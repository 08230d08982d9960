// The Cost page's figures against the report "cost", and against sums made here from what was put in.
#include "app/reports/report.h"
#include "costentries.h"

#include <QTest>

#include <limits>

using namespace tokenledger;

namespace {

using Keys = std::array<QString, 3>;

QString textOf(const Cell& cell) {
    const auto* text = std::get_if<QString>(&cell);
    return text != nullptr ? *text : QString();
}

}  // namespace

class TestCostBreakdown : public QObject {
    Q_OBJECT
    SmallCache m_cache;
    std::vector<Entry> m_entries = entries(Filled);

    CostBreakdownRequest request(std::optional<DateRange> selected = std::nullopt) const {
        CostBreakdownRequest asked;
        asked.range = Range;
        asked.selected = selected;
        return asked;
    }
    /// Ids of each row, and its amount.
    std::map<std::pair<QString, Keys>, std::int64_t> report(const DateRange& range, Interval interval,
                                                            const std::vector<Dimension>& by,
                                                            const std::vector<ReportFilter>& where = {}) {
        ReportRequest asked{QStringLiteral("cost"), range, interval, by, where, true};
        const auto table = runReport(*m_cache.reader(), asked, PriceBook::builtIn());
        if (!table) qFatal("%s", qPrintable(table.error().message));
        std::map<std::pair<QString, Keys>, std::int64_t> rows;
        for (const auto& row : table->rows) {
            Keys keys;
            for (std::size_t i = 0; i < by.size(); ++i) keys[i] = textOf(row[i + 1]);
            rows[{textOf(row.front()), keys}] = std::get<Money>(row.back()).nano();
        }
        return rows;
    }

private slots:
    void initTestCase() {
        m_cache.workspaces({{"wrkspc_a", "Production"},
                            {"wrkspc_b", "Production"},
                            {"wrkspc_c", "Ünit, \"quoted\"; = \U0001F680"},
                            {"wrkspc_d", "(default workspace)"}});
        store(m_cache, Filled, Now, m_entries);
    }

    void layersAreTheReport_data() {
        QTest::addColumn<Interval>("interval");
        QTest::addColumn<Dimension>("dimension");
        for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month}) {
            for (const Dimension dimension : findReport(u"cost")->dimensions) {
                QTest::addRow("%s %s", qPrintable(intervalName(interval)), qPrintable(dimensionName(dimension)))
                    << interval << dimension;
            }
        }
    }
    void layersAreTheReport() {
        QFETCH(Interval, interval);
        QFETCH(Dimension, dimension);
        CostBreakdownRequest asked = request();
        asked.interval = interval;
        asked.rows = dimension;
        asked.columns = dimension == Dimension::Model ? Dimension::Workspace : Dimension::Model;
        asked.parts = dimension == Dimension::TokenType ? Dimension::CostType : Dimension::TokenType;
        const CostBreakdown b = built(m_cache, asked);
        auto expected = report(Range, interval, {dimension});
        std::int64_t total = 0;
        for (const auto& layer : b.layers) {
            QCOMPARE(layer.perPeriod.size(), b.periods.size());
            std::int64_t ofLayer = 0;
            for (std::size_t i = 0; i < b.periods.size(); ++i) {
                const auto found = expected.find({periodLabel(b.periods[i], interval), {layer.value.id}});
                QCOMPARE(layer.perPeriod[i].nano(), found == expected.end() ? 0 : found->second);
                if (found != expected.end()) expected.erase(found);
                ofLayer += layer.perPeriod[i].nano();
            }
            QCOMPARE(layer.total.nano(), ofLayer);
            total += ofLayer;
        }
        QVERIFY(expected.empty());
        QCOMPARE(total, sumOf(m_entries, Range, all).value());
        QCOMPARE(b.range.total.nano(), total);
        std::int64_t ofPeriods = 0;
        for (const Money amount : b.perPeriod) ofPeriods += amount.nano();
        QCOMPARE(ofPeriods, total);
    }

    void cellsAreWhatWasBilled() {
        const CostBreakdown b = built(m_cache, request());
        const auto pairs = report(b.table.days, Interval::Total, {Dimension::Workspace, Dimension::Model});
        QCOMPARE(b.columns.size(), MostCostColumns);
        QCOMPARE(b.otherColumns, static_cast<int>(Models.size() - MostCostColumns));
        QCOMPARE(b.rows.size(), Workspaces.size());
        for (const auto& row : b.rows) {
            const auto inRow = [&](const Entry& entry) { return entry.of(Dimension::Workspace) == row.value.id; };
            std::int64_t others = sumOf(m_entries, b.table.days, inRow).value();
            for (std::size_t i = 0; i < b.columns.size(); ++i) {
                const auto inCell = [&](const Entry& entry) {
                    return inRow(entry) && entry.of(Dimension::Model) == b.columns[i].id;
                };
                QCOMPARE(nano(row.perColumn[i]), sumOf(m_entries, b.table.days, inCell));
                QCOMPARE(row.perColumn[i]->nano(),
                         pairs.at({QStringLiteral("total"), {row.value.id, b.columns[i].id}}));
                others -= row.perColumn[i]->nano();
            }
            QCOMPARE(row.perColumn.size(), b.columns.size() + 1);
            QCOMPARE(row.perColumn.back()->nano(), others);
            QCOMPARE(nano(row.total), sumOf(m_entries, b.table.days, inRow));
        }
        // The columns are the largest, in order.
        for (std::size_t i = 0; i + 1 < b.columns.size(); ++i) {
            QVERIFY(*b.sum.perColumn[i] >= *b.sum.perColumn[i + 1]);
        }
        QCOMPARE(nano(b.sum.total), sumOf(m_entries, b.table.days, all));
    }

    void partsAddUp() {
        const CostBreakdown b = built(m_cache, request());
        const auto triples =
            report(b.table.days, Interval::Total, {Dimension::Workspace, Dimension::Model, Dimension::TokenType});
        std::size_t seen = 0;
        for (const auto& row : b.rows) {
            std::int64_t total = 0;
            std::int64_t change = 0;
            std::vector<std::int64_t> columns(row.perColumn.size());
            for (const auto& part : row.parts) {
                total += part.total->nano();
                change += part.change->nano();
                for (std::size_t i = 0; i < columns.size(); ++i) columns[i] += nano(part.perColumn[i]).value_or(0);
                for (std::size_t i = 0; i < b.columns.size(); ++i) {
                    const auto found =
                        triples.find({QStringLiteral("total"), {row.value.id, b.columns[i].id, part.value.id}});
                    QCOMPARE(nano(part.perColumn[i]),
                             found == triples.end() ? std::nullopt : std::optional(found->second));
                    ++seen;
                }
            }
            QCOMPARE(total, row.total->nano());
            QCOMPARE(change, row.change->nano());
            for (std::size_t i = 0; i < columns.size(); ++i) QCOMPARE(columns[i], row.perColumn[i]->nano());
        }
        QVERIFY(seen > 100);
    }

    void namesAreThoseOfTheCache() {
        const CostBreakdown b = built(m_cache, request());
        QCOMPARE(rowOf(b.rows, QStringLiteral("wrkspc_a"))->value.name, QStringLiteral("Production"));
        QCOMPARE(rowOf(b.rows, QStringLiteral("wrkspc_b"))->value.name, QStringLiteral("Production"));
        QCOMPARE(rowOf(b.rows, QStringLiteral("wrkspc_c"))->value.name,
                 QStringLiteral("Ünit, \"quoted\"; = \U0001F680"));
        // Null and a workspace that is called like it are two.
        QCOMPARE(rowOf(b.rows, {})->value.name, QStringLiteral("(default workspace)"));
        QCOMPARE(rowOf(b.rows, QStringLiteral("wrkspc_d"))->value.name, QStringLiteral("(default workspace)"));
        QCOMPARE(rowOf(b.rows, QStringLiteral("wrkspc_e"))->value.name, QStringLiteral("wrkspc_e"));
    }

    void followsTheFilters() {
        const auto reader = m_cache.reader();
        CostBreakdownRequest asked = request();
        asked.where = {
            {Dimension::Workspace, reader->findTerms(Dimension::Workspace, QStringLiteral("wrkspc_b")).value()},
            {Dimension::Model, reader->findTerms(Dimension::Model, {}).value()},
            {Dimension::ApiKey, {}}};
        const CostBreakdown b = buildCostBreakdown(*reader, asked).value();
        QVERIFY(!b.costFollowsFilter);  // cost is not known by key: that filter is left out
        QCOMPARE(b.rows.size(), 1U);
        QCOMPARE(b.range.total.nano(), sumOf(m_entries, Range, [](const Entry& entry) {
                                           return entry.of(Dimension::Workspace) == QLatin1String("wrkspc_b") &&
                                                  entry.of(Dimension::Model).isEmpty();
                                       }).value());
        QVERIFY(built(m_cache, request()).costFollowsFilter);
    }

    void fiveColumnsAreNotFolded() {
        SmallCache cache;
        std::vector<CostLine> lines;
        for (std::size_t i = 1; i < 6; ++i) {
            lines.push_back(
                {"2026-11-10", "wrkspc_a", "x", Models[i], Input, "standard", static_cast<std::int64_t>(i)});
        }
        cache.cost({isoDay("2026-11-10"), isoDay("2026-11-10")}, Now, lines);
        CostBreakdownRequest asked;
        asked.range = {isoDay("2026-11-10"), isoDay("2026-11-10")};
        const CostBreakdown b = built(cache, asked);
        QCOMPARE(b.columns.size(), 5U);
        QCOMPARE(b.otherColumns, 0);
        QCOMPARE(b.columns.front().id, QString::fromLatin1(Models[5]));
        QCOMPARE(b.rows.front().perColumn.size(), 5U);
    }

    void nothingFetchedIsUnknown() {
        SmallCache cache;
        const CostBreakdown b = built(cache, request());
        QVERIFY(b.range.completeness.isEmpty() && !b.range.asOf.isValid());
        QVERIFY(b.layers.empty() && b.rows.empty() && !b.sum.total);
        QCOMPARE(b.periods.size(), static_cast<std::size_t>(Range.days()));
    }

    void aSumTooLargeIsAnError() {
        SmallCache cache;
        constexpr std::int64_t Huge = std::numeric_limits<std::int64_t>::max() / 10 * 6;
        const DateRange days{isoDay("2026-11-01"), isoDay("2026-11-02")};
        cache.cost(days, Now,
                   {{"2026-11-01", "wrkspc_a", "Opus input", Opus, Input, "standard", Huge},
                    {"2026-11-02", "wrkspc_b", "Opus input", Opus, Input, "standard", Huge}});
        CostBreakdownRequest asked;
        asked.range = days;
        const auto both = buildCostBreakdown(*cache.reader(), asked);
        QVERIFY(!both);
        QCOMPARE(both.error().kind, ErrorKind::Usage);
        asked.range = {days.first, days.first};
        QCOMPARE(built(cache, asked).range.total.nano(), Huge);
    }

    void asksThatMakeNoSenseAreErrors() {
        const auto reader = m_cache.reader();
        CostBreakdownRequest asked = request();
        asked.interval = Interval::Hour;
        QCOMPARE(buildCostBreakdown(*reader, asked).error().kind, ErrorKind::Usage);
        asked = request();
        asked.columns = asked.rows;
        QCOMPARE(buildCostBreakdown(*reader, asked).error().kind, ErrorKind::Usage);
        asked = request();
        asked.rows = Dimension::Terminal;
        QCOMPARE(buildCostBreakdown(*reader, asked).error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(TestCostBreakdown)
#include "tst_costbreakdown.moc"
