// The five figures on top of the Organization page. Pure.
#pragma once

#include "app/reports/organizationview.h"
#include "ui/widgets/tile.h"

#include <array>

namespace tokenledger {

inline constexpr std::size_t OrganizationTileCount = 5;

/// API keys, workspaces, users, open invites, changes.
[[nodiscard]] std::array<TileContent, OrganizationTileCount> organizationTiles(const OrganizationView& view);

}  // namespace tokenledger
