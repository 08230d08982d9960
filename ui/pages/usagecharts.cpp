#include "ui/pages/usagecharts.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "charts/series.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/usagetexts.h"

#include <algorithm>
#include <map>

namespace tokenledger {

namespace {

constexpr std::size_t MostPartColumns = 4;
constexpr int NameWidth = 150;  // at least
constexpr int KindWidth = 92;
constexpr int PartWidth = 104;  // "Sonnet 5.5" and its swatch
constexpr int TotalWidth = 88;
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

/// Beside kinds stand the parts of them, the largest by name: what the rows of all else have in the kinds' place.
struct PartColumns {
    std::vector<CostValue> named;
    int others = 0;  // how many are in the one after them; never 1

    explicit PartColumns(const UsageBreakdown& b) {
        std::map<QString, std::pair<std::int64_t, CostValue>> totals;  // by id
        for (const auto& row : b.rows) {
            for (const auto& part : row.parts) {
                auto& [total, value] = totals[part.value.id];
                total += part.total.value_or(0);  // a part of a sum that was checked
                value = part.value;
            }
        }
        std::vector<std::pair<std::int64_t, CostValue>> all;
        for (const auto& [id, each] : totals) all.push_back(each);
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& c) { return a.first > c.first; });
        const std::size_t most = all.size() <= MostPartColumns + 1 ? all.size() : MostPartColumns;
        for (std::size_t i = 0; i < most; ++i) named.push_back(all[i].second);
        others = static_cast<int>(all.size() - most);
    }
    [[nodiscard]] int count() const { return static_cast<int>(named.size()) + (others > 0 ? 1 : 0); }
    /// The cells of these rows together; nothing where none has such a part.
    [[nodiscard]] std::vector<std::optional<std::int64_t>> cellsOf(const std::vector<UsageBreakdown::Row>& rows) const {
        std::vector<std::optional<std::int64_t>> cells(static_cast<std::size_t>(count()));
        for (const auto& row : rows) {
            for (const auto& part : row.parts) {
                if (!part.total) continue;
                const auto at = std::find(named.begin(), named.end(), part.value);
                auto& cell = cells[static_cast<std::size_t>(at - named.begin())];
                cell = cell.value_or(0) + *part.total;
            }
        }
        return cells;
    }
};

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

/// The cells of the kinds, which stand after the first one.
void appendKinds(const UsageBreakdown::Row& row, DisplayRow& line) {
    for (const TokenKind kind : AllTokenKinds) {
        line.cells.push_back(tokenCell(row.tokens ? std::optional(tokensOf(*row.tokens, kind)) : std::nullopt));
    }
}

/// In the place of kinds that are rows.
void appendParts(const PartColumns& parts, const std::vector<UsageBreakdown::Row>& rows, DisplayRow& line) {
    for (const auto& tokens : parts.cellsOf(rows)) line.cells.push_back(tokenCell(tokens));
}

/// All cells from the total on.
void appendFigures(const UsageBreakdown& b, const UsageBreakdown::Row& row, DisplayRow& line) {
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

/// Of a column: all of them together say of what.
QString shortTitle(TokenKind kind) {
    switch (kind) {
        case TokenKind::CacheRead:
            return tr("Cache read");
        case TokenKind::CacheWrite5m:
            return tr("Write 5m");
        case TokenKind::CacheWrite1h:
            return tr("Write 1h");
        case TokenKind::Output:
            return tr("Output");
        case TokenKind::UncachedInput:
            break;
    }
    return tr("Uncached");
}

void appendPartColumns(const UsageBreakdown& b, const UsageColours& colours, std::vector<DisplayColumn>& columns) {
    const PartColumns parts(b);
    const ValueTitles titles(b.request.parts, parts.named);
    for (const CostValue& value : parts.named) {
        columns.push_back({titles.of(value), CellKind::Tokens, PartWidth});
        if (b.request.parts == Dimension::Model) columns.back().swatch = colours.models.slotOf(value.id);
    }
    if (parts.others > 0) columns.push_back({tr("%1 others").arg(parts.others), CellKind::Tokens, PartWidth});
}

std::vector<DisplayColumn> columnsOf(const UsageBreakdown& b, const UsageColours& colours) {
    std::vector<DisplayColumn> columns{
        {usageDimensionTitle(b.request.rows), isModel(b) ? CellKind::Model : CellKind::Text, 0}};
    columns.front().least = NameWidth;
    if (isKind(b)) {
        appendPartColumns(b, colours, columns);
    } else {
        for (const TokenKind kind : AllTokenKinds) {
            columns.push_back({shortTitle(kind), CellKind::Tokens, KindWidth});
        }
    }
    columns.push_back({tr("Total"), CellKind::Tokens, TotalWidth});
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

std::vector<DisplayRow> partRows(const UsageBreakdown& b, const UsageBreakdown::Row& row) {
    std::vector<DisplayRow> rows;
    const ValueTitles titles(b.request.parts, partsOf(row));
    for (const auto& part : row.parts) {
        DisplayRow line{DisplayRow::Kind::Part, {textCell(titles.of(part.value))}};
        appendKinds(part, line);
        appendFigures(b, part, line);
        rows.push_back(std::move(line));
    }
    return rows;
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
    if (isKind(b) && b.request.parts == Dimension::Model) {
        for (const CostValue& value : PartColumns(b).named) {
            if (!value.id.isEmpty() && !ids.contains(value.id)) ids.append(value.id);
        }
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

int usageTotalColumn(const UsageBreakdown& b) {
    return 1 + (isKind(b) ? PartColumns(b).count() : static_cast<int>(AllTokenKinds.size()));
}

DisplayTable usageTable(const UsageBreakdown& b, const UsageColours& colours) {
    DisplayTable table;
    table.columns = columnsOf(b, colours);
    table.summed = usageTotalColumn(b);
    table.basis = spanState(b.table);
    const ValueTitles titles(b.request.rows, valuesOf(b));
    const PartColumns columns(b);
    for (const auto& row : b.rows) {
        DisplayCell first{titles.of(row.value), row.value.id, std::nullopt};
        if (!isModel(b)) first.familySlot = colourOf(b, colours, row.value);
        DisplayRow line{DisplayRow::Kind::Normal, {std::move(first)}};
        line.key = dimensionName(b.request.rows) + QLatin1Char(':') + row.value.id;
        if (isKind(b)) {
            appendParts(columns, {row}, line);
        } else {
            appendKinds(row, line);
            line.parts = partRows(b, row);
        }
        appendFigures(b, row, line);
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
    if (isKind(b)) {
        appendParts(columns, b.rows, total);
    } else {
        appendKinds(sum, total);
    }
    appendFigures(b, sum, total);
    table.total = std::move(total);
    return table;
}

}  // namespace tokenledger
