// The sheet "About" of an Excel file: what the figures are, of which days, and how complete. Pure function, any thread.
#pragma once

#include "app/export/xlsxwriter.h"

namespace tokenledger {

struct AboutLine {
    QString label;  // empty: goes on with the one before
    Cell value;
};

/// `rounded`: figures with more than 15 digits; `cut`: texts longer than a cell holds; `sheets`: of rows.
[[nodiscard]] std::vector<AboutLine> aboutLines(const Table& table, const XlsxContext& context, std::int64_t rounded,
                                                std::int64_t cut, int sheets);

}  // namespace tokenledger
