#include "app/analysis/pricetable.h"

#include <algorithm>
#include <unordered_map>

namespace tokenledger {

namespace {

struct KeyHash {
    std::size_t operator()(const PriceKey& key) const {
        constexpr std::uint64_t Mix = 0x9E37'79B9'7F4A'7C15ULL;
        std::uint64_t hash = static_cast<std::uint32_t>(key.model);
        hash = hash * Mix + static_cast<std::uint32_t>(key.serviceTier);
        hash = hash * Mix + static_cast<std::uint32_t>(key.contextWindow);
        return static_cast<std::size_t>((hash * Mix) >> 20U);
    }
};

struct DaySums {
    UtcDay day;
    std::array<std::int64_t, InputKindCount> tokens{};
    std::array<std::int64_t, InputKindCount> nano{};
};

struct OwnPrice {
    UtcDay day;
    std::int64_t nano = 0;
    std::int64_t tokens = 1;
};

struct ResolvedDay {
    UtcDay day;
    InputPrices prices;
};

struct KeyPrices {
    std::vector<DaySums> days;  // ascending; only while building
    std::array<std::vector<OwnPrice>, InputKindCount> own;
    std::vector<PricePeriod> book;
    std::vector<UtcDay> changes;  // days on which the book changes any price of the model
    bool described = false;
    std::vector<ResolvedDay> resolved;  // ascending by day
    std::size_t last = 0;               // callers go through the days in order: look here first
};

template <typename Rows>
auto firstNotBefore(Rows& rows, UtcDay day) {
    return std::lower_bound(rows.begin(), rows.end(), day, [](const auto& row, UtcDay d) { return row.day < d; });
}

DaySums& sumsOf(KeyPrices& key, UtcDay day) {
    if (!key.days.empty() && key.days.back().day == day) return key.days.back();
    if (key.days.empty() || key.days.back().day < day) return key.days.emplace_back(DaySums{day, {}, {}});
    const auto at = firstNotBefore(key.days, day);
    return at->day == day ? *at : *key.days.insert(at, DaySums{day, {}, {}});
}

std::int64_t bookPrice(const TokenPrices& prices, InputKind kind) {
    switch (kind) {
        case InputKind::Uncached:
            return prices.uncachedInput;
        case InputKind::Creation5m:
            return prices.cacheCreation5m;
        case InputKind::Creation1h:
            return prices.cacheCreation1h;
        case InputKind::Read:
            return prices.cacheRead;
    }
    return 0;
}

/// No price change of the model lies between the two days.
bool samePrices(const std::vector<UtcDay>& changes, UtcDay a, UtcDay b) {
    const auto period = [&changes](UtcDay day) { return std::upper_bound(changes.begin(), changes.end(), day); };
    return period(a) == period(b);
}

std::optional<UnitPrice> ownBill(const KeyPrices& key, InputKind kind, UtcDay day) {
    const std::vector<OwnPrice>& own = key.own[static_cast<std::size_t>(kind)];
    const auto at = firstNotBefore(own, day);
    const auto usable = [&](const OwnPrice& price) {
        return std::abs(price.day - day) <= NearestDayReach && samePrices(key.changes, price.day, day);
    };
    const auto unitPrice = [](const OwnPrice& price, PriceSource source) {
        return UnitPrice{price.nano, price.tokens, source, false, price.day, {}};
    };
    if (at != own.end() && at->day == day) return unitPrice(*at, PriceSource::OwnBill);
    if (at != own.begin() && usable(*std::prev(at))) return unitPrice(*std::prev(at), PriceSource::NearestDay);
    if (at != own.end() && usable(*at)) return unitPrice(*at, PriceSource::NearestDay);
    return std::nullopt;
}

UnitPrice fromBook(const KeyPrices& key, InputKind kind, UtcDay day) {
    constexpr std::int64_t BookTokens = 1'000'000;
    const PricePeriod* period = periodOn(key.book, day);
    if (period == nullptr) return {};
    const PriceSource source = period->yours ? PriceSource::YourPrices : PriceSource::PriceBook;
    return {bookPrice(period->prices, kind), BookTokens, source, period->estimate, period->from, period->discount};
}

void keepOwnPrices(KeyPrices& key, const std::vector<UtcDay>& finalDays) {
    for (const DaySums& sums : key.days) {
        if (!std::binary_search(finalDays.begin(), finalDays.end(), sums.day)) continue;
        for (std::size_t kind = 0; kind < InputKindCount; ++kind) {
            if (sums.tokens[kind] < MinPricedTokens || sums.nano[kind] <= 0) continue;
            key.own[kind].push_back({sums.day, sums.nano[kind], sums.tokens[kind]});
        }
    }
    key.days = {};
}

}  // namespace

std::optional<InputKind> inputKindFromTokenType(QStringView tokenType) {
    if (tokenType == QLatin1String("uncached_input_tokens")) return InputKind::Uncached;
    if (tokenType == QLatin1String("cache_read_input_tokens")) return InputKind::Read;
    if (tokenType == QLatin1String("cache_creation.ephemeral_5m_input_tokens")) return InputKind::Creation5m;
    if (tokenType == QLatin1String("cache_creation.ephemeral_1h_input_tokens")) return InputKind::Creation1h;
    return std::nullopt;
}

std::int64_t tokensOf(const UsageMeasures& tokens, InputKind kind) {
    switch (kind) {
        case InputKind::Uncached:
            return tokens.uncachedInput;
        case InputKind::Creation5m:
            return tokens.cacheCreation5m;
        case InputKind::Creation1h:
            return tokens.cacheCreation1h;
        case InputKind::Read:
            return tokens.cacheRead;
    }
    return 0;
}

struct PriceTable::Private {
    const PriceBook* book = nullptr;
    TextOf textOf;
    std::unordered_map<PriceKey, KeyPrices, KeyHash> keys;

    void describe(KeyPrices& prices, const PriceKey& key) const {
        prices.described = true;
        if (book == nullptr) return;
        const QString model = textOf(key.model);
        prices.book = book->periods(model, textOf(key.serviceTier), textOf(key.contextWindow));
        prices.changes = book->changes(model);
    }
};

PriceTable::PriceTable() : d(std::make_unique<Private>()) {}
PriceTable::PriceTable(PriceTable&&) noexcept = default;
PriceTable& PriceTable::operator=(PriceTable&&) noexcept = default;
PriceTable::~PriceTable() = default;

PriceTable::Builder::Builder(const PriceBook& book, TextOf textOf) {
    m_table.d->book = &book;
    m_table.d->textOf = std::move(textOf);
}

void PriceTable::Builder::addUsed(UtcDay day, const PriceKey& key, const UsageMeasures& tokens) {
    auto& sums = sumsOf(m_table.d->keys[key], day).tokens;
    for (std::size_t kind = 0; kind < InputKindCount; ++kind) {
        const std::int64_t more = tokensOf(tokens, static_cast<InputKind>(kind));
        m_fits = !__builtin_add_overflow(sums[kind], more, &sums[kind]) && m_fits;
    }
}

void PriceTable::Builder::addBilled(UtcDay day, const PriceKey& key, InputKind kind, Money amount) {
    auto& nano = sumsOf(m_table.d->keys[key], day).nano[static_cast<std::size_t>(kind)];
    m_fits = !__builtin_add_overflow(nano, amount.nano(), &nano) && m_fits;
}

Result<PriceTable> PriceTable::Builder::build(const std::vector<UtcDay>& finalDays) {
    if (!m_fits) {
        return tooLarge(QStringLiteral("The tokens or the bill of a day"));
    }
    for (auto& [key, prices] : m_table.d->keys) keepOwnPrices(prices, finalDays);
    return std::move(m_table);
}

const InputPrices& PriceTable::prices(UtcDay day, const PriceKey& key) {
    KeyPrices& prices = d->keys[key];
    if (prices.last < prices.resolved.size() && prices.resolved[prices.last].day == day) {
        return prices.resolved[prices.last].prices;
    }
    if (!prices.described) d->describe(prices, key);
    auto at = firstNotBefore(prices.resolved, day);
    if (at == prices.resolved.end() || at->day != day) {
        ResolvedDay resolved{day, {}};
        for (std::size_t i = 0; i < InputKindCount; ++i) {
            const auto kind = static_cast<InputKind>(i);
            resolved.prices[i] = ownBill(prices, kind, day).value_or(fromBook(prices, kind, day));
        }
        at = prices.resolved.insert(at, resolved);
    }
    prices.last = static_cast<std::size_t>(at - prices.resolved.begin());
    return at->prices;
}

}  // namespace tokenledger
