#include "ui/mainwindow.h"

#include "app/api/proxyurl.h"
#include "ui/dialogs/measureshelp.h"
#include "ui/dialogs/preferences.h"
#include "ui/dialogs/teams.h"
#include "ui/dialogs/trackingimport.h"
#include "ui/filterbar.h"
#include "ui/pages/firstrunpage.h"
#include "ui/pageset.h"
#include "ui/reportshelf.h"
#include "ui/statusinfo.h"
#include "ui/tablememory.h"
#include "ui/viewsmenu.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/statusbar.h"
#include "ui/widgets/syncpanel.h"
#include "ui/widgets/tableview.h"
#include "ui/windowquestions.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace tokenledger {

MainWindow::MainWindow(Services& services, Look& look)
    : m_services(services),
      m_look(look),
      m_controller(services),
      m_autoSync(services, m_controller),
      m_organizations(new Organizations(services, m_controller, this)),
      m_exporter(new Exporter(m_controller, services.settings, services.dialogs, this)),
      m_shelf(new ReportShelf(m_controller, services.settings, services.dialogs, this)),
      m_views(new ViewsMenu(services, m_controller, this)),
      m_menu(menuBar()) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(Look::applicationIcon());
    setMinimumSize(1024, 640);
    resize(1440, 900);
    build();
    connectMenu();
    connectController();
    connectBars();
    connectPages();
    new FocusRing(look, this);
    m_countdown.setInterval(1000);
    connect(&m_countdown, &QTimer::timeout, this, &MainWindow::updateSync);
    if (!services.settings.geometry().isEmpty()) restoreGeometry(services.settings.geometry());
    bringToFront(m_controller.page());
    showFirstRun();
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
    auto* central = new QWidget(this);
    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_sidebar = new Sidebar(m_look, central));
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    const auto values = [this](Dimension dimension) -> const std::vector<Session::FilterValue>& {
        return m_controller.values(dimension);
    };
    right->addWidget(m_filterBar = new FilterBar(m_look, values, central));
    m_stack = new QStackedWidget(central);
    m_pages = new PageSet(m_look, m_services, m_controller, m_stack);
    m_firstRun = new FirstRunPage(m_look, m_services, m_stack);
    m_failed = new StatePage(m_look, m_stack);
    m_failed->setObjectName(QStringLiteral("openFailedPage"));
    for (QWidget* page : std::initializer_list<QWidget*>{m_pages, m_firstRun, m_failed}) m_stack->addWidget(page);
    right->addWidget(m_stack, 1);
    middle->addLayout(right, 1);
    rows->addLayout(middle, 1);
    rows->addWidget(m_status = new StatusBar(m_look, central));
    setCentralWidget(central);
    rememberTables(*this, m_services.settings);
}

void MainWindow::connectMenu() {
    const auto on = [this](QAction* action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_menu.openCache, &MainWindow::askForFile);
    on(m_menu.openSample, &MainWindow::openSample);
    on(m_menu.connectOrganization, [this] { m_organizations->whenNoSyncRuns([this] { showFirstRun(); }); });
    connect(m_menu.organizations, &QMenu::aboutToShow, this, [this] {
        m_menu.organizations->clear();
        m_organizations->fillMenu(*m_menu.organizations);
    });
    on(m_menu.preferences,
       [this] { showPreferences(this, m_look, m_services.settings, [this] { applyPreferences(); }); });
    on(m_menu.quit, &QWidget::close);
    on(m_menu.copy, &MainWindow::copy);
    for (const auto& [id, action] : m_menu.pages) on(action, [this, page = id] { showPage(page); });
    on(m_menu.back, [this] { m_controller.goBack(); });
    on(m_menu.forward, [this] { m_controller.goForward(); });
    on(m_menu.find, [this] { m_pages->findInTable(); });
    on(m_menu.filter, [this] { m_filterBar->focusFilter(); });
    on(m_menu.sync, [this] { m_controller.sync(); });
    on(m_menu.cancelSync, [this] { m_controller.cancelSync(); });
    on(m_menu.syncFurther, [this] { askHowFar(this, m_services, m_controller); });
    on(m_menu.internalTracking, [this] { showTrackingImport(this, m_look, m_services.dialogs, m_controller); });
    on(m_menu.teams, [this] { showTeams(this, m_look, m_services.dialogs, m_controller); });
    on(m_menu.measures, [this] { showHelp(this, pageName(m_controller.page())); });
    on(m_menu.about, [this] { showAbout(this, m_services.components); });
    addActions({m_menu.exportShortcut, m_menu.viewsShortcut});
    on(m_menu.exportShortcut, [this] { m_filterBar->openExportMenu(); });
    on(m_menu.viewsShortcut, [this] { m_filterBar->openViewsMenu(); });
    connect(m_menu.views, &QMenu::aboutToShow, this, [this] { m_views->fill(*m_menu.views); });
    fillExportMenu(*m_menu.exportMenu);
    for (std::size_t i = 0; i < m_menu.themes.size(); ++i) {
        const auto choice = static_cast<ThemeChoice>(i);
        m_menu.themes[i]->setChecked(choice == m_look.choice());
        on(m_menu.themes[i], [this, choice] {
            m_services.settings.setTheme(choice);
            m_look.setChoice(choice);
        });
    }
}

void MainWindow::connectController() {
    connect(&m_controller, &SessionController::opening, this, [this] {
        m_stack->setCurrentWidget(m_pages);
        updateState();
    });
    connect(&m_controller, &SessionController::openFailed, this, &MainWindow::onOpenFailed);
    connect(&m_controller, &SessionController::setAside, this, [this](const QString& keptAs) {
        m_syncWhenOpened = !m_controller.profile().isEmpty();
        tellSetAside(this, m_services.dialogs, keptAs);
    });
    connect(&m_controller, &SessionController::opened, this, [this] {
        if (std::exchange(m_syncWhenOpened, false)) m_controller.sync();
    });
    for (const auto signal :
         {&SessionController::opened, &SessionController::closed, &SessionController::statusChanged,
          &SessionController::overviewReady, &SessionController::syncChanged, &SessionController::syncFinished}) {
        connect(&m_controller, signal, this, &MainWindow::updateState);
    }
    connect(m_organizations, &Organizations::renamed, this, &MainWindow::updateState);
    connect(m_organizations, &Organizations::noneLeft, this, &MainWindow::showFirstRun);
    connect(&m_controller, &SessionController::filtersChanged, this, &MainWindow::updateFilters);
    connect(&m_controller, &SessionController::pageChanged, this, &MainWindow::bringToFront);
}

void MainWindow::connectBars() {
    connect(m_sidebar, &Sidebar::helpClicked, m_menu.measures, &QAction::trigger);
    connect(m_sidebar, &Sidebar::pageClicked, this, &MainWindow::showPage);
    connect(m_sidebar, &Sidebar::organizationClicked, this, &MainWindow::showOrganizationMenu);
    connect(m_filterBar, &FilterBar::stateChanged, &m_controller, &SessionController::setFilters);
    connect(m_filterBar, &FilterBar::backClicked, &m_controller, &SessionController::goBack);
    connect(m_filterBar, &FilterBar::forwardClicked, &m_controller, &SessionController::goForward);
    connect(m_filterBar, &FilterBar::syncClicked, &m_controller, &SessionController::sync);
    connect(m_filterBar, &FilterBar::cancelClicked, &m_controller, &SessionController::cancelSync);
    connect(m_filterBar, &FilterBar::exportMenuWanted, this, &MainWindow::fillExportMenu);
    connect(m_filterBar, &FilterBar::viewsMenuWanted, m_views, &ViewsMenu::fill);
    connect(m_views, &ViewsMenu::said, m_status, &StatusBar::setSelection);
    connect(m_exporter, &Exporter::saved, m_status, &StatusBar::setSelection);
    connect(m_shelf, &ReportShelf::said, m_status, &StatusBar::setSelection);
    connect(m_status, &StatusBar::retryClicked, this, [this] { help(HelpAction::SyncFurther); });
}

void MainWindow::connectPages() {
    connect(m_pages, &PageSet::exportRequested, m_exporter, &Exporter::exportReport);
    connect(m_pages, &PageSet::exportsChanged, this, [this] { fillExportMenu(*m_menu.exportMenu); });
    connect(m_pages, &PageSet::savePictureRequested, m_exporter, &Exporter::savePicture);
    connect(m_pages, &PageSet::saveDrawingRequested, m_exporter, &Exporter::saveDrawing);
    connect(m_pages, &PageSet::pageWanted, this, &MainWindow::showPage);
    connect(m_pages, &PageSet::said, m_status, &StatusBar::setSelection);
    connect(m_pages, &PageSet::helpWanted, this, &MainWindow::help);
    connect(m_pages, &PageSet::detailWanted, this,
            [this](const QString& text) { showDetail(this, m_services.dialogs, text); });
    connect(m_pages, &PageSet::problemsChanged, this, &MainWindow::updateBadge);
    connect(m_failed, &StatePage::actionClicked, this, [this] {
        if (m_controller.canStartAfresh()) return m_controller.startAfresh();
        askForFile();
    });
    connect(m_failed, &StatePage::secondClicked, this, &MainWindow::showFirstRun);
    connect(m_firstRun, &FirstRunPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_firstRun, &FirstRunPage::openFileRequested, this, &MainWindow::askForFile);
    connect(m_firstRun, &FirstRunPage::connected, this, [this](const QString& profile, bool held) {
        m_syncWhenOpened = true;  // that is what the last step promised
        if (!m_services.profiles.hasCache(profile)) m_controller.beginWith(m_services.settings.startFilters());
        m_controller.openLive(profile, m_firstRun->takeKey(), held);
        if (!held) m_controller.noteNewKey();
    });
    connect(m_firstRun, &FirstRunPage::left, this, [this] { openLive(m_leftFor); });
}

void MainWindow::start() {
    const Settings::LastOpened last = m_services.settings.lastOpened();
    if (last.what == Settings::Opened::Sample) return openSample();
    if (last.what == Settings::Opened::File && QFileInfo::exists(last.name)) return openFile(last.name);
    const QString profile = m_organizations->startWith();
    if (!profile.isEmpty()) return openLive(profile);
    showFirstRun();
}

void MainWindow::openSample() {
    m_syncWhenOpened = false;
    m_controller.openSample();
}

void MainWindow::openFile(const QString& path) {
    m_syncWhenOpened = false;
    m_controller.openFile(path);
}

void MainWindow::openLive(const QString& profile) {
    m_syncWhenOpened = false;
    m_controller.openLive(profile);
}

void MainWindow::showFirstRun() {
    const QString& first = m_services.profile;
    askForKey(m_services.profiles.names().contains(first) ? QString() : first);
}

void MainWindow::changeKey() {
    if (m_controller.profile().isEmpty()) return showFirstRun();
    askForKey(m_controller.profile());
}

void MainWindow::askForKey(QString profile) {
    if (m_controller.session() != nullptr || !m_controller.profile().isEmpty()) m_leftFor = m_controller.profile();
    m_controller.close();
    m_firstRun->restart(profile, m_services.profiles.names().contains(m_leftFor));
    m_stack->setCurrentWidget(m_firstRun);
    updateState();
}

void MainWindow::showPage(PageId page) {
    if (page == m_controller.page()) return bringToFront(page);  // from the first run, or for the keyboard
    m_controller.setPage(page);
}

void MainWindow::bringToFront(PageId page) {
    m_sidebar->setCurrentPage(page);
    m_pages->showPage(page);
    if (m_controller.session() != nullptr) m_stack->setCurrentWidget(m_pages);
    m_filterBar->setPeriodOnly(m_pages->currentPage().followsPeriodOnly());
    updateState();
}

void MainWindow::askForFile() {
    m_services.dialogs.openFile(
        this, {tr("Open a cache read-only"), tr("Tokenledger caches (*.tokenledger);;All files (*)"), {}},
        [this](const QString& path) {
            if (!path.isEmpty()) openFile(path);
        });
}

void MainWindow::onOpenFailed(const Error& error) {
    m_syncWhenOpened = false;
    m_failed->setContent(openFailedContent(error, m_controller.canStartAfresh()));
    m_stack->setCurrentWidget(m_failed);
    updateState();
}

void MainWindow::fillExportMenu(QMenu& menu) {
    menu.clear();
    const std::vector<NamedReport> reports = m_pages->currentPage().exports();
    for (std::size_t i = 0; i < reports.size(); ++i) {
        QAction* action = menu.addAction(tr("%1...").arg(reports[i].title));
        action->setObjectName(QStringLiteral("export%1").arg(i));
        // Of a menu filled long ago the title may be the same and the days others.
        connect(action, &QAction::triggered, m_exporter, [this, i] {
            const std::vector<NamedReport> now = m_pages->currentPage().exports();
            if (i < now.size()) m_exporter->exportReport(now[i]);
        });
    }
    menu.addSeparator();
    const auto add = [&menu, this](const QString& text, const char* name, auto slot) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, m_exporter, slot);
        return action;
    };
    add(tr("Management report (PDF)..."), "exportManagementReport", &Exporter::exportManagementReport);
    add(tr("Print management report..."), "printManagementReport", &Exporter::printManagementReport);
    menu.addSeparator();
    QAction* save =
        add(tr("Save as report..."), "saveAsReport", [this] { m_shelf->saveAs(m_pages->currentPage().exports()); });
    save->setEnabled(m_controller.session() != nullptr && !reports.empty());
    m_shelf->addMenu(menu);
}

void MainWindow::showOrganizationMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_organizations->fillMenu(*menu);
    if (m_controller.session() != nullptr && m_controller.profile().isEmpty()) {
        menu->addAction(QFileInfo(m_controller.session()->cachePath()).fileName())->setEnabled(false);
        menu->addSeparator();
    }
    menu->addActions({m_menu.openCache, m_menu.openSample, m_menu.connectOrganization});
    menu->popup(place);
}

void MainWindow::help(HelpAction action) {
    switch (action) {
        case HelpAction::None:
            return;
        case HelpAction::Sync:
            return m_controller.sync();
        case HelpAction::SyncFurther:
            return m_controller.syncBackTo(m_controller.range().first);
        case HelpAction::Connect:
            return changeKey();
        case HelpAction::RestKeyReminder:
            return m_controller.restKeyReminder();
        case HelpAction::Reload:
            return m_controller.reload();
        case HelpAction::OpenFile:
            return askForFile();
        case HelpAction::OpenAgain:
            return m_controller.openAgain();
        case HelpAction::StartAfresh:
            return askToStartAfresh(this, m_services.dialogs, m_controller);
        case HelpAction::ClearKeyFilter: {
            FilterState filters = m_controller.filters();
            filters.setFilter(Dimension::ApiKey, {});
            return m_controller.setFilters(filters);
        }
    }
}

void MainWindow::copy() {
    QWidget* focus = QApplication::focusWidget();
    if (auto* table = qobject_cast<TableView*>(focus)) table->copy();
    if (const auto* field = qobject_cast<const QLineEdit*>(focus)) field->copy();
}

void MainWindow::applyPreferences() {
    m_look.setChoice(m_services.settings.theme());
    m_menu.themes[static_cast<std::size_t>(m_look.choice())]->setChecked(true);
    const int yearStart = m_services.settings.yearStart();
    if (yearStart != m_controller.yearStart()) m_pages->storeYearStart(yearStart);
    applyFigures();
    const auto proxy = checkProxyUrl(m_services.settings.proxy());
    m_services.setProxy(proxy ? *proxy : QUrl());
    m_autoSync.look();
    updateState();
}

/// What is shown already is made anew where its words would differ.
void MainWindow::applyFigures() {
    const Settings& settings = m_services.settings;
    const QLocale locale = figuresLocale(settings.figures(), settings.language());
    const bool same = locale == QLocale() && settings.tableTokens() == tableTokens() &&
                      settings.yearStart() == m_controller.yearStart();
    if (same) return;
    QLocale::setDefault(locale);
    setTableTokens(settings.tableTokens());
    m_controller.setYearStart(settings.yearStart());
    if (m_controller.session() != nullptr) m_controller.reload();
}

void MainWindow::updateFilters() {
    m_filterBar->setState(m_controller.filters(), m_controller.range(), m_controller.today());
    const ViewHistory& history = m_controller.history();
    m_filterBar->setHistory(history.canGoBack(), history.canGoForward());
    m_menu.back->setEnabled(history.canGoBack());
    m_menu.forward->setEnabled(history.canGoForward());
}

void MainWindow::updateState() {
    const QString name = m_controller.organizationName();
    const bool open = m_controller.session() != nullptr;
    const bool pages = open && m_stack->currentWidget() == m_pages;
    setWindowTitle(name.isEmpty() ? tr("Tokenledger") : tr("%1 · Tokenledger").arg(name));
    const bool others = !m_services.profiles.names().isEmpty();
    m_sidebar->setOrganization(!name.isEmpty() ? name
                               : open          ? tr("Not fetched yet")
                               : others        ? tr("Choose organization")
                                               : QString());
    m_menu.connectOrganization->setText(others ? tr("&Connect another organization...")
                                               : tr("&Connect organization..."));
    m_menu.organizations->menuAction()->setVisible(others || !m_controller.profile().isEmpty());
    m_sidebar->setPagesEnabled(pages);
    m_filterBar->setVisible(pages);
    const bool shown = pages && m_controller.overview() != nullptr && !m_controller.isEmpty();
    m_filterBar->setExportEnabled(shown);
    m_menu.exportMenu->setEnabled(shown);
    m_menu.exportShortcut->setEnabled(shown);
    m_menu.filter->setEnabled(shown);
    m_menu.find->setEnabled(pages);
    for (const auto& [id, action] : m_menu.pages) action->setEnabled(pages);
    m_status->setContent(statusOf(m_controller, m_autoSync.next()));
    if (!shown) m_status->setSelection({});
    updateFilters();
    updateSync();
    updateBadge();
}

void MainWindow::updateBadge() {
    const int problems = m_controller.session() != nullptr ? m_pages->problems() : 0;
    m_sidebar->setBadge(PageId::DataHealth, problems,
                        problems == 1 ? tr("1 problem") : tr("%1 problems").arg(problems));
    const int budgets = m_controller.session() != nullptr ? m_pages->budgetProblems() : 0;
    m_sidebar->setBadge(
        PageId::Budgets, budgets,
        budgets == 1 ? tr("1 budget over or heading over") : tr("%1 budgets over or heading over").arg(budgets));
}

void MainWindow::updateSync() {
    const bool syncing = m_controller.isSyncing();
    m_menu.sync->setEnabled(m_controller.canSync() && !syncing);
    m_menu.syncFurther->setEnabled(m_controller.canSync() && !syncing);
    m_menu.internalTracking->setEnabled(m_controller.session() != nullptr);
    m_menu.teams->setEnabled(m_controller.session() != nullptr && !m_controller.isEmpty());
    m_menu.cancelSync->setEnabled(syncing);
    m_filterBar->setSync(syncStateOf(m_controller, m_services.clock.now()));
    const bool paused = syncing && m_controller.progress() && m_controller.progress()->pausedUntil;
    if (paused && !m_countdown.isActive()) m_countdown.start();
    if (!paused) m_countdown.stop();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_services.settings.setGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

}  // namespace tokenledger
