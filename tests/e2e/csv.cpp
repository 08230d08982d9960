#include "tests/e2e/csv.h"

namespace tokenledger::test {

Csv readCsv(const QByteArray& bytes) {
    Csv csv;
    std::vector<QStringList> records;
    QStringList record;
    QByteArray field;
    bool quoted = false;
    bool wasQuoted = false;
    const auto endField = [&] {
        record << QString::fromUtf8(field);
        field.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quoted) {
            if (c != '"') {
                field += c;
            } else if (bytes.mid(i + 1, 1) == "\"") {
                field += '"';
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == '"') {
            if (!field.isEmpty() || wasQuoted) csv.complaint = QStringLiteral("a quote inside a bare field");
            quoted = wasQuoted = true;
        } else if (c == ',') {
            endField();
        } else if (c == '\r' && bytes.mid(i + 1, 1) == "\n") {
            endField();
            records.push_back(record);
            record.clear();
            ++i;
        } else if (c == '\r' || c == '\n') {
            csv.complaint = QStringLiteral("a line end that is not CRLF");
        } else {
            if (wasQuoted) csv.complaint = QStringLiteral("text after a closing quote");
            field += c;
        }
    }
    if (quoted || !field.isEmpty() || !record.isEmpty()) csv.complaint = QStringLiteral("the last record does not end");
    if (records.empty()) {
        csv.complaint = QStringLiteral("no header");
        return csv;
    }
    csv.header = records.front();
    csv.rows.assign(records.begin() + 1, records.end());
    for (const QStringList& row : csv.rows) {
        if (row.size() != csv.header.size()) csv.complaint = QStringLiteral("a row of another width");
    }
    return csv;
}

}  // namespace tokenledger::test
