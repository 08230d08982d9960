#include "ui/pages/costbreakdownpage.h"

#include "charts/format.h"
#include "ui/pages/costcards.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewnotices.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/textline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>

namespace tokenledger {

namespace {

constexpr int Padding = 16;
constexpr int Gap = 12;
/// Room for the sentence beside title and choice; with less it gets a line of its own.
constexpr int LeastSentenceWidth = 440;
constexpr int DimAfterMs = 150;

std::vector<Segments::Choice> choices(std::initializer_list<Dimension> dimensions) {
    std::vector<Segments::Choice> list;
    for (const Dimension dimension : dimensions) {
        list.push_back({static_cast<int>(dimension), QStringLiteral("stackBy_") + dimensionName(dimension),
                        costDimensionTitle(dimension)});
    }
    return list;
}

}  // namespace

CostBreakdownPage::CostBreakdownPage(const Look& look, SessionController& controller, CostController& cost,
                                     Settings& settings, QWidget* parent)
    : QWidget(parent), m_look(look), m_controller(controller), m_cost(cost), m_settings(settings) {
    setObjectName(QStringLiteral("costPage"));
    m_stack = new QStackedLayout(this);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("costScroll"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_content = new QWidget(scroll);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(Padding, Gap, Padding, Padding);
    column->setSpacing(Gap);
    column->addWidget(buildHeader());
    column->addWidget(m_notice = new Notice(look, m_content, QStringLiteral("costNotice")));
    column->addWidget(m_cards = new CostCards(look, m_content), 1);
    scroll->setWidget(m_content);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_state = new StatePage(look, this));
    m_stack->addWidget(new QWidget(this));
    m_stack->setCurrentIndex(2);
    m_state->setObjectName(QStringLiteral("costState"));
    m_dim.setSingleShot(true);
    m_dim.setInterval(DimAfterMs);
    connectParts();
}

QWidget* CostBreakdownPage::buildHeader() {
    auto* header = new QWidget(m_content);
    m_header = new QBoxLayout(QBoxLayout::LeftToRight, header);
    m_header->setContentsMargins(0, 0, 0, 0);
    m_header->setSpacing(Gap);
    auto* words = new QWidget(header);
    words->setFixedHeight(28);
    auto* row = new QHBoxLayout(words);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Gap);
    auto* title = new QLabel(tr("Cost"), words);
    title->setFont(Look::font(TextStyle::PageTitle));
    row->addWidget(title);
    m_sentence = new TextLine(m_look, TextStyle::Body, words);
    m_sentence->setObjectName(QStringLiteral("costSentence"));
    row->addWidget(m_sentence, 1);
    m_header->addWidget(words, 1);
    m_stackBy = new QWidget(header);
    auto* choice = new QHBoxLayout(m_stackBy);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(10);
    auto* label = new QLabel(tr("Stack by"), m_stackBy);
    label->setFont(Look::font(TextStyle::Small));
    label->setProperty("role", QStringLiteral("note"));
    choice->addWidget(label);
    m_segments =
        new Segments(m_look,
                     choices({Dimension::Workspace, Dimension::Model, Dimension::CostType, Dimension::TokenType,
                              Dimension::ServiceTier}),
                     choices({Dimension::ContextWindow, Dimension::InferenceGeo, Dimension::Description}), m_stackBy);
    m_segments->setObjectName(QStringLiteral("stackBy"));
    m_segments->setAccessibleName(label->text());
    m_segments->setCurrent(static_cast<int>(m_cost.view().rows));
    choice->addWidget(m_segments);
    choice->addStretch(1);
    m_header->addWidget(m_stackBy);
    return header;
}

void CostBreakdownPage::connectParts() {
    connect(&m_dim, &QTimer::timeout, this, &CostBreakdownPage::markOutdated);
    connect(m_notice, &Notice::actionClicked, this, [this] { emit helpWanted(m_noticeAction); });
    connect(m_notice, &Notice::dismissClicked, this, [this] { emit helpWanted(HelpAction::RestKeyReminder); });
    connect(m_notice, &Notice::detailClicked, this, &CostBreakdownPage::detailWanted);
    connect(m_state, &StatePage::actionClicked, this, [this] { emit helpWanted(m_stateAction); });
    connect(m_segments, &Segments::chosen, this, [this](int id) { m_cost.setRows(static_cast<Dimension>(id)); });
    connect(m_cards, &CostCards::periodSelected, &m_cost, &CostController::select);
    connect(m_cards, &CostCards::columnsChosen, &m_cost, &CostController::setColumns);
    connect(m_cards, &CostCards::valueClicked, this, &CostBreakdownPage::filterBy);
    connect(m_cards, &CostCards::chartExportRequested, this, [this] { emit exportRequested(exports().front()); });
    connect(m_cards, &CostCards::tableExportRequested, this, [this] { emit exportRequested(exports().back()); });
    connect(m_cards, &CostCards::savePictureRequested, this, &CostBreakdownPage::savePictureRequested);
    connect(m_cards, &CostCards::selectionSummed, this, &CostBreakdownPage::selectionSummed);
    connect(&m_cost, &CostController::ready, this, &CostBreakdownPage::showBreakdown);
    connect(&m_cost, &CostController::outdated, &m_dim, qOverload<>(&QTimer::start));
    connect(&m_cost, &CostController::viewChanged, this, &CostBreakdownPage::exportsChanged);
    connect(&m_cost, &CostController::failed, this, [this](const Error& error) {
        m_dim.stop();
        m_error = error;
        if (!m_cost.isCurrent()) markOutdated();
        updateState();
    });
    for (const auto signal : {&SessionController::statusChanged, &SessionController::syncChanged,
                              &SessionController::overviewReady, &SessionController::syncFinished}) {
        connect(&m_controller, signal, this, &CostBreakdownPage::updateState);
    }
    connect(&m_controller, &SessionController::opening, this, [this] {
        m_error.reset();
        m_stack->setCurrentIndex(2);
    });
}

std::vector<Exporter::NamedReport> CostBreakdownPage::exports() const {
    const Settings::CostView view = m_cost.view();
    const QString rows = dimensionName(view.rows).replace(QLatin1Char('_'), QLatin1Char('-'));
    const QString columns = dimensionName(view.columns).replace(QLatin1Char('_'), QLatin1Char('-'));
    return {{costTitle(view.rows), QStringLiteral("cost-by-") + rows, m_cost.chartReport()},
            {pivotTitle(view.rows, view.columns), QStringLiteral("cost-by-%1-and-%2").arg(rows, columns),
             m_cost.tableReport()}};
}

void CostBreakdownPage::showBreakdown() {
    m_error.reset();
    m_dim.stop();
    const CostBreakdown& breakdown = *m_cost.breakdown();
    CostColours colours{m_settings.modelColours(), m_settings.valueColours()};
    QStringList models;
    for (const Session::FilterValue& value : m_controller.values(Dimension::Model)) {
        if (!value.value.isEmpty()) models.append(value.value);
    }
    if (colours.assign(breakdown, models)) {
        m_settings.setModelColours(colours.models);
        m_settings.setValueColours(colours.values);
    }
    m_sentence->setParts({{costSentence(breakdown)}});
    m_segments->setCurrent(static_cast<int>(breakdown.request.rows));
    m_cards->setBreakdown(m_cost.breakdown(), colours);
    m_cards->setOutdated({});
    arrange();
    updateState();
}

void CostBreakdownPage::markOutdated() {
    if (!m_cost.breakdown()) return;
    m_cards->setOutdated(formatTime(m_cost.breakdown()->range.asOf).left(5));
}

void CostBreakdownPage::updateState() {
    const NoticeChoice notice = noticeFor(m_controller, m_error);
    m_noticeAction = notice.action;
    m_notice->setContent(notice.content);
    m_cards->setWithPriorityTier(m_controller.overview() && m_controller.overview()->priorityTierSeen);
    const bool syncing = m_controller.isSyncing();
    const bool nothingToShow = m_controller.isEmpty() || (m_error && !m_cost.breakdown());
    if (nothingToShow && m_controller.session() != nullptr && !syncing) {
        const StateChoice choice = m_error ? brokenState(*m_error) : emptyState(m_controller);
        m_state->setContent(choice.content);
        m_stateAction = choice.action;
        m_stack->setCurrentIndex(1);
    } else if (m_cost.breakdown() || syncing) {
        m_stack->setCurrentIndex(0);
    }
}

/// A second click on the same value takes the filter away. Only what the filter bar knows can be filtered by.
void CostBreakdownPage::filterBy(const CostValue& clicked) {
    const Dimension dimension = m_cost.view().rows;
    FilterState state = m_controller.filters();
    const DimensionChoice* present = state.filterOf(dimension);
    const bool only = present != nullptr && present->anyOf.size() == 1 && present->anyOf.front().value == clicked.id;
    std::vector<FilterChoice> chosen;
    for (const Session::FilterValue& value : m_controller.values(dimension)) {
        if (value.value == clicked.id && !only) chosen.push_back({value.term, value.value, value.name});
    }
    if (chosen.empty() && !only) return;
    state.setFilter(dimension, std::move(chosen));
    m_controller.setFilters(state);
}

void CostBreakdownPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CostBreakdownPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_cost.setActive(true);
    updateState();
}

void CostBreakdownPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_cost.setActive(false);
}

void CostBreakdownPage::arrange() {
    const int needed = std::max(LeastSentenceWidth, m_sentence->sizeHint().width() + 80);
    const bool beside = width() - 2 * Padding - m_stackBy->sizeHint().width() >= needed;
    m_header->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_header->setSpacing(beside ? Gap : 6);
}

}  // namespace tokenledger
