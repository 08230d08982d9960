#include "ui/pages/cacheefficiencypage.h"

#include "ui/pages/cachecards.h"
#include "ui/pages/cachetables.h"
#include "ui/pages/cachetexts.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/textline.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tokenledger {

namespace {

using Groups = Settings::CacheGroups;

/// Room for the sentence beside title and choice; with less it gets a line of its own.
constexpr int LeastSentenceWidth = 440;

}  // namespace

CacheEfficiencyPage::CacheEfficiencyPage(const Look& look, SessionController& controller, CacheController& cache,
                                         Settings& settings, QWidget* parent)
    : PicturePage(look, controller, cache, {"cachePage", "cacheScroll", "cacheNotice", "cacheState", "cacheSentence"},
                  parent),
      m_cache(cache),
      m_settings(settings) {
    setHeader(buildHeader());
    column()->addWidget(m_cards = new CacheCards(look, content()), 1);
    connect(m_segments, &Segments::chosen, this, [this](int id) { m_cache.setGroups(static_cast<Groups>(id)); });
    connect(m_cards, &CacheCards::periodSelected, &m_cache, &CacheController::select);
    connect(m_cards, &CacheCards::chartExportRequested, this, [this] { emit exportRequested(exports().front()); });
    connect(m_cards, &CacheCards::tableExportRequested, this, [this] { emit exportRequested(exports().back()); });
    connect(m_cards, &CacheCards::savePictureRequested, this, &CacheEfficiencyPage::savePictureRequested);
    connect(m_cards, &CacheCards::selectionSummed, this, &CacheEfficiencyPage::said);
    follow();
}

QWidget* CacheEfficiencyPage::buildHeader() {
    auto* header = new QWidget(content());
    m_header = new QBoxLayout(QBoxLayout::LeftToRight, header);
    m_header->setContentsMargins(0, 0, 0, 0);
    m_header->setSpacing(Gap);
    auto* words = new QWidget(header);
    makeTitleLine(tr("Cache efficiency"), words);
    m_header->addWidget(words, 1);
    m_groupBy = new QWidget(header);
    auto* choice = new QHBoxLayout(m_groupBy);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(10);
    auto* label = new QLabel(tr("Group by"), m_groupBy);
    label->setFont(Look::font(TextStyle::Small));
    label->setProperty("role", QStringLiteral("note"));
    choice->addWidget(label);
    m_segments =
        new Segments(look(),
                     {{static_cast<int>(Groups::WorkspaceAndModel), QStringLiteral("groupBy_workspace_model"),
                       tr("Workspace, model")},
                      {static_cast<int>(Groups::Model), QStringLiteral("groupBy_model"), tr("Model")},
                      {static_cast<int>(Groups::Workspace), QStringLiteral("groupBy_workspace"), tr("Workspace")},
                      {static_cast<int>(Groups::ApiKey), QStringLiteral("groupBy_api_key"), tr("API key")}},
                     {}, m_groupBy);
    m_segments->setObjectName(QStringLiteral("groupBy"));
    m_segments->setAccessibleName(label->text());
    m_segments->setCurrent(static_cast<int>(m_cache.groups()));
    choice->addWidget(m_segments);
    choice->addStretch(1);
    m_header->addWidget(m_groupBy);
    return header;
}

std::vector<NamedReport> CacheEfficiencyPage::exports() const {
    std::vector<NamedReport> all{
        {tr("Hit ratio and cached tokens"), QStringLiteral("cache-efficiency"), m_cache.chartReport(), {}}};
    if (const auto& picture = m_cache.picture()) {
        QString slug = QStringLiteral("cache-savings-by");
        for (const Dimension dimension : picture->request.by) {
            slug += QLatin1Char('-') + dimensionName(dimension).replace(QLatin1Char('_'), QLatin1Char('-'));
        }
        all.push_back({netSavingTitle(picture->request.by), slug, {}, cacheGroupsExport(*picture)});
    }
    return all;
}

void CacheEfficiencyPage::showPicture() {
    const CacheBreakdown& breakdown = *m_cache.picture();
    ModelColours colours = m_settings.modelColours();
    QStringList models;
    for (const Session::FilterValue& value : controller().values(Dimension::Model)) {
        if (!value.value.isEmpty()) models.append(value.value);
    }
    if (colours.assign(models)) m_settings.setModelColours(colours);
    sentence().setParts({{cacheSentence(breakdown)}});
    m_segments->setCurrent(static_cast<int>(m_cache.groups()));
    m_cards->setBreakdown(m_cache.picture(), colours);
    arrange();
    emit exportsChanged();
}

void CacheEfficiencyPage::setOutdated(const QString& since) { m_cards->setOutdated(since); }

QDateTime CacheEfficiencyPage::asOf() const { return m_cache.picture()->range.asOf; }

void CacheEfficiencyPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CacheEfficiencyPage::arrange() {
    const int needed = std::max(LeastSentenceWidth, sentence().sizeHint().width() + 180);
    const bool beside = width() - 2 * Padding - m_groupBy->sizeHint().width() >= needed;
    m_header->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_header->setSpacing(beside ? Gap : 6);
}

}  // namespace tokenledger
