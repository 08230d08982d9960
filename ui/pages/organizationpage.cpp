#include "ui/pages/organizationpage.h"

#include "charts/format.h"
#include "ui/pages/organizationcard.h"
#include "ui/pages/organizationexports.h"
#include "ui/pages/organizationtexts.h"
#include "ui/pages/organizationtiles.h"

#include <QGridLayout>
#include <QMenu>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int LeastTileWidth = 176;
constexpr int LeastCardHeight = 320;

}  // namespace

OrganizationPage::OrganizationPage(const Look& look, SessionController& controller,
                                   OrganizationController& organization, Settings& settings, QWidget* parent)
    : PicturePage(
          look, controller, organization,
          {"organizationPage", "organizationScroll", "organizationNotice", "organizationState", "organizationSentence"},
          parent),
      m_organization(organization),
      m_settings(settings) {
    auto* header = new QWidget(content());
    makeTitleLine(tr("Organization"), header);
    setHeader(header);
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(Gap);
    static_assert(OrganizationTileCount == std::tuple_size_v<decltype(m_tiles)>);
    const char* names[] = {"tileKeys", "tileWorkspaces", "tilePeople", "tileInvites", "tileChanges"};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) m_tiles[i] = new Tile(look, QLatin1String(names[i]), content());
    column()->addLayout(m_tileGrid);
    column()->addWidget(m_card = new OrganizationCard(look, settings.organizationList(), content()), 1);
    m_card->setMinimumHeight(LeastCardHeight);
    connect(m_card, &OrganizationCard::listChosen, this, [this](OrganizationList list) {
        m_settings.setOrganizationList(list);
        emit exportsChanged();
    });
    connect(m_card, &OrganizationCard::exportRequested, this, [this](OrganizationList list) {
        if (m_organization.hasPicture()) emit exportRequested(organizationExport(*m_organization.picture(), list));
    });
    connect(m_card, &OrganizationCard::selectionSummed, this, &OrganizationPage::said);
    connect(m_card, &OrganizationCard::filterMenuWanted, this, &OrganizationPage::fillFilterMenu);
    follow();
}

std::vector<NamedReport> OrganizationPage::exports() const {
    std::vector<NamedReport> all;
    if (!m_organization.hasPicture()) return all;
    all.push_back(organizationExport(*m_organization.picture(), m_card->list()));
    for (const OrganizationList list : AllOrganizationLists) {
        if (list != m_card->list()) all.push_back(organizationExport(*m_organization.picture(), list));
    }
    return all;
}

void OrganizationPage::showPicture() {
    const OrganizationView& view = *m_organization.picture();
    sentence().setParts({{organizationSentence(view)}});
    const auto tiles = organizationTiles(view);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) m_tiles[i]->setContent(tiles[i]);
    m_card->setView(m_organization.picture());
    emit exportsChanged();
}

void OrganizationPage::setOutdated(const QString& since) {
    for (Tile* tile : m_tiles) tile->setOutdated(since);
    m_card->setOutdated(since);
}

QDateTime OrganizationPage::asOf() const { return m_organization.picture()->asOf; }

void OrganizationPage::updateState() {
    PicturePage::updateState();
    // What concerns only the Overview's figures is not said here.
    const NoticeChoice choice = usualNotice();
    if (choice.action == HelpAction::ClearKeyFilter) setNotice({{}, choice.action});
}

void OrganizationPage::fillFilterMenu(QMenu& menu, Dimension dimension, const QString& id) {
    const bool isKey = dimension == Dimension::ApiKey;
    const auto& values = controller().values(dimension);
    const auto known = std::find_if(values.begin(), values.end(), [&id](const auto& each) { return each.value == id; });
    const DimensionChoice* chosen = controller().filters().filterOf(dimension);
    const bool isChosen = chosen != nullptr && chosen->anyOf.size() == 1 && chosen->anyOf.front().value == id;
    QAction* only =
        menu.addAction(isKey ? tr("Show only this key on all pages") : tr("Show only this workspace on all pages"));
    only->setObjectName(QStringLiteral("showOnly"));
    only->setCheckable(true);
    only->setChecked(isChosen);
    // What was never used or billed cannot be shown alone.
    only->setEnabled(known != values.end());
    const QString name = known != values.end() ? known->name : QString();
    connect(only, &QAction::triggered, this, [this, dimension, id, name] { filterBy(dimension, id, name); });
}

void OrganizationPage::filterBy(Dimension dimension, const QString& id, const QString& name) {
    controller().toggleFilter(dimension, id);
    // The filters are not seen here: this page follows the period only.
    const bool isSet = controller().filters().filterOf(dimension) != nullptr;
    if (!isSet) return emit said(tr("The other pages show all again"));
    emit said(dimension == Dimension::ApiKey ? tr("The other pages now show only the key %1").arg(name)
                                             : tr("The other pages now show only the workspace %1").arg(name));
}

void OrganizationPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void OrganizationPage::arrange() {
    const int count = static_cast<int>(m_tiles.size());
    const int room = width() - 2 * Padding;
    const int columns = (room - (count - 1) * Gap) / count >= LeastTileWidth ? count : 3;
    if (columns == m_tileColumns) return;
    m_tileColumns = columns;
    for (int i = 0; i < count; ++i) {
        m_tileGrid->addWidget(m_tiles[static_cast<std::size_t>(i)], i / columns, i % columns);
    }
    for (int column = 0; column < count; ++column) m_tileGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

}  // namespace tokenledger
