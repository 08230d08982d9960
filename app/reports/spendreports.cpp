#include "app/reports/spendreports.h"

#include "app/reports/notes.h"
#include "app/reports/spendforecast.h"
#include "app/reports/standouts.h"

#include <cmath>

namespace tokenledger {

namespace {

using D = Dimension;

constexpr std::int64_t ShareScale = 10'000;

Column dollars(const char* name) { return {QString::fromLatin1(name), ColumnType::Money, QStringLiteral("USD")}; }
Column text(const char* name) { return {QString::fromLatin1(name), ColumnType::Text, {}}; }
Column ratio(const char* name) { return {QString::fromLatin1(name), ColumnType::Ratio, {}}; }
Column integer(const char* name, const char* unit) {
    return {QString::fromLatin1(name), ColumnType::Integer, QString::fromLatin1(unit)};
}

Cell moneyCell(const std::optional<Money>& amount) { return amount ? Cell(*amount) : Cell(); }
Cell shareCell(int count, double share) {
    return count > 0 ? Cell(Ratio{std::llround(share * ShareScale), ShareScale}) : Cell();
}

void addForecastRow(const MonthForecast& row, const DateRange& month, bool ids, bool split, Table& table) {
    std::vector<Cell> cells{periodLabel(month.first.startSeconds(), Interval::Month)};
    if (split) cells.emplace_back(ids ? (row.id.isEmpty() ? Cell() : Cell(row.id)) : Cell(row.name));
    const auto& f = row.forecast;
    cells.push_back(moneyCell(row.spent));
    cells.push_back(f ? Cell(f->forecast) : Cell());
    cells.push_back(f ? moneyCell(f->low) : Cell());
    cells.push_back(f ? moneyCell(f->high) : Cell());
    cells.push_back(f ? Cell(std::int64_t{f->estimatedDays}) : Cell());
    cells.push_back(moneyCell(row.runRate));
    cells.emplace_back(std::int64_t{row.test.months});
    cells.push_back(shareCell(row.test.forecasts, row.test.error));
    cells.push_back(shareCell(row.test.forecasts, row.test.runRateError));
    cells.push_back(shareCell(row.test.intervals, row.test.coverage));
    table.rows.push_back(std::move(cells));
}

}  // namespace

ReportDefinition forecastReport() {
    ReportDefinition report{
        QStringLiteral("forecast"),
        QStringLiteral("what the range's months will have cost at their end: estimates"),
        {D::Workspace, D::Model},
        {dollars("spend_to_date_usd"), dollars("forecast_usd"), dollars("low_usd"), dollars("high_usd"),
         integer("estimated_days", "days"), dollars("run_rate_usd"), integer("backtest_months", "months"),
         ratio("backtest_error"), ratio("backtest_run_rate_error"), ratio("interval_coverage")}};
    report.shape = ReportShape::Months;
    return report;
}

ReportDefinition anomaliesReport() {
    ReportDefinition report{
        QStringLiteral("anomalies"),
        QStringLiteral("days on which something cost much more than on its weekdays before"),
        {D::Workspace, D::ApiKey, D::Model},
        {text("dimension"), text("value"), dollars("amount_usd"), dollars("usual_usd"), dollars("above_usual_usd"),
         ratio("times_usual"), text("driver"), text("state"), text("note"), text("sentence")}};
    report.shape = ReportShape::Days;
    return report;
}

Result<void> runForecast(const ReportContext& context, Table& table) {
    if (context.request.by.size() > 1) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("A forecast is made by workspace or by model; name one of them."));
    }
    const bool split = !context.request.by.empty();
    const DateRange& range = context.request.range;
    bool isFirst = true;
    for (UtcDay month = range.first.firstOfMonth(); month <= range.last; month = month.lastOfMonth() + 1) {
        SpendForecastRequest request{month, {}, context.where};
        if (split) request.by = context.request.by.front();
        const auto forecasts = buildMonthForecasts(context.cache, request);
        if (!forecasts) return failure(forecasts.error());
        for (const MonthForecast& row : forecasts->rows) {
            addForecastRow(row, forecasts->month, context.request.ids, split, table);
        }
        if (isFirst || forecasts->asOf.isValid()) table.asOf = forecasts->asOf;
        if (isFirst) {
            table.completeness.push_back(forecasts->completeness);
        } else {
            Completeness& all = table.completeness.front();
            all.finalDays += forecasts->completeness.finalDays;
            all.provisionalDays += forecasts->completeness.provisionalDays;
            all.missingDays += forecasts->completeness.missingDays;
            all.failedDays += forecasts->completeness.failedDays;
            all.failed.insert(all.failed.end(), forecasts->completeness.failed.begin(),
                              forecasts->completeness.failed.end());
        }
        isFirst = false;
    }
    table.notes << QStringLiteral(
        "Forecast, low and high are estimates, rounded to cents: 80 of 100 months should end between low and high. "
        "backtest_error is how far such forecasts were off on the 5th to 25th of past months, on average. A month that "
        "begins before the data do has none.");
    if (split) {
        table.notes << QStringLiteral(
            "Each row is forecast by itself: the rows do not add up to the forecast of them all.");
    }
    return notePriorityTier(context, table);
}

Result<void> runAnomalies(const ReportContext& context, Table& table) {
    StandOutRequest request;
    request.range = context.request.range;
    if (!context.request.by.empty()) request.dimensions = context.request.by;
    request.where = context.where;
    const auto found = buildStandOuts(context.cache, request);
    if (!found) return failure(found.error());
    table.completeness.push_back(found->completeness);
    table.asOf = found->asOf;
    for (const StandOutDay& day : found->days) {
        const StandOut& figures = day.figures;
        const auto times = figures.ratio() ? Cell(Ratio{figures.amount.nano(), figures.usual.nano()}) : Cell();
        const bool ids = context.request.ids;
        const QString driver =
            day.driver ? (ids ? day.driver->id : day.driver->name) + u' ' + day.driverKind : QString();
        table.rows.push_back({figures.day.toIso(), dimensionName(day.dimension), ids ? day.value.id : day.value.name,
                              figures.amount, figures.usual, figures.excess(), times,
                              day.driver ? Cell(driver) : Cell(),
                              figures.isProvisional ? QStringLiteral("provisional") : QStringLiteral("final"),
                              day.note ? Cell(*day.note) : Cell(), standOutSentence(day)});
    }
    table.notes << QStringLiteral("Told are days at least $%1 above the usual. Days that are not over are left out.")
                       .arg(toRoundedString(found->leastExcess, 0));
    const auto& dimensions = request.dimensions;
    if (std::find(dimensions.begin(), dimensions.end(), D::ApiKey) != dimensions.end()) {
        table.notes << QStringLiteral(
            "Amounts of API keys are estimates: their share of each billed line by tokens, for the bill knows no "
            "keys.");
    }
    return {};
}

}  // namespace tokenledger
