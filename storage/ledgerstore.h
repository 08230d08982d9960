// Definitions, the audit log and closed months: nothing here is changed or removed, only added to. The writer's
// transaction is around the writing.
#pragma once

#include "storage/cachetypes.h"
#include "storage/ledgertypes.h"
#include "storage/statement.h"

namespace tokenledger {

class Findings;

void appendAuditEntry(SQLite::Database& db, const AuditEntry& entry);
/// Oldest first.
[[nodiscard]] std::vector<AuditEntry> readAuditLog(SQLite::Database& db);
/// What AuditEntry::chain of this entry has to be after `before`.
[[nodiscard]] QString auditChain(const QString& before, const AuditEntry& entry);

/// The next version of each, and a line of the audit log. What is as it was already is left alone.
void writeDefinitions(SQLite::Database& db, const std::vector<DefinitionChange>& changes, const Author& author);
/// The newest versions by name, without those that are removed.
[[nodiscard]] std::vector<Definition> readDefinitions(SQLite::Database& db, const QString& kind);
/// Every version, oldest first.
[[nodiscard]] std::vector<Definition> readDefinitionHistory(SQLite::Database& db, const QString& kind,
                                                            const QString& name);

/// Error Usage when the month is closed already.
[[nodiscard]] Result<MonthClose> writeClose(SQLite::Database& db, UtcDay month, const QByteArray& body,
                                            const Author& author);
/// Error Usage when the month is not closed, or there is no reason.
[[nodiscard]] Result<void> writeReopening(SQLite::Database& db, UtcDay month, const QString& reason,
                                          const Author& author);
/// By month, then version.
[[nodiscard]] std::vector<MonthClose> readCloses(SQLite::Database& db);
/// What MonthClose::sha256 has to be.
[[nodiscard]] QString closeHash(const MonthClose& close);

/// Hashes of the closed months, the chain of the audit log, that the log and what it tells of (closes, reopenings,
/// definitions) are the same, and that an internal tracking names known models.
void verifyLedger(SQLite::Database& db, Findings& findings);

}  // namespace tokenledger
