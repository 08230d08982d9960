// What the management report says: the overview's figures, and what was spent and used by whom. Built in the reader's
// thread.
#pragma once

#include "app/reports/overview.h"
#include "app/reports/report.h"

namespace tokenledger {

struct ManagementReport {
    QString organization;  // its name; empty: unknown
    Overview overview;
    Table figures;      // the report overview: its completeness and notes are the whole report's, but for requests
    Table byModel;      // cost of the range; model, amount_usd
    Table byWorkspace;  // the same by workspace
    Table byKey;        // usage of the range by api_key
    Money total;        // of byModel, as of byWorkspace
};

/// `request`: of the report overview; its interval is chosen by the length of the range. Errors of runReport; Usage
/// for a sum that is too large, Internal when models and workspaces do not add up to the same.
[[nodiscard]] Result<ManagementReport> buildManagementReport(const CacheReader& cache, const ReportRequest& request,
                                                             const PriceBook& prices);

}  // namespace tokenledger
