#include "ui/pages/claudecodeactivitypage.h"

#include "ui/pages/claudecodecards.h"
#include "ui/pages/claudecodecharts.h"
#include "ui/pages/claudecodetiles.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/textline.h"

#include <QGridLayout>

namespace tokenledger {

namespace {

constexpr int LeastTileWidth = 176;
constexpr int LeastRowWidth = 900;

}  // namespace

ClaudeCodeActivityPage::ClaudeCodeActivityPage(const Look& look, SessionController& controller,
                                               ClaudeCodeController& code, Settings& settings, QWidget* parent)
    : PicturePage(look, controller, code,
                  {"claudeCodePage", "claudeCodeScroll", "claudeCodeNotice", "claudeCodeState", "claudeCodeSentence"},
                  parent),
      m_code(code),
      m_settings(settings),
      m_tileGrid(new QGridLayout) {
    auto* header = new QWidget(content());
    makeTitleLine(tr("Claude Code"), header);
    setHeader(header);
    auto* note = new Notice(look, content(), QStringLiteral("claudeCodeEstimate"));
    note->setContent(estimateNote());
    column()->addWidget(note);
    makeTiles();
    column()->addWidget(m_cards = new ClaudeCodeCards(look, content()), 1);
    connectCards();
    follow();
}

void ClaudeCodeActivityPage::makeTiles() {
    m_tileGrid->setSpacing(Gap);
    const char* names[] = {"codeTileSessions",   "codeTileLines", "codeTileCommits",
                           "codeTileAcceptance", "codeTileUsers", "codeTileCost"};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) m_tiles[i] = new Tile(look(), QLatin1String(names[i]), content());
    column()->addLayout(m_tileGrid);
}

void ClaudeCodeActivityPage::connectCards() {
    connect(m_cards, &ClaudeCodeCards::layersChosen, &m_code, &ClaudeCodeController::setLayers);
    connect(m_cards, &ClaudeCodeCards::periodSelected, &m_code, &ClaudeCodeController::select);
    connect(m_cards, &ClaudeCodeCards::measureChanged, this, [this] {
        if (!m_code.picture()) return;
        m_cards->setColours(assignedColours());
        emit exportsChanged();
    });
    connect(m_cards, &ClaudeCodeCards::exportRequested, this, [this](ClaudeCodeExport which) {
        const std::vector<NamedReport> reports = exports();
        if (!reports.empty()) emit exportRequested(reports.at(static_cast<std::size_t>(which)));
    });
    connect(m_cards, &ClaudeCodeCards::savePictureRequested, this, &ClaudeCodeActivityPage::savePictureRequested);
    connect(m_cards, &ClaudeCodeCards::selectionSummed, this, &ClaudeCodeActivityPage::said);
}

/// Of the picture that is shown: two of them are its tables.
std::vector<NamedReport> ClaudeCodeActivityPage::exports() const {
    if (!m_code.picture()) return {};
    return claudeCodeExports(*m_code.picture(), m_cards->measure(),
                             controller().filters().reportFilters(findReport(u"claude-code")->dimensions));
}

ValueColours ClaudeCodeActivityPage::assignedColours() {
    ValueColours colours = m_settings.valueColours();
    if (assignColours(colours, *m_code.picture(), m_cards->measure())) m_settings.setValueColours(colours);
    return colours;
}

void ClaudeCodeActivityPage::showPicture() {
    const ClaudeCodeActivity& activity = *m_code.picture();
    sentence().setParts(claudeCodeSentence(activity));
    const std::array<TileContent, 6> tiles = claudeCodeTiles(activity);
    for (std::size_t i = 0; i < tiles.size(); ++i) m_tiles[i]->setContent(tiles[i]);
    m_cards->setActivity(m_code.picture(), assignedColours());
    arrange();
    emit exportsChanged();
}

void ClaudeCodeActivityPage::setOutdated(const QString& since) {
    for (Tile* tile : m_tiles) tile->setOutdated(since);
    m_cards->setOutdated(since);
}

QDateTime ClaudeCodeActivityPage::asOf() const { return m_code.picture()->asOf; }

void ClaudeCodeActivityPage::resizeEvent(QResizeEvent* event) {
    PicturePage::resizeEvent(event);
    arrange();
}

void ClaudeCodeActivityPage::arrange() {
    const int room = width() - 2 * Padding;
    const int needed = std::max(LeastTileWidth, Tile::widthOf(usualClaudeCodeNote()));
    const int columns = (room - 5 * Gap) / 6 >= needed ? 6 : 3;
    m_cards->setStacked(room < LeastRowWidth);
    if (columns == m_tileColumns) return;
    m_tileColumns = columns;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const int place = static_cast<int>(i);
        m_tileGrid->addWidget(m_tiles[i], place / columns, place % columns);
    }
    for (int i = 0; i < 6; ++i) m_tileGrid->setColumnStretch(i, i < columns ? 1 : 0);
}

}  // namespace tokenledger
