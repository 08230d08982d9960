// The Usage page's tiles, with their "why this number?". Pure.
#pragma once

#include "app/reports/usagebreakdown.h"
#include "ui/widgets/tile.h"

#include <array>

namespace tokenledger {

inline constexpr std::size_t UsageTileCount = 7;
/// Object names, in the order of usageTiles().
inline constexpr std::array<const char*, UsageTileCount> UsageTileNames = {
    "tileUsageTotal",  "tileUsageInput",    "tileUsageRead",    "tileUsageWritten",
    "tileUsageOutput", "tileUsageSearches", "tileUsageRequests"};

[[nodiscard]] std::array<TileContent, UsageTileCount> usageTiles(const UsageBreakdown& breakdown);
/// The longest usual note.
[[nodiscard]] TextParts usageTileNote();

}  // namespace tokenledger
