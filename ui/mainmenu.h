// The menu bar: what can be done, under which keys. The window connects the actions. GUI thread.
#pragma once

#include "ui/pagelist.h"
#include "ui/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenuBar>

#include <array>
#include <map>

namespace tokenledger {

class MainMenu {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::MainMenu)
public:
    explicit MainMenu(QMenuBar* bar);

    QAction* openCache;
    QAction* openSample;
    QAction* connectOrganization;
    QMenu* organizations;  // filled each time it opens
    QMenu* exportMenu;
    QAction* exportShortcut;  // in no menu: opens the Export button's
    QAction* quit;
    QAction* copy;
    QAction* find;
    std::map<PageId, QAction*> pages;
    QAction* preferences;
    QAction* back;
    QAction* forward;
    QAction* filter;
    QMenu* views;                    // filled each time it opens
    QAction* viewsShortcut;          // in no menu: opens the Views button's
    std::array<QAction*, 3> themes;  // System, Light, Dark, in the order of ThemeChoice
    QAction* sync;
    QAction* cancelSync;
    QAction* syncFurther;
    QAction* internalTracking;
    QAction* teams;
    QAction* measures;
    QAction* about;
};

}  // namespace tokenledger
