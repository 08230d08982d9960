// The Overview's words: its sentence, its tiles with their "why this number?", its notes. Pure.
#pragma once

#include "app/reports/overview.h"
#include "ui/widgets/tile.h"

#include <optional>

namespace tokenledger {

/// "Spend fell $2,311.23 (5.6 %) against 21 Sep – 20 Oct."; where days are missing, says so instead.
[[nodiscard]] QString overviewSentence(const Overview& overview);

struct OverviewTiles {
    TileContent spend, monthToDate, tokens, hitRatio, netSaving, users;
};
[[nodiscard]] OverviewTiles overviewTiles(const Overview& overview);

/// "26 of 30 days final, 4 provisional"; failed and missing days too.
[[nodiscard]] QString daysInWords(const Completeness& completeness);
/// "Claude Code: 1 day failed"; empty when nothing failed.
[[nodiscard]] QString failedText(const Overview& overview);
/// From the first day that is there by these states to the end; nothing when none is.
[[nodiscard]] std::optional<DateRange> coveredRange(const Overview& overview, const std::vector<PeriodState>& states);

}  // namespace tokenledger
