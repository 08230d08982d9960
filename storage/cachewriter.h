// The one writing connection of a cache. Used in one thread. Each store is one transaction: facts, rollups, coverage
// and the request log together, or nothing. A bucket replaces what was there for its grouping; it is never added to.
#pragma once

#include "storage/cachetypes.h"
#include "storage/ledgertypes.h"

#include <memory>

namespace tokenledger {

struct StoreResult {
    std::int64_t rows = 0;
    std::vector<std::pair<UtcDay, QString>> failedDays;  // malformed buckets
};

class CacheWriter {
public:
    /// Creates the file and its folder when missing, migrates an older schema after a backup beside it, refuses a
    /// newer one. Takes the writer's lock: a second writer gets Error Cache "another window or sync is writing".
    [[nodiscard]] static Result<std::unique_ptr<CacheWriter>> open(const QString& path);
    ~CacheWriter();

    /// The next page of this dataset is the first of its request: what came of an earlier attempt does not count.
    void beginPages(Dataset dataset);
    /// `asked`: the days that this request series covers. When `lastPage`, asked days that no page brought are
    /// recorded: not at all while they ended less than 72 h before the fetch, else as failed.
    [[nodiscard]] Result<StoreResult> storeUsage(const UsagePage& page, const DateRange& asked, bool lastPage,
                                                 const RequestLogEntry& log);
    [[nodiscard]] Result<StoreResult> storeCost(const CostPage& page, const DateRange& asked, bool lastPage,
                                                const RequestLogEntry& log);
    [[nodiscard]] Result<StoreResult> storeClaudeCode(const ClaudeCodeDay& day,
                                                      const std::vector<RequestLogEntry>& logs);
    /// Error Cache when the cache already belongs to another organization.
    [[nodiscard]] Result<StoreResult> storeOrganization(const Organization& organization, bool sample,
                                                        const RequestLogEntry& log);
    /// The newest list of its kind, from all its pages. An object that is gone from it stays known by its name; what
    /// changed since the list before is kept.
    [[nodiscard]] Result<StoreResult> storeObjects(const ObjectList& list, const std::vector<RequestLogEntry>& logs);

    /// The request for these days failed: days without data become Failed; days with data keep it and note the error.
    [[nodiscard]] Result<void> recordFailure(Dataset dataset, const DateRange& days, const Error& error,
                                             const RequestLogEntry& log);
    /// Puts answers into the request log that nothing was stored of: pages of a request that failed later, and the
    /// like.
    [[nodiscard]] Result<void> recordRequests(const std::vector<RequestLogEntry>& logs);
    /// Takes whole days out of these datasets: facts, sums and coverage in one transaction, and a line in the request
    /// log that says so. The days are missing from then on. Gives what was taken. The file then shrinks, where it can.
    [[nodiscard]] Result<std::vector<StoredDays>> purge(const DateRange& days, const std::vector<Dataset>& datasets,
                                                        const QDateTime& at);
    /// Requests an hour that the server allows the organization.
    [[nodiscard]] Result<void> storeRequestLimit(int perHour);
    [[nodiscard]] Result<PlanBasis> planBasis() const;
    [[nodiscard]] Result<DatasetCoverage> coverage(Dataset dataset, const DateRange& range) const;

    // Each with its line in the audit log, in the same transaction.
    /// The next version of each definition; what is as it was already is left alone.
    [[nodiscard]] Result<void> storeDefinitions(const std::vector<DefinitionChange>& changes, const Author& author);
    [[nodiscard]] Result<void> recordAudit(const AuditEntry& entry);
    /// Replaces the import's days, all of them, in its source. Error Internal for a record outside of them.
    [[nodiscard]] Result<void> storeTracking(const TrackingImport& import, const std::vector<TrackingRecord>& records);
    /// Error Usage when there is no such source.
    [[nodiscard]] Result<void> removeTracking(const QString& source, const Author& author);
    /// `month`: its first day. Error Usage when it is closed already.
    [[nodiscard]] Result<MonthClose> closeMonth(UtcDay month, const QByteArray& body, const Author& author);
    /// Error Usage when it is not closed, or there is no reason.
    [[nodiscard]] Result<void> reopenMonth(UtcDay month, const QString& reason, const Author& author);

    /// From any thread: giving back the space of what was purged, which can take long, ends, or is left out.
    void interruptUpkeep();

private:
    CacheWriter();
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace tokenledger
