// The Cache efficiency page's words and tables, from pictures written by hand.
#include "charts/format.h"
#include "ui/pages/cachetables.h"
#include "ui/pages/cachetexts.h"

#include <QTest>

using namespace tokenledger;

namespace {

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }
Money dollars(std::int64_t cents) { return Money::fromNano(cents * 10'000'000); }

CacheSavings savings(std::optional<std::int64_t> readCents, std::optional<std::int64_t> premiumCents) {
    CacheSavings s;
    if (readCents) s.readSaving = dollars(*readCents);
    if (premiumCents) s.writePremium = dollars(*premiumCents);
    if (readCents && premiumCents) s.netSaving = dollars(*readCents - *premiumCents);
    return s;
}

void use(CacheSavings& s, PriceSource source, std::int64_t tokens, UtcDay first = {}, UtcDay last = {}) {
    s.uses[static_cast<std::size_t>(source)] = {tokens, first, last};
    if (source == PriceSource::Unpriced) s.unpriced = true;
}

CacheBreakdown picture() {
    CacheBreakdown b;
    b.range.days = {day("2026-10-01"), day("2026-10-30")};
    b.range.usage = {Dataset::Usage, 30, 0, 0, 0, {}};
    b.range.groups = 19;
    b.range.savings = savings(200'00, 100'00);
    b.table = b.range;
    return b;
}

QString factOf(const Explanation& why, const QString& name) {
    for (const auto& [fact, text] : why.facts) {
        if (fact == name) return text;
    }
    return {};
}

}  // namespace

class TestCacheTexts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sentences() {
        CacheBreakdown b = picture();
        QCOMPARE(cacheSentence(b), QStringLiteral("Caching saved $100.00 net in 30 days. It saves in all 19 groups."));
        b.range.losingGroups = 2;
        b.range.usage = {Dataset::Usage, 28, 1, 0, 1, {day("2026-10-07")}};
        QCOMPARE(cacheSentence(b),
                 QStringLiteral("Caching saved $100.00 net in 29 of 30 days. In 2 of 19 groups it costs "
                                "more than it saves."));
        b.range.savings = savings(50'00, 80'00);
        b.unpricedModels = {QStringLiteral("claude-nova-9")};
        QCOMPARE(cacheSentence(b), QStringLiteral("Caching cost $30.00 more than it saved in 29 of 30 days. In 2 of 19 "
                                                  "groups it costs more than it saves. Nova 9 has no price and is left "
                                                  "out."));
        b.unpricedModels.push_back(QStringLiteral("x"));
        QVERIFY(cacheSentence(b).endsWith(QStringLiteral("2 models have no price and are left out.")));
        b.range.savings = savings(std::nullopt, std::nullopt);
        QCOMPARE(cacheSentence(b), QStringLiteral("No price is known for what was cached in 29 of 30 days."));
        b.range.groups = 0;
        b.range.usage = {Dataset::Usage, 1, 0, 0, 0, {}};
        QCOMPARE(cacheSentence(b), QStringLiteral("The cache was not used in 1 day."));
        b.range.usage = {Dataset::Usage, 0, 0, 30, 0, {}};
        QCOMPARE(cacheSentence(b), QStringLiteral("Nothing has been fetched for 1 Oct – 30 Oct 2026 yet."));
    }

    void sourcesInWords_data() {
        QTest::addColumn<QList<int>>("sources");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* said, std::initializer_list<PriceSource> sources) {
            QList<int> all;
            for (const PriceSource source : sources) all.append(static_cast<int>(source));
            QTest::addRow("%s of %d", said, static_cast<int>(all.size())) << all << QString::fromLatin1(said);
        };
        row("", {});
        row("own bill", {PriceSource::OwnBill});
        row("own bill", {PriceSource::OwnBill, PriceSource::NearestDay});
        row("nearest day", {PriceSource::NearestDay});
        row("your prices", {PriceSource::YourPrices});
        row("price book", {PriceSource::PriceBook});
        row("mixed", {PriceSource::NearestDay, PriceSource::PriceBook});
        row("mixed", {PriceSource::OwnBill, PriceSource::NearestDay, PriceSource::YourPrices});
        row("unpriced", {PriceSource::Unpriced});
        row("partly unpriced", {PriceSource::OwnBill, PriceSource::Unpriced});
    }
    void sourcesInWords() {
        QFETCH(QList<int>, sources);
        QFETCH(QString, said);
        CacheSavings s;
        for (const int source : sources) use(s, static_cast<PriceSource>(source), 10);
        QCOMPARE(priceSourceText(s), said);
        QCOMPARE(priceSourceId(s), QString(said).replace(u' ', u'_'));
    }

    void priceChangesInWords() {
        CacheBreakdown b = picture();
        const auto change = [](const char* when, const char* model, InputKind kind) {
            return PriceChange{day(when), QString::fromLatin1(model), kind, dollars(20), dollars(10), true};
        };
        b.priceChanges = {change("2026-10-07", "claude-sonnet-5-5", InputKind::Read),
                          change("2026-10-09", "claude-opus-5-5", InputKind::Creation5m),
                          change("2026-10-09", "claude-haiku-5-5", InputKind::Uncached)};
        auto notes = priceNotes(b);
        QCOMPARE(notes.size(), 2U);
        QCOMPARE(notes[0].title, QStringLiteral("7 Oct: Sonnet 5.5 read price $0.20 → $0.10"));
        QVERIFY(notes[0].kind == NoteKind::Event);
        QCOMPARE(notes[1].title,
                 QStringLiteral("9 Oct: Opus 5.5 5m write price $0.20 → $0.10, Haiku 5.5 input price $0.20 → $0.10"));
        b.priceChanges.push_back(change("2026-10-09", "claude-sonnet-5", InputKind::Read));
        notes = priceNotes(b);
        QCOMPARE(notes[1].title, QStringLiteral("9 Oct: prices of 3 models changed"));
        QCOMPARE(cacheChartData(b).notes.size(), 2U);
    }

    void aCellTellsItsPrices() {
        CacheBreakdown b = picture();
        CacheBreakdown::Row row;
        row.tokens = {5, 1'000'000, 1'000'000, 8'000'000, 1, 0};
        row.facts = 4;
        row.savings = savings(16'00, 2'00);
        row.savings.pricedRead = 8'000'000;
        row.savings.pricedWritten = 2'000'000;
        use(row.savings, PriceSource::OwnBill, 9'000'000, day("2026-10-01"), day("2026-10-27"));
        use(row.savings, PriceSource::PriceBook, 1'000'000, day("2026-10-07"), day("2026-10-07"));
        const Explanation why =
            whyCache(b, row, CacheColumn::NetSaving, QStringLiteral("what"), QStringLiteral("$14.00"));
        QCOMPARE(factOf(why, QStringLiteral("Read saving")), QStringLiteral("$16.00"));
        QCOMPARE(factOf(why, QStringLiteral("Write premium")), QStringLiteral("$2.00"));
        QCOMPARE(factOf(why, QStringLiteral("Price: own bill")),
                 QStringLiteral("90.0\u00a0% of the cached tokens; the bills of the same days, 1 Oct – 27 Oct 2026"));
        QCOMPARE(factOf(why, QStringLiteral("Price: price book")),
                 QStringLiteral("10.0\u00a0% of the cached tokens; published prices, in force since 7 Oct 2026"));
        QVERIFY(factOf(why, QStringLiteral("Rows behind it")).startsWith(QStringLiteral("4 sums")));
        const Explanation read = whyCache(b, row, CacheColumn::ReadSaving, {}, {});
        QCOMPARE(factOf(read, QStringLiteral("On average")),
                 QStringLiteral("$2.0000 less for a million tokens read than as input"));
        const Explanation ratio = whyCache(b, row, CacheColumn::HitRatio, {}, {});
        QVERIFY(factOf(ratio, QStringLiteral("Price: own bill")).isEmpty());
        QCOMPARE(factOf(ratio, QStringLiteral("Uncached input")), QStringLiteral("5"));
    }

    void rowsOfTheTable() {
        CacheBreakdown b = picture();
        const auto add = [&b](const char* workspace, const CacheSavings& s, const UsageMeasures& tokens) {
            b.rows.push_back({{{QString::fromLatin1(workspace), QStringLiteral("Same name")},
                               {QStringLiteral("claude-opus-5-5"), QStringLiteral("claude-opus-5-5")}},
                              tokens,
                              1,
                              s});
        };
        CacheSavings saves = savings(10'00, 1'00);
        saves.breakEven = 277'778;
        use(saves, PriceSource::OwnBill, 10);
        CacheSavings loses = savings(1'00, 10'00);
        use(loses, PriceSource::PriceBook, 10);
        CacheSavings unpriced = savings(std::nullopt, std::nullopt);
        use(unpriced, PriceSource::Unpriced, 10);
        add("w1", saves, {10, 4, 0, 30, 0, 0});
        add("w2", loses, {10, 0, 40, 20, 0, 0});
        add("", unpriced, {10, 1, 1, 1, 0, 0});
        add("w4", savings(0, 0), {10, 0, 0, 0, 0, 0});  // does not cache
        const DisplayTable table = cacheGroupsTable(b);
        const auto text = [&table](std::size_t row, CacheColumn column) {
            return table.rows[row].cells[2 + static_cast<std::size_t>(column)].text;
        };
        QCOMPARE(table.rows[0].cells[0].text, QStringLiteral("Same name (w1)"));
        QCOMPARE(table.rows[2].cells[0].text, QStringLiteral("(default workspace)"));
        QCOMPARE(text(0, CacheColumn::ReadsPerWrite), QStringLiteral("7.50"));
        QCOMPARE(text(0, CacheColumn::BreakEven), QStringLiteral("0.28"));
        QCOMPARE(text(0, CacheColumn::Premium), QStringLiteral("\u2212$1.00"));
        QCOMPARE(text(1, CacheColumn::PriceSource), QStringLiteral("loses money"));
        QVERIFY(table.rows[1].tone == DisplayRow::Tone::Bad && table.rows[0].tone == DisplayRow::Tone::Plain);
        QCOMPARE(text(2, CacheColumn::NetSaving), QStringLiteral("unpriced"));
        QCOMPARE(text(2, CacheColumn::PriceSource), QStringLiteral("unpriced"));
        QCOMPARE(text(2, CacheColumn::ReadSaving), QStringLiteral("–"));
        QCOMPARE(text(3, CacheColumn::ReadsPerWrite), QStringLiteral("–"));
        QCOMPARE(text(3, CacheColumn::NetSaving), QStringLiteral("$0.00"));  // known, and nothing
        QCOMPARE(text(3, CacheColumn::PriceSource), QString());
        const DisplayTable losing = cacheGroupsTable(b, CacheRows::Losing);
        QCOMPARE(losing.rows.size(), 1U);
        QCOMPARE(cacheRowOf(b, losing.rows[0].key), &b.rows[1]);
        QCOMPARE(cacheRowOf(b, table.rows[2].key), &b.rows[2]);
        const QString gone = table.rows[3].key;
        QVERIFY(!losing.total);
        b.notes = {QStringLiteral("A note.")};
        b.table.cost = {Dataset::Cost, 29, 1, 0, 0, {}};
        b.table.asOf = QDateTime(QDate(2026, 11, 2), QTime(8, 0), Qt::UTC);
        b.table.costAsOf = b.table.asOf.addSecs(-60);
        const Table csv = cacheGroupsExport(b);
        QCOMPARE(csv.rows.size(), 4U);
        QVERIFY(std::holds_alternative<std::monostate>(csv.rows[2][11]));  // no dollars, not zero dollars
        QCOMPARE(std::get<QString>(csv.rows[1].back()), QStringLiteral("price_book"));
        QCOMPARE(std::get<QString>(csv.rows[2].back()), QStringLiteral("unpriced"));
        QCOMPARE(csv.notes, b.notes);
        QCOMPARE(csv.completeness.size(), 2U);
        QVERIFY(csv.completeness[0].dataset == Dataset::Usage && csv.completeness[1].dataset == Dataset::Cost);
        QCOMPARE(csv.completeness[1].finalDays, 29);
        QCOMPARE(csv.asOf, b.table.costAsOf);  // the older of the two
        b.rows.pop_back();
        QVERIFY(cacheRowOf(b, gone) == nullptr);
    }

    void nothingFetchedHasNoTotal() {
        CacheBreakdown b = picture();
        b.table.usage = {Dataset::Usage, 0, 0, 30, 0, {}};
        const DisplayTable table = cacheGroupsTable(b);
        for (std::size_t column = 2; column + 1 < table.columns.size(); ++column) {
            QCOMPARE(table.total->cells[column].text, QStringLiteral("–"));
        }
    }

    void timesAreWrittenFromIntegers() {
        QCOMPARE(formatTimes(23'576'471), QStringLiteral("23.58"));
        QCOMPARE(formatTimes(277'778, 6), QStringLiteral("0.277778"));
        QCOMPARE(formatTimes(-1'005'000), QStringLiteral("\u22121.00"));
        QCOMPARE(formatTimes(1'234'567'000'000), QStringLiteral("1,234,567.00"));
    }
};

QTEST_GUILESS_MAIN(TestCacheTexts)
#include "tst_cachetexts.moc"
