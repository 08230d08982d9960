// The Overview's tiles, with their "why this number?". Pure.
#pragma once

#include "app/reports/overview.h"
#include "ui/pages/overviewwhy.h"
#include "ui/widgets/tile.h"

namespace tokenledger {

struct OverviewTiles {
    TileContent spend, monthToDate, tokens, hitRatio, netSaving, users;
};
[[nodiscard]] OverviewTiles overviewTiles(const Overview& overview, const FilterWords& filter = {});

}  // namespace tokenledger
