#include "ui/models/selectiontexts.h"

#include "app/core/texts.h"
#include "charts/format.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int MostSums = 3;

bool isIn(const RowSpans& spans, int row) {
    return std::any_of(spans.begin(), spans.end(),
                       [row](const auto& span) { return span.first <= row && row <= span.second; });
}

/// The selected rows, but none that another one of them holds.
std::vector<const DisplayRow*> rowsToSum(const ShownRows& shown, const RowSpans& spans) {
    std::vector<const DisplayRow*> rows;
    for (const auto& [first, last] : spans) {
        for (int place = first; place <= last; ++place) {
            const DisplayRow& row = shown.row(place);
            const bool held = row.kind == DisplayRow::Kind::Part && isIn(spans, shown.parentOf(place));
            if (row.kind != DisplayRow::Kind::Total && !held) rows.push_back(&row);
        }
    }
    return rows;
}

/// A tab or a line break in a name would make cells of it.
QString inOneCell(QString text) {
    for (QChar& letter : text) {
        if (letter == u'\t' || letter == u'\n' || letter == u'\r') letter = u' ';
    }
    return text;
}

bool isSummed(const DisplayColumn& column) {
    return column.isNumber() && column.kind != CellKind::Percent && column.kind != CellKind::ChangeBar &&
           column.kind != CellKind::Figure;
}

}  // namespace

RowSpans mergedSpans(RowSpans spans) {
    std::sort(spans.begin(), spans.end());
    RowSpans merged;
    for (const auto& span : spans) {
        if (!merged.empty() && span.first <= merged.back().second + 1) {
            merged.back().second = std::max(merged.back().second, span.second);
        } else {
            merged.push_back(span);
        }
    }
    return merged;
}

std::int64_t rowsIn(const RowSpans& spans) {
    std::int64_t count = 0;
    for (const auto& [first, last] : spans) count += last - first + 1;
    return count;
}

QString summedText(const ShownRows& shown, const RowSpans& spans, const std::vector<int>& columns) {
    const std::vector<const DisplayRow*> rows = rowsToSum(shown, spans);
    if (rows.empty()) return {};
    QStringList parts{rows.size() == 1
                          ? tr("1 row selected")
                          : tr("%1 rows selected").arg(formatCount(static_cast<std::int64_t>(rows.size())))};
    const DisplayTable& table = shown.table();
    if (table.summed >= 0) {
        const auto column = static_cast<std::size_t>(table.summed);
        if (const auto part = sumOf(rows, column)) {
            parts.append(tr("sum %1").arg(numberCell(table.columns[column].kind, part).text));
            const std::int64_t whole = table.total ? table.total->cells[column].number.value_or(0) : 0;
            if (whole != 0) parts.append(tr("%1 of the total").arg(formatPercent(*part, whole)));
        }
        return parts.join(QStringLiteral(" · "));
    }
    for (const int index : columns) {
        const auto column = static_cast<std::size_t>(index);
        if (!isSummed(table.columns[column])) continue;
        if (const auto total = sumOf(rows, column)) {
            parts.append(table.columns[column].title + QLatin1Char(' ') +
                         numberCell(table.columns[column].kind, total).text);
        }
        if (parts.size() > MostSums) break;
    }
    return parts.join(QStringLiteral(" · "));
}

QString copiedText(const ShownRows& rows, const RowSpans& spans, const std::vector<int>& columns) {
    const auto& all = rows.table().columns;
    std::vector<std::size_t> copied;
    QStringList head;
    for (const int column : columns) {
        const auto at = static_cast<std::size_t>(column);
        if (all[at].kind == CellKind::ChangeBar) continue;  // repeats the figure beside it
        copied.push_back(at);
        head.append(all[at].title);
    }
    QStringList lines{head.join(QLatin1Char('\t'))};
    for (const auto& [first, last] : spans) {
        for (int place = first; place <= last; ++place) {
            QStringList cells;
            for (const std::size_t at : copied) cells.append(inOneCell(plainCell(all[at], rows.row(place).cells[at])));
            lines.append(cells.join(QLatin1Char('\t')));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace tokenledger
