// One sync: plans the requests, runs them one by one, hands each answer to storage. start() once; finished() once.
#pragma once

#include "app/sync/requestrun.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <map>

namespace tokenledger {

struct SyncFailure {
    Dataset dataset = Dataset::Usage;
    std::optional<UtcDay> day;  // nothing: a list, not a day
    QString error;
    ErrorKind kind = ErrorKind::BadResponse;
};

struct SyncSummary {
    std::optional<Organization> organization;
    int requests = 0;  // answered or given up; retries are counted apart
    int retries = 0;
    std::map<Dataset, std::int64_t> rows;
    std::vector<SyncFailure> failed;
    QStringList notices;  // what was asked in another way than planned, and why
    std::int64_t elapsedMs = 0;
    std::optional<Error> stoppedBy;  // ended before the plan was done; what came in before is saved
    bool savedAnything = false;      // beside who the organization is
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
    std::optional<PlannedRequest> current;  // what is asked now
    std::optional<QDateTime> pausedUntil;
    bool stopping = false;  // cancelled, and not ended yet
    RateLimit rateLimit;
};

class SyncJob : public QObject {
    Q_OBJECT
public:
    /// `sample`: marks the cache as the invented organization's.
    SyncJob(AdminClient& client, CacheService& cache, Clock& clock, SyncScope scope, bool sample,
            QObject* parent = nullptr);
    ~SyncJob() override;

    void start();
    /// Ends the request under way; finished() follows with stoppedBy Cancelled. What is committed stays, and an answer
    /// that is just being stored is stored first: it was paid for with a request.
    void cancel();

signals:
    void progressed(const tokenledger::SyncProgress& progress);
    /// After each committed answer: charts may read again.
    void cacheChanged();
    void finished(const tokenledger::SyncSummary& summary);

private:
    void begin(const SyncState& state);
    void next();
    void listenToRun();
    void requestEnded(const RequestOutcome& outcome);
    void requestFailed(const RequestOutcome& outcome);
    void requestStored();
    void requestRefused(const Fallback& fallback);
    void planMembers();
    void planned(const PlannedRequest& request, int count);
    void countFailed(Dataset dataset, const DateRange& days, const Error& error);
    void dropDataset(const Error& error);
    void stop(const Error& error);
    void finish();
    [[nodiscard]] AuditEntry auditEntry() const;
    void emitProgress();

    AdminClient& m_client;
    CacheService& m_cache;
    Clock& m_clock;
    const SyncScope m_scope;
    const bool m_sample;
    std::deque<PlannedRequest> m_queue;
    std::unique_ptr<RequestRun> m_run;  // the request under way
    SyncSummary m_summary;
    SyncProgress m_progress;
    QElapsedTimer m_elapsed;
    std::optional<int> m_knownLimit;  // requests an hour, as the cache has it
    std::optional<Error> m_lastFailure;
    int m_failuresInARow = 0;
    bool m_cancelled = false;
    bool m_finished = false;
};

}  // namespace tokenledger
