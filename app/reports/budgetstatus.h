// How budgets stand: billed so far, forecast at the end of the period, thresholds reached. In the reader's thread.
#pragma once

#include "app/analysis/forecast.h"
#include "app/core/completeness.h"
#include "app/finance/budget.h"
#include "storage/cachereader.h"

namespace tokenledger {

enum class BudgetState : std::uint8_t { Ok, Reached, Over };
/// How a budget stands in one word; HeadingOver goes before what was reached.
enum class BudgetStanding : std::uint8_t { Unknown, OnTrack, Reached, HeadingOver, Over };

struct BudgetStatus {
    Budget budget;
    int version = 1;
    QString valueName;  // of the workspace, key, model or team as people call it; empty: the organization
    DateRange period;
    Money actual;              // billed in the period so far; exact, of a key or team by the allocation
    bool isKnown = true;       // false: nothing was fetched of the period, or nobody knows this value (`problem`)
    bool isAllocated = false;  // of a key or a team: the bill knows neither, and is split by the allocation
    QString problem;           // in a sentence: why the actual is not known
    // Of the period's days to the last that was fetched; allocated: a day as the worse of its usage and its cost.
    Completeness completeness;
    std::optional<SpendForecast> forecast;  // of the whole period
    std::optional<Money> variance;          // amount - forecast: below zero, it will be exceeded
    int reached = 0;                        // the highest threshold, in percent; 0: none
    BudgetState state = BudgetState::Ok;    // Over: more than the amount is billed
    std::vector<Money> days;                // billed on each day of the period, as far as it was fetched

    /// The forecast is more than the amount, which what is billed is not yet.
    [[nodiscard]] bool isHeadingOver() const {
        return state != BudgetState::Over && variance && variance->isNegative();
    }
    [[nodiscard]] BudgetStanding standing() const;
};

struct BudgetStatuses {
    int fiscalStartMonth = 1;
    bool hasFiscalYear = false;      // the cache says so; else it is January
    QDateTime asOf;                  // newest fetch of the newest day; invalid: none
    std::vector<BudgetStatus> rows;  // by name, then period
};

/// Each budget in each of its periods that `range` touches. Errors Cache, Cancelled, Usage (a sum that is too large).
[[nodiscard]] Result<BudgetStatuses> buildBudgetStatuses(const CacheReader& cache, const DateRange& range);

/// "Budget "Research": $4,120.00 of $5,000.00 billed in 2026-11 (82.4 %), above its threshold of 80 %." Of a status
/// that has reached one, or is over.
[[nodiscard]] QString thresholdSentence(const BudgetStatus& status);
/// "Budget "Research": forecast to end 2026-11 at $5,400.00, $400.00 above its $5,000.00." Of one that is heading over.
[[nodiscard]] QString headingOverSentence(const BudgetStatus& status);
/// Of one that is not known: why.
[[nodiscard]] QString unknownSentence(const BudgetStatus& status);

}  // namespace tokenledger
