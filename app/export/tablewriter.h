// A report's table as CSV, JSON and terminal text. Pure functions, any thread. Nothing here follows a locale: points
// are points but where CsvOptions say otherwise, there are no thousands separators, money is exact, times are RFC 3339
// in UTC.
#pragma once

#include "app/reports/table.h"

#include <QByteArray>

namespace tokenledger {

/// A cell as every export spells it; a cell without a value is empty.
[[nodiscard]] QString cellText(const Cell& cell);
/// Decimal with six places, rounded half-even, computed with integers.
[[nodiscard]] QString ratioText(const Ratio& ratio);

struct CsvOptions {
    bool byteOrderMark = false;  // some spreadsheets need one to see UTF-8
    char separator = ',';        // or ';', or a tab
    char decimalPoint = '.';     // or ','
    bool unixLineEnds = false;   // LF instead of CRLF
    friend bool operator==(const CsvOptions&, const CsvOptions&) = default;
};
/// Unless the options say otherwise RFC 4180: header row, CRLF, UTF-8. Text that a spreadsheet would run as a formula
/// gets a leading apostrophe.
[[nodiscard]] QByteArray toCsv(const Table& table, CsvOptions options = {});

/// {"report","from","to","interval","columns","rows","complete","as_of","completeness","notes"}; money as strings,
/// integers exact at any size, no value as null; lists have null for from, to and interval.
[[nodiscard]] QByteArray toJson(const Table& table);

/// Aligned columns for a terminal: figures right, text left, control characters made harmless.
[[nodiscard]] QString toText(const Table& table);
/// What belongs under a shown table: how complete it is, as of when, and its notes.
[[nodiscard]] QStringList footerLines(const Table& table);

}  // namespace tokenledger
