// The table of the Cost page in the real window: its figures, rows that open, columns of choice, sorting, copying.
#include "charts/format.h"
#include "tests/gui/costwindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/textline.h"

#include <QClipboard>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

std::vector<std::int64_t> amountsOf(const Table& report) {
    std::vector<std::int64_t> all;
    for (const auto& row : report.rows) all.push_back(std::get<Money>(row.back()).nano());
    return all;
}

}  // namespace

class TestCostTable : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_cost.open(); }
    void cleanupTestCase() { m_cost.window.reset(); }

    void tableIsTheReport();
    void tellsWhereAFigureComesFrom();
    void rowsOpen();
    void rowsOpenByKeyboard();
    void sortsByEveryColumn();
    void copiesForSpreadsheets();
    void columnsAreChosen();

private:
    [[nodiscard]] QString status() { return find<TextLine>(*m_cost.window, "statusSelection").accessibleName(); }
    CostWindow m_cost;
};

void TestCostTable::tableIsTheReport() {
    const Table rows =
        m_cost.report({QStringLiteral("cost"), Period, Interval::Total, {Dimension::Workspace}, {}, false});
    std::vector<std::int64_t> expected = amountsOf(rows);
    std::sort(expected.rbegin(), expected.rend());
    const DisplayTable& all = m_cost.table().tableModel().shown();
    QCOMPARE(all.rows.size(), expected.size() + 1);
    std::int64_t cells = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(m_cost.cellOf(QStringLiteral("Total"), static_cast<int>(i)).number, std::optional(expected[i]));
        for (std::size_t column = 1; column <= 5; ++column) cells += all.rows[i].cells[column].number.value_or(0);
    }
    QCOMPARE(cells, sumOf(Period));
    QCOMPARE(m_cost.total(), std::optional(sumOf(Period)));
    QCOMPARE(m_cost.cellOf(QStringLiteral("Share")).text, QStringLiteral("100.0\u00a0%"));
    QCOMPARE(all.columns.at(5).title, QStringLiteral("3 others"));
    QCOMPARE(m_cost.cellOf(QStringLiteral("20 Sep – 19 Oct")).number,
             std::optional(sumOf(days("2026-09-20", "2026-10-19"))));
}

void TestCostTable::tellsWhereAFigureComesFrom() {
    const auto tip = m_cost.table().model()->index(0, 1).data(Qt::ToolTipRole).toString();
    const std::int64_t number = *m_cost.table().tableModel().row(0).cells.at(1).number;
    QCOMPARE(tip, formatMoneyExact(Money::fromNano(number)) +
                      QStringLiteral("\n27 of 30 days final, 3 provisional · fetched 19 Nov 13:00"));
}

void TestCostTable::rowsOpen() {
    const QStringList closed = m_cost.firstColumn();
    const QRect cell = m_cost.table().visualRect(m_cost.table().model()->index(1, 0));
    const QPoint triangle = CellDelegate::triangleIn(cell).center();
    QTest::mouseClick(m_cost.table().viewport(), Qt::LeftButton, {}, triangle);
    QStringList opened = closed;
    opened.insert(2, QStringLiteral("Output"));
    opened.insert(3, QStringLiteral("Uncached input"));
    QCOMPARE(m_cost.firstColumn(), opened);
    const auto number = [this](int row) { return m_cost.cellOf(QStringLiteral("Total"), row).number.value(); };
    QCOMPARE(number(2) + number(3), number(1));
    // A part of a selected row is not counted twice.
    m_cost.table().selectionModel()->clearSelection();
    for (const int row : {1, 2}) {
        m_cost.table().selectionModel()->select(m_cost.table().model()->index(row, 0),
                                                QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QCOMPARE(status(), QStringLiteral("1 row selected · sum %1 · %2 of the total")
                           .arg(formatMoney(Money::fromNano(number(1))), formatPercent(number(1), sumOf(Period))));
    m_cost.table().selectionModel()->clearSelection();
    QTest::mouseClick(m_cost.table().viewport(), Qt::LeftButton, {}, triangle);
    QCOMPARE(m_cost.firstColumn(), closed);
}

void TestCostTable::rowsOpenByKeyboard() {
    const QStringList closed = m_cost.firstColumn();
    m_cost.table().setFocus(Qt::TabFocusReason);
    m_cost.table().setCurrentIndex(m_cost.table().model()->index(0, 0));
    QTest::keyClick(&m_cost.table(), Qt::Key_Right);
    QCOMPARE(m_cost.firstColumn().size(), closed.size() + 2);
    QCOMPARE(m_cost.table().currentIndex(), m_cost.table().model()->index(0, 0));
    QVERIFY(
        m_cost.table().model()->index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("opened")));
    // It stays open in the next picture.
    m_cost.clickBar(Clicked);
    QVERIFY(m_cost.firstColumn().contains(QStringLiteral("Output")));
    m_cost.clickBar(Clicked);
    m_cost.table().setCurrentIndex(m_cost.table().model()->index(0, 0));
    QTest::keyClick(&m_cost.table(), Qt::Key_Down);
    QCOMPARE(m_cost.table().currentIndex().row(), 1);
    QTest::keyClick(&m_cost.table(), Qt::Key_Left);  // of a part: closes its row
    QCOMPARE(m_cost.firstColumn(), closed);
    QCOMPARE(m_cost.table().currentIndex().row(), 0);
    m_cost.table().clearSelection();
}

void TestCostTable::sortsByEveryColumn() {
    const DisplayTable before = m_cost.table().tableModel().shown();
    for (int column = 0; column < static_cast<int>(before.columns.size()); ++column) {
        m_cost.table().sortByColumn(column, Qt::AscendingOrder);
        const DisplayTable& sorted = m_cost.table().tableModel().shown();
        const auto at = static_cast<std::size_t>(column);
        for (std::size_t row = 0; row + 2 < sorted.rows.size(); ++row) {
            const DisplayCell& one = sorted.rows[row].cells[at];
            const DisplayCell& next = sorted.rows[row + 1].cells[at];
            if (column == 0) {
                QVERIFY(one.text.localeAwareCompare(next.text) <= 0);
            } else {
                QVERIFY(one.number <= next.number);
            }
        }
        QCOMPARE(sorted.rows.back().cells.front().text, QStringLiteral("Total"));
    }
    m_cost.table().sortByColumn(6, Qt::DescendingOrder);
    QCOMPARE(m_cost.firstColumn().size(), static_cast<int>(before.rows.size()));
}

void TestCostTable::copiesForSpreadsheets() {
    m_cost.table().selectRow(0);
    m_cost.table().setFocus();
    QTest::keyClick(&m_cost.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).startsWith(QStringLiteral("Workspace\t")));
    QCOMPARE(lines.at(1).split(QLatin1Char('\t')).at(6),
             toExactString(Money::fromNano(*m_cost.cellOf(QStringLiteral("Total"), 0).number)));
    m_cost.table().clearSelection();
}

void TestCostTable::columnsAreChosen() {
    choose(m_cost.on<Button>("costColumns"), QStringLiteral("columns_token_type"));
    m_cost.settle();
    QCOMPARE(m_cost.table().accessibleName(), QStringLiteral("Workspace × token type"));
    QVERIFY(m_cost.shown().request.parts == Dimension::Model);  // no dimension twice
    QCOMPARE(m_cost.total(), std::optional(sumOf(Period)));
    QCOMPARE(*m_cost.cellOf(QStringLiteral("Output")).number + *m_cost.cellOf(QStringLiteral("Uncached input")).number,
             sumOf(Period));
    choose(m_cost.on<Button>("costColumns"), QStringLiteral("columns_model"));
    m_cost.settle();
}

QTEST_MAIN(TestCostTable)
#include "tst_costtable.moc"
