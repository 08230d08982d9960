// Prices with effective dates: the published ones of resources/prices.json, and over them those of the user's own list.
// A price is exact: nano-dollars for a million tokens. Immutable after parse(); any thread.
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
    bool yours = false;     // from the user's own list
};

class PriceBook {
public:
    /// The book that ships with the program. A defect in it is a test failure, not a run-time state.
    [[nodiscard]] static const PriceBook& builtIn();
    /// The error's detail says in plain words what is wrong, and where.
    [[nodiscard]] static Result<PriceBook> parse(const QByteArray& json);
    /// This book with the user's list over it: what that says of a model holds from its first day on, whatever this one
    /// says of later days.
    [[nodiscard]] PriceBook overriddenBy(const PriceBook& yours) const;

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
    /// The model itself where this list names it, else without the date behind it.
    [[nodiscard]] QString listedId(const QString& model, bool yours) const;
    [[nodiscard]] std::vector<PricePeriod> listed(const QString& model, const QString& contextWindow, bool yours) const;
    std::vector<Entry> m_entries;  // each list sorted by model, window, then day
};

/// The user's own list: a file of the form of resources/prices.json. Nothing where there is no such file. The error's
/// message names the file and says what is wrong with it.
[[nodiscard]] Result<std::optional<PriceBook>> readOwnPrices(const QString& path);

}  // namespace tokenledger
