// A table in its card: columns by mouse and keyboard, what it remembers, finding; and one of a million rows.
#include "ui/settings.h"
#include "ui/tablememory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenledger;

namespace {

constexpr int Patience = 60'000;
constexpr int Million = 1'000'000;

DisplayTable smallTable() {
    DisplayTable made;
    made.columns = {{u"Workspace"_qs, CellKind::Text, 0},
                    {u"Cost"_qs, CellKind::Money, 120},
                    {u"Tokens"_qs, CellKind::Tokens, 120},
                    {{}, CellKind::ChangeBar, 100}};
    const auto row = [](const QString& name, std::int64_t cost, std::int64_t tokens) {
        return DisplayRow{DisplayRow::Kind::Normal,
                          {textCell(name), numberCell(CellKind::Money, cost), numberCell(CellKind::Tokens, tokens),
                           numberCell(CellKind::ChangeBar, cost)}};
    };
    for (int i = 0; i < 12; ++i)
        made.rows.push_back(row(u"Team %1"_qs.arg(QChar(u'L' - i)), 1'000'000'001LL * (i + 1), 100 - i));
    made.total = row(u"Total"_qs, 78'000'000'078, 1134);
    made.total->kind = DisplayRow::Kind::Total;
    return made;
}

/// 7919 is prime to 1,000,003: every row has another number.
std::int64_t numberOf(std::int64_t row) { return row * 7919 % 1'000'003; }

DisplayTable largeTable() {
    DisplayTable made;
    made.columns = {{u"Key"_qs, CellKind::Text, 0}, {u"Requests"_qs, CellKind::Count, 140}};
    made.rows.reserve(Million);
    std::int64_t sum = 0;
    for (int i = 0; i < Million; ++i) {
        sum += numberOf(i);
        made.rows.push_back({DisplayRow::Kind::Normal,
                             {textCell(QString::number(numberOf(i))), numberCell(CellKind::Count, numberOf(i))}});
    }
    made.total = DisplayRow{DisplayRow::Kind::Total, {textCell(u"Total"_qs), numberCell(CellKind::Count, sum)}};
    return made;
}

}  // namespace

class TestTableView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void hidesAndShowsColumns();
    void firstColumnStays();
    void widthsAreDraggedFittedAndReset();
    void remembersWidthsColumnsAndOrder();
    void hiddenColumnsAreNotCopied();
    void menusOpenByKeyboard();
    void sortingKeepsTheSelection();
    void findsByKeyboard();
    void searchFollowsTheTable();
    void aMillionRows();

private:
    void makeCard();
    /// The entry of the menu that is open.
    [[nodiscard]] QAction& entry(const char* name);
    void openHeaderMenu(int column = 0);
    void trigger(const char* name);
    [[nodiscard]] QString first() const { return m_table->model()->index(0, 0).data().toString(); }

    Look m_look{ThemeChoice::Light};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    Card* m_card = nullptr;
    DataTable* m_table = nullptr;
};

void TestTableView::initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

void TestTableView::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_qs));
    makeCard();
}

void TestTableView::cleanup() { m_window.reset(); }

void TestTableView::makeCard() {
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 420);
    m_card = new Card(m_look, u"Teams"_qs, u"teamsCard"_qs, m_window.get());
    m_card->setGeometry(m_window->rect());
    m_table = new DataTable(m_look, u"teams"_qs, m_card);
    m_card->setContent(m_table);
    rememberTables(*m_window, *m_settings);
    m_table->setTable(smallTable(), {});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_table->setFocus();
}

void TestTableView::openHeaderMenu(int column) {
    QHeaderView* header = m_table->horizontalHeader();
    emit header->customContextMenuRequested({header->sectionViewportPosition(column) + 20, 10});
    QVERIFY(QApplication::activePopupWidget() != nullptr);
}

QAction& TestTableView::entry(const char* name) {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    auto* action = menu != nullptr ? menu->findChild<QAction*>(QLatin1String(name)) : nullptr;
    if (action == nullptr) qFatal("no entry %s", name);
    return *action;
}

void TestTableView::trigger(const char* name) {
    QAction& action = entry(name);
    QVERIFY(action.isEnabled());
    action.trigger();
    QApplication::activePopupWidget()->close();
}

void TestTableView::hidesAndShowsColumns() {
    openHeaderMenu();
    QVERIFY(entry("column_Cost").isChecked());
    trigger("column_Cost");
    QVERIFY(m_table->isColumnHidden(1));
    QVERIFY(!m_table->isColumnHidden(2));
    openHeaderMenu();
    QVERIFY(!entry("column_Cost").isChecked());
    trigger("column_Cost");
    QVERIFY(!m_table->isColumnHidden(1));
}

void TestTableView::firstColumnStays() {
    for (const char* name : {"column_Cost", "column_Tokens", "column_"}) {
        openHeaderMenu();
        trigger(name);
    }
    QVERIFY(m_table->isColumnHidden(3));
    openHeaderMenu();
    QVERIFY(!entry("column_Workspace").isEnabled());
    QApplication::activePopupWidget()->close();
    QVERIFY(!m_table->isColumnHidden(0));
    QCOMPARE(m_table->columnWidth(0), m_table->viewport()->width());
}

void TestTableView::widthsAreDraggedFittedAndReset() {
    QHeaderView* header = m_table->horizontalHeader();
    const int before = m_table->columnWidth(1);
    const QPoint edge(header->sectionViewportPosition(1) + before - 1, 10);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(20, 0));
    QTest::mouseMove(header->viewport(), edge + QPoint(40, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(40, 0));
    QCOMPARE(m_table->columnWidth(1), before + 40);
    QCOMPARE(m_settings->tableChoice(u"teams"_qs).widths, (QMap<QString, int>{{u"Cost"_qs, before + 40}}));
    m_window->resize(720, 420);
    m_card->resize(720, 420);
    QCOMPARE(m_table->columnWidth(1), before + 40);
    openHeaderMenu();
    trigger("fitWidths");
    QVERIFY(m_table->columnWidth(1) < before);
    QVERIFY(m_table->columnWidth(1) > m_table->fontMetrics().horizontalAdvance(u"$78.00"_qs));
    QCOMPARE(m_settings->tableChoice(u"teams"_qs).widths.size(), 4);
    openHeaderMenu();
    trigger("resetColumns");
    QCOMPARE(m_table->columnWidth(1), before);
    QCOMPARE(m_settings->tableChoice(u"teams"_qs), TableChoice());
}

void TestTableView::remembersWidthsColumnsAndOrder() {
    QHeaderView* header = m_table->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {header->sectionViewportPosition(2) + 30, 10});
    QCOMPARE(first(), u"Team A"_qs);  // the fewest tokens
    openHeaderMenu();
    trigger("column_Cost");
    openHeaderMenu();
    trigger("fitWidths");
    const int width = m_table->columnWidth(0);
    makeCard();
    QCOMPARE(first(), u"Team A"_qs);
    QVERIFY(m_table->isColumnHidden(1));
    QCOMPARE(m_table->columnWidth(0), width);
    // Where the column is gone, the usual order is shown, and the chosen one again when it is back.
    DisplayTable other = smallTable();
    other.columns[2].title = u"Requests"_qs;
    m_table->setUsualSort(0, Qt::AscendingOrder);
    m_table->setTable(other, {});
    QCOMPARE(first(), u"Team A"_qs);
    m_table->setUsualSort(0, Qt::DescendingOrder);
    QCOMPARE(first(), u"Team L"_qs);
    m_table->setTable(smallTable(), {});
    QCOMPARE(first(), u"Team A"_qs);
    openHeaderMenu(2);
    trigger("sortNone");
    QCOMPARE(first(), u"Team L"_qs);
    openHeaderMenu(2);
    trigger("sortDescending");
    QCOMPARE(m_settings->tableChoice(u"teams"_qs).sort, (TableChoice::Sort{u"Tokens"_qs, true}));
}

void TestTableView::hiddenColumnsAreNotCopied() {
    QSignalSpy sums(m_table, &DataTable::selectionSummed);
    m_table->selectRow(1);
    QCOMPARE(sums.last().front().toString(), u"1 row selected · Cost $2.00 · Tokens 99"_qs);
    openHeaderMenu();
    trigger("column_Cost");
    QCOMPARE(sums.last().front().toString(), u"1 row selected · Tokens 99"_qs);
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Workspace\tTokens\nTeam K\t99"_qs);
    // What is hidden for want of room alone is copied: a copy must not depend on the window.
    openHeaderMenu();
    trigger("resetColumns");
    m_card->resize(300, 420);
    QVERIFY(m_table->isColumnHidden(3));
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Workspace\tCost\tTokens\nTeam K\t2.000000002\t99"_qs);
}

void TestTableView::menusOpenByKeyboard() {
    m_table->setCurrentIndex(m_table->model()->index(2, 1));
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_table, &wanted);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QVERIFY(menu->findChild<QAction*>(u"find"_qs) != nullptr);
    QVERIFY(menu->findChild<QAction*>(u"column_Cost"_qs) != nullptr);
    QVERIFY(menu->findChild<QAction*>(u"why"_qs) == nullptr);    // nobody would answer
    menu->findChild<QAction*>(u"sortDescending"_qs)->trigger();  // by the current cell's column
    menu->close();
    QCOMPARE(first(), u"Team A"_qs);
    connect(m_table, &DataTable::whyWanted, m_card, [] {});
    QSignalSpy whys(m_table, &DataTable::whyWanted);
    QApplication::sendEvent(m_table, &wanted);
    trigger("why");
    QCOMPARE(whys.size(), 1);
    QTest::keyClick(m_table, Qt::Key_Question, Qt::ShiftModifier);
    QCOMPARE(whys.size(), 2);
}

void TestTableView::sortingKeepsTheSelection() {
    const QAbstractItemModelTester tester(m_table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_table->selectRows({3});
    const QString name = m_table->currentIndex().siblingAtColumn(0).data().toString();
    m_table->sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(m_table->currentIndex().siblingAtColumn(0).data().toString(), name);
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(m_table->selectionModel()->selectedRows().front().data().toString(), name);
    m_table->selectRows({0, 11});
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 2);
    QCOMPARE(m_table->model()->index(12, 0).data().toString(), u"Total"_qs);
}

void TestTableView::findsByKeyboard() {
    QTest::keyClick(m_table, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto* text = m_card->findChild<QLineEdit*>(u"findText"_qs);
    QVERIFY(text != nullptr && text->hasFocus());
    auto* count = m_card->findChild<QLabel*>(u"findCount"_qs);
    QTest::keyClicks(text, u"team"_qs);
    QCOMPARE(count->text(), u"1 of 12"_qs);
    QCOMPARE(m_table->currentIndex().row(), 0);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(count->text(), u"2 of 12"_qs);
    QTest::keyClick(text, Qt::Key_F3);
    QCOMPARE(m_table->currentIndex().row(), 2);
    QTest::keyClick(text, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);  // the key for "backwards" selects no more
    QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(text, Qt::Key_Up);
    QCOMPARE(count->text(), u"12 of 12"_qs);
    text->setText(u"12.000000012"_qs);
    QCOMPARE(count->text(), u"1 of 1"_qs);
    QCOMPARE(m_table->currentIndex(), m_table->model()->index(11, 1));
    QVERIFY(m_table->viewport()->rect().contains(m_table->visualRect(m_table->currentIndex())));
    QVERIFY(!m_card->findChild<Button*>(u"findNext"_qs)->isEnabled());
    text->setText(u"nobody"_qs);
    QCOMPARE(count->text(), u"not found"_qs);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    QVERIFY(m_table->hasFocus());
    QTest::keyClick(m_table, Qt::Key_Slash);
    QVERIFY(text->isVisible() && text->hasFocus());
    for (const auto* button : m_card->findChildren<Button*>()) QVERIFY(!button->accessibleName().isEmpty());
    QVERIFY(!text->accessibleName().isEmpty());
}

void TestTableView::searchFollowsTheTable() {
    QTest::keyClick(m_table, Qt::Key_Slash);
    auto* text = m_card->findChild<QLineEdit*>(u"findText"_qs);
    auto* count = m_card->findChild<QLabel*>(u"findCount"_qs);
    QTest::keyClicks(text, u"Team A"_qs);
    QCOMPARE(m_table->currentIndex().row(), 11);
    m_table->sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(count->text(), u"1 of 1"_qs);
    QCOMPARE(m_table->currentIndex().row(), 0);  // the cell it was, in its new place
    DisplayTable shorter = smallTable();
    shorter.rows.pop_back();
    m_table->setTable(shorter, {});
    QCOMPARE(count->text(), u"not found"_qs);
}

void TestTableView::aMillionRows() {
    m_table->setTable(largeTable(), {});
    DisplayTableModel& model = m_table->tableModel();
    QCOMPARE(model.rowCount(), Million + 1);
    m_table->scrollToBottom();
    QVERIFY(m_table->visualRect(model.index(Million, 0)).intersects(m_table->viewport()->rect()));
    m_table->setCurrentIndex(model.index(5, 0));
    const std::int64_t current = numberOf(5);
    // Sorting goes on beside: the loop turns, and the old order is there until the new one is.
    QSignalSpy arranged(&model, &DisplayTableModel::arranged);
    m_table->sortByColumn(1, Qt::AscendingOrder);
    int turns = 0;
    QMetaObject::invokeMethod(
        this, [&] { turns += model.isArranging() && *model.row(1).cells[1].number == numberOf(1) ? 1 : 0; },
        Qt::QueuedConnection);
    QVERIFY(model.isArranging());
    QCOMPARE(*model.row(1).cells[1].number, numberOf(1));
    QVERIFY(arranged.wait(Patience));
    QCOMPARE(turns, 1);
    for (int row = 1; row < Million; ++row) {
        if (*model.row(row - 1).cells[1].number > *model.row(row).cells[1].number) QFAIL("not in order");
    }
    QCOMPARE(model.row(Million).kind, DisplayRow::Kind::Total);
    QCOMPARE(*model.row(m_table->currentIndex().row()).cells[1].number, current);
    // An order that is not wanted any more never appears.
    m_table->sortByColumn(1, Qt::DescendingOrder);
    m_table->sortByColumn(0, Qt::DescendingOrder);
    QVERIFY(arranged.wait(Patience));
    QVERIFY(!model.isArranging());
    QCOMPARE(arranged.size(), 2);
    QCOMPARE(first(), u"999999"_qs);
    // All rows are summed and searched beside it, too.
    QSignalSpy sums(m_table, &DataTable::selectionSummed);
    m_table->selectAll();
    QVERIFY(sums.wait(Patience));
    QCOMPARE(sums.last().front().toString(),
             u"1,000,000 rows selected · Requests %1"_qs.arg(model.row(Million).cells[1].text));
    QTest::keyClick(m_table, Qt::Key_Slash);
    auto* text = m_card->findChild<QLineEdit*>(u"findText"_qs);
    text->setText(QString::number(numberOf(777'777)));
    auto* count = m_card->findChild<QLabel*>(u"findCount"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(count->text().startsWith(u"1 of "), Patience);
    QCOMPARE(*model.row(m_table->currentIndex().row()).cells[1].number, numberOf(777'777));
}

QTEST_MAIN(TestTableView)
#include "tst_tableview.moc"
