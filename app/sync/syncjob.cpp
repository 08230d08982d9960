#include "app/sync/syncjob.h"

#include "app/core/async.h"
#include "app/core/systemuser.h"

#include <QLoggingCategory>

namespace tokenledger {

Q_LOGGING_CATEGORY(lcSync, "tokenledger.sync", QtWarningMsg)  // a line a request: only when a log is asked for

namespace {

constexpr int MaxFailuresInARow = 3;

void logRequest(const RequestLogEntry& log) {
    qCInfo(lcSync).noquote() << toRfc3339(log.at) << datasetName(log.dataset) << "GET" << log.request << log.httpStatus
                             << log.outcome << "retries" << log.retries << "ms" << log.durationMs << log.requestId;
}

}  // namespace

SyncJob::SyncJob(AdminClient& client, CacheService& cache, Clock& clock, SyncScope scope, bool sample, QObject* parent)
    : QObject(parent), m_client(client), m_cache(cache), m_clock(clock), m_scope(std::move(scope)), m_sample(sample) {
    connect(&m_client, &AdminClient::paused, this, [this](const QDateTime& until) {
        m_progress.pausedUntil = until;
        emitProgress();
    });
    connect(&m_client, &AdminClient::resumed, this, [this] {
        m_progress.pausedUntil.reset();
        emitProgress();
    });
    connect(&m_client, &AdminClient::rateLimitChanged, this,
            [this](const RateLimit& limit) { m_progress.rateLimit = limit; });
}

SyncJob::~SyncJob() = default;

void SyncJob::start() {
    m_elapsed.start();
    if (const QDateTime now = m_clock.now(); !UtcDay::isPlausible(now)) {
        // Later, so that nobody is called back from within start().
        QMetaObject::invokeMethod(
            this,
            [this, now] {
                stop({ErrorKind::Usage,
                      QStringLiteral("This machine's clock says %1, which cannot be. Set it right, then sync again.")
                          .arg(toRfc3339(now)),
                      {}});
            },
            Qt::QueuedConnection);
        return;
    }
    const DateRange days = m_scope.days;
    std::vector<Dataset> datasets{Dataset::Usage, Dataset::Cost, Dataset::ClaudeCode};
    if (m_scope.width != BucketWidth::Day) datasets.push_back(usageDataset(m_scope.width));
    auto coverage = m_cache.write([days, datasets](CacheWriter& writer) -> Result<SyncState> {
        SyncState state;
        for (const Dataset dataset : datasets) {
            auto one = writer.coverage(dataset, days);
            if (!one) return failure(one.error());
            state.coverage.push_back(std::move(*one));
        }
        auto basis = writer.planBasis();
        if (!basis) return failure(basis.error());
        state.basis = std::move(*basis);
        return state;
    });
    whenDone(coverage, this, [this](const Result<SyncState>& state) {
        if (!state) {
            stop(state.error());
            return;
        }
        begin(*state);
    });
}

void SyncJob::cancel() {
    if (m_cancelled || m_finished) return;
    m_cancelled = true;
    m_progress.stopping = true;
    m_progress.pausedUntil.reset();
    emitProgress();
    if (m_run) m_run->cancel();
    m_client.cancel();
}

void SyncJob::begin(const SyncState& state) {
    const auto plan = planSync(m_scope, state, UtcDay::fromDateTime(m_clock.now()));
    m_queue.assign(plan.begin(), plan.end());
    for (const PlannedRequest& request : plan) planned(request, 1);
    m_knownLimit = state.basis.requestLimit;
    next();
}

void SyncJob::planned(const PlannedRequest& request, int count) {
    m_progress.datasets[request.dataset()].planned += count;
    m_progress.requestsPlanned += count;
}

void SyncJob::next() {
    if (m_finished) return;
    if (m_cancelled) {
        stop({ErrorKind::Cancelled, QStringLiteral("The sync was stopped. What it had fetched is saved."), {}});
        return;
    }
    if (m_queue.empty()) {
        finish();
        return;
    }
    if (m_run) m_run.release()->deleteLater();  // it is on the stack here
    m_run = std::make_unique<RequestRun>(m_client, m_cache, m_queue.front(), m_summary.organization, m_sample);
    m_queue.pop_front();
    listenToRun();
    m_progress.current = m_run->request();
    emitProgress();
    m_run->start();
}

void SyncJob::listenToRun() {
    connect(m_run.get(), &RequestRun::answered, this, [this](const RequestLogEntry& log) {
        ++m_summary.requests;
        m_summary.retries += log.retries;
        logRequest(log);
    });
    connect(m_run.get(), &RequestRun::identified, this,
            [this](const Organization& organization) { m_summary.organization = organization; });
    connect(m_run.get(), &RequestRun::stored, this, [this](const StoreResult& result) {
        const Dataset dataset = m_run->request().dataset();
        m_summary.rows[dataset] += result.rows;
        for (const auto& [day, why] : result.failedDays) m_summary.failed.push_back({dataset, day, why});
        if (m_run->request().kind != PlannedRequest::Kind::Me) m_summary.savedAnything = true;
        emit cacheChanged();
    });
    connect(m_run.get(), &RequestRun::finished, this, &SyncJob::requestEnded);
}

void SyncJob::requestEnded(const RequestOutcome& outcome) {
    switch (outcome.ending) {
        case RequestOutcome::Ending::Stored:
            requestStored();
            break;
        case RequestOutcome::Ending::Failed:
            requestFailed(outcome);
            break;
        case RequestOutcome::Ending::Refused:
            requestRefused(*outcome.fallback);
            break;
        case RequestOutcome::Ending::Stopped:
            if (outcome.error.kind == ErrorKind::Cancelled && m_cancelled) {
                next();
            } else {
                stop(outcome.error);
            }
            break;
    }
}

void SyncJob::requestStored() {
    m_failuresInARow = 0;
    m_lastFailure.reset();
    auto& dataset = m_progress.datasets[m_run->request().dataset()];
    ++dataset.done;
    ++m_progress.requestsDone;
    if (const auto& days = m_run->request().days) {
        dataset.backTo = dataset.backTo ? std::min(*dataset.backTo, days->first) : days->first;
    }
    if (m_run->request().isList(ObjectKind::Workspace)) {
        planMembers();
    } else {
        next();
    }
}

void SyncJob::requestRefused(const Fallback& fallback) {
    const PlannedRequest refused = m_run->request();
    ++m_progress.requestsDone;
    ++m_progress.datasets[refused.dataset()].done;
    for (const PlannedRequest& request : fallback.instead) planned(request, 1);
    m_queue.insert(m_queue.begin(), fallback.instead.begin(), fallback.instead.end());
    if (!m_summary.notices.contains(fallback.notice)) m_summary.notices << fallback.notice;
    // What is refused once need not be tried for every other range.
    for (PlannedRequest& request : m_queue) {
        if (request.kind == refused.kind) request.grouping = fallback.instead.front().grouping;
    }
    emit cacheChanged();
    next();
}

// The plan took the workspaces that the cache knew; now that the list has come, it follows that.
void SyncJob::planMembers() {
    const auto basis = m_cache.write([](CacheWriter& writer) { return writer.planBasis(); });
    whenDone(basis, this, [this](const Result<PlanBasis>& now) {
        if (!now) {
            stop(now.error());
            return;
        }
        QStringList wanted = now->openWorkspaces;
        std::erase_if(m_queue, [&](const PlannedRequest& request) {
            if (!request.isList(ObjectKind::WorkspaceMember) || wanted.removeAll(request.within) > 0) return false;
            planned(request, -1);
            return true;
        });
        auto place = std::find_if(m_queue.begin(), m_queue.end(), [](const PlannedRequest& request) {
            return request.kind != PlannedRequest::Kind::Objects;
        });
        for (const QString& workspace : std::as_const(wanted)) {
            const PlannedRequest request = PlannedRequest::list(ObjectKind::WorkspaceMember, workspace);
            planned(request, 1);
            place = std::next(m_queue.insert(place, request));
        }
        next();
    });
}

void SyncJob::requestFailed(const RequestOutcome& outcome) {
    const Error& error = outcome.error;
    const PlannedRequest request = m_run->request();
    if (outcome.failedDays) {
        countFailed(request.dataset(), *outcome.failedDays, error);
    } else {
        const QString what = request.kind == PlannedRequest::Kind::Objects
                                 ? QString(listName(request.object, request.within) % u": ")
                                 : QString();
        m_summary.failed.push_back({request.dataset(), std::nullopt, what + error.message, error.kind});
    }
    emit cacheChanged();
    const bool sameCause =
        m_lastFailure && m_lastFailure->kind == error.kind && m_lastFailure->httpStatus == error.httpStatus;
    m_failuresInARow = sameCause ? m_failuresInARow + 1 : 1;
    m_lastFailure = error;
    // Nothing is asked for before it is known whose data would come.
    const bool isVital = request.kind == PlannedRequest::Kind::Me;
    if (isVital || error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Certificate ||
        error.kind == ErrorKind::RateLimited) {
        stop(error);
        return;
    }
    ++m_progress.requestsDone;
    ++m_progress.datasets[request.dataset()].done;
    if (error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotFound) {
        m_failuresInARow = 0;  // a refused dataset says nothing about the others
        // A workspace may be gone since it was listed; that says nothing of the others' members.
        const bool ofOneWorkspace = request.kind == PlannedRequest::Kind::Objects && !request.within.isEmpty();
        if (ofOneWorkspace && error.kind == ErrorKind::NotFound) {
            next();
        } else {
            dropDataset(error);
        }
        return;
    }
    if (m_failuresInARow >= MaxFailuresInARow) {
        stop(error);
        return;
    }
    next();
}

void SyncJob::countFailed(Dataset dataset, const DateRange& days, const Error& error) {
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        m_summary.failed.push_back({dataset, day, error.message, error.kind});
    }
}

// A refused report or kind of list is not asked again and again: its other requests leave the queue, their days count
// as failed.
void SyncJob::dropDataset(const Error& error) {
    const PlannedRequest refused = m_run->request();
    std::vector<DateRange> days;
    std::vector<RequestLogEntry> lists;
    RequestLogEntry log;
    log.at = m_clock.now();
    log.dataset = refused.dataset();
    log.request = QStringLiteral("(not asked)");
    log.outcome = error.message;
    std::erase_if(m_queue, [&](const PlannedRequest& request) {
        if (!request.isOfOneKindWith(refused)) return false;
        if (request.days) {
            days.push_back(*request.days);
            countFailed(refused.dataset(), *request.days, error);
        } else {
            const QString name = listName(request.object, request.within);
            m_summary.failed.push_back(
                {refused.dataset(), std::nullopt, QString(name % u": " % error.message), error.kind});
            lists.push_back(log);
            lists.back().request = QString(name % u" (not asked)");
        }
        planned(request, -1);
        return true;
    });
    auto recorded = m_cache.write([days, lists, log, error](CacheWriter& writer) -> Result<void> {
        for (const DateRange& range : days) {
            if (const auto done = writer.recordFailure(log.dataset, range, error, log); !done) return done;
        }
        return writer.recordRequests(lists);
    });
    whenDone(recorded, this, [this](const Result<void>& result) {
        if (!result) {
            stop(result.error());
            return;
        }
        next();
    });
}

void SyncJob::stop(const Error& error) {
    if (m_finished) return;
    m_summary.stoppedBy = error;
    finish();
}

void SyncJob::finish() {
    m_finished = true;
    m_queue.clear();
    m_summary.elapsedMs = m_elapsed.elapsed();
    m_summary.rateLimit = m_client.rateLimit();
    if (!m_summary.organization) {
        emit finished(m_summary);
        return;
    }
    std::optional<int> limit = m_summary.rateLimit.limit;
    if (limit == m_knownLimit) limit.reset();
    // The limit is for the next plan. A cache that cannot keep this has said so elsewhere.
    const auto kept = m_cache.write([limit, entry = auditEntry()](CacheWriter& writer) -> Result<void> {
        if (auto noted = writer.recordAudit(entry); !noted) return noted;
        return limit ? writer.storeRequestLimit(*limit) : Result<void>();
    });
    whenDone(kept, this, [this](const Result<void>&) { emit finished(m_summary); });
}

AuditEntry SyncJob::auditEntry() const {
    std::int64_t rows = 0;
    for (const auto& [dataset, count] : m_summary.rows) rows += count;
    AuditEntry entry;
    entry.author = {m_clock.now(), systemUserName()};
    entry.action = QStringLiteral("sync");
    entry.subject = m_summary.organization->name;
    entry.detail = QStringLiteral("%1 requests, %2 rows, %3 failed")
                       .arg(m_summary.requests)
                       .arg(rows)
                       .arg(m_summary.failed.size());
    if (m_summary.stoppedBy) entry.detail += QStringLiteral("; ended early");
    return entry;
}

void SyncJob::emitProgress() { emit progressed(m_progress); }

}  // namespace tokenledger
