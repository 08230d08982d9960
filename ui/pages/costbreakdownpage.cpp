#include "ui/pages/costbreakdownpage.h"

#include "app/reports/allocatedcost.h"
#include "ui/filtertexts.h"
#include "ui/pages/costcards.h"
#include "ui/pages/costtexts.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/textline.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tokenledger {

namespace {

/// Room for the sentence beside title and choice; with less it gets a line of its own.
constexpr int LeastSentenceWidth = 440;

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
    : PicturePage(look, controller, cost, {"costPage", "costScroll", "costNotice", "costState", "costSentence"},
                  parent),
      m_cost(cost),
      m_settings(settings) {
    setHeader(buildHeader());
    column()->addWidget(m_cards = new CostCards(look, content()), 1);
    connectParts();
    follow();
}

QWidget* CostBreakdownPage::buildHeader() {
    auto* header = new QWidget(content());
    m_header = new QBoxLayout(QBoxLayout::LeftToRight, header);
    m_header->setContentsMargins(0, 0, 0, 0);
    m_header->setSpacing(Gap);
    auto* words = new QWidget(header);
    makeTitleLine(tr("Cost"), words);
    m_header->addWidget(words, 1);
    m_stackBy = new QWidget(header);
    auto* choice = new QHBoxLayout(m_stackBy);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(10);
    auto* label = new QLabel(tr("Stack by"), m_stackBy);
    label->setFont(Look::font(TextStyle::Small));
    label->setProperty("role", QStringLiteral("note"));
    choice->addWidget(label);
    m_segments = new Segments(
        look(),
        choices({Dimension::Workspace, Dimension::ApiKey, Dimension::Team, Dimension::Model, Dimension::CostType,
                 Dimension::TokenType, Dimension::ServiceTier}),
        choices({Dimension::CostCentre, Dimension::ContextWindow, Dimension::InferenceGeo, Dimension::Description}),
        m_stackBy);
    m_segments->setObjectName(QStringLiteral("stackBy"));
    m_segments->setAccessibleName(label->text());
    m_segments->setCurrent(static_cast<int>(m_cost.view().rows));
    choice->addWidget(m_segments);
    choice->addStretch(1);
    m_header->addWidget(m_stackBy);
    return header;
}

void CostBreakdownPage::connectParts() {
    connect(m_segments, &Segments::chosen, this, [this](int id) { m_cost.setRows(static_cast<Dimension>(id)); });
    connect(m_cards, &CostCards::periodSelected, &m_cost, &CostController::select);
    connect(m_cards, &CostCards::columnsChosen, &m_cost, &CostController::setColumns);
    connect(m_cards, &CostCards::valueClicked, this,
            [this](const CostValue& value) { controller().toggleFilter(m_cost.view().rows, value.id); });
    connect(m_cards, &CostCards::chartExportRequested, this, [this] { emit exportRequested(exports()[0]); });
    connect(m_cards, &CostCards::tableExportRequested, this, [this] { emit exportRequested(exports()[1]); });
    connect(m_cards, &CostCards::bridgeExportRequested, this, [this] { emit exportRequested(exports().back()); });
    connect(m_cards, &CostCards::savePictureRequested, this, &CostBreakdownPage::savePictureRequested);
    connect(m_cards, &CostCards::selectionSummed, this, &CostBreakdownPage::said);
    connect(&m_cost, &CostController::viewChanged, this, &CostBreakdownPage::exportsChanged);
}

std::vector<NamedReport> CostBreakdownPage::exports() const {
    const Settings::CostView view = m_cost.view();
    const QString rows = dimensionName(view.rows).replace(QLatin1Char('_'), QLatin1Char('-'));
    const QString columns = dimensionName(view.columns).replace(QLatin1Char('_'), QLatin1Char('-'));
    std::vector<NamedReport> all = {{costTitle(view.rows), QStringLiteral("cost-by-") + rows, m_cost.chartReport(), {}},
                                    {pivotTitle(view.rows, view.columns),
                                     QStringLiteral("cost-by-%1-and-%2").arg(rows, columns),
                                     m_cost.tableReport(),
                                     {}}};
    if (const auto bridge = m_cost.bridgeReport()) {
        all.push_back({tr("What changed"), QStringLiteral("cost-changes"), *bridge, {}});
    }
    return all;
}

QString CostBreakdownPage::keyFilterNote() const {
    // Allocated cost follows a filter by key.
    return isAllocated(m_cost.view().rows) ? QString() : tr("What is shown here is for all keys.");
}

void CostBreakdownPage::showPicture() {
    const CostBreakdown& breakdown = *m_cost.picture();
    CostColours colours{m_settings.modelColours(), m_settings.valueColours()};
    QStringList models;
    for (const Session::FilterValue& value : controller().values(Dimension::Model)) {
        if (!value.value.isEmpty()) models.append(value.value);
    }
    if (colours.assign(breakdown, models)) {
        m_settings.setModelColours(colours.models);
        m_settings.setValueColours(colours.values);
    }
    const QString allocated = allocationSentence(breakdown);
    QString text = costSentence(breakdown);
    if (!allocated.isEmpty()) text += (text.endsWith(u'.') ? QStringLiteral(" ") : QStringLiteral(". ")) + allocated;
    sentence().setParts({{text}});
    m_segments->setCurrent(static_cast<int>(breakdown.request.rows));
    const QStringView report = breakdown.allocation ? QStringView(u"allocation") : QStringView(u"cost");
    m_cards->setBreakdown(m_cost.picture(), colours,
                          filterInWords(controller().filters(), findReport(report)->dimensions));
    if (m_hasBridge != (breakdown.bridge != nullptr)) {
        m_hasBridge = breakdown.bridge != nullptr;
        emit exportsChanged();
    }
    arrange();
}

void CostBreakdownPage::setOutdated(const QString& since) { m_cards->setOutdated(since); }

QDateTime CostBreakdownPage::asOf() const { return m_cost.picture()->range.asOf; }

void CostBreakdownPage::updateState() {
    PicturePage::updateState();
    m_cards->setWithPriorityTier(controller().overview() && controller().overview()->priorityTierSeen);
}

void CostBreakdownPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CostBreakdownPage::arrange() {
    const int needed = std::max(LeastSentenceWidth, sentence().sizeHint().width() + 80);
    const bool beside = width() - 2 * Padding - m_stackBy->sizeHint().width() >= needed;
    m_header->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_header->setSpacing(beside ? Gap : 6);
}

}  // namespace tokenledger
