#include "app/analysis/tokencost.h"

#include <algorithm>
#include <limits>

namespace tokenledger {

namespace {

__extension__ using Int128 = __int128;

}  // namespace

std::int64_t countOf(const UsageMeasures& tokens, PricedKind kind) {
    switch (kind) {
        case PricedKind::Uncached:
            return tokens.uncachedInput;
        case PricedKind::Creation5m:
            return tokens.cacheCreation5m;
        case PricedKind::Creation1h:
            return tokens.cacheCreation1h;
        case PricedKind::Read:
            return tokens.cacheRead;
        case PricedKind::Output:
            return tokens.output;
    }
    return 0;
}

std::int64_t priceOf(const TokenPrices& prices, PricedKind kind) {
    switch (kind) {
        case PricedKind::Uncached:
            return prices.uncachedInput;
        case PricedKind::Creation5m:
            return prices.cacheCreation5m;
        case PricedKind::Creation1h:
            return prices.cacheCreation1h;
        case PricedKind::Read:
            return prices.cacheRead;
        case PricedKind::Output:
            return prices.output;
    }
    return 0;
}

QString pricedKindName(PricedKind kind) {
    switch (kind) {
        case PricedKind::Uncached:
            return QStringLiteral("uncached_input");
        case PricedKind::Creation5m:
            return QStringLiteral("cache_creation_5m");
        case PricedKind::Creation1h:
            return QStringLiteral("cache_creation_1h");
        case PricedKind::Read:
            return QStringLiteral("cache_read");
        case PricedKind::Output:
            return QStringLiteral("output");
    }
    return {};
}

bool CountedDollars::add(std::int64_t count, std::int64_t nano) {
    return !__builtin_add_overflow(m_sum, static_cast<Int128>(count) * nano, &m_sum);
}

Result<Money> CountedDollars::rounded(std::int64_t units) const {
    const bool negative = m_sum < 0;
    const Int128 magnitude = negative ? -m_sum : m_sum;
    Int128 nano = magnitude / units;
    const Int128 twice = (magnitude - nano * units) * 2;
    if (twice > units || (twice == units && nano % 2 != 0)) ++nano;
    if (nano > std::numeric_limits<std::int64_t>::max()) return tooLarge(QStringLiteral("Tokens x price"));
    const auto whole = static_cast<std::int64_t>(nano);
    return Money::fromNano(negative ? -whole : whole);
}

const PricePeriod* BookPricer::price(UtcDay day, const QString& model, const QString& serviceTier,
                                     const QString& contextWindow) {
    const auto [at, isNew] = m_periods.try_emplace({model, serviceTier, contextWindow});
    if (isNew) at->second = m_book.periods(model, serviceTier, contextWindow);
    return periodOn(at->second, day);
}

bool TokenCostSum::add(UtcDay day, const UsageMeasures& tokens, const PricePeriod* price) {
    bool any = false;
    for (const PricedKind kind : AllPricedKinds) {
        const auto i = static_cast<std::size_t>(kind);
        const std::int64_t count = countOf(tokens, kind);
        if (count == 0) continue;
        any = true;
        if (__builtin_add_overflow(m_cost.tokens[i], count, &m_cost.tokens[i]) ||
            __builtin_add_overflow(m_cost.allTokens, count, &m_cost.allTokens)) {
            return false;
        }
        if (price == nullptr) {
            if (__builtin_add_overflow(m_cost.unpricedTokens, count, &m_cost.unpricedTokens)) return false;
        } else if (!m_dollars[i].add(count, priceOf(price->prices, kind))) {
            return false;
        }
    }
    if (!any) return true;
    if (price == nullptr) {
        m_cost.unpricedDays.push_back(day);
        return true;
    }
    m_cost.estimate = m_cost.estimate || price->estimate;
    const PriceOrigin origin{price->yours, price->from, price->discount};
    if (std::find(m_cost.origins.begin(), m_cost.origins.end(), origin) == m_cost.origins.end())
        m_cost.origins.push_back(origin);
    return true;
}

bool TokenCostSum::addPriority(const UsageMeasures& tokens) {
    for (const PricedKind kind : AllPricedKinds) {
        if (__builtin_add_overflow(m_cost.priorityTokens, countOf(tokens, kind), &m_cost.priorityTokens)) return false;
    }
    return true;
}

Result<TokenCost> TokenCostSum::result() const {
    TokenCost cost = m_cost;
    for (std::size_t i = 0; i < PricedKindCount; ++i) {
        const auto dollars = m_dollars[i].rounded(PricedTokens);
        if (!dollars) return failure(dollars.error());
        cost.dollars[i] = *dollars;
        const auto total = tokenledger::add(cost.total, *dollars);
        if (!total) return failure(total.error());
        cost.total = *total;
    }
    std::sort(cost.unpricedDays.begin(), cost.unpricedDays.end());
    cost.unpricedDays.erase(std::unique(cost.unpricedDays.begin(), cost.unpricedDays.end()), cost.unpricedDays.end());
    return cost;
}

QString dayNumbersText(const std::vector<UtcDay>& days) {
    QStringList runs;
    for (std::size_t i = 0; i < days.size();) {
        std::size_t last = i;
        while (last + 1 < days.size() && days[last + 1] - days[last] == 1) ++last;
        const auto number = [&days](std::size_t at) { return QString::number(days[at].toDate().day()); };
        runs << (last == i ? number(i) : number(i) + u'\u2013' + number(last));
        i = last + 1;
    }
    return runs.join(QStringLiteral(", "));
}

}  // namespace tokenledger
