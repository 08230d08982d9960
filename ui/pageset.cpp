#include "ui/pageset.h"

#include "ui/costcontroller.h"
#include "ui/healthcontroller.h"
#include "ui/organizationcontroller.h"
#include "ui/pages/costbreakdownpage.h"
#include "ui/pages/datahealthpage.h"
#include "ui/pages/organizationpage.h"
#include "ui/pages/overviewpage.h"

namespace tokenledger {

PageSet::PageSet(const Look& look, Services& services, SessionController& controller, QWidget* parent)
    : QStackedWidget(parent), m_health(new HealthController(controller, services.clock, this)) {
    Settings& settings = services.settings;
    add(PageId::Overview, new OverviewPage(look, controller, settings, services.clock, this));
    auto* cost = new CostController(controller, settings, this);
    add(PageId::Cost, new CostBreakdownPage(look, controller, *cost, settings, this));
    auto* organization = new OrganizationController(controller, this);
    add(PageId::Organization, new OrganizationPage(look, controller, *organization, settings, this));
    add(PageId::DataHealth, new DataHealthPage(look, controller, *m_health, services.dialogs, this));
    connect(m_health, &HealthController::verifiedChanged, this, &PageSet::problemsChanged);
}

void PageSet::add(PageId id, Page* page) {
    m_pages[id] = page;
    addWidget(page);
    connect(page, &Page::exportRequested, this, &PageSet::exportRequested);
    connect(page, &Page::exportsChanged, this, [this, id] {
        if (id == m_current) emit exportsChanged();
    });
    connect(page, &Page::savePictureRequested, this, &PageSet::savePictureRequested);
    connect(page, &Page::said, this, &PageSet::said);
    connect(page, &Page::helpWanted, this, &PageSet::helpWanted);
    connect(page, &Page::detailWanted, this, &PageSet::detailWanted);
}

void PageSet::showPage(PageId id) {
    m_current = id;
    Page* page = m_pages.at(id);
    setCurrentWidget(page);
    page->setFocus();
    emit exportsChanged();
}

int PageSet::problems() const { return m_health->problems(); }

}  // namespace tokenledger
