// What tokens cost by the price book alone: exact dollars of tokens x price. Never by the own bill, which these figures
// are compared with. Plain values without threads; a BookPricer is used in one thread (it fills as asked).
#pragma once

#include "app/analysis/pricebook.h"
#include "app/core/measures.h"

#include <array>
#include <map>

namespace tokenledger {

enum class PricedKind : std::uint8_t { Uncached, Creation5m, Creation1h, Read, Output };
inline constexpr std::size_t PricedKindCount = 5;
inline constexpr std::array<PricedKind, PricedKindCount> AllPricedKinds = {
    PricedKind::Uncached, PricedKind::Creation5m, PricedKind::Creation1h, PricedKind::Read, PricedKind::Output};

[[nodiscard]] std::int64_t countOf(const UsageMeasures& tokens, PricedKind kind);
/// Nano-dollars for a million.
[[nodiscard]] std::int64_t priceOf(const TokenPrices& prices, PricedKind kind);
/// As reports name it: "uncached_input", "cache_creation_5m", ...
[[nodiscard]] QString pricedKindName(PricedKind kind);

/// A sum of counts x prices, 128 bits wide in units of a price's share of one, so that it does not depend on how the
/// counts were grouped; rounded once, half-even, to the nano-dollar.
class CountedDollars {
public:
    /// `nano` nano-dollars are the price of `units`, which are the same in every call. False when it does not fit.
    [[nodiscard]] bool add(std::int64_t count, std::int64_t nano);
    [[nodiscard]] Result<Money> rounded(std::int64_t units) const;

private:
    __extension__ using Fine = __int128;
    Fine m_sum = 0;
};
inline constexpr std::int64_t PricedTokens = 1'000'000;

/// The book's price of a day for a model, a tier and a window.
class BookPricer {
public:
    /// `book` must outlive it.
    explicit BookPricer(const PriceBook& book) : m_book(book) {}
    /// Null: unpriced. Valid as long as the pricer.
    [[nodiscard]] const PricePeriod* price(UtcDay day, const QString& model, const QString& serviceTier,
                                           const QString& contextWindow);

private:
    const PriceBook& m_book;
    std::map<std::array<QString, 3>, std::vector<PricePeriod>> m_periods;
};

/// Which listed price went into computed dollars.
struct PriceOrigin {
    bool yours = false;
    UtcDay from;  // 1970-01-01: since ever
    QString discount;
    friend bool operator==(const PriceOrigin&, const PriceOrigin&) = default;
};

/// What the tokens of one model cost by the book, over some days. Priority Tier tokens are counted apart.
struct TokenCost {
    std::array<std::int64_t, PricedKindCount> tokens{};  // priced or not, without Priority Tier
    std::array<Money, PricedKindCount> dollars{};        // of the priced ones
    Money total;                                         // of `dollars`
    std::int64_t allTokens = 0;                          // of `tokens`
    std::int64_t unpricedTokens = 0;
    std::int64_t priorityTokens = 0;
    std::vector<UtcDay> unpricedDays;  // ascending
    std::vector<PriceOrigin> origins;  // as they were met
    bool estimate = false;             // a price went in that depends on something unknown
};

class TokenCostSum {
public:
    /// Tokens of one day at one price; null: unpriced. False when a sum does not fit.
    [[nodiscard]] bool add(UtcDay day, const UsageMeasures& tokens, const PricePeriod* price);
    [[nodiscard]] bool addPriority(const UsageMeasures& tokens);
    [[nodiscard]] Result<TokenCost> result() const;

private:
    TokenCost m_cost;
    std::array<CountedDollars, PricedKindCount> m_dollars;
};

/// "20", "20-31" or "3, 20-31" of a month's days; with the month's name the caller's.
[[nodiscard]] QString dayNumbersText(const std::vector<UtcDay>& days);

}  // namespace tokenledger
