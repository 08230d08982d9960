// Teams and the allocation rule as the cache keeps them, and what a member can be. Works in the reader's thread.
#pragma once

#include "app/finance/allocationrule.h"
#include "storage/cachereader.h"

namespace tokenledger {

/// Errors Cache, Cancelled; Usage when a definition does not hold.
[[nodiscard]] Result<TeamBook> readTeams(const CacheReader& cache);
/// The same; where none is kept, the one that leaves everything as it is.
[[nodiscard]] Result<AllocationRule> readStoredRule(const CacheReader& cache);

/// What can be a member: objects of the lists and what facts name.
class MemberNames {
public:
    struct Candidate {
        QString id;
        QString name;  // a person's, a workspace's, a key's; the id where none is known
    };

    [[nodiscard]] static Result<MemberNames> load(const CacheReader& cache);

    /// The id behind a name or an id. Error Usage for one that is not known, with what there is, and for a name that
    /// several have, with their ids.
    [[nodiscard]] Result<QString> idOf(MemberKind kind, const QString& nameOrId) const;
    /// The id where no name is known.
    [[nodiscard]] QString nameOf(MemberKind kind, const QString& id) const;
    /// By name.
    [[nodiscard]] const std::vector<Candidate>& all(MemberKind kind) const {
        return m_candidates[static_cast<std::size_t>(kind)];
    }

private:
    std::array<std::vector<Candidate>, MemberKindCount> m_candidates;
};

}  // namespace tokenledger
