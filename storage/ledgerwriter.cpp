#include "storage/ledgerwriter.h"

#include "storage/database.h"
#include "storage/ledgerstore.h"
#include "storage/sqlerror.h"

#include <SQLiteCpp/Transaction.h>

namespace tokenledger {

struct LedgerWriter::Private {
    QString path;
    std::unique_ptr<SQLite::Database> db;

    /// Runs `work(db) -> Result<T>` in one transaction; an error undoes all of it.
    template <typename Work>
    auto transact(Work work) -> std::invoke_result_t<Work, SQLite::Database&> {
        using R = std::invoke_result_t<Work, SQLite::Database&>;
        return guarded(path, [&]() -> R {
            SQLite::Transaction transaction(*db, SQLite::TransactionBehavior::IMMEDIATE);
            R done = work(*db);
            if (done) transaction.commit();
            return done;
        });
    }
};

LedgerWriter::LedgerWriter(std::unique_ptr<Private> file) : d(std::move(file)) {}
LedgerWriter::LedgerWriter(LedgerWriter&&) noexcept = default;
LedgerWriter& LedgerWriter::operator=(LedgerWriter&&) noexcept = default;
LedgerWriter::~LedgerWriter() = default;

Result<LedgerWriter> LedgerWriter::open(const QString& cachePath) {
    auto db = openBesideWriter(cachePath);
    if (!db) return failure(db.error());
    auto file = std::make_unique<Private>();
    file->path = cachePath;
    file->db = *std::move(db);
    return LedgerWriter(std::move(file));
}

Result<void> LedgerWriter::recordAudit(const AuditEntry& entry) {
    return d->transact([&](SQLite::Database& db) -> Result<void> {
        appendAuditEntry(db, entry);
        return {};
    });
}

Result<void> LedgerWriter::storeDefinitions(const std::vector<DefinitionChange>& changes, const Author& author) {
    return d->transact([&](SQLite::Database& db) -> Result<void> {
        writeDefinitions(db, changes, author);
        return {};
    });
}

Result<void> LedgerWriter::reopenMonth(UtcDay month, const QString& reason, const Author& author) {
    return d->transact([&](SQLite::Database& db) { return writeReopening(db, month, reason, author); });
}

Result<void> appendAudit(const QString& cachePath, const AuditEntry& entry) {
    auto ledger = LedgerWriter::open(cachePath);
    return ledger ? ledger->recordAudit(entry) : failure(ledger.error());
}

}  // namespace tokenledger
