// One sync: plans the requests, runs them one by one, hands each answer to storage. start() once; finished() once.
#pragma once

#include "app/api/adminclient.h"
#include "app/sync/syncplan.h"
#include "storage/cacheservice.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <map>

namespace tokenledger {

struct SyncFailure {
    Dataset dataset = Dataset::Usage;
    std::optional<UtcDay> day;  // nothing: a list, not a day
    QString error;
};

struct SyncSummary {
    std::optional<Organization> organization;
    int requests = 0;
    int retries = 0;
    std::map<Dataset, std::int64_t> rows;
    std::vector<SyncFailure> failed;
    std::int64_t elapsedMs = 0;
    std::optional<Error> stoppedBy;  // ended before the plan was done; what came in before is saved
    bool savedAnything = false;
    RateLimit rateLimit;
};

/// A snapshot for progress displays; emitted after each request and each change of state.
struct SyncProgress {
    struct PerDataset {
        int done = 0;
        int planned = 0;
        std::optional<UtcDay> backTo;  // oldest day fetched in this run
    };
    std::map<Dataset, PerDataset> datasets;
    int requestsDone = 0;
    int requestsPlanned = 0;
    QString current;  // what is asked now, in plain words: "Cost, 21 Oct to 20 Nov 2026"
    std::optional<QDateTime> pausedUntil;
    RateLimit rateLimit;
};

class SyncJob : public QObject {
    Q_OBJECT
public:
    SyncJob(AdminClient& client, CacheService& cache, Clock& clock, SyncScope scope, bool sample,
            QObject* parent = nullptr);

    void start();
    /// Ends the request under way; finished() follows with stoppedBy Cancelled. What is committed stays.
    void cancel();

signals:
    void progressed(const tokenledger::SyncProgress& progress);
    /// After each committed answer: charts may read again.
    void cacheChanged();
    void finished(const tokenledger::SyncSummary& summary);

private:
    void plan(const SyncState& state);
    void next();
    void run(const PlannedRequest& request);
    template <typename Page>
    void runReport(const PlannedRequest& request, const QString& page, int pages);
    void runClaudeCode(const PlannedRequest& request, const QString& page);
    template <typename Object>
    void runList(const PlannedRequest& request, const QString& afterId);
    void runMe(const PlannedRequest& request);
    void note(const RequestLogEntry& log);
    void stored(const PlannedRequest& request, const Result<StoreResult>& result, bool requestDone);
    void fail(const PlannedRequest& request, const Error& error, const RequestLogEntry& log);
    void finish();
    void report();

    AdminClient& m_client;
    CacheService& m_cache;
    Clock& m_clock;
    SyncScope m_scope;
    bool m_sample;
    std::deque<PlannedRequest> m_queue;
    SyncSummary m_summary;
    SyncProgress m_progress;
    QElapsedTimer m_elapsed;
    bool m_started = false;
    bool m_cancelled = false;
    bool m_done = false;
};

}  // namespace tokenledger
