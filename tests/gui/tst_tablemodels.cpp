// What tables are made of, without a table: widths, what is remembered, finding, sums and copies.
#include "ui/filtertexts.h"
#include "ui/models/columnlayout.h"
#include "ui/models/selectiontexts.h"
#include "ui/models/tablefind.h"
#include "ui/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tokenledger;

namespace {

DisplayRow row(const QString& name, std::int64_t cost, std::int64_t tokens) {
    return {DisplayRow::Kind::Normal,
            {textCell(name), numberCell(CellKind::Money, cost), numberCell(CellKind::Tokens, tokens)}};
}

/// Alpha has two parts; the total is of all three rows.
std::shared_ptr<const DisplayTable> table() {
    DisplayTable made;
    made.columns = {{u"Workspace"_qs, CellKind::Text, 0},
                    {u"Cost"_qs, CellKind::Money, 100},
                    {u"Tokens"_qs, CellKind::Tokens, 100}};
    made.rows = {row(u"Alpha\tteam"_qs, 1'212'380'000'001, 57'980'000'000), row(u"Beta"_qs, -5'000'000'000, 7),
                 row(u"Gamma 1212"_qs, 250'000'000, 12)};
    made.rows[0].key = u"alpha"_qs;
    made.rows[0].parts = {row(u"input"_qs, 1'000'000'000'000, 50'000'000'000),
                          row(u"output"_qs, 212'380'000'001, 7'980'000'000)};
    for (DisplayRow& part : made.rows[0].parts) part.kind = DisplayRow::Kind::Part;
    made.total = row(u"Total"_qs, 1'207'630'000'001, 57'980'000'019);
    made.total->kind = DisplayRow::Kind::Total;
    return std::make_shared<const DisplayTable>(std::move(made));
}

const std::vector<int> All{0, 1, 2};

std::vector<CellPlace> found(const ShownRows& rows, const QString& text, const std::vector<int>& columns = All) {
    return findCells(rows, columns, text).cells;
}

}  // namespace

class TestTableModels : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void columnsShareAndGiveWay();
    void whatTheUserChoseHolds();
    void choicesSurviveARun();
    void findsShownTextAndExactValues();
    void findsAtMostSoMany();
    void sumsNothingTwice();
    void copiesOnlyTheseColumns();
    void rowsFindTheirPlaces();
};

void TestTableModels::columnsShareAndGiveWay() {
    const std::vector<ColumnWish> wishes{
        {u"a"_qs, {}, 0, 110, 0}, {u"b"_qs, {}, 100, 110, 0}, {u"c"_qs, {}, 100, 110, 1}, {u"d"_qs, {}, 80, 110, 2}};
    QCOMPARE(fitColumns(wishes, {}, 600, 610), (std::vector<int>{330, 100, 100, 80}));
    QCOMPARE(fitColumns(wishes, {}, 380, 390), (std::vector<int>{190, 100, 100, 0}));
    QCOMPARE(fitColumns(wishes, {}, 250, 260), (std::vector<int>{160, 100, 0, 0}));
    QCOMPARE(fitColumns(wishes, {}, 100, 110), (std::vector<int>{110, 100, 0, 0}));
}

void TestTableModels::whatTheUserChoseHolds() {
    const std::vector<ColumnWish> wishes{
        {u"a"_qs, {}, 0, 110, 0}, {u"b"_qs, {}, 100, 110, 0}, {u"c"_qs, {}, 100, 110, 1}};
    TableChoice choice;
    choice.widths = {{u"b"_qs, 60}};
    choice.shown = {{u"c"_qs, true}};
    // It was asked for, so it stays where there is no room; the table scrolls then.
    QCOMPARE(fitColumns(wishes, choice, 150, 160), (std::vector<int>{110, 60, 100}));
    choice.shown = {{u"b"_qs, false}, {u"a"_qs, false}};
    // The first column says what a row is: it cannot be hidden.
    QCOMPARE(fitColumns(wishes, choice, 400, 410), (std::vector<int>{310, 0, 100}));
}

void TestTableModels::choicesSurviveARun() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_qs);
    TableChoice choice;
    choice.widths = {{u"Opus 5.5"_qs, 140}};
    choice.shown = {{u"Größe/50 %"_qs, false}, {u"Share"_qs, true}};
    choice.sort = TableChoice::Sort{u"Opus 5.5"_qs, true};
    Settings(path).setTableChoice(u"costPivot"_qs, choice);
    QCOMPARE(Settings(path).tableChoice(u"costPivot"_qs), choice);
    QCOMPARE(Settings(path).tableChoice(u"other"_qs), TableChoice());
    Settings(path).setTableChoice(u"costPivot"_qs, {});
    QCOMPARE(Settings(path).tableChoice(u"costPivot"_qs), TableChoice());
    const QJsonObject odd{{u"widths"_qs, QJsonObject{{u"a"_qs, -4}, {u"b"_qs, u"wide"_qs}}},
                          {u"shown"_qs, QJsonObject{{u"a"_qs, 7}}},
                          {u"sort"_qs, 3}};
    QCOMPARE(TableChoice::fromJson(odd), TableChoice());
}

void TestTableModels::findsShownTextAndExactValues() {
    const ShownRows rows(table(), {-1, false, {}, {u"alpha"_qs}});
    QCOMPARE(found(rows, u"beta"_qs), (std::vector<CellPlace>{{3, 0}}));
    QCOMPARE(found(rows, u"$1,212.38"_qs), (std::vector<CellPlace>{{0, 1}}));
    QCOMPARE(found(rows, u"1212"_qs), (std::vector<CellPlace>{{0, 1}, {4, 0}}));
    QCOMPARE(found(rows, u"1212.380000001"_qs), (std::vector<CellPlace>{{0, 1}}));
    QCOMPARE(found(rows, u"$1,212.380000001"_qs), (std::vector<CellPlace>{{0, 1}}));
    QCOMPARE(found(rows, u"57980000000"_qs), (std::vector<CellPlace>{{0, 2}}));
    QCOMPARE(found(rows, u"57,980,000,000"_qs), (std::vector<CellPlace>{{0, 2}}));
    QCOMPARE(found(rows, u"\u22125.00"_qs), (std::vector<CellPlace>{{3, 1}}));
    QCOMPARE(found(rows, u"output"_qs), (std::vector<CellPlace>{{2, 0}}));
    QCOMPARE(found(rows, u"1212"_qs, {0, 2}), (std::vector<CellPlace>{{4, 0}}));
    QVERIFY(found(rows, u"  "_qs).empty());
    QVERIFY(found(rows, u"delta"_qs).empty());
}

void TestTableModels::findsAtMostSoMany() {
    DisplayTable many = *table();
    many.rows.assign(MostFound + 1, row(u"same"_qs, 1, 1));
    FoundCells cells = findCells(ShownRows(std::make_shared<const DisplayTable>(many), {}), {0}, u"same"_qs);
    QCOMPARE(cells.cells.size(), MostFound);
    QVERIFY(cells.more);
    many.rows.pop_back();
    cells = findCells(ShownRows(std::make_shared<const DisplayTable>(many), {}), {0}, u"same"_qs);
    QCOMPARE(cells.cells.size(), MostFound);
    QVERIFY(!cells.more);
}

void TestTableModels::sumsNothingTwice() {
    const ShownRows rows(table(), {-1, false, {}, {u"alpha"_qs}});
    QCOMPARE(summedText(rows, {{0, 4}}, All), u"3 rows selected · Cost $1,207.63 · Tokens 57.98\u00A0B"_qs);
    QCOMPARE(summedText(rows, {{1, 1}}, All), u"1 row selected · Cost $1,000.00 · Tokens 50.00\u00A0B"_qs);
    QCOMPARE(summedText(rows, {{1, 2}, {4, 5}}, {0, 1}), u"3 rows selected · Cost $1,212.63"_qs);  // without the total
    QCOMPARE(summedText(rows, {{5, 5}}, All), QString());
    QCOMPARE(mergedSpans({{4, 5}, {0, 1}, {1, 2}, {3, 3}}), (RowSpans{{0, 5}}));
    QCOMPARE(rowsIn({{0, 1}, {4, 4}}), 3);
}

void TestTableModels::copiesOnlyTheseColumns() {
    const ShownRows rows(table(), {});
    QCOMPARE(copiedText(rows, {{0, 1}}, {0, 2}), u"Workspace\tTokens\nAlpha team\t57980000000\nBeta\t7"_qs);
}

void TestTableModels::rowsFindTheirPlaces() {
    const auto source = table();
    const ShownRows rows(source, {1, false, {}, {u"alpha"_qs}});  // Beta, Gamma, Alpha, its parts, Total
    QCOMPARE(rows.placesOf({&source->rows[0], &source->rows[1], &source->rows[2]}), (std::vector<int>{2, 0, 1}));
    QCOMPARE(rows.tableRow(2), std::optional<std::size_t>(0));
    QCOMPARE(rows.tableRow(4), std::optional<std::size_t>(0));
    QCOMPARE(rows.tableRow(5), std::optional<std::size_t>());
    const ShownRows few(source, {-1, false, 1, {}});  // Alpha, the others, Total
    QCOMPARE(few.placesOf({&source->rows[2]}), (std::vector<int>{-1}));
    QCOMPARE(few.tableRow(1), std::optional<std::size_t>());
}

QTEST_GUILESS_MAIN(TestTableModels)
#include "tst_tablemodels.moc"
