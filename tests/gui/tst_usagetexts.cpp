// From the Usage page's figures to its words, tiles, tables and chart data: pure functions on made-up figures.
#include "charts/format.h"
#include "ui/models/shownrows.h"
#include "ui/pages/usagecharts.h"
#include "ui/pages/usagedetails.h"
#include "ui/pages/usagetexts.h"
#include "ui/pages/usagetiles.h"

#include <QTest>

using namespace tokenledger;

namespace {

/// With ordinary spaces in the place of those that do not break.
QString plain(QString text) { return text.replace(QChar(QChar::Nbsp), QLatin1Char(' ')); }

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }

Completeness complete(int days) { return {Dataset::Usage, days, 0, 0, 0, {}}; }

const DateRange Days{day("2026-11-10"), day("2026-11-12")};
constexpr UsageMeasures Tokens{1'000, 200, 30, 50'000, 4'000, 7};  // 55,230 tokens

UsageBreakdown::Row row(const QString& id, const UsageMeasures& tokens) {
    UsageBreakdown::Row made;
    made.value = {id, id};
    made.tokens = tokens;
    made.total = totalTokens(tokens);
    return made;
}

/// Three whole days that are compared with the three before.
UsageBreakdown breakdown(Dimension rows = Dimension::TokenType) {
    UsageBreakdown b;
    b.request.range = Days;
    b.request.rows = rows;
    b.range.days = b.range.wholeDays = Days;
    b.range.compared = DateRange{Days.first - 3, Days.first - 1};
    b.range.comparability = Comparability::Yes;
    b.range.completeness = complete(3);
    b.range.tokens = Tokens;
    b.range.ofWholeDays = Tokens;
    b.range.comparedTokens = UsageMeasures{2'000, 200, 30, 40'000, 4'000, 7};
    b.table = b.range;
    b.sum.tokens = Tokens;
    for (int i = 0; i < 3; ++i) {
        b.periods.push_back((Days.first + i).startSeconds());
        b.states.push_back({1, 0, 0, 0, 0});
        b.fetchedAt.push_back(Days.last.start());
        b.perPeriod.push_back(18'410);
    }
    return b;
}

UsageBreakdown kinds(int models) {
    UsageBreakdown b = breakdown();
    for (const TokenKind kind : AllTokenKinds) {
        auto made = row(tokenKindId(kind), {});
        made.total = tokensOf(Tokens, kind);
        for (int i = 0; i < models; ++i) {
            auto part = row(QStringLiteral("claude-opus-%1").arg(i), {});
            part.total = i + 1;
            if (kind != TokenKind::Output || i != 0) made.parts.push_back(part);
        }
        b.layers.push_back({made.value, *made.total, {*made.total, 0, 0}});
        b.rows.push_back(made);
    }
    return b;
}

QStringList titles(const DisplayTable& table) {
    QStringList texts;
    for (const DisplayColumn& column : table.columns) texts.append(column.title);
    return texts;
}

KeyUsage keyUsage() {
    KeyUsage keys;
    keys.request.range = Days;
    keys.request.now = (Days.last + 1).start().addSecs(3600);  // the newest day of the range is not today
    keys.completeness = complete(3);
    keys.watched = Days;
    keys.watchedDays = complete(3);
    keys.knownFrom = day("2025-10-20");
    keys.listedAt = Days.last.start();
    keys.activeKeys = 4;
    return keys;
}

}  // namespace

class TestUsageTexts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sentences() {
        UsageBreakdown b = breakdown();
        QCOMPARE(plain(usageSentence(b)),
                 QStringLiteral("55,230 tokens in 3 days, 9,000 more than 7 Nov – 9 Nov (+19.5 %)"));
        b.range.wholeDays.last = Days.last - 1;
        QVERIFY(usageSentence(b).contains(QStringLiteral("; to 11 Nov 9,000 more than")));
        b.range.comparedTokens = Tokens;
        QVERIFY(usageSentence(b).endsWith(QStringLiteral("the same as 7 Nov – 9 Nov")));
        b.range.comparability = Comparability::GapsBefore;
        b.range.comparedTokens.reset();
        QCOMPARE(usageSentence(b),
                 QStringLiteral("55,230 tokens in 3 days; no comparison: days of 7 Nov – 9 Nov are not here"));
        b.range.completeness = {Dataset::Usage, 1, 1, 1, 0, {}};
        QCOMPARE(usageSentence(b), QStringLiteral("55,230 tokens in 2 of 3 days; the others are gaps, not zeros."));
        b.range.completeness = {Dataset::Usage, 0, 0, 3, 0, {}};
        QVERIFY(usageSentence(b).startsWith(QStringLiteral("Nothing has been fetched")));
    }

    void tilesSayWhatIsKnown() {
        UsageBreakdown b = breakdown();
        auto tiles = usageTiles(b);
        QCOMPARE(tiles[0].exact, QStringLiteral("55,230"));
        QCOMPARE(plain(plainText(tiles[0].note1)), QStringLiteral("▲ +19.5 % · +9,000"));
        QCOMPARE(plainText(tiles[0].note2), QStringLiteral("was 46,230"));
        QCOMPARE(plain(plainText(tiles[1].note1)), QStringLiteral("▼ −50.0 % · −1,000"));
        QCOMPARE(plain(plainText(tiles[1].note2)), QStringLiteral("1.8 % of all"));
        QCOMPARE(tiles[3].value, QStringLiteral("230"));
        QCOMPARE(plain(plainText(tiles[5].note1)), QStringLiteral("0.0 % · 0"));
        QCOMPARE(plainText(tiles[5].note2), QStringLiteral("requests, not tokens"));
        QCOMPARE(tiles[6].value, QStringLiteral("–"));
        QVERIFY(tiles[6].exact.isEmpty());
        // Without a comparison one tile says why; nothing fetched is unknown, not 0.
        b.range.comparedTokens.reset();
        b.range.comparability = Comparability::NotOver;
        tiles = usageTiles(b);
        QCOMPARE(plainText(tiles[0].note1), QStringLiteral("not over: no comparison"));
        QCOMPARE(plain(plainText(tiles[1].note1)), QStringLiteral("1.8 % of all"));
        b.range.completeness = {Dataset::Usage, 0, 0, 3, 0, {}};
        for (const TileContent& tile : usageTiles(b)) QCOMPARE(tile.value, QStringLiteral("–"));
        for (const TileContent& tile : tiles) QVERIFY(!tile.why.formula.isEmpty());
    }

    void kindsAreSetAgainstTheirLargestParts() {
        const DisplayTable few = usageTable(kinds(2), {});
        QCOMPARE(titles(few).mid(0, 5),
                 (QStringList{QStringLiteral("Token kind"), QStringLiteral("Opus 1"), QStringLiteral("Opus 0"),
                              QStringLiteral("Total"), QStringLiteral("Share")}));
        const UsageBreakdown b = kinds(7);
        const DisplayTable many = usageTable(b, {});
        QCOMPARE(titles(many).mid(1, 6),
                 (QStringList{QStringLiteral("Opus 6"), QStringLiteral("Opus 5"), QStringLiteral("Opus 4"),
                              QStringLiteral("Opus 3"), QStringLiteral("3 others"), QStringLiteral("Total")}));
        QCOMPARE(usageTotalColumn(b), 6);
        QCOMPARE(many.summed, 6);
        QCOMPARE(many.rows.size(), AllTokenKinds.size());
        QCOMPARE(many.rows.front().cells.at(5).number, std::optional<std::int64_t>(1 + 2 + 3));
        QCOMPARE(many.rows.back().cells.at(5).number, std::optional<std::int64_t>(2 + 3));  // output has no Opus 0
        QCOMPARE(many.total->cells.at(1).number, std::optional<std::int64_t>(5 * 7));
        QCOMPARE(many.total->cells.at(6).number, std::optional<std::int64_t>(55'230));
        QVERIFY(many.rows.front().parts.empty());
        QCOMPARE(few.rows.back().cells.at(2).text, QStringLiteral("–"));  // none is not 0
    }

    void rowsHaveTheKindsAsColumns() {
        UsageBreakdown b = breakdown(Dimension::Workspace);
        b.rows = {row(QStringLiteral("wrkspc_1"), Tokens), row({}, {})};
        b.rows[1].value.name = QStringLiteral("(default workspace)");
        b.rows[1].tokens.reset();
        b.rows[1].total.reset();
        b.rows[1].compared = 46'230;
        b.rows[1].change = -46'230;
        b.rows[0].parts = {row(QStringLiteral("claude-opus-5-5"), Tokens)};
        const DisplayTable table = usageTable(b, {});
        QCOMPARE(titles(table),
                 (QStringList{QStringLiteral("Workspace"), QStringLiteral("Uncached"), QStringLiteral("Cache read"),
                              QStringLiteral("Write 5m"), QStringLiteral("Write 1h"), QStringLiteral("Output"),
                              QStringLiteral("Total"), QStringLiteral("Share"), QStringLiteral("Web searches"),
                              QStringLiteral("7 Nov – 9 Nov"), QStringLiteral("Change"), QStringLiteral("%")}));
        QCOMPARE(plain(table.rows[0].cells[7].text), QStringLiteral("100.0 %"));
        QCOMPARE(table.rows[0].parts.front().cells.front().text, QStringLiteral("Opus 5.5"));
        QCOMPARE(table.rows[1].cells[6].text, QStringLiteral("–"));
        QCOMPARE(table.rows[1].cells[10].text, QStringLiteral("−46,230"));
        QCOMPARE(plain(table.rows[1].cells[11].text), QStringLiteral("−100.0 %"));
        for (const DisplayColumn& column : table.columns) QVERIFY(column.kind != CellKind::Money);
        b.table.comparability = Comparability::NotAsked;
        b.sum.tokens->webSearches = 0;
        QCOMPARE(titles(usageTable(b, {})).back(), QStringLiteral("Share"));
    }

    void chartsAreOfTokens() {
        UsageBreakdown b = kinds(1);
        b.comparedMeanPerPeriod = 15'410;
        UsageColours colours;
        colours.assign(b, {});
        const CostTrendData data = usageChartData(b, colours);
        QVERIFY(data.kind == ValueKind::Tokens);
        QVERIFY(data.family == ColourFamily::Others);
        QCOMPARE(data.meanName, QStringLiteral("mean of 7 Nov – 9 Nov: 15,410 a day"));
        // By name, as the design says: read is the third, written the second.
        const auto slotOf = [&](const QString& name) {
            for (const ChartLayer& layer : data.layers) {
                if (layer.name == name) return layer.colour;
            }
            return -2;
        };
        QCOMPARE(slotOf(QStringLiteral("Cache read")), 2);
        QCOMPARE(slotOf(QStringLiteral("Cache write 5m")), 1);
        QCOMPARE(usageLayerValue(b, data.layers.front().id)->id, b.layers.front().value.id);
        QVERIFY(!usageLayerValue(b, QStringLiteral("=nothing")));
        b.request.interval = Interval::Month;
        QVERIFY(!usageChartData(b, colours).mean);
        // Null of a workspace is a value with a colour; a period without data has no figures.
        UsageBreakdown spaces = breakdown(Dimension::Workspace);
        spaces.layers = {{{{}, QStringLiteral("(default workspace)")}, 55'230, {55'230, 0, 0}}};
        spaces.states[2] = {0, 0, 1, 0, 0};
        colours.assign(spaces, {});
        QVERIFY(usageChartData(spaces, colours).layers.front().colour >= 0);
        const DisplayTable periods = usageChartTable(spaces, colours);
        QCOMPARE(periods.rows[1].cells[1].text, QStringLiteral("0"));
        QCOMPARE(periods.rows[2].cells[1].text, QStringLiteral("–"));
        QCOMPARE(periods.rows[2].cells.back().text, QStringLiteral("not fetched"));
    }

    void keysInWords() {
        KeyUsage keys = keyUsage();
        keys.keysInUse = 23;
        QCOMPARE(topKeysSubtitle(keys), QStringLiteral("23 keys in use"));
        keys.keysPerDay = {17, std::nullopt, 21};
        QCOMPARE(topKeysSubtitle(keys), QStringLiteral("23 keys in use, 17 to 21 on a day"));
        keys.keysInUse = 1;
        keys.keysPerDay = {1, 1, 1};
        QCOMPARE(topKeysSubtitle(keys), QStringLiteral("1 key in use, 1 on each day"));
        keys.completeness = {};
        QCOMPARE(topKeysSubtitle(keys), QStringLiteral("nothing fetched yet"));
        // Two keys of one name are told apart by their ids.
        keys = keyUsage();
        keys.used = {{{QStringLiteral("a"), QStringLiteral("reporting")}, QStringLiteral("Help desk"), 30},
                     {{QStringLiteral("b"), QStringLiteral("reporting")}, std::nullopt, 10}};
        keys.tokens = 40;
        const DisplayTable table = topKeysTable(keys);
        QCOMPARE(table.rows[0].cells[0].text, QStringLiteral("reporting (a)"));
        QCOMPARE(plain(table.rows[0].cells[3].text), QStringLiteral("75.0 %"));
        QCOMPARE(table.rows[1].cells[1].text, QStringLiteral("–"));
        QCOMPARE(table.total->cells[2].number, std::optional<std::int64_t>(40));
    }

    void idleKeysInWords() {
        KeyUsage keys = keyUsage();
        QCOMPARE(idleKeysSentence(keys), QStringLiteral("All 4 active keys have been used since 10 Nov 2026."));
        keys.idle = {
            {{QStringLiteral("a"), QStringLiteral("new")},
             QStringLiteral("W"),
             {},
             day("2026-11-11").start().addSecs(3600),
             {},
             true},
            {{QStringLiteral("b"), QStringLiteral("old")}, QStringLiteral("W"), QStringLiteral("Ada"), {}, {}, false},
            {{QStringLiteral("c"), QStringLiteral("idle")},
             QStringLiteral("W"),
             {},
             day("2026-01-01").start(),
             day("2026-10-31"),
             false}};
        QVERIFY(idleKeysSentence(keys).isEmpty());
        const DisplayTable table = idleKeysTable(keys);
        QCOMPARE(table.rows[0].cells[4].text, QStringLiteral("never"));
        QCOMPARE(table.rows[0].cells[3].number, std::optional<std::int64_t>(2));  // to now, not to the last day watched
        QCOMPARE(table.rows[1].cells[4].text, QStringLiteral("not since 20 Oct 2025"));
        QCOMPARE(table.rows[1].cells[3].text, QStringLiteral("–"));
        QCOMPARE(table.rows[2].cells[4].text, QStringLiteral("31 Oct 2026"));
        QCOMPARE(table.rows[2].cells[2].text, QStringLiteral("–"));
        // The longest idle ones first, those that were never used before them.
        const ShownRows byUse(std::make_shared<const DisplayTable>(table), {4, false, {}, {}});
        QCOMPARE(byUse.row(static_cast<int>(table.rows.size()) - 1).cells[0].text, QStringLiteral("idle"));
        QCOMPARE(idleKeysReport(keys).rows.size(), 3U);
        QVERIFY(idleKeysReport(keys).isComplete());
        keys.watchedDays = {Dataset::Usage, 1, 0, 2, 0, {}};
        QCOMPARE(idleKeysSubtitle(keys), QStringLiteral("active, without tokens since 10 Nov 2026; 1 of 3 days known"));
        QVERIFY(!idleKeysReport(keys).isComplete());
        keys.watchedDays = {Dataset::Usage, 0, 0, 3, 0, {}};
        QVERIFY(idleKeysSentence(keys).startsWith(QStringLiteral("No usage has been fetched")));
        keys.listedAt = {};
        QCOMPARE(idleKeysSentence(keys), QStringLiteral("The list of API keys has not been fetched yet."));
    }

    void hoursInWords() {
        HourlyUsage hours;
        hours.request.days = Days;
        hours.completeness = {Dataset::UsageHourly, 2, 0, 1, 0, {}};
        hours.hours = {Days.first.startSeconds(), Days.first.startSeconds() + 3600};
        hours.states = {{1, 0, 0, 0, 0}, {0, 0, 1, 0, 0}};
        hours.fetchedAt.resize(2);
        hours.perHour = {Tokens, {}};
        hours.tokens = Tokens;
        QCOMPARE(hoursSubtitle(hours, Interval::Hour),
                 QStringLiteral("tokens an hour, 10 Nov – 12 Nov, whatever the period above; hours of 2 of 3 days"));
        const DisplayTable table = hoursTable(hours);
        QCOMPARE(table.rows[0].cells.at(6).number, std::optional<std::int64_t>(55'230));
        QCOMPARE(table.rows[1].cells.at(6).text, QStringLiteral("–"));
        QCOMPARE(hoursChartData(hours, {}).layers.size(), AllTokenKinds.size());
        const QString command =
            QStringLiteral("tokenledger-cli sync --datasets usage --bucket-width 1h --since 2026-11-10");
        QCOMPARE(noHours(Days, Session::Kind::Live, QStringLiteral("default")).command, command);
        QVERIFY(noHours(Days, Session::Kind::Live, QStringLiteral("team"))
                    .command.contains(QStringLiteral(" --profile team ")));
        QVERIFY(noHours(Days, Session::Kind::Sample, {}).command.contains(QStringLiteral(" --sample ")));
        QVERIFY(noHours(Days, Session::Kind::ReadOnly, {}).sentence.contains(QStringLiteral("Whoever keeps it")));
    }
};

QTEST_GUILESS_MAIN(TestUsageTexts)
#include "tst_usagetexts.moc"
