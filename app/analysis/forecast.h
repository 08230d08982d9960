// What a period will have cost at its end: an estimate with an 80 % interval, and how such estimates did before.
// Pure and deterministic; any thread. Money goes in exact and comes out rounded once, to cents.
#pragma once

#include "app/analysis/spendmodel.h"
#include "app/core/money.h"
#include "app/core/period.h"

#include <vector>

namespace tokenledger {

/// How much a day's amount can be relied on.
enum class DayTrust : std::uint8_t {
    Final,
    Provisional,  // over, but late data may still arrive
    Unfinished,   // fetched before it was over
    Missing,      // never fetched, failed, or still to come
};

/// One entry a day from `first` on; the amount of a missing day is not read.
struct SpendSeries {
    UtcDay first;
    std::vector<Money> amounts;
    std::vector<DayTrust> trust;
};

struct SpendForecast {
    Money spent;               // billed so far, exact: days that are there, provisional and unfinished ones included
    Money forecast;            // to the cent, unless no day is estimated
    std::optional<Money> low;  // of the 80 % interval; nothing while the history is too short for one
    std::optional<Money> high;
    int estimatedDays = 0;  // to come, missing, unfinished, or provisional with next to nothing
    [[nodiscard]] bool isEstimate() const { return estimatedDays > 0; }
};

/// How month-end forecasts made on each of the days 5 to 25 of the past months would have done, and a plain run rate on
/// the same days. Only months that are final from end to end, and cost something.
struct BackTest {
    int months = 0;
    int forecasts = 0;
    double error = 0;         // mean of |forecast - actual| / actual
    double runRateError = 0;  // the same of spend so far / days so far x days of the month
    int intervals = 0;        // forecasts that had one
    double coverage = 0;      // share of these that held the actual figure
};

class Forecaster {
public:
    explicit Forecaster(SpendSeries series);

    /// Nothing when no day is known that an estimate could be made from, and for a period that begins before the series
    /// does: what these days cost nobody knows. Error Usage when a sum does not fit.
    [[nodiscard]] Result<std::optional<SpendForecast>> forecast(const DateRange& period) const;
    [[nodiscard]] BackTest backTest() const;

private:
    [[nodiscard]] DayTrust trustOf(UtcDay day) const;
    [[nodiscard]] std::size_t indexOf(UtcDay day) const { return static_cast<std::size_t>(day - m_series.first); }
    [[nodiscard]] double amountOf(UtcDay day) const;
    /// What counts for a day: what was billed, or what is expected of it where that cannot be all.
    [[nodiscard]] std::optional<double> estimateOf(UtcDay day) const;
    void addMonth(const DateRange& month, BackTest& test) const;

    SpendSeries m_series;
    std::size_t m_origin = 0;  // days before it were known
    SpendModel m_model;
};

}  // namespace tokenledger
