#include "ui/pages/costcharts.h"

#include "app/core/texts.h"
#include "app/reports/allocatedcost.h"
#include "app/reports/report.h"
#include "charts/format.h"
#include "charts/series.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewcharts.h"
#include "ui/pages/standouttexts.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int NameWidth = 150;  // at least
constexpr int DescriptionWidth = 280;
constexpr int MoneyWidth = 96;
constexpr int PivotWidth = 104;  // "Sonnet 5.5" and its swatch
constexpr int ShareWidth = 74;
constexpr int LastPadding = 6;      // the last column's is larger
constexpr int ComparedWidth = 124;  // "23 Sep – 21 Oct"
constexpr int ChangeWidth = 102;
constexpr int PercentWidth = 92;
constexpr int StateWidth = 112;
/// A change of a quarter catches the eye.
constexpr std::int64_t LargeChangePpm = 250'000;

bool isModel(const CostBreakdown& b) { return b.request.rows == Dimension::Model; }

/// The model layers without an id are drawn as Other; null of another dimension is a value like any other.
QString layerId(const CostBreakdown& b, const CostValue& value) {
    if (isModel(b)) return value.id;
    return value.id.isEmpty() ? QStringLiteral("null") : QString(QLatin1Char('=') + value.id);
}

bool isNamed(const CostBreakdown& b, const CostValue& value) {
    const std::size_t named = std::min(b.layers.size(), MostCostLayers);
    return std::any_of(b.layers.begin(), b.layers.begin() + static_cast<std::ptrdiff_t>(named),
                       [&value](const auto& layer) { return layer.value.id == value.id; });
}

int colourOf(const CostBreakdown& b, const CostColours& colours, const CostValue& value) {
    if (isModel(b)) return colours.models.slotOf(value.id);
    return isNamed(b, value) ? colours.values.slotOf(dimensionName(b.request.rows), value.id) : -1;
}

/// "mean of 23 Sep – 21 Oct: $1,356 a day".
QString meanName(const CostBreakdown& b) {
    const QString amount = formatMoney(*b.comparedMeanPerPeriod, 0);
    const QString each = b.request.interval == Interval::Day ? tr("%1 a day").arg(amount) : tr("%1 a week").arg(amount);
    return tr("mean of %1: %2").arg(formatRangeShort(*b.range.compared), each);
}

std::vector<CostValue> valuesOf(const CostBreakdown& b) {
    std::vector<CostValue> values;
    for (const auto& layer : b.layers) values.push_back(layer.value);
    for (const auto& row : b.rows) {
        if (std::find(values.begin(), values.end(), row.value) == values.end()) values.push_back(row.value);
    }
    return values;
}

std::optional<std::int64_t> nano(const std::optional<Money>& amount) {
    return amount ? std::optional(amount->nano()) : std::nullopt;
}

DisplayCell moneyCell(const std::optional<Money>& amount) { return numberCell(CellKind::Money, nano(amount)); }

/// Of nothing, or of a credit, there are no per cent.
DisplayCell percentCell(const std::optional<Money>& change, const std::optional<Money>& base, bool marked) {
    if (!change || !base || *base <= Money()) return numberCell(CellKind::Percent, std::nullopt);
    DisplayCell cell{formatPercentChange(change->nano(), base->nano()), {}, ratioPpm(change->nano(), base->nano())};
    if (marked && cell.number && *cell.number >= LargeChangePpm) cell.tone = DisplayCell::Tone::Bad;
    if (marked && cell.number && *cell.number <= -LargeChangePpm) cell.tone = DisplayCell::Tone::Good;
    return cell;
}

/// All cells of a line but the first.
void appendFigures(const CostBreakdown& b, const CostBreakdown::Row& row, bool marked, DisplayRow& line) {
    for (const auto& amount : row.perColumn) line.cells.push_back(moneyCell(amount));
    line.cells.push_back(moneyCell(row.total));
    const auto share = row.total ? ratioPpm(row.total->nano(), b.table.total.nano()) : std::nullopt;
    line.cells.push_back(numberCell(CellKind::Percent, share));
    if (b.table.comparability != Comparability::Yes) return;
    line.cells.push_back(moneyCell(row.compared));
    line.cells.push_back(numberCell(CellKind::Change, nano(row.change)));
    line.cells.push_back(percentCell(row.change, row.compared, marked));
}

std::vector<DisplayColumn> pivotColumns(const CostBreakdown& b, const CostColours& colours) {
    std::vector<DisplayColumn> columns{
        {costDimensionTitle(b.request.rows), isModel(b) ? CellKind::Model : CellKind::Text, 0}};
    columns.front().least = b.request.rows == Dimension::Description ? DescriptionWidth : NameWidth;
    const ValueTitles titles(b.request.columns, b.columns);
    for (const CostValue& value : b.columns) {
        DisplayColumn column{titles.of(value), CellKind::Money, PivotWidth};
        if (b.request.columns == Dimension::Model) column.swatch = colours.models.slotOf(value.id);
        columns.push_back(std::move(column));
    }
    if (b.otherColumns > 0) columns.push_back({tr("%1 others").arg(b.otherColumns), CellKind::Money, PivotWidth});
    columns.push_back({tr("Total"), CellKind::Money, MoneyWidth});
    columns.back().strong = true;
    columns.push_back({tr("Share"), CellKind::Percent, ShareWidth, totalColumn(b)});
    columns.back().givesWay = 2;
    if (b.table.comparability == Comparability::Yes) {
        const bool oneDay = b.table.compared->days() == 1;
        columns.push_back({formatRangeShort(*b.table.compared), CellKind::Money, oneDay ? MoneyWidth : ComparedWidth});
        columns.back().givesWay = 3;  // it is the total less the change
        columns.push_back({tr("Change"), CellKind::Change, ChangeWidth});
        columns.push_back({tr("%"), CellKind::Percent, PercentWidth});
        columns.back().givesWay = 1;
    } else {
        columns.back().width += LastPadding;
    }
    return columns;
}

QString stateText(const PeriodState& state) {
    if (state.failedDays > 0) return tr("failed");
    if (state.missingDays > 0) return tr("not fetched");
    return state.isProvisional() ? tr("provisional") : tr("final");
}

}  // namespace

const std::vector<Dimension>& costColumns(Dimension rows) {
    return isAllocated(rows) ? AllocatedCost::dimensions() : findReport(u"cost")->dimensions;
}

bool CostColours::assign(const CostBreakdown& b, const QStringList& known) {
    QStringList ids = known;
    const auto add = [&ids](const QString& id) {
        if (!id.isEmpty() && !ids.contains(id)) ids.append(id);
    };
    if (isModel(b)) {
        for (const auto& layer : b.layers) add(layer.value.id);
    }
    if (b.request.columns == Dimension::Model) {
        for (const CostValue& value : b.columns) add(value.id);
    }
    bool changed = models.assign(ids);
    if (isModel(b)) return changed;
    QStringList shown;
    for (std::size_t i = 0; i < std::min(b.layers.size(), MostCostLayers); ++i) {
        shown.append(b.layers[i].value.id);
    }
    return values.assign(dimensionName(b.request.rows), shown) || changed;
}

CostTrendData costChartData(const CostBreakdown& b, const CostColours& colours) {
    CostTrendData data;
    data.title = costTitle(b.request.rows);
    data.subtitle = costSubtitle(b.request.interval, b.range.days, false);
    data.range = b.range.days;
    data.interval = b.request.interval;
    data.gaps = b.gaps;
    data.family = isModel(b) ? ColourFamily::Models : ColourFamily::Others;
    for (std::size_t i = 0; i < b.periods.size(); ++i) {
        data.periods.push_back({b.periods[i], b.states[i], periodNote(b.states[i], b.fetchedAt[i])});
    }
    const ValueTitles titles(b.request.rows, valuesOf(b));
    for (const auto& layer : b.layers) {
        ChartLayer shown{layerId(b, layer.value), titles.of(layer.value), colourOf(b, colours, layer.value), {}};
        shown.values.reserve(layer.perPeriod.size());
        for (const Money amount : layer.perPeriod) shown.values.push_back(amount.nano());
        data.layers.push_back(std::move(shown));
    }
    markStandOuts(data, b.standOuts);
    // Months differ in length, and the period may cut the first and the last.
    if (b.comparedMeanPerPeriod && b.request.interval != Interval::Month) {
        data.mean = b.comparedMeanPerPeriod->nano();
        data.meanName = meanName(b);
    }
    return data;
}

std::optional<CostValue> layerValue(const CostBreakdown& b, const QString& id) {
    for (const auto& layer : b.layers) {
        if (layerId(b, layer.value) == id) return layer.value;
    }
    return std::nullopt;
}

DisplayTable costChartTable(const CostBreakdown& b, const CostColours& colours) {
    const std::vector<ChartLayer> layers = stackedLayers(costChartData(b, colours).layers);
    DisplayTable table;
    table.columns.push_back({tr("Period"), CellKind::Text, 0});
    for (const ChartLayer& layer : layers) table.columns.push_back({layer.name, CellKind::Money, MoneyWidth + 12});
    table.columns.push_back({tr("Total"), CellKind::Money, MoneyWidth + 12});
    table.columns.back().strong = true;
    table.columns.push_back({tr("State"), CellKind::Text, StateWidth});
    for (std::size_t i = 0; i < b.periods.size(); ++i) {
        const bool there = !b.states[i].isEmpty();
        const auto cell = [there](std::int64_t amount) {
            return numberCell(CellKind::Money, there ? std::optional(amount) : std::nullopt);
        };
        DisplayRow row{DisplayRow::Kind::Normal,
                       {textCell(formatPeriod(b.periods[i], b.request.interval, b.range.days))}};
        for (const ChartLayer& layer : layers) row.cells.push_back(cell(layer.values[i]));
        row.cells.push_back(cell(b.perPeriod[i].nano()));
        row.cells.push_back(textCell(stateText(b.states[i])));
        table.rows.push_back(std::move(row));
    }
    DisplayRow total{DisplayRow::Kind::Total, {textCell(tr("Total"))}};
    std::vector<const DisplayRow*> rows;
    for (const DisplayRow& row : table.rows) rows.push_back(&row);
    for (std::size_t column = 1; column + 1 < table.columns.size(); ++column) {
        total.cells.push_back(numberCell(CellKind::Money, sumOf(rows, column)));
    }
    total.cells.push_back(textCell({}));
    table.total = std::move(total);
    table.basis = spanState(b.range);
    return table;
}

int totalColumn(const CostBreakdown& b) {
    return 1 + static_cast<int>(b.columns.size()) + (b.otherColumns > 0 ? 1 : 0);
}

DisplayTable costPivotTable(const CostBreakdown& b, const CostColours& colours) {
    DisplayTable table;
    table.columns = pivotColumns(b, colours);
    table.summed = totalColumn(b);
    table.basis = spanState(b.table);
    const ValueTitles titles(b.request.rows, valuesOf(b));
    for (const auto& row : b.rows) {
        DisplayCell first{titles.of(row.value), row.value.id, std::nullopt};
        if (!isModel(b)) first.familySlot = colourOf(b, colours, row.value);
        DisplayRow line{DisplayRow::Kind::Normal, {std::move(first)}};
        line.key = dimensionName(b.request.rows) + QLatin1Char(':') + row.value.id;
        appendFigures(b, row, true, line);
        std::vector<CostValue> values;
        for (const auto& part : row.parts) values.push_back(part.value);
        const ValueTitles partTitles(b.request.parts, values);
        for (const auto& part : row.parts) {
            DisplayRow below{DisplayRow::Kind::Part, {textCell(partTitles.of(part.value))}};
            appendFigures(b, part, false, below);
            line.parts.push_back(std::move(below));
        }
        table.rows.push_back(std::move(line));
    }
    DisplayRow total{DisplayRow::Kind::Total, {textCell(tr("Total"))}};
    CostBreakdown::Row sum = b.sum;
    // Fetched, and nothing was billed: that is zero. Not fetched is not.
    if (!b.table.completeness.isEmpty()) sum.total = b.table.total;
    if (b.table.comparedTotal) sum.compared = b.table.comparedTotal;
    appendFigures(b, sum, true, total);
    table.total = std::move(total);
    return table;
}

}  // namespace tokenledger
