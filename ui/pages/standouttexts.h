// Days that stand out, in words: the card's table, why, and the marks on charts over time. Pure.
#pragma once

#include "app/reports/standouts.h"
#include "charts/chartdata.h"
#include "ui/models/displaytable.h"
#include "ui/widgets/popover.h"

namespace tokenledger {

/// "Workspace Data pipelines", "API key backfill", "Opus 5.5".
[[nodiscard]] QString standOutTitle(const StandOutDay& day);
/// "6.0× its usual Tuesday", "its first spend in eight weeks".
[[nodiscard]] QString standOutRatio(const StandOutDay& day);
/// Newest first, as they come; acknowledged ones have a tick.
[[nodiscard]] DisplayTable standOutTable(const StandOutDays& days);
[[nodiscard]] Explanation whyStandOut(const StandOutDay& day);

/// Flags above the bars of these days, the largest ones, and a line in the bars' tips. The frame's periods are days.
void markStandOuts(ChartFrame& frame, const std::vector<StandOutDay>& days);

}  // namespace tokenledger
