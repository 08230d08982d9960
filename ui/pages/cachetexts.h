// The Cache efficiency page's words: its sentence, where prices come from, why a number. Pure.
#pragma once

#include "app/reports/cachebreakdown.h"
#include "charts/chartdata.h"
#include "ui/widgets/popover.h"

namespace tokenledger {

/// Columns of the table after those of the groups, in their order.
enum class CacheColumn {
    HitRatio,
    Read,
    Written5m,
    Written1h,
    ReadsPerWrite,
    BreakEven,
    ReadSaving,
    Premium,
    NetSaving,
    PriceSource
};
inline constexpr int CacheColumnCount = 10;

/// "Workspace", "API key".
[[nodiscard]] QString cacheDimensionTitle(Dimension dimension);
/// "Net saving by workspace and model".
[[nodiscard]] QString netSavingTitle(const std::vector<Dimension>& by);
/// "Caching saved $209,550.45 net in 89 of 90 days. In 2 of 19 groups it costs more than it saves."
[[nodiscard]] QString cacheSentence(const CacheBreakdown& breakdown);
/// "per day", "per week, from Monday"; of the chart.
[[nodiscard]] QString cacheChartSubtitle(Interval interval, const DateRange& days);
/// "own bill", "mixed", "partly unpriced"; empty where nothing was cached.
[[nodiscard]] QString priceSourceText(const CacheSavings& savings);
/// "own_bill", "mixed", "partly_unpriced": the same for files, in no language.
[[nodiscard]] QString priceSourceId(const CacheSavings& savings);
/// "7 Oct: Sonnet 5.5 read price $0.20 → $0.10", one a day that has any.
[[nodiscard]] std::vector<ChartNote> priceNotes(const CacheBreakdown& breakdown);
/// "26 of 30 days final, 4 provisional · fetched 19 Nov 13:42".
[[nodiscard]] QString cacheState(const CacheBreakdown::Span& span);

/// Which of the chart's periods begin in these days.
[[nodiscard]] std::vector<std::size_t> periodsIn(const CacheBreakdown& breakdown, const DateRange& days);
/// Of the hit ratio of some of the chart's periods.
[[nodiscard]] Explanation whyHitRatioOn(const CacheBreakdown& breakdown, const DateRange& days);
/// Of a cell of the table's span; `what` names row and column, `exact` is the figure with every digit.
[[nodiscard]] Explanation whyCache(const CacheBreakdown& breakdown, const CacheBreakdown::Row& row, CacheColumn column,
                                   const QString& what, const QString& exact);

}  // namespace tokenledger
