// The catalogue's entry for budgets. Private to app/reports.
#pragma once

#include "app/reports/reportrunner.h"

namespace tokenledger {

[[nodiscard]] ReportDefinition budgetsReport();
[[nodiscard]] Result<void> runBudgets(const ReportContext& context, Table& table);

}  // namespace tokenledger
