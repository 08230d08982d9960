// The Usage page's words: titles, its sentence, why a number. Pure.
#pragma once

#include "app/reports/usagebreakdown.h"
#include "ui/widgets/popover.h"

namespace tokenledger {

/// "Token kind", "API key".
[[nodiscard]] QString usageDimensionTitle(Dimension dimension);
/// "Tokens by workspace".
[[nodiscard]] QString usageTitle(Dimension rows);
/// "Workspace × token kind", "Token kind × model".
[[nodiscard]] QString usageTableTitle(const UsageBreakdownRequest& request);
/// "tokens a day", "tokens a week, weeks begin on Monday".
[[nodiscard]] QString usageSubtitle(Interval interval);

/// Of sums that the builder has checked.
[[nodiscard]] std::int64_t totalTokens(const UsageMeasures& measures);

/// "57.98 B tokens in 30 days, 3.1 B more than 21 Sep – 20 Oct (+5.6 %)"; where days are missing, says so instead.
[[nodiscard]] QString usageSentence(const UsageBreakdown& breakdown);
/// Of the table: "compared with 21 Sep – 20 Oct"; why not, where it is not.
[[nodiscard]] QString usageComparedText(const UsageBreakdown& breakdown);

/// What a figure counts.
enum class UsageFigure { Total, UncachedInput, CacheRead, CacheWritten, Output, WebSearches };
[[nodiscard]] QString usageFormula(UsageFigure figure);

/// Of a figure of these days, called `what`; `exact`: with every digit. `showsAll`: no day was left out.
[[nodiscard]] Explanation whyUsage(const UsageBreakdown& breakdown, const ComparedDays& span, bool showsAll,
                                   const QString& what, const QString& formula, const QString& exact);
/// The table has every day that was asked for.
[[nodiscard]] bool showsAllDays(const UsageBreakdown& breakdown);
/// "by workspace and model, as the bar above says"; empty without filters.
[[nodiscard]] QString usageFilterText(const std::vector<DimensionFilter>& where);

}  // namespace tokenledger
