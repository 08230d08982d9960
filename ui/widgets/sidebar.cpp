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
    m_overview = new SidebarItem(look, SidebarItem::Kind::Page, QStringLiteral("overview"), tr("Overview"), this);
    m_overview->setObjectName(QStringLiteral("navOverview"));
    m_overview->setCurrent(true);
    layout->addWidget(m_overview);
    layout->addStretch(1);
    auto* help = new SidebarItem(look, SidebarItem::Kind::Page, QStringLiteral("help"), tr("Help"), this);
    help->setObjectName(QStringLiteral("navHelp"));
    help->setNote(QStringLiteral("F1"));
    layout->addWidget(help);
    connect(m_organization, &QPushButton::clicked, this,
            [this] { emit organizationClicked(m_organization->mapToGlobal(QPoint(0, m_organization->height() + 3))); });
    connect(m_overview, &QPushButton::clicked, this, &Sidebar::overviewClicked);
    connect(help, &QPushButton::clicked, this, &Sidebar::helpClicked);
    setOrganization({});
}

void Sidebar::setOrganization(const QString& name) {
    m_organization->setText(name.isEmpty() ? tr("No organization yet") : name);
    m_organization->setAccessibleName(name.isEmpty() ? tr("No organization yet") : tr("Organization %1").arg(name));
    m_organization->setToolTip(name);
    m_organization->setEnabled(!name.isEmpty());
}

void Sidebar::setPagesEnabled(bool enabled) { m_overview->setEnabled(enabled); }

}  // namespace tokenledger
