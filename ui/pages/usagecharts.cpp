#include "ui/pages/usagecharts.h"

#include "charts/format.h"
#include "charts/series.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/usagetexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokenledger {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Usage", text); }

constexpr int NameWidth = 150;  // at least
constexpr int KindWidth = 112;  // "Cache write 5m"
constexpr int TotalWidth = 92;
constexpr int SearchesWidth = 104;
constexpr int ShareWidth = 74;
constexpr int ComparedWidth = 124;  // "23 Sep – 21 Oct"
constexpr int ChangeWidth = 96;
constexpr int PercentWidth = 92;
constexpr int LastPadding = 6;  // the last column's is larger
constexpr int LayerWidth = 112;
constexpr int StateWidth = 112;

bool isModel(const UsageBreakdown& b) { return b.request.rows == Dimension::Model; }
bool isKind(const UsageBreakdown& b) { return b.request.rows == Dimension::TokenType; }

/// A model without an id would be drawn as Other; null of another dimension is a value like any other.
QString layerId(const UsageBreakdown& b, const CostValue& value) {
    if (isModel(b)) return value.id;
    return value.id.isEmpty() ? QStringLiteral("null") : QString(QLatin1Char('=') + value.id);
}

bool isNamed(const UsageBreakdown& b, const CostValue& value) {
    const std::size_t named = std::min(b.layers.size(), MostUsageLayers);
    return std::any_of(b.layers.begin(), b.layers.begin() + static_cast<std::ptrdiff_t>(named),
                       [&value](const auto& layer) { return layer.value.id == value.id; });
}

int colourOf(const UsageBreakdown& b, const UsageColours& colours, const CostValue& value) {
    if (isModel(b)) return colours.models.slotOf(value.id);
    return isNamed(b, value) ? colours.values.slotOf(dimensionName(b.request.rows), value.id) : -1;
}

QString meanName(const UsageBreakdown& b) {
    const QString tokens = formatTokens(*b.comparedMeanPerPeriod);
    const QString each = b.request.interval == Interval::Day ? tr("%1 a day").arg(tokens) : tr("%1 a week").arg(tokens);
    return tr("mean of %1: %2").arg(formatRangeShort(*b.range.compared), each);
}

std::vector<CostValue> valuesOf(const UsageBreakdown& b) {
    std::vector<CostValue> values;
    for (const auto& layer : b.layers) values.push_back(layer.value);
    for (const auto& row : b.rows) {
        if (std::find(values.begin(), values.end(), row.value) == values.end()) values.push_back(row.value);
    }
    return values;
}

std::vector<CostValue> partsOf(const UsageBreakdown::Row& row) {
    std::vector<CostValue> values;
    for (const auto& part : row.parts) values.push_back(part.value);
    return values;
}

bool hasSearches(const UsageBreakdown& b) { return !isKind(b) && b.sum.tokens && b.sum.tokens->webSearches > 0; }

DisplayCell tokenCell(const std::optional<std::int64_t>& tokens) { return numberCell(CellKind::Tokens, tokens); }

DisplayCell changeCell(const std::optional<std::int64_t>& change) {
    if (!change) return tokenCell(std::nullopt);
    return {formatTokensChange(*change), {}, change};
}

/// Of nothing there are no per cent.
DisplayCell percentCell(const std::optional<std::int64_t>& change, const std::optional<std::int64_t>& base) {
    if (!change || !base || *base <= 0) return numberCell(CellKind::Percent, std::nullopt);
    return {formatPercentChange(*change, *base), {}, ratioPpm(*change, *base)};
}

/// All cells of a line but the first.
void appendFigures(const UsageBreakdown& b, const UsageBreakdown::Row& row, DisplayRow& line) {
    if (!isKind(b)) {
        for (const TokenKind kind : AllTokenKinds) {
            line.cells.push_back(tokenCell(row.tokens ? std::optional(tokensOf(*row.tokens, kind)) : std::nullopt));
        }
    }
    line.cells.push_back(tokenCell(row.total));
    const auto share = row.total ? ratioPpm(*row.total, totalTokens(b.table.tokens)) : std::nullopt;
    line.cells.push_back(numberCell(CellKind::Percent, share));
    if (hasSearches(b)) {
        const auto searches = row.tokens ? std::optional(row.tokens->webSearches) : std::nullopt;
        line.cells.push_back(numberCell(CellKind::Count, searches));
    }
    if (b.table.comparability != Comparability::Yes) return;
    line.cells.push_back(tokenCell(row.compared));
    line.cells.push_back(changeCell(row.change));
    line.cells.push_back(percentCell(row.change, row.compared));
}

std::vector<DisplayColumn> columnsOf(const UsageBreakdown& b) {
    std::vector<DisplayColumn> columns{
        {usageDimensionTitle(b.request.rows), isModel(b) ? CellKind::Model : CellKind::Text, 0}};
    columns.front().least = NameWidth;
    if (!isKind(b)) {
        const ValueTitles titles(Dimension::TokenType, {});
        for (const TokenKind kind : AllTokenKinds) {
            columns.push_back({titles.of({tokenKindId(kind), {}}), CellKind::Tokens, KindWidth});
        }
    }
    columns.push_back({isKind(b) ? tr("Tokens") : tr("Total"), CellKind::Tokens, TotalWidth});
    columns.back().strong = true;
    columns.push_back({tr("Share"), CellKind::Percent, ShareWidth, usageTotalColumn(b)});
    columns.back().givesWay = 2;
    if (hasSearches(b)) {
        columns.push_back({tr("Web searches"), CellKind::Count, SearchesWidth});
        columns.back().givesWay = 4;
    }
    if (b.table.comparability == Comparability::Yes) {
        const bool oneDay = b.table.compared->days() == 1;
        columns.push_back({formatRangeShort(*b.table.compared), CellKind::Tokens, oneDay ? TotalWidth : ComparedWidth});
        columns.back().givesWay = 3;  // it is the total less the change
        columns.push_back({tr("Change"), CellKind::Tokens, ChangeWidth});
        columns.push_back({tr("%"), CellKind::Percent, PercentWidth});
        columns.back().givesWay = 1;
    } else {
        columns.back().width += LastPadding;
    }
    return columns;
}

}  // namespace

QString periodStateText(const PeriodState& state) {
    if (state.failedDays > 0) return tr("failed");
    if (state.missingDays > 0) return tr("not fetched");
    return state.isProvisional() ? tr("provisional") : tr("final");
}

bool UsageColours::assign(const UsageBreakdown& b, const QStringList& known) {
    QStringList ids = known;
    QStringList shown;
    for (std::size_t i = 0; i < b.layers.size(); ++i) {
        const QString& id = b.layers[i].value.id;
        if (isModel(b) && !id.isEmpty() && !ids.contains(id)) ids.append(id);
        if (i < MostUsageLayers) shown.append(id);
    }
    const bool changed = models.assign(ids);
    return isModel(b) ? changed : values.assign(dimensionName(b.request.rows), shown) || changed;
}

CostTrendData usageChartData(const UsageBreakdown& b, const UsageColours& colours) {
    CostTrendData data;
    data.kind = ValueKind::Tokens;
    data.title = usageTitle(b.request.rows);
    data.subtitle = usageSubtitle(b.request.interval);
    data.emptyText = tr("No tokens in this period");
    data.range = b.range.days;
    data.interval = b.request.interval;
    data.gaps = b.gaps;
    data.family = isModel(b) ? ColourFamily::Models : ColourFamily::Others;
    for (std::size_t i = 0; i < b.periods.size(); ++i) {
        data.periods.push_back({b.periods[i], b.states[i], periodNote(b.states[i], b.fetchedAt[i])});
    }
    const ValueTitles titles(b.request.rows, valuesOf(b));
    for (const auto& layer : b.layers) {
        data.layers.push_back(
            {layerId(b, layer.value), titles.of(layer.value), colourOf(b, colours, layer.value), layer.perPeriod});
    }
    // Months differ in length, and the period may cut the first and the last.
    if (b.comparedMeanPerPeriod && b.request.interval != Interval::Month) {
        data.mean = *b.comparedMeanPerPeriod;
        data.meanName = meanName(b);
    }
    return data;
}

std::optional<CostValue> usageLayerValue(const UsageBreakdown& b, const QString& id) {
    for (const auto& layer : b.layers) {
        if (layerId(b, layer.value) == id) return layer.value;
    }
    return std::nullopt;
}

DisplayTable usageChartTable(const UsageBreakdown& b, const UsageColours& colours) {
    const std::vector<ChartLayer> layers = stackedLayers(usageChartData(b, colours).layers);
    DisplayTable table;
    table.columns.push_back({tr("Period"), CellKind::Text, 0});
    for (const ChartLayer& layer : layers) table.columns.push_back({layer.name, CellKind::Tokens, LayerWidth});
    table.columns.push_back({tr("Total"), CellKind::Tokens, TotalWidth});
    table.columns.back().strong = true;
    table.columns.push_back({tr("State"), CellKind::Text, StateWidth});
    for (std::size_t i = 0; i < b.periods.size(); ++i) {
        const bool there = !b.states[i].isEmpty();
        const auto cell = [there](std::int64_t tokens) {
            return tokenCell(there ? std::optional(tokens) : std::nullopt);
        };
        DisplayRow row{DisplayRow::Kind::Normal,
                       {textCell(formatPeriod(b.periods[i], b.request.interval, b.range.days))}};
        for (const ChartLayer& layer : layers) row.cells.push_back(cell(layer.values[i]));
        row.cells.push_back(cell(b.perPeriod[i]));
        row.cells.push_back(textCell(periodStateText(b.states[i])));
        table.rows.push_back(std::move(row));
    }
    DisplayRow total{DisplayRow::Kind::Total, {textCell(tr("Total"))}};
    std::vector<const DisplayRow*> rows;
    for (const DisplayRow& row : table.rows) rows.push_back(&row);
    for (std::size_t column = 1; column + 1 < table.columns.size(); ++column) {
        total.cells.push_back(tokenCell(sumOf(rows, column)));
    }
    total.cells.push_back(textCell({}));
    table.total = std::move(total);
    table.basis = spanState(b.range);
    return table;
}

int usageTotalColumn(const UsageBreakdown& b) { return isKind(b) ? 1 : 1 + static_cast<int>(AllTokenKinds.size()); }

DisplayTable usageTable(const UsageBreakdown& b, const UsageColours& colours) {
    DisplayTable table;
    table.columns = columnsOf(b);
    table.summed = usageTotalColumn(b);
    table.basis = spanState(b.table);
    const ValueTitles titles(b.request.rows, valuesOf(b));
    for (const auto& row : b.rows) {
        DisplayCell first{titles.of(row.value), row.value.id, std::nullopt};
        if (!isModel(b)) first.familySlot = colourOf(b, colours, row.value);
        DisplayRow line{DisplayRow::Kind::Normal, {std::move(first)}};
        line.key = dimensionName(b.request.rows) + QLatin1Char(':') + row.value.id;
        appendFigures(b, row, line);
        const ValueTitles partTitles(b.request.parts, partsOf(row));
        for (const auto& part : row.parts) {
            DisplayRow below{DisplayRow::Kind::Part, {textCell(partTitles.of(part.value))}};
            appendFigures(b, part, below);
            line.parts.push_back(std::move(below));
        }
        table.rows.push_back(std::move(line));
    }
    DisplayRow total{DisplayRow::Kind::Total, {textCell(tr("Total"))}};
    UsageBreakdown::Row sum = b.sum;
    // Fetched, and nothing was used: that is zero. Not fetched is not.
    if (!b.table.completeness.isEmpty()) {
        sum.tokens = b.table.tokens;
        sum.total = totalTokens(b.table.tokens);
    }
    if (b.table.comparedTokens) sum.compared = totalTokens(*b.table.comparedTokens);
    appendFigures(b, sum, total);
    table.total = std::move(total);
    return table;
}

}  // namespace tokenledger
