// Key tables: the distinct combinations of dimension values of one kind of fact. Facts hold only a combination's
// number.
#pragma once

#include "app/core/dimension.h"
#include "storage/dayrollup.h"
#include "storage/statement.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tokenledger {

using KeyId = std::int32_t;  // 1, 2, 3, ... in the order of arrival

/// The terms of a combination, in the order of `Facts::Columns`.
template <typename Facts>
using FactKey = std::array<TermId, Facts::Columns.size()>;
template <typename Facts>
using FactValues = std::array<std::int64_t, Facts::ValueCount>;

/// One fact of a bucket.
template <typename Facts>
struct FactLine {
    KeyId key = 0;
    FactValues<Facts> values{};
    friend bool operator==(const FactLine&, const FactLine&) = default;
};

/// False when a sum does not fit.
template <std::size_t Count>
[[nodiscard]] inline bool addTo(std::array<std::int64_t, Count>& sums, const std::array<std::int64_t, Count>& values) {
    bool overflow = false;
    for (std::size_t i = 0; i < Count; ++i) overflow |= __builtin_add_overflow(sums[i], values[i], &sums[i]);
    return !overflow;
}

template <typename Facts>
[[nodiscard]] FactValues<Facts> valuesAt(const Statement& statement, int firstColumn) {
    FactValues<Facts> values;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = statement.integer(firstColumn + static_cast<int>(i));
    return values;
}

template <typename Facts>
[[nodiscard]] constexpr std::optional<std::size_t> columnOf(Dimension dimension) {
    for (std::size_t i = 0; i < Facts::Columns.size(); ++i) {
        if (Facts::Columns[i] == dimension) return i;
    }
    return std::nullopt;
}

/// What a day rollup keeps of a combination.
template <typename Facts>
[[nodiscard]] FactKey<Facts> keptBy(const DayRollup<Facts::Columns.size()>& rollup, FactKey<Facts> key) {
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (!rollup.keeps[i]) key[i] = NotGroupedTerm;
    }
    return key;
}

/// The key table in memory, by number. Numbers are given once and never change, so it only ever grows.
template <typename Facts>
class FactKeys {
public:
    /// Reads what was added since the last time.
    void refresh(SQLite::Database& db) {
        Statement added(db, Facts::KeysAfter);
        added.with(std::int64_t{size()});
        while (added.step()) {
            // The numbers are without gaps; anything else was not written by this program.
            if (added.integer(0) != size() + 1) throw SQLite::Exception("gap in a key table", SQLITE_CORRUPT);
            FactKey<Facts> key;
            for (std::size_t i = 0; i < key.size(); ++i) {
                key[i] = static_cast<TermId>(added.integer(1 + static_cast<int>(i)));
            }
            m_keys.push_back(key);
        }
    }
    [[nodiscard]] KeyId size() const { return static_cast<KeyId>(m_keys.size()); }
    /// For 1 <= id <= size().
    [[nodiscard]] const FactKey<Facts>& operator[](KeyId id) const { return m_keys[static_cast<std::size_t>(id - 1)]; }
    [[nodiscard]] bool contains(std::int64_t id) const { return id >= 1 && id <= size(); }
    KeyId append(const FactKey<Facts>& key) {
        m_keys.push_back(key);
        return size();
    }

private:
    std::vector<FactKey<Facts>> m_keys;
};

/// The key table with its way back: combination to number, giving out new numbers. Only the writer needs it.
template <typename Facts>
class FactKeyIndex {
public:
    explicit FactKeyIndex(SQLite::Database& db) : m_insert(db, Facts::InsertKey) {
        m_keys.refresh(db);
        m_ids.reserve(static_cast<std::size_t>(m_keys.size()) * 2);
        for (KeyId id = 1; id <= m_keys.size(); ++id) m_ids.emplace(m_keys[id], id);
    }

    [[nodiscard]] KeyId idOf(const FactKey<Facts>& key) {
        if (const auto found = m_ids.find(key); found != m_ids.end()) return found->second;
        const KeyId id = m_keys.append(key);
        m_ids.emplace(key, id);
        m_insert.bind(1, std::int64_t{id});
        for (std::size_t i = 0; i < key.size(); ++i) m_insert.bind(2 + static_cast<int>(i), std::int64_t{key[i]});
        m_insert.run();
        return id;
    }

    /// A number that a stored fact has. Throws where the key table does not have it.
    [[nodiscard]] KeyId known(std::int64_t id) const {
        if (!m_keys.contains(id)) throw SQLite::Exception("a fact without its key", SQLITE_CORRUPT);
        return static_cast<KeyId>(id);
    }
    /// The combination that a day rollup keeps of this one.
    [[nodiscard]] KeyId dayKeyOf(std::size_t rollup, KeyId id) {
        std::vector<KeyId>& known = m_dayKeys[rollup];
        const auto index = static_cast<std::size_t>(id);
        if (index < known.size() && known[index] != 0) return known[index];
        const KeyId dayKey = idOf(keptBy<Facts>(Facts::DayRollups[rollup], m_keys[id]));
        known.resize(static_cast<std::size_t>(m_keys.size()) + 1);
        known[index] = dayKey;
        return dayKey;
    }
    [[nodiscard]] KeyId size() const { return m_keys.size(); }

private:
    struct Hash {
        std::size_t operator()(const FactKey<Facts>& key) const noexcept {
            std::uint64_t hash = 0;
            for (const TermId term : key) {
                hash = (hash ^ static_cast<std::uint32_t>(term)) * 0x9E37'79B9'7F4A'7C15U;
                hash ^= hash >> 29U;
            }
            return hash;
        }
    };

    Statement m_insert;
    FactKeys<Facts> m_keys;
    std::unordered_map<FactKey<Facts>, KeyId, Hash> m_ids;
    std::array<std::vector<KeyId>, Facts::DayRollups.size()> m_dayKeys;  // by rollup; 0: not looked up yet
};

}  // namespace tokenledger
