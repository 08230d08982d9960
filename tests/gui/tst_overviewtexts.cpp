// The Overview's words: what the sentence, the tiles and the gap notes say for figures made by hand.
#include "ui/models/shownrows.h"
#include "ui/pages/overviewcharts.h"
#include "ui/pages/overviewtexts.h"
#include "ui/pages/overviewtiles.h"

#include <QTest>

using namespace tokenledger;

namespace {

Money dollars(std::int64_t amount) { return Money::fromNano(amount * 1'000'000'000); }

/// Ten final days of $100 each, all there, compared with $1,250 before.
Overview tenDays() {
    Overview o;
    o.range = {UtcDay::fromDate(2026, 11, 1), UtcDay::fromDate(2026, 11, 10)};
    o.wholeDays = o.range;
    o.costComparability = o.usageComparability = o.claudeCodeComparability = Comparability::Yes;
    o.compared = DateRange{UtcDay::fromDate(2026, 10, 22), UtcDay::fromDate(2026, 10, 31)};
    o.asOf = *fromRfc3339(u"2026-11-19T13:42:00Z");
    for (Completeness* completeness : {&o.cost, &o.usage, &o.claudeCode}) completeness->finalDays = 10;
    o.claudeCode.dataset = Dataset::ClaudeCode;
    o.periods = periodsIn(o.range, Interval::Day);
    o.costStates.assign(10, PeriodState{1, 0, 0, 0});
    o.usageStates = o.costStates;
    o.spend = dollars(1000);
    o.spendOfWholeDays = o.spend;
    o.comparedSpend = dollars(1250);
    o.spendPerPeriod.assign(10, dollars(100));
    o.models = {{QStringLiteral("claude-opus-5-5"), dollars(900), std::vector<Money>(10, dollars(90))},
                {QString(), dollars(100), std::vector<Money>(10, dollars(10))}};
    o.tokens.uncachedInput = 200;
    o.tokens.cacheRead = 700;
    o.tokens.cacheCreation5m = 100;
    o.tokens.output = 50;
    o.tokensOfWholeDays = o.comparedTokens = o.tokens;
    o.comparedTokens->cacheRead = 600;
    o.cachePerPeriod.assign(10, o.tokens);
    return o;
}

/// The first four days were never fetched.
Overview sixOfTen() {
    Overview o = tenDays();
    o.costComparability = Comparability::GapsNow;
    o.comparedSpend.reset();
    o.comparedTokens.reset();
    o.costGaps = {{{o.range.first, o.range.first + 3}, false}};
    o.cost.finalDays = 6;
    o.cost.missingDays = 4;
    for (std::size_t i = 0; i < 4; ++i) o.costStates[i] = PeriodState{0, 0, 1, 0};
    return o;
}

/// Ten days to today, which was fetched at noon: nine days of $100 and $40 so far.
Overview toToday() {
    Overview o = tenDays();
    o.wholeDays.last = o.range.last - 1;
    o.compared->last = o.compared->last - 1;
    o.cost.finalDays = 6;
    o.cost.provisionalDays = 4;
    o.costStates.back() = PeriodState{0, 1, 0, 0, 1};
    o.spend = dollars(940);
    o.spendOfWholeDays = dollars(900);
    o.comparedSpend = dollars(750);
    return o;
}

/// What the explanation says under this label; empty when it has no such line.
QString fact(const TileContent& tile, const QString& label) {
    for (const auto& [name, text] : tile.why.facts) {
        if (name == label) return text;
    }
    return {};
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
    void todayIsLeftOutOfTheChange();
    void aMissingComparisonHasItsReason();
    void nothingFetchedIsADash();
    void ofACreditThereIsNoPercentage();
    void priorityTierIsLeftOutOfSpend();
    void runRateShowsItsSum();
    void aMonthThatIsOverHasATotal();
    void anotherYearIsNamed();
    void whatIsRoundedToNothingHasNoDirection();
    void costAndChangeAreOfTheSameDays();
    void otherRowsHaveTheirShare();
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
    const CostTrendData data = costTrendData(o, {});
    QVERIFY(!data.periods.at(3).hasData());
    QVERIFY(data.periods.at(4).hasData());
    QCOMPARE(data.gaps, std::vector({DayGap{{o.range.first, UtcDay::fromDate(2026, 11, 4)}, false}}));
    const DisplayTable table = costTrendTable(o);
    QCOMPARE(table.rows.at(3).cells.at(1).text, QStringLiteral("–"));
    QCOMPARE(table.rows.at(3).cells.back().text, QStringLiteral("not fetched"));
    QCOMPARE(table.rows.at(4).cells.at(1).text, QStringLiteral("$90.00"));
    // Without a comparison the table shows shares rather than columns of dashes.
    QCOMPARE(changesTable(o).columns.back().title, QStringLiteral("Share"));
}

void TestOverviewTexts::failuresAreNamed() {
    Overview o = tenDays();
    QCOMPARE(gapsText(o), QString());
    o.claudeCode = {Dataset::ClaudeCode, 9, 0, 0, 1, {UtcDay::fromDate(2026, 11, 4)}};
    o.usage.failedDays = 2;
    QCOMPARE(gapsText(o), QStringLiteral("Usage: 2 days failed; Claude Code: 1 day failed"));
    o.claudeCode.missingDays = 3;
    o.usage.failedDays = 0;
    o.cost.missingDays = 1;  // said beside it
    QCOMPARE(gapsText(o), QStringLiteral("Claude Code: 1 day failed, 3 days missing"));
    o.claudeCode.missingDays = 0;
    QCOMPARE(plainText(overviewTiles(o).users.note2), QStringLiteral("active; 4 Nov failed"));
    QCOMPARE(daysInWords(o.claudeCode), QStringLiteral("9 of 10 days final, 1 failed"));
}

void TestOverviewTexts::todayIsLeftOutOfTheChange() {
    const Overview o = toToday();
    QCOMPARE(overviewSentence(o), QStringLiteral("Spend to 9 Nov rose $150.00 (20.0\u00a0%) against 22 Oct – 30 Oct."));
    const TileContent spend = overviewTiles(o).spend;
    QCOMPARE(spend.value, QStringLiteral("$940.00"));
    QCOMPARE(plainText(spend.note1), QStringLiteral("▲ +20.0\u00a0% · +$150.00"));
    QCOMPARE(plainText(spend.note2), QStringLiteral("$750 before, to 9 Nov"));
    // A change that leaves today out says so beside a figure that does not.
    for (const TileContent& tile : {overviewTiles(o).tokens, overviewTiles(o).hitRatio}) {
        QVERIFY2(plainText(tile.note1).endsWith(QStringLiteral("to 9 Nov")), qPrintable(plainText(tile.note1)));
    }
    QCOMPARE(fact(spend, QStringLiteral("Change")), QStringLiteral("$900.00 − $750.00 = +$150.00"));
    QVERIFY(fact(spend, QStringLiteral("Compared")).contains(QStringLiteral("not over when they were fetched")));
    QCOMPARE(changesTable(o).total->cells.at(3).text, QStringLiteral("+$150.00"));
    QCOMPARE(changesSubtitle(o), QStringLiteral("workspace and model, 1 Nov – 9 Nov against 22 Oct – 30 Oct"));
    const CostTrendData data = costTrendData(o, {});
    QVERIFY(data.periods.back().isRunning() && !data.periods.at(8).isRunning());
}

void TestOverviewTexts::aMissingComparisonHasItsReason() {
    Overview o = tenDays();
    o.comparedSpend.reset();
    o.comparedTokens.reset();
    const auto saying = [&o](Comparability comparability) {
        o.costComparability = o.usageComparability = comparability;
        const OverviewTiles tiles = overviewTiles(o);
        const QString reason = fact(tiles.spend, QStringLiteral("Comparison"));
        if (fact(tiles.tokens, QStringLiteral("Comparison")) != reason) return QStringLiteral("two reasons");
        return QString(plainText(tiles.tokens.note1) + u'|' + reason);
    };
    QCOMPARE(saying(Comparability::GapsBefore),
             QStringLiteral("earlier days not fetched|none: days of 22 Oct – 31 Oct 2026 are not here"));
    QCOMPARE(saying(Comparability::NotOver),
             QStringLiteral("not over: no comparison|none: a day was fetched before it was over, and only a part of it "
                            "is here"));
    QCOMPARE(saying(Comparability::NotAsked), QStringLiteral("no comparison|none was chosen"));
    QVERIFY(fact(overviewTiles(sixOfTen()).spend, QStringLiteral("Comparison"))
                .startsWith(QStringLiteral("none: days of the period are missing")));
    QVERIFY(fact(overviewTiles(o).monthToDate, QStringLiteral("Comparison")).isEmpty());
}

void TestOverviewTexts::nothingFetchedIsADash() {
    Overview o;
    o.range = {UtcDay::fromDate(2026, 11, 1), UtcDay::fromDate(2026, 11, 2)};
    for (Completeness* completeness : {&o.cost, &o.usage, &o.claudeCode}) completeness->missingDays = 2;
    o.periods = periodsIn(o.range, Interval::Day);
    o.costStates.assign(2, PeriodState{0, 0, 1, 0});
    o.usageStates = o.costStates;
    o.monthToDateState = PeriodState{0, 0, 2, 0};
    o.costGaps = o.usageGaps = {{o.range, false}};
    o.spendPerPeriod.assign(2, Money());
    o.cachePerPeriod.assign(2, UsageMeasures());
    const OverviewTiles tiles = overviewTiles(o);
    for (const TileContent& tile :
         {tiles.spend, tiles.monthToDate, tiles.tokens, tiles.hitRatio, tiles.netSaving, tiles.users}) {
        QCOMPARE(tile.value, QStringLiteral("–"));
        QCOMPARE(plainText(tile.note1), QStringLiteral("nothing fetched yet"));
        QVERIFY2(tile.exact.isEmpty(), qPrintable(tile.title));
        QVERIFY2(!plainText(tile.note2).contains(u'0'), qPrintable(tile.title));
        QVERIFY2(fact(tile, QStringLiteral("Exact value")).isEmpty(), qPrintable(tile.title));
    }
    for (const DisplayTable& table :
         {costTrendTable(o), modelDistributionTable(o), cacheEfficiencyTable(o), changesTable(o)}) {
        for (const DisplayCell& cell : table.total->cells) QVERIFY(!cell.number);
    }
    QCOMPARE(modelDonutData(o, {}).emptyText, QStringLiteral("Nothing fetched yet"));
    QCOMPARE(shareSubtitle(o), QStringLiteral("share of cost"));
    QVERIFY(!costTrendData(o, {}).periods.front().hasData());
}

void TestOverviewTexts::ofACreditThereIsNoPercentage() {
    Overview o = tenDays();
    o.netSaving = dollars(30);
    o.netSavingOfWholeDays = o.netSaving;
    for (const std::int64_t before : {-20, 0}) {
        o.comparedNetSaving = o.comparedSpend = dollars(before);
        const OverviewTiles tiles = overviewTiles(o);
        const QString change = QStringLiteral("$%1.00").arg(30 - before);
        QVERIFY(plainText(tiles.netSaving.note1).startsWith(u"▲ +" + change));
        QVERIFY(!plainText(tiles.netSaving.note1).contains(u'%'));
        QVERIFY(!plainText(tiles.spend.note1).contains(u'%'));
        QVERIFY(!overviewSentence(o).contains(u'%'));
    }
}

void TestOverviewTexts::priorityTierIsLeftOutOfSpend() {
    Overview o = tenDays();
    QVERIFY(fact(overviewTiles(o).spend, QStringLiteral("Left out")).isEmpty());
    o.priorityTierSeen = true;
    QVERIFY(fact(overviewTiles(o).spend, QStringLiteral("Left out")).contains(QStringLiteral("Priority Tier")));
}

void TestOverviewTexts::runRateShowsItsSum() {
    Overview o = tenDays();
    o.monthToDate = dollars(940);
    o.monthToDateState = PeriodState{6, 4, 0, 0, 1};
    o.runRateFinalDays = 6;
    o.runRateSpend = dollars(600);
    o.runRateMonthEnd = dollars(3000);
    const TileContent tile = overviewTiles(o).monthToDate;
    QCOMPARE(plainText(tile.note1), QStringLiteral("month end $3.0k at run rate"));
    QCOMPARE(fact(tile, QStringLiteral("Run rate")), QStringLiteral("$600.00 of final days ÷ 6 × 30 days = $3,000.00"));
}

void TestOverviewTexts::aMonthThatIsOverHasATotal() {
    Overview o = tenDays();
    o.range.last = UtcDay::fromDate(2026, 11, 30);
    o.monthToDate = dollars(2800);
    o.monthToDateState = PeriodState{28, 2, 0, 0};
    o.runRateFinalDays = 28;
    o.runRateSpend = dollars(2600);
    o.runRateMonthEnd = dollars(2786);
    TileContent tile = overviewTiles(o).monthToDate;
    QCOMPARE(tile.title, QStringLiteral("Month total"));
    QCOMPARE(tile.value, QStringLiteral("$2,800.00"));
    QCOMPARE(plainText(tile.note1), QStringLiteral("November 2026"));
    QCOMPARE(plainText(tile.note2), QStringLiteral("28 of 30 days final"));
    QVERIFY(fact(tile, QStringLiteral("Run rate")).isEmpty());
    o.monthToDateState.unfinishedDays = 1;  // its last day was fetched at noon
    QCOMPARE(overviewTiles(o).monthToDate.title, QStringLiteral("Month to date"));
}

void TestOverviewTexts::anotherYearIsNamed() {
    Overview o = tenDays();
    o.compared = DateRange{UtcDay::fromDate(2025, 11, 2), UtcDay::fromDate(2025, 11, 11)};
    QVERIFY(overviewSentence(o).contains(QStringLiteral("2025")));
    QVERIFY(changesSubtitle(o).contains(QStringLiteral("2025")));
}

void TestOverviewTexts::whatIsRoundedToNothingHasNoDirection() {
    Overview o = tenDays();
    o.tokensOfWholeDays->cacheRead = 7'000'100;
    o.comparedTokens->cacheRead = 7'000'000;
    const TileContent tile = overviewTiles(o).hitRatio;
    QVERIFY(!plainText(tile.note1).contains(QChar(0x25B2)) && !plainText(tile.note1).contains(QChar(0x25BC)));
}

void TestOverviewTexts::costAndChangeAreOfTheSameDays() {
    Overview o = toToday();
    o.changes = {{QStringLiteral("w"), {}, dollars(940), dollars(900), dollars(150)}};
    const DisplayTable table = changesTable(o);
    QCOMPARE(table.rows.front().cells.at(2).text, QStringLiteral("$900.00"));
    QCOMPARE(table.total->cells.at(2).text, QStringLiteral("$900.00"));
    QCOMPARE(table.total->cells.at(3).text, QStringLiteral("+$150.00"));
}

void TestOverviewTexts::otherRowsHaveTheirShare() {
    Overview o = tenDays();
    o.comparedSpend.reset();
    o.spend = dollars(7);
    for (int i = 0; i < 7; ++i) o.changes.push_back({QStringLiteral("w%1").arg(i), {}, dollars(1), {}, std::nullopt});
    const ShownRows shown(std::make_shared<const DisplayTable>(changesTable(o)), {-1, false, 4, {}});
    const DisplayRow& rest = shown.row(4);
    QCOMPARE(rest.cells.at(2).text, QStringLiteral("$3.00"));
    // Three of seven, not three times a rounded seventh (142,857 parts per million).
    QCOMPARE(rest.cells.at(3).number.value(), 428'571);
    QCOMPARE(rest.cells.at(3).text, QStringLiteral("42.9\u00a0%"));
}

QTEST_GUILESS_MAIN(TestOverviewTexts)
#include "tst_overviewtexts.moc"
