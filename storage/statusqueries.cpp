#include "storage/statusqueries.h"

#include "storage/organizationstore.h"
#include "storage/statement.h"

#include <QFileInfo>

namespace tokenledger {

namespace {

UtcDay dayAt(const Statement& row, int column) {
    return UtcDay::fromNumber(static_cast<std::int32_t>(row.integer(column)));
}
QDateTime timeAt(const Statement& row, int column) {
    return QDateTime::fromMSecsSinceEpoch(row.integer(column), Qt::UTC);
}

/// Follows the days of one dataset in order.
void addDay(DatasetStatus& status, bool& finalSoFar, UtcDay day, DayState state) {
    const UtcDay expected = status.lastDay ? *status.lastDay + 1 : day;
    status.missingDays += day - expected;
    if (!status.firstDay) status.firstDay = day;
    status.lastDay = day;
    if (state == DayState::Failed) ++status.failedDays;
    finalSoFar = finalSoFar && state == DayState::Final && day == expected;
    if (finalSoFar) status.finalThrough = day;
}

DatasetStatus readDataset(SQLite::Database& db, Dataset dataset) {
    DatasetStatus status;
    status.dataset = dataset;
    if (dataset == Dataset::Organization) {
        status.rows = countOrganizationRows(db);
        status.lastSyncedAt = readOrganizationTime(db);
        return status;
    }
    bool finalSoFar = true;
    Statement days(db, "SELECT day, state, fetched_at, fact_rows FROM coverage WHERE dataset = ? ORDER BY day");
    for (days.with(static_cast<std::int64_t>(dataset)); days.step();) {
        const auto state = static_cast<DayState>(days.integer(1));
        addDay(status, finalSoFar, dayAt(days, 0), state);
        status.rows += days.integer(3);
        if (state == DayState::Failed) continue;
        const QDateTime fetchedAt = timeAt(days, 2);
        if (!status.lastSyncedAt.isValid() || status.lastSyncedAt < fetchedAt) status.lastSyncedAt = fetchedAt;
    }
    return status;
}

RequestLogEntry logEntry(const Statement& row) {
    RequestLogEntry entry;
    entry.at = timeAt(row, 0);
    entry.dataset = static_cast<Dataset>(row.integer(1));
    entry.request = row.string(2);
    entry.httpStatus = static_cast<int>(row.integer(3));
    entry.outcome = row.string(4);
    entry.rows = row.integer(5);
    entry.retries = static_cast<int>(row.integer(6));
    entry.durationMs = row.integer(7);
    entry.requestId = row.string(8);
    entry.id = row.integer(9);
    return entry;
}

}  // namespace

std::optional<DateRange> readExtent(SQLite::Database& db) {
    Statement days(db, "SELECT MIN(day), MAX(day) FROM coverage");
    if (!days.step() || days.isNull(0)) return std::nullopt;
    return DateRange{dayAt(days, 0), dayAt(days, 1)};
}

QDateTime readAsOf(SQLite::Database& db) {
    Statement newest(db, "SELECT MAX(fetched_at) FROM coverage WHERE state <> ?");
    newest.with(static_cast<std::int64_t>(DayState::Failed));
    return newest.step() && !newest.isNull(0) ? timeAt(newest, 0) : QDateTime();
}

CacheStatus readStatus(SQLite::Database& db, const QString& path) {
    CacheStatus status;
    status.organization = readOrganization(db);
    status.path = path;
    status.sizeBytes = QFileInfo(path).size() + QFileInfo(path + u"-wal").size();
    status.schemaVersion = static_cast<int>(singleInteger(db, "PRAGMA user_version"));
    status.sample = readSampleFlag(db);
    for (const Dataset dataset : AllDatasets) {
        const bool onlyWhenPresent = dataset == Dataset::UsageHourly || dataset == Dataset::UsageMinutely;
        const DatasetStatus one = readDataset(db, dataset);
        if (!onlyWhenPresent || one.firstDay) status.datasets.push_back(one);
    }
    return status;
}

std::vector<RequestLogEntry> readRequestLog(SQLite::Database& db, std::int64_t afterId) {
    std::vector<RequestLogEntry> entries;
    Statement all(db,
                  "SELECT at, dataset, request, http_status, outcome, answer_rows, retries, duration_ms, request_id, "
                  "id FROM request_log WHERE id > ? ORDER BY id");
    for (all.with(afterId); all.step();) entries.push_back(logEntry(all));
    return entries;
}

std::vector<RequestLogEntry> readNewestRequests(SQLite::Database& db, Dataset dataset, int limit) {
    std::vector<RequestLogEntry> entries;
    Statement newest(db,
                     "SELECT at, dataset, request, http_status, outcome, answer_rows, retries, duration_ms, "
                     "request_id, id FROM request_log WHERE dataset = ? ORDER BY id DESC LIMIT ?");
    for (newest.with(static_cast<std::int64_t>(dataset), std::int64_t{limit}); newest.step();) {
        entries.push_back(logEntry(newest));
    }
    return entries;
}

}  // namespace tokenledger
