#include "app/export/harmlesstext.h"
#include "app/export/tablewriter.h"
#include "app/reports/notes.h"

namespace tokenledger {

namespace {

struct Span {
    char32_t first;
    char32_t last;
};

template <std::size_t N>
bool isIn(const Span (&spans)[N], char32_t c) {
    return std::any_of(std::begin(spans), std::end(spans),
                       [c](const Span& span) { return c >= span.first && c <= span.last; });
}

/// Columns that a terminal gives to a character, for the scripts and emoji that names are made of.
int widthOf(char32_t c) {
    static constexpr Span wide[] = {{0x1100, 0x115F},   {0x231A, 0x231B},   {0x2E80, 0x303E},   {0x3041, 0x33FF},
                                    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},
                                    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
                                    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}};
    const QChar::Category category = QChar::category(c);
    const bool joins =
        category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format;
    if (joins) return 0;
    return isIn(wide, c) ? 2 : 1;
}

struct Shown {
    QString text;
    int width = 0;
    bool figure = false;
};

Shown shown(const Cell& cell) {
    Shown result;
    const bool isText = std::holds_alternative<QString>(cell) || std::holds_alternative<QDateTime>(cell);
    result.figure = !isText && !std::holds_alternative<std::monostate>(cell);
    result.text = harmless(cellText(cell));
    for (const char32_t c : result.text.toUcs4()) result.width += widthOf(c);
    return result;
}

bool isFigureColumn(const Column& column) { return column.type != ColumnType::Text && column.type != ColumnType::Time; }

QString padded(const Shown& cell, int width, bool right) {
    const QString blanks(width - cell.width, u' ');
    return right ? QString(blanks + cell.text) : QString(cell.text + blanks);
}

/// Amounts have as many decimals as they need: blanks after the short ones put the points below each other.
void alignPoints(std::vector<std::vector<Shown>>& lines, std::size_t column) {
    const auto decimals = [](const Shown& cell) {
        const qsizetype point = cell.text.indexOf(u'.');
        return point < 0 || !cell.figure ? 0 : static_cast<int>(cell.text.size() - point);
    };
    int most = 0;
    for (const auto& line : lines) most = std::max(most, decimals(line[column]));
    for (auto& line : lines) {
        Shown& cell = line[column];
        if (!cell.figure) continue;
        const int blanks = most - decimals(cell);
        cell.text += QString(blanks, u' ');
        cell.width += blanks;
    }
}

QString withoutEndBlanks(QString line) {
    while (line.endsWith(u' ')) line.chop(1);
    return line + u'\n';
}

}  // namespace

QString toText(const Table& table) {
    std::vector<std::vector<Shown>> lines(1);
    for (const Column& column : table.columns) lines.front().push_back(shown(column.name));
    for (const std::vector<Cell>& row : table.rows) {
        auto& line = lines.emplace_back();
        for (const Cell& cell : row) line.push_back(shown(cell));
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].type == ColumnType::Money) alignPoints(lines, i);
    }
    std::vector<int> widths(table.columns.size());
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], line[i].width);
    }
    QString text;
    const QString gap = QStringLiteral("  ");
    for (std::size_t n = 0; n < lines.size(); ++n) {
        QStringList cells;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool right = lines[n][i].figure || (n == 0 && isFigureColumn(table.columns[i]));
            cells << padded(lines[n][i], widths[i], right);
        }
        text += withoutEndBlanks(cells.join(gap));
        if (n > 0) continue;
        QStringList rules;
        for (const int width : widths) rules << QString(width, u'-');
        text += rules.join(gap) + u'\n';
    }
    return text;
}

QStringList footerLines(const Table& table) {
    QStringList lines;
    for (const Completeness& dataset : table.completeness) {
        lines << datasetName(dataset.dataset) + QStringLiteral(": ") + completenessText(dataset);
    }
    if (table.asOf.isValid()) lines << QStringLiteral("as of ") + toRfc3339(table.asOf);
    return lines + table.notes;
}

}  // namespace tokenledger
