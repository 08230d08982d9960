#include "ui/mainmenu.h"

#include "app/core/texts.h"

#include <QActionGroup>

namespace tokenledger {

namespace {

QAction* add(QMenu* menu, const QString& text, const char* name, const QKeySequence& keys = {}) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    return action;
}

}  // namespace

MainMenu::MainMenu(QMenuBar* bar) {
    QMenu* file = bar->addMenu(tr("&File"));
    openCache = add(file, tr("&Open cache..."), "actionOpenCache", QKeySequence::Open);
    openSample = add(file, tr("Open &sample organization"), "actionOpenSample");
    connectOrganization = add(file, tr("&Connect organization..."), "actionConnect");
    organizations = file->addMenu(tr("Or&ganizations"));
    organizations->setObjectName(QStringLiteral("organizationsMenu"));
    file->addSeparator();
    exportMenu = file->addMenu(tr("&Export"));
    exportMenu->setObjectName(QStringLiteral("exportMenu"));
    file->addSeparator();
    quit = add(file, tr("&Quit"), "actionQuit", QKeySequence(Qt::CTRL | Qt::Key_Q));

    QMenu* edit = bar->addMenu(tr("&Edit"));
    copy = add(edit, tr("&Copy"), "actionCopy", QKeySequence::Copy);
    find = add(edit, tr("&Find in table..."), "actionFind", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    edit->addSeparator();
    preferences = add(edit, tr("&Preferences..."), "actionPreferences", QKeySequence(Qt::CTRL | Qt::Key_Comma));

    QMenu* view = bar->addMenu(tr("&View"));
    for (const PageInfo& page : pageList()) {
        pages[page.id] = add(view, page.menuText, qPrintable(QStringLiteral("action") + page.name), page.shortcut);
    }
    view->addSeparator();
    back = add(view, tr("&Back"), "actionBack", QKeySequence(Qt::ALT | Qt::Key_Left));
    forward = add(view, tr("&Forward"), "actionForward", QKeySequence(Qt::ALT | Qt::Key_Right));
    filter = add(view, tr("Add a f&ilter..."), "actionFilter", QKeySequence(Qt::CTRL | Qt::Key_F));
    views = view->addMenu(tr("Saved &views"));
    views->setObjectName(QStringLiteral("viewsMenu"));
    view->addSeparator();
    QMenu* theme = view->addMenu(tr("&Theme"));
    themes = {add(theme, tr("&System"), "actionThemeSystem"), add(theme, tr("&Light"), "actionThemeLight"),
              add(theme, tr("&Dark"), "actionThemeDark")};
    auto* group = new QActionGroup(bar);
    for (QAction* action : themes) {
        action->setCheckable(true);
        group->addAction(action);
    }

    QMenu* data = bar->addMenu(tr("&Data"));
    sync = add(data, tr("&Sync now"), "actionSync", QKeySequence(Qt::CTRL | Qt::Key_R));
    cancelSync = add(data, tr("&Cancel sync"), "actionCancelSync");
    syncFurther = add(data, tr("Sync &further back..."), "actionSyncFurther");
    data->addSeparator();
    internalTracking = add(data, tr("&Internal tracking..."), "actionInternalTracking");
    teams = add(data, tr("&Teams and cost centres..."), "actionTeams");

    QMenu* help = bar->addMenu(tr("&Help"));
    measures = add(help, tr("&Help"), "actionMeasures", QKeySequence::HelpContents);
    about = add(help, tr("&About Tokenledger"), "actionAbout");

    viewsShortcut = new QAction(bar);
    viewsShortcut->setObjectName(QStringLiteral("actionViews"));
    viewsShortcut->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    exportShortcut = new QAction(bar);
    exportShortcut->setObjectName(QStringLiteral("actionExport"));
    exportShortcut->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
}

}  // namespace tokenledger
