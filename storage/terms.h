// Interned texts: every dimension value is stored once and is a small number everywhere else.
#pragma once

#include "app/core/dimension.h"
#include "storage/statement.h"

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace tokenledger {

/// Text to number, giving out new numbers: the writer's side.
class TermIndex {
public:
    explicit TermIndex(SQLite::Database& db);
    [[nodiscard]] TermId idOf(std::string_view text);

private:
    Statement m_insert;
    std::deque<std::string> m_texts;  // a deque: the views in the index stay valid as it grows
    std::unordered_map<std::string_view, TermId> m_ids;
    TermId m_last = 0;
};

/// Number to text: the reader's side. It only ever grows, for a number keeps its text forever.
class TermTexts {
public:
    /// Reads what was added since the last time.
    void refresh(SQLite::Database& db);
    [[nodiscard]] bool contains(TermId term) const;
    /// Empty for null, "not grouped" and unknown terms.
    [[nodiscard]] QString text(TermId term) const;
    [[nodiscard]] TermId last() const { return static_cast<TermId>(m_texts.size()); }

private:
    std::vector<QString> m_texts;  // of term 1, 2, 3, ...
};

}  // namespace tokenledger
