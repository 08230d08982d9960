// What a table says about its selected rows, and what it copies of them. Pure; any thread.
#pragma once

#include "ui/models/shownrows.h"

namespace tokenledger {

/// First and last row; a list of them is in order and none touches another.
using RowSpans = std::vector<std::pair<int, int>>;

[[nodiscard]] RowSpans mergedSpans(RowSpans spans);
[[nodiscard]] std::int64_t rowsIn(const RowSpans& spans);

/// "2 rows selected · Cost $1,640.91"; empty without a row that counts. Totals, and parts of a selected row, are not
/// added to what holds them. `columns`: those that may be named.
[[nodiscard]] QString summedText(const ShownRows& rows, const RowSpans& spans, const std::vector<int>& columns);

/// Tab-separated with a header line; numbers plain and exact.
[[nodiscard]] QString copiedText(const ShownRows& rows, const RowSpans& spans, const std::vector<int>& columns);

}  // namespace tokenledger
