// The bill by API key, team and cost centre, which the cost report does not know: each day's lines split by what the
// usage of that day says. Works in the reader's thread, like all of app/reports; the reader must outlive it.
#pragma once

#include "app/analysis/allocation.h"
#include "app/finance/allocationrule.h"
#include "storage/cachereader.h"

#include <unordered_map>

namespace tokenledger {

/// Values of Dimension::ApiKey that are no keys; null is Console use.
inline constexpr TermId SharedTerm = -2;        // no key used it
inline constexpr TermId UsageMissingTerm = -3;  // it is not known which

/// Only allocated cost knows it: a key, a team, a cost centre, or how an amount came there.
[[nodiscard]] bool isAllocated(Dimension dimension);

class AllocatedCost {
public:
    /// Takes teams and rule from the cache; with `rule` that one instead. Error Usage when a definition does not hold.
    [[nodiscard]] static Result<AllocatedCost> open(const CacheReader& cache,
                                                    const std::optional<AllocationRule>& rule = std::nullopt);

    /// What rows can be asked by: team, cost_centre, api_key, workspace, model, basis.
    [[nodiscard]] static const std::vector<Dimension>& dimensions();

    struct Rows {
        std::vector<CostRow> rows;  // as CacheReader::cost: sorted by period, then keys
        std::array<Money, AllocationBasisCount> byBasis{};
    };
    /// Sums of all these days, of what the filters let through; a day's parts are the same in every range. Hours are
    /// not known. Terms of team, cost_centre and basis are this object's own. Errors Cache, Cancelled, Usage (another
    /// dimension, a sum too large).
    [[nodiscard]] Result<Rows> read(const FactQuery& query);
    /// Several in one pass over the days.
    [[nodiscard]] Result<std::vector<Rows>> read(const std::vector<FactQuery>& queries);

    // As the cache's, with the dimensions that it does not know.
    /// Empty: null. What is not a key has its name in brackets for an id, too.
    [[nodiscard]] QString idOf(Dimension dimension, TermId term) const;
    [[nodiscard]] QString nameOf(Dimension dimension, TermId term) const;
    [[nodiscard]] Result<std::vector<TermId>> findTerms(Dimension dimension, const QString& value) const;

    [[nodiscard]] const TeamBook& teams() const { return m_teams; }
    [[nodiscard]] const AllocationRule& rule() const { return m_rule; }

private:
    class Sums;
    explicit AllocatedCost(const CacheReader& cache) : m_cache(cache) {}
    [[nodiscard]] Result<void> readDefinitions(const std::optional<AllocationRule>& rule);
    [[nodiscard]] Result<void> numberKeys();
    [[nodiscard]] Result<void> addDays(const DateRange& days, std::vector<Sums>& sums);
    [[nodiscard]] std::vector<BilledLine> linesOf(UtcDay day, const CostRow* first, const CostRow* last);
    [[nodiscard]] std::vector<KeyUse> usesOf(UtcDay day, const UsageRow* first, const UsageRow* last);
    [[nodiscard]] KeyNumber numberOf(TermId key) const;
    [[nodiscard]] TermId keyTerm(const AllocatedPart& part) const;
    [[nodiscard]] TermId termOf(Dimension dimension, const AllocatedPart& part) const;
    /// The team of a key in a workspace, or with key 0 of the workspace; of `day`, whose days come in order.
    [[nodiscard]] TeamNumber teamOn(UtcDay day, TermId workspace, KeyNumber key);
    [[nodiscard]] BilledKind kindOf(TermId costType, TermId tokenType);

    const CacheReader& m_cache;
    TeamBook m_teams;
    AllocationRule m_rule;
    AllocationRules m_rules;
    std::vector<UtcDay> m_teamChanges;
    QStringList m_costCentres;           // by term, from 1
    std::vector<TermId> m_centreOfTeam;  // by team number
    std::vector<TermId> m_keys;          // by key number; the first is none
    std::unordered_map<TermId, KeyNumber> m_numbers;
    QHash<QString, QString> m_persons;                       // e-mail of who made a key, by the key's id
    std::unordered_map<std::uint64_t, TeamNumber> m_teamOf;  // of m_teamsUntil's days
    UtcDay m_teamsUntil;                                     // the day on which m_teamOf does not hold any more
    std::unordered_map<std::uint64_t, BilledKind> m_kinds;
};

}  // namespace tokenledger
