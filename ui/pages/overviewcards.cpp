#include "ui/pages/overviewcards.h"

#include "charts/cacheefficiencychart.h"
#include "charts/costtrendchart.h"
#include "charts/modeldonut.h"
#include "ui/pages/overviewcharts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"

#include <QMenu>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

/// Ring and list side by side without cutting a model's name.
constexpr int LeastDonutWidth = 404;

}  // namespace

OverviewCards::OverviewCards(const Look& look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_cost(new CostTrendChart(this)),
      m_donut(new ModelDonut(this)),
      m_cache(new CacheEfficiencyChart(this)),
      m_costTable(new DataTable(look, QStringLiteral("costTable"), this)),
      m_donutTable(new DataTable(look, QStringLiteral("donutTable"), this)),
      m_cacheTable(new DataTable(look, QStringLiteral("cacheTable"), this)),
      m_changes(new DataTable(look, QStringLiteral("changesTable"), this)) {
    m_cost->setObjectName(QStringLiteral("costChart"));
    m_donut->setObjectName(QStringLiteral("donutChart"));
    m_cache->setObjectName(QStringLiteral("cacheChart"));
    m_costCard = makeChartCard(tr("Cost by model"), "costCard", m_cost, m_costTable, OverviewExport::CostByModel);
    m_donutCard =
        makeChartCard(tr("Model distribution"), "donutCard", m_donut, m_donutTable, OverviewExport::ModelDistribution);
    m_cacheCard =
        makeChartCard(tr("Cache efficiency"), "cacheCard", m_cache, m_cacheTable, OverviewExport::CacheEfficiency);
    m_changesCard = makeChangesCard();
    m_donutCard->setMinimumWidth(LeastDonutWidth);
    // A chart too narrow for its days shows weeks; the card must not say otherwise.
    connect(m_cost, &ChartWidget::layoutChanged, this, &OverviewCards::updateCostTitle);
    connect(m_donut, &ModelDonut::layerActivated, this, &OverviewCards::modelClicked);
    connect(m_cost, &CostTrendChart::layerActivated, this, &OverviewCards::modelClicked);

    m_donutCard->setActivation(tr("Filter to %1"));
    connectWhy();

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    m_upper = new QBoxLayout(QBoxLayout::LeftToRight);
    m_upper->setSpacing(12);
    m_upper->addWidget(m_costCard, 788);
    m_upper->addWidget(m_donutCard, 412);
    m_lower = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lower->setSpacing(12);
    m_lower->addWidget(m_cacheCard, 1);
    m_lower->addWidget(m_changesCard, 1);
    rows->addLayout(m_upper, 288);
    rows->addLayout(m_lower, 280);
}

ChartCard* OverviewCards::makeChartCard(const QString& title, const char* name, ChartWidget* chart, DataTable* table,
                                        OverviewExport which) {
    auto* card = new ChartCard(m_look, title, QLatin1String(name), chart, table, this);
    card->setMinimumHeight(244);
    connect(card, &ChartCard::exportRequested, this, [this, which] { emit exportRequested(which); });
    connect(card, &ChartCard::savePictureRequested, this, &OverviewCards::savePictureRequested);
    connect(card, &ChartCard::selectionSummed, this, &OverviewCards::selectionSummed);
    return card;
}

Card* OverviewCards::makeChangesCard() {
    auto* card = new Card(m_look, tr("Largest changes"), QStringLiteral("changesCard"), this);
    card->setMinimumHeight(244);
    m_changes->setCollapsing(true);
    m_changes->setAccessibleName(tr("Largest changes"));
    card->setContent(m_changes);
    m_allRows = new Button(m_look, Button::Kind::Ghost, {}, card);
    m_allRows->setDense(true);
    m_allRows->setObjectName(QStringLiteral("allRows"));
    card->setHeaderWidget(m_allRows);
    connect(m_changes, &DataTable::contextMenuWanted, this, [this](QMenu& menu) {
        connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this,
                [this] { emit exportRequested(OverviewExport::Changes); });
    });
    connect(m_allRows, &QPushButton::clicked, this, [this] {
        m_allShown = !m_allShown;
        m_changes->setCollapsing(!m_allShown);
        updateAllRowsButton();
    });
    connect(m_changes, &DataTable::selectionSummed, this, &OverviewCards::selectionSummed);
    return card;
}

void OverviewCards::updateAllRowsButton() {
    const int rows = static_cast<int>(m_changes->tableModel().sourceRows());
    m_allRows->setVisible(rows > 3);
    m_allRows->setText(m_allShown ? tr("Only the largest") : tr("All %1 rows").arg(rows));
    m_allRows->setAccessibleName(m_allRows->text());
}

void OverviewCards::updateCostTitle() {
    if (!m_overview) return;
    m_costCard->setTitle(tr("Cost by model"),
                         costSubtitle(m_cost->shownInterval(), m_overview->range, m_overview->priorityTierSeen));
}

void OverviewCards::setOverview(const std::shared_ptr<const Overview>& picture, const ModelColours& colours,
                                const FilterWords& filter) {
    m_overview = picture;
    m_filter = filter;
    const Overview& overview = *picture;
    m_cost->setData(costTrendData(overview, colours));
    m_donut->setData(modelDonutData(overview, colours));
    m_cache->setData(cacheEfficiencyData(overview));
    m_costTable->setTable(costTrendTable(overview), colours);
    m_donutTable->setTable(modelDistributionTable(overview), colours);
    m_cacheTable->setTable(cacheEfficiencyTable(overview), colours);
    m_changes->setTable(changesTable(overview), colours);
    updateCostTitle();
    m_costCard->followChart();
    m_donutCard->setTitle(tr("Model distribution"), shareSubtitle(overview));
    m_cacheCard->setTitle(tr("Cache efficiency"), tr("hit ratio, and tokens read and written"));
    m_cacheCard->followChart();
    m_changesCard->setTitle(overview.comparedSpend ? tr("Largest changes") : tr("Largest costs"),
                            changesSubtitle(overview));
    updateAllRowsButton();
}

void OverviewCards::setOutdated(const QString& since) {
    for (ChartCard* card : {m_costCard, m_donutCard, m_cacheCard}) card->setOutdated(since);
    m_changesCard->setOutdated(since);
    m_changes->setEnabled(since.isEmpty());
}

void OverviewCards::setStacked(bool stacked) {
    const auto direction = stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_upper->setDirection(direction);
    m_lower->setDirection(direction);
}

void OverviewCards::showCostRows(const DateRange& days) {
    if (m_overview) m_costCard->showRows(periodsIn(*m_overview, days));
}

void OverviewCards::showCacheRows(const DateRange& days) {
    if (m_overview) m_cacheCard->showRows(periodsIn(*m_overview, days));
}

void OverviewCards::connectWhy() {
    for (ChartWidget* chart : std::initializer_list<ChartWidget*>{m_cost, m_donut, m_cache})
        connect(chart, &ChartWidget::whyWanted, this, [this, chart](int mark) { explainMark(chart, mark); });
    for (DataTable* table : {m_costTable, m_donutTable, m_cacheTable, m_changes}) {
        connect(table, &DataTable::whyWanted, this,
                [this, table](const QModelIndex& cell) { explainCell(table, cell); });
    }
}

Explanation OverviewCards::whyMark(const ChartWidget* chart, int mark) {
    const Overview& o = *m_overview;
    if (chart == m_donut) {
        const QStringList models = m_donut->markIds(mark);
        Explanation why = whySpendOf(o, models, m_filter);
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < o.models.size(); ++i) {
            if (models.contains(o.models[i].model)) rows.push_back(i);
        }
        why.showRows = [this, rows] { m_donutCard->showRows(rows); };
        return why;
    }
    const DateRange days = chart->markDays(mark).value_or(o.range);
    const bool cache = chart == m_cache;
    Explanation why = cache ? whyHitRatioOn(o, days, m_filter) : whySpendOn(o, days, m_filter);
    why.showRows = [this, cache, days] { cache ? showCacheRows(days) : showCostRows(days); };
    return why;
}

void OverviewCards::explainMark(ChartWidget* chart, int mark) {
    if (m_overview) showExplanation(whyMark(chart, mark), chart, chart->markRect(mark).toAlignedRect());
}

/// Tables have their rows in the order of the Overview's.
Explanation OverviewCards::whyRow(const DataTable* table, std::size_t row, std::size_t column) const {
    const Overview& o = *m_overview;
    if (table == m_changes) return whyChange(o, o.changes[row], m_filter);
    if (table == m_donutTable) return whySpendOf(o, {o.models[row].model}, m_filter);
    const DateRange days = daysOf(o.periods[row], o.interval, o.range);
    if (table == m_cacheTable) return whyHitRatioOn(o, days, m_filter);
    const bool ofModel = column >= 1 && column <= o.models.size();
    return whySpendOn(o, days, m_filter, ofModel ? &o.models[column - 1] : nullptr);
}

void OverviewCards::explainCell(DataTable* table, const QModelIndex& cell) {
    if (!m_overview || !cell.data(DisplayTableModel::NumberRole).isValid()) return;
    const auto row = table->tableModel().rows()->tableRow(cell.row());
    const Explanation why = row                     ? whyRow(table, *row, static_cast<std::size_t>(cell.column()))
                            : table == m_cacheTable ? whyHitRatioOn(*m_overview, m_overview->range, m_filter)
                                                    : whySpendOn(*m_overview, m_overview->range, m_filter);
    showExplanation(why, table->viewport(), table->visualRect(cell));
}

}  // namespace tokenledger
