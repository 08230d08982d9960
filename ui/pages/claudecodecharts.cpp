#include "ui/pages/claudecodecharts.h"

#include "app/core/texts.h"
#include "app/reports/claudecodetables.h"
#include "charts/format.h"
#include "charts/series.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewtexts.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr std::size_t MostLayers = 8;  // with a colour of their own; the others are one layer
constexpr int CountWidth = 92;
constexpr int LayerWidth = 112;
constexpr int MoneyWidth = 104;
constexpr int StateWidth = 112;
constexpr int NameWidth = 200;  // at least

QString layerId(const ClaudeCodeActivity::Layer& layer) {
    const bool key = layer.type == ClaudeCodeActivity::ActorType::ApiKey;
    return (key ? QStringLiteral("key:") : QStringLiteral("=")) + layer.id;
}

std::int64_t valueOf(ClaudeCodeMeasure measure, const ClaudeCodeMeasures& m) {
    switch (measure) {
        case ClaudeCodeMeasure::Sessions:
            return m.sessions;
        case ClaudeCodeMeasure::LinesAdded:
            return m.linesAdded;
        case ClaudeCodeMeasure::Commits:
            return m.commits;
        case ClaudeCodeMeasure::PullRequests:
            return m.pullRequests;
        case ClaudeCodeMeasure::EstimatedCost:
            return m.estimatedCost.nano();
        case ClaudeCodeMeasure::ActiveUsers:
            break;
    }
    return 0;  // not of a layer: people are counted once
}

/// By this measure, descending; else in the picture's order.
std::vector<const ClaudeCodeActivity::Layer*> ranked(const ClaudeCodeActivity& a, ClaudeCodeMeasure measure) {
    std::vector<const ClaudeCodeActivity::Layer*> layers;
    for (const auto& layer : a.layers) layers.push_back(&layer);
    std::stable_sort(layers.begin(), layers.end(), [measure](const auto* left, const auto* right) {
        return valueOf(measure, left->total) > valueOf(measure, right->total);
    });
    return layers;
}

bool isMoney(ClaudeCodeMeasure measure) { return measure == ClaudeCodeMeasure::EstimatedCost; }

/// Days of the compared range, averaged by the day and stretched to a period of the shown one.
std::optional<std::int64_t> comparedMean(const ClaudeCodeActivity& a, ClaudeCodeMeasure measure) {
    // Months differ in length, the period may cut the first and the last; people do not add up.
    if (!a.ofCompared || a.request.interval == Interval::Month || measure == ClaudeCodeMeasure::ActiveUsers) return {};
    const auto mean = mulDivHalfEven(valueOf(measure, a.ofCompared->measures), a.request.range.days(),
                                     a.compared->days() * static_cast<std::int64_t>(a.periods.size()));
    return mean ? std::optional(*mean) : std::nullopt;
}

QString stateText(const PeriodState& state) {
    if (state.failedDays > 0) return tr("failed");
    if (state.missingDays > 0) return tr("not fetched");
    return state.isProvisional() ? tr("provisional") : tr("final");
}

DisplayColumn countColumn(const QString& title, int width = CountWidth) { return {title, CellKind::Count, width}; }

DisplayCell countCell(std::int64_t count) { return numberCell(CellKind::Count, count); }

DisplayCell rateCell(std::int64_t accepted, std::int64_t rejected) {
    const auto all = suggested(accepted, rejected);
    return numberCell(CellKind::Percent, all ? ratioPpm(accepted, *all) : std::nullopt);
}

/// Not a Money cell: a quotient is never added up.
DisplayCell perCommitCell(const ClaudeCodeMeasures& m) {
    const auto each = costPer(m.estimatedCost, m.commits);
    if (!each) return numberCell(CellKind::Figure, std::nullopt);
    return {formatMoney(*each), {}, each->nano(), toExactString(*each)};
}

DisplayCell daysCell(int days) { return {QString::number(days), {}, days, QString::number(days)}; }

void appendFigures(DisplayRow& line, const ClaudeCodeMeasures& m) {
    for (const std::int64_t value : {m.sessions, m.linesAdded, m.linesRemoved, m.commits, m.pullRequests}) {
        line.cells.push_back(countCell(value));
    }
    line.cells.push_back(rateCell(m.toolAccepted, m.toolRejected));
    line.cells.push_back(numberCell(CellKind::Money, m.estimatedCost.nano()));
    line.cells.push_back(perCommitCell(m));
}

DisplayRow rowOf(const ClaudeCodeActivity::Row& row) {
    const bool key = row.type != ClaudeCodeActivity::ActorType::User;
    DisplayRow line{DisplayRow::Kind::Normal, {textCell(actorTitle(row.id, row.type)), daysCell(row.activeDays)}};
    if (key) line.cells.front().icon = QStringLiteral("key");
    line.key = (key ? QStringLiteral("key:") : QStringLiteral("user:")) + row.id;
    appendFigures(line, row.measures);
    for (const auto& terminal : row.terminals) {
        DisplayRow part{DisplayRow::Kind::Part, {textCell(terminalTitle(terminal.id)), daysCell(terminal.activeDays)}};
        appendFigures(part, terminal.measures);
        line.parts.push_back(std::move(part));
    }
    return line;
}

ReportRequest report(const ClaudeCodeActivity& a, const std::vector<ReportFilter>& where) {
    ReportRequest request;
    request.report = QStringLiteral("claude-code");
    request.range = a.request.range;
    request.interval = a.request.interval;
    request.by = {Dimension::Terminal};
    request.where = where;
    return request;
}

}  // namespace

bool assignColours(ValueColours& colours, const ClaudeCodeActivity& a, ClaudeCodeMeasure measure) {
    QStringList shown;
    for (const auto* layer : ranked(a, measure)) {
        if (shown.size() < static_cast<qsizetype>(MostLayers)) shown.append(layerId(*layer));
    }
    return colours.assign(layersName(a.request.layers), shown);
}

CostTrendData claudeCodeChart(const ClaudeCodeActivity& a, ClaudeCodeMeasure measure, const ValueColours& colours) {
    CostTrendData data;
    data.title = claudeCodeTitle(measure, a.request.layers);
    data.subtitle = claudeCodeSubtitle(measure, a.request.interval);
    data.range = a.request.range;
    data.interval = a.request.interval;
    data.gaps = a.gaps;
    data.kind = isMoney(measure) ? ValueKind::Money : ValueKind::Tokens;
    data.family = ColourFamily::Others;
    data.totalLine = false;
    data.emptyText = measure == ClaudeCodeMeasure::ActiveUsers ? tr("Nobody used Claude Code in this period")
                                                               : tr("None in this period");
    for (std::size_t i = 0; i < a.periods.size(); ++i) {
        data.periods.push_back({a.periods[i], a.states[i], periodNote(a.states[i], a.fetchedAt[i])});
    }
    if (measure == ClaudeCodeMeasure::ActiveUsers) {
        data.additive = false;
        data.layers.push_back({QStringLiteral("people"), tr("People"), 2, a.peoplePerPeriod});
        return data;
    }
    for (const auto* ranking : ranked(a, measure)) {
        const auto& layer = *ranking;
        const int colour =
            data.layers.size() < MostLayers ? colours.slotOf(layersName(a.request.layers), layerId(layer)) : -1;
        ChartLayer shown{layerId(layer), layerTitle(a.request.layers, layer), colour, {}};
        shown.values.reserve(layer.perPeriod.size());
        for (const ClaudeCodeMeasures& m : layer.perPeriod) shown.values.push_back(valueOf(measure, m));
        data.layers.push_back(std::move(shown));
    }
    data.mean = comparedMean(a, measure);
    if (data.mean) {
        const QString mean = isMoney(measure) ? formatMoney(Money::fromNano(*data.mean), 0) : formatCount(*data.mean);
        data.meanName = (a.request.interval == Interval::Day ? tr("mean of %1: %2 a day") : tr("mean of %1: %2 a week"))
                            .arg(formatRangeShort(*a.compared), mean);
    }
    return data;
}

DisplayTable claudeCodeChartTable(const ClaudeCodeActivity& a, ClaudeCodeMeasure measure, const ValueColours& colours) {
    const std::vector<ChartLayer> layers = stackedLayers(claudeCodeChart(a, measure, colours).layers);
    const CellKind kind = isMoney(measure) ? CellKind::Money : CellKind::Count;
    const bool people = measure == ClaudeCodeMeasure::ActiveUsers;
    DisplayTable table;
    table.columns.push_back({tr("Period"), CellKind::Text, 0});
    for (const ChartLayer& layer : layers) table.columns.push_back({layer.name, kind, LayerWidth});
    if (!people) table.columns.push_back({tr("Total"), kind, LayerWidth});
    table.columns.back().strong = true;
    table.columns.push_back({tr("State"), CellKind::Text, StateWidth});
    for (std::size_t i = 0; i < a.periods.size(); ++i) {
        const bool there = !a.states[i].isEmpty();
        DisplayRow row{DisplayRow::Kind::Normal,
                       {textCell(formatPeriod(a.periods[i], a.request.interval, a.request.range))}};
        for (const ChartLayer& layer : layers) {
            row.cells.push_back(numberCell(kind, there ? std::optional(layer.values[i]) : std::nullopt));
        }
        if (!people) {
            // The sum of each period is a part of the total's, which fits.
            std::int64_t sum = 0;
            for (const ChartLayer& layer : layers) sum += layer.values[i];
            row.cells.push_back(numberCell(kind, there ? std::optional(sum) : std::nullopt));
        }
        row.cells.push_back(textCell(stateText(a.states[i])));
        table.rows.push_back(std::move(row));
    }
    DisplayRow total{DisplayRow::Kind::Total, {textCell(people ? tr("Different people") : tr("Total"))}};
    std::vector<const DisplayRow*> rows;
    for (const DisplayRow& row : table.rows) rows.push_back(&row);
    for (std::size_t column = 1; column + 1 < table.columns.size(); ++column) {
        total.cells.push_back(numberCell(kind, sumOf(rows, column)));
    }
    if (people && !a.completeness.isEmpty()) total.cells[1] = countCell(a.total.users.people);
    total.cells.push_back(textCell({}));
    table.total = std::move(total);
    const QString fetched = fetchedText(a.asOf);
    const QString days = daysInWords(a.completeness);
    table.basis = fetched.isEmpty() ? days : QString(days + QStringLiteral(" · ") + fetched);
    return table;
}

ShareBarsData toolBars(const ClaudeCodeActivity& a) {
    ShareBarsData data;
    data.title = tr("Suggestions accepted, by tool");
    data.subtitle = formatRange(a.tableDays);
    data.emptyText = a.tableCompleteness.isEmpty() ? tr("No data") : tr("No suggestions in this period");
    for (const auto& tool : a.tools) {
        data.bars.push_back({toolTitle(tool.id), tool.accepted, suggested(tool.accepted, tool.rejected).value_or(0)});
    }
    return data;
}

DisplayTable toolTable(const ClaudeCodeActivity& a) {
    DisplayTable table;
    table.columns = {{tr("Tool"), CellKind::Text, 0},
                     countColumn(tr("Accepted")),
                     countColumn(tr("Rejected")),
                     {tr("Rate"), CellKind::Percent, 74}};
    for (const auto& tool : a.tools) {
        table.rows.push_back({DisplayRow::Kind::Normal,
                              {textCell(toolTitle(tool.id)), countCell(tool.accepted), countCell(tool.rejected),
                               rateCell(tool.accepted, tool.rejected)}});
    }
    const ClaudeCodeMeasures& m = a.tableTotal.measures;
    DisplayRow total{DisplayRow::Kind::Total, {textCell(tr("Total"))}};
    const bool there = !a.tableCompleteness.isEmpty();
    for (const std::int64_t value : {m.toolAccepted, m.toolRejected}) {
        total.cells.push_back(numberCell(CellKind::Count, there ? std::optional(value) : std::nullopt));
    }
    total.cells.push_back(rateCell(m.toolAccepted, m.toolRejected));
    table.total = std::move(total);
    table.basis = tableBasis(a);
    return table;
}

DisplayTable peopleTable(const ClaudeCodeActivity& a) {
    DisplayTable table;
    table.columns = {{tr("Person or key"), CellKind::Text, 0},
                     {tr("Active days"), CellKind::Figure, CountWidth},
                     countColumn(tr("Sessions"), 84),
                     countColumn(tr("Lines added"), MoneyWidth),
                     countColumn(tr("Removed")),
                     countColumn(tr("Commits"), 84),
                     countColumn(tr("Pull requests"), MoneyWidth),
                     {tr("Accepted"), CellKind::Percent, 86},
                     {tr("Est. cost"), CellKind::Money, MoneyWidth},
                     {tr("Per commit"), CellKind::Figure, MoneyWidth}};
    table.columns.front().least = NameWidth;
    for (const auto& row : a.rows) table.rows.push_back(rowOf(row));
    DisplayRow total{DisplayRow::Kind::Total, {textCell(tr("Total")), textCell({})}};
    if (a.tableCompleteness.isEmpty()) {
        while (total.cells.size() < table.columns.size()) total.cells.push_back(textCell(QStringLiteral("–")));
    } else {
        appendFigures(total, a.tableTotal.measures);
    }
    table.total = std::move(total);
    table.basis = tableBasis(a);
    return table;
}

QString peopleFormula(PeopleColumn column) {
    switch (column) {
        case PeopleColumn::Actor:
            break;
        case PeopleColumn::ActiveDays:
            return tr("UTC days with at least one session.");
        case PeopleColumn::Sessions:
            return measureFormula(ClaudeCodeMeasure::Sessions);
        case PeopleColumn::LinesAdded:
            return measureFormula(ClaudeCodeMeasure::LinesAdded);
        case PeopleColumn::LinesRemoved:
            return tr("Lines of code that Claude Code removed in these days.");
        case PeopleColumn::Commits:
            return measureFormula(ClaudeCodeMeasure::Commits);
        case PeopleColumn::PullRequests:
            return measureFormula(ClaudeCodeMeasure::PullRequests);
        case PeopleColumn::Accepted:
            return acceptanceFormula();
        case PeopleColumn::EstimatedCost:
            return measureFormula(ClaudeCodeMeasure::EstimatedCost);
        case PeopleColumn::PerCommit:
            return costPerCommitFormula();
    }
    return {};
}

std::vector<NamedReport> claudeCodeExports(const ClaudeCodeActivity& a, ClaudeCodeMeasure measure,
                                           const std::vector<ReportFilter>& where) {
    const ReportRequest request = report(a, where);
    NamedReport chart{claudeCodeTitle(measure, a.request.layers),
                      QStringLiteral("claude-code-by-") + layersName(a.request.layers), request, std::nullopt};
    // The report knows no subscriptions, no distinct people, and takes a key for the person of the same name.
    if (measure == ClaudeCodeMeasure::ActiveUsers) {
        chart.slug = QStringLiteral("claude-code-active-users");
        chart.table = claudeCodeActiveUsersTable(a);
    } else if (a.request.layers != ClaudeCodeLayers::Terminal) {
        chart.table = claudeCodeLayersTable(a);
    }
    return {
        std::move(chart),
        {tr("Suggestions accepted, by tool"), QStringLiteral("claude-code-tools"), request, claudeCodeToolsTable(a)},
        {tr("People and API keys"), QStringLiteral("claude-code-people"), request, claudeCodePeopleTable(a)}};
}

}  // namespace tokenledger
