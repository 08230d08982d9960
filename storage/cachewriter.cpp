#include "storage/cachewriter.h"

#include "app/core/systemuser.h"
#include "storage/claudecodestore.h"
#include "storage/costfacts.h"
#include "storage/database.h"
#include "storage/ledgerstore.h"
#include "storage/objectstore.h"
#include "storage/organizationstore.h"
#include "storage/pagewriter.h"
#include "storage/sqlerror.h"
#include "storage/trackingstore.h"
#include "storage/usagefacts.h"

#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <atomic>
#include <sqlite3.h>

namespace tokenledger {

namespace {

/// What is kept prepared, and what the writer remembers of the tables. All of it can be read back from the file, which
/// is what happens after a transaction that failed: numbers given in it do not exist then.
struct Tables {
    explicit Tables(SQLite::Database& db)
        : terms(db), coverage(db), restatements(db), usage(db), cost(db), claudeCode(db) {}

    TermIndex terms;
    CoverageStore coverage;
    RestatementLog restatements;
    FactStore<UsageFacts> usage;
    FactStore<CostFacts> cost;
    ClaudeCodeStore claudeCode;
    std::map<Dataset, PageSeries> series;
};

Result<void> checkLog(const RequestLogEntry& log) {
    if (log.at.isValid()) return {};
    return failure(ErrorKind::Internal, QStringLiteral("An answer without the time of its request cannot be stored."));
}

Result<void> checkLogs(const std::vector<RequestLogEntry>& logs) {
    for (const RequestLogEntry& log : logs) {
        if (auto valid = checkLog(log); !valid) return valid;
    }
    return {};
}

/// Takes the facts of these days away, and from the rollups what they hold of them.
template <typename Facts>
Result<void> purgeFacts(SQLite::Database& db, FactStore<Facts>& store, Dataset dataset, const DateRange& days) {
    if (dataset == Dataset::Usage || dataset == Dataset::Cost) {
        for (const ScopeRun& run : scopeRuns(db, dataset, days)) {
            for (UtcDay day = run.days.first; day <= run.days.last; day = day + 1) {
                if (!store.takeOutOfRollups(run.scope, day)) return failure(sumTooLargeError());
            }
        }
        store.flush();
    }
    for (const std::int64_t scope : scopesOf(db, dataset)) store.removeFacts(db, scope, days);
    return {};
}

Result<void> purgeDataset(SQLite::Database& db, Tables& t, Dataset dataset, const DateRange& days) {
    switch (dataset) {
        case Dataset::Usage:
        case Dataset::UsageHourly:
        case Dataset::UsageMinutely:
            return purgeFacts(db, t.usage, dataset, days);
        case Dataset::Cost:
            return purgeFacts(db, t.cost, dataset, days);
        case Dataset::ClaudeCode:
            for (const std::int64_t scope : scopesOf(db, dataset)) t.claudeCode.removeFacts(db, scope, days);
            return {};
        case Dataset::Organization:
            break;
    }
    return failure(ErrorKind::Usage, QStringLiteral("The organization has no days that could be purged."));
}

RequestLogEntry purgeEntry(const StoredDays& gone, const DateRange& days, const QDateTime& at) {
    RequestLogEntry entry;
    entry.at = at;
    entry.dataset = gone.dataset;
    entry.request = QStringLiteral("purge %1 .. %2").arg(days.first.toIso(), days.last.toIso());
    entry.outcome = QStringLiteral("purged: %1 days, %2 rows").arg(gone.days).arg(gone.rows);
    return entry;
}

}  // namespace

struct CacheWriter::Private {
    explicit Private(WritableCache cache) : file(std::move(cache)) {}
    ~Private() {
        tables.reset();
        mergeLog(*file.db);
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    /// Runs `work(Tables&) -> Result<T>` in one transaction; an error undoes all of it.
    template <typename Work>
    auto transact(Work work) -> std::invoke_result_t<Work, Tables&> {
        using R = std::invoke_result_t<Work, Tables&>;
        R result = guarded(file.path, [&]() -> R {
            if (!tables) tables = std::make_unique<Tables>(*file.db);
            SQLite::Transaction transaction(*file.db, SQLite::TransactionBehavior::IMMEDIATE);
            R done = work(*tables);
            if (done) transaction.commit();
            return done;
        });
        if (!result) tables.reset();
        return result;
    }

    template <typename Facts>
    Result<StoreResult> storePage(FactStore<Facts> Tables::*store, Dataset dataset, const typename Facts::Page& page,
                                  const DateRange& asked, bool lastPage, const RequestLogEntry& log) {
        if (auto valid = checkLog(log); !valid) return failure(valid.error());
        return transact([&](Tables& t) -> Result<StoreResult> {
            PageWriter<Facts> writer(*file.db, t.terms, t.coverage, t.restatements, t.*store, t.series[dataset]);
            Result<StoreResult> result = writer.write(page, asked, lastPage, {dataset, log.at, log.requestId});
            if (result) appendRequestLog(*file.db, log, page.notices);
            return result;
        });
    }

    /// Stores something about the organization, with the log of its requests.
    template <typename Work>
    Result<StoreResult> storeList(const std::vector<RequestLogEntry>& logs, std::size_t rows, Work work) {
        if (auto valid = checkLogs(logs); !valid) return failure(valid.error());
        return transact([&](Tables& t) -> Result<StoreResult> {
            if (Result<void> done = work(t); !done) return failure(done.error());
            for (const RequestLogEntry& log : logs) appendRequestLog(*file.db, log);
            if (!logs.empty()) writeOrganizationTime(*file.db, logs.front().at);
            return StoreResult{static_cast<std::int64_t>(rows), {}};
        });
    }

    WritableCache file;
    std::unique_ptr<Tables> tables;
    std::atomic<bool> noUpkeep = false;
    std::atomic<bool> inUpkeep = false;
};

CacheWriter::CacheWriter() = default;
CacheWriter::~CacheWriter() = default;

Result<std::unique_ptr<CacheWriter>> CacheWriter::open(const QString& path) {
    Result<WritableCache> file = openWritable(path);
    if (!file) return failure(file.error());
    std::unique_ptr<CacheWriter> writer(new CacheWriter);
    writer->d = std::make_unique<Private>(std::move(*file));
    return writer;
}

void CacheWriter::beginPages(Dataset dataset) {
    if (d->tables) d->tables->series.erase(dataset);
}

Result<StoreResult> CacheWriter::storeUsage(const UsagePage& page, const DateRange& asked, bool lastPage,
                                            const RequestLogEntry& log) {
    return d->storePage(&Tables::usage, usageDataset(page.width), page, asked, lastPage, log);
}

Result<StoreResult> CacheWriter::storeCost(const CostPage& page, const DateRange& asked, bool lastPage,
                                           const RequestLogEntry& log) {
    if (page.width != BucketWidth::Day) {
        return failure(ErrorKind::Internal, QStringLiteral("The cost report is known by days only."));
    }
    return d->storePage(&Tables::cost, Dataset::Cost, page, asked, lastPage, log);
}

Result<StoreResult> CacheWriter::storeClaudeCode(const ClaudeCodeDay& day, const std::vector<RequestLogEntry>& logs) {
    if (logs.empty()) {
        return failure(ErrorKind::Internal,
                       QStringLiteral("An answer without the time of its request cannot be stored."));
    }
    if (auto valid = checkLogs(logs); !valid) return failure(valid.error());
    return d->transact([&](Tables& t) -> Result<StoreResult> {
        SQLite::Database& db = *d->file.db;
        // The first page's time: what came in after it is certain to be in no page.
        const Attempt attempt{Dataset::ClaudeCode, logs.front().at, logs.back().requestId};
        const std::int64_t scope = scopeId(db, {ClaudeCodeSource, BucketWidth::Day, {}});
        StoreResult result;
        RestatementLog* watched = t.coverage.isFinal(Dataset::ClaudeCode, day.day) ? &t.restatements : nullptr;
        if (t.claudeCode.replaceDay(day, t.terms, scope, attempt, watched)) {
            t.coverage.markFetched(attempt, day.day, scope, t.claudeCode.factRows());
            result.rows = static_cast<std::int64_t>(day.rows.size());
        } else {
            const QString error = QStringLiteral("A sum of this day is too large to hold exactly.");
            t.coverage.markFailed(attempt, day.day, error);
            result.failedDays.emplace_back(day.day, error);
        }
        for (const RequestLogEntry& log : logs) {
            appendRequestLog(db, log, &log == &logs.back() ? day.notices : QStringList());
        }
        return result;
    });
}

Result<StoreResult> CacheWriter::storeOrganization(const Organization& organization, bool sample,
                                                   const RequestLogEntry& log) {
    return d->storeList({log}, 1, [&](Tables& t) -> Result<void> {
        if (auto done = writeOrganization(*d->file.db, organization, sample, d->file.path); !done) return done;
        writeObjects(*d->file.db, t.terms, {ObjectKind::Organization, {}, {{organization.id, {organization.name}}}},
                     log.at);
        return {};
    });
}

Result<StoreResult> CacheWriter::storeObjects(const ObjectList& list, const std::vector<RequestLogEntry>& logs) {
    if (logs.empty()) {
        return failure(ErrorKind::Internal, QStringLiteral("A list without the time of its request cannot be stored."));
    }
    return d->storeList(logs, list.objects.size(), [&](Tables& t) -> Result<void> {
        writeObjects(*d->file.db, t.terms, list, logs.front().at);
        return {};
    });
}

Result<void> CacheWriter::recordFailure(Dataset dataset, const DateRange& days, const Error& error,
                                        const RequestLogEntry& log) {
    if (auto valid = checkLog(log); !valid) return valid;
    return d->transact([&](Tables& t) -> Result<void> {
        if (dataset != Dataset::Organization) {
            const PageSeries series = std::exchange(t.series[dataset], {});
            const Attempt attempt{dataset, log.at, log.requestId};
            for (UtcDay day = days.first; day <= days.last; day = day + 1) {
                // What earlier pages of the same request brought did not fail.
                if (!series.complete.contains(day)) t.coverage.markFailed(attempt, day, error.message);
            }
        }
        appendRequestLog(*d->file.db, log);
        return {};
    });
}

Result<void> CacheWriter::recordRequests(const std::vector<RequestLogEntry>& logs) {
    if (logs.empty()) return {};
    if (auto valid = checkLogs(logs); !valid) return valid;
    return d->transact([&](Tables&) -> Result<void> {
        for (const RequestLogEntry& log : logs) appendRequestLog(*d->file.db, log);
        return {};
    });
}

Result<std::vector<StoredDays>> CacheWriter::purge(const DateRange& days, const std::vector<Dataset>& datasets,
                                                   const QDateTime& at) {
    SQLite::Database& db = *d->file.db;
    auto purged = d->transact([&](Tables& t) -> Result<std::vector<StoredDays>> {
        std::vector<StoredDays> gone = countStoredDays(db, days, datasets);
        for (const StoredDays& each : gone) {
            if (auto done = purgeDataset(db, t, each.dataset, days); !done) return failure(done.error());
            t.coverage.remove(each.dataset, days);
            t.series.erase(each.dataset);  // pages that follow would go on from days that are no longer there
            if (each.days == 0) continue;
            const RequestLogEntry entry = purgeEntry(each, days, at);
            appendRequestLog(db, entry);
            AuditEntry noted;
            noted.author = {at, systemUserName()};
            noted.action = QStringLiteral("purge");
            noted.subject = datasetName(each.dataset);
            noted.detail = entry.request + QStringLiteral(": ") + entry.outcome;
            appendAuditEntry(db, noted);
        }
        return gone;
    });
    const bool any =
        purged && std::any_of(purged->begin(), purged->end(), [](const auto& one) { return one.days > 0; });
    if (any && !d->noUpkeep) {
        d->tables.reset();  // no statement may be under way
        d->inUpkeep = true;
        giveSpaceBack(db);
        d->inUpkeep = false;
    }
    return purged;
}

void CacheWriter::interruptUpkeep() {
    d->noUpkeep = true;
    if (d->inUpkeep) sqlite3_interrupt(d->file.db->getHandle());
}

Result<void> CacheWriter::storeRequestLimit(int perHour) {
    return d->transact([&](Tables&) -> Result<void> {
        writeRequestLimit(*d->file.db, perHour);
        return {};
    });
}

Result<void> CacheWriter::storeDefinitions(const std::vector<DefinitionChange>& changes, const Author& author) {
    return d->transact([&](Tables&) -> Result<void> {
        writeDefinitions(*d->file.db, changes, author);
        return {};
    });
}

Result<void> CacheWriter::recordAudit(const AuditEntry& entry) {
    return d->transact([&](Tables&) -> Result<void> {
        appendAuditEntry(*d->file.db, entry);
        return {};
    });
}

Result<void> CacheWriter::storeTracking(const TrackingImport& import, const std::vector<TrackingRecord>& records) {
    for (const TrackingRecord& record : records) {
        if (import.days.contains(record.day)) continue;
        return failure(ErrorKind::Internal, QStringLiteral("A row of the import lies outside of its days."));
    }
    return d->transact([&](Tables& t) -> Result<void> {
        writeTracking(*d->file.db, t.terms, import, records);
        return {};
    });
}

Result<void> CacheWriter::removeTracking(const QString& source, const Author& author) {
    return d->transact([&](Tables&) { return removeTrackingSource(*d->file.db, source, author); });
}

Result<MonthClose> CacheWriter::closeMonth(UtcDay month, const QByteArray& body, const Author& author) {
    return d->transact([&](Tables&) { return writeClose(*d->file.db, month, body, author); });
}

Result<void> CacheWriter::reopenMonth(UtcDay month, const QString& reason, const Author& author) {
    return d->transact([&](Tables&) { return writeReopening(*d->file.db, month, reason, author); });
}

Result<PlanBasis> CacheWriter::planBasis() const {
    return guarded(d->file.path, [&]() -> Result<PlanBasis> {
        return PlanBasis{readOpenWorkspaces(*d->file.db), readRequestLimit(*d->file.db)};
    });
}

Result<DatasetCoverage> CacheWriter::coverage(Dataset dataset, const DateRange& range) const {
    return guarded(d->file.path,
                   [&]() -> Result<DatasetCoverage> { return readCoverage(*d->file.db, dataset, range); });
}

}  // namespace tokenledger
