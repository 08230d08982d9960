#include "storage/trackingstore.h"

#include "app/core/texts.h"
#include "storage/ledgerstore.h"

#include <QDir>

namespace tokenledger {

namespace {

void bindOptional(Statement& statement, int index, const std::optional<std::int64_t>& value) {
    if (value) {
        statement.bind(index, *value);
    } else {
        statement.bind(index, nullptr);
    }
}

std::optional<std::int64_t> optionalInteger(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

/// In the order of the columns.
void bindMeasures(Statement& statement, int first, const TrackingMeasures& measures) {
    const std::optional<std::int64_t> cost =
        measures.cost ? std::optional(measures.cost->nano()) : std::optional<std::int64_t>();
    for (const std::optional<std::int64_t>& value :
         {measures.uncachedInput, measures.cacheCreation5m, measures.cacheCreation1h, measures.cacheCreation,
          measures.cacheRead, measures.output, measures.requests, measures.successfulRequests, cost}) {
        bindOptional(statement, first++, value);
    }
}

TrackingMeasures measuresFrom(const Statement& row, int first) {
    TrackingMeasures measures;
    for (std::optional<std::int64_t>* value :
         {&measures.uncachedInput, &measures.cacheCreation5m, &measures.cacheCreation1h, &measures.cacheCreation,
          &measures.cacheRead, &measures.output, &measures.requests, &measures.successfulRequests}) {
        *value = optionalInteger(row, first++);
    }
    if (const auto nano = optionalInteger(row, first)) measures.cost = Money::fromNano(*nano);
    return measures;
}

AuditEntry importEntry(const TrackingImport& import) {
    AuditEntry entry;
    entry.author = import.author;
    entry.action = QStringLiteral("import");
    entry.subject = import.fileName;
    entry.detail = QStringLiteral("internal tracking \"%1\", %2 .. %3, %4 rows")
                       .arg(import.source, import.days.first.toIso(), import.days.last.toIso())
                       .arg(import.fileRows);
    entry.sha256 = import.sha256;
    return entry;
}

}  // namespace

void writeTracking(SQLite::Database& db, TermIndex& terms, const TrackingImport& import,
                   const std::vector<TrackingRecord>& records) {
    const std::int64_t source = terms.idOf(import.source.toStdString());
    Statement(db, "DELETE FROM tracking_day WHERE source = ? AND day BETWEEN ? AND ?")
        .with(source, std::int64_t{import.days.first.number()}, std::int64_t{import.days.last.number()})
        .run();
    Statement add(db,
                  "INSERT INTO tracking_day (source, day, model, uncached_input, cache_creation_5m, cache_creation_1h, "
                  "cache_creation, cache_read, output, requests, successful_requests, cost_nano) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const TrackingRecord& record : records) {
        const std::int64_t model = record.model.isEmpty() ? NullTerm : terms.idOf(record.model.toStdString());
        add.with(source, std::int64_t{record.day.number()}, model);
        bindMeasures(add, 4, record.measures);
        add.run();
    }
    Statement log(db,
                  "INSERT INTO tracking_import (at, author, source, file_name, sha256, first_day, last_day, "
                  "file_rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    log.with(import.author.at.toMSecsSinceEpoch(), import.author.by, import.source, import.fileName, import.sha256,
             std::int64_t{import.days.first.number()}, std::int64_t{import.days.last.number()}, import.fileRows)
        .run();
    appendAuditEntry(db, importEntry(import));
}

Result<void> removeTrackingSource(SQLite::Database& db, const QString& source, const Author& author) {
    if (!readTrackingSources(db).contains(source)) {
        return failure(ErrorKind::Usage, tr("There is no internal tracking \"%1\".").arg(source));
    }
    Statement(db, "DELETE FROM tracking_day WHERE source = (SELECT id FROM term WHERE text = ?)").with(source).run();
    // What the log of imports says is which days are there; that they came once, the audit log keeps.
    Statement(db, "DELETE FROM tracking_import WHERE source = ?").with(source).run();
    AuditEntry entry;
    entry.author = author;
    entry.action = QStringLiteral("import");
    entry.subject = source;
    entry.detail = QStringLiteral("all days of this internal tracking removed");
    appendAuditEntry(db, entry);
    return {};
}

std::vector<TrackingImport> readTrackingImports(SQLite::Database& db) {
    std::vector<TrackingImport> imports;
    Statement rows(db,
                   "SELECT id, at, author, source, file_name, sha256, first_day, last_day, file_rows "
                   "FROM tracking_import ORDER BY id");
    while (rows.step()) {
        imports.push_back({rows.integer(0),
                           {QDateTime::fromMSecsSinceEpoch(rows.integer(1), Qt::UTC), rows.string(2)},
                           rows.string(3),
                           rows.string(4),
                           rows.string(5),
                           {UtcDay::fromNumber(static_cast<std::int32_t>(rows.integer(6))),
                            UtcDay::fromNumber(static_cast<std::int32_t>(rows.integer(7)))},
                           rows.integer(8)});
    }
    return imports;
}

QStringList readTrackingSources(SQLite::Database& db) {
    QStringList sources;
    Statement rows(db,
                   "SELECT t.text FROM (SELECT DISTINCT source FROM tracking_day) s JOIN term t ON t.id = s.source "
                   "ORDER BY t.text");
    while (rows.step()) sources.append(rows.string(0));
    return sources;
}

std::vector<TrackingRow> readTracking(SQLite::Database& db, const QString& source, const DateRange& days) {
    std::vector<TrackingRow> tracking;
    Statement rows(db,
                   "SELECT d.day, d.model, d.uncached_input, d.cache_creation_5m, d.cache_creation_1h, "
                   "d.cache_creation, d.cache_read, d.output, d.requests, d.successful_requests, d.cost_nano "
                   "FROM tracking_day d JOIN term s ON s.id = d.source LEFT JOIN term m ON m.id = d.model "
                   "WHERE s.text = ? AND d.day BETWEEN ? AND ? ORDER BY d.day, m.text");
    rows.with(source, std::int64_t{days.first.number()}, std::int64_t{days.last.number()});
    while (rows.step()) {
        tracking.push_back({UtcDay::fromNumber(static_cast<std::int32_t>(rows.integer(0))),
                            static_cast<TermId>(rows.integer(1)), measuresFrom(rows, 2)});
    }
    return tracking;
}

}  // namespace tokenledger
