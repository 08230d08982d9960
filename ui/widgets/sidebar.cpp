#include "ui/widgets/sidebar.h"

#include "ui/widgets/sidebaritem.h"

#include <QVBoxLayout>

namespace tokenledger {

Sidebar::Sidebar(const Look& look, QWidget* parent) : QFrame(parent) {
    setProperty("role", QStringLiteral("sidebar"));
    setFixedWidth(196);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(2);
    m_organization = new SidebarItem(look, SidebarItem::Kind::Organization, {}, {}, this);
    m_organization->setObjectName(QStringLiteral("organizationButton"));
    layout->addWidget(m_organization);
    layout->addSpacing(6);
    for (const PageInfo& page : pageList()) {
        auto* item = new SidebarItem(look, SidebarItem::Kind::Page, page.icon, page.title, this);
        item->setObjectName(QStringLiteral("nav") + page.name);
        item->setToolTip(page.shortcut.toString(QKeySequence::NativeText));
        layout->addWidget(item);
        m_pages[page.id] = item;
        connect(item, &QPushButton::clicked, this, [this, id = page.id] { emit pageClicked(id); });
    }
    setCurrentPage(pageList().front().id);
    layout->addStretch(1);
    auto* help = new SidebarItem(look, SidebarItem::Kind::Page, QStringLiteral("help"), tr("Help"), this);
    help->setObjectName(QStringLiteral("navHelp"));
    help->setNote(QStringLiteral("F1"));
    layout->addWidget(help);
    connect(m_organization, &QPushButton::clicked, this,
            [this] { emit organizationClicked(m_organization->mapToGlobal(QPoint(0, m_organization->height() + 3))); });
    connect(help, &QPushButton::clicked, this, &Sidebar::helpClicked);
    setOrganization({});
}

void Sidebar::setOrganization(const QString& name) {
    m_organization->setText(name.isEmpty() ? tr("No organization yet") : name);
    m_organization->setAccessibleName(name.isEmpty() ? tr("No organization yet") : tr("Organization %1").arg(name));
    m_organization->setToolTip(name);
    m_organization->setEnabled(!name.isEmpty());
}

void Sidebar::setPagesEnabled(bool enabled) {
    for (const auto& [id, item] : m_pages) item->setEnabled(enabled);
}

void Sidebar::setCurrentPage(PageId page) {
    for (const auto& [id, item] : m_pages) item->setCurrent(id == page);
}

void Sidebar::setBadge(PageId page, int count, const QString& spoken) {
    const auto found = m_pages.find(page);
    if (found != m_pages.end()) found->second->setBadge(count, spoken);
}

}  // namespace tokenledger
