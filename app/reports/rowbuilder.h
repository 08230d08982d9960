// From grouped sums to a report's rows: period and dimension cells, and the order of rows. Private to app/reports.
#pragma once

#include "app/reports/report.h"

#include <array>
#include <functional>

namespace tokenledger {

struct GroupedRow {
    PeriodStart period = 0;
    std::array<TermId, MaxKeys> keys{};  // keys[i] belongs to request.by[i]
    std::vector<Cell> measures;
};

/// What the terms of dimensions are called: by their ids, and as a reader is shown them.
struct ValueNames {
    std::function<QString(Dimension, TermId)> id;
    std::function<QString(Dimension, TermId)> shown;
};
/// `cache` must outlive them.
[[nodiscard]] ValueNames namesOf(const CacheReader& cache);

/// Sorts the rows as report.h says and appends them to the table. Without any, a total without dimensions gets the row
/// `zeros`: nothing was spent is an answer, too.
void appendRows(const ValueNames& names, const ReportRequest& request, std::vector<GroupedRow> rows,
                std::vector<Cell> zeros, Table& table);

/// Code points, not code units, so that the order is the same as that of UTF-8 bytes.
[[nodiscard]] bool textLess(const QString& a, const QString& b);

}  // namespace tokenledger
