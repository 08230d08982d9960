// The Budgets page in the real window, on the sample organization: bars, table, days, what can be changed about them,
// the number in the sidebar and the notice on the desktop.
#include "app/finance/kinds.h"
#include "charts/budgetbars.h"
#include "storage/cachereader.h"
#include "tests/gui/samplewindow.h"
#include "ui/budgetscontroller.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/sidebaritem.h"
#include "ui/widgets/textline.h"

#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class TestBudgetsPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }

    void withoutBudgetsItOffersOne();
    void aBudgetIsFilledIn();
    void whatIsWrongIsSaidInTheForm();
    void theTableIsTheReport();
    void theSidebarCountsThoseThatAreOver();
    void aBudgetIsChangedAndItsVersionsAreShown();
    void budgetsAreImportedAfterAPreview();
    void aFileWithErrorsChangesNothing();
    void aDayIsAcknowledged();
    void theDesktopIsToldOnce();
    void aBudgetIsRemoved();

private:
    [[nodiscard]] BudgetsController& budgets() { return *m_window->findChild<BudgetsController*>(); }
    /// The page as it is after a change, with this many budgets.
    void waitFor(std::size_t count);
    [[nodiscard]] QWidget* popup() const { return QApplication::activePopupWidget(); }
    void fill(const char* name, const char* amount);
    void chooseFromMenu(DataTable& table, int row, const char* action);
    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(*m_window, name);
    }

    GuiHome m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_notices;
};

void TestBudgetsPage::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_home.services.notify = [this](const QString& title, const QString& text) { m_notices << title + u'\n' + text; };
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->openSample();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() != nullptr, SamplePatience);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(showSettled(*m_window, PageId::Budgets));
    // Only the test's own budgets.
    waitFor(5);
    while (!budgets().picture()->budgets.rows.empty()) {
        const std::size_t left = budgets().picture()->budgets.rows.size() - 1;
        budgets().remove(budgets().picture()->budgets.rows.front().budget.name);
        waitFor(left);
    }
}

void TestBudgetsPage::waitFor(std::size_t count) {
    QTRY_VERIFY_WITH_TIMEOUT(budgets().hasPicture() && budgets().isCurrent() && !budgets().isBusy() &&
                                 budgets().picture()->budgets.rows.size() == count,
                             SamplePatience);
}

void TestBudgetsPage::fill(const char* name, const char* amount) {
    QTRY_VERIFY(popup() != nullptr);
    find<QLineEdit>(*popup(), "budgetName").setText(QString::fromLatin1(name));
    find<QLineEdit>(*popup(), "budgetAmount").setText(QString::fromLatin1(amount));
}

void TestBudgetsPage::chooseFromMenu(DataTable& table, int row, const char* action) {
    table.setCurrentIndex(table.model()->index(row, 0));
    QMenu menu;
    emit table.contextMenuWanted(menu);
    auto* chosen = menu.findChild<QAction*>(QLatin1String(action));
    QVERIFY(chosen != nullptr && chosen->isEnabled());
    chosen->trigger();
}

void TestBudgetsPage::withoutBudgetsItOffersOne() {
    waitFor(0);
    QVERIFY(on<QWidget>("noBudgets").isVisible());
    QVERIFY(!on<QWidget>("budgetTable").isVisible());
    QCOMPARE(on<SidebarItem>("navBudgets").accessibleName(), QStringLiteral("Budgets"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_8, Qt::ControlModifier);
    QCOMPARE(m_window->controller().page(), PageId::Budgets);
}

void TestBudgetsPage::aBudgetIsFilledIn() {
    QTest::mouseClick(&on<Button>("addBudget"), Qt::LeftButton);
    fill("All", "30000");
    QTest::mouseClick(&find<Button>(*popup(), "budgetSave"), Qt::LeftButton);
    waitFor(1);
    const BudgetStatus& status = budgets().picture()->budgets.rows[0];
    QCOMPARE(status.budget.name, QStringLiteral("All"));
    QVERIFY(status.budget.scope == BudgetScope::Organization);
    QVERIFY(on<QWidget>("budgetTable").isVisible());
    QVERIFY(on<BudgetBars>("budgetBars").isVisible());
    QCOMPARE(on<BudgetBars>("budgetBars").markCount(), 1);
    QVERIFY(on<BudgetBars>("budgetBars").markText(0).startsWith(QStringLiteral("All")));
}

void TestBudgetsPage::whatIsWrongIsSaidInTheForm() {
    QTest::mouseClick(&on<Button>("addBudget"), Qt::LeftButton);
    fill("Bad", "much");
    QTest::mouseClick(&find<Button>(*popup(), "budgetSave"), Qt::LeftButton);
    QVERIFY(popup() != nullptr);
    QVERIFY(find<QLabel>(*popup(), "budgetProblem").isVisible());
    find<QLineEdit>(*popup(), "budgetAmount").setText(QStringLiteral("5000"));
    auto& scope = find<QComboBox>(*popup(), "budgetScope");
    scope.setCurrentIndex(scope.findText(QStringLiteral("Workspace")));
    auto& value = find<QComboBox>(*popup(), "budgetValue");
    QVERIFY(value.isEnabled());
    value.setCurrentIndex(value.findText(QStringLiteral("Data pipelines")));
    find<QLineEdit>(*popup(), "budgetName").setText(QStringLiteral("Pipes"));
    QTest::mouseClick(&find<Button>(*popup(), "budgetSave"), Qt::LeftButton);
    waitFor(2);
    QCOMPARE(budgets().picture()->budgets.rows[1].valueName, QStringLiteral("Data pipelines"));
}

void TestBudgetsPage::theTableIsTheReport() {
    const auto reader = CacheReader::open(m_home.samplePath()).value();
    const UtcDay today = m_window->controller().today();
    ReportRequest request;
    request.report = QStringLiteral("budgets");
    request.range = {today, today};
    const Table report = runReport(*reader, request, m_home.prices).value();
    const DisplayTable& shown = on<DataTable>("budgetTable").tableModel().shown();
    QCOMPARE(shown.rows.size(), report.rows.size());
    for (std::size_t i = 0; i < report.rows.size(); ++i) {
        QCOMPARE(shown.rows[i].cells[0].text, std::get<QString>(report.rows[i][1]));
        QCOMPARE(shown.rows[i].cells[4].number.value(), std::get<Money>(report.rows[i][5]).nano());
        QCOMPARE(shown.rows[i].cells[6].number.value(), std::get<Money>(report.rows[i][7]).nano());
        QCOMPARE(shown.rows[i].cells[7].number.value(), std::get<Money>(report.rows[i][10]).nano());
    }
    const QString sentence = plainText(on<TextLine>("budgetsSentence").parts());
    QVERIFY2(sentence.contains(QStringLiteral("November 2026 is forecast to end at $3")), qPrintable(sentence));
}

// Both will not hold: the month ends at some $37,000, the pipelines at some $8,000.
void TestBudgetsPage::theSidebarCountsThoseThatAreOver() {
    QTRY_VERIFY(on<SidebarItem>("navBudgets").accessibleName().contains(QStringLiteral("2 budgets over")));
}

void TestBudgetsPage::aBudgetIsChangedAndItsVersionsAreShown() {
    chooseFromMenu(on<DataTable>("budgetTable"), 0, "changeBudget");
    QTRY_VERIFY(popup() != nullptr);
    QCOMPARE(find<QLineEdit>(*popup(), "budgetName").text(), QStringLiteral("All"));
    find<QLineEdit>(*popup(), "budgetAmount").setText(QStringLiteral("60000"));
    QTest::keyClick(&find<QLineEdit>(*popup(), "budgetAmount"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!budgets().isBusy() && budgets().picture()->budgets.rows[0].version == 2, SamplePatience);
    QTRY_VERIFY(on<SidebarItem>("navBudgets").accessibleName().contains(QStringLiteral("1 budget over")));
    chooseFromMenu(on<DataTable>("budgetTable"), 0, "budgetVersions");
    QTRY_VERIFY(popup() != nullptr);
    QStringList texts;
    for (const QLabel* label : popup()->findChildren<QLabel*>()) texts << label->text();
    QVERIFY(texts.filter(QStringLiteral("$30,000.00")).size() == 1 &&
            texts.filter(QStringLiteral("$60,000.00")).size() == 1);
    popup()->close();
}

void TestBudgetsPage::budgetsAreImportedAfterAPreview() {
    const QString path = m_home.path(QStringLiteral("budgets.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "name,scope,value,period,amount\nLab,workspace,Research lab,quarter,9000\nPipes,organization,,month,1\n");
    file.close();
    m_home.dialogs.files = {path, path};
    m_home.dialogs.answers = {1, 0};  // cancelled first
    QTest::mouseClick(&on<Button>("importBudgets"), Qt::LeftButton);
    QTRY_COMPARE(m_home.dialogs.shown.size(), 1U);
    QVERIFY(m_home.dialogs.shown[0].more.contains(QStringLiteral("Lab: $9,000.00")));
    waitFor(2);
    QTest::mouseClick(&on<Button>("importBudgets"), Qt::LeftButton);
    waitFor(3);
}

void TestBudgetsPage::aFileWithErrorsChangesNothing() {
    const QString path = m_home.path(QStringLiteral("wrong.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name,scope,value,period,amount\nMore,organization,,month,5\nLess,workspace,Nowhere,month,5\n");
    file.close();
    m_home.dialogs.files = {path};
    QTest::mouseClick(&on<Button>("importBudgets"), Qt::LeftButton);
    QTRY_COMPARE(m_home.dialogs.shown.size(), 3U);
    QVERIFY(m_home.dialogs.shown[2].more.contains(QStringLiteral("Line 3, column value")));
    waitFor(3);
}

// The backfill of 10 and 11 November is in the last 30 days.
void TestBudgetsPage::aDayIsAcknowledged() {
    auto& days = on<DataTable>("standOutTable");
    QVERIFY(days.isVisible());
    const std::size_t all = budgets().picture()->days.days.size();
    QVERIFY(all >= 4);
    m_home.dialogs.textAnswer = QStringLiteral("planned");
    chooseFromMenu(days, 0, "acknowledge");
    QTRY_VERIFY_WITH_TIMEOUT(
        !budgets().isBusy() && std::any_of(budgets().picture()->days.days.begin(), budgets().picture()->days.days.end(),
                                           [](const StandOutDay& day) { return day.note.has_value(); }),
        SamplePatience);
    QCOMPARE(budgets().picture()->days.days.size(), all);
}

void TestBudgetsPage::theDesktopIsToldOnce() {
    m_notices.clear();
    m_window->controller().sync();
    QTRY_VERIFY_WITH_TIMEOUT(m_notices.size() == 1, SamplePatience);
    QVERIFY2(m_notices[0].contains(QStringLiteral("\"Pipes\"")), qPrintable(m_notices[0]));
    const auto noted = [this] {
        const auto reader = CacheReader::open(m_home.samplePath()).value();
        return reader->definitions(definitionkind::BudgetNotice).value().size();
    };
    QTRY_VERIFY(noted() >= 1);
    m_window->controller().sync();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().isSyncing(), SamplePatience);
    QVERIFY(showSettled(*m_window, PageId::Budgets));
    QCOMPARE(m_notices.size(), 1);
}

void TestBudgetsPage::aBudgetIsRemoved() {
    chooseFromMenu(on<DataTable>("budgetTable"), 0, "changeBudget");
    QTRY_VERIFY(popup() != nullptr);
    QTest::mouseClick(&find<Button>(*popup(), "budgetRemove"), Qt::LeftButton);
    waitFor(2);
    QCOMPARE(budgets().picture()->budgets.rows[0].budget.name, QStringLiteral("Lab"));
}

QTEST_MAIN(TestBudgetsPage)
#include "tst_budgetspage.moc"
