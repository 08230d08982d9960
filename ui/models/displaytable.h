// A table ready to be shown: cells keep their exact number beside their text, for sums, sorting and copying. Values.
#pragma once

#include "app/core/money.h"

#include <QString>

#include <optional>
#include <vector>

namespace tokenledger {

/// Figure: every row has its own unit, so cells bring their text, and nothing is added up.
enum class CellKind { Text, Model, Money, Change, Tokens, Count, Percent, ChangeBar, Pill, Code, Figure };

struct DisplayColumn {
    QString title;
    CellKind kind = CellKind::Text;
    int width = 0;     // preferred; 0: shares what is left
    int shareOf = -1;  // of a Percent: the column whose total its rows are parts of
    [[nodiscard]] bool isNumber() const {
        return kind != CellKind::Text && kind != CellKind::Model && kind != CellKind::Pill && kind != CellKind::Code;
    }
};

struct DisplayCell {
    QString text;
    QString id;                          // of a Model: decides its swatch
    std::optional<std::int64_t> number;  // nano-dollars, tokens or a count; a Percent's parts per million
    QString exact = {};                  // of a Figure: every digit, for copies
};

struct DisplayRow {
    enum class Kind { Normal, Rest, Total };
    Kind kind = Kind::Normal;
    std::vector<DisplayCell> cells;
};

struct DisplayTable {
    std::vector<DisplayColumn> columns;
    std::vector<DisplayRow> rows;     // Normal ones
    std::optional<DisplayRow> total;  // always last
};

[[nodiscard]] DisplayCell textCell(const QString& text);
/// A model's display name; `none` where there is no model.
[[nodiscard]] DisplayCell modelCell(const QString& modelId, const QString& none);
/// A number in the words of its kind; without one, an en dash.
[[nodiscard]] DisplayCell numberCell(CellKind kind, std::optional<std::int64_t> number);

/// Plain for a spreadsheet: "1212.38", "57980000000"; no symbols or separators, every digit.
[[nodiscard]] QString plainCell(const DisplayColumn& column, const DisplayCell& cell);

/// Sorted by a column; the order within equals stays.
[[nodiscard]] DisplayTable sorted(DisplayTable table, int column, bool descending);
/// The first `limit` rows, the others as one row of their sums (none when just one would be left out).
[[nodiscard]] DisplayTable collapsed(DisplayTable table, std::size_t limit);

/// Sum of a column over rows; nothing where no row has a number, or the sum does not fit.
[[nodiscard]] std::optional<std::int64_t> sumOf(const std::vector<const DisplayRow*>& rows, std::size_t column);

}  // namespace tokenledger
