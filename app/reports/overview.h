// Everything the Overview shows, computed from one pass over the cache. Built by buildOverview in the reader's thread.
#pragma once

#include "app/analysis/pricetable.h"
#include "app/reports/comparison.h"
#include "app/reports/spendseries.h"
#include "app/reports/standouts.h"
#include "app/reports/trackingcomparison.h"
#include "storage/cachereader.h"

#include <optional>
#include <vector>

namespace tokenledger {

struct OverviewRequest {
    DateRange range;
    Interval interval = Interval::Day;  // Day, Week or Month
    Comparison comparison = Comparison::PreviousPeriod;
    std::vector<DimensionFilter> where;  // Workspace, Model, ApiKey; cost has no API key: see costFollowsFilter
};

struct Overview {
    DateRange range;
    // Changes are those of `wholeDays` against `compared`. Whole days: the range without its last days when these were
    // fetched before they were over, for a part of a day is not like the whole one that it would be set against.
    DateRange wholeDays;
    std::optional<DateRange> compared;  // as long as wholeDays; nothing when not asked for, or no day is over
    Comparability costComparability = Comparability::NotAsked;
    Comparability usageComparability = Comparability::NotAsked;
    Comparability claudeCodeComparability = Comparability::NotAsked;
    Interval interval = Interval::Day;
    QDateTime asOf;  // newest fetch of the range, of each dataset with days in it; the oldest of these. Invalid: none
    Completeness cost;
    Completeness usage;
    Completeness claudeCode;
    bool isFiltered = false;
    bool costFollowsFilter = true;  // false with an ApiKey filter: cost is not known by key, so it shows all keys

    // Tiles. A figure whose dataset has no day in the range (isEmpty) is unknown, not 0. `...OfWholeDays` and
    // `compared...` are there where the dataset is comparable.
    Money spend;  // billed, exact
    std::optional<Money> spendOfWholeDays;
    std::optional<Money> comparedSpend;
    Money monthToDate;  // the month that the range's last day lies in, to that day
    PeriodState monthToDateState;
    std::optional<Money> runRateMonthEnd;  // spend of final days / final days x days of the month
    Money runRateSpend;                    // of the month's final days
    int runRateFinalDays = 0;
    std::optional<SpendForecast> monthForecast;  // of the whole month, an estimate; nothing: no day to make it from
    BackTest monthForecastTest;                  // how such forecasts did in the months before
    UsageMeasures tokens;
    std::optional<UsageMeasures> tokensOfWholeDays;
    std::optional<UsageMeasures> comparedTokens;
    Money readSaving;
    Money writePremium;
    Money netSaving;  // readSaving - writePremium
    std::optional<Money> netSavingOfWholeDays;
    std::optional<Money> comparedNetSaving;
    int cacheGroups = 0;                  // workspace x model pairs that use the cache
    int losingCacheGroups = 0;            // of these, net saving below zero
    std::vector<QString> unpricedModels;  // their cached tokens are not in the three figures; sorted
    bool savingsKnown = true;             // false: there are cached tokens and none has a price; show no figure
    PriceSource priceSource = PriceSource::OwnBill;  // the least trusted one that went in
    bool savingsAreEstimates = false;                // a book price went in that depends on something unknown
    std::int64_t activeUsers = 0;                    // Claude Code
    std::optional<std::int64_t> activeUsersOfWholeDays;
    std::optional<std::int64_t> comparedActiveUsers;
    bool priorityTierSeen = false;  // usage that the cost report leaves out
    /// Requests and failures, which only an internal tracking knows: an entry a source. Filtered by model, and by
    /// nothing else.
    std::vector<TrackedRequests> tracked;

    // Charts: one entry a period, oldest first.
    std::vector<PeriodStart> periods;
    std::vector<PeriodState> costStates;
    std::vector<PeriodState> usageStates;
    std::vector<DayGap> costGaps;
    std::vector<StandOutDay> standOuts;  // workspaces and models of the range's days; newest first; only of days
    std::vector<DayGap> usageGaps;
    struct ModelCost {
        QString model;  // id as the API sends it; empty: cost without a model (web search, code execution)
        Money total;
        std::vector<Money> perPeriod;
    };
    std::vector<ModelCost> models;  // by total, descending; the one without a model last
    std::vector<Money> spendPerPeriod;
    std::optional<Money> comparedMeanPerPeriod;  // mean a period of the compared range
    std::vector<UsageMeasures> cachePerPeriod;   // for hit ratio, read and written tokens

    // Table: cost by workspace and model, by the size of the change (or of the cost without comparison).
    struct ChangeRow {
        QString workspace;  // display name
        QString model;      // id; empty: no model
        Money cost;
        Money costOfWholeDays;        // 0 where nothing is compared
        std::optional<Money> change;  // of the whole days
    };
    std::vector<ChangeRow> changes;

    /// No day is left out of the changes.
    [[nodiscard]] bool comparesAllDays() const { return wholeDays == range; }
};

/// Errors Cache, Cancelled (superseded), Usage (a sum too large).
[[nodiscard]] Result<Overview> buildOverview(const CacheReader& cache, const OverviewRequest& request,
                                             const PriceBook& prices);

}  // namespace tokenledger
