// What prompt caching saved or cost, in exact dollars: read saving, write premium and net saving of measures.md.
// Plain values without threads.
#pragma once

#include "app/analysis/pricetable.h"

namespace tokenledger {

/// What prices of one source had to do with a saving.
struct PriceUse {
    std::int64_t tokens = 0;  // cached tokens, read or written, whose least trusted price came from there
    UtcDay first;             // of the days of UnitPrice, where there are tokens
    UtcDay last;
    friend bool operator==(const PriceUse&, const PriceUse&) = default;
};

/// A figure is empty when there are such tokens and none of them has a price; with some priced it covers those only.
struct CacheSavings {
    std::optional<Money> readSaving;              // cache read x (p_input - p_read)
    std::optional<Money> writePremium;            // creation 5m x (p_5m - p_input) + creation 1h x (p_1h - p_input)
    std::optional<Money> netSaving;               // read saving - write premium, from the two above
    PriceSource source = PriceSource::OwnBill;    // the least trusted one that went in
    bool estimate = false;                        // a book price went in that depends on something unknown
    bool unpriced = false;                        // some tokens are not in the figures
    std::array<PriceUse, PriceSourceCount> uses;  // by PriceSource; of Unpriced, the tokens that are not in the figures
    std::int64_t pricedRead = 0;                  // tokens that are
    std::int64_t pricedWritten = 0;
    /// Reads per write, in parts per million, at which the net saving is zero: the premium of a written token by the
    /// saving of a read one, each on average (with nothing read, the saving that reads of what was written would have
    /// brought). Nothing where nothing was written, or reading saves nothing.
    std::optional<std::int64_t> breakEven;

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
        std::int64_t tokens = 0;  // priced ones
        bool unpriced = false;
        [[nodiscard]] bool addDifference(std::int64_t count, const UnitPrice& plus, const UnitPrice& minus);
        [[nodiscard]] bool add(const Part& other);
        [[nodiscard]] Result<std::optional<Money>> rounded() const;
    };
    [[nodiscard]] bool note(std::int64_t tokens, const UnitPrice& a, const UnitPrice& b);
    [[nodiscard]] std::optional<std::int64_t> breakEven(Money readSaving, Money premium) const;

    Part m_read;
    Part m_premium;
    Part m_unread;  // what reading the written tokens would have saved, of rows without a read
    std::array<PriceUse, PriceSourceCount> m_uses;
    bool m_estimate = false;
};

}  // namespace tokenledger
