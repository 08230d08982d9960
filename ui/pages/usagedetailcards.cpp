#include "ui/pages/usagedetailcards.h"

#include "charts/costtrendchart.h"
#include "ui/pages/usagedetails.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace tokenledger {

namespace {

constexpr int Gap = 12;
constexpr int TableHeight = 270;
constexpr int ChartHeight = 230;
constexpr int Padding = 15;  // beside the card's border

}  // namespace

UsageDetailCards::UsageDetailCards(const Look& look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_keys(new DataTable(look, QStringLiteral("topKeys"), this)),
      m_idle(new DataTable(look, QStringLiteral("idleKeys"), this)),
      m_hours(new CostTrendChart(this)),
      m_hoursTable(new DataTable(look, QStringLiteral("usageHoursTable"), this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Gap);
    m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
    m_pair->setSpacing(Gap);
    m_keysCard = makeKeysCard("topKeysCard", tr("Top keys"), m_keys, &UsageDetailCards::keysExportRequested,
                              &UsageDetailCards::whyOfKeys);
    m_keys->setCollapsing(true);
    m_keysCard->setContent(m_keys);
    m_idleCard = makeKeysCard("idleKeysCard", tr("Unused and idle keys"), m_idle,
                              &UsageDetailCards::idleExportRequested, &UsageDetailCards::whyOfIdle);
    m_noIdle = makeLabel(QStringLiteral("noIdleKeys"), m_idleCard);
    m_noIdle->setAlignment(Qt::AlignCenter);
    m_idleCard->setContent(m_idle, m_noIdle);
    m_pair->addWidget(m_keysCard, 2);
    m_pair->addWidget(m_idleCard, 3);
    rows->addLayout(m_pair);
    makeHoursCards();
    rows->addWidget(m_hoursCard);
    rows->addWidget(m_noHoursCard);
}

Card* UsageDetailCards::makeKeysCard(const char* name, const QString& title, DataTable* table, Export wanted, Why why) {
    auto* card = new Card(m_look, title, QLatin1String(name), this);
    card->setMinimumHeight(TableHeight);
    table->setAccessibleName(title);
    card->setMenuMaker([this, wanted](QMenu& menu) { addExport(menu, wanted); });
    addWhy(card, QLatin1String(name) + QStringLiteral("Why"), why);
    connect(table, &DataTable::selectionSummed, this, &UsageDetailCards::selectionSummed);
    connect(table, &DataTable::whyWanted, this, [this, table, why](const QModelIndex& cell) {
        if (m_details) showExplanation((this->*why)(), table->viewport(), table->visualRect(cell));
    });
    connect(table, &TableView::contextMenuWanted, this, [this, wanted](QMenu& menu) { addExport(menu, wanted); });
    return card;
}

void UsageDetailCards::addWhy(Card* card, const QString& name, Why why) {
    auto* button = new Button(m_look, Button::Kind::Ghost, {}, card);
    button->setIconName(QStringLiteral("help"));
    button->setDense(true);
    button->setObjectName(name);
    button->setToolTip(tr("Why this number?"));
    button->setAccessibleName(tr("Why this number? %1").arg(card->accessibleName()));
    card->setHeaderWidget(button);
    connect(button, &QPushButton::clicked, this, [this, button, why] {
        if (m_details) showExplanation((this->*why)(), button);
    });
}

QLabel* UsageDetailCards::makeLabel(const QString& name, QWidget* parent) const {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("muted"));
    label->setTextFormat(Qt::PlainText);
    return label;
}

void UsageDetailCards::makeHoursCards() {
    m_hours->setObjectName(QStringLiteral("usageHours"));
    m_hoursCard =
        new ChartCard(m_look, tr("Tokens by hour"), QStringLiteral("usageHoursCard"), m_hours, m_hoursTable, this);
    m_hoursCard->setMinimumHeight(ChartHeight);
    addWhy(m_hoursCard, QStringLiteral("usageHoursWhy"), &UsageDetailCards::whyOfHours);
    connect(m_hours, &ChartWidget::layoutChanged, this, &UsageDetailCards::followHours);
    connect(m_hoursCard, &ChartCard::exportRequested, this, &UsageDetailCards::hoursExportRequested);
    connect(m_hoursCard, &ChartCard::savePictureRequested, this, &UsageDetailCards::savePictureRequested);
    connect(m_hoursCard, &ChartCard::selectionSummed, this, &UsageDetailCards::selectionSummed);
    m_hoursCard->hide();

    m_noHoursCard = new Card(m_look, tr("Tokens by hour"), QStringLiteral("noHoursCard"), this);
    auto* body = new QWidget(m_noHoursCard);
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(Padding, 0, Padding, 14);
    rows->setSpacing(6);
    rows->addWidget(m_noHours = makeLabel(QStringLiteral("noHours"), body));
    auto* line = new QHBoxLayout;
    line->setSpacing(Gap);
    line->addWidget(m_command = makeLabel(QStringLiteral("hoursCommand"), body), 1);
    m_command->setFont(Look::font(TextStyle::Mono));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* copy = new Button(m_look, Button::Kind::Normal, tr("Copy"), body);
    copy->setDense(true);
    copy->setObjectName(QStringLiteral("copyHoursCommand"));
    copy->setAccessibleName(tr("Copy the command"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    line->addWidget(copy);
    rows->addLayout(line);
    m_noHoursCard->setContent(body);
    m_noHoursCard->hide();
}

void UsageDetailCards::addExport(QMenu& menu, Export wanted) {
    connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this,
            [this, wanted] { emit(this->*wanted)(); });
}

void UsageDetailCards::setDetails(const std::shared_ptr<const UsageDetails>& details, const ValueColours& colours,
                                  Session::Kind kind, const QString& profile) {
    m_details = details;
    const KeyUsage& keys = details->keys;
    m_keys->setTable(topKeysTable(keys), {});
    m_keysCard->setTitle(tr("Top keys"), topKeysSubtitle(keys));
    m_idle->setTable(idleKeysTable(keys), {});
    m_idleCard->setTitle(tr("Unused and idle keys"), idleKeysSubtitle(keys));
    m_noIdle->setText(idleKeysSentence(keys));
    m_idleCard->showAlternative(!m_noIdle->text().isEmpty());
    showHours(colours, kind, profile);
}

void UsageDetailCards::showHours(const ValueColours& colours, Session::Kind kind, const QString& profile) {
    const HourlyUsage& hours = m_details->hours;
    const bool areThere = !hours.completeness.isEmpty();
    m_hoursCard->setVisible(areThere);
    m_noHoursCard->setVisible(!areThere);
    if (areThere) {
        m_hours->setData(hoursChartData(hours, colours));
        m_hoursTable->setTable(hoursTable(hours), {});
        followHours();
        return;
    }
    const NoHours words = noHours(hours.request.days, kind, profile);
    m_noHours->setText(words.sentence);
    m_command->setText(words.command);
    m_command->setAccessibleName(words.command);
}

/// A chart too narrow for its hours shows days; the card must not say otherwise.
void UsageDetailCards::followHours() {
    if (!m_details) return;
    m_hoursCard->setTitle(tr("Tokens by hour"), hoursSubtitle(m_details->hours, m_hours->shownInterval()));
}

Explanation UsageDetailCards::whyOfKeys() const { return whyTopKeys(m_details->keys); }
Explanation UsageDetailCards::whyOfIdle() const { return whyIdleKeys(m_details->keys); }
Explanation UsageDetailCards::whyOfHours() const { return whyHours(m_details->hours); }

void UsageDetailCards::setOutdated(const QString& since) {
    m_keysCard->setOutdated(since);
    m_idleCard->setOutdated(since);
    m_hoursCard->setOutdated(since);
    for (DataTable* table : {m_keys, m_idle}) table->setEnabled(since.isEmpty());
}

void UsageDetailCards::setStacked(bool stacked) {
    m_pair->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace tokenledger
