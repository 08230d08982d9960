// The Claude Code page's words and tables, from a picture made by hand.
#include "ui/pages/claudecodecharts.h"
#include "ui/pages/claudecodetiles.h"

#include <QTest>

using namespace tokenledger;

namespace {

using ActorType = ClaudeCodeActivity::ActorType;

const UtcDay First = UtcDay::fromDate(2026, 11, 1);
constexpr int Days = 8;
constexpr std::int64_t Dollar = 1'000'000'000;

ClaudeCodeMeasures measures(std::int64_t sessions, std::int64_t commits, std::int64_t accepted, std::int64_t rejected,
                            std::int64_t nano) {
    return {sessions, sessions * 100, sessions * 10, commits, commits / 2, accepted, rejected, Money::fromNano(nano)};
}

/// 8 days: the fourth failed, the last provisional.
ClaudeCodeActivity picture() {
    ClaudeCodeActivity a;
    a.request.range = {First, First + (Days - 1)};
    a.wholeDays = a.tableDays = a.request.range;
    a.completeness = {Dataset::ClaudeCode, 6, 1, 0, 1, {First + 3}};
    a.tableCompleteness = a.completeness;
    a.comparability = Comparability::GapsNow;
    a.total = {measures(1280, 719, 7251, 1407, 1944 * Dollar + 70'000'000), {38, 2}, 300};
    a.tableTotal = a.total;
    a.active = {First + 6, 25, 36, std::nullopt, 100, 4};
    for (const PeriodStart start : periodsIn(a.request.range, Interval::Day)) {
        a.periods.push_back(start);
        a.states.push_back({1, 0, 0, 0});
        a.fetchedAt.push_back(First.start());
        a.peoplePerPeriod.push_back(20);
    }
    a.states[3] = {0, 0, 0, 1};
    a.peoplePerPeriod[3] = 0;
    a.gaps = {{{First + 3, First + 3}, true}};
    a.layers = {{QStringLiteral("vscode"), ActorType::User, measures(800, 0, 0, 0, 0), {}},
                {QString(), ActorType::User, measures(480, 0, 0, 0, 0), {}}};
    for (auto& layer : a.layers) layer.perPeriod.assign(Days, measures(100, 2, 0, 0, 3 * Dollar));
    a.tools = {{QStringLiteral("edit_tool"), 7000, 1000}, {QStringLiteral("new, \"tool\""), 251, 407}};
    a.rows = {
        {QStringLiteral("amara@halden.example"), ActorType::User, 6, measures(1200, 719, 7251, 1407, 19 * Dollar), {}},
        {QStringLiteral("ci-nightly"), ActorType::ApiKey, 7, measures(80, 0, 0, 0, Dollar), {}}};
    a.rows.front().terminals = {{QStringLiteral("vscode"), ActorType::User, 6, a.rows.front().measures, {}}};
    return a;
}

QString factOf(const Explanation& why, const QString& name) {
    for (const auto& [label, text] : why.facts) {
        if (label == name) return text;
    }
    return {};
}

const DisplayCell& cell(const DisplayRow& row, PeopleColumn column) {
    return row.cells.at(static_cast<std::size_t>(column));
}

}  // namespace

class TestClaudeCodeTexts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sentences() {
        ClaudeCodeActivity a = picture();
        QCOMPARE(plainText(claudeCodeSentence(a)),
                 QStringLiteral("1,280 sessions by 38 people and 2 API keys. 4 Nov failed and is not counted."));
        a.notFollowed = {Dimension::Workspace, Dimension::Model};
        QVERIFY(plainText(claudeCodeSentence(a))
                    .endsWith(QStringLiteral(
                        " Not filtered by workspace and model: Claude Code's sessions are not known by that.")));
        a.notFollowed.clear();
        a.completeness = {Dataset::ClaudeCode, 5, 0, 3, 0, {}};
        a.total.users = {1, 0};
        a.total.measures.sessions = 1;
        QCOMPARE(plainText(claudeCodeSentence(a)),
                 QStringLiteral("1 session by 1 person. 3 days are not fetched yet."));
        a.completeness = {Dataset::ClaudeCode, 8, 0, 0, 0, {}};
        a.total.measures.sessions = 0;
        QCOMPARE(plainText(claudeCodeSentence(a)), QStringLiteral("No sessions in 8 days."));
        a.completeness = {Dataset::ClaudeCode, 0, 0, 8, 0, {}};
        QCOMPARE(plainText(claudeCodeSentence(a)),
                 QStringLiteral("Nothing has been fetched for 1 Nov – 8 Nov 2026 yet."));
        a.completeness = {Dataset::ClaudeCode, 0, 0, 6, 2, {First, First + 1}};
        QCOMPARE(plainText(claudeCodeSentence(a)),
                 QStringLiteral("There are no data for 1 Nov – 8 Nov 2026: 2 days failed."));
    }

    void theNoteSaysWhoIsMissing() {
        const Notice::Content note = estimateNote();
        QCOMPARE(note.claim, QStringLiteral("An estimate, not the bill."));
        for (const char* left : {"subscription", "Bedrock", "Vertex AI", "Foundry"}) {
            QVERIFY(note.reason.contains(QLatin1String(left)));
        }
    }

    void tilesSayWhatTheyCount() {
        const auto tiles = claudeCodeTiles(picture());
        QStringList values;
        QStringList notes;
        for (const TileContent& tile : tiles) {
            values.append(tile.value);
            notes.append(plainText(tile.note1));
            QVERIFY(!tile.why.formula.isEmpty());
            QCOMPARE(factOf(tile.why, QStringLiteral("Complete")),
                     QStringLiteral("6 of 8 days final, 1 provisional, 1 failed"));
            QVERIFY(factOf(tile.why, QStringLiteral("Comparison")).startsWith(QStringLiteral("none: days of")));
        }
        QCOMPARE(values.join(QLatin1Char('|')).replace(QChar::Nbsp, QLatin1Char(' ')),
                 QStringLiteral("1,280|128,000|719|83.7 %|38|$1,944.07"));
        QCOMPARE(notes.join(QLatin1Char('|')),
                 QStringLiteral("7 of 8 days|12,800 removed|359 pull requests|7,251 of 8,658 suggestions|"
                                "day 25 · week 36|$2.70 a commit"));
        QCOMPARE(plainText(tiles[4].note2), QStringLiteral("workday mean 25.0"));
        QCOMPARE(factOf(tiles[4].why, QStringLiteral("Day")),
                 QStringLiteral("25 on Sat 7 Nov 2026, the last final day"));
        QCOMPARE(factOf(tiles[5].why, QStringLiteral("Per active user")),
                 QStringLiteral("$1,944.07 / 38 = $51.16, an estimate"));
        QVERIFY(tiles[5].why.formula.contains(QStringLiteral("not the bill")));
    }

    void tilesCompare() {
        ClaudeCodeActivity a = picture();
        a.comparability = Comparability::Yes;
        a.compared = DateRange{First - Days, First - 1};
        a.ofWholeDays = a.total;
        a.ofCompared = ClaudeCodeActivity::Figures{measures(1000, 719, 80, 20, 0), {40, 0}, 1};
        const auto tiles = claudeCodeTiles(a);
        const auto second = [&](std::size_t i) {
            return plainText(tiles[i].note2).replace(QChar::Nbsp, QLatin1Char(' '));
        };
        QCOMPARE(second(0), QStringLiteral("▲ +28.0 % · +280"));
        QCOMPARE(second(2), QStringLiteral("unchanged"));
        QCOMPARE(second(3), QStringLiteral("▲ +3.7 pt"));
        QCOMPARE(second(4), QStringLiteral("▼ −2 · workday mean 25.0"));
        QCOMPARE(second(5), QStringLiteral("▲ +$1,944.07"));  // of nothing there are no per cent
        QCOMPARE(factOf(tiles[0].why, QStringLiteral("Change")), QStringLiteral("1,280 − 1,000 = +280"));
    }

    void nothingFetchedIsADash() {
        ClaudeCodeActivity a;
        a.request.range = a.tableDays = a.wholeDays = {First, First};
        a.completeness = a.tableCompleteness = {Dataset::ClaudeCode, 0, 0, 1, 0, {}};
        for (const TileContent& tile : claudeCodeTiles(a)) {
            QCOMPARE(tile.value, QStringLiteral("–"));
            QCOMPARE(plainText(tile.note1), QStringLiteral("nothing fetched yet"));
        }
        const DisplayTable table = peopleTable(a);
        QCOMPARE(table.total->cells.size(), table.columns.size());
        QCOMPARE(cell(*table.total, PeopleColumn::Sessions).text, QStringLiteral("–"));
        QVERIFY(!table.total->cells[2].number.has_value());
    }

    void noSuggestionsHaveNoRate() {
        ClaudeCodeActivity a = picture();
        a.total.measures.toolAccepted = a.total.measures.toolRejected = 0;
        a.total.measures.commits = 0;
        const auto tiles = claudeCodeTiles(a);
        QCOMPARE(tiles[3].value, QStringLiteral("–"));
        QCOMPARE(plainText(tiles[3].note1), QStringLiteral("no suggestions"));
        QCOMPARE(plainText(tiles[5].note1), QStringLiteral("not the bill"));
    }

    void peopleAndKeys() {
        const DisplayTable table = peopleTable(picture());
        QCOMPARE(static_cast<int>(table.columns.size()), static_cast<int>(PeopleColumn::PerCommit) + 1);
        const DisplayRow& person = table.rows[0];
        const DisplayRow& key = table.rows[1];
        QCOMPARE(cell(person, PeopleColumn::Actor).icon, QString());
        QCOMPARE(cell(key, PeopleColumn::Actor).icon, QStringLiteral("key"));
        QCOMPARE(cell(key, PeopleColumn::Actor).text, QStringLiteral("ci-nightly (API key)"));
        QVERIFY(person.key != key.key);
        QCOMPARE(cell(key, PeopleColumn::Commits).text, QStringLiteral("0"));  // known to be none
        QCOMPARE(cell(key, PeopleColumn::Accepted).text, QStringLiteral("–"));
        QCOMPARE(cell(key, PeopleColumn::PerCommit).text, QStringLiteral("–"));
        QCOMPARE(cell(person, PeopleColumn::PerCommit).text, QStringLiteral("$0.03"));
        QCOMPARE(person.parts.size(), std::size_t{1});
        QCOMPARE(cell(*table.total, PeopleColumn::PerCommit).text, QStringLiteral("$2.70"));
        QCOMPARE(cell(*table.total, PeopleColumn::ActiveDays).text, QString());  // days of people do not add up
        for (int column = 1; column <= static_cast<int>(PeopleColumn::PerCommit); ++column) {
            QVERIFY(!peopleFormula(static_cast<PeopleColumn>(column)).isEmpty());
        }
    }

    void chartsHaveEveryMeasure() {
        const ClaudeCodeActivity a = picture();
        ValueColours colours;
        QVERIFY(assignColours(colours, a, ClaudeCodeMeasure::Sessions));
        QVERIFY(!assignColours(colours, a, ClaudeCodeMeasure::Sessions));
        const CostTrendData sessions = claudeCodeChart(a, ClaudeCodeMeasure::Sessions, colours);
        QCOMPARE(sessions.title, QStringLiteral("Sessions by terminal"));
        QCOMPARE(sessions.layers.size(), std::size_t{2});
        QVERIFY(sessions.layers[0].colour >= 0 && sessions.layers[0].colour != sessions.layers[1].colour);
        QVERIFY(!sessions.layers[1].id.isEmpty());  // no terminal is a value like any other
        QCOMPARE(sessions.layers[1].name, QStringLiteral("No terminal"));
        QCOMPARE(sessions.layers[0].values[0], 100);
        const CostTrendData cost = claudeCodeChart(a, ClaudeCodeMeasure::EstimatedCost, colours);
        QVERIFY(cost.kind == ValueKind::Money);
        QCOMPARE(cost.layers[0].values[0], 3 * Dollar);
        QVERIFY(cost.subtitle.contains(QStringLiteral("not the bill")));
        const CostTrendData users = claudeCodeChart(a, ClaudeCodeMeasure::ActiveUsers, colours);
        QVERIFY(!users.additive);
        QCOMPARE(users.layers.size(), std::size_t{1});
        QCOMPARE(users.layers[0].values, a.peoplePerPeriod);
    }

    void theLargestOfAMeasureHaveNames() {
        ClaudeCodeActivity a = picture();
        a.request.layers = ClaudeCodeLayers::Person;
        a.layers.clear();
        // By sessions the first eight, by commits the last eight.
        for (int i = 0; i < 10; ++i) {
            const ClaudeCodeMeasures total = measures(10 - i, i, 0, 0, 0);
            a.layers.push_back({QStringLiteral("p%1").arg(i), ActorType::User, total, {}});
            a.layers.back().perPeriod.assign(Days, total);
        }
        const auto withoutColour = [&a](ClaudeCodeMeasure measure) {
            ValueColours colours;
            assignColours(colours, a, measure);
            QStringList names;
            for (const ChartLayer& layer : claudeCodeChart(a, measure, colours).layers) {
                if (layer.colour < 0) names.append(layer.name);
            }
            names.sort();
            return names;
        };
        QCOMPARE(withoutColour(ClaudeCodeMeasure::Sessions), QStringList({QStringLiteral("p8"), QStringLiteral("p9")}));
        QCOMPARE(withoutColour(ClaudeCodeMeasure::Commits), QStringList({QStringLiteral("p0"), QStringLiteral("p1")}));
    }

    void chartTablesKeepGapsEmpty() {
        const ClaudeCodeActivity a = picture();
        const DisplayTable table = claudeCodeChartTable(a, ClaudeCodeMeasure::Sessions, {});
        QCOMPARE(table.rows.size(), std::size_t{Days});
        QVERIFY(!table.rows[3].cells[1].number.has_value());
        QCOMPARE(table.rows[3].cells.back().text, QStringLiteral("failed"));
        const DisplayTable users = claudeCodeChartTable(a, ClaudeCodeMeasure::ActiveUsers, {});
        QCOMPARE(users.columns.size(), std::size_t{3});
        QCOMPARE(users.total->cells[1].number, std::optional<std::int64_t>(38));  // not 7 x 20
        QCOMPARE(users.total->cells[0].text, QStringLiteral("Different people"));
    }

    void meansAreOfTheSameLength() {
        ClaudeCodeActivity a = picture();
        a.comparability = Comparability::Yes;
        a.compared = DateRange{First - 4, First - 1};
        a.ofCompared = ClaudeCodeActivity::Figures{measures(10, 0, 0, 0, 0), {1, 0}, 1};
        const CostTrendData data = claudeCodeChart(a, ClaudeCodeMeasure::Sessions, {});
        QCOMPARE(data.mean, std::optional<std::int64_t>(2));  // 10 in 4 days: 2.5 a day, half to even
        QCOMPARE(data.meanName, QStringLiteral("mean of 28 Oct – 31 Oct: 2 a day"));
        QVERIFY(!claudeCodeChart(a, ClaudeCodeMeasure::ActiveUsers, {}).mean.has_value());
        a.request.interval = Interval::Month;
        QVERIFY(!claudeCodeChart(a, ClaudeCodeMeasure::Sessions, {}).mean.has_value());
    }

    void toolsHaveNames() {
        const ClaudeCodeActivity a = picture();
        const ShareBarsData bars = toolBars(a);
        QCOMPARE(bars.bars[0].name, QStringLiteral("Edit"));
        QCOMPARE(bars.bars[1].name, QStringLiteral("new, \"tool\""));
        QCOMPARE(bars.bars[0].whole, 8000);
        const DisplayTable table = toolTable(a);
        QCOMPARE(table.rows[0].cells[3].number, std::optional<std::int64_t>(875'000));
        QCOMPARE(table.total->cells[1].number, std::optional<std::int64_t>(7251));
    }

    void subscriptionsHaveNames() {
        const auto title = [](const char* id) {
            return layerTitle(ClaudeCodeLayers::Subscription, {QString::fromLatin1(id), ActorType::User, {}, {}});
        };
        QCOMPARE(title("api/"), QStringLiteral("API"));
        QCOMPARE(title("subscription/team"), QStringLiteral("Team subscription"));
        QCOMPARE(title("subscription/"), QStringLiteral("Subscription"));
        QCOMPARE(title("partner/"), QStringLiteral("partner"));
        QCOMPARE(title("partner/new"), QStringLiteral("partner/new"));
    }

    void exportsAreReportsWhereTheseHaveIt() {
        ClaudeCodeActivity a = picture();
        const auto reports = claudeCodeExports(a, ClaudeCodeMeasure::Sessions, {});
        QCOMPARE(reports.size(), std::size_t{3});
        QVERIFY(!reports[0].table.has_value());
        QVERIFY(checkRequest(reports[0].request).has_value());
        const Table& people = *reports[2].table;
        QCOMPARE(people.columns.size(), people.rows.front().size());
        QCOMPARE(std::get<QString>(people.rows[1][1]), QStringLiteral("api_key"));
        QVERIFY(!people.isComplete());
        const auto users = claudeCodeExports(a, ClaudeCodeMeasure::ActiveUsers, {});
        QCOMPARE(std::get<std::int64_t>(users[0].table->rows[0][1]), 20);
        QVERIFY(std::holds_alternative<std::monostate>(users[0].table->rows[3][1]));
        a.request.layers = ClaudeCodeLayers::Person;
        const auto layers = claudeCodeExports(a, ClaudeCodeMeasure::Sessions, {});
        QCOMPARE(layers[0].table->rows.size(), std::size_t{2 * Days});
        QCOMPARE(layers[0].table->columns.size(), layers[0].table->rows.front().size());
    }
};

QTEST_GUILESS_MAIN(TestClaudeCodeTexts)
#include "tst_claudecodetexts.moc"
