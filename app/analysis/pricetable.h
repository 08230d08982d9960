// What a token of each input kind cost on each day, by measures.md "Price of a token kind": the own bill of the day,
// the nearest billed day, the price book with the user's own list over it, or nothing. Built once for a set of days;
// used in one thread (it fills as asked).
#pragma once

#include "app/analysis/pricebook.h"
#include "app/core/dimension.h"
#include "app/core/measures.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tokenledger {

enum class InputKind : std::uint8_t { Uncached, Creation5m, Creation1h, Read };
inline constexpr std::size_t InputKindCount = 4;
/// From the cost report's spelling ("cache_creation.ephemeral_5m_input_tokens"); nothing for output and what is new.
[[nodiscard]] std::optional<InputKind> inputKindFromTokenType(QStringView tokenType);
[[nodiscard]] std::int64_t tokensOf(const UsageMeasures& tokens, InputKind kind);

/// Where a price comes from, the most trusted first.
enum class PriceSource : std::uint8_t { OwnBill, NearestDay, YourPrices, PriceBook, Unpriced };
inline constexpr std::size_t PriceSourceCount = 5;

/// An exact price: `nano` nano-dollars for `tokens` tokens.
struct UnitPrice {
    std::int64_t nano = 0;
    std::int64_t tokens = 1;
    PriceSource source = PriceSource::Unpriced;
    bool estimate = false;  // a book price that depends on something unknown
    UtcDay day = {};        // of the bill; or from which a listed price holds, 1970-01-01: since ever
    QString discount = {};  // of a contract, in a listed price; empty: none

    [[nodiscard]] bool isKnown() const { return source != PriceSource::Unpriced; }
};
using InputPrices = std::array<UnitPrice, InputKindCount>;  // by InputKind

/// What a price depends on, as the cache's terms.
struct PriceKey {
    TermId model = NullTerm;
    TermId serviceTier = NullTerm;
    TermId contextWindow = NullTerm;
    friend auto operator<=>(const PriceKey&, const PriceKey&) = default;
};

/// Fewer tokens than this say too little about a price.
inline constexpr std::int64_t MinPricedTokens = 10'000;
/// How far a neighbour's price is taken.
inline constexpr int NearestDayReach = 31;

class PriceTable {
public:
    using TextOf = std::function<QString(TermId)>;  // the API's text of a term

    /// Takes the days in and makes the table. All of the organization's tokens and amounts, whatever the filters: those
    /// would bend the prices. The same day and key may come several times: they are summed.
    class Builder;

    PriceTable();  // prices nothing
    PriceTable(PriceTable&&) noexcept;
    PriceTable& operator=(PriceTable&&) noexcept;
    ~PriceTable();

    [[nodiscard]] const InputPrices& prices(UtcDay day, const PriceKey& key);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

class PriceTable::Builder {
public:
    /// `book` must outlive the table.
    Builder(const PriceBook& book, TextOf textOf);

    void addUsed(UtcDay day, const PriceKey& key, const UsageMeasures& tokens);
    void addBilled(UtcDay day, const PriceKey& key, InputKind kind, Money amount);
    /// `finalDays`, ascending: days that are final in both reports; no other day's bill makes a price, and no bill of
    /// zero or less does. Error Usage when a sum did not fit. The builder is used up.
    [[nodiscard]] Result<PriceTable> build(const std::vector<UtcDay>& finalDays);

private:
    PriceTable m_table;
    bool m_fits = true;
};

}  // namespace tokenledger
