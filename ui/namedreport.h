// Something that a page shows and that can be written to a file.
#pragma once

#include "app/reports/report.h"

#include <optional>

namespace tokenledger {

struct NamedReport {
    QString title;  // "Cost by workspace"
    QString slug;   // in the suggested file name: "cost-by-workspace"
    ReportRequest request;
    std::optional<Table> table;  // of the picture, instead of the report: what the catalogue does not have
};

}  // namespace tokenledger
