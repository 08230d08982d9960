// The days of a range from which a model's tokens cost more or less than before, as the own bill or the lists of prices
// say. Private to app/reports, but for the plain values.
#pragma once

#include "app/analysis/pricetable.h"

namespace tokenledger {

/// The first input kind of a model whose price changed on a day: of reading the cache before all others.
struct PriceChange {
    UtcDay day;  // the first one at the new price
    QString model;
    InputKind kind = InputKind::Read;
    Money before;  // for a million tokens
    Money after;
    bool billed = false;  // what the own bill says, discounts included; else what the lists say
    friend bool operator==(const PriceChange&, const PriceChange&) = default;
};

/// By day. A change that no list knows has to be one of a tenth at least, and to hold on both sides for a second billed
/// day: a day's bill also holds where its tokens were worked on. `key`: of `model`, the one with most cached tokens.
[[nodiscard]] std::vector<PriceChange> priceChanges(PriceTable& prices, const PriceBook& book, const QString& model,
                                                    const PriceKey& key, const DateRange& range);

}  // namespace tokenledger
