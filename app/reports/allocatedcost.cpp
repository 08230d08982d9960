#include "app/reports/allocatedcost.h"

#include "app/reports/allocationdefinitions.h"
#include "app/reports/coverageview.h"
#include "app/reports/organizationlists.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int DaysAtOnce = 31;  // so that a year's rows are not all in memory at a time

constexpr std::uint64_t pairOf(std::int32_t a, std::int32_t b) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 32U | static_cast<std::uint32_t>(b);
}

template <typename Row>
const Row* endOfDay(const Row* row, const Row* end, PeriodStart day) {
    while (row != end && row->period == day) ++row;
    return row;
}

Result<void> checkQuery(const FactQuery& query) {
    std::vector<Dimension> asked = query.by;
    for (const DimensionFilter& filter : query.where) asked.push_back(filter.dimension);
    const auto& known = AllocatedCost::dimensions();
    for (const Dimension dimension : asked) {
        if (std::find(known.begin(), known.end(), dimension) != known.end()) continue;
        return failure(ErrorKind::Usage, QStringLiteral("Allocated cost is not known by %1. Leave that dimension out.")
                                             .arg(dimensionName(dimension)));
    }
    if (query.interval == Interval::Hour || query.by.size() > MaxKeys) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("Allocated cost is known by days only. Choose another interval than hour."));
    }
    return {};
}

QString bracketed(TermId term) {
    return term == SharedTerm ? QStringLiteral("(shared)") : QStringLiteral("(usage missing)");
}

}  // namespace

bool isAllocated(Dimension dimension) {
    return dimension == Dimension::ApiKey || dimension == Dimension::Team || dimension == Dimension::CostCentre ||
           dimension == Dimension::Basis;
}

/// Amounts by period and asked dimensions.
class AllocatedCost::Sums {
public:
    Sums(const AllocatedCost& source, const FactQuery& query) : m_source(source), m_query(query) {}

    void beginDay(UtcDay day) {
        m_wanted = m_query.range.contains(day);
        if (!m_wanted) return;
        m_period =
            m_query.interval == Interval::Total ? m_query.range.first.startSeconds() : periodOf(day, m_query.interval);
    }
    void add(const AllocatedPart& part) {
        if (!m_wanted) return;
        for (const DimensionFilter& filter : m_query.where) {
            const TermId term = m_source.termOf(filter.dimension, part);
            if (std::find(filter.anyOf.begin(), filter.anyOf.end(), term) == filter.anyOf.end()) return;
        }
        Place place{m_period, {}};
        for (std::size_t i = 0; i < m_query.by.size(); ++i) place.keys[i] = m_source.termOf(m_query.by[i], part);
        add(m_sums[place], part.amount);
        add(m_byBasis[static_cast<std::size_t>(part.basis)], part.amount);
    }
    [[nodiscard]] const DateRange& range() const { return m_query.range; }
    [[nodiscard]] Result<Rows> take() {
        if (!m_fits) return tooLarge(QStringLiteral("A sum of the allocated cost"));
        Rows result{{}, m_byBasis};
        result.rows.reserve(m_sums.size());
        for (const auto& [place, sum] : m_sums) result.rows.push_back({place.period, place.keys, sum});
        std::sort(result.rows.begin(), result.rows.end(), [](const CostRow& a, const CostRow& b) {
            return a.period != b.period ? a.period < b.period : a.keys < b.keys;
        });
        return result;
    }

private:
    struct Place {
        PeriodStart period = 0;
        std::array<TermId, MaxKeys> keys{};
        friend bool operator==(const Place&, const Place&) = default;
    };
    struct Hash {
        std::size_t operator()(const Place& place) const {
            constexpr std::uint64_t Mix = 0x9E37'79B9'7F4A'7C15ULL;
            auto hash = static_cast<std::uint64_t>(place.period) * Mix;
            for (const TermId term : place.keys) {
                hash = (hash ^ static_cast<std::uint32_t>(term)) * Mix;
                hash ^= hash >> 29U;
            }
            return static_cast<std::size_t>(hash);
        }
    };
    void add(Money& sum, Money amount) {
        std::int64_t nano = 0;
        m_fits = !__builtin_add_overflow(sum.nano(), amount.nano(), &nano) && m_fits;
        sum = Money::fromNano(nano);
    }

    const AllocatedCost& m_source;
    const FactQuery& m_query;
    bool m_wanted = false;  // the day that was begun last
    PeriodStart m_period = 0;
    std::unordered_map<Place, Money, Hash> m_sums;
    std::array<Money, AllocationBasisCount> m_byBasis{};
    bool m_fits = true;
};

const std::vector<Dimension>& AllocatedCost::dimensions() {
    static const std::vector<Dimension> all = {Dimension::Team,      Dimension::CostCentre, Dimension::ApiKey,
                                               Dimension::Workspace, Dimension::Model,      Dimension::Basis};
    return all;
}

Result<AllocatedCost> AllocatedCost::open(const CacheReader& cache, const std::optional<AllocationRule>& rule) {
    AllocatedCost cost(cache);
    if (auto done = cost.readDefinitions(rule); !done) return failure(done.error());
    if (auto done = cost.numberKeys(); !done) return failure(done.error());
    return cost;
}

Result<void> AllocatedCost::readDefinitions(const std::optional<AllocationRule>& rule) {
    auto teams = readTeams(m_cache);
    if (!teams) return failure(teams.error());
    m_teams = *std::move(teams);
    m_teamChanges = m_teams.changes();
    for (const Team& team : m_teams.teams()) {
        if (!team.costCentre.isEmpty() && !m_costCentres.contains(team.costCentre)) m_costCentres += team.costCentre;
    }
    std::sort(m_costCentres.begin(), m_costCentres.end());
    m_centreOfTeam.push_back(NullTerm);
    for (const Team& team : m_teams.teams()) {
        m_centreOfTeam.push_back(static_cast<TermId>(m_costCentres.indexOf(team.costCentre) + 1));
    }
    auto kept = rule ? Result<AllocationRule>(*rule) : readStoredRule(m_cache);
    if (!kept) return failure(kept.error());
    m_rule = *std::move(kept);
    auto rules = rulesFor(m_rule, m_teams);
    if (!rules) return failure(rules.error());
    m_rules = *std::move(rules);
    return {};
}

/// In the order of their ids, so that the same bill is split the same way in every cache.
Result<void> AllocatedCost::numberKeys() {
    const auto terms = m_cache.valuesOf(Dimension::ApiKey);
    if (!terms) return failure(terms.error());
    std::vector<std::pair<QByteArray, TermId>> named;
    for (const TermId term : *terms) {
        if (term != NullTerm) named.emplace_back(m_cache.text(term).toUtf8(), term);
    }
    std::sort(named.begin(), named.end());
    m_keys.push_back(NullTerm);
    for (const auto& [id, term] : named) {
        m_numbers.emplace(term, static_cast<KeyNumber>(m_keys.size()));
        m_keys.push_back(term);
    }
    const auto lists = StoredLists::load(m_cache);
    if (!lists) return failure(lists.error());
    QHash<QString, QString> emails;
    for (const StoredObject& user : lists->of(ObjectKind::User)) {
        emails.insert(user.object.id, StoredFields(ObjectKind::User, user).text("email"));
    }
    for (const StoredObject& key : lists->of(ObjectKind::ApiKey)) {
        const QString email = emails.value(StoredFields(ObjectKind::ApiKey, key).text("created_by"));
        if (!email.isEmpty()) m_persons.insert(key.object.id, email);
    }
    return {};
}

Result<AllocatedCost::Rows> AllocatedCost::read(const FactQuery& query) {
    auto rows = read(std::vector{query});
    if (!rows) return failure(rows.error());
    return std::move(rows->front());
}

Result<std::vector<AllocatedCost::Rows>> AllocatedCost::read(const std::vector<FactQuery>& queries) {
    std::vector<Sums> sums;
    DateRange all = queries.front().range;
    for (const FactQuery& query : queries) {
        if (auto known = checkQuery(query); !known) return failure(known.error());
        all = {std::min(all.first, query.range.first), std::max(all.last, query.range.last)};
        sums.emplace_back(*this, query);
    }
    m_teamOf.clear();
    m_teamsUntil = all.first;
    for (UtcDay first = all.first; first <= all.last; first = first + DaysAtOnce) {
        const DateRange days{first, std::min(first + (DaysAtOnce - 1), all.last)};
        const bool wanted = std::any_of(sums.begin(), sums.end(), [&days](const Sums& one) {
            return one.range().first <= days.last && days.first <= one.range().last;
        });
        if (!wanted) continue;
        if (auto done = addDays(days, sums); !done) return failure(done.error());
    }
    std::vector<Rows> results;
    for (Sums& one : sums) {
        auto rows = one.take();
        if (!rows) return failure(rows.error());
        results.push_back(*std::move(rows));
    }
    return results;
}

Result<void> AllocatedCost::addDays(const DateRange& days, std::vector<Sums>& sums) {
    const auto coverage = CoverageView::load(m_cache, Dataset::Usage, days);
    if (!coverage) return failure(coverage.error());
    const auto bill = m_cache.cost({days,
                                    Interval::Day,
                                    {Dimension::Workspace, Dimension::Model, Dimension::ServiceTier,
                                     Dimension::ContextWindow, Dimension::CostType, Dimension::TokenType},
                                    {}});
    if (!bill) return failure(bill.error());
    const auto usage = m_cache.usage(
        {days,
         Interval::Day,
         {Dimension::Workspace, Dimension::Model, Dimension::ServiceTier, Dimension::ContextWindow, Dimension::ApiKey},
         {}});
    if (!usage) return failure(usage.error());

    const CostRow* line = bill->data();
    const CostRow* const linesEnd = line + bill->size();
    const UsageRow* use = usage->data();
    const UsageRow* const usesEnd = use + usage->size();
    while (line != linesEnd) {
        const PeriodStart start = line->period;
        const UtcDay day = UtcDay::fromSeconds(start);
        const CostRow* const lastLine = endOfDay(line, linesEnd, start);
        while (use != usesEnd && use->period < start) ++use;
        const UsageRow* const lastUse = endOfDay(use, usesEnd, start);
        std::optional<std::vector<KeyUse>> uses;
        if (coverage->isPresent({day, day})) uses = usesOf(day, use, lastUse);
        const auto parts = allocateDay(linesOf(day, line, lastLine), std::move(uses), m_rules);
        if (!parts) return failure(parts.error());
        for (Sums& one : sums) {
            one.beginDay(day);
            for (const AllocatedPart& part : *parts) one.add(part);
        }
        line = lastLine;
        use = lastUse;
    }
    return {};
}

std::vector<BilledLine> AllocatedCost::linesOf(UtcDay day, const CostRow* first, const CostRow* last) {
    std::vector<BilledLine> lines;
    lines.reserve(static_cast<std::size_t>(last - first));
    for (; first != last; ++first) {
        const auto& keys = first->keys;
        lines.push_back(
            {keys[0], keys[1], keys[2], keys[3], kindOf(keys[4], keys[5]), first->measures, teamOn(day, keys[0], 0)});
    }
    return lines;
}

std::vector<KeyUse> AllocatedCost::usesOf(UtcDay day, const UsageRow* first, const UsageRow* last) {
    std::vector<KeyUse> uses;
    uses.reserve(static_cast<std::size_t>(last - first));
    for (; first != last; ++first) {
        const auto& keys = first->keys;
        const KeyNumber key = numberOf(keys[4]);
        const TeamNumber team = key > 0 ? teamOn(day, keys[0], key) : 0;
        uses.push_back({keys[0], keys[1], keys[2], keys[3], key, team, first->measures});
    }
    return uses;
}

KeyNumber AllocatedCost::numberOf(TermId key) const {
    if (key == NullTerm) return 0;
    const auto found = m_numbers.find(key);
    return found == m_numbers.end() ? UnknownKey : found->second;
}

BilledKind AllocatedCost::kindOf(TermId costType, TermId tokenType) {
    const auto [kind, isNew] = m_kinds.try_emplace(pairOf(costType, tokenType));
    if (isNew) kind->second = billedKind(m_cache.text(costType), m_cache.text(tokenType));
    return kind->second;
}

TeamNumber AllocatedCost::teamOn(UtcDay day, TermId workspace, KeyNumber key) {
    if (m_teams.teams().empty()) return 0;
    if (day >= m_teamsUntil) {
        m_teamOf.clear();
        const auto next = std::upper_bound(m_teamChanges.begin(), m_teamChanges.end(), day);
        m_teamsUntil = next == m_teamChanges.end() ? UtcDay::fromNumber(INT32_MAX) : *next;
    }
    const auto [team, isNew] = m_teamOf.try_emplace(pairOf(workspace, key));
    if (isNew) {
        const QString id = m_cache.text(m_keys[static_cast<std::size_t>(key)]);
        team->second = m_teams.teamOn(day, {m_cache.text(workspace), id, m_persons.value(id)});
    }
    return team->second;
}

TermId AllocatedCost::keyTerm(const AllocatedPart& part) const {
    if (part.key != 0) return m_keys[static_cast<std::size_t>(part.key)];
    switch (part.basis) {
        case AllocationBasis::Console:
        case AllocationBasis::ConsoleByRule:
            return NullTerm;
        case AllocationBasis::UsageMissing:
            return UsageMissingTerm;
        default:
            return SharedTerm;
    }
}

TermId AllocatedCost::termOf(Dimension dimension, const AllocatedPart& part) const {
    switch (dimension) {
        case Dimension::Team:
            return part.team;
        case Dimension::CostCentre:
            return m_centreOfTeam[static_cast<std::size_t>(part.team)];
        case Dimension::ApiKey:
            return keyTerm(part);
        case Dimension::Workspace:
            return part.workspace;
        case Dimension::Model:
            return part.model;
        default:
            return static_cast<TermId>(part.basis) + 1;
    }
}

QString AllocatedCost::idOf(Dimension dimension, TermId term) const {
    switch (dimension) {
        case Dimension::Team:
            return term == NullTerm ? QString() : m_teams.team(term).name;
        case Dimension::CostCentre:
            return term == NullTerm ? QString() : m_costCentres[term - 1];
        case Dimension::Basis:
            return allocationBasisName(static_cast<AllocationBasis>(term - 1));
        case Dimension::ApiKey:
            return term < NullTerm ? bracketed(term) : m_cache.text(term);
        default:
            return m_cache.text(term);
    }
}

QString AllocatedCost::nameOf(Dimension dimension, TermId term) const {
    if (dimension == Dimension::Team && term == NullTerm) return QStringLiteral("(no team)");
    if (dimension == Dimension::CostCentre && term == NullTerm) return QStringLiteral("(no cost centre)");
    const bool isCacheValue =
        dimension == Dimension::Workspace || dimension == Dimension::Model || dimension == Dimension::ApiKey;
    if (isCacheValue && term >= NullTerm) return m_cache.displayName(dimension, term);
    return idOf(dimension, term);
}

Result<std::vector<TermId>> AllocatedCost::findTerms(Dimension dimension, const QString& value) const {
    std::vector<TermId> found;
    const auto take = [&](TermId term) {
        if (idOf(dimension, term) == value || nameOf(dimension, term) == value) found.push_back(term);
    };
    switch (dimension) {
        case Dimension::Team:
            for (TermId term = 0; term <= static_cast<TermId>(m_teams.teams().size()); ++term) take(term);
            return found;
        case Dimension::CostCentre:
            for (TermId term = 0; term <= static_cast<TermId>(m_costCentres.size()); ++term) take(term);
            return found;
        case Dimension::Basis:
            for (TermId term = 1; term <= AllocationBasisCount; ++term) take(term);
            return found;
        default:
            break;
    }
    auto known = m_cache.findTerms(dimension, value);
    if (!known) return failure(known.error());
    found = *std::move(known);
    if (dimension == Dimension::ApiKey) {
        take(SharedTerm);
        take(UsageMissingTerm);
    }
    return found;
}

}  // namespace tokenledger
