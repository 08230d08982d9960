#include "ui/pages/usagecards.h"

#include "charts/costtrendchart.h"
#include "charts/format.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/usagetexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int Gap = 12;
constexpr int ChartHeight = 270;
// Of the table: at least a few rows, at most so many that the page stays in sight; more of them scroll.
constexpr int CardHead = 40 + 28;
constexpr int RowHeight = 28;
constexpr int Edges = 8;  // so that no scroll bar comes for a pixel
constexpr int FewestRows = 6;
constexpr int MostRows = 11;

/// What a cell of the table counts: the kinds are its rows, or its first columns.
UsageFigure figureOf(const UsageBreakdown& b, const DisplayRow& row, int column, CellKind kind) {
    static constexpr std::array kinds = {UsageFigure::UncachedInput, UsageFigure::CacheRead, UsageFigure::CacheWritten,
                                         UsageFigure::CacheWritten, UsageFigure::Output};
    if (kind == CellKind::Count) return UsageFigure::WebSearches;
    if (b.request.rows == Dimension::TokenType) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (row.cells.front().id == tokenKindId(AllTokenKinds[i])) return kinds[i];
        }
        return UsageFigure::Total;
    }
    const bool ofKind = column >= 1 && column < usageTotalColumn(b);
    return ofKind ? kinds[static_cast<std::size_t>(column - 1)] : UsageFigure::Total;
}

}  // namespace

UsageCards::UsageCards(const Look& look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_chart(new CostTrendChart(this)),
      m_chartTable(new DataTable(look, QStringLiteral("usagePeriodsTable"), this)),
      m_table(new DataTable(look, QStringLiteral("usageTable"), this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Gap);
    makeChartCard();
    makeTableCard();
    rows->addWidget(m_chartCard, 1);
    rows->addWidget(m_tableCard, 1);
}

void UsageCards::makeChartCard() {
    m_chart->setObjectName(QStringLiteral("usageChart"));
    m_chartCard = new ChartCard(m_look, tr("Tokens"), QStringLiteral("usageChartCard"), m_chart, m_chartTable, this);
    m_chartTable->setAccessibleName(tr("Tokens by period"));
    m_chartCard->setMinimumHeight(ChartHeight);
    m_why = new Button(m_look, Button::Kind::Ghost, {}, m_chartCard);
    m_why->setIconName(QStringLiteral("help"));
    m_why->setDense(true);
    m_why->setObjectName(QStringLiteral("usageWhy"));
    m_why->setToolTip(tr("Why this number?"));
    m_chartCard->setHeaderWidget(m_why);
    connect(m_why, &QPushButton::clicked, this, &UsageCards::explainSpan);
    connect(m_chart, &ChartWidget::layoutChanged, this, &UsageCards::followChart);
    connect(m_chart, &CostTrendChart::slotActivated, this, &UsageCards::selectPeriod);
    connect(m_chart, &CostTrendChart::layerActivated, this, [this](const QString& id) {
        if (const auto value = m_breakdown ? usageLayerValue(*m_breakdown, id) : std::nullopt) {
            emit valueClicked(*value);
        }
    });
    connect(m_chartCard, &ChartCard::exportRequested, this, &UsageCards::chartExportRequested);
    connect(m_chartCard, &ChartCard::savePictureRequested, this, &UsageCards::savePictureRequested);
    connect(m_chartCard, &ChartCard::selectionSummed, this, &UsageCards::selectionSummed);
}

void UsageCards::makeTableCard() {
    m_tableCard = new Card(m_look, tr("Usage table"), QStringLiteral("usageTableCard"), this);
    m_table->setAccessibleName(tr("Usage table"));
    m_tableCard->setContent(m_table);
    m_chip = new Chip(m_look, {}, m_tableCard);
    m_chip->setObjectName(QStringLiteral("usagePeriodChip"));
    m_chip->hide();
    m_tableCard->setBesideTitle(m_chip);
    m_tableCard->setMenuMaker([this](QMenu& menu) { addExport(menu); });
    const auto unselect = [this] { emit periodSelected(std::nullopt); };
    connect(m_chip, &Chip::removed, this, unselect);
    connect(m_chip, &QPushButton::clicked, this, unselect);
    connect(m_table, &DataTable::selectionSummed, this, &UsageCards::selectionSummed);
    connect(m_table, &DataTable::whyWanted, this, &UsageCards::explainCell);
    connect(m_table, &TableView::contextMenuWanted, this, [this](QMenu& menu) {
        const QModelIndex cell = m_table->currentIndex();
        QAction* why = menu.addAction(tr("Why this number?"));
        why->setObjectName(QStringLiteral("why"));
        why->setEnabled(cell.data(DisplayTableModel::NumberRole).isValid());
        connect(why, &QAction::triggered, this, [this] { explainCell(m_table->currentIndex()); });
        menu.addSeparator();
        addExport(menu);
    });
}

void UsageCards::addExport(QMenu& menu) {
    connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this,
            &UsageCards::tableExportRequested);
}

void UsageCards::setBreakdown(const std::shared_ptr<const UsageBreakdown>& breakdown, const UsageColours& colours) {
    m_breakdown = breakdown;
    const UsageBreakdown& b = *breakdown;
    m_chart->setData(usageChartData(b, colours));
    m_chartTable->setTable(usageChartTable(b, colours), colours.models);
    m_table->setTable(usageTable(b, colours), colours.models);
    showTable();
    followChart();
}

/// The chart has fitted its bars to new data or a new width.
void UsageCards::followChart() {
    if (!m_breakdown) return;
    std::optional<PeriodStart> framed;
    if (const auto& days = m_breakdown->request.selected) framed = periodOf(days->first, m_chart->shownInterval());
    if (framed != m_framed) {
        m_framed = framed;
        m_chart->setSelected(framed);
    }
    // A chart too narrow for its days shows weeks; the card must not say otherwise.
    m_chartCard->setTitle(usageTitle(m_breakdown->request.rows), usageSubtitle(m_chart->shownInterval()));
    m_chartCard->followChart();
}

void UsageCards::showTable() {
    const UsageBreakdown& b = *m_breakdown;
    m_tableCard->setTitle(usageTableTitle(b.request), usageComparedText(b));
    m_table->setAccessibleName(usageTitle(b.request.rows));
    const int rows = std::clamp(static_cast<int>(b.rows.size()) + 1, FewestRows, MostRows);
    m_tableCard->setMinimumHeight(CardHead + rows * RowHeight + Edges);
    m_table->setUsualSort(usageTotalColumn(b), Qt::DescendingOrder);
    m_chip->setVisible(b.request.selected.has_value());
    if (b.request.selected) {
        m_chip->setText(daysTitle(b.table.days));
        m_chip->setAccessibleName(m_chip->text());
    }
    m_tableCard->setBesideTitle(m_chip);
    m_why->setAccessibleName(tr("Why this number? %1").arg(daysTitle(b.table.days)));
}

void UsageCards::selectPeriod(PeriodStart start) {
    if (!m_breakdown) return;
    const DateRange days = daysOf(start, m_chart->shownInterval(), m_breakdown->range.days);
    if (m_breakdown->request.selected == days) {
        emit periodSelected(std::nullopt);
    } else {
        emit periodSelected(days);
    }
}

void UsageCards::explainSpan() {
    if (!m_breakdown) return;
    const UsageBreakdown::Span& span = m_breakdown->table;
    const QString exact = span.completeness.isEmpty() ? QString() : formatCount(totalTokens(span.tokens));
    showExplanation(
        whyUsage(*m_breakdown, span, showsAllDays(*m_breakdown),
                 tr("Tokens, %1").arg(daysTitle(m_breakdown->table.days)), usageFormula(UsageFigure::Total), exact),
        m_why);
}

void UsageCards::explainCell(const QModelIndex& cell) {
    if (!m_breakdown || !cell.data(DisplayTableModel::NumberRole).isValid()) return;
    const DisplayTableModel& model = m_table->tableModel();
    const DisplayRow& row = model.row(cell.row());
    QStringList parts{row.cells.front().text};
    const int parent = model.parentOf(cell.row());
    if (parent != cell.row()) parts.prepend(model.row(parent).cells.front().text);
    const auto column = static_cast<std::size_t>(cell.column());
    const DisplayColumn& about = model.shown().columns[column];
    parts.append(about.title);
    const QString exact =
        about.kind == CellKind::Percent ? row.cells[column].text : formatCount(*row.cells[column].number);
    showExplanation(
        whyUsage(*m_breakdown, m_breakdown->table, showsAllDays(*m_breakdown), parts.join(QStringLiteral(" · ")),
                 usageFormula(figureOf(*m_breakdown, row, cell.column(), about.kind)), exact),
        m_table->viewport(), m_table->visualRect(cell));
}

void UsageCards::setOutdated(const QString& since) {
    m_chartCard->setOutdated(since);
    m_tableCard->setOutdated(since);
    m_table->setEnabled(since.isEmpty());
}

}  // namespace tokenledger
