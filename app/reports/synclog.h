// The request log as the window shows it: kept whole in memory once it has been read, extended by what is new, sorted
// where it was read. Immutable pictures; reading and sorting are done in the reader's thread.
#pragma once

#include "storage/cachereader.h"

#include <memory>

namespace tokenledger {

enum class LogColumn { Time, Dataset, Request, Status, Rows, Retries, Duration, RequestId };

struct LogOrder {
    LogColumn by = LogColumn::Time;
    bool descending = true;
    bool failedOnly = false;
    friend bool operator==(const LogOrder&, const LogOrder&) = default;
};

/// The outcome is neither "ok" nor a purge that was done.
[[nodiscard]] bool isFailure(const RequestLogEntry& entry);

struct SyncLog {
    std::shared_ptr<const std::vector<RequestLogEntry>> entries;  // oldest first
    LogOrder order;
    std::vector<std::uint32_t> shown;  // places in `entries`, in this order
    std::int64_t failures = 0;
    std::int64_t retries = 0;

    [[nodiscard]] const RequestLogEntry& shownEntry(std::size_t row) const { return (*entries)[shown[row]]; }
};

/// `known`: what was read of this cache before; may be null. Only what is new is read.
[[nodiscard]] Result<SyncLog> readSyncLog(const CacheReader& cache, const std::shared_ptr<const SyncLog>& known,
                                          const LogOrder& order);

}  // namespace tokenledger
