#include "app/reports/spendforecast.h"

namespace tokenledger {

namespace {

Result<std::optional<Money>> runRateOf(const SpendSeries& series, const DateRange& month) {
    Money sum;
    int days = 0;
    for (UtcDay day = std::max(month.first, series.first); day <= month.last; day = day + 1) {
        const auto index = static_cast<std::size_t>(day - series.first);
        if (series.trust[index] != DayTrust::Final) continue;
        const auto more = add(sum, series.amounts[index]);
        if (!more) return failure(more.error());
        sum = *more;
        ++days;
    }
    if (days == 0) return std::optional<Money>();
    const auto rate = mulDivHalfEven(sum.nano(), month.days(), days);
    if (!rate) return failure(rate.error());
    return std::optional(Money::fromNano(*rate));
}

Result<MonthForecast> forecastOf(QString id, QString name, SpendSeries series, const DateRange& month) {
    MonthForecast row{std::move(id), std::move(name), {}, {}, {}};
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
    UtcDay last = result.month.last;
    while (last > result.month.first && coverage->state(last) == DayState::Missing) last = last - 1;
    result.completeness = coverage->completeness({result.month.first, last});
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
