// The Organization page in the real window: its lists, what they follow, what their rows can do.
#include "charts/palette.h"
#include "tests/gui/guifixture.h"
#include "tests/unit/reports/organizationcache.h"
#include "ui/organizationcontroller.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/sidebaritem.h"
#include "ui/widgets/statusbar.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/tile.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QContextMenuEvent>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class TestOrganizationPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }

    void opensByItsKey();
    void showsEveryList();
    void followsThePeriodOnly();
    void aRowFiltersTheOtherPages();
    void answersWhyThisNumber();
    void worksByKeyboard();
    void exportsTheChosenListFirst();
    void changesTheTheme();
    void everyControlHasANameAndARole();
    void nothingIsCut();
    void remembersItsList();
    void aListThatIsNotThereIsSaidInWords();

private:
    void open();
    void settle();
    void choose(const char* list);
    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(find<QWidget>(*m_window, "organizationPage"), name);
    }
    [[nodiscard]] OrganizationController& organization() { return *m_window->findChild<OrganizationController*>(); }
    [[nodiscard]] QStringList popoverTexts();
    [[nodiscard]] std::vector<QAction*> contextMenu(DataTable& table, int row);

    SystemClock m_clock{QDateTime(QDate(2026, 11, 20), QTime(12, 30), Qt::UTC)};
    GuiHome m_home{&m_clock};
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int Patience = 60'000;

void fillCache(const QString& path) {
    SmallCache cache;
    const Organization organization{QStringLiteral("org-1"), QStringLiteral("Halden Robotics")};
    if (!cache.writer().storeOrganization(organization, false, listAnswer(FirstSync, "me"))) qFatal("no organization");
    fillLists(cache);
    fillUse(cache);
    QDir().mkpath(QFileInfo(path).path());
    if (!cache.reader()->backUp(path)) qFatal("no cache");
}

}  // namespace

void TestOrganizationPage::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    fillCache(m_home.livePath());
    m_home.secrets.entries[QStringLiteral("default")] = "sk-ant-admin01-test";
    FilterState filters;
    filters.period = PeriodPreset::Custom;
    filters.custom = Range;
    m_home.settings.setFilters(filters);
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    open();
}

void TestOrganizationPage::open() {
    m_window.reset();
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() != nullptr, Patience);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    settle();
}

void TestOrganizationPage::settle() { QTRY_VERIFY_WITH_TIMEOUT(organization().isCurrent(), Patience); }

void TestOrganizationPage::choose(const char* list) {
    QTest::mouseClick(&on<QAbstractButton>((std::string("list_") + list).c_str()), Qt::LeftButton);
}

QStringList TestOrganizationPage::popoverTexts() {
    QWidget* popover = nullptr;
    if (!QTest::qWaitFor([&popover] { return (popover = QApplication::activePopupWidget()) != nullptr; })) return {};
    QStringList texts;
    for (const QLabel* label : popover->findChildren<QLabel*>()) texts.append(label->text());
    popover->close();
    return texts;
}

/// The actions of a row's menu, which is closed again.
std::vector<QAction*> TestOrganizationPage::contextMenu(DataTable& table, int row) {
    table.setCurrentIndex(table.model()->index(row, 0));
    const QPoint place = table.visualRect(table.currentIndex()).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, table.viewport()->mapToGlobal(place));
    QApplication::sendEvent(table.viewport(), &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (menu == nullptr) qFatal("no menu");
    std::vector<QAction*> actions;
    for (QAction* action : menu->actions()) actions.push_back(action);
    menu->close();
    return actions;
}

void TestOrganizationPage::opensByItsKey() {
    QVERIFY(find<QWidget>(*m_window, "organizationPage").isVisible());
    QCOMPARE(find<SidebarItem>(*m_window, "navOrganization").accessibleDescription(), QStringLiteral("current page"));
    QCOMPARE(on<TextLine>("organizationSentence").accessibleName(),
             QStringLiteral("1 active API key, 1 person, 1 workspace, as the lists of 19 Nov 12:00 say."));
    QCOMPARE(on<Tile>("tileKeys").content().value, QStringLiteral("1"));
    QCOMPARE(on<Tile>("tileInvites").content().value, QStringLiteral("0"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(*m_window, "overviewPage").isVisible());
    QTest::mouseClick(&find<SidebarItem>(*m_window, "navOrganization"), Qt::LeftButton);
    QTRY_VERIFY(on<DataTable>("organizationTable_api-keys").isVisible());
}

void TestOrganizationPage::showsEveryList() {
    const std::pair<const char*, int> lists[] = {{"workspaces", 5}, {"members", 1},  {"users", 2},
                                                 {"invites", 3},    {"changes", 11}, {"api-keys", 7}};
    for (const auto& [name, rows] : lists) {
        choose(name);
        auto& table = on<DataTable>((std::string("organizationTable_") + name).c_str());
        QVERIFY2(table.isVisible(), name);
        QCOMPARE(table.model()->rowCount(), rows);
        QVERIFY(!on<QLabel>("organizationNoteText").text().isEmpty());
    }
    QVERIFY(!on<DataTable>("organizationTable_changes").isVisible());
}

void TestOrganizationPage::followsThePeriodOnly() {
    QVERIFY(!find<Button>(*m_window, "compare").isVisible());
    const auto tokens = [this] { return organization().picture()->tokens; };
    QCOMPARE(tokens(), std::optional<std::int64_t>(139));
    FilterState filters = m_window->controller().filters();
    filters.custom = DateRange{isoDay("2026-11-15"), isoDay("2026-11-15")};
    m_window->controller().setFilters(filters);
    settle();
    QCOMPARE(tokens(), std::optional<std::int64_t>(131));
    m_window->controller().goBack();
    settle();
    QCOMPARE(tokens(), std::optional<std::int64_t>(139));
}

void TestOrganizationPage::aRowFiltersTheOtherPages() {
    auto& table = on<DataTable>("organizationTable_api-keys");
    const auto only = [&](int row) {
        for (QAction* action : contextMenu(table, row)) {
            if (action->objectName() == QLatin1String("showOnly")) return action;
        }
        qFatal("no entry");
    };
    const auto chosen = [this] { return m_window->controller().filters().filterOf(Dimension::ApiKey); };
    QCOMPARE(table.model()->index(0, 0).data().toString(), QStringLiteral("nightly build"));
    QVERIFY(!only(0)->isChecked());
    only(0)->trigger();
    QVERIFY(chosen() != nullptr);
    QCOMPARE(chosen()->anyOf.front().value, QStringLiteral("apikey_1"));
    settle();
    QCOMPARE(organization().picture()->tokens, std::optional<std::int64_t>(139));  // this page does not follow it
    QVERIFY(only(0)->isChecked());
    only(0)->trigger();
    QVERIFY(chosen() == nullptr);
    settle();
    // A key that was never used cannot be shown alone; the console can.
    for (int row = 0; row < 6; ++row) {
        const QString name = table.model()->index(row, 0).data().toString();
        QCOMPARE(only(row)->isEnabled(), name != QLatin1String("short"));
    }
    choose("workspaces");
    auto& workspaces = on<DataTable>("organizationTable_workspaces");
    for (QAction* action : contextMenu(workspaces, 0)) {
        if (action->objectName() == QLatin1String("showOnly")) action->trigger();
    }
    QVERIFY(m_window->controller().filters().filterOf(Dimension::Workspace) != nullptr);
    m_window->controller().goBack();
    settle();
    choose("api-keys");
}

void TestOrganizationPage::answersWhyThisNumber() {
    QTest::mouseClick(&on<Button>("tileKeysWhy"), Qt::LeftButton);
    QVERIFY(popoverTexts().contains(QStringLiteral("fetched 19 Nov 12:00")));
    auto& table = on<DataTable>("organizationTable_api-keys");
    table.setFocus();
    table.setCurrentIndex(table.model()->index(0, table.model()->columnCount() - 1));
    QTest::keyClick(&table, Qt::Key_Return);
    const QStringList texts = popoverTexts();
    QVERIFY2(texts.contains(QStringLiteral("nightly build · Tokens")), qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(QStringLiteral("131")));
    table.clearSelection();
}

void TestOrganizationPage::worksByKeyboard() {
    auto& keys = on<QAbstractButton>("list_api-keys");
    keys.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&keys, Qt::Key_Right);
    QTRY_VERIFY(on<DataTable>("organizationTable_workspaces").isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QTRY_VERIFY(on<DataTable>("organizationTable_api-keys").isVisible());
    auto& table = on<DataTable>("organizationTable_api-keys");
    table.setFocus();
    table.setCurrentIndex(table.model()->index(0, 0));
    table.selectAll();
    QCOMPARE(table.selectedText().split(u'\n').size(), 8);  // the head, six users of tokens and their total
    QTest::keyClick(&table, Qt::Key_Escape);
    QVERIFY(!table.selectionModel()->hasSelection());
}

void TestOrganizationPage::exportsTheChosenListFirst() {
    choose("changes");
    const QString path = m_home.path(QStringLiteral("changes.csv"));
    m_home.dialogs.files = {path};
    tokenledger::test::choose(find<Button>(*m_window, "export"), QStringLiteral("Changes..."));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), Patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 12);
    choose("api-keys");
    const QString keys = m_home.path(QStringLiteral("keys.csv"));
    m_home.dialogs.files = {keys};
    tokenledger::test::choose(on<Button>("organizationCardMenu"), QStringLiteral("Export CSV, XLSX or JSON..."));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(keys), Patience);
    QCOMPARE(m_home.dialogs.asked.back().suggested, QStringLiteral("api-keys-2026-11-14-to-2026-11-20.csv"));
}

void TestOrganizationPage::changesTheTheme() {
    const auto cardColour = [this] {
        const QPoint place = on<QWidget>("organizationCard").mapTo(m_window.get(), QPoint(500, 4));
        return m_window->grab().toImage().pixelColor(place);
    };
    QCOMPARE(cardColour(), palette(Theme::Light).card);
    m_window->findChild<QAction*>(QStringLiteral("actionThemeDark"))->trigger();
    QTRY_COMPARE(cardColour(), palette(Theme::Dark).card);
    m_window->findChild<QAction*>(QStringLiteral("actionThemeLight"))->trigger();
    QTRY_COMPARE(cardColour(), palette(Theme::Light).card);
}

void TestOrganizationPage::everyControlHasANameAndARole() {
    int controls = 0;
    for (QAbstractButton* button : find<QWidget>(*m_window, "organizationPage").findChildren<QAbstractButton*>()) {
        if (!button->isVisible()) continue;
        ++controls;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(button);
        QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(button->objectName()));
        const auto role = spoken->role();
        QVERIFY2(role == QAccessible::Button || role == QAccessible::ButtonMenu || role == QAccessible::CheckBox,
                 qPrintable(button->objectName()));
        QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->accessibleName()));
    }
    QVERIFY(controls >= 12);
    for (DataTable* table : find<QWidget>(*m_window, "organizationPage").findChildren<DataTable*>()) {
        QVERIFY2(!table->accessibleName().isEmpty(), qPrintable(table->objectName()));
        QCOMPARE(QAccessible::queryAccessibleInterface(table)->role(), QAccessible::Table);
    }
}

void TestOrganizationPage::nothingIsCut() {
    for (const QSize size : {QSize(1024, 640), QSize(1280, 720), QSize(1440, 900), QSize(1920, 1080)}) {
        m_window->resize(size);
        QTRY_COMPARE(m_window->size(), size);
        for (const QAbstractButton* button :
             find<QWidget>(*m_window, "organizationPage").findChildren<QAbstractButton*>()) {
            if (!button->isVisible()) continue;
            QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->objectName()));
            QTRY_VERIFY2(button->mapTo(m_window.get(), QPoint(button->width(), 0)).x() <= m_window->width(),
                         qPrintable(button->objectName()));
        }
        for (const Tile* tile : find<QWidget>(*m_window, "organizationPage").findChildren<Tile*>()) {
            QTRY_VERIFY2(!tile->isCut(), qPrintable(tile->objectName()));
        }
    }
    m_window->resize(1440, 900);
}

void TestOrganizationPage::remembersItsList() {
    choose("users");
    m_window->close();
    open();
    QTRY_VERIFY(on<DataTable>("organizationTable_users").isVisible());
    QVERIFY(on<QAbstractButton>("list_users").isChecked());
    choose("api-keys");
}

void TestOrganizationPage::aListThatIsNotThereIsSaidInWords() {
    SmallCache cache;
    fillUse(cache);
    QVERIFY(cache.writer()
                .recordFailure(Dataset::Organization, {Today, Today}, {ErrorKind::Forbidden, {}, {}},
                               listAnswer(SecondSync, "api_keys", 403))
                .has_value());
    const QString path = m_home.path(QStringLiteral("refused.tokenledger"));
    QVERIFY(cache.reader()->backUp(path).has_value());
    m_window->openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() != nullptr, Patience);
    settle();
    QVERIFY(on<QWidget>("organizationListState").isVisible());
    QCOMPARE(on<QWidget>("organizationListState").accessibleName(),
             QStringLiteral("The server refuses the list of API keys to this key"));
    QVERIFY(!on<DataTable>("organizationTable_api-keys").isVisible());
    choose("users");
    QCOMPARE(on<QWidget>("organizationListState").accessibleName(), QStringLiteral("Not fetched yet"));
    QCOMPARE(on<Tile>("tilePeople").content().value, QStringLiteral("–"));
}

QTEST_MAIN(TestOrganizationPage)
#include "tst_organizationpage.moc"
