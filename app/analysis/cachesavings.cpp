#include "app/analysis/cachesavings.h"

#include <algorithm>
#include <limits>

namespace tokenledger {

namespace {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

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

/// a x b / (c x d) in parts per million, half up; nothing where that is no number above zero or does not fit. All are
/// sums of money or tokens; the last bits of huge products do not show in a ratio.
std::optional<std::int64_t> ratioOfProducts(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
    if (a < 0 || b < 0 || c <= 0 || d <= 0) return std::nullopt;
    constexpr unsigned Million = 1'000'000;
    constexpr int SpareBits = 21;  // of a factor of a million, and of the rounding
    UInt128 above = static_cast<UInt128>(a) * static_cast<UInt128>(b);
    UInt128 below = static_cast<UInt128>(c) * static_cast<UInt128>(d);
    while ((above >> (128 - SpareBits)) != 0) {
        above >>= 1U;
        below >>= 1U;
    }
    if (below == 0) return std::nullopt;
    const UInt128 ppm = (above * Million + below / 2) / below;
    if (ppm > static_cast<UInt128>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    return static_cast<std::int64_t>(ppm);
}

std::size_t indexOf(PriceSource source) { return static_cast<std::size_t>(source); }

}  // namespace

bool SavingsSum::Part::addDifference(std::int64_t count, const UnitPrice& plus, const UnitPrice& minus) {
    if (count == 0) return true;
    if (!plus.isKnown() || !minus.isKnown()) {
        unpriced = true;
        return true;
    }
    const auto gained = fineAmount(count, plus);
    const auto spent = fineAmount(count, minus);
    return gained && spent && !__builtin_add_overflow(tokens, count, &tokens) &&
           !__builtin_add_overflow(sum, *gained - *spent, &sum);
}

bool SavingsSum::Part::add(const Part& other) {
    unpriced = unpriced || other.unpriced;
    return !__builtin_add_overflow(tokens, other.tokens, &tokens) && !__builtin_add_overflow(sum, other.sum, &sum);
}

Result<std::optional<Money>> SavingsSum::Part::rounded() const {
    if (unpriced && tokens == 0) return std::optional<Money>();
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

/// Which price decides how far these tokens' dollars are to be trusted.
bool SavingsSum::note(std::int64_t tokens, const UnitPrice& a, const UnitPrice& b) {
    if (tokens == 0) return true;
    const PriceSource source = std::max(a.source, b.source);
    PriceUse& use = m_uses[indexOf(source)];
    for (const UnitPrice* price : {&a, &b}) {
        if (price->source != source) continue;
        if (use.tokens == 0) use.first = use.last = price->day;
        use.first = std::min(use.first, price->day);
        use.last = std::max(use.last, price->day);
    }
    if (source != PriceSource::Unpriced) m_estimate = m_estimate || a.estimate || b.estimate;
    return !__builtin_add_overflow(use.tokens, tokens, &use.tokens);
}

bool SavingsSum::add(const UsageMeasures& tokens, const InputPrices& prices) {
    const UnitPrice& input = prices[static_cast<std::size_t>(InputKind::Uncached)];
    const UnitPrice& read = prices[static_cast<std::size_t>(InputKind::Read)];
    const UnitPrice& write5m = prices[static_cast<std::size_t>(InputKind::Creation5m)];
    const UnitPrice& write1h = prices[static_cast<std::size_t>(InputKind::Creation1h)];
    bool fits = note(tokens.cacheRead, input, read) && note(tokens.cacheCreation5m, write5m, input) &&
                note(tokens.cacheCreation1h, write1h, input);
    if (tokens.cacheRead == 0) {
        fits = fits && m_unread.addDifference(tokens.cacheCreation5m, input, read) &&
               m_unread.addDifference(tokens.cacheCreation1h, input, read);
    }
    return fits && m_read.addDifference(tokens.cacheRead, input, read) &&
           m_premium.addDifference(tokens.cacheCreation5m, write5m, input) &&
           m_premium.addDifference(tokens.cacheCreation1h, write1h, input);
}

bool SavingsSum::add(const SavingsSum& other) {
    m_estimate = m_estimate || other.m_estimate;
    bool fits = true;
    for (std::size_t i = 0; i < PriceSourceCount; ++i) {
        const PriceUse& more = other.m_uses[i];
        if (more.tokens == 0) continue;
        PriceUse& use = m_uses[i];
        use.first = use.tokens == 0 ? more.first : std::min(use.first, more.first);
        use.last = use.tokens == 0 ? more.last : std::max(use.last, more.last);
        fits = !__builtin_add_overflow(use.tokens, more.tokens, &use.tokens) && fits;
    }
    return m_read.add(other.m_read) && m_premium.add(other.m_premium) && m_unread.add(other.m_unread) && fits;
}

std::optional<std::int64_t> SavingsSum::breakEven(Money readSaving, Money premium) const {
    if (m_premium.tokens == 0) return std::nullopt;
    if (m_read.tokens > 0) {
        return ratioOfProducts(premium.nano(), m_read.tokens, readSaving.nano(), m_premium.tokens);
    }
    const auto unread = m_unread.rounded();
    return unread && *unread ? ratioOfProducts(premium.nano(), 1, (*unread)->nano(), 1) : std::nullopt;
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
    savings.uses = m_uses;
    savings.pricedRead = m_read.tokens;
    savings.pricedWritten = m_premium.tokens;
    for (const PriceSource source : {PriceSource::NearestDay, PriceSource::YourPrices, PriceSource::PriceBook}) {
        if (m_uses[indexOf(source)].tokens > 0) savings.source = source;
    }
    const bool nothingPriced = m_read.tokens == 0 && m_premium.tokens == 0;
    if (savings.unpriced && nothingPriced) savings.source = PriceSource::Unpriced;
    if (*read && *premium) {
        const auto net = subtract(**read, **premium);
        if (!net) return failure(net.error());
        savings.netSaving = *net;
        savings.breakEven = breakEven(**read, **premium);
    }
    return savings;
}

}  // namespace tokenledger
