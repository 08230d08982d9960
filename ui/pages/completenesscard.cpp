#include "ui/pages/completenesscard.h"

#include "charts/completenessmap.h"
#include "charts/format.h"
#include "ui/healthtexts.h"
#include "ui/widgets/iconlabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int SidePadding = 15;  // and the card's border

}  // namespace

CompletenessCard::CompletenessCard(const Look& look, QWidget* parent)
    : Card(look, tr("Completeness"), QStringLiteral("completenessCard"), parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* padded = new QVBoxLayout;
    padded->setContentsMargins(SidePadding, 0, SidePadding, 0);
    m_map = new CompletenessMap(body);
    m_map->setObjectName(QStringLiteral("completenessMap"));
    m_map->setTheme(look.theme());
    padded->addWidget(m_map);
    column->addLayout(padded);
    column->addWidget(makeRule(Qt::Horizontal, body));
    m_detail = new Notice(look, body, QStringLiteral("dayDetail"));
    column->addWidget(m_detail);
    column->addStretch(1);
    setContent(body);
    connect(m_map, &CompletenessMap::currentMarkChanged, this, &CompletenessCard::showDetail);
    connect(m_map, &ChartWidget::layoutChanged, this, &CompletenessCard::showTitle);
    connect(m_detail, &Notice::actionClicked, this, [this] {
        if (m_shown) emit fetchWanted(m_shown->first, m_shown->second);
    });
    connect(&look, &Look::changed, this, [this, &look] { m_map->setTheme(look.theme()); });
    showDetail();
}

void CompletenessCard::setHealth(std::shared_ptr<const DataHealth> health) {
    // The frame stays on its day where the range has it still.
    const bool sameRows =
        m_health && health && m_health->range == health->range && m_health->datasets.size() == health->datasets.size();
    if (!sameRows) m_map->setCurrentMark(-1);
    m_health = std::move(health);
    m_map->setData(m_health ? mapData(*m_health) : CompletenessMapData{});
    fit();
    showTitle();
    showDetail();
}

void CompletenessCard::setFetchBlocked(const QString& reason) {
    m_blocked = reason;
    m_detail->setActionBlocked(reason);
}

void CompletenessCard::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    fit();
}

void CompletenessCard::fit() { m_map->setFixedHeight(m_map->heightFor(width() - 2 * SidePadding - 2)); }

void CompletenessCard::showTitle() {
    const bool months = m_map->markCount() > 0 && m_map->placeOf(0).days.days() > 1;
    setTitle(tr("Completeness"),
             months ? tr("one square for each month and dataset") : tr("one square for each day and dataset"));
    setKey(m_map->keyEntries());
}

void CompletenessCard::showDetail() {
    m_shown.reset();
    if (!m_health) return m_detail->setContent(noDaysDetail());
    const int mark = m_map->currentMark();
    if (mark >= 0 && mark < m_map->markCount()) {
        const CompletenessMap::Place place = m_map->placeOf(mark);
        m_shown = {m_health->datasets[place.row].dataset, place.days};
    } else if (const auto failure = m_health->newestFailure()) {
        m_shown = {failure->first, {failure->second, failure->second}};
    }
    if (!m_shown) return m_detail->setContent(noDaysDetail());
    const auto dataset = std::find_if(m_health->datasets.begin(), m_health->datasets.end(),
                                      [this](const DatasetDays& one) { return one.dataset == m_shown->first; });
    m_detail->setContent(daysDetail(*dataset, m_shown->second, m_health->range));
    m_detail->setActionBlocked(m_blocked);
}

}  // namespace tokenledger
