// The Cache efficiency page's figures against sums made another way, and against the report of the same name.
#include "app/reports/notes.h"
#include "app/reports/report.h"
#include "cacheentries.h"

#include <QTest>

using namespace tokenledger;

namespace {

using Ids = std::vector<QString>;

Ids idsOf(const CacheBreakdown::Row& row) {
    Ids ids;
    for (const CostValue& value : row.values) ids.push_back(value.id);
    return ids;
}

std::optional<std::int64_t> nano(const std::optional<Money>& amount) {
    return amount ? std::optional(amount->nano()) : std::nullopt;
}

std::optional<std::int64_t> nano(const Cell& cell) {
    const auto* amount = std::get_if<Money>(&cell);
    return amount != nullptr ? std::optional(amount->nano()) : std::nullopt;
}

const PriceUse& useOf(const CacheSavings& savings, PriceSource source) {
    return savings.uses[static_cast<std::size_t>(source)];
}

}  // namespace

class TestCacheBreakdown : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_entries = usageEntries();
        std::vector<QByteArray> days;
        store(m_cache, m_entries, billOf(m_entries, days));
        m_cache.workspaces({{"wrkspc_a", "Twice"}, {"wrkspc_b", "Twice"}, {"wrkspc_c", "a\tb"}});
    }

    void everyRowIsWhatItsEntriesSay_data() {
        QTest::addColumn<std::vector<Dimension>>("by");
        QTest::addColumn<int>("filter");
        const std::pair<const char*, std::vector<Dimension>> groupings[] = {
            {"workspace, model", {Dimension::Workspace, Dimension::Model}},
            {"model", {Dimension::Model}},
            {"workspace", {Dimension::Workspace}},
            {"api key", {Dimension::ApiKey}},
            {"api key, model", {Dimension::ApiKey, Dimension::Model}},
            {"tier", {Dimension::ServiceTier}},
            {"window", {Dimension::ContextWindow}}};
        const char* filters[] = {"all", "workspace", "null workspace", "model", "api key", "tier", "two"};
        for (const auto& [name, by] : groupings) {
            for (int filter = 0; filter < 7; ++filter) QTest::addRow("%s of %s", name, filters[filter]) << by << filter;
        }
    }
    void everyRowIsWhatItsEntriesSay() {
        QFETCH(std::vector<Dimension>, by);
        QFETCH(int, filter);
        const std::vector<std::vector<ReportFilter>> filters = {
            {},
            {{Dimension::Workspace, QStringLiteral("wrkspc_a")}},
            {{Dimension::Workspace, QString()}},
            {{Dimension::Model, QString::fromLatin1(Opus)}, {Dimension::Model, QString::fromLatin1(Nova)}},
            {{Dimension::ApiKey, QStringLiteral("key_4")}},
            {{Dimension::ServiceTier, QStringLiteral("batch")}},
            {{Dimension::ApiKey, QStringLiteral("key_2")}, {Dimension::Model, QString::fromLatin1(Haiku)}}};
        const auto& where = filters[static_cast<std::size_t>(filter)];
        const CacheBreakdown b = build(by, where);

        std::map<Ids, Reckoned> expected;
        Reckoned all;
        for (const UsageEntry& entry : m_entries) {
            if (!Range.contains(entry.day) || !passes(entry, where)) continue;
            Ids ids;
            for (const Dimension dimension : by) ids.push_back(entry.of(dimension));
            expected[ids] += entry;
            all += entry;
        }
        QCOMPARE(b.rows.size(), expected.size());
        for (const auto& row : b.rows) {
            QVERIFY(expected.count(idsOf(row)) == 1);
            compare(row, expected[idsOf(row)]);
        }
        compare(b.sum, all);
        QCOMPARE(b.range.savings.netSaving, b.sum.savings.netSaving);
        compareWithReport(b, by, where);
    }

    void chartAddsUpByDayWeekAndMonth_data() {
        QTest::addColumn<int>("interval");
        QTest::newRow("day") << static_cast<int>(Interval::Day);
        QTest::newRow("week") << static_cast<int>(Interval::Week);
        QTest::newRow("month") << static_cast<int>(Interval::Month);
    }
    void chartAddsUpByDayWeekAndMonth() {
        QFETCH(int, interval);
        CacheBreakdownRequest request;
        request.range = Range;
        request.interval = static_cast<Interval>(interval);
        const CacheBreakdown b = built(request);
        std::map<PeriodStart, UsageMeasures> sums;
        for (const UsageEntry& entry : m_entries) {
            if (Range.contains(entry.day)) QVERIFY(sums[periodOf(entry.day, request.interval)].add(entry.tokens));
        }
        QCOMPARE(b.periods, periodsIn(Range, request.interval));
        for (std::size_t i = 0; i < b.periods.size(); ++i) QCOMPARE(b.perPeriod[i], sums[b.periods[i]]);
        QCOMPARE(b.range.usage.failedDays, 1);
        QCOMPARE(b.range.usage.missingDays, 1);
        QCOMPARE(b.range.usage.days(), Range.days());
        QVERIFY(b.range.usage.provisionalDays > 0);
        QCOMPARE(b.gaps, (std::vector<DayGap>{{{FailedDay, FailedDay}, true}, {{MissingDay, MissingDay}, false}}));
        PeriodState all;
        for (const PeriodState& state : b.states) {
            all.failedDays += state.failedDays;
            all.missingDays += state.missingDays;
        }
        QCOMPARE(all.failedDays, 1);
        QCOMPARE(all.missingDays, 1);
    }

    void selectedDaysAreTheTableAlone() {
        CacheBreakdownRequest request;
        request.range = Range;
        const CacheBreakdown all = built(request);
        request.selected = DateRange{isoDay("2026-11-09"), isoDay("2026-11-10")};
        const CacheBreakdown some = built(request);
        std::map<Ids, Reckoned> expected;
        for (const UsageEntry& entry : m_entries) {
            if (request.selected->contains(entry.day))
                expected[{entry.of(Dimension::Workspace), entry.of(Dimension::Model)}] += entry;
        }
        QCOMPARE(some.rows.size(), expected.size());
        for (const auto& row : some.rows) compare(row, expected[idsOf(row)]);
        QCOMPARE(some.table.days, *request.selected);
        QCOMPARE(some.range.savings.netSaving, all.range.savings.netSaving);
        QCOMPARE(some.range.groups, all.range.groups);
        QCOMPARE(some.range.losingGroups, all.range.losingGroups);
        QVERIFY(some.table.savings.netSaving != all.table.savings.netSaving);
        QCOMPARE(some.perPeriod.size(), all.perPeriod.size());
    }

    // By hand: (4000 - 3200) / (3200 - 160), (6400 - 3200) / (3200 - 160), and both weighted by what was written.
    void breakEvenOfOneModel() {
        const CacheBreakdown b = build({Dimension::Workspace, Dimension::Model}, {});
        const CacheBreakdown::Row* loses = rowOf(b, {QStringLiteral("wrkspc_d"), QString::fromLatin1(Opus)});
        QCOMPARE(loses->savings.breakEven, 1'052'632);  // 3200 / 3040, all of it for an hour
        QVERIFY(loses->savings.losesMoney());
        const CacheBreakdown::Row* saves = rowOf(b, {QStringLiteral("wrkspc_a"), QString::fromLatin1(Opus)});
        const UsageMeasures& m = saves->tokens;
        const std::int64_t premium = m.cacheCreation5m * 800 + m.cacheCreation1h * 3200;
        const std::int64_t saving = saves->written() * 3040;
        QCOMPARE(saves->savings.breakEven, (premium * 1'000'000 + saving / 2) / saving);
        QVERIFY(!saves->savings.losesMoney());
    }

    void lossIsBelowBreakEven() {
        for (const auto& by : {std::vector{Dimension::Workspace, Dimension::Model}, std::vector{Dimension::ApiKey}}) {
            const CacheBreakdown b = build(by, {});
            int losing = 0;
            for (const auto& row : b.rows) {
                if (!row.savings.breakEven || row.savings.unpriced) continue;
                const auto readsPerWrite = mulDivHalfEven(row.tokens.cacheRead, 1'000'000, row.written()).value();
                QCOMPARE(row.savings.losesMoney(), readsPerWrite < *row.savings.breakEven);
                losing += row.savings.losesMoney() ? 1 : 0;
            }
            QCOMPARE(losing, 1);
            QCOMPARE(b.range.losingGroups, 1);
            QCOMPARE(b.range.groups, static_cast<int>(b.rows.size()));
        }
    }

    void rowsAreSortedByNetSavingAndUnpricedOnesAreLast() {
        const CacheBreakdown b = build({Dimension::Workspace, Dimension::Model}, {});
        for (std::size_t i = 1; i < b.rows.size(); ++i) {
            QVERIFY(b.rows[i - 1].savings.netSaving >= b.rows[i].savings.netSaving);
        }
        QVERIFY(!b.rows.back().savings.netSaving);
        QCOMPARE(b.rows.back().savings.source, PriceSource::Unpriced);
        QVERIFY(!b.rows.back().savings.readSaving && !b.rows.back().savings.writePremium);
        QVERIFY(!b.rows.back().savings.breakEven);
        QCOMPARE(b.unpricedModels, std::vector{QString::fromLatin1(Nova)});
    }

    void sourcesOfPrices() {
        const CacheBreakdown b = build({Dimension::Model}, {});
        const CacheSavings& opus = rowOf(b, {QString::fromLatin1(Opus)})->savings;
        QCOMPARE(opus.source, PriceSource::NearestDay);  // the last days are not final
        QCOMPARE(useOf(opus, PriceSource::OwnBill).first, Range.first);
        QVERIFY(useOf(opus, PriceSource::OwnBill).tokens > useOf(opus, PriceSource::NearestDay).tokens);
        QCOMPARE(useOf(opus, PriceSource::NearestDay).first, useOf(opus, PriceSource::OwnBill).last);
        const CacheSavings& haiku = rowOf(b, {QString::fromLatin1(Haiku)})->savings;
        QCOMPARE(haiku.source, PriceSource::PriceBook);
        QCOMPARE(useOf(haiku, PriceSource::PriceBook).tokens, haiku.pricedRead + haiku.pricedWritten);
        QVERIFY(useOf(b.sum.savings, PriceSource::Unpriced).tokens > 0);
        QVERIFY(b.sum.savings.unpriced);
    }

    void whatTheListsAndTheBillSayOfAChange() {
        const CacheBreakdown b = build({Dimension::Model}, {});
        QCOMPARE(b.priceChanges,
                 (std::vector<PriceChange>{{SonnetChange, QString::fromLatin1(Sonnet), InputKind::Read,
                                            Money::fromNano(200'000'000), Money::fromNano(100'000'000), true}}));
        CacheBreakdownRequest later;
        later.range = {SonnetChange, Today};  // its first day has none before it
        QVERIFY(built(later).priceChanges.empty());
        QVERIFY(build({Dimension::Model}, {{Dimension::Model, QString::fromLatin1(Opus)}}).priceChanges.empty());
    }

    // A contract's new prices, which no list knows.
    void aChangeThatOnlyTheBillTells() {
        SmallCache cache;
        std::vector<QByteArray> days;
        std::vector<CostLine> bill = billOf(m_entries, days);
        const UtcDay contract = isoDay("2026-11-02");
        const UtcDay odd = isoDay("2026-10-14");  // one day alone is no change
        for (CostLine& line : bill) {
            if (QLatin1String(line.model) != QLatin1String(Opus)) continue;
            if (isoDay(line.day) >= contract || isoDay(line.day) == odd) line.nano = line.nano / 4 * 3;
        }
        store(cache, m_entries, bill);
        CacheBreakdownRequest request;
        request.range = Range;
        const auto b = buildCacheBreakdown(*cache.reader(), request, PriceBook::builtIn());
        QVERIFY(b);
        QCOMPARE(b->priceChanges.size(), 2U);
        QCOMPARE(b->priceChanges[1], (PriceChange{contract, QString::fromLatin1(Opus), InputKind::Read,
                                                  Money::fromNano(160'000'000), Money::fromNano(120'000'000), true}));
    }

    void yourPricesComeBeforeTheBook() {
        const PriceBook yours =
            PriceBook::parse(
                "{\"models\":[{\"ids\":[\"claude-haiku-4-5\",\"claude-nova-9,\\\"x\\\"\"],\"prices\":[{"
                "\"from\":\"2026-10-10\",\"uncached_input\":\"10\",\"cache_creation_5m\":\"12\","
                "\"cache_creation_1h\":\"20\",\"cache_read\":\"1\",\"output\":\"50\"}]}]}")
                .value();
        CacheBreakdownRequest request;
        request.range = {isoDay("2026-11-01"), isoDay("2026-11-10")};
        request.by = {Dimension::Model};
        const auto b = buildCacheBreakdown(*m_cache.reader(), request, PriceBook::builtIn().overriddenBy(yours));
        QVERIFY(b);
        QVERIFY(b->unpricedModels.empty());
        std::int64_t expected = 0;
        for (const UsageEntry& entry : m_entries) {
            if (request.range.contains(entry.day) && QLatin1String(entry.model) == QLatin1String(Nova))
                expected += entry.tokens.cacheRead * 9000;
        }
        const CacheSavings& nova = rowOf(*b, {QString::fromLatin1(Nova)})->savings;
        QCOMPARE(nano(nova.readSaving), expected);
        QCOMPARE(nova.source, PriceSource::YourPrices);
        QCOMPARE(useOf(nova, PriceSource::YourPrices).first, isoDay("2026-10-10"));
        QCOMPARE(rowOf(*b, {QString::fromLatin1(Haiku)})->savings.source, PriceSource::YourPrices);
        QCOMPARE(rowOf(*b, {QString::fromLatin1(Sonnet)})->savings.source, PriceSource::OwnBill);  // the bill is first
    }

    void nothingFetchedIsNotZero() {
        CacheBreakdownRequest request;
        request.range = {isoDay("2025-01-01"), isoDay("2025-01-31")};
        const CacheBreakdown b = built(request);
        QVERIFY(b.range.usage.isEmpty());
        QVERIFY(b.rows.empty());
        QCOMPARE(b.perPeriod.size(), 31U);
    }

    void whatItDoesNotHave() {
        const auto refuse = [this](const CacheBreakdownRequest& request) {
            const auto b = buildCacheBreakdown(*m_cache.reader(), request, PriceBook::builtIn());
            QVERIFY(!b);
            QCOMPARE(b.error().kind, ErrorKind::Usage);
            QVERIFY(!b.error().message.isEmpty());
        };
        CacheBreakdownRequest request;
        request.range = Range;
        request.interval = Interval::Hour;
        refuse(request);
        request.interval = Interval::Day;
        for (const auto& by : {std::vector<Dimension>{}, std::vector{Dimension::Model, Dimension::Model},
                               std::vector{Dimension::CostType}}) {
            request.by = by;
            refuse(request);
        }
        request.by = {Dimension::Model};
        request.where = {{Dimension::Description, {}}};
        refuse(request);
    }

private:
    static bool passes(const UsageEntry& entry, const std::vector<ReportFilter>& where) {
        std::map<Dimension, bool> held;
        for (const ReportFilter& filter : where) {
            held[filter.dimension] = held[filter.dimension] || entry.of(filter.dimension) == filter.value;
        }
        return std::all_of(held.begin(), held.end(), [](const auto& one) { return one.second; });
    }

    [[nodiscard]] CacheBreakdown built(const CacheBreakdownRequest& request) const {
        const auto b = buildCacheBreakdown(*m_cache.reader(), request, PriceBook::builtIn());
        if (!b) qFatal("%s", qPrintable(b.error().message));
        return *b;
    }

    [[nodiscard]] CacheBreakdown build(const std::vector<Dimension>& by, const std::vector<ReportFilter>& where) const {
        CacheBreakdownRequest request;
        request.range = Range;
        request.by = by;
        const auto reader = m_cache.reader();
        for (const ReportFilter& filter : where) {
            auto at = std::find_if(request.where.begin(), request.where.end(),
                                   [&filter](const auto& other) { return other.dimension == filter.dimension; });
            if (at == request.where.end()) at = request.where.insert(at, {filter.dimension, {}});
            const std::vector<TermId> terms = reader->findTerms(filter.dimension, filter.value).value();
            at->anyOf.insert(at->anyOf.end(), terms.begin(), terms.end());
        }
        return built(request);
    }

    static const CacheBreakdown::Row* rowOf(const CacheBreakdown& b, const Ids& ids) {
        for (const auto& row : b.rows) {
            if (idsOf(row) == ids) return &row;
        }
        qFatal("no such row");
    }

    static void compare(const CacheBreakdown::Row& row, const Reckoned& expected) {
        QCOMPARE(row.tokens, expected.tokens);
        const CacheSavings& savings = row.savings;
        const auto known = [&](std::int64_t amount) { return expected.priced ? std::optional(amount) : std::nullopt; };
        if (expected.facts > 0) {
            QCOMPARE(nano(savings.readSaving), known(expected.readSaving));
            QCOMPARE(nano(savings.writePremium), known(expected.premium));
            QCOMPARE(nano(savings.netSaving), known(expected.readSaving - expected.premium));
        }
        QCOMPARE(savings.unpriced, expected.unpriced > 0);
        QCOMPARE(useOf(savings, PriceSource::Unpriced).tokens, expected.unpriced);
        QCOMPARE(savings.pricedRead + savings.pricedWritten, row.tokens.cacheRead + row.written() - expected.unpriced);
    }

    void compareWithReport(const CacheBreakdown& b, const std::vector<Dimension>& by,
                           const std::vector<ReportFilter>& where) const {
        ReportRequest request;
        request.report = QStringLiteral("cache");
        request.range = Range;
        request.interval = Interval::Total;
        request.by = by;
        request.where = where;
        request.ids = true;
        const Table table = runReport(*m_cache.reader(), request, PriceBook::builtIn()).value();
        QCOMPARE(table.rows.size(), b.rows.size());
        // The report looks for Priority Tier whatever the filter.
        if (where.empty()) QCOMPARE(b.notes, table.notes);
        QCOMPARE(completenessText(b.table.cost), completenessText(table.completeness.at(1)));
        QCOMPARE(std::min(b.table.asOf, b.table.costAsOf), table.asOf);
        for (const auto& line : table.rows) {
            Ids ids;
            for (std::size_t i = 0; i < by.size(); ++i) {
                const auto* id = std::get_if<QString>(&line[i + 1]);
                ids.push_back(id != nullptr ? *id : QString());
            }
            const CacheBreakdown::Row* row = rowOf(b, ids);
            const std::size_t first = by.size() + 1;
            QCOMPARE(std::get<std::int64_t>(line[first]), row->tokens.cacheRead);
            QCOMPARE(std::get<std::int64_t>(line[first + 1]), row->written());
            QCOMPARE(std::get<std::int64_t>(line[first + 2]), row->tokens.uncachedInput);
            QCOMPARE(nano(line[first + 4]), nano(row->savings.readSaving));
            QCOMPARE(nano(line[first + 5]), nano(row->savings.writePremium));
            QCOMPARE(nano(line[first + 6]), nano(row->savings.netSaving));
        }
    }

    SmallCache m_cache;
    std::vector<UsageEntry> m_entries;
};

QTEST_GUILESS_MAIN(TestCacheBreakdown)
#include "tst_cachebreakdown.moc"
