// From a CostBreakdown to what the Cost page's chart and tables are given. Pure.
#pragma once

#include "app/reports/costbreakdown.h"
#include "charts/chartdata.h"
#include "charts/modelcolours.h"
#include "charts/valuecolours.h"
#include "ui/models/displaytable.h"

namespace tokenledger {

/// Layers of the chart that have a colour of their own; the others are one layer.
inline constexpr std::size_t MostCostLayers = 8;

/// What the rows of the table can be split by: what goes with them.
[[nodiscard]] const std::vector<Dimension>& costColumns(Dimension rows);

/// The colours in force.
struct CostColours {
    ModelColours models;
    ValueColours values;

    /// Gives every layer that is shown its colour; true when a choice changed. `models`: all ids of the cache.
    bool assign(const CostBreakdown& breakdown, const QStringList& models);
};

/// By what a layer's id says of its value: see layerValue().
[[nodiscard]] CostTrendData costChartData(const CostBreakdown& breakdown, const CostColours& colours);
/// The value of a layer, from CostTrendChart::layerActivated; nothing for the others.
[[nodiscard]] std::optional<CostValue> layerValue(const CostBreakdown& breakdown, const QString& layerId);

/// The chart's figures, a row a period.
[[nodiscard]] DisplayTable costChartTable(const CostBreakdown& breakdown, const CostColours& colours);
/// Rows that open by columns, with what is compared where it can be.
[[nodiscard]] DisplayTable costPivotTable(const CostBreakdown& breakdown, const CostColours& colours);
/// Of costPivotTable.
[[nodiscard]] int totalColumn(const CostBreakdown& breakdown);

}  // namespace tokenledger
