// Views saved under a name: as values, in the window's menu, and as steps of back and forward; by keyboard, too.
#include "tests/gui/costwindow.h"
#include "ui/pageset.h"
#include "ui/savedviews.h"
#include "ui/widgets/button.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;

namespace {

ViewState stateOf(PageId page, PeriodPreset period) {
    ViewState state;
    state.page = page;
    state.filters.period = period;
    return state;
}

}  // namespace

class TestSavedViews : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_cost.open(); }
    void cleanup() { m_cost.home.dialogs.answers.clear(); }

    void namesAreUnique();
    void surviveBeingStored();
    void areSavedAndAppliedInOneStep();
    void sayWhatTheCacheDoesNotKnow();
    void askBeforeTheyAreReplaced();
    void areRenamedAndDeleted();
    void belongToOneOrganization();
    void backRestoresThePage();
    void pageSurvivesARestart();
    void typicalTaskWithoutAMouse();

private:
    [[nodiscard]] MainWindow& window() { return *m_cost.window; }
    [[nodiscard]] SessionController& controller() { return window().controller(); }
    [[nodiscard]] SavedViews stored() { return m_cost.home.settings.savedViews(QStringLiteral("default")); }
    [[nodiscard]] QStringList entries();
    void trigger(const QString& entry);
    void save(const QString& name);

    test::CostWindow m_cost;
};

/// What the menu holds; names of its entries and of those of its submenus.
QStringList TestSavedViews::entries() {
    auto& menu = test::find<QMenu>(window(), "viewsMenu");
    emit menu.aboutToShow();
    QStringList names;
    for (const QAction* action : menu.actions()) {
        if (action->menu() == nullptr) {
            if (!action->isSeparator()) names.append(action->objectName());
            continue;
        }
        for (const QAction* inner : action->menu()->actions()) names.append(inner->objectName());
    }
    return names;
}

void TestSavedViews::trigger(const QString& entry) {
    auto& menu = test::find<QMenu>(window(), "viewsMenu");
    emit menu.aboutToShow();
    auto* action = menu.findChild<QAction*>(entry);
    QVERIFY2(action != nullptr, qPrintable(entry));
    action->trigger();
}

void TestSavedViews::save(const QString& name) {
    m_cost.home.dialogs.textAnswer = name;
    trigger(QStringLiteral("saveView"));
}

void TestSavedViews::namesAreUnique() {
    SavedViews views;
    views.save(QStringLiteral("Close of month"), stateOf(PageId::Cost, PeriodPreset::LastMonth));
    views.save(QStringLiteral("  close OF  month "), stateOf(PageId::Cost, PeriodPreset::Days7));
    views.save(QStringLiteral("  "), stateOf(PageId::Cost, PeriodPreset::Days7));
    views.save(QStringLiteral("All"), stateOf(PageId::Overview, PeriodPreset::All));
    QCOMPARE(views.all().size(), std::size_t{2});
    QCOMPARE(views.all()[0].name, QStringLiteral("All"));
    QCOMPARE(views.all()[1].name, QStringLiteral("close OF month"));
    QCOMPARE(views.all()[1].state.filters.period, PeriodPreset::Days7);
    QVERIFY(!views.rename(QStringLiteral("All"), QStringLiteral("Close of Month")));
    QVERIFY(!views.rename(QStringLiteral("All"), QStringLiteral(" ")));
    QVERIFY(views.rename(QStringLiteral("All"), QStringLiteral("ALL")));  // itself, in another case
    QVERIFY(views.find(QStringLiteral("all")) != nullptr);
    views.remove(QStringLiteral("all"));
    QCOMPARE(views.all().size(), std::size_t{1});
}

void TestSavedViews::surviveBeingStored() {
    SavedViews views;
    ViewState state = stateOf(PageId::DataHealth, PeriodPreset::Quarter);
    state.filters.interval = Interval::Week;
    state.filters.comparison = Comparison::SamePeriodLastYear;
    state.filters.setFilter(Dimension::Workspace,
                            {{NullTerm, {}, QStringLiteral("Default")},
                             {NullTerm, QStringLiteral("wrkspc_1"), QStringLiteral("Böblingen")}});
    views.save(QStringLiteral("Team & friends / \"1\""), state);
    const SavedViews again = SavedViews::fromJson(views.toJson());
    QCOMPARE(again.all(), views.all());
    // "Quarter to date" is still the quarter that it is then.
    QVERIFY(again.all()[0].state.filters.range(test::day("2027-02-10"), {}).first == test::day("2027-01-01"));
    for (const char* nonsense : {"", "{", "[1,2]", R"([{"name":"x"}])", R"([{"name":"x","page":"Nowhere"}])"})
        QVERIFY(SavedViews::fromJson(QString::fromLatin1(nonsense)).all().empty());
}

void TestSavedViews::areSavedAndAppliedInOneStep() {
    QCOMPARE(entries().mid(1), QStringList{QStringLiteral("saveView")});
    const ViewState custom = controller().view();
    FilterState week = custom.filters;
    week.period = PeriodPreset::Days7;
    week.custom.reset();
    controller().setFilters(week);
    save(QStringLiteral("Week & costs"));
    QCOMPARE(m_cost.home.dialogs.texts.back().value, QStringLiteral("Cost, Last 7 days"));
    QVERIFY(entries().contains(QStringLiteral("view_Week & costs")));
    QCOMPARE(stored().all().at(0).state.filters.period, PeriodPreset::Days7);

    controller().setFilters(custom.filters);
    window().showPage(PageId::Overview);
    trigger(QStringLiteral("view_Week & costs"));
    QCOMPARE(controller().view(), (ViewState{PageId::Cost, week}));
    QVERIFY(test::find<QWidget>(window(), "costPage").isVisible());
    controller().goBack();
    QCOMPARE(controller().view(), (ViewState{PageId::Overview, custom.filters}));
    QVERIFY(test::find<QWidget>(window(), "overviewPage").isVisible());
    controller().goForward();
    QCOMPARE(controller().view(), (ViewState{PageId::Cost, week}));
    m_cost.settle();
}

/// A view without its filter shows more than its name promises.
void TestSavedViews::sayWhatTheCacheDoesNotKnow() {
    SavedViews views = stored();
    ViewState state = controller().view();
    state.filters.setFilter(Dimension::Workspace,
                            {{NullTerm, QStringLiteral("wrkspc_gone"), QStringLiteral("Gone lab")}});
    views.save(QStringLiteral("Gone"), state);
    m_cost.home.settings.setSavedViews(QStringLiteral("default"), views);
    const std::size_t before = m_cost.home.dialogs.shown.size();
    trigger(QStringLiteral("view_Gone"));
    QCOMPARE(m_cost.home.dialogs.shown.size(), before + 1);
    QVERIFY(m_cost.home.dialogs.shown.back().text.contains(QStringLiteral("Gone lab")));
    QVERIFY(controller().filters().filters.empty());
}

void TestSavedViews::askBeforeTheyAreReplaced() {
    FilterState all = controller().filters();
    all.period = PeriodPreset::All;
    controller().setFilters(all);
    m_cost.home.dialogs.answers = {0};
    save(QStringLiteral("WEEK & costs"));
    QCOMPARE(stored().find(QStringLiteral("Week & costs"))->state.filters.period, PeriodPreset::Days7);
    m_cost.home.dialogs.answers = {1};
    save(QStringLiteral("WEEK & costs"));
    QCOMPARE(stored().find(QStringLiteral("Week & costs"))->state.filters.period, PeriodPreset::All);
    save(QStringLiteral("   "));
    QVERIFY(m_cost.home.dialogs.shown.back().text.contains(QStringLiteral("needs a name")));
}

void TestSavedViews::areRenamedAndDeleted() {
    m_cost.home.dialogs.textAnswer = QStringLiteral("gone");
    trigger(QStringLiteral("renameView_WEEK & costs"));
    QVERIFY(m_cost.home.dialogs.shown.back().text.contains(QStringLiteral("has this name")));
    m_cost.home.dialogs.textAnswer = QStringLiteral("Everything");
    trigger(QStringLiteral("renameView_WEEK & costs"));
    QVERIFY(stored().find(QStringLiteral("Everything")) != nullptr);
    m_cost.home.dialogs.answers = {0};
    trigger(QStringLiteral("deleteView_Gone"));
    QVERIFY(stored().find(QStringLiteral("Gone")) != nullptr);
    m_cost.home.dialogs.answers = {1};
    trigger(QStringLiteral("deleteView_Gone"));
    QCOMPARE(stored().all().size(), std::size_t{1});
}

void TestSavedViews::belongToOneOrganization() {
    QVERIFY(m_cost.home.settings.savedViews(QStringLiteral("other/profile")).all().empty());
    m_cost.home.settings.setSavedViews(QStringLiteral("other/profile"), stored());
    QCOMPARE(m_cost.home.settings.savedViews(QStringLiteral("other/profile")).all(), stored().all());
    m_cost.home.settings.setSavedViews(QStringLiteral("other/profile"), {});
    QCOMPARE(stored().all().size(), std::size_t{1});
}

void TestSavedViews::backRestoresThePage() {
    const FilterState filters = controller().filters();
    window().showPage(PageId::Overview);
    window().showPage(PageId::DataHealth);
    QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(controller().page(), PageId::Overview);
    QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(controller().page(), PageId::Cost);
    QVERIFY(test::find<QWidget>(window(), "costPage").isVisible());
    QTest::keyClick(&window(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(controller().page(), PageId::Overview);
    QCOMPARE(controller().filters(), filters);
}

void TestSavedViews::pageSurvivesARestart() {
    window().showPage(PageId::DataHealth);
    const FilterState filters = controller().filters();
    m_cost.window.reset();
    m_cost.window = std::make_unique<MainWindow>(m_cost.home.services, *m_cost.look);
    window().start();
    window().show();
    QTRY_VERIFY_WITH_TIMEOUT(controller().overview() != nullptr, test::Patience);
    QVERIFY(test::find<QWidget>(window(), "dataHealthPage").isVisible());
    QCOMPARE(controller().filters().toJson(), filters.toJson());
    QVERIFY(!controller().history().canGoBack());
}

/// Cost of the last week, saved as a view, back to the overview, why is the spend what it is: all by keys.
void TestSavedViews::typicalTaskWithoutAMouse() {
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    const auto key = [this](Qt::Key code, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* popup = QApplication::activePopupWidget();
        QWidget* focus = popup != nullptr ? popup : QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window(), code, modifiers);
    };
    const auto tabTo = [&key](const char* name) {
        for (int stops = 0; stops < 200; ++stops) {
            key(Qt::Key_Tab);
            QWidget* focus = QApplication::focusWidget();
            if (focus != nullptr && focus->objectName() == QLatin1String(name)) return true;
        }
        return false;
    };
    key(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(controller().page(), PageId::Cost);
    QVERIFY(tabTo("period"));
    key(Qt::Key_Space);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    QTRY_COMPARE(controller().filters().period, PeriodPreset::Days7);
    m_cost.home.dialogs.textAnswer = QStringLiteral("By keys");
    key(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    key(Qt::Key_S);
    QTRY_VERIFY(stored().find(QStringLiteral("By keys")) != nullptr);
    key(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(tabTo("tileSpendWhy"));
    key(Qt::Key_Return);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    QVERIFY(!m_cost.popoverTexts().isEmpty());
    key(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(controller().page(), PageId::Cost);
}

QTEST_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
