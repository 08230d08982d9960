// Tables of the window: sums, sorting, collapsing and copying keep every digit.
#include "ui/models/displaytablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tokenledger;

namespace {

DisplayRow row(const QString& name, std::optional<std::int64_t> cost, std::int64_t change) {
    return {DisplayRow::Kind::Normal,
            {textCell(name), numberCell(CellKind::Money, cost), numberCell(CellKind::Change, change)}};
}

DisplayTable table() {
    DisplayTable made;
    made.columns = {{QStringLiteral("Workspace"), CellKind::Text, 0},
                    {QStringLiteral("Cost"), CellKind::Money, 100},
                    {QStringLiteral("Change"), CellKind::Change, 100}};
    made.rows = {row(QStringLiteral("b"), 1'000'000'001, -5'000'000'000),
                 row(QStringLiteral("a"), 3'500'000'000, 2'000'000'000), row(QStringLiteral("d"), std::nullopt, 0),
                 row(QStringLiteral("c"), 250'000'000, 1'000'000'000)};
    made.total = row(QStringLiteral("Total"), 4'750'000'001, -2'000'000'000);
    made.total->kind = DisplayRow::Kind::Total;
    return made;
}

/// Without the total.
DisplayTable shown(const RowOrder& order) {
    const ShownRows rows(std::make_shared<const DisplayTable>(table()), order);
    DisplayTable made = table();
    made.rows.clear();
    for (int place = 0; place + 1 < rows.count(); ++place) made.rows.push_back(rows.row(place));
    return made;
}

QStringList names(const DisplayTable& shown) {
    QStringList list;
    for (const DisplayRow& one : shown.rows) list.append(one.cells.front().text);
    return list;
}

}  // namespace

class TestDisplayTable : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void copiesEveryDigit();
    void sortsByNumberNotByText();
    void collapsesTheRestIntoItsSum();
    void aPillSaysGoodBadOrNeither();
    void modelKeepsTheTotalLast();
};

void TestDisplayTable::copiesEveryDigit() {
    const DisplayTable shown = table();
    QCOMPARE(shown.rows[0].cells[1].text, QStringLiteral("$1.00"));
    QCOMPARE(plainCell(shown.columns[1], shown.rows[0].cells[1]), QStringLiteral("1.000000001"));
    QCOMPARE(plainCell(shown.columns[2], shown.rows[0].cells[2]), QStringLiteral("-5.00"));
    QCOMPARE(shown.rows[2].cells[1].text, QStringLiteral("–"));
    QCOMPARE(plainCell(shown.columns[1], shown.rows[2].cells[1]), QString());
    const DisplayColumn ratio{QStringLiteral("Hit ratio"), CellKind::Percent, 0};
    QCOMPARE(plainCell(ratio, numberCell(CellKind::Percent, 784'001)), QStringLiteral("0.784001"));
    QCOMPARE(plainCell(ratio, numberCell(CellKind::Percent, 1'000'000)), QStringLiteral("1.000000"));
}

void TestDisplayTable::sortsByNumberNotByText() {
    QCOMPARE(names(shown({1, true, {}, {}})),
             QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")}));
    QCOMPARE(names(shown({2, false, {}, {}})),
             QStringList({QStringLiteral("b"), QStringLiteral("d"), QStringLiteral("c"), QStringLiteral("a")}));
    QCOMPARE(names(shown({0, false, {}, {}})),
             QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")}));
}

void TestDisplayTable::collapsesTheRestIntoItsSum() {
    const DisplayTable two = shown({-1, false, 2, {}});
    QCOMPARE(two.rows.size(), std::size_t{3});
    QCOMPARE(two.rows[2].kind, DisplayRow::Kind::Rest);
    QCOMPARE(two.rows[2].cells[0].text, QStringLiteral("2 other rows"));
    QCOMPARE(two.rows[2].cells[1].text, QStringLiteral("$0.25"));
    QCOMPARE(two.rows[2].cells[2].text, QStringLiteral("+$1.00"));
    // One row left over is shown rather than called "1 other".
    QCOMPARE(shown({-1, false, 3, {}}).rows.size(), std::size_t{4});
}

void TestDisplayTable::aPillSaysGoodBadOrNeither() {
    DisplayCell good = textCell(QStringLiteral("active"));
    good.tone = DisplayCell::Tone::Good;
    DisplayCell bad = textCell(QStringLiteral("expired"));
    bad.tone = DisplayCell::Tone::Bad;
    DisplayCell warning = textCell(QStringLiteral("loses money"));
    warning.pill = true;
    DisplayTable pills;
    pills.columns = {{QStringLiteral("Status"), CellKind::Pill, 0}, {QStringLiteral("Price"), CellKind::Text, 0}};
    for (const DisplayCell& cell : {good, bad, textCell(QStringLiteral("archived"))}) {
        pills.rows.push_back({DisplayRow::Kind::Normal, {cell, warning}});
    }
    DisplayTableModel model;
    model.setTable(pills);
    const auto judged = [&model](int row, int column) {
        return model.index(row, column).data(DisplayTableModel::GoodRole);
    };
    QCOMPARE(judged(0, 0), QVariant(true));
    QCOMPARE(judged(1, 0), QVariant(false));
    QVERIFY(!judged(2, 0).isValid());
    QCOMPARE(judged(0, 1), QVariant(false));  // a warning in a column of another kind
}

void TestDisplayTable::modelKeepsTheTotalLast() {
    DisplayTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable(table());
    QCOMPARE(model.rowCount(), 5);
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a"));
    model.setLimit(1);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.row(2).kind, DisplayRow::Kind::Total);
    model.setLimit(std::nullopt);
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("b"));
    QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("$1.000000001"));
}

QTEST_GUILESS_MAIN(TestDisplayTable)
#include "tst_displaytable.moc"
