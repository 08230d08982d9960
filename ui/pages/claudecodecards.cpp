#include "ui/pages/claudecodecards.h"

#include "charts/costtrendchart.h"
#include "charts/format.h"
#include "charts/sharebars.h"
#include "ui/pages/claudecodecharts.h"
#include "ui/pages/costtexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"

#include <QMenu>

namespace tokenledger {

namespace {

constexpr int Gap = 12;
constexpr int LeastHeight = 232;
constexpr int ChartShare = 822;
constexpr int ToolsShare = 376;
constexpr int LeastToolsWidth = 300;

QString exactText(CellKind kind, const DisplayCell& cell) {
    switch (kind) {
        case CellKind::Money:
            return formatMoneyExact(Money::fromNano(*cell.number));
        case CellKind::Count:
            return formatCount(*cell.number);
        default:
            return cell.text;
    }
}

}  // namespace

ClaudeCodeCards::ClaudeCodeCards(const Look& look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_upper(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_chart(new CostTrendChart(this)),
      m_bars(new ShareBars(this)),
      m_chartTable(new DataTable(look, QStringLiteral("claudeCodePeriods"), this)),
      m_toolTable(new DataTable(look, QStringLiteral("claudeCodeToolTable"), this)),
      m_table(new DataTable(look, QStringLiteral("claudeCodePeople"), this)) {
    makeChartCard();
    makeChoices();
    makeToolsCard();
    makeTableCard();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Gap);
    m_upper->setSpacing(Gap);
    m_upper->addWidget(m_chartCard, ChartShare);
    m_upper->addWidget(m_toolsCard, ToolsShare);
    rows->addLayout(m_upper, 232);
    rows->addWidget(m_tableCard, 316);
}

void ClaudeCodeCards::makeChartCard() {
    m_chart->setObjectName(QStringLiteral("claudeCodeChart"));
    m_chartCard =
        new ChartCard(m_look, tr("Claude Code"), QStringLiteral("claudeCodeChartCard"), m_chart, m_chartTable, this);
    m_chartCard->setMinimumHeight(LeastHeight);
    m_chartCard->setActivation(tr("Show only %1 in the tables"));
    connect(m_chart, &ChartWidget::layoutChanged, this, &ClaudeCodeCards::followChart);
    connect(m_chart, &CostTrendChart::slotActivated, this, &ClaudeCodeCards::selectPeriod);
    connect(m_chart, &ChartWidget::whyWanted, this, [this](int mark) {
        const auto days = m_chart->markDays(mark);
        if (m_activity && days) explainDays(*days, exactOf(*days), m_chart, m_chart->markRect(mark).toAlignedRect());
    });
    connect(m_chartTable, &DataTable::whyWanted, this, &ClaudeCodeCards::explainPeriodCell);
    connectCard(m_chartCard, ClaudeCodeExport::Chart);
}

void ClaudeCodeCards::makeChoices() {
    m_measureButton = new Button(m_look, Button::Kind::Normal, {}, m_chartCard);
    m_measureButton->setObjectName(QStringLiteral("claudeCodeMeasure"));
    m_measureButton->setMenuMaker([this](QMenu& menu) {
        for (const ClaudeCodeMeasure measure : ClaudeCodeMeasureList) {
            QAction* action = menu.addAction(measureTitle(measure));
            action->setObjectName(QStringLiteral("measure_") + measureName(measure));
            action->setCheckable(true);
            action->setChecked(measure == m_measure);
            connect(action, &QAction::triggered, this, [this, measure] { setMeasure(measure); });
        }
    });
    m_layersButton = new Button(m_look, Button::Kind::Normal, {}, m_chartCard);
    m_layersButton->setObjectName(QStringLiteral("claudeCodeLayers"));
    m_layersButton->setLead(tr("By"));
    m_layersButton->setMenuMaker([this](QMenu& menu) {
        for (const ClaudeCodeLayers layers : ClaudeCodeLayersList) {
            QAction* action = menu.addAction(layersTitle(layers));
            action->setObjectName(QStringLiteral("layers_") + layersName(layers));
            action->setCheckable(true);
            action->setChecked(m_activity && layers == m_activity->request.layers);
            connect(action, &QAction::triggered, this, [this, layers] { emit layersChosen(layers); });
        }
    });
    m_why = new Button(m_look, Button::Kind::Ghost, {}, m_chartCard);
    m_why->setIconName(QStringLiteral("help"));
    m_why->setObjectName(QStringLiteral("claudeCodeWhy"));
    m_why->setToolTip(tr("Why this number?"));
    connect(m_why, &QPushButton::clicked, this, &ClaudeCodeCards::explainChart);
    for (Button* button : {m_measureButton, m_layersButton, m_why}) {
        button->setDense(true);
        m_chartCard->setHeaderWidget(button);
    }
}

void ClaudeCodeCards::makeToolsCard() {
    m_bars->setObjectName(QStringLiteral("claudeCodeTools"));
    m_toolsCard = new ChartCard(m_look, tr("Suggestions accepted, by tool"), QStringLiteral("claudeCodeToolsCard"),
                                m_bars, m_toolTable, this);
    m_toolsCard->setMinimumSize(LeastToolsWidth, LeastHeight);
    connect(m_bars, &ShareBars::barActivated, this, &ClaudeCodeCards::explainTool);
    connect(m_bars, &ChartWidget::whyWanted, this, [this](int mark) {
        if (m_bars->canActivate(mark)) explainTool(mark);
    });
    connectCard(m_toolsCard, ClaudeCodeExport::Tools);
}

void ClaudeCodeCards::connectCard(ChartCard* card, ClaudeCodeExport which) {
    connect(card, &ChartCard::exportRequested, this, [this, which] { emit exportRequested(which); });
    connect(card, &ChartCard::savePictureRequested, this, &ClaudeCodeCards::savePictureRequested);
    connect(card, &ChartCard::selectionSummed, this, &ClaudeCodeCards::selectionSummed);
}

void ClaudeCodeCards::makeTableCard() {
    m_tableCard = new Card(m_look, tr("People and API keys"), QStringLiteral("claudeCodeTableCard"), this);
    m_tableCard->setMinimumHeight(LeastHeight);
    m_table->setAccessibleName(tr("People and API keys"));
    m_tableCard->setContent(m_table);
    m_chip = new Chip(m_look, {}, m_tableCard);
    m_chip->setObjectName(QStringLiteral("claudeCodeChip"));
    m_chip->hide();
    m_tableCard->setBesideTitle(m_chip);
    m_tableCard->setMenuMaker([this](QMenu& menu) { addExport(menu); });
    const auto unselect = [this] { emit periodSelected(std::nullopt); };
    connect(m_chip, &Chip::removed, this, unselect);
    connect(m_chip, &QPushButton::clicked, this, unselect);
    connect(m_table, &DataTable::selectionSummed, this, &ClaudeCodeCards::selectionSummed);
    connect(m_table, &DataTable::whyWanted, this, &ClaudeCodeCards::explainCell);
    connect(m_table, &TableView::contextMenuWanted, this, [this](QMenu& menu) { addExport(menu); });
}

void ClaudeCodeCards::addExport(QMenu& menu) {
    connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this,
            [this] { emit exportRequested(ClaudeCodeExport::People); });
}

void ClaudeCodeCards::setActivity(const std::shared_ptr<const ClaudeCodeActivity>& activity,
                                  const ValueColours& colours) {
    m_activity = activity;
    m_colours = colours;
    m_bars->setData(toolBars(*activity));
    m_toolTable->setTable(toolTable(*activity), {});
    m_table->setTable(peopleTable(*activity), {});
    showChart();
    showTable();
}

void ClaudeCodeCards::setMeasure(ClaudeCodeMeasure measure) {
    if (measure == m_measure) return;
    m_measure = measure;
    emit measureChanged();
}

void ClaudeCodeCards::setColours(const ValueColours& colours) {
    m_colours = colours;
    if (m_activity) showChart();
}

void ClaudeCodeCards::showChart() {
    const ClaudeCodeActivity& a = *m_activity;
    m_chart->setData(claudeCodeChart(a, m_measure, m_colours));
    m_chartTable->setTable(claudeCodeChartTable(a, m_measure, m_colours), {});
    m_chartTable->setAccessibleName(tr("%1, as a table").arg(claudeCodeTitle(m_measure, a.request.layers)));
    m_measureButton->setText(measureTitle(m_measure));
    m_measureButton->setAccessibleName(tr("Shown: %1").arg(m_measureButton->text()));
    m_layersButton->setText(layersTitle(a.request.layers));
    m_layersButton->setAccessibleName(tr("By %1").arg(m_layersButton->text()));
    const bool layered = m_measure != ClaudeCodeMeasure::ActiveUsers;
    m_layersButton->setEnabled(layered);
    m_layersButton->setToolTip(layered ? QString() : tr("A person in two terminals is one active user."));
    m_why->setAccessibleName(tr("Why this number? %1").arg(measureTitle(m_measure)));
    followChart();
}

/// The chart has fitted its bars to new data or a new width.
void ClaudeCodeCards::followChart() {
    if (!m_activity) return;
    std::optional<PeriodStart> framed;
    if (const auto& days = m_activity->request.selected) framed = periodOf(days->first, m_chart->shownInterval());
    if (framed != m_framed) {
        m_framed = framed;
        m_chart->setSelected(framed);
    }
    // A chart too narrow for its days shows weeks; the card must not say otherwise.
    m_chartCard->setTitle(claudeCodeTitle(m_measure, m_activity->request.layers),
                          claudeCodeSubtitle(m_measure, m_chart->shownInterval()));
    m_chartCard->followChart();
}

void ClaudeCodeCards::showTable() {
    const ClaudeCodeActivity& a = *m_activity;
    m_table->setUsualSort(static_cast<int>(PeopleColumn::EstimatedCost), Qt::DescendingOrder);
    m_tableCard->setTitle(tr("People and API keys"), tr("costs are an estimate, not the bill"));
    m_chip->setVisible(a.request.selected.has_value());
    if (a.request.selected) {
        m_chip->setText(daysTitle(*a.request.selected));
        m_chip->setAccessibleName(m_chip->text());
    }
    m_tableCard->setBesideTitle(m_chip);
    m_toolsCard->setTitle(tr("Suggestions accepted, by tool"),
                          a.request.selected ? formatRangeShort(*a.request.selected) : QString());
}

void ClaudeCodeCards::selectPeriod(PeriodStart start) {
    if (!m_activity) return;
    const DateRange days = daysOf(start, m_chart->shownInterval(), m_activity->request.range);
    if (m_activity->request.selected == days) {
        emit periodSelected(std::nullopt);
    } else {
        emit periodSelected(days);
    }
}

void ClaudeCodeCards::explainChart() {
    if (!m_activity) return;
    const ClaudeCodeActivity& a = *m_activity;
    const DisplayTable table = claudeCodeChartTable(a, m_measure, m_colours);
    // The total stands before the state.
    const std::size_t column = table.columns.size() - 2;
    const DisplayCell& total = table.total->cells[column];
    const QString exact = total.number ? exactText(table.columns[column].kind, total) : QString();
    showExplanation(whyClaudeCode(a, ClaudeCodeSpan::Range, measureTitle(m_measure), measureFormula(m_measure), exact),
                    m_why);
}

/// What the chart shows of these days.
QString ClaudeCodeCards::exactOf(const DateRange& days) const {
    const DisplayTable table = claudeCodeChartTable(*m_activity, m_measure, m_colours);
    const std::size_t total = table.columns.size() - 2;  // before the state
    std::vector<const DisplayRow*> rows;
    for (const std::size_t period : claudeCodePeriodsIn(*m_activity, days)) rows.push_back(&table.rows[period]);
    const CellKind kind = table.columns[total].kind;
    const auto sum = sumOf(rows, total);
    return sum ? exactText(kind, numberCell(kind, sum)) : QString();
}

void ClaudeCodeCards::explainDays(const DateRange& days, const QString& exact, QWidget* anchor, const QRect& part) {
    Explanation why = whyClaudeCodeBar(*m_activity, m_measure, days, exact);
    if (!m_chartCard->showsAlternative()) {
        why.showRows = [this, days] { m_chartCard->showRows(claudeCodePeriodsIn(*m_activity, days)); };
    }
    showExplanation(why, anchor, part);
}

void ClaudeCodeCards::explainPeriodCell(const QModelIndex& cell) {
    if (!m_activity || !cell.data(DisplayTableModel::NumberRole).isValid()) return;
    const DisplayTableModel& model = m_chartTable->tableModel();
    const auto column = static_cast<std::size_t>(cell.column());
    const DateRange& all = m_activity->request.range;
    const auto period = model.rows()->tableRow(cell.row());
    const DateRange days = period ? daysOf(m_activity->periods[*period], m_activity->request.interval, all) : all;
    explainDays(days, exactText(model.columns()[column].kind, model.row(cell.row()).cells[column]),
                m_chartTable->viewport(), m_chartTable->visualRect(cell));
}

void ClaudeCodeCards::explainTool(int bar) {
    if (!m_activity) return;
    const auto& tool = m_activity->tools[static_cast<std::size_t>(bar)];
    const auto all = suggested(tool.accepted, tool.rejected);
    const QString exact = all ? tr("%1 of %2").arg(formatCount(tool.accepted), formatCount(*all)) : QString();
    const QString formula = tr("Accepted / (accepted + rejected) suggestions of this tool.");
    showExplanation(whyClaudeCode(*m_activity, ClaudeCodeSpan::Table, toolTitle(tool.id), formula, exact), m_bars,
                    m_bars->markRect(bar).toAlignedRect());
}

void ClaudeCodeCards::explainCell(const QModelIndex& cell) {
    if (!m_activity || !cell.data(DisplayTableModel::NumberRole).isValid()) return;
    const DisplayTableModel& model = m_table->tableModel();
    const DisplayRow& row = model.row(cell.row());
    QStringList parts{row.cells.front().text};
    const int parent = model.parentOf(cell.row());
    if (parent != cell.row()) parts.prepend(model.row(parent).cells.front().text);
    const auto column = static_cast<std::size_t>(cell.column());
    const DisplayColumn& about = model.columns()[column];
    parts.append(about.title);
    showExplanation(
        whyClaudeCode(*m_activity, ClaudeCodeSpan::Table, parts.join(QStringLiteral(" · ")),
                      peopleFormula(static_cast<PeopleColumn>(column)), exactText(about.kind, row.cells[column])),
        m_table->viewport(), m_table->visualRect(cell));
}

void ClaudeCodeCards::setStacked(bool stacked) {
    m_upper->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ClaudeCodeCards::setOutdated(const QString& since) {
    for (Card* card : {static_cast<Card*>(m_chartCard), static_cast<Card*>(m_toolsCard), m_tableCard}) {
        card->setOutdated(since);
    }
    m_table->setEnabled(since.isEmpty());
}

}  // namespace tokenledger
