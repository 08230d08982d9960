// A table ready to be shown: cells keep their exact number beside their text, for sums, sorting and copying. Values.
#pragma once

#include "app/core/money.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokenledger {

/// Figure: every row has its own unit, so cells bring their text, and nothing is added up. Time: the same, beginning at
/// the left; its number is what it is sorted by. Pill: its tone says whether it is good, bad or neither.
enum class CellKind { Text, Model, Money, Change, Tokens, Count, Percent, ChangeBar, Pill, Code, Figure, Time };

struct DisplayColumn {
    QString title;
    CellKind kind = CellKind::Text;
    int width = 0;                   // preferred; 0: shares what is left
    int shareOf = -1;                // of a Percent: the column whose total its rows are parts of
    std::optional<int> swatch = {};  // a model's, before the title; -1: of Other
    bool strong = false;             // figures in semibold
    int least = 110;                 // of one that shares what is left
    int givesWay = 0;                // where there is no room: those with the highest number are hidden first; 0: never
    QString id = {};                 // what its width and place are remembered by; empty: its title
    [[nodiscard]] bool isNumber() const {
        return kind != CellKind::Text && kind != CellKind::Model && kind != CellKind::Pill && kind != CellKind::Code &&
               kind != CellKind::Time;
    }
    [[nodiscard]] bool isSortedByNumber() const { return isNumber() || kind == CellKind::Time; }
};

struct DisplayCell {
    QString text;
    QString id;                          // of a Model: decides its swatch
    std::optional<std::int64_t> number;  // nano-dollars, tokens or a count; a Percent's parts per million
    QString exact = {};                  // of a Figure or Time: every digit, for copies
    std::optional<int> familySlot = {};  // a swatch of the colours that are not models'; -1: of Other
    enum class Tone { Plain, Good, Bad };
    Tone tone = Tone::Plain;
    bool pill = false;  // painted as a warning's pill, whatever the column
    QString icon = {};  // of resources/icons, before the text
};

struct DisplayRow {
    enum class Kind { Normal, Part, Rest, Total };
    Kind kind = Kind::Normal;
    std::vector<DisplayCell> cells;
    QString key = {};  // what a Normal row is known by when the table is replaced
    enum class Tone { Plain, Bad };
    Tone tone = Tone::Plain;             // Bad: the row has a ground that catches the eye
    std::vector<DisplayRow> parts = {};  // Part rows, which add up to a Normal row that can be opened
};

struct DisplayTable {
    std::vector<DisplayColumn> columns;
    std::vector<DisplayRow> rows;     // Normal ones
    std::optional<DisplayRow> total;  // always last
    int summed = -1;                  // the one column whose selected rows are added up; -1: the first few that can be
    QString basis = {};               // where the figures come from: below each one in its tip
};

/// A name from outside, on one line and without characters that could turn or forge a line.
[[nodiscard]] QString shownText(QString text);
[[nodiscard]] DisplayCell textCell(const QString& text);
/// A model's display name; `none` where there is no model.
[[nodiscard]] DisplayCell modelCell(const QString& modelId, const QString& none);
/// A number in the words of its kind; without one, an en dash.
[[nodiscard]] DisplayCell numberCell(CellKind kind, std::optional<std::int64_t> number);

/// Plain for a spreadsheet: "1212.38", "57980000000"; no symbols or separators, every digit.
[[nodiscard]] QString plainCell(const DisplayColumn& column, const DisplayCell& cell);

/// The sums of rows that are left out, as one row: "41 other rows".
[[nodiscard]] DisplayRow restOf(const DisplayTable& table, const std::vector<const DisplayRow*>& rows);

/// What each column is known by; no two alike.
[[nodiscard]] QStringList columnKeys(const std::vector<DisplayColumn>& columns);

/// Sum of a column over rows; nothing where no row has a number, or the sum does not fit.
[[nodiscard]] std::optional<std::int64_t> sumOf(const std::vector<const DisplayRow*>& rows, std::size_t column);

}  // namespace tokenledger
