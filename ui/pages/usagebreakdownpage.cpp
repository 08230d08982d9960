#include "ui/pages/usagebreakdownpage.h"

#include "charts/format.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/usagecards.h"
#include "ui/pages/usagedetailcards.h"
#include "ui/pages/usagedetails.h"
#include "ui/pages/usagetexts.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/textline.h"

#include <QGridLayout>
#include <QLabel>

namespace tokenledger {

namespace {

/// Room for the sentence beside title and choice; with less it gets a line of its own.
constexpr int LeastSentenceWidth = 440;
constexpr int TitleWidth = 110;     // with the gaps beside it
constexpr int LeastRowWidth = 900;  // of two cards beside each other
constexpr int LeastTileWidth = 150;
constexpr int DimAfterMs = 150;

std::vector<Segments::Choice> choices(std::initializer_list<Dimension> dimensions) {
    std::vector<Segments::Choice> list;
    for (const Dimension dimension : dimensions) {
        list.push_back({static_cast<int>(dimension), QStringLiteral("usageBy_") + dimensionName(dimension),
                        usageDimensionTitle(dimension)});
    }
    return list;
}

}  // namespace

UsageBreakdownPage::UsageBreakdownPage(const Look& look, SessionController& controller, UsageController& usage,
                                       UsageDetailsController& details, Settings& settings, QWidget* parent)
    : PicturePage(look, controller, usage, {"usagePage", "usageScroll", "usageNotice", "usageState", "usageSentence"},
                  parent),
      m_usage(usage),
      m_details(details),
      m_settings(settings) {
    setHeader(buildHeader());
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(Gap);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i] = new Tile(look, QLatin1String(UsageTileNames[i]), content());
    }
    column()->addLayout(m_tileGrid);
    column()->addWidget(m_cards = new UsageCards(look, content()), 1);
    column()->addWidget(m_detailCards = new UsageDetailCards(look, content()));
    m_detailCards->hide();
    connectParts();
    connectDetails();
    follow();
}

QWidget* UsageBreakdownPage::buildHeader() {
    auto* header = new QWidget(content());
    m_header = new QBoxLayout(QBoxLayout::LeftToRight, header);
    m_header->setContentsMargins(0, 0, 0, 0);
    m_header->setSpacing(Gap);
    auto* words = new QWidget(header);
    makeTitleLine(tr("Usage"), words);
    m_header->addWidget(words, 1);
    m_stackBy = new QWidget(header);
    auto* choice = new QHBoxLayout(m_stackBy);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(10);
    auto* label = new QLabel(tr("Stack by"), m_stackBy);
    label->setFont(Look::font(TextStyle::Small));
    label->setProperty("role", QStringLiteral("note"));
    choice->addWidget(label);
    m_segments = new Segments(look(),
                              choices({Dimension::TokenType, Dimension::Workspace, Dimension::ApiKey, Dimension::Model,
                                       Dimension::ServiceTier}),
                              choices({Dimension::ContextWindow}), m_stackBy);
    m_segments->setObjectName(QStringLiteral("usageBy"));
    m_segments->setAccessibleName(label->text());
    m_segments->setCurrent(static_cast<int>(m_usage.rows()));
    choice->addWidget(m_segments);
    choice->addStretch(1);
    m_header->addWidget(m_stackBy);
    return header;
}

void UsageBreakdownPage::connectParts() {
    connect(m_segments, &Segments::chosen, this, [this](int id) { m_usage.setRows(static_cast<Dimension>(id)); });
    connect(m_cards, &UsageCards::periodSelected, &m_usage, &UsageController::select);
    connect(m_cards, &UsageCards::valueClicked, this,
            [this](const CostValue& value) { controller().toggleFilter(m_usage.rows(), value.id); });
    connect(m_cards, &UsageCards::chartExportRequested, this, [this] { emit exportRequested(exports().at(0)); });
    connect(m_cards, &UsageCards::tableExportRequested, this, [this] { emit exportRequested(exports().at(1)); });
    connect(m_cards, &UsageCards::savePictureRequested, this, &UsageBreakdownPage::savePictureRequested);
    connect(m_cards, &UsageCards::selectionSummed, this, &UsageBreakdownPage::said);
    connect(&m_usage, &UsageController::viewChanged, this, &UsageBreakdownPage::exportsChanged);
}

void UsageBreakdownPage::connectDetails() {
    m_dimDetails.setSingleShot(true);
    m_dimDetails.setInterval(DimAfterMs);
    connect(&m_dimDetails, &QTimer::timeout, this, &UsageBreakdownPage::markDetailsOutdated);
    // Of another organization nothing is left to see until its own have come.
    connect(&controller(), &SessionController::closed, this, [this] {
        m_detailsError.reset();
        m_detailCards->hide();
    });
    connect(&m_details, &PictureSource::outdated, &m_dimDetails, qOverload<>(&QTimer::start));
    connect(&m_details, &PictureSource::ready, this, [this] {
        m_dimDetails.stop();
        m_detailsError.reset();
        m_detailCards->setDetails(m_details.picture(), m_settings.valueColours(), controller().session()->kind(),
                                  controller().profile());
        m_detailCards->setOutdated({});
        m_detailCards->show();
        updateState();
        emit exportsChanged();
    });
    connect(&m_details, &PictureSource::failed, this, [this](const Error& error) {
        m_dimDetails.stop();
        m_detailsError = error;
        if (!m_details.isCurrent()) markDetailsOutdated();
        updateState();
    });
    connect(m_detailCards, &UsageDetailCards::keysExportRequested, this,
            [this] { requestExport(QStringLiteral("usage-by-key")); });
    connect(m_detailCards, &UsageDetailCards::idleExportRequested, this,
            [this] { requestExport(QStringLiteral("idle-keys")); });
    connect(m_detailCards, &UsageDetailCards::hoursExportRequested, this,
            [this] { requestExport(QStringLiteral("usage-by-hour")); });
    connect(m_detailCards, &UsageDetailCards::savePictureRequested, this, &UsageBreakdownPage::savePictureRequested);
    connect(m_detailCards, &UsageDetailCards::selectionSummed, this, &UsageBreakdownPage::said);
}

std::vector<NamedReport> UsageBreakdownPage::exports() const {
    const QString rows = m_usage.rows() == Dimension::TokenType
                             ? QStringLiteral("kind")
                             : dimensionName(m_usage.rows()).replace(QLatin1Char('_'), QLatin1Char('-'));
    const QString title = usageTitle(m_usage.rows());
    std::vector<NamedReport> all{
        {tr("%1 over time").arg(title), QStringLiteral("usage-by-") + rows, m_usage.chartReport(), {}},
        {title, QStringLiteral("usage-by-%1-total").arg(rows), m_usage.tableReport(), {}},
        {tr("Top keys"), QStringLiteral("usage-by-key"), m_details.keysReport(), {}}};
    if (!m_details.hasPicture()) return all;
    const UsageDetails& details = *m_details.picture();
    all.push_back({tr("Unused and idle keys"), QStringLiteral("idle-keys"), {}, idleKeysReport(details.keys)});
    if (!details.hours.completeness.isEmpty()) {
        all.push_back({tr("Tokens by hour"), QStringLiteral("usage-by-hour"), m_details.hoursReport(), {}});
    }
    return all;
}

void UsageBreakdownPage::markDetailsOutdated() {
    if (m_details.hasPicture()) m_detailCards->setOutdated(formatTime(m_details.picture()->keys.asOf).left(5));
}

void UsageBreakdownPage::requestExport(const QString& slug) {
    for (const NamedReport& each : exports()) {
        if (each.slug == slug) return emit exportRequested(each);
    }
}

void UsageBreakdownPage::showPicture() {
    const UsageBreakdown& breakdown = *m_usage.picture();
    UsageColours colours{m_settings.modelColours(), m_settings.valueColours()};
    QStringList models;
    for (const Session::FilterValue& value : controller().values(Dimension::Model)) {
        if (!value.value.isEmpty()) models.append(value.value);
    }
    if (colours.assign(breakdown, models)) {
        m_settings.setModelColours(colours.models);
        m_settings.setValueColours(colours.values);
    }
    sentence().setParts({{usageSentence(breakdown)}});
    m_segments->setCurrent(static_cast<int>(breakdown.request.rows));
    const auto tiles = usageTiles(breakdown);
    for (std::size_t i = 0; i < tiles.size(); ++i) m_tiles[i]->setContent(tiles[i]);
    m_cards->setBreakdown(m_usage.picture(), colours);
    arrange();
}

void UsageBreakdownPage::setOutdated(const QString& since) {
    for (Tile* tile : m_tiles) tile->setOutdated(since);
    m_cards->setOutdated(since);
}

QDateTime UsageBreakdownPage::asOf() const { return m_usage.picture()->range.asOf; }

NoticeChoice UsageBreakdownPage::usualNotice() const {
    return noticeFor(controller(), error() ? error() : m_detailsError, keyFilterNote());
}

void UsageBreakdownPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void UsageBreakdownPage::showEvent(QShowEvent* event) {
    PicturePage::showEvent(event);
    m_details.setActive(true);
}

void UsageBreakdownPage::hideEvent(QHideEvent* event) {
    PicturePage::hideEvent(event);
    m_details.setActive(false);
}

void UsageBreakdownPage::arrange() {
    const int room = width() - 2 * Padding;
    const int needed = std::max(LeastSentenceWidth, sentence().sizeHint().width() + TitleWidth);
    const bool beside = room - m_stackBy->sizeHint().width() >= needed;
    m_header->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_header->setSpacing(beside ? Gap : 6);
    m_detailCards->setStacked(room < LeastRowWidth);
    const int all = static_cast<int>(m_tiles.size());
    const int least = std::max(LeastTileWidth, Tile::widthOf(usageTileNote()));
    const int columns = (room - (all - 1) * Gap) / all >= least ? all : 4;
    if (columns == m_tileColumns) return;
    m_tileColumns = columns;
    // Of two rows the lower one has fewer tiles, so they are wider: no hole at the end.
    const int below = all - columns;
    const int unit = below > 0 ? below : 1;
    for (int i = 0; i < all; ++i) {
        const bool lower = i >= columns;
        const int span = lower ? columns : unit;
        m_tileGrid->addWidget(m_tiles[static_cast<std::size_t>(i)], lower ? 1 : 0, (lower ? i - columns : i) * span, 1,
                              span);
    }
    for (int column = 0; column < 12; ++column) {
        m_tileGrid->setColumnStretch(column, column < columns * unit ? 1 : 0);
    }
}

}  // namespace tokenledger
