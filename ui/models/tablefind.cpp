#include "ui/models/tablefind.h"

#include <QLocale>

#include <algorithm>

namespace tokenledger {

FindText::FindText(const QString& typed) : text(typed.trimmed()) {
    const QLocale locale;
    QString number = text;
    number.remove(locale.groupSeparator()).remove(QLatin1Char('$')).remove(QLatin1Char(' '));
    number.replace(QChar(0x2212), QLatin1Char('-'));
    number.replace(locale.decimalPoint(), QLatin1String("."));
    const bool isNumber = std::all_of(number.begin(), number.end(), [](QChar c) {
        return c.isDigit() || c == QLatin1Char('.') || c == QLatin1Char('-');
    });
    if (isNumber) plain = number;
}

FoundCells findCells(const ShownRows& rows, const std::vector<int>& columns, const QString& typed) {
    FoundCells found;
    const FindText wanted(typed);
    if (wanted.text.isEmpty()) return found;
    for (int place = 0; place < rows.count(); ++place) {
        const DisplayRow& row = rows.row(place);
        for (const int column : columns) {
            const auto at = static_cast<std::size_t>(column);
            const DisplayColumn& about = rows.table().columns[at];
            if (about.kind == CellKind::ChangeBar) continue;  // repeats the figure beside it
            const bool exact =
                !wanted.plain.isEmpty() && about.isNumber() && plainCell(about, row.cells[at]).contains(wanted.plain);
            if (!exact && !wanted.isIn(row.cells[at].text)) continue;
            if (found.cells.size() == MostFound) {
                found.more = true;
                return found;
            }
            found.cells.push_back({place, column});
        }
    }
    return found;
}

}  // namespace tokenledger
