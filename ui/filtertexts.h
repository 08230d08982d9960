// How periods, intervals and comparisons are called in the filter bar. Pure.
#pragma once

#include "ui/filterstate.h"

namespace tokenledger {

/// "Last 30 days".
[[nodiscard]] QString periodTitle(PeriodPreset period);
/// "Last 30 days · 21 Oct – 19 Nov 2026"; "Last month · October 2026".
[[nodiscard]] QString periodText(PeriodPreset period, const DateRange& range);
/// "Auto (day)", "Day", "Week (too long for days)".
[[nodiscard]] QString intervalText(const FilterState& state, const DateRange& range);
[[nodiscard]] QString intervalTitle(Interval interval);
[[nodiscard]] QString comparisonTitle(Comparison comparison);
/// "Model: Opus 5.5, Sonnet 5.5"; "API key: 7 chosen".
[[nodiscard]] QString chipText(const DimensionChoice& choice);

/// All that is chosen of these dimensions: "Model: Opus 5.5, Sonnet 5.5; Workspace: Research"; "none".
[[nodiscard]] QString filterInWords(const FilterState& state, const std::vector<Dimension>& dimensions);

}  // namespace tokenledger
