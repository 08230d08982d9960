// Published prices with effective dates, from resources/prices.json. A price is exact: nano-dollars for a million
// tokens. Immutable after parse(); any thread.
#pragma once

#include "app/core/period.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
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

    /// Prices of a model id (dated ids match their model: "claude-opus-4-8-20260101") on a day for a service tier
    /// ("batch" is half on all token kinds). Nothing: unpriced. Priority tiers are not priced by the token; flex and
    /// tiers not heard of have no published price, and taking the standard one would be a guess.
    /// `contextWindow` matters for models whose price depends on it; empty: the price of the smaller window.
    [[nodiscard]] std::optional<TokenPrices> find(const QString& model, const QString& serviceTier, UtcDay day,
                                                  const QString& contextWindow = {}) const;
    /// All price periods of that combination, oldest first; empty: unpriced.
    [[nodiscard]] std::vector<PricePeriod> periods(const QString& model, const QString& serviceTier,
                                                   const QString& contextWindow = {}) const;
    /// The first day of the prices in force on `day`, so that a neighbour's price is not taken across a change.
    /// Nothing: the book has no price of the model for that day.
    [[nodiscard]] std::optional<UtcDay> effectiveFrom(const QString& model, UtcDay day) const;
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
