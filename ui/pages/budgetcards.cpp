#include "ui/pages/budgetcards.h"

#include "charts/budgetbars.h"
#include "charts/format.h"
#include "ui/pages/budgettexts.h"
#include "ui/pages/standouttexts.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/statepage.h"

#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int Gap = 12;
constexpr int LeastHeight = 232;
constexpr int ChartShare = 740;
constexpr int DaysShare = 440;
constexpr int LeastDaysWidth = 340;

/// The table, or the state, in one place.
QWidget* stackOf(DataTable* table, StatePage* state, QStackedLayout*& stack, QWidget* parent) {
    auto* body = new QWidget(parent);
    stack = new QStackedLayout(body);
    stack->addWidget(table);
    stack->addWidget(state);
    return body;
}

}  // namespace

BudgetCards::BudgetCards(const Look& look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_upper(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_bars(new BudgetBars(this)),
      m_barTable(new DataTable(look, QStringLiteral("budgetBarTable"), this)),
      m_days(new DataTable(look, QStringLiteral("standOutTable"), this)),
      m_table(new DataTable(look, QStringLiteral("budgetTable"), this)) {
    makeChartCard();
    makeDaysCard();
    makeTableCard();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Gap);
    m_upper->setSpacing(Gap);
    m_upper->addWidget(m_chartCard, ChartShare);
    m_upper->addWidget(m_daysCard, DaysShare);
    rows->addLayout(m_upper, 300);
    rows->addWidget(m_tableCard, 300);
}

void BudgetCards::makeChartCard() {
    const QString title = tr("Actual and forecast against budget");
    m_chartCard = new ChartCard(m_look, title, QStringLiteral("budgetChartCard"), m_bars, m_barTable, this);
    m_chartCard->setMinimumHeight(LeastHeight);
    m_barTable->setAccessibleName(tr("%1, as a table").arg(title));
    connect(m_bars, &BudgetBars::barActivated, this, &BudgetCards::explainBar);
    connect(m_bars, &ChartWidget::whyWanted, this, &BudgetCards::explainBar);
    connect(m_chartCard, &ChartCard::exportRequested, this, &BudgetCards::budgetsExportRequested);
    connect(m_chartCard, &ChartCard::savePictureRequested, this, &BudgetCards::savePictureRequested);
    connect(m_chartCard, &ChartCard::selectionSummed, this, &BudgetCards::selectionSummed);
}

void BudgetCards::makeDaysCard() {
    m_daysCard = new Card(m_look, tr("Days that stand out"), QStringLiteral("standOutCard"), this);
    m_daysCard->setMinimumSize(LeastDaysWidth, LeastHeight);
    m_days->setAccessibleName(tr("Days that stand out"));
    m_noDays = new StatePage(m_look, this);
    m_noDays->setObjectName(QStringLiteral("noStandOuts"));
    m_noDays->setContent({QStringLiteral("check"),
                          false,
                          tr("No day stands out"),
                          tr("Nothing cost much more than on its weekdays before."),
                          {},
                          {},
                          {}});
    m_daysCard->setContent(stackOf(m_days, m_noDays, m_daysStack, m_daysCard));
    m_daysCard->setMenuMaker([this](QMenu& menu) { fillDayMenu(menu); });
    connect(m_days, &DataTable::whyWanted, this, &BudgetCards::explainDay);
    connect(m_days, &QTableView::doubleClicked, this, &BudgetCards::explainDay);
    connect(m_days, &DataTable::selectionSummed, this, &BudgetCards::selectionSummed);
    connect(m_days, &TableView::contextMenuWanted, this, &BudgetCards::fillDayMenu);
}

void BudgetCards::makeTableCard() {
    m_tableCard = new Card(m_look, tr("Budgets"), QStringLiteral("budgetTableCard"), this);
    m_tableCard->setMinimumHeight(LeastHeight);
    m_table->setAccessibleName(tr("Budgets"));
    m_noBudgets = new StatePage(m_look, this);
    m_noBudgets->setObjectName(QStringLiteral("noBudgets"));
    m_tableCard->setContent(stackOf(m_table, m_noBudgets, m_tableStack, m_tableCard));
    m_tableCard->setMenuMaker([this](QMenu& menu) { fillBudgetMenu(menu); });
    connect(m_noBudgets, &StatePage::actionClicked, this, &BudgetCards::addWanted);
    connect(m_table, &DataTable::whyWanted, this, &BudgetCards::explainBudget);
    connect(m_table, &QTableView::doubleClicked, this, &BudgetCards::edit);
    connect(m_table, &DataTable::selectionSummed, this, &BudgetCards::selectionSummed);
    connect(m_table, &TableView::contextMenuWanted, this, &BudgetCards::fillBudgetMenu);
}

void BudgetCards::setView(const std::shared_ptr<const BudgetView>& view) {
    m_view = view;
    m_bars->setData(budgetBars(*view));
    m_barTable->setTable(budgetTable(*view), {});
    m_table->setTable(budgetTable(*view), {});
    m_days->setTable(standOutTable(view->days), {});
    m_daysStack->setCurrentIndex(view->days.days.empty() ? 1 : 0);
    m_tableStack->setCurrentIndex(view->budgets.rows.empty() ? 1 : 0);
    m_chartCard->setTitle(tr("Actual and forecast against budget"), formatDay(view->range.last));
    m_chartCard->followChart();
    m_daysCard->setTitle(tr("Days that stand out"), formatRangeShort(view->range));
    m_chartCard->setVisible(!view->budgets.rows.empty());
    setWritable(m_writable);
}

void BudgetCards::setWritable(bool writable) {
    m_writable = writable;
    m_noBudgets->setContent({QStringLiteral("budgets"),
                             false,
                             tr("No budget is laid down yet"),
                             tr("Say what may be spent on the organization, a workspace, a team, a key or a model, and "
                                "see here how it stands and how it will end."),
                             writable ? tr("Add a budget...") : QString(),
                             {},
                             {}});
}

const BudgetStatus* BudgetCards::statusAt(const QModelIndex& cell) const {
    if (!m_view || !cell.isValid()) return nullptr;
    const auto row = m_table->tableModel().rows()->tableRow(cell.row());
    return row && *row < m_view->budgets.rows.size() ? &m_view->budgets.rows[*row] : nullptr;
}

const StandOutDay* BudgetCards::dayAt(const QModelIndex& cell) const {
    if (!m_view || !cell.isValid()) return nullptr;
    const auto row = m_days->tableModel().rows()->tableRow(cell.row());
    return row && *row < m_view->days.days.size() ? &m_view->days.days[*row] : nullptr;
}

void BudgetCards::explainBar(int bar) {
    if (!m_view) return;
    showExplanation(whyBudget(m_view->budgets.rows[static_cast<std::size_t>(bar)]), m_bars,
                    m_bars->markRect(bar).toAlignedRect());
}

void BudgetCards::explainBudget(const QModelIndex& cell) {
    if (const BudgetStatus* status = statusAt(cell)) {
        showExplanation(whyBudget(*status), m_table->viewport(), m_table->visualRect(cell));
    }
}

void BudgetCards::explainDay(const QModelIndex& cell) {
    const StandOutDay* day = dayAt(cell);
    if (day == nullptr) return;
    Explanation why = whyStandOut(*day);
    if (m_writable && !day->note) {
        why.showRows = [this, about = *day] { emit acknowledgeWanted(about); };
        why.showRowsText = tr("Acknowledge...");
    }
    showExplanation(why, m_days->viewport(), m_days->visualRect(cell));
}

void BudgetCards::edit(const QModelIndex& cell) {
    const BudgetStatus* status = statusAt(cell);
    if (status != nullptr && m_writable) {
        emit editWanted(status->budget.name, m_table->viewport(), m_table->visualRect(cell));
    }
}

void BudgetCards::fillBudgetMenu(QMenu& menu) {
    const QModelIndex cell = m_table->currentIndex();
    const BudgetStatus* status = statusAt(cell);
    QAction* change = menu.addAction(tr("Change the budget..."));
    change->setObjectName(QStringLiteral("changeBudget"));
    change->setEnabled(status != nullptr && m_writable);
    connect(change, &QAction::triggered, this, [this] { edit(m_table->currentIndex()); });
    QAction* why = menu.addAction(tr("Why this number?"));
    why->setObjectName(QStringLiteral("why"));
    why->setEnabled(status != nullptr);
    connect(why, &QAction::triggered, this, [this] { explainBudget(m_table->currentIndex()); });
    QAction* versions = menu.addAction(tr("Versions"));
    versions->setObjectName(QStringLiteral("budgetVersions"));
    versions->setEnabled(status != nullptr);
    connect(versions, &QAction::triggered, this, [this] {
        const QModelIndex at = m_table->currentIndex();
        if (const BudgetStatus* of = statusAt(at)) {
            showExplanation(budgetVersions(*m_view, of->budget.name), m_table->viewport(), m_table->visualRect(at));
        }
    });
    menu.addSeparator();
    connect(menu.addAction(tr("Export CSV...")), &QAction::triggered, this, &BudgetCards::budgetsExportRequested);
}

void BudgetCards::fillDayMenu(QMenu& menu) {
    const StandOutDay* day = dayAt(m_days->currentIndex());
    QAction* acknowledge = menu.addAction(tr("Acknowledge..."));
    acknowledge->setObjectName(QStringLiteral("acknowledge"));
    acknowledge->setEnabled(day != nullptr && m_writable);
    connect(acknowledge, &QAction::triggered, this, [this] {
        if (const StandOutDay* about = dayAt(m_days->currentIndex())) emit acknowledgeWanted(*about);
    });
    QAction* why = menu.addAction(tr("Why this number?"));
    why->setObjectName(QStringLiteral("why"));
    why->setEnabled(day != nullptr);
    connect(why, &QAction::triggered, this, [this] { explainDay(m_days->currentIndex()); });
    menu.addSeparator();
    connect(menu.addAction(tr("Export CSV...")), &QAction::triggered, this, &BudgetCards::daysExportRequested);
}

void BudgetCards::setStacked(bool stacked) {
    m_upper->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void BudgetCards::setOutdated(const QString& since) {
    for (Card* card : {static_cast<Card*>(m_chartCard), m_daysCard, m_tableCard}) card->setOutdated(since);
}

}  // namespace tokenledger
