// Who the cache belongs to, shared by writer and reader.
#pragma once

#include "storage/cachetypes.h"
#include "storage/statement.h"
#include "storage/terms.h"

namespace tokenledger {

[[nodiscard]] std::optional<Organization> readOrganization(SQLite::Database& db);
[[nodiscard]] bool readSampleFlag(SQLite::Database& db);
/// The time of the newest answer about the organization; invalid when there was none.
[[nodiscard]] QDateTime readOrganizationTime(SQLite::Database& db);
/// Objects that the newest lists named, and the organization itself.
[[nodiscard]] std::int64_t countOrganizationRows(SQLite::Database& db);

/// Error Cache when the cache already belongs to another organization.
[[nodiscard]] Result<void> writeOrganization(SQLite::Database& db, const Organization& organization, bool sample,
                                             const QString& path);
/// Requests an hour that the server allows the organization, as it said last.
[[nodiscard]] std::optional<int> readRequestLimit(SQLite::Database& db);
void writeRequestLimit(SQLite::Database& db, int perHour);
void writeOrganizationTime(SQLite::Database& db, const QDateTime& time);

}  // namespace tokenledger
