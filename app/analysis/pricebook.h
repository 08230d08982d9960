// Published prices with effective dates, from resources/prices.json. A price is exact: nano-dollars for a million
// tokens. Immutable after parse(); any thread.
#pragma once

#include "app/core/period.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace tokenledger {

/// Nano-dollars for 1,000,000 tokens of each kind.
struct TokenPrices {
    std::int64_t uncachedInput = 0;
    std::int64_t cacheCreation5m = 0;
    std::int64_t cacheCreation1h = 0;
    std::int64_t cacheRead = 0;
    std::int64_t output = 0;
    friend bool operator==(const TokenPrices&, const TokenPrices&) = default;
};

/// Prices in force from a day on, until the next period of the same model.
struct PricePeriod {
    UtcDay from;
    TokenPrices prices;
    bool estimate = false;  // the true price depends on something that the usage report does not tell
};

class PriceBook {
public:
    /// The book that ships with the program. A defect in it is a test failure, not a run-time state.
    [[nodiscard]] static const PriceBook& builtIn();
    [[nodiscard]] static Result<PriceBook> parse(const QByteArray& json);

    /// All price periods, oldest first, of a model id (dated ids match their model: "claude-opus-4-8-20260101") for a
    /// service tier ("batch" is half on all token kinds). Empty: unpriced. Priority tiers are not priced by the token;
    /// flex and tiers not heard of have no published price, and taking the standard one would be a guess.
    /// `contextWindow` matters for models whose price depends on it; empty: the price of the smaller window.
    [[nodiscard]] std::vector<PricePeriod> periods(const QString& model, const QString& serviceTier,
                                                   const QString& contextWindow = {}) const;
    /// Every day from which the model has other prices than before, ascending; empty: not in the book.
    [[nodiscard]] std::vector<UtcDay> changes(const QString& model) const;

private:
    struct Entry {
        QString model;
        QString contextWindow;  // empty: all windows without an entry of their own
        PricePeriod period;
    };
    std::vector<Entry> m_entries;  // sorted by model, then day
};

}  // namespace tokenledger
