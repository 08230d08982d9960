#include "app/reports/allocationdefinitions.h"

#include "app/core/texts.h"
#include "app/finance/kinds.h"
#include "app/reports/organizationlists.h"
#include "app/reports/rowbuilder.h"

#include <algorithm>
#include <set>

namespace tokenledger {

namespace {

constexpr qsizetype MostNamed = 20;

QString whatThereIs(MemberKind kind, const std::vector<MemberNames::Candidate>& candidates) {
    QStringList names;
    for (const auto& candidate : candidates) {
        const bool ofPerson = kind == MemberKind::Person;
        const QString name = ofPerson ? candidate.id : candidate.name;
        if (!names.contains(name)) names.append(name);
    }
    if (names.isEmpty()) return tokenledger::tr("This cache knows none; sync the organization's lists first.");
    const qsizetype left = names.size() - MostNamed;
    if (left > 0) names = names.mid(0, MostNamed);
    const QString text = names.join(QStringLiteral(", "));
    return left > 0 ? tokenledger::tr("There are %1 and %2 more.").arg(text).arg(left)
                    : tokenledger::tr("There are: %1.").arg(text);
}

QString unknownText(MemberKind kind, const QString& name) {
    switch (kind) {
        case MemberKind::ApiKey:
            return tokenledger::tr("There is no API key \"%1\".").arg(name);
        case MemberKind::Person:
            return tokenledger::tr("There is no person \"%1\".").arg(name);
        case MemberKind::Workspace:
            break;
    }
    return tokenledger::tr("There is no workspace \"%1\".").arg(name);
}

}  // namespace

Result<TeamBook> readTeams(const CacheReader& cache) {
    const auto definitions = cache.definitions(definitionkind::Team);
    if (!definitions) return failure(definitions.error());
    std::vector<Team> teams;
    for (const Definition& definition : *definitions) {
        auto team = readTeam(definition.name, definition.body);
        if (!team) return failure(team.error());
        teams.push_back(*std::move(team));
    }
    return TeamBook::make(std::move(teams));
}

Result<AllocationRule> readStoredRule(const CacheReader& cache) {
    const auto definitions = cache.definitions(definitionkind::AllocationRule);
    if (!definitions) return failure(definitions.error());
    for (const Definition& definition : *definitions) {
        if (definition.name == AllocationRuleName) return readAllocationRule(definition.body);
    }
    return AllocationRule();
}

Result<MemberNames> MemberNames::load(const CacheReader& cache) {
    const CacheReader::Snapshot snapshot(cache);
    const auto lists = StoredLists::load(cache);
    if (!lists) return failure(lists.error());
    MemberNames names;
    const auto listOf = [&names](MemberKind kind) -> auto& {
        return names.m_candidates[static_cast<std::size_t>(kind)];
    };
    for (const auto& [kind, dimension, object] :
         {std::tuple{MemberKind::Workspace, Dimension::Workspace, ObjectKind::Workspace},
          {MemberKind::ApiKey, Dimension::ApiKey, ObjectKind::ApiKey}}) {
        std::set<QString> ids;
        for (const StoredObject& stored : lists->of(object)) ids.insert(stored.object.id);
        const auto used = cache.valuesOf(dimension);
        if (!used) return failure(used.error());
        for (const TermId term : *used) {
            if (term != NullTerm) ids.insert(cache.text(term));
        }
        for (const QString& id : ids) listOf(kind).push_back({id, lists->nameOf(object, id)});
    }
    listOf(MemberKind::Workspace).push_back({QString(), cache.displayName(Dimension::Workspace, NullTerm)});
    for (const StoredObject& stored : lists->of(ObjectKind::User)) {
        const StoredFields user(ObjectKind::User, stored);
        const QString email = user.text("email").toLower();
        if (!email.isEmpty()) listOf(MemberKind::Person).push_back({email, user.text("name")});
    }
    for (auto& candidates : names.m_candidates) {
        std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
            return a.name != b.name ? textLess(a.name, b.name) : textLess(a.id, b.id);
        });
    }
    return names;
}

Result<QString> MemberNames::idOf(MemberKind kind, const QString& nameOrId) const {
    const QString wanted = kind == MemberKind::Person ? nameOrId.toLower() : nameOrId;
    QStringList found;
    for (const Candidate& candidate : all(kind)) {
        if (candidate.id == wanted) return candidate.id;
        if (candidate.name == nameOrId) found.append(candidate.id);
    }
    if (found.size() == 1) return found.front();
    if (found.isEmpty()) {
        return failure(ErrorKind::Usage, unknownText(kind, nameOrId) + u' ' + whatThereIs(kind, all(kind)));
    }
    return failure(
        ErrorKind::Usage,
        tokenledger::tr("Several are called \"%1\". Take the id: %2.").arg(nameOrId, found.join(QStringLiteral(", "))));
}

QString MemberNames::nameOf(MemberKind kind, const QString& id) const {
    for (const Candidate& candidate : all(kind)) {
        if (candidate.id == id) return candidate.name;
    }
    return id;
}

}  // namespace tokenledger
