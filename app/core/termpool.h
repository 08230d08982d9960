// A page's own dictionary: texts become small integers while a page is parsed, and cache ids once per distinct text.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tokenledger {

/// Index of a text in a TermPool. The two states that are not texts have fixed indexes.
using PoolTerm = std::uint32_t;
inline constexpr PoolTerm PoolNull = 0;                   // JSON null or absent, in a dimension that was grouped
inline constexpr PoolTerm PoolNotGrouped = 0xFFFF'FFFFU;  // the request did not group by this dimension

class TermPool {
public:
    TermPool() { m_texts.emplace_back(); }
    TermPool(const TermPool&) = delete;
    TermPool& operator=(const TermPool&) = delete;
    TermPool(TermPool&&) = default;
    TermPool& operator=(TermPool&&) = default;

    [[nodiscard]] PoolTerm intern(std::string_view text) {
        if (const auto found = m_index.find(text); found != m_index.end()) return found->second;
        m_texts.emplace_back(text);
        const auto term = static_cast<PoolTerm>(m_texts.size() - 1);
        m_index.emplace(m_texts.back(), term);
        return term;
    }
    /// Not for PoolNull or PoolNotGrouped.
    [[nodiscard]] const std::string& text(PoolTerm term) const { return m_texts[term]; }
    /// Terms run from 1 to size() - 1.
    [[nodiscard]] PoolTerm size() const { return static_cast<PoolTerm>(m_texts.size()); }

private:
    std::deque<std::string> m_texts;  // a deque: the views in the index stay valid as it grows
    std::unordered_map<std::string_view, PoolTerm> m_index;
};

}  // namespace tokenledger
