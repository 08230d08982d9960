// The management report as PDF. It is painted by the window's program, which is asked for it: this one links no window
// library.
#pragma once

#include "app/cli/commandline.h"
#include "app/reports/report.h"

namespace tokenledger::cli {

/// `request`: of the report overview. Errors of pseudonymsOf and runPdfProgram.
[[nodiscard]] Result<QByteArray> managementReport(const Context& context, const ReportRequest& request,
                                                  bool pseudonyms);

}  // namespace tokenledger::cli
