#include "ui/widgets/purgepopup.h"

#include "ui/healthtexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dayrangepicker.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tokenledger {

PurgePopup::PurgePopup(const Look& look, const DateRange& range, UtcDay today, const std::vector<Dataset>& datasets,
                       QWidget* anchor)
    : Popover(anchor) {
    setObjectName(QStringLiteral("purgePopup"));
    setAccessibleName(tr("Purge a range"));
    auto* title = new QLabel(tr("Which days are to be taken out of the cache?"), this);
    title->setFont(Look::font(TextStyle::Strong));
    body()->addWidget(title);
    body()->addWidget(m_picker = new DayRangePicker(look, range, today, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    for (const Dataset dataset : datasets) {
        auto* box = new QCheckBox(datasetTitle(dataset), this);
        box->setObjectName(QStringLiteral("purge_") + datasetName(dataset));
        box->setChecked(true);
        row->addWidget(box);
        m_boxes.emplace_back(dataset, box);
        connect(box, &QCheckBox::toggled, this, &PurgePopup::update);
    }
    row->addStretch(1);
    body()->addLayout(row);
    auto* foot = new QHBoxLayout;
    m_stored = new QLabel(this);
    m_stored->setObjectName(QStringLiteral("purgeStored"));
    m_stored->setFont(Look::font(TextStyle::Small));
    m_stored->setProperty("role", QStringLiteral("muted"));
    m_stored->setWordWrap(true);
    foot->addWidget(m_stored, 1);
    m_purge = new Button(look, Button::Kind::Primary, tr("Purge..."), this);
    m_purge->setObjectName(QStringLiteral("purgeGo"));
    foot->addWidget(m_purge);
    body()->addLayout(foot);
    connect(m_picker, &DayRangePicker::changed, this, &PurgePopup::update);
    connect(m_purge, &QPushButton::clicked, this, [this] {
        if (const auto chosen = choice()) emit purgeClicked(*chosen, m_counts);
        close();
    });
    m_purge->setEnabled(false);
    m_stored->setText(QStringLiteral(" "));
}

std::optional<PurgePopup::Choice> PurgePopup::choice() const {
    const auto range = m_picker->range();
    if (!range) return std::nullopt;
    Choice choice{*range, {}};
    for (const auto& [dataset, box] : m_boxes) {
        if (box->isChecked()) choice.datasets.push_back(dataset);
    }
    return choice.datasets.empty() ? std::nullopt : std::optional(choice);
}

void PurgePopup::update() {
    m_purge->setEnabled(false);
    if (!m_picker->range()) m_stored->setText(tr("The last day lies before the first."));
    if (m_picker->range() && !choice()) m_stored->setText(tr("No dataset is chosen."));
    emit choiceChanged();
}

void PurgePopup::setStored(const Choice& of, const std::vector<StoredDays>& stored) {
    if (choice() != of) return;
    m_counts = stored;
    int days = 0;
    for (const StoredDays& one : stored) days += one.days;
    m_purge->setEnabled(days > 0);
    m_stored->setText(days > 0 ? tr("Stored: %1").arg(storedInWords(stored))
                               : tr("The cache holds none of these days."));
}

}  // namespace tokenledger
