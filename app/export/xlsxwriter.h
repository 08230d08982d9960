// A report's table as an Excel file (XLSX). Any thread; needs the folder for temporary files.
#pragma once

#include "app/reports/table.h"

#include <QByteArray>

namespace tokenledger {

/// What the sheet "About" says beside what the table knows.
struct XlsxContext {
    QString organization;  // name; empty: unknown
    QDateTime now;         // the present, which is the file's time: the same table and present give the same bytes
};

/// Numbers, amounts, ratios, days and times are typed cells, all other text is text, whatever it looks like. Rows
/// beyond what a sheet holds go on in further sheets. Memory besides the result is bounded: rows go through temporary
/// files. Error Cache when these cannot be written (a full disk), Internal when the library refuses something.
[[nodiscard]] Result<QByteArray> toXlsx(const Table& table, const XlsxContext& context);

}  // namespace tokenledger
