// From a UsageBreakdown to what the Usage page's chart and tables are given. Pure.
#pragma once

#include "app/reports/usagebreakdown.h"
#include "charts/chartdata.h"
#include "charts/modelcolours.h"
#include "charts/valuecolours.h"
#include "ui/models/displaytable.h"

namespace tokenledger {

/// Layers of the chart that have a colour of their own; the others are one layer.
inline constexpr std::size_t MostUsageLayers = 8;

/// The colours in force.
struct UsageColours {
    ModelColours models;
    ValueColours values;

    /// Gives every layer that is shown its colour; true when a choice changed. `models`: all ids of the cache.
    bool assign(const UsageBreakdown& breakdown, const QStringList& models);
};

/// By what a layer's id says of its value: see usageLayerValue().
[[nodiscard]] CostTrendData usageChartData(const UsageBreakdown& breakdown, const UsageColours& colours);
/// The value of a layer, from CostTrendChart::layerActivated; nothing for the others.
[[nodiscard]] std::optional<CostValue> usageLayerValue(const UsageBreakdown& breakdown, const QString& layerId);

/// The chart's figures, a row a period.
[[nodiscard]] DisplayTable usageChartTable(const UsageBreakdown& breakdown, const UsageColours& colours);
/// Rows that open, by kinds of tokens; or the kinds, by their largest parts. With what is compared where it can be.
[[nodiscard]] DisplayTable usageTable(const UsageBreakdown& breakdown, const UsageColours& colours);
/// Of usageTable.
[[nodiscard]] int usageTotalColumn(const UsageBreakdown& breakdown);
/// "final", "not fetched".
[[nodiscard]] QString periodStateText(const PeriodState& state);

}  // namespace tokenledger
