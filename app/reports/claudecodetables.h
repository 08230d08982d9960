// What the Claude Code page shows and no report of the catalogue has, as tables for a file: keys apart from people,
// active days, subscription types, distinct people. Pure; ids as the API sends them.
#pragma once

#include "app/reports/claudecodeactivity.h"
#include "app/reports/table.h"

namespace tokenledger {

/// A row an actor, of the table's days.
[[nodiscard]] Table claudeCodePeopleTable(const ClaudeCodeActivity& activity);
/// A row a tool, of the table's days.
[[nodiscard]] Table claudeCodeToolsTable(const ClaudeCodeActivity& activity);
/// A row a period and layer with any activity.
[[nodiscard]] Table claudeCodeLayersTable(const ClaudeCodeActivity& activity);
/// A row a period; without a value where the period has no data.
[[nodiscard]] Table claudeCodeActiveUsersTable(const ClaudeCodeActivity& activity);

}  // namespace tokenledger
