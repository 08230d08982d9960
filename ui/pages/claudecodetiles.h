// The Claude Code page's tiles, with their "why this number?". Pure.
#pragma once

#include "app/reports/claudecodeactivity.h"
#include "ui/widgets/tile.h"

#include <array>

namespace tokenledger {

/// Sessions, lines added, commits, acceptance, active users, estimated cost.
[[nodiscard]] std::array<TileContent, 6> claudeCodeTiles(const ClaudeCodeActivity& activity);
/// The longest usual note: tiles in a row have room for it.
[[nodiscard]] TextParts usualClaudeCodeNote();

}  // namespace tokenledger
