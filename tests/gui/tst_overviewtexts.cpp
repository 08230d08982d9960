// The Overview's words: what the sentence, the tiles and the gap notes say for figures made by hand.
#include "ui/pages/overviewcharts.h"
#include "ui/pages/overviewtexts.h"

#include <QTest>

using namespace tokenledger;

namespace {

Money dollars(std::int64_t amount) { return Money::fromNano(amount * 1'000'000'000); }

/// Ten final days of $100 each, all there, compared with $1,250 before.
Overview tenDays() {
    Overview o;
    o.range = {UtcDay::fromDate(2026, 11, 1), UtcDay::fromDate(2026, 11, 10)};
    o.compared = DateRange{UtcDay::fromDate(2026, 10, 22), UtcDay::fromDate(2026, 10, 31)};
    o.asOf = *fromRfc3339(u"2026-11-19T13:42:00Z");
    for (Completeness* completeness : {&o.cost, &o.usage, &o.claudeCode}) completeness->finalDays = 10;
    o.claudeCode.dataset = Dataset::ClaudeCode;
    o.periods = periodsIn(o.range, Interval::Day);
    o.costStates.assign(10, PeriodState{1, 0, 0, 0});
    o.usageStates = o.costStates;
    o.spend = dollars(1000);
    o.comparedSpend = dollars(1250);
    o.spendPerPeriod.assign(10, dollars(100));
    o.models = {{QStringLiteral("claude-opus-5-5"), dollars(900), std::vector<Money>(10, dollars(90))},
                {QString(), dollars(100), std::vector<Money>(10, dollars(10))}};
    o.tokens.uncachedInput = 200;
    o.tokens.cacheRead = 700;
    o.tokens.cacheCreation5m = 100;
    o.tokens.output = 50;
    o.comparedTokens = o.tokens;
    o.comparedTokens->cacheRead = 600;
    o.cachePerPeriod.assign(10, o.tokens);
    return o;
}

/// The first four days were never fetched.
Overview sixOfTen() {
    Overview o = tenDays();
    o.compared.reset();
    o.comparedSpend.reset();
    o.comparedTokens.reset();
    o.cost.finalDays = 6;
    o.cost.missingDays = 4;
    for (std::size_t i = 0; i < 4; ++i) o.costStates[i] = PeriodState{0, 0, 1, 0};
    return o;
}

}  // namespace

class TestOverviewTexts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void sentenceComparesCompletePeriods();
    void sentenceNeverComparesGaps();
    void tilesTellGoodFromBad();
    void missingDaysAreNotZeros();
    void failuresAreNamed();
};

void TestOverviewTexts::sentenceComparesCompletePeriods() {
    Overview o = tenDays();
    QCOMPARE(overviewSentence(o),
             QStringLiteral("Spend fell $250.00 (20.0\u00a0%) against 22 Oct – 31 Oct, while tokens grew."));
    o.comparedSpend = dollars(800);
    QCOMPARE(overviewSentence(o), QStringLiteral("Spend rose $200.00 (25.0\u00a0%) against 22 Oct – 31 Oct."));
    o.comparedSpend = o.spend;
    QCOMPARE(overviewSentence(o), QStringLiteral("Spend is the same as in 22 Oct – 31 Oct."));
    o.comparedSpend.reset();
    QCOMPARE(overviewSentence(o), QStringLiteral("Spend was $1,000.00 in 10 days."));
}

void TestOverviewTexts::sentenceNeverComparesGaps() {
    Overview o = sixOfTen();
    QCOMPARE(
        overviewSentence(o),
        QStringLiteral("6 of 10 days are here. Figures below cover 5 Nov – 10 Nov only until the others are fetched."));
    o = tenDays();
    o.cost = {Dataset::Cost, 9, 0, 0, 1, {UtcDay::fromDate(2026, 11, 4)}};
    o.costStates[3] = PeriodState{0, 0, 0, 1};
    QCOMPARE(overviewSentence(o), QStringLiteral("9 of 10 days are here. The missing days are gaps below, not zeros."));
    o.cost = {Dataset::Cost, 0, 0, 10, 0, {}};
    o.costStates.assign(10, PeriodState{0, 0, 1, 0});
    QVERIFY(overviewSentence(o).startsWith(QStringLiteral("Nothing has been fetched for")));
}

void TestOverviewTexts::tilesTellGoodFromBad() {
    const OverviewTiles tiles = overviewTiles(tenDays());
    QCOMPARE(tiles.spend.value, QStringLiteral("$1,000.00"));
    QCOMPARE(tiles.spend.note1.front().tone, TextPart::Tone::Favourable);
    QVERIFY(plainText(tiles.spend.note1).startsWith(QStringLiteral("▼ −20.0")));
    // 700 of 1,000 against 600 of 900.
    QCOMPARE(tiles.hitRatio.value, QStringLiteral("70.0\u00a0%"));
    QCOMPARE(tiles.hitRatio.note1.front().tone, TextPart::Tone::Favourable);
    QCOMPARE(tiles.tokens.note1.front().tone, TextPart::Tone::Text2);
    Overview unpriced = tenDays();
    unpriced.savingsKnown = false;
    unpriced.unpricedModels = {QStringLiteral("claude-new-9")};
    QCOMPARE(overviewTiles(unpriced).netSaving.value, QStringLiteral("–"));
    QCOMPARE(plainText(overviewTiles(unpriced).netSaving.note2), QStringLiteral("1 model without a price"));
}

void TestOverviewTexts::missingDaysAreNotZeros() {
    const Overview o = sixOfTen();
    QCOMPARE(overviewTiles(o).spend.title, QStringLiteral("Spend, 5 Nov – 10 Nov"));
    QCOMPARE(plainText(overviewTiles(o).spend.note1), QStringLiteral("6 of 10 days"));
    const CostTrendData data = costTrendData(o, {}, UtcDay::fromDate(2026, 11, 19));
    QVERIFY(!data.periods.at(3).hasData());
    QVERIFY(data.periods.at(4).hasData());
    QCOMPARE(data.notes.size(), std::size_t{1});
    QCOMPARE(data.notes.front().days, (DateRange{o.range.first, UtcDay::fromDate(2026, 11, 4)}));
    const DisplayTable table = costTrendTable(o);
    QCOMPARE(table.rows.at(3).cells.at(1).text, QStringLiteral("–"));
    QCOMPARE(table.rows.at(3).cells.back().text, QStringLiteral("not fetched"));
    QCOMPARE(table.rows.at(4).cells.at(1).text, QStringLiteral("$90.00"));
    // Without a comparison the table shows shares rather than columns of dashes.
    QCOMPARE(changesTable(o).columns.back().title, QStringLiteral("Share"));
}

void TestOverviewTexts::failuresAreNamed() {
    Overview o = tenDays();
    QCOMPARE(failedText(o), QString());
    o.claudeCode = {Dataset::ClaudeCode, 9, 0, 0, 1, {UtcDay::fromDate(2026, 11, 4)}};
    o.usage.failedDays = 2;
    QCOMPARE(failedText(o), QStringLiteral("Usage: 2 days failed, Claude Code: 1 day failed"));
    QCOMPARE(plainText(overviewTiles(o).users.note2), QStringLiteral("active; 4 Nov failed"));
    QCOMPARE(daysInWords(o.claudeCode), QStringLiteral("9 of 10 days final, 1 failed"));
}

QTEST_GUILESS_MAIN(TestOverviewTexts)
#include "tst_overviewtexts.moc"
