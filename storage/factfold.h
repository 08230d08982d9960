// Reads one kind of fact and adds it up by period and asked dimensions. Adding up here instead of in GROUP BY takes
// half the time (no sorter, no join with the key table), checks every sum, and gives the rows in order.
#pragma once

#include "storage/coveragestore.h"
#include "storage/factkeys.h"
#include "storage/sqlerror.h"

#include <map>

namespace tokenledger {

/// Part of a range: whole months, or days.
struct RangePart {
    bool wholeMonths = false;
    DateRange days;
    friend bool operator==(const RangePart&, const RangePart&) = default;
};

/// The range as days before the first whole month, whole months, days after: what a month or total is read from.
[[nodiscard]] std::vector<RangePart> splitAtMonths(const DateRange& range);

/// Error Usage for a dimension that these facts do not have, too many of them, or hours of what is known by days.
[[nodiscard]] Result<void> checkQuery(const FactQuery& query, bool (*knows)(Dimension), bool hourly, const char* what);

/// The combinations of a query's dimensions, ranked in the order of the answer, and which one each key belongs to.
template <typename Facts>
class FactGroups {
public:
    FactGroups(const FactKeys<Facts>& keys, const FactQuery& query)
        : m_rankOfKey(static_cast<std::size_t>(keys.size()) + 1, -1) {
        std::map<Group, std::int32_t> ranks;
        std::vector<std::size_t> columns;
        for (const Dimension dimension : query.by) columns.push_back(*columnOf<Facts>(dimension));
        std::vector<std::pair<KeyId, typename std::map<Group, std::int32_t>::iterator>> matching;
        for (KeyId id = 1; id <= keys.size(); ++id) {
            const FactKey<Facts>& key = keys[id];
            if (!matches(key, query)) continue;
            Group group{};
            for (std::size_t i = 0; i < columns.size(); ++i) group[i] = key[columns[i]];
            matching.emplace_back(id, ranks.try_emplace(group, 0).first);
        }
        for (auto& [group, rank] : ranks) {
            rank = static_cast<std::int32_t>(m_groups.size());
            m_groups.push_back(group);
        }
        for (const auto& [id, group] : matching) m_rankOfKey[static_cast<std::size_t>(id)] = group->second;
    }

    using Group = std::array<TermId, MaxKeys>;
    [[nodiscard]] std::size_t count() const { return m_groups.size(); }
    [[nodiscard]] const Group& group(std::size_t rank) const { return m_groups[rank]; }
    /// -1: filtered out. Throws for a number that the key table does not have.
    [[nodiscard]] std::int32_t rankOf(std::int64_t key) const {
        if (key < 1 || static_cast<std::size_t>(key) >= m_rankOfKey.size()) {
            throw SQLite::Exception("a fact without its key", SQLITE_CORRUPT);
        }
        return m_rankOfKey[static_cast<std::size_t>(key)];
    }

private:
    static bool matches(const FactKey<Facts>& key, const FactQuery& query) {
        return std::all_of(query.where.begin(), query.where.end(), [&](const DimensionFilter& filter) {
            const TermId term = key[*columnOf<Facts>(filter.dimension)];
            return std::find(filter.anyOf.begin(), filter.anyOf.end(), term) != filter.anyOf.end();
        });
    }
    std::vector<Group> m_groups;
    std::vector<std::int32_t> m_rankOfKey;
};

/// Adds rows up, period after period; rows must come in the order of their periods.
template <typename Facts>
class FactSums {
public:
    using Row = FactRow<typename Facts::Measures>;

    /// `periods`: how many there may be, as a hint.
    FactSums(const FactGroups<Facts>& groups, std::size_t periods) : m_groups(groups), m_cells(groups.count()) {
        m_rows.reserve(std::min(periods * groups.count(), MostReservedRows));
    }

    void add(PeriodStart period, std::int64_t key, const Statement& row, int firstColumn) {
        const std::int32_t rank = m_groups.rankOf(key);
        if (rank < 0) return;
        if (period != m_period) endPeriod();
        m_period = period;
        Cell& cell = m_cells[static_cast<std::size_t>(rank)];
        cell.seen = true;
        m_used = true;
        if (!addTo(cell.sums, valuesAt<Facts>(row, firstColumn))) m_overflow = true;
    }
    [[nodiscard]] Result<std::vector<Row>> finish() {
        endPeriod();
        if (m_overflow) return failure(sumTooLargeError());
        return std::move(m_rows);
    }

private:
    static constexpr std::size_t MostReservedRows = 100'000;
    struct Cell {
        FactValues<Facts> sums{};
        bool seen = false;
    };
    void endPeriod() {
        if (!m_used) return;
        for (std::size_t rank = 0; rank < m_cells.size(); ++rank) {
            if (!m_cells[rank].seen) continue;
            m_rows.push_back({m_period, m_groups.group(rank), Facts::measures(m_cells[rank].sums)});
            m_cells[rank] = {};
        }
        m_used = false;
    }

    const FactGroups<Facts>& m_groups;
    std::vector<Cell> m_cells;
    std::vector<Row> m_rows;
    PeriodStart m_period = 0;
    bool m_used = false;
    bool m_overflow = false;
};

/// The period of a day, remembering the last one: rows of a day come together.
class DayPeriod {
public:
    DayPeriod(const FactQuery& query) : m_query(query) {}
    [[nodiscard]] PeriodStart of(std::int64_t dayNumber) {
        if (dayNumber != m_day) {
            m_day = dayNumber;
            if (dayNumber < m_query.range.first.number() || dayNumber > m_query.range.last.number()) {
                throw SQLite::Exception("a day that was not asked for", SQLITE_CORRUPT);
            }
            const UtcDay day = UtcDay::fromNumber(static_cast<std::int32_t>(dayNumber));
            const bool total = m_query.interval == Interval::Total;
            m_period = total ? m_query.range.first.startSeconds() : periodOf(day, m_query.interval);
        }
        return m_period;
    }

private:
    const FactQuery& m_query;
    std::int64_t m_day = INT64_MIN;
    PeriodStart m_period = 0;
};

/// Calls `row(statement)` for the facts of these days, oldest first: columns bucket_start, key, values.
template <typename Facts, typename Row>
void forEachFact(SQLite::Database& db, Dataset dataset, const DateRange& days, Row row) {
    Statement facts(db, Facts::FactsBetween);
    for (const ScopeRun& run : scopeRuns(db, dataset, days)) {
        facts.with(run.scope, run.days.first.startSeconds(), (run.days.last + 1).startSeconds());
        while (facts.step()) row(facts);
    }
}

/// The statement of the smallest day rollup that knows all dimensions of a query; null: only the facts do.
template <typename Facts>
[[nodiscard]] const char* dayRollupFor(const FactQuery& query) {
    if (query.interval == Interval::Hour) return nullptr;
    for (const auto& rollup : Facts::DayRollups) {
        const auto known = [&](Dimension dimension) { return rollup.keeps[*columnOf<Facts>(dimension)]; };
        if (std::all_of(query.by.begin(), query.by.end(), known) &&
            std::all_of(query.where.begin(), query.where.end(),
                        [&](const DimensionFilter& filter) { return known(filter.dimension); })) {
            return rollup.between;
        }
    }
    return nullptr;
}

/// Answers a query from the smallest tables that can: months, days, else the facts. `query` checked, `keys` refreshed.
template <typename Facts>
[[nodiscard]] Result<std::vector<FactRow<typename Facts::Measures>>> foldFacts(SQLite::Database& db, Dataset dataset,
                                                                               const FactKeys<Facts>& keys,
                                                                               const FactQuery& query) {
    const FactGroups<Facts> groups(keys, query);
    FactSums<Facts> sums(groups, query.interval == Interval::Day ? static_cast<std::size_t>(query.range.days()) : 1);
    DayPeriod period(query);
    const bool byMonths = Facts::HasRollups && (query.interval == Interval::Month || query.interval == Interval::Total);
    const std::vector<RangePart> parts =
        byMonths ? splitAtMonths(query.range) : std::vector{RangePart{false, query.range}};
    for (const RangePart& part : parts) {
        if constexpr (Facts::HasRollups) {
            if (const char* sql = part.wholeMonths ? Facts::MonthsBetween : dayRollupFor<Facts>(query)) {
                Statement rollup(db, sql);
                rollup.with(std::int64_t{part.days.first.number()}, std::int64_t{part.days.last.number()});
                while (rollup.step()) sums.add(period.of(rollup.integer(0)), rollup.integer(1), rollup, 2);
                continue;
            }
        }
        forEachFact<Facts>(db, dataset, part.days, [&](const Statement& fact) {
            const std::int64_t start = fact.integer(0);
            const PeriodStart ofDay = period.of(UtcDay::fromSeconds(start).number());
            sums.add(query.interval == Interval::Hour ? start : ofDay, fact.integer(1), fact, 2);
        });
    }
    return sums.finish();
}

}  // namespace tokenledger
