#include "ui/pages/overviewcharts.h"

#include "app/core/texts.h"
#include "charts/palette.h"
#include "ui/pages/overviewtexts.h"
#include "ui/pages/standouttexts.h"

namespace tokenledger {

namespace {

/// The reports name the default workspace so, in every language.
QString workspaceTitle(const QString& name) {
    return name == QLatin1String("(default workspace)") ? tr("(default workspace)") : name;
}

QString noModel() { return tr("Search, code exec."); }

QString modelTitle(const QString& model) { return model.isEmpty() ? noModel() : modelDisplayName(model); }

void fillFrame(ChartFrame& frame, const Overview& o, const std::vector<PeriodState>& states,
               const std::vector<DayGap>& gaps) {
    frame.range = o.range;
    frame.interval = o.interval;
    frame.gaps = gaps;
    frame.periods.reserve(o.periods.size());
    for (std::size_t i = 0; i < o.periods.size(); ++i) frame.periods.push_back({o.periods[i], states[i], {}});
}

/// A sum of the range; nothing was fetched is not 0.
DisplayCell sumCell(CellKind kind, const Completeness& completeness, std::int64_t sum) {
    return numberCell(kind, completeness.isEmpty() ? std::nullopt : std::optional(sum));
}

DisplayRow totalRow(std::vector<DisplayCell> cells) { return {DisplayRow::Kind::Total, std::move(cells)}; }

DisplayCell periodCell(const Overview& o, std::size_t i) {
    return textCell(formatPeriod(o.periods[i], o.interval, o.range));
}

QString stateText(const PeriodState& state) {
    if (state.failedDays > 0) return tr("failed");
    if (state.missingDays > 0) return tr("not fetched");
    return state.isProvisional() ? tr("provisional") : tr("final");
}

constexpr int MoneyWidth = 116;
constexpr int TokensWidth = 104;
constexpr int StateWidth = 112;

}  // namespace

QStringList modelIds(const Overview& o) {
    QStringList ids;
    for (const auto& model : o.models) {
        if (!model.model.isEmpty()) ids.append(model.model);
    }
    for (const auto& row : o.changes) {
        if (!row.model.isEmpty() && !ids.contains(row.model)) ids.append(row.model);
    }
    return ids;
}

QString costSubtitle(Interval interval, const DateRange& range, bool withPriorityTier) {
    QString text = interval == Interval::Month  ? tr("USD a month")
                   : interval == Interval::Week ? tr("USD a week, from Monday")
                                                : tr("USD a day");
    // A bar that the period cuts is no whole month or week.
    const bool isCut = interval != Interval::Day && periodOf(range.first, interval) != range.first.startSeconds();
    if (isCut) text += tr(", the first from %1").arg(formatDay(range.first));
    if (withPriorityTier) text += tr(", without Priority Tier");
    return text;
}

CostTrendData costTrendData(const Overview& o, const ModelColours& colours) {
    CostTrendData data;
    data.title = tr("Cost by model");
    data.subtitle = costSubtitle(o.interval, o.range, o.priorityTierSeen);
    fillFrame(data, o, o.costStates, o.costGaps);
    for (const auto& model : o.models) {
        ChartLayer layer{model.model, modelTitle(model.model), colours.slotOf(model.model), {}};
        layer.values.reserve(model.perPeriod.size());
        for (const Money amount : model.perPeriod) layer.values.push_back(amount.nano());
        data.layers.push_back(std::move(layer));
    }
    markStandOuts(data, o.standOuts);
    // Months differ in length, and the period may cut the first and the last.
    if (o.comparedMeanPerPeriod && o.compared && o.interval != Interval::Month) {
        data.mean = o.comparedMeanPerPeriod->nano();
        data.meanName = tr("mean of %1").arg(comparedText(o));
    }
    return data;
}

ModelDonutData modelDonutData(const Overview& o, const ModelColours& colours) {
    ModelDonutData data;
    data.title = tr("Model distribution");
    data.subtitle = shareSubtitle(o);
    if (o.cost.isEmpty()) {
        data.emptyText = tr("Nothing fetched yet");
        return data;
    }
    const int days = o.cost.presentDays();
    data.centreNote = days == 1 ? tr("1 day") : tr("%n days", nullptr, days);
    for (const auto& model : o.models) {
        data.entries.push_back({model.model, modelTitle(model.model), colours.slotOf(model.model), model.total});
    }
    return data;
}

CacheEfficiencyData cacheEfficiencyData(const Overview& o) {
    CacheEfficiencyData data;
    data.title = tr("Cache efficiency");
    data.subtitle = tr("hit ratio, and tokens read and written");
    fillFrame(data, o, o.usageStates, o.usageGaps);
    for (const UsageMeasures& measures : o.cachePerPeriod) {
        data.values.push_back({measures.cacheRead, measures.cacheCreation5m + measures.cacheCreation1h,
                               measures.totalInput().value_or(0)});
    }
    return data;
}

DisplayTable costTrendTable(const Overview& o) {
    DisplayTable table;
    table.columns.push_back({tr("Period"), CellKind::Text, 0});
    for (const auto& model : o.models) table.columns.push_back({modelTitle(model.model), CellKind::Money, MoneyWidth});
    table.columns.push_back({tr("Total"), CellKind::Money, MoneyWidth});
    table.columns.push_back({tr("State"), CellKind::Text, StateWidth});
    for (std::size_t i = 0; i < o.periods.size(); ++i) {
        const bool there = !o.costStates[i].isEmpty();
        const auto cell = [there](Money amount) {
            return numberCell(CellKind::Money, there ? std::optional(amount.nano()) : std::nullopt);
        };
        DisplayRow row{DisplayRow::Kind::Normal, {periodCell(o, i)}};
        for (const auto& model : o.models) row.cells.push_back(cell(model.perPeriod[i]));
        row.cells.push_back(cell(o.spendPerPeriod[i]));
        row.cells.push_back(textCell(stateText(o.costStates[i])));
        table.rows.push_back(std::move(row));
    }
    std::vector<DisplayCell> total{textCell(tr("Total"))};
    for (const auto& model : o.models) total.push_back(sumCell(CellKind::Money, o.cost, model.total.nano()));
    total.push_back(sumCell(CellKind::Money, o.cost, o.spend.nano()));
    total.push_back(textCell({}));
    table.total = totalRow(std::move(total));
    return table;
}

DisplayTable modelDistributionTable(const Overview& o) {
    DisplayTable table;
    table.columns = {{tr("Model"), CellKind::Model, 0},
                     {tr("Cost"), CellKind::Money, MoneyWidth},
                     {tr("Share"), CellKind::Percent, 84, 1}};
    const auto share = [&o](Money amount) {
        return numberCell(CellKind::Percent, ratioPpm(amount.nano(), o.spend.nano()));
    };
    for (const auto& model : o.models) {
        table.rows.push_back(
            {DisplayRow::Kind::Normal,
             {modelCell(model.model, noModel()), numberCell(CellKind::Money, model.total.nano()), share(model.total)}});
    }
    table.total = totalRow({textCell(tr("Total")), sumCell(CellKind::Money, o.cost, o.spend.nano()), share(o.spend)});
    return table;
}

DisplayTable cacheEfficiencyTable(const Overview& o) {
    DisplayTable table;
    table.columns = {{tr("Period"), CellKind::Text, 0},
                     {tr("Hit ratio"), CellKind::Percent, 84},
                     {tr("Read"), CellKind::Tokens, TokensWidth},
                     {tr("Written"), CellKind::Tokens, TokensWidth},
                     {tr("State"), CellKind::Text, StateWidth}};
    const auto cells = [](const DisplayCell& first, const UsageMeasures& m, bool there, const QString& state) {
        const auto given = [there](std::int64_t value) { return there ? std::optional(value) : std::nullopt; };
        const auto input = m.totalInput();
        const auto ratio = input && there ? ratioPpm(m.cacheRead, *input) : std::nullopt;
        return std::vector<DisplayCell>{
            first, numberCell(CellKind::Percent, ratio), numberCell(CellKind::Tokens, given(m.cacheRead)),
            numberCell(CellKind::Tokens, given(m.cacheCreation5m + m.cacheCreation1h)), textCell(state)};
    };
    for (std::size_t i = 0; i < o.periods.size(); ++i) {
        table.rows.push_back(
            {DisplayRow::Kind::Normal,
             cells(periodCell(o, i), o.cachePerPeriod[i], !o.usageStates[i].isEmpty(), stateText(o.usageStates[i]))});
    }
    table.total = totalRow(cells(textCell(tr("Total")), o.tokens, !o.usage.isEmpty(), {}));
    return table;
}

QString shareSubtitle(const Overview& o) {
    return o.cost.isEmpty() ? tr("share of cost") : tr("share of %1").arg(formatMoney(o.spend));
}

QString changesSubtitle(const Overview& o) {
    if (!o.compared || !o.comparedSpend) return tr("workspace and model, by cost");
    const QString before = comparedText(o);
    if (o.comparesAllDays()) return tr("workspace and model, against %1").arg(before);
    return tr("workspace and model, %1 against %2").arg(formatRangeShort(o.wholeDays), before);
}

namespace {

DisplayTable costsByGroup(const Overview& o) {
    DisplayTable table;
    table.columns = {{tr("Workspace"), CellKind::Text, 0},
                     {tr("Model"), CellKind::Model, 0},
                     {tr("Cost"), CellKind::Money, MoneyWidth},
                     {tr("Share"), CellKind::Percent, 100, 2}};
    const auto cost = [](Money amount) { return numberCell(CellKind::Money, amount.nano()); };
    const auto share = [&o](Money amount) {
        return numberCell(CellKind::Percent, ratioPpm(amount.nano(), o.spend.nano()));
    };
    for (const auto& row : o.changes) {
        table.rows.push_back({DisplayRow::Kind::Normal,
                              {textCell(workspaceTitle(row.workspace)), modelCell(row.model, noModel()), cost(row.cost),
                               share(row.cost)}});
    }
    table.total = totalRow(
        {textCell(tr("Total")), textCell({}), sumCell(CellKind::Money, o.cost, o.spend.nano()), share(o.spend)});
    return table;
}

}  // namespace

DisplayTable changesTable(const Overview& o) {
    if (!o.comparedSpend) return costsByGroup(o);
    DisplayTable table;
    table.columns = {{tr("Workspace"), CellKind::Text, 0},
                     {tr("Model"), CellKind::Model, 0},
                     {tr("Cost"), CellKind::Money, 104},
                     {tr("Change"), CellKind::Change, 104},
                     {{}, CellKind::ChangeBar, 128}};
    for (const auto& row : o.changes) {
        const auto change = row.change ? std::optional(row.change->nano()) : std::nullopt;
        table.rows.push_back({DisplayRow::Kind::Normal,
                              {textCell(workspaceTitle(row.workspace)), modelCell(row.model, noModel()),
                               numberCell(CellKind::Money, row.costOfWholeDays.nano()),
                               numberCell(CellKind::Change, change), numberCell(CellKind::ChangeBar, change)}});
    }
    // Cost and change are of the same days, which the subtitle names.
    const Money spend = o.spendOfWholeDays.value_or(o.spend);
    std::optional<std::int64_t> change;
    if (const auto difference = subtract(spend, *o.comparedSpend)) change = difference->nano();
    table.total = totalRow({textCell(tr("Total")), textCell({}), numberCell(CellKind::Money, spend.nano()),
                            numberCell(CellKind::Change, change), numberCell(CellKind::ChangeBar, std::nullopt)});
    return table;
}

}  // namespace tokenledger
