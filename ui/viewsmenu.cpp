#include "ui/viewsmenu.h"

#include "ui/filtertexts.h"

#include <QMenu>

namespace tokenledger {

namespace {

/// An ampersand in a menu would be a mnemonic.
QString entryText(QString name) { return name.replace(u'&', QStringLiteral("&&")); }

/// A stored view has no terms yet, and terms are not part of what it is.
bool isSameView(const ViewState& one, const ViewState& other) {
    return one.page == other.page && one.filters.toJson() == other.filters.toJson();
}

}  // namespace

ViewsMenu::ViewsMenu(Services& services, SessionController& controller, QWidget* window)
    : QObject(window), m_services(services), m_controller(controller), m_window(window) {}

SavedViews ViewsMenu::views(const QString& organization) const { return m_services.settings.savedViews(organization); }

void ViewsMenu::store(const QString& organization, const SavedViews& views) {
    m_services.settings.setSavedViews(organization, views);
}

void ViewsMenu::fill(QMenu& menu) {
    menu.clear();  // which leaves submenus to their parent
    qDeleteAll(menu.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    const SavedViews all = views(m_controller.organizationKey());
    if (all.all().empty()) menu.addAction(tr("No view is saved yet"))->setEnabled(false);
    for (const SavedView& view : all.all()) {
        QAction* action = menu.addAction(entryText(view.name));
        action->setObjectName(QStringLiteral("view_") + view.name);
        action->setCheckable(true);
        action->setChecked(isSameView(view.state, m_controller.view()));
        connect(action, &QAction::triggered, this, [this, name = view.name] { applyView(name); });
    }
    menu.addSeparator();
    QAction* saving = menu.addAction(tr("&Save this view..."));
    saving->setObjectName(QStringLiteral("saveView"));
    saving->setEnabled(!m_controller.organizationKey().isEmpty());
    connect(saving, &QAction::triggered, this, &ViewsMenu::askToSave);
    if (all.all().empty()) return;
    QMenu* renaming = menu.addMenu(tr("&Rename"));
    QMenu* removing = menu.addMenu(tr("&Delete"));
    for (const SavedView& view : all.all()) {
        const QString text = tr("%1...").arg(entryText(view.name));
        QAction* rename = renaming->addAction(text);
        rename->setObjectName(QStringLiteral("renameView_") + view.name);
        connect(rename, &QAction::triggered, this, [this, name = view.name] { askToRename(name); });
        QAction* remove = removing->addAction(text);
        remove->setObjectName(QStringLiteral("deleteView_") + view.name);
        connect(remove, &QAction::triggered, this, [this, name = view.name] { askToRemove(name); });
    }
}

void ViewsMenu::applyView(const QString& name) {
    const SavedViews all = views(m_controller.organizationKey());
    const SavedView* view = all.find(name);
    if (view == nullptr) return;
    const QStringList unknown = m_controller.show(view->state);
    if (!unknown.isEmpty()) {
        tell(tr("Saved views"), tr("This cache does not know %1. The view is shown without this filter.")
                                    .arg(unknown.join(QStringLiteral(", "))));
    }
}

void ViewsMenu::askToSave() {
    const ViewState view = m_controller.view();
    QString suggested = periodTitle(view.filters.period);
    for (const PageInfo& page : pageList()) {
        if (page.id == view.page) suggested = tr("%1, %2").arg(page.title, suggested);
    }
    m_services.dialogs.askText(m_window, {tr("Save this view"), tr("Name of the view"), suggested},
                               [this, view, organization = m_controller.organizationKey()](const QString& name) {
                                   save(organization, view, name.simplified());
                               });
}

void ViewsMenu::save(const QString& organization, const ViewState& view, const QString& name) {
    if (name.isEmpty()) return tell(tr("Save this view"), tr("A view needs a name. Nothing was saved."));
    const auto write = [this, organization, name, view] {
        SavedViews all = views(organization);
        all.save(name, view);
        store(organization, all);
        emit said(tr("Saved the view %1").arg(name));
    };
    if (views(organization).find(name) == nullptr) return write();
    m_services.dialogs.show(m_window,
                            {tr("Save this view"),
                             tr("There is a view named %1 already. Replace it?").arg(name),
                             {},
                             {},
                             {tr("Cancel"), tr("Replace")},
                             0},
                            [write](int answer) {
                                if (answer == 1) write();
                            });
}

void ViewsMenu::askToRename(const QString& name) {
    m_services.dialogs.askText(m_window, {tr("Rename view"), tr("New name of the view"), name},
                               [this, name, organization = m_controller.organizationKey()](const QString& to) {
                                   SavedViews all = views(organization);
                                   if (all.rename(name, to)) return store(organization, all);
                                   tell(tr("Rename view"), to.simplified().isEmpty()
                                                               ? tr("A view needs a name. It keeps the one it has.")
                                                               : tr("Another view has this name already."));
                               });
}

void ViewsMenu::askToRemove(const QString& name) {
    m_services.dialogs.show(m_window,
                            {tr("Delete view"),
                             tr("Delete the view %1?").arg(name),
                             tr("The figures are not touched, only the name for this choice of page and filters."),
                             {},
                             {tr("Cancel"), tr("Delete")},
                             0},
                            [this, name, organization = m_controller.organizationKey()](int answer) {
                                if (answer != 1) return;
                                SavedViews all = views(organization);
                                all.remove(name);
                                store(organization, all);
                            });
}

void ViewsMenu::tell(const QString& title, const QString& text) {
    m_services.dialogs.show(m_window, {title, text, {}, {}, {}}, [](int) {});
}

}  // namespace tokenledger
