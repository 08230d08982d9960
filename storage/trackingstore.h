// What internal trackings counted, by source, day and model. The writer's transaction is around the writing.
#pragma once

#include "storage/ledgertypes.h"
#include "storage/statement.h"
#include "storage/terms.h"

namespace tokenledger {

/// Replaces the days of the import, all of them, in its source.
void writeTracking(SQLite::Database& db, TermIndex& terms, const TrackingImport& import,
                   const std::vector<TrackingRecord>& records);
/// Error Usage when there is no such source.
[[nodiscard]] Result<void> removeTrackingSource(SQLite::Database& db, const QString& source, const Author& author);

/// Oldest first.
[[nodiscard]] std::vector<TrackingImport> readTrackingImports(SQLite::Database& db);
/// Those that have days, by name.
[[nodiscard]] QStringList readTrackingSources(SQLite::Database& db);
/// By day, then model's text.
[[nodiscard]] std::vector<TrackingRow> readTracking(SQLite::Database& db, const QString& source, const DateRange& days);

}  // namespace tokenledger
