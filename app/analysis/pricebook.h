// Prices with effective dates: the published ones of resources/prices.json, and over them those of the user's own list
// and contract discounts. A price is exact: nano-dollars for a million tokens. Immutable after parse(); any thread.
#pragma once

#include "app/core/period.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

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

/// Days on which a price or a discount holds.
struct PriceDays {
    UtcDay from;               // 1970-01-01: since ever
    std::optional<UtcDay> to;  // the last one; nothing: until there is another
    [[nodiscard]] bool contains(UtcDay day) const { return from <= day && (!to || day <= *to); }
    friend bool operator==(const PriceDays&, const PriceDays&) = default;
};

/// Prices in force on some days; between two periods of a model there may be days without any.
struct PricePeriod : PriceDays {
    TokenPrices prices;
    bool estimate = false;  // the true price depends on something that the usage report does not tell
    bool yours = false;     // from the user's own list
    QString discount;       // the one that is in the prices; empty: none
};

/// What a price depends on beside model and day.
struct PriceTerms {
    QString serviceTier = QStringLiteral("standard");
    QString contextWindow = {};  // empty: the price of the smaller window
    QString inferenceGeo = {};   // "us" costs more with some models
    QString speed = {};          // "fast" has prices of its own; empty or "standard": without
};

/// What is paid for by something else than tokens. The usage report counts web searches only; of the others the rule
/// can be told, but nothing computed.
struct OtherPrice : PriceDays {
    QString item;            // as the cost report's cost_type: "web_search"
    QString unit;            // "requests", "container-hours"
    std::int64_t units = 1;  // that the price is for; divides a million
    std::int64_t nano = 0;
    QString rule;  // in words; empty: none
    bool yours = false;
    QString discount;
};

/// A part that a contract takes off published prices.
struct Discount : PriceDays {
    QString name;
    QStringList models;           // ids; empty: all
    QStringList costTypes;        // "tokens", "web_search"; empty: all
    std::int64_t millionths = 0;  // of a percent
    bool ownPrices = false;       // off the user's own prices, too
};

/// All token kinds of a model cost this many times more in a geography.
struct GeoFactor {
    QString model;
    QString geo;
    std::int64_t nano = 0;  // 1'100'000'000: 1.1 times
    bool yours = false;
};

/// One line of the book: prices of a model under some terms.
struct ListedPrice {
    QString model;
    PriceTerms terms;
    PricePeriod period;
};

class PriceBook {
public:
    /// The book that ships with the program. A defect in it is a test failure, not a run-time state.
    [[nodiscard]] static const PriceBook& builtIn();
    /// The error's detail says in plain words what is wrong, and where.
    [[nodiscard]] static Result<PriceBook> parse(const QByteArray& json);
    /// This book with the user's list over it: what that says of a model holds on the days it names, whatever this one
    /// says of them; its discounts are taken off this book's prices.
    [[nodiscard]] PriceBook overriddenBy(const PriceBook& yours) const;

    /// The day on which the published prices were looked up.
    [[nodiscard]] std::optional<UtcDay> edition() const { return m_edition; }
    [[nodiscard]] const std::vector<Discount>& discounts() const { return m_discounts; }
    [[nodiscard]] const std::vector<GeoFactor>& geoFactors() const { return m_factors; }

    /// All price periods, oldest first and disjoint, of a model id (dated ids match their model:
    /// "claude-opus-4-8-20260101"; "batch" is half on all token kinds). Empty: unpriced. Priority tiers are not priced
    /// by the token; flex and tiers not heard of have no published price, and taking the standard one would be a guess.
    [[nodiscard]] std::vector<PricePeriod> periods(const QString& model, const PriceTerms& terms) const;
    [[nodiscard]] std::vector<PricePeriod> periods(const QString& model, const QString& serviceTier,
                                                   const QString& contextWindow = {}) const {
        return periods(model, PriceTerms{serviceTier, contextWindow});
    }
    /// How many billionths of its price all token kinds of a model cost there; a billion where it makes no difference.
    [[nodiscard]] std::int64_t geoFactor(const QString& model, const QString& geo) const;
    /// Every day from which the model has other prices than before, ascending; empty: not in the book.
    [[nodiscard]] std::vector<UtcDay> changes(const QString& model) const;
    /// Periods of what is not paid by tokens, oldest first and disjoint; of one item, or of all.
    [[nodiscard]] std::vector<OtherPrice> otherPrices(const QString& item = {}) const;
    /// Everything of models, sorted by model: standard and batch, then fast where there is such a price.
    [[nodiscard]] std::vector<ListedPrice> all() const;

private:
    friend class PriceListParser;
    struct Entry {
        QString model;
        QString contextWindow;  // empty: all windows without an entry of their own
        QString speed;
        PricePeriod period;
    };
    /// The model itself where this list names it, else without the date behind it.
    [[nodiscard]] QString listedId(const QString& model, bool yours) const;
    [[nodiscard]] std::vector<PricePeriod> listed(const QString& model, const PriceTerms& terms, bool yours) const;
    [[nodiscard]] const Discount* discountOf(const QString& model, const QString& costType, UtcDay day,
                                             bool yours) const;
    /// The days on which a discount of the model begins or has ended.
    [[nodiscard]] std::vector<UtcDay> discountDays(const QString& model, const QString& costType) const;

    std::vector<Entry> m_entries;  // each list sorted by model, window, speed, then day
    std::vector<OtherPrice> m_others;
    std::vector<Discount> m_discounts;
    std::vector<GeoFactor> m_factors;
    std::optional<UtcDay> m_edition;
};

/// "claude-opus-4-20250514" -> "claude-opus-4": only a whole calendar date counts, so that a version never does.
[[nodiscard]] QString withoutDate(const QString& model);

/// The price in force on a day.
template <typename Period>
[[nodiscard]] const Period* periodOn(const std::vector<Period>& periods, UtcDay day) {
    for (const Period& period : periods) {
        if (period.contains(day)) return &period;
    }
    return nullptr;
}

/// The user's own list: a file of the form of resources/prices.json. Nothing where there is no such file. The error's
/// message names the file and says what is wrong with it.
[[nodiscard]] Result<std::optional<PriceBook>> readOwnPrices(const QString& path);

}  // namespace tokenledger
