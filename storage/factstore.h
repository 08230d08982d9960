// Writes one kind of fact: replaces buckets by what differs, and carries the difference into the rollups.
#pragma once

#include "app/core/period.h"
#include "storage/factkeys.h"

#include <deque>
#include <map>

namespace tokenledger {

/// Sorts by key and adds up lines of the same key. False when a sum does not fit.
template <typename Line>
[[nodiscard]] bool combine(std::vector<Line>& lines) {
    std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.key < b.key; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (kept > 0 && lines[kept - 1].key == lines[i].key) {
            if (!addTo(lines[kept - 1].values, lines[i].values)) return false;
        } else {
            lines[kept++] = lines[i];
        }
    }
    lines.resize(kept);
    return true;
}

/// Makes `stored` equal `wanted` with as few writes as possible: a bucket that came again unchanged costs none.
template <typename Line, typename Put, typename Remove>
void writeDifference(const std::vector<Line>& stored, const std::vector<Line>& wanted, Put put, Remove remove) {
    auto old = stored.begin();
    for (const Line& line : wanted) {
        while (old != stored.end() && old->key < line.key) remove((old++)->key);
        const bool known = old != stored.end() && old->key == line.key;
        if (!known || old->values != line.values) put(line);
        if (known) ++old;
    }
    while (old != stored.end()) remove((old++)->key);
}

/// The month rollup of one kind of fact, held in memory between the first bucket of a page and flush().
template <typename Facts>
class MonthSums {
public:
    explicit MonthSums(SQLite::Database& db)
        : m_select(db, Facts::SumsOfMonth), m_put(db, Facts::PutMonth), m_delete(db, Facts::DeleteMonth) {}

    /// Takes `before` out and `after` in; both sorted by key. False when a sum does not fit: nothing is changed then.
    [[nodiscard]] bool exchange(UtcDay month, const std::vector<FactLine<Facts>>& before,
                                const std::vector<FactLine<Facts>>& after) {
        std::vector<Cell>& cells = cellsOf(month);
        std::vector<std::pair<KeyId, Cell>> changed;
        changed.reserve(before.size() + after.size());
        auto out = before.begin();
        auto in = after.begin();
        while (out != before.end() || in != after.end()) {
            const bool takeOut = out != before.end() && (in == after.end() || out->key <= in->key);
            const bool putIn = in != after.end() && (out == before.end() || in->key <= out->key);
            const KeyId key = takeOut ? out->key : in->key;
            const auto index = static_cast<std::size_t>(key);
            if (index >= cells.size()) cells.resize(index + 1);
            Cell cell = cells[index];
            if (!cell.exchange(takeOut ? &out->values : nullptr, putIn ? &in->values : nullptr)) return false;
            changed.emplace_back(key, cell);
            if (takeOut) ++out;
            if (putIn) ++in;
        }
        for (const auto& [key, cell] : changed) cells[static_cast<std::size_t>(key)] = cell;
        return true;
    }

    /// Writes what changed.
    void flush() {
        for (const auto& [month, cells] : m_months) {
            for (std::size_t key = 0; key < cells.size(); ++key) {
                const Cell& cell = cells[key];
                if (!cell.changed) continue;
                if (cell.facts == 0) {
                    m_delete.with(std::int64_t{month.number()}, static_cast<std::int64_t>(key)).run();
                    continue;
                }
                m_put.with(std::int64_t{month.number()}, static_cast<std::int64_t>(key), cell.facts);
                for (std::size_t i = 0; i < cell.sums.size(); ++i) m_put.bind(4 + static_cast<int>(i), cell.sums[i]);
                m_put.run();
            }
        }
        m_months.clear();
    }

private:
    struct Cell {
        FactValues<Facts> sums{};
        std::int64_t facts = 0;
        bool changed = false;

        bool exchange(const FactValues<Facts>* out, const FactValues<Facts>* in) {
            for (std::size_t i = 0; i < sums.size(); ++i) {
                // In 128 bits: taking out may leave the range that putting in comes back to.
                __extension__ using Wide = __int128;
                const Wide sum = Wide{sums[i]} - (out != nullptr ? (*out)[i] : 0) + (in != nullptr ? (*in)[i] : 0);
                sums[i] = static_cast<std::int64_t>(sum);
                if (Wide{sums[i]} != sum) return false;
            }
            facts += (in != nullptr ? 1 : 0) - (out != nullptr ? 1 : 0);
            changed = true;
            return true;
        }
    };

    std::vector<Cell>& cellsOf(UtcDay month) {
        const auto [found, isNew] = m_months.try_emplace(month);
        std::vector<Cell>& cells = found->second;
        if (!isNew) return cells;
        m_select.with(std::int64_t{month.number()});
        while (m_select.step()) {
            const auto key = static_cast<std::size_t>(m_select.integer(0));
            if (key >= cells.size()) cells.resize(key + 1);
            cells[key] = {valuesAt<Facts>(m_select, 2), m_select.integer(1), false};
        }
        return cells;
    }

    Statement m_select;
    Statement m_put;
    Statement m_delete;
    std::map<UtcDay, std::vector<Cell>> m_months;  // by month, then indexed by key
};

/// Adds lines up by the keys of a day rollup. Without sorting them: a day has many lines and few sums.
template <typename Facts>
class DaySums {
public:
    /// False when a sum does not fit.
    [[nodiscard]] bool add(KeyId key, const FactValues<Facts>& values) {
        const auto index = static_cast<std::size_t>(key);
        if (index >= m_cells.size()) m_cells.resize(index + 1);
        Cell& cell = m_cells[index];
        if (!cell.used) m_used.push_back(key);
        cell.used = true;
        return addTo(cell.sums, values);
    }
    /// Sorted by key; begins anew.
    [[nodiscard]] std::vector<FactLine<Facts>> take() {
        std::sort(m_used.begin(), m_used.end());
        std::vector<FactLine<Facts>> lines;
        lines.reserve(m_used.size());
        for (const KeyId key : m_used) {
            lines.push_back({key, std::exchange(m_cells[static_cast<std::size_t>(key)], {}).sums});
        }
        m_used.clear();
        return lines;
    }

private:
    struct Cell {
        FactValues<Facts> sums{};
        bool used = false;
    };
    std::vector<Cell> m_cells;  // indexed by key
    std::vector<KeyId> m_used;
};

/// One table of sums by day.
template <typename Facts>
class DayTable {
public:
    DayTable(SQLite::Database& db, const DayRollup<Facts::Columns.size()>& rollup)
        : m_select(db, rollup.sumsOfDay), m_put(db, rollup.put), m_delete(db, rollup.remove) {}

    void replace(UtcDay day, const FactKeyIndex<Facts>& keys, const std::vector<FactLine<Facts>>& sums) {
        const std::int64_t number = day.number();
        std::vector<FactLine<Facts>> stored;
        for (m_select.with(number); m_select.step();) {
            stored.push_back({keys.known(m_select.integer(0)), valuesAt<Facts>(m_select, 1)});
        }
        writeDifference(
            stored, sums,
            [&](const FactLine<Facts>& line) {
                m_put.with(number, std::int64_t{line.key});
                for (std::size_t i = 0; i < line.values.size(); ++i)
                    m_put.bind(3 + static_cast<int>(i), line.values[i]);
                m_put.run();
            },
            [&](KeyId key) { m_delete.with(number, std::int64_t{key}).run(); });
    }

private:
    Statement m_select;
    Statement m_put;
    Statement m_delete;
};

/// The day and month rollups of one kind of fact.
template <typename Facts>
class Rollups {
public:
    Rollups(SQLite::Database& db, FactKeyIndex<Facts>& keys) : m_keys(keys), m_months(db) {
        for (const auto& rollup : Facts::DayRollups) m_days.emplace_back(db, rollup);
    }

    /// What the day showed before, and what it shows now; both sorted by key. False when a sum does not fit: nothing is
    /// changed then.
    [[nodiscard]] bool exchange(UtcDay day, const std::vector<FactLine<Facts>>& before,
                                const std::vector<FactLine<Facts>>& after) {
        std::array<std::vector<FactLine<Facts>>, Facts::DayRollups.size()> sums;
        bool fits = true;
        for (std::size_t rollup = 0; rollup < sums.size(); ++rollup) {
            for (const FactLine<Facts>& line : after) {
                fits = m_sums.add(m_keys.dayKeyOf(rollup, line.key), line.values) && fits;
            }
            sums[rollup] = m_sums.take();
        }
        if (!fits || !m_months.exchange(day.firstOfMonth(), before, after)) return false;
        for (std::size_t rollup = 0; rollup < sums.size(); ++rollup) m_days[rollup].replace(day, m_keys, sums[rollup]);
        return true;
    }
    void flush() { m_months.flush(); }

private:
    FactKeyIndex<Facts>& m_keys;
    std::deque<DayTable<Facts>> m_days;  // one a rollup, in their order
    DaySums<Facts> m_sums;
    MonthSums<Facts> m_months;
};

struct NoRollups {
    template <typename... Ignored>
    explicit NoRollups(Ignored&...) {}
};

template <typename Facts>
class FactStore {
public:
    using Line = FactLine<Facts>;

    explicit FactStore(SQLite::Database& db)
        : m_keys(db),
          m_select(db, Facts::FactsOfBucket),
          m_put(db, Facts::PutFact),
          m_delete(db, Facts::DeleteFact),
          m_rollups(db, m_keys) {}

    [[nodiscard]] KeyId keyOf(const FactKey<Facts>& key) { return m_keys.idOf(key); }

    /// Replaces a bucket of `scope`; `lines` combined. No rollups. Returns what was there.
    std::vector<Line> replaceBucket(std::int64_t scope, std::int64_t start, const std::vector<Line>& lines) {
        std::vector<Line> stored = factsOf(scope, start);
        write(scope, start, stored, lines);
        return stored;
    }

    /// Replaces a day and carries it into the rollups. `shownScope` is the grouping whose facts the rollups hold for
    /// this day until now; what these were comes back. Nothing when a sum does not fit: nothing is changed then.
    [[nodiscard]] std::optional<std::vector<Line>> replaceDay(std::int64_t scope,
                                                              std::optional<std::int64_t> shownScope, UtcDay day,
                                                              const std::vector<Line>& lines) {
        const std::int64_t start = day.startSeconds();
        std::vector<Line> stored = factsOf(scope, start);
        if (shownScope == scope && stored == lines) return stored;
        std::vector<Line> shown;
        if (shownScope) shown = shownScope == scope ? stored : factsOf(*shownScope, start);
        if (!m_rollups.exchange(day, shown, lines)) return std::nullopt;
        write(scope, start, stored, lines);
        return shown;
    }

    /// Takes a day, which the rollups hold under this grouping, out of them. False when what is left does not fit.
    [[nodiscard]] bool takeOutOfRollups(std::int64_t shownScope, UtcDay day) {
        return m_rollups.exchange(day, factsOf(shownScope, day.startSeconds()), {});
    }
    /// Deletes the facts of these days under one grouping. The rollups know nothing of it.
    void removeFacts(SQLite::Database& db, std::int64_t scope, const DateRange& days) {
        Statement remove(db, Facts::DeleteBetween);
        remove.with(scope, days.first.startSeconds(), (days.last + 1).startSeconds()).run();
    }

    /// Writes the rollups that are held back; before the commit.
    void flush() {
        if constexpr (Facts::HasRollups) m_rollups.flush();
    }

private:
    std::vector<Line> factsOf(std::int64_t scope, std::int64_t start) {
        std::vector<Line> lines;
        for (m_select.with(scope, start); m_select.step();) {
            lines.push_back({m_keys.known(m_select.integer(0)), valuesAt<Facts>(m_select, 1)});
        }
        return lines;
    }
    void write(std::int64_t scope, std::int64_t start, const std::vector<Line>& stored,
               const std::vector<Line>& lines) {
        writeDifference(
            stored, lines,
            [&](const Line& line) {
                m_put.bind(1, scope);
                m_put.bind(2, start);
                m_put.bind(3, std::int64_t{line.key});
                for (std::size_t i = 0; i < line.values.size(); ++i)
                    m_put.bind(4 + static_cast<int>(i), line.values[i]);
                m_put.run();
            },
            [&](KeyId key) { m_delete.with(scope, start, std::int64_t{key}).run(); });
    }

    FactKeyIndex<Facts> m_keys;
    Statement m_select;
    Statement m_put;
    Statement m_delete;
    std::conditional_t<Facts::HasRollups, Rollups<Facts>, NoRollups> m_rollups;
};

}  // namespace tokenledger
