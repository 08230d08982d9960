// The window: menus, sidebar, filter bar, pages, status bar, and how they hang together. GUI thread.
#pragma once

#include "ui/autosync.h"
#include "ui/exporter.h"
#include "ui/helpaction.h"
#include "ui/mainmenu.h"
#include "ui/organizations.h"
#include "ui/pagelist.h"
#include "ui/services.h"
#include "ui/sessioncontroller.h"
#include "ui/theme.h"

#include <QMainWindow>
#include <QTimer>

class QStackedWidget;

namespace tokenledger {

class FilterBar;
class FirstRunPage;
class PageSet;
class ReportShelf;
class Sidebar;
class StatePage;
class StatusBar;
class ViewsMenu;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Both outlive the window.
    MainWindow(Services& services, Look& look);
    ~MainWindow() override;

    /// Opens what was open last, the profile's cache where there is one, or else the first run.
    void start();
    void openSample();
    void openFile(const QString& path);
    void openLive(const QString& profile);
    /// To connect an organization: the first, or another one.
    void showFirstRun();
    /// As a step that Back takes back.
    void showPage(PageId page);

    [[nodiscard]] SessionController& controller() { return m_controller; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void connectMenu();
    void connectController();
    void connectPages();
    void connectBars();
    void bringToFront(PageId page);
    void applyFigures();
    void fillExportMenu(QMenu& menu);
    void showOrganizationMenu(const QPoint& place);
    void askForKey(QString profile);  // by value: the session it may be of is closed
    void changeKey();
    void applyPreferences();
    void askForFile();
    void help(HelpAction action);
    void copy();
    void onOpenFailed(const Error& error);
    void updateFilters();
    void updateState();
    void updateBadge();
    void updateSync();

    Services& m_services;
    Look& m_look;
    SessionController m_controller;
    AutoSync m_autoSync;
    Organizations* m_organizations;
    Exporter* m_exporter;
    ReportShelf* m_shelf;
    ViewsMenu* m_views;
    MainMenu m_menu;
    Sidebar* m_sidebar;
    FilterBar* m_filterBar;
    QStackedWidget* m_stack;
    PageSet* m_pages;
    FirstRunPage* m_firstRun;
    StatePage* m_failed;
    StatusBar* m_status;
    QString m_leftFor;              // the profile that was open before the first run
    bool m_syncWhenOpened = false;  // the first run has just been gone through
    QTimer m_countdown;             // ticks while a sync is paused
};

}  // namespace tokenledger
