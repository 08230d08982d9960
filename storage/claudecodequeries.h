// What the Claude Code page asks beside sums by dimension: who did what on which day, and the tools' suggestions.
// In the reader's thread; `query` checked, `keys` refreshed.
#pragma once

#include "storage/claudecodefacts.h"
#include "storage/factkeys.h"

#include <SQLiteCpp/Database.h>

namespace tokenledger {

[[nodiscard]] Result<std::vector<ClaudeCodeActorRow>> readClaudeCodeActors(SQLite::Database& db,
                                                                           const FactKeys<ClaudeCodeFacts>& keys,
                                                                           const FactQuery& query);
[[nodiscard]] Result<std::vector<ClaudeCodeToolRow>> readClaudeCodeTools(SQLite::Database& db,
                                                                         const FactKeys<ClaudeCodeToolFacts>& keys,
                                                                         const FactQuery& query);

}  // namespace tokenledger
