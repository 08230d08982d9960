// What prompt caching saved or cost, in exact dollars: read saving, write premium and net saving of measures.md.
// Plain values without threads.
#pragma once

#include "app/analysis/pricetable.h"

namespace tokenledger {

/// A figure is empty when there are such tokens and none of them has a price; with some priced it covers those only.
struct CacheSavings {
    std::optional<Money> readSaving;            // cache read x (p_input - p_read)
    std::optional<Money> writePremium;          // creation 5m x (p_5m - p_input) + creation 1h x (p_1h - p_input)
    std::optional<Money> netSaving;             // read saving - write premium, from the two above
    PriceSource source = PriceSource::OwnBill;  // the least trusted one that went in
    bool estimate = false;                      // a book price went in that depends on something unknown
    bool unpriced = false;                      // some tokens are not in the figures

    [[nodiscard]] bool losesMoney() const { return netSaving && netSaving->isNegative(); }
};

/// A running sum of savings in units of 1e-18 USD, 128 bits wide. So the sum does not depend on how the tokens were
/// grouped before, and is rounded once, half-even, to the nano-dollar in result().
class SavingsSum {
public:
    /// Tokens of one day and price key at their prices. False when a figure does not fit; the sum is then unusable.
    [[nodiscard]] bool add(const UsageMeasures& tokens, const InputPrices& prices);
    [[nodiscard]] bool add(const SavingsSum& other);
    /// Error Usage when a sum does not fit.
    [[nodiscard]] Result<CacheSavings> result() const;

private:
    __extension__ using Fine = __int128;
    struct Part {
        Fine sum = 0;
        bool priced = false;
        bool unpriced = false;
        [[nodiscard]] bool addDifference(std::int64_t tokens, const UnitPrice& plus, const UnitPrice& minus,
                                         SavingsSum& owner);
        [[nodiscard]] bool add(const Part& other);
        [[nodiscard]] Result<std::optional<Money>> rounded() const;
    };

    Part m_read;
    Part m_premium;
    PriceSource m_source = PriceSource::OwnBill;
    bool m_estimate = false;
};

}  // namespace tokenledger
