// Finding cells of a table by what they show or by their exact value. Pure; any thread.
#pragma once

#include "ui/models/shownrows.h"

namespace tokenledger {

inline constexpr std::size_t MostFound = 10'000;

struct CellPlace {
    int row = 0;
    int column = 0;
    friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

struct FoundCells {
    std::vector<CellPlace> cells;  // by row, then by column
    bool more = false;             // than MostFound
};

/// What is looked for: as it is shown, and where it may be a number also without symbols and separators.
struct FindText {
    explicit FindText(const QString& typed);
    [[nodiscard]] bool isIn(const QString& shown) const { return shown.contains(text, Qt::CaseInsensitive); }
    QString text;
    QString plain;  // as plainCell writes numbers; empty: it is none
};

[[nodiscard]] FoundCells findCells(const ShownRows& rows, const std::vector<int>& columns, const QString& typed);

}  // namespace tokenledger
