#include "ui/pageset.h"

#include "ui/budgetwatch.h"
#include "ui/cachecontroller.h"
#include "ui/claudecodecontroller.h"
#include "ui/costcontroller.h"
#include "ui/healthcontroller.h"
#include "ui/organizationcontroller.h"
#include "ui/pages/budgetspage.h"
#include "ui/pages/cacheefficiencypage.h"
#include "ui/pages/claudecodeactivitypage.h"
#include "ui/pages/costbreakdownpage.h"
#include "ui/pages/datahealthpage.h"
#include "ui/pages/organizationpage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/reconcilepage.h"
#include "ui/pages/usagebreakdownpage.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/tableview.h"

namespace tokenledger {

PageSet::PageSet(const Look& look, Services& services, SessionController& controller, QWidget* parent)
    : QStackedWidget(parent),
      m_health(new HealthController(controller, services.clock, this)),
      m_budgetWatch(new BudgetWatch(services, controller, this)) {
    Settings& settings = services.settings;
    add(PageId::Overview, new OverviewPage(look, controller, settings, services.clock, this));
    auto* cost = new CostController(controller, settings, this);
    add(PageId::Cost, new CostBreakdownPage(look, controller, *cost, settings, this));
    auto* usage = new UsageController(controller, settings, this);
    auto* details = new UsageDetailsController(controller, this);
    add(PageId::Usage, new UsageBreakdownPage(look, controller, *usage, *details, settings, this));
    auto* cache = new CacheController(controller, settings, this);
    add(PageId::CacheEfficiency, new CacheEfficiencyPage(look, controller, *cache, settings, this));
    auto* code = new ClaudeCodeController(controller, this);
    add(PageId::ClaudeCode, new ClaudeCodeActivityPage(look, controller, *code, settings, this));
    auto* organization = new OrganizationController(controller, this);
    add(PageId::Organization, new OrganizationPage(look, controller, *organization, settings, this));
    auto* reconcile = new ReconcileController(controller, this);
    add(PageId::Reconcile, new ReconcilePage(look, controller, *reconcile, settings, services.dialogs, this));
    auto* budgets = new BudgetsController(controller, this);
    add(PageId::Budgets, new BudgetsPage(look, controller, *budgets, services.dialogs, this));
    add(PageId::DataHealth, new DataHealthPage(look, controller, *m_health, services.dialogs, this));
    connect(m_budgetWatch, &BudgetWatch::problemsChanged, this, &PageSet::problemsChanged);
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
    // Every chart has this; no page has to hand it on.
    for (ChartCard* card : page->findChildren<ChartCard*>())
        connect(card, &ChartCard::saveDrawingRequested, this, &PageSet::saveDrawingRequested);
    connect(page, &Page::pageWanted, this, [this](PageId wanted) {
        if (m_pages.contains(wanted)) emit pageWanted(wanted);
    });
    connect(page, &Page::said, this, &PageSet::said);
    connect(page, &Page::helpWanted, this, &PageSet::helpWanted);
    connect(page, &Page::detailWanted, this, &PageSet::detailWanted);
}

void PageSet::showPage(PageId id) {
    m_current = id;
    Page* page = m_pages.at(id);
    if (currentWidget() != page) emit said({});  // of what was selected on the page before
    setCurrentWidget(page);
    page->setFocus();
    emit exportsChanged();
}

void PageSet::findInTable() {
    TableView* wanted = nullptr;
    for (TableView* table : m_pages.at(m_current)->findChildren<TableView*>()) {
        if (!table->isVisible()) continue;
        if (wanted == nullptr || table->hasFocus()) wanted = table;
    }
    if (wanted != nullptr) emit wanted->findWanted();
}

int PageSet::problems() const { return m_health->problems(); }

int PageSet::budgetProblems() const { return m_budgetWatch->problems(); }

void PageSet::storeYearStart(int month) { m_budgetWatch->storeYearStart(month); }

}  // namespace tokenledger
