#include "app/reports/synclog.h"

#include <algorithm>

namespace tokenledger {

namespace {

using Entries = std::vector<RequestLogEntry>;

/// Sorts places by what `key` gives of an entry; equal ones stay in the order of time that was asked for.
template <typename Key>
void sortBy(const Entries& entries, std::vector<std::uint32_t>& shown, bool descending, Key key) {
    std::stable_sort(shown.begin(), shown.end(), [&](std::uint32_t a, std::uint32_t b) {
        return descending ? key(entries[b]) < key(entries[a]) : key(entries[a]) < key(entries[b]);
    });
}

void sortShown(const Entries& entries, const LogOrder& order, std::vector<std::uint32_t>& shown) {
    const auto by = [&](auto key) { sortBy(entries, shown, order.descending, key); };
    switch (order.by) {
        case LogColumn::Time:
            if (!order.descending) std::reverse(shown.begin(), shown.end());
            return;
        case LogColumn::Dataset:
            return by([](const RequestLogEntry& e) { return datasetName(e.dataset); });
        case LogColumn::Request:
            return by([](const RequestLogEntry& e) -> const QString& { return e.request; });
        case LogColumn::Status:
            return by([](const RequestLogEntry& e) { return std::pair(isFailure(e), e.httpStatus); });
        case LogColumn::Rows:
            return by([](const RequestLogEntry& e) { return e.rows; });
        case LogColumn::Retries:
            return by([](const RequestLogEntry& e) { return e.retries; });
        case LogColumn::Duration:
            return by([](const RequestLogEntry& e) { return e.durationMs; });
        case LogColumn::RequestId:
            return by([](const RequestLogEntry& e) -> const QString& { return e.requestId; });
    }
}

}  // namespace

bool isFailure(const RequestLogEntry& entry) {
    return entry.outcome != u"ok" && !entry.outcome.startsWith(u"ok;") && !entry.outcome.startsWith(u"purged:");
}

Result<SyncLog> readSyncLog(const CacheReader& cache, const std::shared_ptr<const SyncLog>& known,
                            const LogOrder& order) {
    SyncLog log;
    log.order = order;
    const bool begun = known != nullptr && !known->entries->empty();
    auto added = cache.requestLog(begun ? known->entries->back().id : 0);
    if (!added) return failure(added.error());
    if (begun && added->empty()) {
        log.entries = known->entries;
    } else {
        auto all = std::make_shared<Entries>(begun ? *known->entries : Entries());
        all->insert(all->end(), std::make_move_iterator(added->begin()), std::make_move_iterator(added->end()));
        log.entries = std::move(all);
    }
    const Entries& entries = *log.entries;
    log.shown.reserve(entries.size());
    for (std::size_t i = entries.size(); i > 0; --i) {
        const bool failed = isFailure(entries[i - 1]);
        log.failures += failed ? 1 : 0;
        log.retries += entries[i - 1].retries;
        if (failed || !order.failedOnly) log.shown.push_back(static_cast<std::uint32_t>(i - 1));
    }
    sortShown(entries, order, log.shown);
    return log;
}

}  // namespace tokenledger
