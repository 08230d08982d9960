#include "ui/pages/costcards.h"

#include "app/reports/report.h"
#include "charts/costtrendchart.h"
#include "charts/format.h"
#include "ui/pages/bridgecard.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewcharts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"

#include <QMenu>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int Gap = 12;
constexpr int LeastHeight = 236;
constexpr int ChartShare = 280;
constexpr int TableShare = 404;
/// With less, what changed stands below the chart.
constexpr int LeastRowWidth = 960;
constexpr int ChartPart = 7;
constexpr int BridgePart = 5;

}  // namespace

CostCards::CostCards(const Look& look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_chart(new CostTrendChart(this)),
      m_chartTable(new DataTable(look, QStringLiteral("costPeriodsTable"), this)),
      m_table(new DataTable(look, QStringLiteral("costPivot"), this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Gap);
    makeChartCard();
    makeTableCard();
    m_bridge = new BridgeCard(m_look, this);
    connect(m_bridge, &BridgeCard::exportRequested, this, &CostCards::bridgeExportRequested);
    connect(m_bridge, &BridgeCard::savePictureRequested, this, &CostCards::savePictureRequested);
    connect(m_bridge, &BridgeCard::selectionSummed, this, &CostCards::selectionSummed);
    m_top = new QBoxLayout(QBoxLayout::LeftToRight);
    m_top->setSpacing(Gap);
    m_top->addWidget(m_chartCard, ChartPart);
    m_top->addWidget(m_bridge, BridgePart);
    rows->addLayout(m_top, ChartShare);
    rows->addWidget(m_tableCard, TableShare);
}

void CostCards::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CostCards::arrange() {
    m_top->setDirection(width() >= LeastRowWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void CostCards::makeChartCard() {
    m_chart->setObjectName(QStringLiteral("costBreakdownChart"));
    m_chartCard = new ChartCard(m_look, tr("Cost"), QStringLiteral("costChartCard"), m_chart, m_chartTable, this);
    m_chartTable->setAccessibleName(tr("Cost by period"));
    m_chartCard->setMinimumHeight(LeastHeight);
    m_why = new Button(m_look, Button::Kind::Ghost, {}, m_chartCard);
    m_why->setIconName(QStringLiteral("help"));
    m_why->setDense(true);
    m_why->setObjectName(QStringLiteral("costWhy"));
    m_why->setToolTip(tr("Why this number?"));
    m_chartCard->setHeaderWidget(m_why);
    m_chartCard->setActivation(tr("Show only %1 in the table"));
    connect(m_why, &QPushButton::clicked, this, &CostCards::explainSpan);
    connect(m_chart, &ChartWidget::whyWanted, this, &CostCards::explainBar);
    connect(m_chartTable, &DataTable::whyWanted, this, [this](const QModelIndex& cell) {
        const auto row = m_chartTable->tableModel().rows()->tableRow(cell.row());
        if (!m_breakdown || !cell.data(DisplayTableModel::NumberRole).isValid()) return;
        const DateRange& all = m_breakdown->range.days;
        const DateRange days = row ? daysOf(m_breakdown->periods[*row], m_breakdown->request.interval, all) : all;
        showExplanation(whyCostOn(*m_breakdown, days, m_filter), m_chartTable->viewport(),
                        m_chartTable->visualRect(cell));
    });
    connect(m_chart, &ChartWidget::layoutChanged, this, &CostCards::followChart);
    connect(m_chart, &CostTrendChart::slotActivated, this, &CostCards::selectPeriod);
    connect(m_chart, &CostTrendChart::layerActivated, this, [this](const QString& id) {
        if (const auto value = m_breakdown ? layerValue(*m_breakdown, id) : std::nullopt) emit valueClicked(*value);
    });
    connect(m_chartCard, &ChartCard::exportRequested, this, &CostCards::chartExportRequested);
    connect(m_chartCard, &ChartCard::savePictureRequested, this, &CostCards::savePictureRequested);
    connect(m_chartCard, &ChartCard::selectionSummed, this, &CostCards::selectionSummed);
}

void CostCards::makeTableCard() {
    m_tableCard = new Card(m_look, tr("Cost table"), QStringLiteral("costTableCard"), this);
    m_tableCard->setMinimumHeight(LeastHeight);
    m_table->setAccessibleName(tr("Cost table"));
    m_tableCard->setContent(m_table);
    m_chip = new Chip(m_look, {}, m_tableCard);
    m_chip->setObjectName(QStringLiteral("costPeriodChip"));
    m_chip->hide();
    m_tableCard->setBesideTitle(m_chip);
    m_columns = new Button(m_look, Button::Kind::Normal, {}, m_tableCard);
    m_columns->setDense(true);
    m_columns->setObjectName(QStringLiteral("costColumns"));
    m_columns->setLead(tr("Columns"));
    m_columns->setMenuMaker([this](QMenu& menu) { fillColumnsMenu(menu); });
    m_tableCard->setHeaderWidget(m_columns);
    m_tableCard->setMenuMaker([this](QMenu& menu) { addExport(menu); });
    const auto unselect = [this] { emit periodSelected(std::nullopt); };
    connect(m_chip, &Chip::removed, this, unselect);
    connect(m_chip, &QPushButton::clicked, this, unselect);
    connect(m_table, &DataTable::selectionSummed, this, &CostCards::selectionSummed);
    connect(m_table, &DataTable::whyWanted, this, &CostCards::explainCell);
    connect(m_table, &TableView::contextMenuWanted, this, [this](QMenu& menu) { addExport(menu); });
}

void CostCards::addExport(QMenu& menu) {
    connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this,
            &CostCards::tableExportRequested);
}

void CostCards::fillColumnsMenu(QMenu& menu) {
    if (!m_breakdown) return;
    for (const Dimension dimension : costColumns(m_breakdown->request.rows)) {
        if (dimension == m_breakdown->request.rows) continue;
        QAction* action = menu.addAction(costDimensionTitle(dimension));
        action->setObjectName(QStringLiteral("columns_") + dimensionName(dimension));
        action->setCheckable(true);
        action->setChecked(dimension == m_breakdown->request.columns);
        connect(action, &QAction::triggered, this, [this, dimension] { emit columnsChosen(dimension); });
    }
}

void CostCards::setBreakdown(const std::shared_ptr<const CostBreakdown>& breakdown, const CostColours& colours,
                             const QString& filter) {
    m_breakdown = breakdown;
    m_filter = filter;
    const CostBreakdown& b = *breakdown;
    m_chart->setData(costChartData(b, colours));
    m_chartTable->setTable(costChartTable(b, colours), colours.models);
    m_table->setTable(costPivotTable(b, colours), colours.models);
    m_table->setUsualSort(totalColumn(b), Qt::DescendingOrder);
    m_bridge->setBridge(b.bridge, colours.models, filter);
    showTable();
    followChart();
}

/// The chart has fitted its bars to new data or a new width.
void CostCards::followChart() {
    if (!m_breakdown) return;
    std::optional<PeriodStart> framed;
    if (const auto& days = m_breakdown->request.selected) framed = periodOf(days->first, m_chart->shownInterval());
    if (framed != m_framed) {
        m_framed = framed;
        m_chart->setSelected(framed);
    }
    // A chart too narrow for its days shows weeks; the card must not say otherwise.
    m_chartCard->setTitle(costTitle(m_breakdown->request.rows),
                          costSubtitle(m_chart->shownInterval(), m_breakdown->range.days, m_withPriorityTier));
    m_chartCard->followChart();
}

void CostCards::setWithPriorityTier(bool used) {
    if (used == m_withPriorityTier) return;
    m_withPriorityTier = used;
    followChart();
}

void CostCards::showTable() {
    const CostBreakdown& b = *m_breakdown;
    const QString title = pivotTitle(b.request.rows, b.request.columns);
    m_tableCard->setTitle(title, comparedText(b));
    m_table->setAccessibleName(title);
    m_columns->setText(costDimensionTitle(b.request.columns));
    m_columns->setAccessibleName(tr("Columns: %1").arg(m_columns->text()));
    m_chip->setVisible(b.request.selected.has_value());
    if (b.request.selected) {
        m_chip->setText(daysTitle(b.table.days));
        m_chip->setAccessibleName(m_chip->text());
    }
    m_tableCard->setBesideTitle(m_chip);
    m_why->setAccessibleName(tr("Why this number? %1").arg(daysTitle(b.table.days)));
}

void CostCards::selectPeriod(PeriodStart start) {
    if (!m_breakdown) return;
    const DateRange days = daysOf(start, m_chart->shownInterval(), m_breakdown->range.days);
    if (m_breakdown->request.selected == days) {
        emit periodSelected(std::nullopt);
    } else {
        emit periodSelected(days);
    }
}

void CostCards::explainSpan() {
    if (!m_breakdown) return;
    const CostBreakdown::Span& span = m_breakdown->table;
    Explanation why = whyCost(*m_breakdown, tr("Cost, %1").arg(daysTitle(m_breakdown->table.days)),
                              span.completeness.isEmpty() ? QString() : formatMoneyExact(span.total), m_filter);
    why.showRows = [this, days = span.days] { m_chartCard->showRows(periodsIn(*m_breakdown, days)); };
    showExplanation(why, m_why);
}

void CostCards::explainBar(int mark) {
    const auto days = m_chart->markDays(mark);
    if (!m_breakdown || !days) return;
    Explanation why = whyCostOn(*m_breakdown, *days, m_filter);
    why.showRows = [this, days = *days] { m_chartCard->showRows(periodsIn(*m_breakdown, days)); };
    showExplanation(why, m_chart, m_chart->markRect(mark).toAlignedRect());
}

void CostCards::explainCell(const QModelIndex& cell) {
    if (!m_breakdown || !cell.data(DisplayTableModel::NumberRole).isValid()) return;
    const DisplayTableModel& model = m_table->tableModel();
    const DisplayRow& row = model.row(cell.row());
    QStringList parts{row.cells.front().text};
    const int parent = model.parentOf(cell.row());
    if (parent != cell.row()) parts.prepend(model.row(parent).cells.front().text);
    const auto column = static_cast<std::size_t>(cell.column());
    const DisplayColumn& about = model.columns()[column];
    parts.append(about.title);
    const std::int64_t number = *row.cells[column].number;
    const QString exact =
        about.kind == CellKind::Percent ? row.cells[column].text : formatMoneyExact(Money::fromNano(number));
    Explanation why = whyCost(*m_breakdown, parts.join(QStringLiteral(" · ")), exact, m_filter);
    if (!row.parts.empty()) {
        // Its parts add up to it.
        why.showRows = [this, place = QPersistentModelIndex(cell)] {
            if (place.isValid()) m_table->setOpen(place.row(), true);
            m_table->setFocus(Qt::OtherFocusReason);
        };
    }
    showExplanation(why, m_table->viewport(), m_table->visualRect(cell));
}

void CostCards::setOutdated(const QString& since) {
    m_chartCard->setOutdated(since);
    m_tableCard->setOutdated(since);
    m_bridge->setOutdated(since);
    m_table->setEnabled(since.isEmpty());
}

}  // namespace tokenledger
