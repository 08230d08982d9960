// The catalogue's entries for what is estimated from past spend: forecasts, and days that stand out. Private to
// app/reports.
#pragma once

#include "app/reports/reportrunner.h"

namespace tokenledger {

[[nodiscard]] ReportDefinition forecastReport();
[[nodiscard]] ReportDefinition anomaliesReport();

[[nodiscard]] Result<void> runForecast(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runAnomalies(const ReportContext& context, Table& table);

}  // namespace tokenledger
