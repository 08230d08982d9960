// What a month's usage, bill and late changes come to by item, before they are matched. Private to app/reports.
#pragma once

#include "app/analysis/monthmatch.h"
#include "app/analysis/tokencost.h"
#include "app/reports/coverageview.h"

#include <map>

namespace tokenledger {

class MonthFacts {
public:
    struct Item {
        MatchInput input;
        TokenCost tokens;
        std::vector<PriceOrigin> origins;
        std::int64_t costLines = 0;
    };

    MonthFacts(const CacheReader& cache, const DateRange& days, const PriceBook& prices)
        : m_cache(cache),
          m_days(days),
          m_prices(prices),
          m_pricer(prices),
          m_searchPrices(prices.otherPrices(QStringLiteral("web_search"))) {}

    /// Reads everything. Errors Cache, Cancelled; Usage when a sum does not fit.
    [[nodiscard]] Result<void> load(const CoverageView& usage, const CoverageView& cost);
    /// In the order of the match.
    [[nodiscard]] Result<std::vector<Item>> items() const;
    [[nodiscard]] std::int64_t priorityTokens() const { return m_priorityTokens; }
    [[nodiscard]] std::int64_t lastPlace() const;
    /// What the cost of final days changed later, seen after `since` (invalid: ever).
    [[nodiscard]] Result<Money> lateCost(const QDateTime& since) const;
    [[nodiscard]] QDateTime lateSeenAt() const { return m_lateSeenAt; }

private:
    /// Of a model, of web search, or of a cost type without tokens.
    struct Sum {
        MatchItem item = MatchItem::Model;
        QString id;
        QString name;
        TokenCostSum tokens;
        CountedDollars requests;
        std::int64_t count = 0;  // requests
        std::int64_t unpricedCount = 0;
        std::vector<UtcDay> unpricedDays;
        std::vector<PriceOrigin> origins;
        __extension__ __int128 billed = 0;
        __extension__ __int128 billedUnpriced = 0;
        __extension__ __int128 geography = 0;
        __extension__ __int128 lateBilled = 0;
        __extension__ __int128 oneSidedBilled = 0;
        CountedDollars lateTokens;      // as tokens x price
        CountedDollars lateRequests;    // as requests x price
        CountedDollars oneSidedTokens;  // of days without a bill
        CountedDollars oneSidedRequests;
        std::vector<UtcDay> oneSidedDays;
        std::vector<UtcDay> lateDays;
        QDateTime lateSeenAt;
        std::int64_t costLines = 0;
    };
    struct LateChange {
        QDateTime seenAt;
        std::int64_t nano = 0;
    };
    using Key = std::pair<MatchItem, QString>;

    Sum& sumOf(MatchItem item, const QString& id, const QString& name);
    Sum& modelSum(TermId model);
    Sum& searchSum();
    [[nodiscard]] const PricePeriod* price(UtcDay day, TermId model, TermId tier, TermId window);
    [[nodiscard]] Result<void> loadUsage();
    [[nodiscard]] bool takeTokens(UtcDay day, const UsageRow& row);
    [[nodiscard]] bool takeSearches(UtcDay day, std::int64_t requests);
    [[nodiscard]] Result<void> loadCost();
    void takeCost(UtcDay day, const CostRow& row);
    void takeGeography(Sum& sum, const CostRow& row);
    [[nodiscard]] Result<void> loadRestatements();
    [[nodiscard]] bool takeLateCost(const Restatement& entry, std::int64_t change);
    [[nodiscard]] bool takeLateUsage(const Restatement& entry, std::int64_t change);
    [[nodiscard]] Result<Item> itemOf(const Sum& sum) const;
    [[nodiscard]] bool isOneSided(UtcDay day) const;

    const CacheReader& m_cache;
    DateRange m_days;
    const PriceBook& m_prices;
    BookPricer m_pricer;
    std::vector<OtherPrice> m_searchPrices;
    std::map<Key, Sum> m_sums;
    std::vector<UtcDay> m_oneSidedDays;  // ascending
    std::vector<LateChange> m_lateCost;
    QDateTime m_lateSeenAt;
    std::int64_t m_priorityTokens = 0;
    std::int64_t m_lastPlace = 0;  // 0: no line yet
};

}  // namespace tokenledger
