// The menu of saved views: apply, save, rename, delete. GUI thread.
#pragma once

#include "ui/sessioncontroller.h"

class QMenu;

namespace tokenledger {

class ViewsMenu : public QObject {
    Q_OBJECT
public:
    /// Questions belong to `window`.
    ViewsMenu(Services& services, SessionController& controller, QWidget* window);

    void fill(QMenu& menu);

signals:
    /// For the status bar.
    void said(const QString& sentence);

private:
    /// Of an organization: the one that was open when a question was asked, whatever is when it is answered.
    [[nodiscard]] SavedViews views(const QString& organization) const;
    void store(const QString& organization, const SavedViews& views);
    void applyView(const QString& name);
    void askToSave();
    void save(const QString& organization, const ViewState& view, const QString& name);
    void askToRename(const QString& name);
    void askToRemove(const QString& name);
    void tell(const QString& title, const QString& text);

    Services& m_services;
    SessionController& m_controller;
    QWidget* m_window;
};

}  // namespace tokenledger
