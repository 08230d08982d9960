#include "ui/pages/overviewpage.h"

#include "charts/format.h"
#include "ui/pages/overviewcards.h"
#include "ui/pages/overviewcharts.h"
#include "ui/pages/overviewtexts.h"
#include "ui/pages/overviewtiles.h"
#include "ui/pages/overviewtracked.h"
#include "ui/widgets/syncpanel.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/tile.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int LeastTileWidth = 176;
constexpr int LeastRowWidth = 900;
/// A sync of fewer requests is over before anybody has read a panel.
constexpr int PanelFromRequests = 12;
constexpr int DimAfterMs = 150;

}  // namespace

OverviewPage::OverviewPage(const Look& look, SessionController& controller, Settings& settings, const Clock& clock,
                           QWidget* parent)
    : Page(look, controller, {"overviewPage", "overviewScroll", "notice", "statePage", "overviewSentence"}, parent),
      m_settings(settings) {
    auto* header = new QWidget(content());
    makeTitleLine(tr("Overview"), header);
    setHeader(header);
    column()->addWidget(m_syncPanel = new SyncPanel(look, clock, content()));
    m_syncPanel->hide();
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(Gap);
    const char* names[] = {"tileSpend", "tileMonth", "tileTokens", "tileHitRatio", "tileSaving", "tileUsers"};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) m_tiles[i] = new Tile(look, QLatin1String(names[i]), content());
    column()->addLayout(m_tileGrid);
    column()->addWidget(m_tracked = new Notice(look, content(), QStringLiteral("overviewTracked")));
    m_tracked->setContent({});
    connect(m_tracked, &Notice::actionClicked, this,
            [this] { showExplanation(whyTracked(*this->controller().overview()), m_tracked); });
    column()->addWidget(m_cards = new OverviewCards(look, content()), 1);
    m_dim.setSingleShot(true);
    m_dim.setInterval(DimAfterMs);
    connect(&m_dim, &QTimer::timeout, this, &OverviewPage::markOutdated);
    connect(m_syncPanel, &SyncPanel::stopClicked, &controller, &SessionController::cancelSync);
    connect(m_cards, &OverviewCards::exportRequested, this,
            [this](OverviewExport which) { emit exportRequested(exports().at(static_cast<std::size_t>(which))); });
    connect(m_cards, &OverviewCards::savePictureRequested, this, &OverviewPage::savePictureRequested);
    connect(m_cards, &OverviewCards::selectionSummed, this, &OverviewPage::said);
    connect(m_cards, &OverviewCards::modelClicked, this,
            [this](const QString& model) { this->controller().toggleFilter(Dimension::Model, model); });
    connect(&controller, &SessionController::overviewReady, this, &OverviewPage::showOverview);
    connect(&controller, &SessionController::overviewFailed, this, &OverviewPage::showError);
    connect(&controller, &SessionController::pictureOutdated, &m_dim, qOverload<>(&QTimer::start));
    connect(&controller, &SessionController::syncChanged, this, [this] {
        updateSyncPanel();
        showState();
    });
    connect(&controller, &SessionController::statusChanged, this, &OverviewPage::showState);
}

std::vector<NamedReport> OverviewPage::exports() const { return overviewExports(controller()); }

QString OverviewPage::keyFilterNote() const {
    return tr("Spend, cost by model and changes below are for all keys; tokens and cache figures follow the filter.");
}

void OverviewPage::showOverview() {
    const Overview& overview = *controller().overview();
    setError({});
    m_dim.stop();
    ModelColours colours = m_settings.modelColours();
    QStringList ids = modelIds(overview);
    for (const Session::FilterValue& value : controller().values(Dimension::Model)) {
        if (!value.value.isEmpty() && !ids.contains(value.value)) ids.append(value.value);
    }
    if (colours.assign(ids)) m_settings.setModelColours(colours);
    sentence().setParts({{overviewSentence(overview)}});
    const FilterWords filter = filterWords(controller().filters());
    OverviewTiles tiles = overviewTiles(overview, filter);
    addWaysToRows(tiles);
    const TileContent* contents[] = {&tiles.spend,    &tiles.monthToDate, &tiles.tokens,
                                     &tiles.hitRatio, &tiles.netSaving,   &tiles.users};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setContent(*contents[i]);
        m_tiles[i]->setOutdated({});
    }
    m_tracked->setContent(trackedLine(overview));
    m_cards->setOverview(controller().overview(), colours, filter);
    m_cards->setOutdated({});
    showState();
}

/// From each tile to the rows behind its number: below it, or on the page that has them.
void OverviewPage::addWaysToRows(OverviewTiles& tiles) {
    const DateRange range = controller().overview()->range;
    tiles.spend.why.showRows = [this, range] { m_cards->showCostRows(range); };
    tiles.monthToDate.why.showRows = [this, last = range.last] { showMonth({last.firstOfMonth(), last}); };
    tiles.hitRatio.why.showRows = [this, range] { m_cards->showCacheRows(range); };
    const auto onPage = [this](TileContent& tile, PageId page, const QString& words) {
        tile.why.showRows = [this, page] { emit pageWanted(page); };
        tile.why.showRowsText = words;
    };
    onPage(tiles.tokens, PageId::Usage, tr("Show the rows on Usage"));
    onPage(tiles.netSaving, PageId::CacheEfficiency, tr("Show the rows on Cache efficiency"));
    onPage(tiles.users, PageId::ClaudeCode, tr("Show the rows on Claude Code"));
}

/// Where the period has not all of the month, the month becomes the period; "Back" undoes that.
void OverviewPage::showMonth(const DateRange& days) {
    if (days.first < controller().overview()->range.first) {
        FilterState filters = controller().filters();
        filters.period = PeriodPreset::Custom;
        filters.custom = days;
        controller().setFilters(filters);
    }
    m_cards->showCostRows(days);
}

void OverviewPage::markOutdated() {
    if (!controller().overview()) return;
    const QString since = formatTime(controller().overview()->asOf).left(5);
    for (Tile* tile : m_tiles) tile->setOutdated(since);
    m_cards->setOutdated(since);
}

void OverviewPage::showError(const Error& error) {
    m_dim.stop();
    setError(error);
    if (!controller().overviewIsCurrent()) markOutdated();
    showState();
}

void OverviewPage::showState() {
    setNotice(usualNotice());
    updateSyncPanel();
    const bool hasPicture = controller().overview() != nullptr;
    showCardsOrState(hasPicture, hasPicture || controller().isSyncing());
}

void OverviewPage::updateSyncPanel() {
    const auto& progress = controller().progress();
    const bool shown =
        controller().isSyncing() && progress &&
        (progress->requestsPlanned >= PanelFromRequests || progress->pausedUntil || controller().isEmpty());
    if (shown) m_syncPanel->setProgress(*progress);
    m_syncPanel->setVisible(shown);
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
