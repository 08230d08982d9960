#include "app/reports/pricechanges.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr std::int64_t Million = 1'000'000;
constexpr std::array Kinds = {InputKind::Read, InputKind::Uncached, InputKind::Creation5m, InputKind::Creation1h};

struct BilledDay {
    UtcDay day;
    std::int64_t nano = 0;  // for a million tokens
};

std::optional<std::int64_t> perMillion(const UnitPrice& price) {
    if (!price.isKnown()) return std::nullopt;
    const auto nano = mulDivHalfEven(price.nano, Million, price.tokens);
    return nano ? std::optional(*nano) : std::nullopt;
}

bool isBilled(const UnitPrice& price) {
    return price.source == PriceSource::OwnBill || price.source == PriceSource::NearestDay;
}

/// They differ by this many per cent of the first at most.
bool isWithin(std::int64_t a, std::int64_t b, int percent) {
    __extension__ using Wide = __int128;
    const Wide difference = Wide{b} - a;
    return (difference < 0 ? -difference : difference) * 100 <= Wide{a} * percent;
}

class Search {
public:
    Search(PriceTable& prices, const PriceBook& book, const QString& model, const PriceKey& key, const DateRange& range)
        : m_prices(prices), m_model(model), m_key(key), m_range(range), m_listed(book.changes(model)) {}

    [[nodiscard]] std::vector<PriceChange> changes() {
        std::vector<PriceChange> found;
        for (const UtcDay day : m_listed) {
            if (m_range.first < day && day <= m_range.last) take(listedChange(day), found);
        }
        for (const InputKind kind : Kinds) {
            for (const auto& change : billedChanges(kind)) take(change, found);
        }
        return found;
    }

private:
    [[nodiscard]] const UnitPrice& price(UtcDay day, InputKind kind) {
        return m_prices.prices(day, m_key)[static_cast<std::size_t>(kind)];
    }

    static void take(const std::optional<PriceChange>& change, std::vector<PriceChange>& found) {
        const auto sameDay = [&change](const PriceChange& other) { return other.day == change->day; };
        if (change && std::none_of(found.begin(), found.end(), sameDay)) found.push_back(*change);
    }

    /// What a list's change did to the prices in force; nothing where the bill did not follow it.
    [[nodiscard]] std::optional<PriceChange> listedChange(UtcDay day) {
        for (const InputKind kind : Kinds) {
            const UnitPrice before = price(day - 1, kind);
            const UnitPrice after = price(day, kind);
            // A discounted price of the bill beside a listed one would look like a change of prices.
            if (isBilled(before) != isBilled(after)) continue;
            const auto was = perMillion(before);
            const auto is = perMillion(after);
            if (!was || !is || isWithin(*was, *is, isBilled(after) ? 1 : 0)) continue;
            return PriceChange{day, m_model, kind, Money::fromNano(*was), Money::fromNano(*is), isBilled(after)};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::vector<std::optional<PriceChange>> billedChanges(InputKind kind) {
        std::vector<BilledDay> days;
        for (UtcDay day = m_range.first; day <= m_range.last; day = day + 1) {
            const UnitPrice& unit = price(day, kind);
            const auto nano = unit.source == PriceSource::OwnBill ? perMillion(unit) : std::nullopt;
            if (nano) days.push_back({day, *nano});
        }
        constexpr int Change = 10;  // per cent
        constexpr int Same = 5;
        std::vector<std::optional<PriceChange>> found;
        for (std::size_t i = 2; i + 1 < days.size(); ++i) {
            const std::int64_t was = days[i - 1].nano;
            const std::int64_t is = days[i].nano;
            const bool holds = isWithin(was, days[i - 2].nano, Same) && isWithin(is, days[i + 1].nano, Same);
            if (isWithin(was, is, Change) || !holds || isListed(days[i - 1].day, days[i].day)) continue;
            found.emplace_back(
                PriceChange{days[i].day, m_model, kind, Money::fromNano(was), Money::fromNano(is), true});
        }
        return found;
    }

    /// Some list has a change of the model after `before`, until `day`.
    [[nodiscard]] bool isListed(UtcDay before, UtcDay day) const {
        return std::any_of(m_listed.begin(), m_listed.end(),
                           [&](UtcDay listed) { return before < listed && listed <= day; });
    }

    PriceTable& m_prices;
    const QString& m_model;
    PriceKey m_key;
    DateRange m_range;
    std::vector<UtcDay> m_listed;
};

}  // namespace

std::vector<PriceChange> priceChanges(PriceTable& prices, const PriceBook& book, const QString& model,
                                      const PriceKey& key, const DateRange& range) {
    std::vector<PriceChange> found = Search(prices, book, model, key, range).changes();
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    return found;
}

}  // namespace tokenledger
