#include "ui/pages/overviewpage.h"

#include "charts/format.h"
#include "ui/pages/overviewcards.h"
#include "ui/pages/overviewcharts.h"
#include "ui/pages/overviewnotices.h"
#include "ui/pages/overviewtexts.h"
#include "ui/pages/overviewtiles.h"
#include "ui/widgets/syncpanel.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/tile.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int Padding = 16;
constexpr int Gap = 12;
constexpr int LeastTileWidth = 176;
constexpr int LeastRowWidth = 900;
/// A sync of fewer requests is over before anybody has read a panel.
constexpr int PanelFromRequests = 12;
constexpr int DimAfterMs = 150;

}  // namespace

OverviewPage::OverviewPage(const Look& look, SessionController& controller, Settings& settings, const Clock& clock,
                           QWidget* parent)
    : QWidget(parent), m_look(look), m_controller(controller), m_settings(settings) {
    setObjectName(QStringLiteral("overviewPage"));
    m_stack = new QStackedLayout(this);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("overviewScroll"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_content = new QWidget(scroll);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(Padding, Gap, Padding, Padding);
    column->setSpacing(Gap);
    column->addWidget(buildHeader());
    column->addWidget(m_notice = new Notice(look, m_content));
    column->addWidget(m_syncPanel = new SyncPanel(look, clock, m_content));
    m_syncPanel->hide();
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(Gap);
    const char* names[] = {"tileSpend", "tileMonth", "tileTokens", "tileHitRatio", "tileSaving", "tileUsers"};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) m_tiles[i] = new Tile(look, QLatin1String(names[i]), m_content);
    column->addLayout(m_tileGrid);
    column->addWidget(m_cards = new OverviewCards(look, m_content), 1);
    scroll->setWidget(m_content);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_state = new StatePage(look, this));
    m_stack->addWidget(new QWidget(this));

    m_dim.setSingleShot(true);
    m_dim.setInterval(DimAfterMs);
    connect(&m_dim, &QTimer::timeout, this, &OverviewPage::markOutdated);
    connect(m_notice, &Notice::actionClicked, this, [this] { emit helpWanted(m_noticeAction); });
    connect(m_notice, &Notice::dismissClicked, this, [this] { emit helpWanted(HelpAction::RestKeyReminder); });
    connect(m_notice, &Notice::detailClicked, this, &OverviewPage::detailWanted);
    connect(m_state, &StatePage::actionClicked, this, [this] { emit helpWanted(m_stateAction); });
    connect(m_syncPanel, &SyncPanel::stopClicked, &controller, &SessionController::cancelSync);
    connect(m_cards, &OverviewCards::exportRequested, this, &OverviewPage::exportRequested);
    connect(m_cards, &OverviewCards::savePictureRequested, this, &OverviewPage::savePictureRequested);
    connect(m_cards, &OverviewCards::selectionSummed, this, &OverviewPage::selectionSummed);
    connect(m_cards, &OverviewCards::modelClicked, this, &OverviewPage::filterByModel);
    connect(&controller, &SessionController::overviewReady, this, &OverviewPage::showOverview);
    connect(&controller, &SessionController::overviewFailed, this, &OverviewPage::showError);
    connect(&controller, &SessionController::pictureOutdated, &m_dim, qOverload<>(&QTimer::start));
    connect(&controller, &SessionController::syncChanged, this, [this] {
        updateSyncPanel();
        showState();
    });
    connect(&controller, &SessionController::statusChanged, this, &OverviewPage::showState);
    connect(&controller, &SessionController::opening, this, [this] {
        m_error.reset();
        m_stack->setCurrentIndex(2);
    });
}

QWidget* OverviewPage::buildHeader() {
    auto* header = new QWidget(m_content);
    header->setFixedHeight(28);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Gap);
    auto* title = new QLabel(tr("Overview"), header);
    title->setFont(Look::font(TextStyle::PageTitle));
    row->addWidget(title);
    m_sentence = new TextLine(m_look, TextStyle::Body, header);
    m_sentence->setObjectName(QStringLiteral("overviewSentence"));
    row->addWidget(m_sentence, 1);
    return header;
}

void OverviewPage::showOverview() {
    const Overview& overview = *m_controller.overview();
    m_error.reset();
    m_dim.stop();
    ModelColours colours = m_settings.modelColours();
    QStringList ids = modelIds(overview);
    for (const Session::FilterValue& value : m_controller.values(Dimension::Model)) {
        if (!value.value.isEmpty() && !ids.contains(value.value)) ids.append(value.value);
    }
    if (colours.assign(ids)) m_settings.setModelColours(colours);
    m_sentence->setParts({{overviewSentence(overview)}});
    const OverviewTiles tiles = overviewTiles(overview);
    const TileContent* contents[] = {&tiles.spend,    &tiles.monthToDate, &tiles.tokens,
                                     &tiles.hitRatio, &tiles.netSaving,   &tiles.users};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setContent(*contents[i]);
        m_tiles[i]->setOutdated({});
    }
    m_cards->setOverview(overview, colours);
    m_cards->setOutdated({});
    showState();
}

void OverviewPage::markOutdated() {
    if (!m_controller.overview()) return;
    const QString since = formatTime(m_controller.overview()->asOf).left(5);
    for (Tile* tile : m_tiles) tile->setOutdated(since);
    m_cards->setOutdated(since);
}

void OverviewPage::showError(const Error& error) {
    m_dim.stop();
    m_error = error;
    if (!m_controller.overviewIsCurrent()) markOutdated();
    showState();
}

void OverviewPage::showState() {
    updateNotice();
    updateSyncPanel();
    const bool syncing = m_controller.isSyncing();
    const bool nothingToShow = m_controller.isEmpty() || (m_error && !m_controller.overview());
    if (nothingToShow && m_controller.session() != nullptr && !syncing) {
        const StateChoice choice = m_error ? brokenState(*m_error) : emptyState(m_controller);
        m_state->setContent(choice.content);
        m_stateAction = choice.action;
        m_stack->setCurrentIndex(1);
        return;
    }
    if (m_controller.overview() || syncing) m_stack->setCurrentIndex(0);
}

void OverviewPage::updateNotice() {
    const NoticeChoice choice = noticeFor(m_controller, m_error);
    m_noticeAction = choice.action;
    m_notice->setContent(choice.content);
}

void OverviewPage::updateSyncPanel() {
    const auto& progress = m_controller.progress();
    const bool shown =
        m_controller.isSyncing() && progress &&
        (progress->requestsPlanned >= PanelFromRequests || progress->pausedUntil || m_controller.isEmpty());
    if (shown) m_syncPanel->setProgress(*progress);
    m_syncPanel->setVisible(shown);
}

void OverviewPage::filterByModel(const QString& modelId) {
    FilterState state = m_controller.filters();
    const DimensionChoice* present = state.filterOf(Dimension::Model);
    const bool only = present != nullptr && present->anyOf.size() == 1 && present->anyOf.front().value == modelId;
    std::vector<FilterChoice> chosen;
    for (const Session::FilterValue& value : m_controller.values(Dimension::Model)) {
        // A second click on the same model takes the filter away.
        if (value.value == modelId && !only) chosen.push_back({value.term, value.value, value.name});
    }
    state.setFilter(Dimension::Model, std::move(chosen));
    m_controller.setFilters(state);
}

void OverviewPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void OverviewPage::arrange() {
    const int room = width() - 2 * Padding;
    // The longest usual note decides, in the font in use.
    const int needed = std::max(LeastTileWidth, Tile::widthOf({{tr("month end $888.8k at run rate")}}));
    const int columns = (room - 5 * Gap) / 6 >= needed ? 6 : 3;
    m_cards->setStacked(room < LeastRowWidth);
    if (columns == m_tileColumns) return;
    m_tileColumns = columns;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const int place = static_cast<int>(i);
        m_tileGrid->addWidget(m_tiles[i], place / columns, place % columns);
    }
    for (int column = 0; column < 6; ++column) m_tileGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

}  // namespace tokenledger
