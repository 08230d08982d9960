#include "ui/pages/bridgecard.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewtexts.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"

#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int LeastHeight = 236;
constexpr int MoneyWidth = 100;
constexpr std::size_t MixStep = 1;
constexpr int ChangeColumn = 3;

/// A step of the chart: an effect, or what is left of the change.
struct Step {
    QString label;
    QString subLabel;
    QString formula;
    Money amount;
};

Money changeOf(const Bridge& bridge) { return Money::fromNano(bridge.after.nano() - bridge.before.nano()); }

QString mixNote(const Bridge& bridge) {
    QStringList parts;
    if (!bridge.newModels.isZero()) parts.append(tr("new models %1").arg(formatMoneyChange(bridge.newModels)));
    if (!bridge.goneModels.isZero()) parts.append(tr("gone models %1").arg(formatMoneyChange(bridge.goneModels)));
    return parts.isEmpty() ? QString() : tr("of it %1").arg(parts.join(QStringLiteral(", ")));
}

std::vector<Step> stepsOf(const Bridge& bridge) {
    const BridgeEffects& effects = bridge.effects;
    std::vector<Step> steps = {
        {tr("Volume", "more or fewer tokens"), tr("tokens"),
         tr("More or fewer tokens, each at what a token cost on average before."), effects.volume},
        {tr("Mix", "of models"), tr("models"),
         tr("Other models, tiers and context windows, and more or less output, at what each cost on average before. A "
            "model that is new counts with all of its cost."),
         effects.mix},
        {tr("Cache"), tr("of input"),
         tr("Input that was read from the cache, written to it or neither, in other parts than before, at the old "
            "prices."),
         effects.cache},
        {tr("Price"), tr("a token"), tr("New prices for the old ones, at the new tokens."), effects.price}};
    if (!effects.other.isZero()) {
        steps.push_back({tr("Other"), tr("no tokens"),
                         tr("What is not billed by token: web searches, code execution, corrections, and days whose "
                            "usage is not here."),
                         effects.other});
    }
    return steps;
}

QString againstText(const VarianceBridge& view) {
    return tr("%1 against %2").arg(formatRangeShort(view.request.range), formatRange(view.request.against));
}

/// The same, with what forbids it: a side that lacks days costs less for that alone.
QString comparisonText(const VarianceBridge& view) {
    const int missing = view.cost.missingDays + view.cost.failedDays;
    if (missing == 0) return againstText(view);
    return tr("%1 · not comparable: the cost of %2 is not here")
        .arg(againstText(view), missing == 1 ? tr("1 day") : tr("%n days", nullptr, missing));
}

void appendEffects(DisplayRow& row, Money before, Money after, const BridgeEffects& effects) {
    row.cells.push_back(numberCell(CellKind::Money, before.nano()));
    row.cells.push_back(numberCell(CellKind::Money, after.nano()));
    row.cells.push_back(numberCell(CellKind::Change, after.nano() - before.nano()));
    for (const Money effect : {effects.volume, effects.mix, effects.cache, effects.price, effects.other}) {
        row.cells.push_back(numberCell(CellKind::Change, effect.nano()));
    }
}

DisplayRow otherRow(const QString& title, Money before, Money after) {
    DisplayRow row{DisplayRow::Kind::Normal, {textCell(title)}};
    appendEffects(row, before, after, {{}, {}, {}, {}, Money::fromNano(after.nano() - before.nano())});
    return row;
}

}  // namespace

WaterfallData bridgeChartData(const VarianceBridge& view) {
    WaterfallData data;
    data.title = tr("What changed");
    data.subtitle = comparisonText(view);
    data.emptyText = tr("The same cost, for the same reasons.");
    for (const Step& step : stepsOf(view.bridge)) {
        data.steps.push_back({step.label, step.subLabel, step.amount, false, {}});
    }
    data.steps[MixStep].note = mixNote(view.bridge);
    data.steps.push_back({tr("Change"), tr("in total"), changeOf(view.bridge), true, {}});
    return data;
}

DisplayTable bridgeTable(const VarianceBridge& view) {
    DisplayTable table;
    table.columns = {{tr("Model or item"), CellKind::Model, 0},
                     {tr("Before"), CellKind::Money, MoneyWidth},
                     {tr("After"), CellKind::Money, MoneyWidth},
                     {tr("Change"), CellKind::Change, MoneyWidth},
                     {tr("Volume", "more or fewer tokens"), CellKind::Change, MoneyWidth},
                     {tr("Mix", "of models"), CellKind::Change, MoneyWidth},
                     {tr("Cache"), CellKind::Change, MoneyWidth},
                     {tr("Price"), CellKind::Change, MoneyWidth},
                     {tr("Other"), CellKind::Change, MoneyWidth}};
    table.columns[1].givesWay = 2;
    table.columns[2].givesWay = 1;
    table.columns[ChangeColumn].strong = true;
    table.summed = ChangeColumn;
    for (std::size_t i = 0; i < view.models.size(); ++i) {
        const Bridge::Model& model = view.bridge.models[i];
        DisplayRow row{DisplayRow::Kind::Normal, {modelCell(view.models[i].id, tr("No model"))}};
        appendEffects(row, model.before, model.after, model.effects);
        table.rows.push_back(std::move(row));
    }
    const ValueTitles titles(Dimension::CostType, view.costTypes);
    for (std::size_t i = 0; i < view.costTypes.size(); ++i) {
        const Bridge::Other& other = view.bridge.others[i];
        table.rows.push_back(otherRow(titles.of(view.costTypes[i]), other.before, other.after));
    }
    const Money missingBefore = view.bridge.withoutUsageBefore;
    const Money missingAfter = view.bridge.withoutUsageAfter;
    if (!missingBefore.isZero() || !missingAfter.isZero()) {
        table.rows.push_back(otherRow(tr("Days without usage"), missingBefore, missingAfter));
    }
    DisplayRow total{DisplayRow::Kind::Total, {textCell(tr("Total"))}};
    appendEffects(total, view.bridge.before, view.bridge.after, view.bridge.effects);
    table.total = std::move(total);
    table.basis = againstText(view);
    return table;
}

Explanation whyBridgeStep(const VarianceBridge& view, int step, const QString& filter) {
    const std::vector<Step> steps = stepsOf(view.bridge);
    const auto place = static_cast<std::size_t>(step);
    const bool isTotal = place >= steps.size();
    Explanation why{isTotal ? tr("Change") : steps[place].label,
                    isTotal ? tr("Cost of these days, less that of the days before. The effects add up to it exactly.")
                            : steps[place].formula,
                    {}};
    const Money amount = isTotal ? changeOf(view.bridge) : steps[place].amount;
    why.facts.append({tr("Exact value"), formatMoneyExact(amount)});
    if (const QString mix = mixNote(view.bridge); place == MixStep && !mix.isEmpty()) {
        why.facts.append({tr("Models"), mix});
    }
    why.facts.append({tr("Range"), againstText(view) + tr(", whole UTC days")});
    if (!filter.isEmpty()) why.facts.append({tr("Filter"), filter});
    why.facts.append({tr("Source"), tr("Cost and usage reports by model, tier, context window and token type")});
    why.facts.append({tr("Complete"), tr("usage: %1; cost: %2").arg(daysInWords(view.usage), daysInWords(view.cost))});
    return why;
}

BridgeCard::BridgeCard(const Look& look, QWidget* parent)
    : QWidget(parent), m_chart(new Waterfall(this)), m_table(new DataTable(look, QStringLiteral("bridgeTable"), this)) {
    m_chart->setObjectName(QStringLiteral("bridgeChart"));
    m_table->setAccessibleName(tr("What changed, by model"));
    m_card = new ChartCard(look, tr("What changed"), QStringLiteral("bridgeCard"), m_chart, m_table, this);
    m_card->setMinimumHeight(LeastHeight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    hide();
    connect(m_chart, &ChartWidget::whyWanted, this, [this](int step) {
        if (!m_view) return;
        Explanation why = whyBridgeStep(*m_view, step, m_filter);
        why.showRows = [this] { m_card->showRows({}); };
        showExplanation(why, m_chart, m_chart->markRect(step).toAlignedRect());
    });
    connect(m_chart, &Waterfall::stepActivated, m_chart, &ChartWidget::whyWanted);
    connect(m_card, &ChartCard::exportRequested, this, &BridgeCard::exportRequested);
    connect(m_card, &ChartCard::savePictureRequested, this, &BridgeCard::savePictureRequested);
    connect(m_card, &ChartCard::selectionSummed, this, &BridgeCard::selectionSummed);
}

void BridgeCard::setBridge(const std::shared_ptr<const VarianceBridge>& view, const ModelColours& colours,
                           const QString& filter) {
    m_view = view;
    m_filter = filter;
    setVisible(view != nullptr);
    if (!view) return;
    m_chart->setData(bridgeChartData(*view));
    m_table->setTable(bridgeTable(*view), colours);
    m_table->setUsualSort(ChangeColumn, Qt::DescendingOrder);
    m_card->setTitle(tr("What changed"), comparisonText(*view));
    m_card->followChart();
}

void BridgeCard::setOutdated(const QString& since) { m_card->setOutdated(since); }

}  // namespace tokenledger
