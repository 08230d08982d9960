// What the cache holds, in numbers: extent, freshness, status, request log.
#pragma once

#include "storage/cachetypes.h"

#include <SQLiteCpp/Database.h>

namespace tokenledger {

[[nodiscard]] std::optional<DateRange> readExtent(SQLite::Database& db);
/// The newest successful fetch of any dataset and day: how fresh the request log is. A range can be older; ask its
/// coverage.
[[nodiscard]] QDateTime readAsOf(SQLite::Database& db);
[[nodiscard]] CacheStatus readStatus(SQLite::Database& db, const QString& path);
[[nodiscard]] std::vector<RequestLogEntry> readRequestLog(SQLite::Database& db, std::int64_t afterId);
/// Newest first.
[[nodiscard]] std::vector<RequestLogEntry> readNewestRequests(SQLite::Database& db, Dataset dataset, int limit);

}  // namespace tokenledger
