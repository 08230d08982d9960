// How cells become what a spreadsheet holds: numbers of 15 digits, days and times as serial numbers, texts that XML can
// carry. Pure functions, any thread.
#pragma once

#include "app/reports/table.h"

namespace tokenledger {

/// A decimal with at most 15 significant digits, which is what a spreadsheet keeps.
struct SheetNumber {
    double value = 0;
    bool rounded = false;  // it had more, and was rounded half-even
};
/// `decimal`: plain, as toExactString gives it.
[[nodiscard]] SheetNumber sheetNumber(const QString& decimal);

/// Days since 1899-12-30, with the time as a fraction. From 1900-03-01 on, before which spreadsheets disagree.
[[nodiscard]] double sheetTime(const QDateTime& time);

/// A text cell of a column of periods or days that is a day, or an hour, as a time.
struct SheetDay {
    QDateTime time;
    bool isHour = false;
};
[[nodiscard]] std::optional<SheetDay> sheetDay(const Column& column, const QString& text);

struct SheetText {
    QByteArray utf8;   // without zero bytes
    bool cut = false;  // longer than a cell holds
};
/// Characters that XML does not have are escaped the way spreadsheets read back, or are U+FFFD where they cannot be.
[[nodiscard]] SheetText sheetText(const QString& text);

}  // namespace tokenledger
