// Published prices with effective dates, from resources/prices.json. A price is exact: nano-dollars for a million tokens.
#pragma once

#include "app/core/period.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
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

class PriceBook {
public:
    /// The book that ships with the program. A defect in it is a test failure, not a run-time state.
    [[nodiscard]] static const PriceBook& builtIn();
    [[nodiscard]] static Result<PriceBook> parse(const QByteArray& json);

    /// Prices of a model id (dated ids match their model: "claude-opus-4-8-20260101") on a day for a service tier
    /// ("batch" is half on all token kinds). Nothing: unpriced. Priority tiers are not priced by the token.
    [[nodiscard]] std::optional<TokenPrices> find(const QString& model, const QString& serviceTier, UtcDay day) const;
    /// The first day of the prices in force on `day`, so that a neighbour's price is not taken across a change.
    [[nodiscard]] std::optional<UtcDay> effectiveFrom(const QString& model, UtcDay day) const;

private:
    struct Entry {
        QString model;
        UtcDay from;
        TokenPrices prices;
    };
    std::vector<Entry> m_entries;
};

}  // namespace tokenledger
