// Writes what people decide and do, beside whoever holds the cache's lock: a budget or an export on the command line
// while a window is open. Used in one thread. Figures are the CacheWriter's alone.
#pragma once

#include "storage/ledgertypes.h"

#include <memory>

namespace tokenledger {

class LedgerWriter {
public:
    /// Error Cache when there is no cache of this version's schema that may be written: nothing is created or brought
    /// up to date.
    [[nodiscard]] static Result<LedgerWriter> open(const QString& cachePath);
    LedgerWriter(LedgerWriter&&) noexcept;
    LedgerWriter& operator=(LedgerWriter&&) noexcept;
    ~LedgerWriter();

    // As those of the CacheWriter. Each waits some seconds for a transaction of another writer.
    [[nodiscard]] Result<void> recordAudit(const AuditEntry& entry);
    [[nodiscard]] Result<void> storeDefinitions(const std::vector<DefinitionChange>& changes, const Author& author);
    [[nodiscard]] Result<void> reopenMonth(UtcDay month, const QString& reason, const Author& author);

private:
    struct Private;
    explicit LedgerWriter(std::unique_ptr<Private> file);
    std::unique_ptr<Private> d;
};

/// One line of the audit log, in one go.
[[nodiscard]] Result<void> appendAudit(const QString& cachePath, const AuditEntry& entry);

}  // namespace tokenledger
