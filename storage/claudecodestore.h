// One day of Claude Code analytics into its three kinds of facts. The writer's transaction is around it.
#pragma once

#include "storage/claudecodefacts.h"
#include "storage/coveragestore.h"
#include "storage/factstore.h"
#include "storage/restatements.h"
#include "storage/terms.h"

namespace tokenledger {

class ClaudeCodeStore {
public:
    explicit ClaudeCodeStore(SQLite::Database& db);

    /// Replaces the day; notes in `restatements`, where one is given, what differs. False when a sum does not fit:
    /// nothing is changed then.
    [[nodiscard]] bool replaceDay(const ClaudeCodeDay& day, TermIndex& terms, std::int64_t scope,
                                  const Attempt& attempt, RestatementLog* restatements);
    /// Deletes these days under one grouping.
    void removeFacts(SQLite::Database& db, std::int64_t scope, const DateRange& days);
    /// Combinations of activity that the day has; of the last replaceDay.
    [[nodiscard]] std::int64_t factRows() const { return m_factRows; }

private:
    FactStore<ClaudeCodeFacts> m_activity;
    FactStore<ClaudeCodeModelFacts> m_models;
    FactStore<ClaudeCodeToolFacts> m_tools;
    std::int64_t m_factRows = 0;
};

}  // namespace tokenledger
