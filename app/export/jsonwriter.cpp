#include "app/export/tablewriter.h"

namespace tokenledger {

namespace {

// Written by hand: QJsonObject sorts its keys, and a JSON library's numbers are doubles.

QByteArray quoted(const QString& text) {
    QByteArray json = QByteArrayLiteral("\"");
    for (const char c : text.toUtf8()) {
        switch (c) {
            case '"':
                json += "\\\"";
                break;
            case '\\':
                json += "\\\\";
                break;
            case '\n':
                json += "\\n";
                break;
            case '\r':
                json += "\\r";
                break;
            case '\t':
                json += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
                    json += "\\u00" + QByteArray(1, c).toHex();
                } else {
                    json += c;
                }
        }
    }
    return json + '"';
}

QByteArray quotedOrNull(const QString& text) { return text.isEmpty() ? QByteArrayLiteral("null") : quoted(text); }

QByteArray typeName(ColumnType type) {
    switch (type) {
        case ColumnType::Text:
            return "\"text\"";
        case ColumnType::Integer:
            return "\"integer\"";
        case ColumnType::Money:
            return "\"money\"";
        case ColumnType::Ratio:
            return "\"ratio\"";
        case ColumnType::Time:
            return "\"time\"";
        case ColumnType::Figure:
            return "\"figure\"";
    }
    return "null";
}

QByteArray cellJson(const Cell& cell) {
    if (std::holds_alternative<std::monostate>(cell)) return QByteArrayLiteral("null");
    const bool isNumber = std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<Ratio>(cell);
    if (isNumber) return cellText(cell).toLatin1();
    const auto* text = std::get_if<QString>(&cell);
    return text != nullptr ? quoted(*text) : quotedOrNull(cellText(cell));
}

QByteArray joined(const QByteArrayList& items, const char* separator) { return items.join(separator); }

QByteArray completenessJson(const Completeness& completeness) {
    QByteArrayList failed;
    for (const UtcDay day : completeness.failed) failed << quoted(day.toIso());
    return "{\"dataset\":" + quoted(datasetName(completeness.dataset)) +
           ",\"days_final\":" + QByteArray::number(completeness.finalDays) +
           ",\"days_provisional\":" + QByteArray::number(completeness.provisionalDays) +
           ",\"days_missing\":" + QByteArray::number(completeness.missingDays) +
           ",\"days_failed\":" + QByteArray::number(completeness.failedDays) + ",\"failed\":[" + joined(failed, ",") +
           "]}";
}

}  // namespace

QByteArray toJson(const Table& table) {
    QByteArrayList columns;
    for (const Column& column : table.columns) {
        columns << "{\"name\":" + quoted(column.name) + ",\"type\":" + typeName(column.type) +
                       ",\"unit\":" + quotedOrNull(column.unit) + "}";
    }
    QByteArrayList rows;
    rows.reserve(static_cast<qsizetype>(table.rows.size()));
    for (const std::vector<Cell>& row : table.rows) {
        QByteArrayList cells;
        for (const Cell& cell : row) cells << cellJson(cell);
        rows << "[" + joined(cells, ",") + "]";
    }
    QByteArrayList completeness;
    for (const Completeness& dataset : table.completeness) completeness << completenessJson(dataset);
    QByteArrayList notes;
    for (const QString& note : table.notes) notes << quoted(note);

    const bool ranged = table.range.has_value();
    const QByteArray interval = ranged ? quoted(intervalName(table.interval)) : QByteArrayLiteral("null");
    return "{\"report\":" + quoted(table.report) +
           ",\"from\":" + quotedOrNull(ranged ? table.range->first.toIso() : QString()) +
           ",\"to\":" + quotedOrNull(ranged ? table.range->last.toIso() : QString()) + ",\"interval\":" + interval +
           ",\n\"columns\":[" + joined(columns, ",") + "],\n\"rows\":[" + (rows.isEmpty() ? "" : "\n") +
           joined(rows, ",\n") + "],\n\"complete\":" + (table.isComplete() ? "true" : "false") +
           ",\"as_of\":" + quotedOrNull(toRfc3339(table.asOf)) + ",\n\"completeness\":[" + joined(completeness, ",") +
           "],\n\"notes\":[" + joined(notes, ",") + "]}\n";
}

}  // namespace tokenledger
