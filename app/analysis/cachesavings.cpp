#include "app/analysis/cachesavings.h"

#include <algorithm>
#include <limits>

namespace tokenledger {

namespace {

__extension__ using Int128 = __int128;

constexpr std::int64_t FinePerNano = 1'000'000'000;

/// tokens x price in 1e-18 USD. What is dropped is below 1e-18 USD; book prices leave no rest at all.
std::optional<Int128> fineAmount(std::int64_t tokens, const UnitPrice& price) {
    const Int128 product = static_cast<Int128>(tokens) * price.nano;
    const Int128 whole = product / price.tokens;
    if (whole > std::numeric_limits<std::int64_t>::max() || whole < std::numeric_limits<std::int64_t>::min())
        return std::nullopt;
    const Int128 rest = product - whole * price.tokens;
    return whole * FinePerNano + rest * FinePerNano / price.tokens;
}

}  // namespace

bool SavingsSum::Part::addDifference(std::int64_t tokens, const UnitPrice& plus, const UnitPrice& minus,
                                     SavingsSum& owner) {
    if (tokens == 0) return true;
    if (!plus.isKnown() || !minus.isKnown()) {
        unpriced = true;
        return true;
    }
    priced = true;
    owner.m_source = std::max({owner.m_source, plus.source, minus.source});
    owner.m_estimate = owner.m_estimate || plus.estimate || minus.estimate;
    const auto gained = fineAmount(tokens, plus);
    const auto spent = fineAmount(tokens, minus);
    return gained && spent && !__builtin_add_overflow(sum, *gained - *spent, &sum);
}

bool SavingsSum::Part::add(const Part& other) {
    priced = priced || other.priced;
    unpriced = unpriced || other.unpriced;
    return !__builtin_add_overflow(sum, other.sum, &sum);
}

Result<std::optional<Money>> SavingsSum::Part::rounded() const {
    if (unpriced && !priced) return std::optional<Money>();
    const bool negative = sum < 0;
    const Int128 magnitude = negative ? -sum : sum;
    Int128 nano = magnitude / FinePerNano;
    const Int128 twice = (magnitude - nano * FinePerNano) * 2;
    if (twice > FinePerNano || (twice == FinePerNano && nano % 2 != 0)) ++nano;
    if (nano > std::numeric_limits<std::int64_t>::max()) {
        return tooLarge(QStringLiteral("A cache saving"));
    }
    const auto whole = static_cast<std::int64_t>(nano);
    return std::optional(Money::fromNano(negative ? -whole : whole));
}

bool SavingsSum::add(const UsageMeasures& tokens, const InputPrices& prices) {
    const UnitPrice& input = prices[static_cast<std::size_t>(InputKind::Uncached)];
    const UnitPrice& read = prices[static_cast<std::size_t>(InputKind::Read)];
    const UnitPrice& write5m = prices[static_cast<std::size_t>(InputKind::Creation5m)];
    const UnitPrice& write1h = prices[static_cast<std::size_t>(InputKind::Creation1h)];
    return m_read.addDifference(tokens.cacheRead, input, read, *this) &&
           m_premium.addDifference(tokens.cacheCreation5m, write5m, input, *this) &&
           m_premium.addDifference(tokens.cacheCreation1h, write1h, input, *this);
}

bool SavingsSum::add(const SavingsSum& other) {
    m_source = std::max(m_source, other.m_source);
    m_estimate = m_estimate || other.m_estimate;
    return m_read.add(other.m_read) && m_premium.add(other.m_premium);
}

Result<CacheSavings> SavingsSum::result() const {
    const auto read = m_read.rounded();
    if (!read) return failure(read.error());
    const auto premium = m_premium.rounded();
    if (!premium) return failure(premium.error());
    CacheSavings savings;
    savings.readSaving = *read;
    savings.writePremium = *premium;
    savings.estimate = m_estimate;
    savings.unpriced = m_read.unpriced || m_premium.unpriced;
    const bool nothingPriced = !m_read.priced && !m_premium.priced;
    savings.source = savings.unpriced && nothingPriced ? PriceSource::Unpriced : m_source;
    if (*read && *premium) {
        const auto net = subtract(**read, **premium);
        if (!net) return failure(net.error());
        savings.netSaving = *net;
    }
    return savings;
}

}  // namespace tokenledger
