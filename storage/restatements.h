// What changed in days that were final: written when a bucket is replaced, inside the writer's transaction.
#pragma once

#include "storage/coveragestore.h"
#include "storage/factkeys.h"

namespace tokenledger {

class RestatementLog {
public:
    explicit RestatementLog(SQLite::Database& db)
        : m_insert(db,
                   "INSERT INTO restatement (seen_at, request_id, facts, day, key, measure, old, new) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?)") {}

    /// Notes each value that differs; both sorted by key.
    template <typename Facts>
    void note(const Attempt& attempt, UtcDay day, const std::vector<FactLine<Facts>>& old,
              const std::vector<FactLine<Facts>>& now) {
        auto out = old.begin();
        auto in = now.begin();
        while (out != old.end() || in != now.end()) {
            const bool gone = out != old.end() && (in == now.end() || out->key <= in->key);
            const bool there = in != now.end() && (out == old.end() || in->key <= out->key);
            noteLine<Facts>(attempt, day, gone ? out->key : in->key, gone ? &out->values : nullptr,
                            there ? &in->values : nullptr);
            if (gone) ++out;
            if (there) ++in;
        }
    }
    /// Of a day that was grouped otherwise before: only its sums can be compared.
    template <typename Facts>
    void noteSums(const Attempt& attempt, UtcDay day, const std::vector<FactLine<Facts>>& old,
                  const std::vector<FactLine<Facts>>& now) {
        FactValues<Facts> before{};
        FactValues<Facts> after{};
        for (const auto& line : old) {
            if (!addTo(before, line.values)) return;  // too large to compare; the rows themselves are stored
        }
        for (const auto& line : now) {
            if (!addTo(after, line.values)) return;
        }
        noteLine<Facts>(attempt, day, std::nullopt, &before, &after);
    }

private:
    template <typename Facts>
    void noteLine(const Attempt& attempt, UtcDay day, std::optional<KeyId> key, const FactValues<Facts>* old,
                  const FactValues<Facts>* now) {
        for (std::size_t i = 0; i < Facts::ValueCount; ++i) {
            if ((old != nullptr ? (*old)[i] : 0) == (now != nullptr ? (*now)[i] : 0)) continue;
            m_insert.with(std::int64_t{attempt.at.toMSecsSinceEpoch()}, attempt.requestId,
                          std::string_view(Facts::Name), std::int64_t{day.number()});
            bindOptional(5, key ? std::optional<std::int64_t>(*key) : std::nullopt);
            m_insert.bind(6, std::string_view(Facts::ValueNames[i]));
            bindOptional(7, old != nullptr ? std::optional((*old)[i]) : std::nullopt);
            bindOptional(8, now != nullptr ? std::optional((*now)[i]) : std::nullopt);
            m_insert.run();
        }
    }
    void bindOptional(int index, std::optional<std::int64_t> value) {
        if (value) {
            m_insert.bind(index, *value);
        } else {
            m_insert.bind(index, nullptr);
        }
    }

    Statement m_insert;
};

/// The entries of one kind of fact, oldest first, each with the number it has in the log.
template <typename Facts>
void readRestatements(SQLite::Database& db, const FactKeys<Facts>& keys, Dataset dataset,
                      std::vector<std::pair<std::int64_t, Restatement>>& entries) {
    Statement all(db,
                  "SELECT id, seen_at, request_id, day, key, measure, old, new FROM restatement WHERE facts = ? "
                  "ORDER BY id");
    for (all.with(std::string_view(Facts::Name)); all.step();) {
        Restatement entry;
        entry.seenAt = QDateTime::fromMSecsSinceEpoch(all.integer(1), Qt::UTC);
        entry.requestId = all.string(2);
        entry.dataset = dataset;
        entry.day = UtcDay::fromNumber(static_cast<std::int32_t>(all.integer(3)));
        if (!all.isNull(4) && keys.contains(all.integer(4))) {
            const FactKey<Facts>& key = keys[static_cast<KeyId>(all.integer(4))];
            for (std::size_t i = 0; i < key.size(); ++i) {
                if (Facts::Columns[i] && key[i] != NotGroupedTerm)
                    entry.dimensions.emplace_back(*Facts::Columns[i], key[i]);
            }
        }
        entry.measure = all.string(5);
        entry.isMoney = entry.measure.endsWith(u"_usd");
        if (!all.isNull(6)) entry.old = all.integer(6);
        if (!all.isNull(7)) entry.now = all.integer(7);
        entries.emplace_back(all.integer(0), std::move(entry));
    }
}

}  // namespace tokenledger
