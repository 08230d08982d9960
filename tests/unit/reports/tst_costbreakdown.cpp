// The Cost page's figures against the report "cost", and against sums made here from what was put in.
#include "app/reports/costbreakdown.h"
#include "app/reports/report.h"
#include "smallcache.h"

#include <QTest>

#include <functional>
#include <limits>
#include <map>

using namespace tokenledger;

namespace {

constexpr const char* Opus = "claude-opus-5-5";
constexpr const char* Input = "uncached_input_tokens";
const UtcDay Today = isoDay("2026-11-20");
const QDateTime Now = noonOf(Today);
const DateRange Filled{isoDay("2026-09-20"), Today};
const DateRange Range{isoDay("2026-10-26"), Today};

using Keys = std::array<QString, 3>;

/// What was put in: every day other amounts, credits among them, of ids that are awkward to name.
struct Entry {
    UtcDay day;
    const char* workspace;
    const char* model;
    const char* tokenType;
    std::int64_t nano;
    [[nodiscard]] QString of(Dimension dimension) const {
        switch (dimension) {
            case Dimension::Workspace:
                return QString::fromLatin1(workspace);
            case Dimension::Model:
                return QString::fromLatin1(model);
            case Dimension::TokenType:
                return QString::fromLatin1(tokenType);
            default:
                return tokenType != nullptr ? QStringLiteral("tokens") : QStringLiteral("web_search");
        }
    }
};

constexpr std::array<const char*, 11> Workspaces = {NoId,       "wrkspc_a", "wrkspc_b", "wrkspc_c",
                                                    "wrkspc_d", "wrkspc_e", "wrkspc_f", "wrkspc_g",
                                                    "wrkspc_h", "wrkspc_i", "wrkspc_j"};
constexpr std::array<const char*, 7> Models = {NoId,
                                               Opus,
                                               "claude-sonnet-5-5",
                                               "claude-haiku-5-5",
                                               "claude-opus-4-8",
                                               "claude-opus-5-5-20260901",
                                               "some,\"other\""};

std::vector<Entry> entries(const DateRange& days) {
    std::vector<Entry> list;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        for (std::size_t w = 0; w < Workspaces.size(); ++w) {
            for (std::size_t m = 0; m < Models.size(); ++m) {
                const std::int64_t n = day.number() + static_cast<std::int64_t>(w * 3 + m * 5);
                if (n % 3 == 0) continue;
                const std::int64_t credit = n % 11 == 0 ? -1 : 1;
                const std::int64_t nano = credit * (n % 97 + 1) * 123'456'789;
                if (Models[m] == NoId) {
                    list.push_back({day, Workspaces[w], NoId, nullptr, nano});
                    continue;
                }
                list.push_back({day, Workspaces[w], Models[m], Input, nano});
                list.push_back({day, Workspaces[w], Models[m], "output_tokens", nano / 7});
            }
        }
    }
    return list;
}

void store(SmallCache& cache, const DateRange& days, const QDateTime& at, const std::vector<Entry>& list) {
    std::map<UtcDay, std::vector<const Entry*>> byDay;
    for (const Entry& entry : list) byDay[entry.day].push_back(&entry);
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        const QByteArray iso = day.toIso().toLatin1();
        std::vector<CostLine> lines;
        for (const Entry* entry : byDay[day]) {
            lines.push_back({iso.constData(), entry->workspace, "as billed", entry->model, entry->tokenType, "standard",
                             entry->nano});
        }
        cache.cost({day, day}, at, lines);
    }
}

using Condition = std::function<bool(const Entry&)>;

std::optional<std::int64_t> sumOf(const std::vector<Entry>& list, const DateRange& days, const Condition& holds) {
    std::optional<std::int64_t> sum;
    for (const Entry& entry : list) {
        if (days.contains(entry.day) && holds(entry)) sum = sum.value_or(0) + entry.nano;
    }
    return sum;
}

bool all(const Entry&) { return true; }

std::optional<std::int64_t> nano(const std::optional<Money>& amount) {
    return amount ? std::optional(amount->nano()) : std::nullopt;
}

QString textOf(const Cell& cell) {
    const auto* text = std::get_if<QString>(&cell);
    return text != nullptr ? *text : QString();
}

CostBreakdown built(const SmallCache& cache, const CostBreakdownRequest& request) {
    const auto result = buildCostBreakdown(*cache.reader(), request);
    if (!result) qFatal("%s", qPrintable(result.error().message));
    return *result;
}

const CostBreakdown::Row* rowOf(const std::vector<CostBreakdown::Row>& rows, const QString& id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&id](const auto& row) { return row.value.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<CostLine> oneLine(const char* day, std::int64_t amount, const char* workspace = "wrkspc_a") {
    return {{day, workspace, "Opus input", Opus, Input, "standard", amount}};
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
        const auto pairs = report(Range, Interval::Total, {Dimension::Workspace, Dimension::Model});
        QCOMPARE(b.columns.size(), MostCostColumns);
        QCOMPARE(b.otherColumns, static_cast<int>(Models.size() - MostCostColumns));
        QCOMPARE(b.rows.size(), Workspaces.size());
        for (const auto& row : b.rows) {
            const auto inRow = [&](const Entry& entry) { return entry.of(Dimension::Workspace) == row.value.id; };
            std::int64_t others = sumOf(m_entries, Range, inRow).value();
            for (std::size_t i = 0; i < b.columns.size(); ++i) {
                const auto inCell = [&](const Entry& entry) {
                    return inRow(entry) && entry.of(Dimension::Model) == b.columns[i].id;
                };
                QCOMPARE(nano(row.perColumn[i]), sumOf(m_entries, Range, inCell));
                QCOMPARE(row.perColumn[i]->nano(),
                         pairs.at({QStringLiteral("total"), {row.value.id, b.columns[i].id}}));
                others -= row.perColumn[i]->nano();
            }
            QCOMPARE(row.perColumn.size(), b.columns.size() + 1);
            QCOMPARE(row.perColumn.back()->nano(), others);
            QCOMPARE(nano(row.total), sumOf(m_entries, Range, inRow));
        }
        // The columns are the largest, in order.
        for (std::size_t i = 0; i + 1 < b.columns.size(); ++i) {
            QVERIFY(*b.sum.perColumn[i] >= *b.sum.perColumn[i + 1]);
        }
        QCOMPARE(nano(b.sum.total), sumOf(m_entries, Range, all));
    }

    void partsAddUp() {
        const CostBreakdown b = built(m_cache, request());
        const auto triples =
            report(Range, Interval::Total, {Dimension::Workspace, Dimension::Model, Dimension::TokenType});
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

    void comparesTheWholeDays() {
        const CostBreakdown b = built(m_cache, request());
        const DateRange whole{Range.first, Today - 1};  // today was not over
        const DateRange before{Range.first - 26, Range.first - 2};
        QCOMPARE(b.range.wholeDays, whole);
        QCOMPARE(b.range.compared.value(), before);
        QCOMPARE(b.range.comparability, Comparability::Yes);
        QCOMPARE(nano(b.range.ofWholeDays), sumOf(m_entries, whole, all));
        QCOMPARE(nano(b.range.comparedTotal), sumOf(m_entries, before, all));
        QCOMPARE(b.table.total, b.range.total);
        QCOMPARE(b.comparedMeanPerPeriod->nano(),
                 mulDivHalfEven(sumOf(m_entries, before, all).value(), 26, 25 * 26).value());
        for (const auto& row : b.rows) {
            const auto inRow = [&](const Entry& entry) { return entry.of(Dimension::Workspace) == row.value.id; };
            QCOMPARE(nano(row.compared), sumOf(m_entries, before, inRow));
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
