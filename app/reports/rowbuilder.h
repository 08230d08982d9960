// From grouped sums to a report's rows: period and dimension cells, and the order of rows. Private to app/reports.
#pragma once

#include "app/reports/report.h"

#include <array>

namespace tokenledger {

struct GroupedRow {
    PeriodStart period = 0;
    std::array<TermId, MaxKeys> keys{};  // keys[i] belongs to request.by[i]
    std::vector<Cell> measures;
};

/// Sorts the rows as report.h says and appends them to the table. Without any, a total without dimensions gets the row
/// `zeros`: nothing was spent is an answer, too.
void appendRows(const CacheReader& cache, const ReportRequest& request, std::vector<GroupedRow> rows,
                std::vector<Cell> zeros, Table& table);

/// Code points, not code units, so that the order is the same as that of UTF-8 bytes.
[[nodiscard]] bool textLess(const QString& a, const QString& b);

}  // namespace tokenledger
