#include "app/reports/spendforecast.h"

namespace tokenledger {

namespace {

struct Days {
    Money sum;
    int count = 0;
};

/// The month's days that are relied on at least so much.
Result<Days> sumOf(const SpendSeries& series, const DateRange& month, DayTrust least) {
    Days days;
    for (UtcDay day = std::max(month.first, series.first); day <= month.last; day = day + 1) {
        const auto index = static_cast<std::size_t>(day - series.first);
        if (series.trust[index] > least) continue;
        const auto more = add(days.sum, series.amounts[index]);
        if (!more) return failure(more.error());
        days.sum = *more;
        ++days.count;
    }
    return days;
}

Result<std::optional<Money>> runRateOf(const SpendSeries& series, const DateRange& month) {
    const auto days = sumOf(series, month, DayTrust::Final);
    if (!days) return failure(days.error());
    if (days->count == 0) return std::optional<Money>();
    const auto rate = mulDivHalfEven(days->sum.nano(), month.days(), days->count);
    if (!rate) return failure(rate.error());
    return std::optional(Money::fromNano(*rate));
}

Result<MonthForecast> forecastOf(QString id, QString name, SpendSeries series, const DateRange& month) {
    MonthForecast row{std::move(id), std::move(name), {}, {}, {}, {}};
    const auto spent = sumOf(series, month, DayTrust::Unfinished);
    if (!spent) return failure(spent.error());
    if (spent->count > 0) row.spent = spent->sum;
    const auto runRate = runRateOf(series, month);
    if (!runRate) return failure(runRate.error());
    row.runRate = *runRate;
    const Forecaster forecaster(std::move(series));
    const auto forecast = forecaster.forecast(month);
    if (!forecast) return failure(forecast.error());
    row.forecast = *forecast;
    row.test = forecaster.backTest();
    return row;
}

}  // namespace

Result<MonthForecasts> buildMonthForecasts(const CacheReader& cache, const SpendForecastRequest& request) {
    const CacheReader::Snapshot snapshot(cache);
    MonthForecasts result;
    result.month = {request.month, request.month.lastOfMonth()};
    const auto coverage = CoverageView::load(cache, Dataset::Cost, result.month);
    if (!coverage) return failure(coverage.error());
    result.completeness = coverage->completeness(daysSoFar(*coverage, result.month));
    result.asOf = coverage->newestFetch(result.month);
    const auto days = spendHistory(cache, result.month);
    if (!days) return failure(days.error());
    if (!*days) return result;
    std::vector<ValueSeries> values;
    if (request.by) {
        auto read = readSpendBy(cache, **days, *request.by, request.where);
        if (!read) return failure(read.error());
        values = *std::move(read);
    } else {
        auto read = readSpend(cache, **days, request.where);
        if (!read) return failure(read.error());
        values.push_back({NullTerm, {}, {}, *std::move(read)});
    }
    for (ValueSeries& value : values) {
        auto row = forecastOf(std::move(value.id), std::move(value.name), std::move(value.spend), result.month);
        if (!row) return failure(row.error());
        result.rows.push_back(*std::move(row));
    }
    return result;
}

}  // namespace tokenledger
