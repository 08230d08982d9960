#include "ui/pages/cachecards.h"

#include "charts/cacheefficiencychart.h"
#include "charts/format.h"
#include "ui/pages/cachetables.h"
#include "ui/pages/cachetexts.h"
#include "ui/pages/costtexts.h"
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
constexpr int ChartShare = 300;
constexpr int TableShare = 384;

}  // namespace

CacheCards::CacheCards(const Look& look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_chart(new CacheEfficiencyChart(this)),
      m_chartTable(new DataTable(look, QStringLiteral("cachePeriodsTable"), this)),
      m_table(new DataTable(look, QStringLiteral("cacheGroupsTable"), this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Gap);
    makeChartCard();
    makeTableCard();
    rows->addWidget(m_chartCard, ChartShare);
    rows->addWidget(m_tableCard, TableShare);
}

void CacheCards::makeChartCard() {
    m_chart->setObjectName(QStringLiteral("cachePageChart"));
    m_chartCard = new ChartCard(m_look, tr("Hit ratio, and tokens read and written"), QStringLiteral("cacheChartCard"),
                                m_chart, m_chartTable, this);
    m_chartCard->setMinimumHeight(LeastHeight);
    connect(m_chart, &ChartWidget::whyWanted, this, [this](int mark) {
        if (const auto days = m_chart->markDays(mark))
            explainDays(*days, m_chart, m_chart->markRect(mark).toAlignedRect());
    });
    connect(m_chartTable, &DataTable::whyWanted, this, [this](const QModelIndex& cell) {
        if (!m_breakdown || !cell.data(DisplayTableModel::NumberRole).isValid()) return;
        const auto row = m_chartTable->tableModel().rows()->tableRow(cell.row());
        const DateRange& all = m_breakdown->range.days;
        explainDays(row ? daysOf(m_breakdown->periods[*row], m_breakdown->request.interval, all) : all,
                    m_chartTable->viewport(), m_chartTable->visualRect(cell));
    });
    connect(m_chart, &ChartWidget::layoutChanged, this, &CacheCards::followChart);
    connect(m_chart, &CacheEfficiencyChart::slotActivated, this, &CacheCards::selectPeriod);
    connect(m_chartCard, &ChartCard::exportRequested, this, &CacheCards::chartExportRequested);
    connect(m_chartCard, &ChartCard::savePictureRequested, this, &CacheCards::savePictureRequested);
    connect(m_chartCard, &ChartCard::selectionSummed, this, &CacheCards::selectionSummed);
}

void CacheCards::makeTableCard() {
    m_tableCard = new Card(m_look, tr("Net saving"), QStringLiteral("cacheTableCard"), this);
    m_tableCard->setMinimumHeight(LeastHeight);
    m_table->setAccessibleName(tr("Net saving"));
    m_tableCard->setContent(m_table);
    m_chip = new Chip(m_look, {}, m_tableCard);
    m_chip->setObjectName(QStringLiteral("cachePeriodChip"));
    m_chip->hide();
    m_tableCard->setBesideTitle(m_chip);
    m_losing = new Button(m_look, Button::Kind::Normal, {}, m_tableCard);
    m_losing->setDense(true);
    m_losing->setObjectName(QStringLiteral("cacheLosing"));
    m_tableCard->setHeaderWidget(m_losing);
    m_why = new Button(m_look, Button::Kind::Ghost, {}, m_tableCard);
    m_why->setIconName(QStringLiteral("help"));
    m_why->setDense(true);
    m_why->setObjectName(QStringLiteral("cacheWhy"));
    m_why->setToolTip(tr("Why this number?"));
    m_tableCard->setHeaderWidget(m_why);
    m_tableCard->setMenuMaker([this](QMenu& menu) { addExport(menu); });
    const auto unselect = [this] { emit periodSelected(std::nullopt); };
    connect(m_losing, &QPushButton::clicked, this, [this] {
        m_losingOnly = !m_losingOnly;
        showTable();
    });
    connect(m_why, &QPushButton::clicked, this, &CacheCards::explainSpan);
    connect(m_chip, &Chip::removed, this, unselect);
    connect(m_chip, &QPushButton::clicked, this, unselect);
    connect(m_table, &DataTable::selectionSummed, this, &CacheCards::selectionSummed);
    connect(m_table, &DataTable::whyWanted, this, &CacheCards::explainCell);
    connect(m_table, &TableView::contextMenuWanted, this, &CacheCards::fillContextMenu);
}

void CacheCards::fillContextMenu(QMenu& menu) {
    QAction* why = menu.addAction(tr("Why this number?"));
    why->setObjectName(QStringLiteral("why"));
    why->setEnabled(canExplain(m_table->currentIndex()));
    connect(why, &QAction::triggered, this, [this] { explainCell(m_table->currentIndex()); });
    menu.addSeparator();
    addExport(menu);
}

void CacheCards::addExport(QMenu& menu) {
    connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this,
            &CacheCards::tableExportRequested);
}

void CacheCards::setBreakdown(const std::shared_ptr<const CacheBreakdown>& breakdown, const ModelColours& colours) {
    m_breakdown = breakdown;
    m_chart->setData(cacheChartData(*breakdown));
    m_chartTable->setTable(cacheChartTable(*breakdown), colours);
    m_colours = colours;
    showTable();
    followChart();
}

/// The chart has fitted its bars to new data or a new width.
void CacheCards::followChart() {
    if (!m_breakdown) return;
    std::optional<PeriodStart> framed;
    if (const auto& days = m_breakdown->request.selected) framed = periodOf(days->first, m_chart->shownInterval());
    if (framed != m_framed) {
        m_framed = framed;
        m_chart->setSelected(framed);
    }
    // A chart too narrow for its days shows weeks; the card must not say otherwise.
    m_chartCard->setTitle(tr("Hit ratio, and tokens read and written"),
                          cacheChartSubtitle(m_chart->shownInterval(), m_breakdown->range.days));
    m_chartCard->followChart();
}

void CacheCards::showTable() {
    const CacheBreakdown& b = *m_breakdown;
    const QString title = netSavingTitle(b.request.by);
    const int losing = b.table.losingGroups;
    m_losingOnly = m_losingOnly && losing > 0;
    DisplayTable table = cacheGroupsTable(b, m_losingOnly ? CacheRows::Losing : CacheRows::All);
    const int netSaving = table.summed;
    m_table->setTable(std::move(table), m_colours);
    m_table->setUsualSort(netSaving, Qt::DescendingOrder);
    m_losing->setVisible(losing > 0);
    m_losing->setText(m_losingOnly  ? tr("Show all")
                      : losing == 1 ? tr("1 loses money")
                                    : tr("%1 lose money").arg(losing));
    m_losing->setIconName(m_losingOnly ? QString() : QStringLiteral("warning"));
    m_losing->setAccessibleName(m_losingOnly  ? tr("Show all rows")
                                : losing == 1 ? tr("Show the 1 row that loses money")
                                              : tr("Show the %1 rows that lose money").arg(losing));
    m_tableCard->setTitle(title, b.priorityTierSeen ? tr("without Priority Tier, which has no price by the token")
                                                    : tr("hit ratio = read ÷ (read + written + uncached input)"));
    m_table->setAccessibleName(title);
    m_chip->setVisible(b.request.selected.has_value());
    if (b.request.selected) {
        m_chip->setText(daysTitle(b.table.days));
        m_chip->setAccessibleName(m_chip->text());
    }
    m_tableCard->setBesideTitle(m_chip);
    m_why->setAccessibleName(tr("Why this number? Net saving, %1").arg(daysTitle(b.table.days)));
}

void CacheCards::selectPeriod(PeriodStart start) {
    if (!m_breakdown) return;
    const DateRange days = daysOf(start, m_chart->shownInterval(), m_breakdown->range.days);
    if (m_breakdown->request.selected == days) {
        emit periodSelected(std::nullopt);
    } else {
        emit periodSelected(days);
    }
}

void CacheCards::explainDays(const DateRange& days, QWidget* anchor, const QRect& part) {
    if (!m_breakdown) return;
    Explanation why = whyHitRatioOn(*m_breakdown, days);
    if (anchor == m_chart) {
        why.showRows = [this, days] { m_chartCard->showRows(periodsIn(*m_breakdown, days)); };
    }
    showExplanation(why, anchor, part);
}

void CacheCards::explainSpan() {
    if (!m_breakdown) return;
    const auto& net = m_breakdown->sum.savings.netSaving;
    const bool known = net && !m_breakdown->table.usage.isEmpty();
    showExplanation(whyCache(*m_breakdown, m_breakdown->sum, CacheColumn::NetSaving,
                             tr("Net saving, %1").arg(daysTitle(m_breakdown->table.days)),
                             known ? formatMoneyExact(*net) : QString()),
                    m_why);
}

bool CacheCards::canExplain(const QModelIndex& cell) const {
    return m_breakdown && cell.isValid() && cell.column() >= static_cast<int>(m_breakdown->request.by.size());
}

void CacheCards::explainCell(const QModelIndex& cell) {
    if (!canExplain(cell)) return;
    const DisplayTableModel& model = m_table->tableModel();
    const DisplayRow& shown = model.row(cell.row());
    const std::size_t groups = m_breakdown->request.by.size();
    // Many rows are sorted aside: until they have come, the table shows those of the picture before.
    if (shown.cells.size() != groups + CacheColumnCount) return;
    const bool isTotal = shown.kind == DisplayRow::Kind::Total;
    const CacheBreakdown::Row* row = isTotal ? &m_breakdown->sum : cacheRowOf(*m_breakdown, shown.key);
    if (row == nullptr) return;
    QStringList what;
    for (std::size_t i = 0; i < groups; ++i) {
        if (!shown.cells[i].text.isEmpty()) what.append(shown.cells[i].text);
    }
    const auto column = static_cast<std::size_t>(cell.column());
    const DisplayColumn& about = model.columns()[column];
    what.append(about.title);
    QString exact = shown.cells[column].text;
    if (const auto& number = shown.cells[column].number) {
        if (about.kind == CellKind::Money) exact = formatMoneyExact(Money::fromNano(*number));
        if (about.kind == CellKind::Tokens) exact = formatCount(*number);
        if (about.kind == CellKind::Figure) exact = shown.cells[column].exact;
    }
    const auto asked = static_cast<CacheColumn>(column - groups);
    if (asked == CacheColumn::PriceSource) exact = priceSourceText(row->savings);
    showExplanation(whyCache(*m_breakdown, *row, asked, what.join(QStringLiteral(" · ")), exact), m_table->viewport(),
                    m_table->visualRect(cell));
}

void CacheCards::setOutdated(const QString& since) {
    m_chartCard->setOutdated(since);
    m_tableCard->setOutdated(since);
    m_table->setEnabled(since.isEmpty());
}

}  // namespace tokenledger
