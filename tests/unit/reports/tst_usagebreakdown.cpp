// The Usage page's figures against the report "usage", and against sums made here from what was put in.
#include "app/reports/hourlyusage.h"
#include "app/reports/report.h"
#include "usageentries.h"

#include <QTest>

#include <limits>

using namespace tokenledger;

class TestUsageBreakdown : public QObject {
    Q_OBJECT
    SmallCache m_cache;
    std::vector<Entry> m_entries = entries(Filled);

    static UsageBreakdownRequest request(Dimension rows = Dimension::TokenType, Dimension parts = Dimension::Model) {
        UsageBreakdownRequest asked;
        asked.range = Range;
        asked.rows = rows;
        asked.parts = parts;
        return asked;
    }
    /// Tokens of the report's rows, all kinds, by period and id.
    std::map<std::pair<QString, QString>, std::int64_t> report(Interval interval, Dimension by) {
        ReportRequest asked{QStringLiteral("usage"), Range, interval, {by}, {}, true};
        const auto table = runReport(*m_cache.reader(), asked, PriceBook::builtIn());
        if (!table) qFatal("%s", qPrintable(table.error().message));
        std::map<std::pair<QString, QString>, std::int64_t> rows;
        for (const auto& row : table->rows) {
            std::int64_t tokens = 0;
            for (std::size_t i = 2; i < 7; ++i) tokens += std::get<std::int64_t>(row[i]);
            const auto* id = std::get_if<QString>(&row[1]);
            rows[{std::get<QString>(row[0]), id != nullptr ? *id : QString()}] = tokens;
        }
        return rows;
    }

private slots:
    void initTestCase() {
        m_cache.workspaces({{"wrkspc_a", "Production"}, {"wrkspc_b", "Production"}});
        store(m_cache, Filled, Now, m_entries);
    }

    void layersAreTheReport_data() {
        QTest::addColumn<Interval>("interval");
        QTest::addColumn<Dimension>("dimension");
        for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month}) {
            for (const Dimension dimension : UsageDimensions) {
                if (dimension == Dimension::TokenType) continue;
                QTest::addRow("%s %s", qPrintable(intervalName(interval)), qPrintable(dimensionName(dimension)))
                    << interval << dimension;
            }
        }
    }
    void layersAreTheReport() {
        QFETCH(Interval, interval);
        QFETCH(Dimension, dimension);
        UsageBreakdownRequest asked =
            request(dimension, dimension == Dimension::Model ? Dimension::Workspace : Dimension::Model);
        asked.interval = interval;
        const UsageBreakdown b = built(m_cache, asked);
        auto expected = report(interval, dimension);
        std::int64_t total = 0;
        for (const auto& layer : b.layers) {
            QCOMPARE(layer.perPeriod.size(), b.periods.size());
            std::int64_t ofLayer = 0;
            for (std::size_t i = 0; i < b.periods.size(); ++i) {
                const auto found = expected.find({periodLabel(b.periods[i], interval), layer.value.id});
                QCOMPARE(layer.perPeriod[i], found == expected.end() ? 0 : found->second);
                if (found != expected.end()) expected.erase(found);
                ofLayer += layer.perPeriod[i];
            }
            QCOMPARE(layer.total, ofLayer);
            total += ofLayer;
        }
        QVERIFY(expected.empty());
        QCOMPARE(total, allTokens(sumOf(m_entries, Range, all)));
        QVERIFY(b.range.tokens == sumOf(m_entries, Range, all));
        std::int64_t ofPeriods = 0;
        for (const std::int64_t tokens : b.perPeriod) ofPeriods += tokens;
        QCOMPARE(ofPeriods, total);
    }

    void kindsAreTheColumns() {
        const UsageBreakdown b = built(m_cache, request());
        QCOMPARE(b.layers.size(), AllTokenKinds.size());
        const DateRange shown = b.table.days;
        QCOMPARE(shown, (DateRange{Range.first, Today - 1}));  // today was fetched before it was over
        for (const TokenKind kind : AllTokenKinds) {
            const auto* row = rowOf(b.rows, tokenKindId(kind));
            QVERIFY(row != nullptr);
            QCOMPARE(row->total, std::optional(tokensOf(sumOf(m_entries, shown, all), kind)));
            QCOMPARE(tokensOf(*row->tokens, kind), *row->total);
            QCOMPARE(allTokens(*row->tokens), *row->total);
            QCOMPARE(row->tokens->webSearches, 0);
            for (const char* model : Models) {
                const auto ofModel = [&](const Entry& entry) {
                    return entry.of(Dimension::Model) == QString::fromUtf8(model);
                };
                QCOMPARE(rowOf(row->parts, QString::fromUtf8(model))->total,
                         std::optional(tokensOf(sumOf(m_entries, shown, ofModel), kind)));
            }
        }
        QVERIFY(b.sum.tokens == sumOf(m_entries, shown, all));
        QCOMPARE(b.sum.total, std::optional(allTokens(sumOf(m_entries, shown, all))));
        QVERIFY(b.sum.tokens->webSearches > 0);
    }

    void rowsAndPartsAddUp_data() {
        QTest::addColumn<Interval>("interval");
        for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month})
            QTest::addRow("%s", qPrintable(intervalName(interval))) << interval;
    }
    void rowsAndPartsAddUp() {
        QFETCH(Interval, interval);
        UsageBreakdownRequest asked = request(Dimension::ApiKey, Dimension::Workspace);
        asked.interval = interval;
        const UsageBreakdown b = built(m_cache, asked);
        QCOMPARE(b.rows.size(), Keys.size());
        std::int64_t total = 0;
        std::int64_t change = 0;
        for (const auto& row : b.rows) {
            const auto inRow = [&](const Entry& entry) { return entry.of(Dimension::ApiKey) == row.value.id; };
            QVERIFY(row.tokens == sumOf(m_entries, b.table.days, inRow));
            QCOMPARE(row.compared, std::optional(allTokens(sumOf(m_entries, *b.table.compared, inRow))));
            QCOMPARE(row.change, std::optional(*row.total - *row.compared));
            std::int64_t ofParts = 0;
            for (const auto& part : row.parts) {
                const auto inPart = [&](const Entry& entry) {
                    return inRow(entry) && entry.of(Dimension::Workspace) == part.value.id;
                };
                QVERIFY(part.tokens == sumOf(m_entries, b.table.days, inPart));
                ofParts += *part.total;
            }
            QCOMPARE(ofParts, *row.total);
            total += *row.total;
            change += *row.change;
        }
        QCOMPARE(b.sum.total, std::optional(total));
        QCOMPARE(b.sum.change, std::optional(change));
        QVERIFY(std::is_sorted(b.rows.begin(), b.rows.end(),
                               [](const auto& a, const auto& c) { return *a.total > *c.total; }));
    }

    void namesAreThoseOfTheCache() {
        const UsageBreakdown b = built(m_cache, request(Dimension::Workspace));
        QCOMPARE(rowOf(b.rows, QStringLiteral("wrkspc_a"))->value.name, QStringLiteral("Production"));
        QCOMPARE(rowOf(b.rows, QStringLiteral("wrkspc_b"))->value.name, QStringLiteral("Production"));
        QCOMPARE(rowOf(b.rows, {})->value.name, QStringLiteral("(default workspace)"));
        QCOMPARE(rowOf(b.rows, QString::fromUtf8(Workspaces[3]))->value.name, QString::fromUtf8(Workspaces[3]));
        QCOMPARE(rowOf(built(m_cache, request(Dimension::ApiKey)).rows, {})->value.name, QStringLiteral("(console)"));
    }

    void followsFiltersAlsoOfKeys() {
        const auto reader = m_cache.reader();
        UsageBreakdownRequest asked = request(Dimension::Model, Dimension::Workspace);
        asked.where = {{Dimension::Workspace, reader->findTerms(Dimension::Workspace, {}).value()},
                       {Dimension::ApiKey, reader->findTerms(Dimension::ApiKey, QStringLiteral("apikey_2")).value()}};
        const auto holds = [](const Entry& entry) {
            return entry.workspace == NoId && entry.of(Dimension::ApiKey) == QLatin1String("apikey_2");
        };
        const UsageBreakdown b = buildUsageBreakdown(*reader, asked).value();
        QVERIFY(b.range.tokens == sumOf(m_entries, Range, holds));
        QVERIFY(b.range.comparedTokens == sumOf(m_entries, *b.range.compared, holds));
        asked.where.push_back({Dimension::Model, {}});  // nothing matches
        const UsageBreakdown none = buildUsageBreakdown(*reader, asked).value();
        QVERIFY(none.rows.empty() && none.layers.empty());
        QVERIFY(none.range.tokens == UsageMeasures());
        QVERIFY(!none.sum.tokens);
    }

    void aSelectedBarIsTheTableAlone() {
        UsageBreakdownRequest asked = request();
        const UtcDay day = isoDay("2026-11-10");
        asked.selected = DateRange{day, day};
        const UsageBreakdown b = built(m_cache, asked);
        QVERIFY(b.table.tokens == sumOf(m_entries, {day, day}, all));
        QCOMPARE(*b.table.compared, (DateRange{day - 7, day - 7}));  // the same weekday
        QVERIFY(b.table.comparedTokens == sumOf(m_entries, {day - 7, day - 7}, all));
        QVERIFY(b.range.tokens == sumOf(m_entries, Range, all));
        QVERIFY(b.range.ofWholeDays == sumOf(m_entries, b.range.wholeDays, all));
        QVERIFY(b.range.comparedTokens == sumOf(m_entries, *b.range.compared, all));
        asked.interval = Interval::Week;
        QVERIFY(built(m_cache, asked).table.tokens == b.table.tokens);
    }

    void gapsAreSaidAndNotCompared() {
        SmallCache cache;
        const DateRange days{isoDay("2026-10-01"), isoDay("2026-10-10")};
        const UsageMeasures tokens{1, 2, 3, 4, 5, 6};
        cache.usage(days, noonOf(isoDay("2026-11-01")), {{"2026-10-08", "w", "k", "m", "standard", tokens}});
        cache.failure(Dataset::Usage, {isoDay("2026-10-11"), isoDay("2026-10-11")});
        UsageBreakdownRequest asked;
        asked.range = {isoDay("2026-10-06"), isoDay("2026-10-13")};
        const UsageBreakdown b = built(cache, asked);
        QCOMPARE(b.range.comparability, Comparability::GapsNow);
        QVERIFY(!b.range.comparedTokens && !b.comparedMeanPerPeriod && !b.rows.front().change);
        QCOMPARE(b.range.completeness.failedDays, 1);
        QCOMPARE(b.range.completeness.missingDays, 2);
        QCOMPARE(b.gaps.size(), 2U);
        QVERIFY(b.range.tokens == tokens);
        asked.range = {isoDay("2026-10-12"), isoDay("2026-10-13")};
        QVERIFY(built(cache, asked).range.completeness.isEmpty());
    }

    void theMeanIsOfTheComparedDays() {
        const UsageBreakdown b = built(m_cache, request());
        const std::int64_t before = allTokens(sumOf(m_entries, *b.range.compared, all));
        // Days on both sides: the mean of one, half-even.
        const double mean = static_cast<double>(before) / b.range.compared->days();
        QVERIFY(std::abs(static_cast<double>(*b.comparedMeanPerPeriod) - mean) <= 0.5);
    }

    void sumsThatDoNotFitAreRefused() {
        SmallCache cache;
        const DateRange day{isoDay("2026-11-10"), isoDay("2026-11-10")};
        UsageMeasures most;
        most.output = std::numeric_limits<std::int64_t>::max();
        UsageMeasures one;
        one.cacheRead = 1;
        cache.usage(day, Now,
                    {{"2026-11-10", "w", "k", "a", "standard", most}, {"2026-11-10", "w", "k", "b", "standard", one}});
        UsageBreakdownRequest asked;
        asked.range = day;
        const auto result = buildUsageBreakdown(*cache.reader(), asked);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, tooLarge(QString()).value().kind);
    }

    void refusesWhatUsageDoesNotHave() {
        const auto reader = m_cache.reader();
        const auto kindOf = [&](UsageBreakdownRequest asked) {
            return buildUsageBreakdown(*reader, asked).error().kind;
        };
        QCOMPARE(kindOf(request(Dimension::Model, Dimension::Model)), ErrorKind::Usage);
        QCOMPARE(kindOf(request(Dimension::Workspace, Dimension::TokenType)), ErrorKind::Usage);
        QCOMPARE(kindOf(request(Dimension::CostType, Dimension::Model)), ErrorKind::Usage);
        UsageBreakdownRequest hours = request();
        hours.interval = Interval::Hour;
        QCOMPARE(kindOf(hours), ErrorKind::Usage);
    }

    void hoursAreThoseThatWereFetched() {
        SmallCache cache;
        const DateRange days{isoDay("2026-11-18"), Today};
        const UsageMeasures tokens{1, 2, 3, 4, 5, 6};
        const QDateTime fetched = Today.start().addSecs(10 * 3600 + 42 * 60);
        cache.usage({days.first + 1, Today}, fetched,
                    {{"2026-11-19T13", "w", "k", "m", "standard", tokens},
                     {"2026-11-20T10", "w", "k", "n", "standard", tokens}},
                    BucketWidth::Hour);
        const auto reader = cache.reader();
        const auto hours = buildHourlyUsage(*reader, {days, {}});
        QVERIFY(hours);
        QCOMPARE(hours->hours.size(), std::size_t(24 + 24 + 11));  // the eleventh is under way
        QCOMPARE(hours->tokens.output, 10);
        QCOMPARE(hours->perHour[24 + 13].output, 5);
        QCOMPARE(hours->perHour.back().output, 5);
        QVERIFY(hours->states.front().isEmpty());
        QCOMPARE(hours->states.back().unfinishedDays, 1);
        QCOMPARE(hours->states[hours->states.size() - 2].unfinishedDays, 0);
        QCOMPARE(hours->gaps.size(), 1U);
        const auto filtered = buildHourlyUsage(
            *reader, {days, {{Dimension::Model, reader->findTerms(Dimension::Model, QStringLiteral("n")).value()}}});
        QCOMPARE(filtered->tokens.output, 5);
        // Days are no hours.
        QVERIFY(buildHourlyUsage(*m_cache.reader(), {days, {}})->completeness.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUsageBreakdown)
#include "tst_usagebreakdown.moc"
