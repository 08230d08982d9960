// "Why this number?" and what can be done about a chart's mark, in the real window and by keyboard.
#include "charts/modeldonut.h"
#include "tests/gui/costwindow.h"
#include "ui/widgets/chartcard.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class TestWhy : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_cost.open(); }
    void init();
    void cleanup();
    void aBarIsExplainedAndLeadsToItsRow();
    void thePanelWorksByKeyboard();
    void aCellLeadsToItsParts();
    void aMarkHasItsMenu();
    void aSliceFilters();
    void tilesLeadToTheirRows();
    void drawingsAreSavedAndCopied();
    void tablesAreFoundFromTheMenu();

private:
    [[nodiscard]] QWidget& panel();
    [[nodiscard]] QStringList texts();
    [[nodiscard]] QMenu& menuOf(ChartWidget& chart);
    void press(const char* button);
    void trigger(QMenu& menu, const char* entry);
    [[nodiscard]] ChartCard& card() { return m_cost.on<ChartCard>("costChartCard"); }

    CostWindow m_cost;
};

void TestWhy::init() {
    // The menu of the test before has taken the keyboard with it.
    m_cost.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_cost.window.get()));
    QTest::keyClick(m_cost.window.get(), Qt::Key_2, Qt::ControlModifier);
    card().showAlternative(false);
}

void TestWhy::cleanup() {
    if (QWidget* popup = QApplication::activePopupWidget()) popup->close();
}

QWidget& TestWhy::panel() {
    if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, Patience)) qFatal("no panel");
    return *QApplication::activePopupWidget();
}

QStringList TestWhy::texts() {
    QStringList list;
    for (const auto* label : panel().findChildren<QLabel*>()) list.append(label->text());
    return list;
}

void TestWhy::press(const char* button) {
    auto* wanted = panel().findChild<QPushButton*>(QLatin1String(button));
    if (wanted == nullptr) qFatal("no button %s", button);
    QTest::mouseClick(wanted, Qt::LeftButton);
}

QMenu& TestWhy::menuOf(ChartWidget& chart) {
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(&chart, &wanted);
    auto* menu = qobject_cast<QMenu*>(&panel());
    if (menu == nullptr) qFatal("no menu");
    return *menu;
}

void TestWhy::trigger(QMenu& menu, const char* entry) {
    auto* action = menu.findChild<QAction*>(QLatin1String(entry));
    if (action == nullptr) qFatal("no entry %s", entry);
    menu.close();
    action->trigger();
}

void TestWhy::aBarIsExplainedAndLeadsToItsRow() {
    m_cost.chart().setFocus(Qt::TabFocusReason);
    const int bar = Clicked - Period.first;
    m_cost.chart().setCurrentMark(bar);
    QTest::keyClick(&m_cost.chart(), Qt::Key_Question, Qt::ShiftModifier);
    const QStringList said = texts();
    QVERIFY(said.contains(QStringLiteral("Cost, Tue 10 Nov 2026")));
    QVERIFY(said.contains(formatMoneyExact(Money::fromNano(sumOf({Clicked, Clicked})))));
    QVERIFY(said.contains(QStringLiteral("10 Nov 2026, whole UTC days")));
    QVERIFY(said.contains(QStringLiteral("none")));  // the filter
    QVERIFY(said.contains(QStringLiteral("1 of 1 day final")) || said.contains(QStringLiteral("1 of 1 days final")));
    press("showRows");
    QVERIFY(QApplication::activePopupWidget() == nullptr);
    auto& table = m_cost.on<DataTable>("costPeriodsTable");
    QVERIFY(table.isVisible());
    QVERIFY(table.hasFocus());
    QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table.tableModel().rows()->tableRow(table.currentIndex().row()),
             std::optional(static_cast<std::size_t>(bar)));
}

void TestWhy::thePanelWorksByKeyboard() {
    m_cost.chart().setFocus(Qt::TabFocusReason);
    m_cost.chart().setCurrentMark(3);
    QTest::keyClick(&m_cost.chart(), Qt::Key_Question, Qt::ShiftModifier);
    QWidget& open = panel();
    QCOMPARE(open.focusWidget()->objectName(), QStringLiteral("showRows"));
    QTest::keyClick(open.focusWidget(), Qt::Key_Tab);
    QCOMPARE(open.focusWidget()->objectName(), QStringLiteral("copyWhy"));
    QApplication::clipboard()->clear();
    QTest::keyClick(open.focusWidget(), Qt::Key_Return);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QVERIFY(lines.front().startsWith(QStringLiteral("Cost, ")));
    QVERIFY(lines.filter(QStringLiteral("Source\tCost report by ")).size() == 1);
    QVERIFY(!open.accessibleName().isEmpty());
    QTest::keyClick(open.focusWidget(), Qt::Key_Escape);
    QVERIFY(QApplication::activePopupWidget() == nullptr);
    QVERIFY(m_cost.chart().hasFocus());
    QCOMPARE(m_cost.chart().currentMark(), 3);
}

void TestWhy::aCellLeadsToItsParts() {
    const int closed = m_cost.table().tableModel().rowCount();
    m_cost.table().setFocus();
    m_cost.table().setCurrentIndex(m_cost.table().model()->index(0, 1));
    QTest::keyClick(&m_cost.table(), Qt::Key_Return);
    press("showRows");
    QVERIFY(m_cost.table().tableModel().rowCount() > closed);
    QVERIFY(m_cost.table().hasFocus());
    m_cost.table().setOpen(0, false);
    m_cost.table().clearSelection();
}

void TestWhy::aMarkHasItsMenu() {
    const int bar = Clicked - Period.first;
    m_cost.chart().setCurrentMark(bar);
    trigger(menuOf(m_cost.chart()), "copyValue");
    QCOMPARE(QApplication::clipboard()->text(), toExactString(Money::fromNano(sumOf({Clicked, Clicked}))));
    QMenu& menu = menuOf(m_cost.chart());
    QCOMPARE(menu.findChild<QAction*>(QStringLiteral("activate"))->text(),
             QStringLiteral("Show only Tue 10 Nov 2026 in the table"));
    trigger(menu, "activate");
    m_cost.settle();
    QCOMPARE(m_cost.total(), std::optional(sumOf({Clicked, Clicked})));
    trigger(menuOf(m_cost.chart()), "activate");
    m_cost.settle();
    trigger(menuOf(m_cost.chart()), "why");
    QVERIFY(texts().contains(QStringLiteral("Cost, Tue 10 Nov 2026")));
    panel().close();
    m_cost.chart().setCurrentMark(-1);
    QVERIFY(menuOf(m_cost.chart()).findChild<QAction*>(QStringLiteral("why")) == nullptr);
    panel().close();
    // With the mouse it is the mark below it.
    const QPoint place = m_cost.chart().markRect(bar).center().toPoint();
    QContextMenuEvent clicked(QContextMenuEvent::Mouse, place, m_cost.chart().mapToGlobal(place));
    QApplication::sendEvent(&m_cost.chart(), &clicked);
    QCOMPARE(m_cost.chart().currentMark(), bar);
}

void TestWhy::aSliceFilters() {
    QTest::keyClick(m_cost.window.get(), Qt::Key_1, Qt::ControlModifier);
    auto& donut = find<ModelDonut>(*m_cost.window, "donutChart");
    QTRY_VERIFY_WITH_TIMEOUT(donut.isVisible() && donut.markCount() > 0, Patience);
    donut.setCurrentMark(0);
    const QString model = donut.markIds(0).front();
    QMenu& menu = menuOf(donut);
    QCOMPARE(menu.findChild<QAction*>(QStringLiteral("activate"))->text(),
             QStringLiteral("Filter to %1").arg(donut.markTitle(0)));
    trigger(menu, "activate");
    const QString title = donut.markTitle(0);
    const DimensionChoice* filter = m_cost.window->controller().filters().filterOf(Dimension::Model);
    QVERIFY(filter != nullptr);
    QCOMPARE(filter->anyOf.front().value, model);
    const OverviewPtr whole = m_cost.window->controller().overview();
    QTRY_VERIFY_WITH_TIMEOUT(m_cost.window->controller().overview() != whole, Patience);
    QTest::mouseClick(&find<QPushButton>(*m_cost.window, "tileSpendWhy"), Qt::LeftButton);
    QVERIFY(texts().contains(QStringLiteral("Model: ") + title));
    panel().close();
    m_cost.window->controller().toggleFilter(Dimension::Model, model);
    QTRY_VERIFY_WITH_TIMEOUT(m_cost.window->controller().overviewIsCurrent(), Patience);
}

void TestWhy::tilesLeadToTheirRows() {
    QTest::keyClick(m_cost.window.get(), Qt::Key_1, Qt::ControlModifier);
    QTest::mouseClick(&find<QPushButton>(*m_cost.window, "tileSpendWhy"), Qt::LeftButton);
    press("showRows");
    auto& table = find<DataTable>(*m_cost.window, "costTable");
    QVERIFY(table.isVisible() && table.hasFocus());
    QCOMPARE(table.selectionModel()->selectedRows().size(), Period.days());
    // Every cell with a number says where it comes from.
    table.setCurrentIndex(table.model()->index(Clicked - Period.first, table.model()->columnCount() - 2));
    QTest::keyClick(&table, Qt::Key_Return);
    QVERIFY(texts().contains(formatMoneyExact(Money::fromNano(sumOf({Clicked, Clicked})))));
    panel().close();
    auto& changes = find<DataTable>(*m_cost.window, "changesTable");
    changes.setCurrentIndex(changes.model()->index(0, 2));
    QTest::keyClick(&changes, Qt::Key_Return);
    QVERIFY(texts().contains(QStringLiteral("Exact value")));
    panel().close();
    find<ChartCard>(*m_cost.window, "costCard").showAlternative(false);
    // A click on a mark's own "?" leads to its days.
    auto& chart = find<ChartWidget>(*m_cost.window, "costChart");
    chart.setFocus();
    chart.setCurrentMark(2);
    QTest::keyClick(&chart, Qt::Key_Question, Qt::ShiftModifier);
    press("showRows");
    QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
    find<ChartCard>(*m_cost.window, "costCard").showAlternative(false);
}

void TestWhy::drawingsAreSavedAndCopied() {
    const QString path = m_cost.home.path(QStringLiteral("chart.svg"));
    m_cost.home.dialogs.files = {path};
    trigger(menuOf(m_cost.chart()), "saveSvg");
    QCOMPARE(m_cost.home.dialogs.asked.back().suggested,
             QStringLiteral("cost-by-workspace-2026-10-20-to-2026-11-18.svg"));
    QTRY_VERIFY(QFile::exists(path));  // written in another thread, and renamed into place
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("<text"));
    trigger(menuOf(m_cost.chart()), "copyPicture");
    const QMimeData* copied = QApplication::clipboard()->mimeData();
    QVERIFY(copied->hasImage());
    QVERIFY(copied->data(QStringLiteral("image/svg+xml")).contains("<svg"));
}

void TestWhy::tablesAreFoundFromTheMenu() {
    QTest::keyClick(m_cost.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto& text = m_cost.on<QLineEdit>("findText");
    QVERIFY(text.hasFocus());
    QTest::keyClicks(&text, QStringLiteral("wrkspc_4"));
    QCOMPARE(m_cost.table().currentIndex().data().toString(), QStringLiteral("wrkspc_4"));
    QTest::keyClick(&text, Qt::Key_Escape);
    QVERIFY(m_cost.table().hasFocus());
    m_cost.table().clearSelection();
}

QTEST_MAIN(TestWhy)
#include "tst_why.moc"
