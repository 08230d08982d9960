#include "app/analysis/allocation.h"

#include "app/core/apportion.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

namespace tokenledger {

namespace {

constexpr std::array<const char*, AllocationBasisCount> BasisNames = {
    "tokens", "web_searches", "shared_by_rule", "console_by_rule", "shared", "console", "usage_missing"};

template <typename Value, std::size_t Count>
std::optional<Value> fromName(const std::array<const char*, Count>& names, QStringView name) {
    for (std::size_t i = 0; i < Count; ++i) {
        if (name == QLatin1String(names[i])) return static_cast<Value>(i);
    }
    return std::nullopt;
}

/// What a line and the use that it bills have in common.
struct Match {
    TermId workspace = NullTerm;
    TermId model = NullTerm;
    TermId serviceTier = NullTerm;
    TermId contextWindow = NullTerm;
    friend auto operator<=>(const Match&, const Match&) = default;
};

template <typename Row>
Match matchOf(const Row& row) {
    return {row.workspace, row.model, row.serviceTier, row.contextWindow};
}

/// The own cost of a key in a workspace.
struct Receiver {
    TermId workspace = NullTerm;
    KeyNumber key = 0;
    TeamNumber team = 0;
    std::int64_t own = 0;
};

class DayAllocation {
public:
    DayAllocation(std::vector<BilledLine>& lines, std::vector<KeyUse>& uses, const AllocationRules& rules)
        : m_lines(lines), m_uses(uses), m_rules(rules) {}

    [[nodiscard]] Result<std::vector<AllocatedPart>> run() {
        forgetWhatIsNotKnown();
        sortLines();
        sortUses();
        splitTokens();
        splitSearches();
        for (const BilledLine& line : m_lines) {
            if (line.kind == BilledKind::Other) addToPool(line, false, line.amount.nano());
        }
        const bool byRule = m_rules.shared != SharingRule::None || m_rules.console != SharingRule::None;
        if (byRule && !m_pools.empty()) collectReceivers();
        for (const auto& [where, pool] : m_pools) share(where, pool);
        if (!m_fits) return tooLarge(QStringLiteral("A day's bill"));
        return std::move(m_parts);
    }

private:
    struct Pool {
        std::int64_t nano = 0;
        TeamNumber team = 0;
    };
    /// Where cost without a key was billed.
    struct PoolPlace {
        TermId workspace = NullTerm;
        TermId model = NullTerm;
        bool console = false;
        friend auto operator<=>(const PoolPlace&, const PoolPlace&) = default;
    };

    void add(std::int64_t& sum, std::int64_t nano) { m_fits = !__builtin_add_overflow(sum, nano, &sum) && m_fits; }

    /// A dimension that some row was not grouped by tells no rows apart.
    void forgetWhatIsNotKnown() {
        for (const auto dimension : {&Match::model, &Match::serviceTier, &Match::contextWindow}) {
            const auto lacks = [dimension](const auto& row) { return matchOf(row).*dimension == NotGroupedTerm; };
            m_forgotten.*dimension =
                std::any_of(m_uses.begin(), m_uses.end(), lacks) || std::any_of(m_lines.begin(), m_lines.end(), lacks)
                    ? NotGroupedTerm
                    : NullTerm;
        }
    }
    template <typename Row>
    [[nodiscard]] Match known(const Row& row) const {
        Match match = matchOf(row);
        for (const auto dimension : {&Match::model, &Match::serviceTier, &Match::contextWindow}) {
            if (m_forgotten.*dimension == NotGroupedTerm) match.*dimension = NotGroupedTerm;
        }
        return match;
    }

    void sortLines() {
        std::sort(m_lines.begin(), m_lines.end(), [this](const BilledLine& a, const BilledLine& b) {
            return std::tuple(known(a), a.model, a.kind, a.amount) < std::tuple(known(b), b.model, b.kind, b.amount);
        });
    }

    /// One use a key and match.
    void sortUses() {
        std::sort(m_uses.begin(), m_uses.end(), [this](const KeyUse& a, const KeyUse& b) {
            return std::pair(known(a), a.key) < std::pair(known(b), b.key);
        });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_uses.size(); ++i) {
            const bool same =
                kept > 0 && known(m_uses[kept - 1]) == known(m_uses[i]) && m_uses[kept - 1].key == m_uses[i].key;
            if (same) {
                m_fits = m_uses[kept - 1].tokens.add(m_uses[i].tokens) && m_fits;
            } else {
                m_uses[kept++] = m_uses[i];
            }
        }
        m_uses.resize(kept);
    }

    void splitTokens() {
        auto use = m_uses.begin();
        for (auto line = m_lines.begin(); line != m_lines.end();) {
            const Match match = known(*line);
            while (use != m_uses.end() && known(*use) < match) ++use;
            auto end = use;
            while (end != m_uses.end() && known(*end) == match) ++end;
            while (line != m_lines.end() && known(*line) == match) line = splitModel(line, match, {use, end});
        }
    }

    /// The lines of one model; there are several where the usage does not know models.
    std::vector<BilledLine>::iterator splitModel(std::vector<BilledLine>::iterator line, const Match& match,
                                                 std::span<const KeyUse> uses) {
        const TermId model = line->model;
        m_own.assign(uses.size(), std::nullopt);
        for (; line != m_lines.end() && line->model == model && known(*line) == match; ++line) {
            if (line->kind >= BilledKind::Search) continue;
            m_weights.clear();
            for (const KeyUse& use : uses)
                m_weights.push_back(std::max<std::int64_t>(0, countOf(use.tokens, line->kind)));
            const auto parts = m_apportioner.split(line->amount.nano(), m_weights);
            if (parts.empty()) addToPool(*line, false, line->amount.nano());
            for (std::size_t i = 0; i < parts.size(); ++i) {
                if (m_weights[i] == 0) continue;
                if (uses[i].key == 0) {
                    addToPool(*line, true, parts[i]);
                } else {
                    if (!m_own[i]) m_own[i] = 0;
                    add(*m_own[i], parts[i]);
                }
            }
        }
        for (std::size_t i = 0; i < uses.size(); ++i) {
            if (!m_own[i]) continue;
            m_parts.push_back({match.workspace, model, uses[i].key, uses[i].team, AllocationBasis::Tokens,
                               Money::fromNano(*m_own[i])});
        }
        return line;
    }

    void splitSearches() {
        for (const BilledLine& line : m_lines) {
            if (line.kind != BilledKind::Search) continue;
            std::map<KeyNumber, std::pair<std::int64_t, TeamNumber>> searches;
            for (const KeyUse& use : m_uses) {
                const bool same =
                    use.workspace == line.workspace && (line.model == NullTerm || line.model == use.model);
                if (!same || use.tokens.webSearches <= 0) continue;
                auto& [count, team] = searches[use.key];
                add(count, use.tokens.webSearches);
                team = use.team;
            }
            m_weights.clear();
            for (const auto& [key, use] : searches) m_weights.push_back(use.first);
            const auto parts = m_apportioner.split(line.amount.nano(), m_weights);
            if (parts.empty()) addToPool(line, false, line.amount.nano());
            std::size_t place = 0;
            for (const auto& [key, use] : searches) {
                if (parts.empty()) break;
                const std::int64_t part = parts[place++];
                if (key == 0) {
                    addToPool(line, true, part);
                } else {
                    m_parts.push_back({line.workspace, line.model, key, use.second, AllocationBasis::Searches,
                                       Money::fromNano(part)});
                }
            }
        }
    }

    void addToPool(const BilledLine& line, bool console, std::int64_t nano) {
        Pool& pool = m_pools[{line.workspace, line.model, console}];
        pool.team = line.team;
        add(pool.nano, nano);
    }

    /// Keys with cost of their own; one that got more credits than cost takes nothing.
    void collectReceivers() {
        std::map<std::pair<TermId, KeyNumber>, Receiver> sums;
        for (const AllocatedPart& part : m_parts) {
            Receiver& receiver = sums[{part.workspace, part.key}];
            receiver.workspace = part.workspace;
            receiver.key = part.key;
            receiver.team = part.team;
            add(receiver.own, part.amount.nano());
        }
        for (const auto& [place, receiver] : sums) {
            if (receiver.own > 0) m_receivers.push_back(receiver);
        }
    }

    void share(const PoolPlace& where, const Pool& pool) {
        const SharingRule rule = where.console ? m_rules.console : m_rules.shared;
        const bool isFixed = std::any_of(m_rules.fixed.begin(), m_rules.fixed.end(),
                                         [](const AllocationRules::FixedPart& part) { return part.parts > 0; });
        if (pool.nano != 0 && rule == SharingRule::Fixed && isFixed) return shareFixed(where, pool);
        if (pool.nano != 0 && (rule == SharingRule::Even || rule == SharingRule::Proportional)) {
            auto near = receivers([&](const Receiver& receiver) { return receiver.workspace == where.workspace; });
            if (near.empty()) near = m_receivers;
            if (!near.empty()) {
                if (rule == SharingRule::Even) return shareEvenly(where, pool.nano, near);
                return give(where, pool.nano, near);
            }
        }
        const AllocationBasis basis = where.console ? AllocationBasis::Console : AllocationBasis::Shared;
        m_parts.push_back({where.workspace, where.model, 0, pool.team, basis, Money::fromNano(pool.nano)});
    }

    template <typename Wanted>
    [[nodiscard]] std::vector<Receiver> receivers(Wanted wanted) const {
        std::vector<Receiver> found;
        std::copy_if(m_receivers.begin(), m_receivers.end(), std::back_inserter(found), wanted);
        return found;
    }

    void shareEvenly(const PoolPlace& where, std::int64_t nano, const std::vector<Receiver>& among) {
        std::map<std::pair<TeamNumber, KeyNumber>, std::vector<Receiver>> owners;
        for (const Receiver& receiver : among) {
            owners[{receiver.team, receiver.team != 0 ? 0 : receiver.key}].push_back(receiver);
        }
        m_weights.assign(owners.size(), 1);
        const auto split = m_apportioner.split(nano, m_weights);
        const std::vector<std::int64_t> parts(split.begin(), split.end());
        std::size_t place = 0;
        for (const auto& [owner, keys] : owners) give(where, parts[place++], keys);
    }

    void shareFixed(const PoolPlace& where, const Pool& pool) {
        m_weights.clear();
        for (const AllocationRules::FixedPart& part : m_rules.fixed) m_weights.push_back(part.parts);
        const auto split = m_apportioner.split(pool.nano, m_weights);
        const std::vector<std::int64_t> parts(split.begin(), split.end());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const TeamNumber team = m_rules.fixed[i].team;
            const auto keys = receivers([team](const Receiver& receiver) { return receiver.team == team; });
            if (!keys.empty()) {
                give(where, parts[i], keys);
            } else {
                m_parts.push_back({where.workspace, where.model, 0, team, byRule(where), Money::fromNano(parts[i])});
            }
        }
    }

    /// In proportion to their own cost.
    void give(const PoolPlace& where, std::int64_t nano, const std::vector<Receiver>& keys) {
        m_weights.clear();
        for (const Receiver& receiver : keys) m_weights.push_back(receiver.own);
        const auto parts = m_apportioner.split(nano, m_weights);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            m_parts.push_back(
                {where.workspace, where.model, keys[i].key, keys[i].team, byRule(where), Money::fromNano(parts[i])});
        }
    }

    static AllocationBasis byRule(const PoolPlace& where) {
        return where.console ? AllocationBasis::ConsoleByRule : AllocationBasis::SharedByRule;
    }

    std::vector<BilledLine>& m_lines;
    std::vector<KeyUse>& m_uses;
    const AllocationRules& m_rules;
    Match m_forgotten;
    Apportioner m_apportioner;
    std::vector<std::int64_t> m_weights;
    std::vector<std::optional<std::int64_t>> m_own;  // by use, while its lines are split
    std::map<PoolPlace, Pool> m_pools;
    std::vector<Receiver> m_receivers;
    std::vector<AllocatedPart> m_parts;
    bool m_fits = true;
};

bool isKnown(const std::vector<KeyUse>& uses) {
    return std::none_of(uses.begin(), uses.end(),
                        [](const KeyUse& use) { return use.key == UnknownKey || use.workspace == NotGroupedTerm; });
}

Result<std::vector<AllocatedPart>> withoutUsage(const std::vector<BilledLine>& lines) {
    std::map<std::pair<TermId, TermId>, Money> sums;
    for (const BilledLine& line : lines) {
        Money& sum = sums[{line.workspace, line.model}];
        const auto next = add(sum, line.amount);
        if (!next) return failure(next.error());
        sum = *next;
    }
    std::vector<AllocatedPart> parts;
    for (const auto& [place, sum] : sums) {
        parts.push_back({place.first, place.second, 0, 0, AllocationBasis::UsageMissing, sum});
    }
    return parts;
}

}  // namespace

BilledKind billedKind(QStringView costType, QStringView tokenType) {
    static constexpr std::array<const char*, TokenKindCount> TokenTypes = {
        "uncached_input_tokens", "cache_creation.ephemeral_5m_input_tokens", "cache_creation.ephemeral_1h_input_tokens",
        "cache_read_input_tokens", "output_tokens"};
    if (costType == QLatin1String("web_search")) return BilledKind::Search;
    if (costType != QLatin1String("tokens")) return BilledKind::Other;
    return fromName<BilledKind>(TokenTypes, tokenType).value_or(BilledKind::Other);
}

std::int64_t countOf(const UsageMeasures& tokens, BilledKind kind) {
    switch (kind) {
        case BilledKind::Uncached:
            return tokens.uncachedInput;
        case BilledKind::Creation5m:
            return tokens.cacheCreation5m;
        case BilledKind::Creation1h:
            return tokens.cacheCreation1h;
        case BilledKind::Read:
            return tokens.cacheRead;
        case BilledKind::Output:
            return tokens.output;
        case BilledKind::Search:
            return tokens.webSearches;
        case BilledKind::Other:
            break;
    }
    return 0;
}

QString allocationBasisName(AllocationBasis basis) {
    return QString::fromLatin1(BasisNames[static_cast<std::size_t>(basis)]);
}
std::optional<AllocationBasis> allocationBasisFromName(QStringView name) {
    return fromName<AllocationBasis>(BasisNames, name);
}

Result<std::vector<AllocatedPart>> allocateDay(std::vector<BilledLine> lines, std::optional<std::vector<KeyUse>> uses,
                                               const AllocationRules& rules) {
    if (!uses || !isKnown(*uses)) return withoutUsage(lines);
    return DayAllocation(lines, *uses, rules).run();
}

}  // namespace tokenledger
