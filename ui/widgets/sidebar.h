// The left column: the organization, the pages there are, help. GUI thread.
#pragma once

#include "ui/pagelist.h"
#include "ui/theme.h"

#include <QFrame>

#include <map>

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
    void setCurrentPage(PageId page);
    /// A number of problems beside a page's name, said as `spoken`; 0 takes it away.
    void setBadge(PageId page, int count, const QString& spoken);

signals:
    void organizationClicked(const QPoint& menuPosition);
    void pageClicked(tokenledger::PageId page);
    void helpClicked();

private:
    SidebarItem* m_organization;
    std::map<PageId, SidebarItem*> m_pages;
};

}  // namespace tokenledger
