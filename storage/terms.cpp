#include "storage/terms.h"

namespace tokenledger {

namespace {
constexpr const char* TermsAfter = "SELECT id, text FROM term WHERE id > ? ORDER BY id";
}

TermIndex::TermIndex(SQLite::Database& db) : m_insert(db, "INSERT INTO term (id, text) VALUES (?, ?)") {
    Statement all(db, TermsAfter);
    for (all.with(std::int64_t{0}); all.step();) {
        m_last = static_cast<TermId>(all.integer(0));
        m_texts.emplace_back(all.text(1));
        m_ids.emplace(m_texts.back(), m_last);
    }
}

TermId TermIndex::idOf(std::string_view text) {
    if (const auto found = m_ids.find(text); found != m_ids.end()) return found->second;
    m_insert.with(std::int64_t{++m_last}, text).run();
    m_texts.emplace_back(text);
    m_ids.emplace(m_texts.back(), m_last);
    return m_last;
}

void TermTexts::refresh(SQLite::Database& db) {
    Statement added(db, TermsAfter);
    for (added.with(std::int64_t{last()}); added.step();) {
        // The numbers are without gaps; anything else was not written by this program.
        if (added.integer(0) != std::int64_t{last()} + 1) throw SQLite::Exception("gap in the terms", SQLITE_CORRUPT);
        m_texts.push_back(added.string(1));
    }
}

bool TermTexts::contains(TermId term) const { return term >= 1 && term <= last(); }

QString TermTexts::text(TermId term) const {
    return contains(term) ? m_texts[static_cast<std::size_t>(term - 1)] : QString();
}

}  // namespace tokenledger
