#include "storage/audit.h"

#include "storage/database.h"
#include "storage/ledgerstore.h"
#include "storage/sqlerror.h"

#include <SQLiteCpp/Transaction.h>

namespace tokenledger {

Result<void> appendAudit(const QString& cachePath, const AuditEntry& entry) {
    auto db = openBesideWriter(cachePath);
    if (!db) return failure(db.error());
    return guarded(cachePath, [&]() -> Result<void> {
        SQLite::Transaction transaction(**db, SQLite::TransactionBehavior::IMMEDIATE);
        appendAuditEntry(**db, entry);
        transaction.commit();
        return {};
    });
}

}  // namespace tokenledger
