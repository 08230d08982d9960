// The management report on paper: tiles, charts, tables, how complete it is, and its notes. GUI thread.
#pragma once

#include "app/reports/managementreport.h"
#include "ui/reportpages.h"

namespace tokenledger {

/// `now`: when it is made. In light colours whatever the window's are.
[[nodiscard]] ReportPages managementReportPages(const ManagementReport& report, const QDateTime& now);

/// The same as a PDF file. The same report and present give the same bytes, in a program whose hashes are seeded alike
/// (fonts are written in the order of a hash). Error Internal when it cannot be painted.
[[nodiscard]] Result<QByteArray> managementReportPdf(const ManagementReport& report, const QDateTime& now);

}  // namespace tokenledger
