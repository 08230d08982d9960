#include "app/analysis/bridge.h"

#include <algorithm>
#include <array>

namespace tokenledger {

namespace {

__extension__ using Wide = __int128;

/// Sums that remember whether they fit.
class Adder {
public:
    void add(std::int64_t& sum, std::int64_t value) { m_fits = !__builtin_add_overflow(sum, value, &sum) && m_fits; }
    void add(Money& sum, Money value) {
        std::int64_t nano = sum.nano();
        add(nano, value.nano());
        sum = Money::fromNano(nano);
    }
    [[nodiscard]] Money difference(Money a, Money b) {
        std::int64_t nano = 0;
        m_fits = !__builtin_sub_overflow(a.nano(), b.nano(), &nano) && m_fits;
        return Money::fromNano(nano);
    }
    /// amount * tokens / of, rounded; `of` above 0.
    [[nodiscard]] Money scaled(Money amount, std::int64_t tokens, std::int64_t of) {
        const auto nano = mulDivHalfEven(amount.nano(), tokens, of);
        m_fits = nano.has_value() && m_fits;
        return Money::fromNano(nano.value_or(0));
    }
    void refuse() { m_fits = false; }
    [[nodiscard]] bool fit() const { return m_fits; }

private:
    bool m_fits = true;
};

/// Tokens and amounts of both periods.
struct Pair {
    std::array<std::int64_t, 2> tokens{};
    std::array<Money, 2> amount{};
};

struct GroupKey {
    TermId model = NullTerm;
    TermId serviceTier = NullTerm;
    TermId contextWindow = NullTerm;
    bool output = false;
    friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};
using Group = std::map<BilledKind, Pair>;

/// What a model's old cost becomes step by step: with the new volume, the new mix, the new kinds of input.
struct Steps {
    Pair all;                              // of cells with tokens
    std::array<Money, 2> withoutTokens{};  // of the others
    Money volume;
    Money mix;
    Money cache;
};

class Builder {
public:
    Builder(const BridgePeriod& before, const BridgePeriod& after) : m_periods{&before, &after} {}

    [[nodiscard]] Result<Bridge> build() {
        for (const std::size_t period : {0U, 1U}) readLines(period);
        for (const auto& [key, group] : m_groups) addGroup(key, group);
        scaleToNewVolume();
        for (const auto& [model, steps] : m_models) addModel(model, steps);
        for (const std::size_t period : {0U, 1U}) addOthers(period);
        finish();
        if (!m_adder.fit()) return tooLarge(QStringLiteral("A sum of the compared periods"));
        return std::move(m_bridge);
    }

private:
    void readLines(std::size_t period) {
        for (const BridgeLine& line : m_periods[period]->lines) {
            const bool output = line.kind == BilledKind::Output;
            Pair& cell = m_groups[{line.model, line.serviceTier, line.contextWindow, output}][line.kind];
            m_adder.add(cell.tokens[period], line.tokens);
            m_adder.add(cell.amount[period], line.amount);
        }
    }

    void addGroup(const GroupKey& key, const Group& group) {
        Steps& steps = m_models[key.model];
        Pair sum;
        for (const auto& [kind, cell] : group) {
            for (const std::size_t period : {0U, 1U}) {
                if (cell.tokens[period] > 0) {
                    m_adder.add(sum.tokens[period], cell.tokens[period]);
                    m_adder.add(sum.amount[period], cell.amount[period]);
                } else {
                    m_adder.add(steps.withoutTokens[period], cell.amount[period]);
                }
            }
            if (cell.tokens[1] <= 0) continue;
            const bool hasOldPrice = cell.tokens[0] > 0;
            m_adder.add(steps.cache,
                        hasOldPrice ? m_adder.scaled(cell.amount[0], cell.tokens[1], cell.tokens[0]) : cell.amount[1]);
        }
        m_adder.add(steps.mix,
                    sum.tokens[0] > 0 ? m_adder.scaled(sum.amount[0], sum.tokens[1], sum.tokens[0]) : sum.amount[1]);
        for (const std::size_t period : {0U, 1U}) {
            m_adder.add(steps.all.tokens[period], sum.tokens[period]);
            m_adder.add(steps.all.amount[period], sum.amount[period]);
            m_adder.add(m_all.tokens[period], sum.tokens[period]);
            m_adder.add(m_all.amount[period], sum.amount[period]);
        }
    }

    /// Every model's old cost as if all had grown alike; together the rounded whole.
    void scaleToNewVolume() {
        if (m_all.tokens[0] <= 0) return;
        struct Remainder {
            Wide size = 0;
            Steps* steps = nullptr;
        };
        const std::int64_t of = m_all.tokens[0];
        std::int64_t left = m_adder.scaled(m_all.amount[0], m_all.tokens[1], of).nano();
        std::vector<Remainder> remainders;
        for (auto& [model, steps] : m_models) {
            const Wide exact = static_cast<Wide>(steps.all.amount[0].nano()) * m_all.tokens[1];
            Wide floor = exact / of;
            if (exact % of < 0) --floor;
            const auto nano = static_cast<std::int64_t>(floor);
            if (nano != floor) m_adder.refuse();
            steps.volume = Money::fromNano(nano);
            m_adder.add(left, -nano);
            remainders.push_back({exact - floor * of, &steps});
        }
        std::stable_sort(remainders.begin(), remainders.end(),
                         [](const Remainder& a, const Remainder& b) { return a.size > b.size; });
        for (std::size_t i = 0; left > 0 && i < remainders.size(); ++i, --left) {
            m_adder.add(remainders[i].steps->volume, Money::fromNano(1));
        }
    }

    void addModel(TermId model, const Steps& steps) {
        Bridge::Model row;
        row.model = model;
        row.tokensBefore = steps.all.tokens[0];
        row.tokensAfter = steps.all.tokens[1];
        row.isNew = row.tokensBefore == 0 && row.tokensAfter > 0;
        row.isGone = row.tokensAfter == 0 && row.tokensBefore > 0;
        row.before = steps.all.amount[0];
        row.after = steps.all.amount[1];
        m_adder.add(row.before, steps.withoutTokens[0]);
        m_adder.add(row.after, steps.withoutTokens[1]);
        row.effects = {m_adder.difference(steps.volume, steps.all.amount[0]),
                       m_adder.difference(steps.mix, steps.volume), m_adder.difference(steps.cache, steps.mix),
                       m_adder.difference(steps.all.amount[1], steps.cache),
                       m_adder.difference(steps.withoutTokens[1], steps.withoutTokens[0])};
        BridgeEffects& all = m_bridge.effects;
        m_adder.add(all.volume, row.effects.volume);
        m_adder.add(all.mix, row.effects.mix);
        m_adder.add(all.cache, row.effects.cache);
        m_adder.add(all.price, row.effects.price);
        m_adder.add(all.other, row.effects.other);
        if (row.isNew) m_adder.add(m_bridge.newModels, row.effects.mix);
        if (row.isGone) m_adder.add(m_bridge.goneModels, row.effects.mix);
        m_adder.add(m_bridge.before, row.before);
        m_adder.add(m_bridge.after, row.after);
        m_bridge.models.push_back(row);
    }

    void addOthers(std::size_t period) {
        for (const auto& [costType, amount] : m_periods[period]->others) {
            auto at = std::find_if(m_bridge.others.begin(), m_bridge.others.end(),
                                   [type = costType](const Bridge::Other& other) { return other.costType == type; });
            if (at == m_bridge.others.end()) at = m_bridge.others.insert(at, {costType, {}, {}});
            (period == 0 ? at->before : at->after) = amount;
            m_adder.add(period == 0 ? m_bridge.before : m_bridge.after, amount);
        }
        const Money missing = m_periods[period]->withoutUsage;
        (period == 0 ? m_bridge.withoutUsageBefore : m_bridge.withoutUsageAfter) = missing;
        m_adder.add(period == 0 ? m_bridge.before : m_bridge.after, missing);
    }

    void finish() {
        std::sort(m_bridge.others.begin(), m_bridge.others.end(),
                  [](const Bridge::Other& a, const Bridge::Other& b) { return a.costType < b.costType; });
        for (const Bridge::Other& other : m_bridge.others) {
            m_adder.add(m_bridge.effects.other, m_adder.difference(other.after, other.before));
        }
        m_adder.add(m_bridge.effects.other,
                    m_adder.difference(m_bridge.withoutUsageAfter, m_bridge.withoutUsageBefore));
    }

    std::array<const BridgePeriod*, 2> m_periods;
    Adder m_adder;
    std::map<GroupKey, Group> m_groups;
    std::map<TermId, Steps> m_models;
    Pair m_all;
    Bridge m_bridge;
};

}  // namespace

Result<Bridge> buildBridge(const BridgePeriod& before, const BridgePeriod& after) {
    return Builder(before, after).build();
}

}  // namespace tokenledger
