// The left column: the organization, the pages there are, help. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace tokenledger {

class SidebarItem;

class Sidebar : public QFrame {
    Q_OBJECT
public:
    Sidebar(const Look& look, QWidget* parent = nullptr);

    /// Empty: none is open yet.
    void setOrganization(const QString& name);
    void setPagesEnabled(bool enabled);

signals:
    void organizationClicked(const QPoint& menuPosition);
    void overviewClicked();
    void helpClicked();

private:
    SidebarItem* m_organization;
    SidebarItem* m_overview;
};

}  // namespace tokenledger
