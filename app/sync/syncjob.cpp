#include "app/sync/syncjob.h"

#include "app/core/async.h"

#include <QLoggingCategory>

namespace tokenledger {

Q_LOGGING_CATEGORY(lcSync, "tokenledger.sync", QtWarningMsg)  // a line a request: only when a log is asked for

namespace {

constexpr int MaxFailuresInARow = 3;
constexpr int MaxPages = 100'000;  // a server that never says "last page" ends here even if its tokens differ

void logRequest(const RequestLogEntry& log) {
    qCInfo(lcSync).noquote() << toRfc3339(log.at) << datasetName(log.dataset) << "GET" << log.request << log.httpStatus
                             << log.outcome << "retries" << log.retries << "ms" << log.durationMs << log.requestId;
}

Error repeatedToken() {
    return {ErrorKind::BadResponse,
            QStringLiteral("The server repeated a page of its answer, so the end cannot be told. Try again later."),
            QStringLiteral("the answer's next_page (or last_id) was seen before in this request")};
}

}  // namespace

struct SyncJob::Running {
    PlannedRequest request;
    std::optional<DateRange> remaining;  // days that no stored page has brought yet; pages come oldest first
    QSet<QString> tokens;
    int pages = 0;
    bool restarted = false;
    ClaudeCodeDay day;                  // Claude Code: all pages of the day
    std::vector<Workspace> workspaces;  // lists: all pages
    std::vector<ApiKey> apiKeys;
    std::vector<RequestLogEntry> logs;  // of the pages not stored yet

    std::vector<Workspace>& objects(const Workspace*) { return workspaces; }
    std::vector<ApiKey>& objects(const ApiKey*) { return apiKeys; }
};

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
    m_client.cancel();
}

void SyncJob::begin(const SyncState& state) {
    const auto plan = planSync(m_scope, state, UtcDay::fromDateTime(m_clock.now()));
    m_queue.assign(plan.begin(), plan.end());
    for (const PlannedRequest& request : plan) ++m_progress.datasets[request.dataset()].planned;
    m_progress.requestsPlanned = static_cast<int>(plan.size());
    next();
}

void SyncJob::next() {
    if (m_finished) return;
    if (m_cancelled) {
        stop({ErrorKind::Cancelled, QStringLiteral("The sync was stopped. What it had fetched is saved."), {}});
        return;
    }
    if (m_queue.empty()) {
        m_running.reset();
        m_finished = true;
        m_summary.elapsedMs = m_elapsed.elapsed();
        m_summary.rateLimit = m_client.rateLimit();
        emit finished(m_summary);
        return;
    }
    m_running = std::make_unique<Running>();
    m_running->request = m_queue.front();
    m_running->remaining = m_running->request.days;
    m_queue.pop_front();
    m_progress.current = m_running->request;
    emitProgress();
    switch (m_running->request.kind) {
        case PlannedRequest::Kind::Me:
            askMe();
            break;
        case PlannedRequest::Kind::Workspaces:
            askList<Workspace>({});
            break;
        case PlannedRequest::Kind::ApiKeys:
            askList<ApiKey>({});
            break;
        case PlannedRequest::Kind::Usage:
            askReport<UsagePage>({});
            break;
        case PlannedRequest::Kind::Cost:
            askReport<CostPage>({});
            break;
        case PlannedRequest::Kind::ClaudeCode:
            askClaudeCode({});
            break;
    }
}

// Counts and logs an answer; false when the request is over because of it.
template <typename T>
bool SyncJob::accept(const ApiAnswer<T>& answer) {
    ++m_summary.requests;
    m_summary.retries += answer.log.retries;
    logRequest(answer.log);
    if (!answer.value) {
        requestFailed(answer.value.error(), answer.log);
        return false;
    }
    ++m_running->pages;
    return true;
}

// Runs `work(CacheWriter&) -> Result<StoreResult>` in the writer's thread; a cache that cannot be written ends the
// sync.
template <typename Store>
void SyncJob::store(Store work, std::function<void()> then) {
    whenDone(m_cache.write(std::move(work)), this, [this, then = std::move(then)](const Result<StoreResult>& result) {
        if (!result) {
            stop(result.error());
            return;
        }
        const Dataset dataset = m_running->request.dataset();
        m_summary.rows[dataset] += result->rows;
        for (const auto& [day, why] : result->failedDays) m_summary.failed.push_back({dataset, day, why});
        m_summary.savedAnything = true;
        emit cacheChanged();
        then();
    });
}

template <typename Page>
void SyncJob::askReport(const QString& page) {
    auto answered = [this, page](const ApiAnswer<std::shared_ptr<const Page>>& answer) {
        // A page token can go stale while a sync waits: the query starts over once.
        const bool stale = !answer.value && answer.value.error().httpStatus == 400 && !page.isEmpty();
        if (stale && !m_running->restarted) {
            m_running->restarted = true;
            m_running->tokens.clear();
            ++m_summary.requests;
            logRequest(answer.log);
            askReport<Page>({});
            return;
        }
        if (!accept(answer)) return;
        const std::shared_ptr<const Page> content = *answer.value;
        const QString nextPage = content->nextPage;
        if (!nextPage.isEmpty() && (m_running->tokens.contains(nextPage) || m_running->pages > MaxPages)) {
            requestFailed(repeatedToken(), answer.log);
            return;
        }
        m_running->tokens.insert(nextPage);
        const DateRange asked = *m_running->request.days;
        auto work = [content, asked, log = answer.log](CacheWriter& writer) {
            const bool last = content->nextPage.isEmpty();
            if constexpr (std::is_same_v<Page, UsagePage>) {
                return writer.storeUsage(*content, asked, last, log);
            } else {
                return writer.storeCost(*content, asked, last, log);
            }
        };
        store(std::move(work), [this, nextPage, content] {
            if (nextPage.isEmpty()) {
                requestDone();
                return;
            }
            if (!content->buckets.empty()) {
                const std::int64_t end = content->buckets.back().start + bucketSeconds(content->width);
                m_running->remaining->first = std::min(UtcDay::fromSeconds(end), m_running->remaining->last);
            }
            if (m_cancelled) {
                next();
                return;
            }
            askReport<Page>(nextPage);
        });
    };
    const DateRange days = *m_running->request.days;
    if constexpr (std::is_same_v<Page, UsagePage>) {
        m_client.usagePage({days, m_running->request.width, UsageGrouping}, page, std::move(answered));
    } else {
        m_client.costPage(days, page, std::move(answered));
    }
}

void SyncJob::askClaudeCode(const QString& page) {
    const UtcDay day = m_running->request.days->first;
    m_running->day.day = day;
    m_client.claudeCodePage(day, page, [this](const ApiAnswer<std::shared_ptr<const ClaudeCodePage>>& answer) {
        if (!accept(answer)) return;
        const ClaudeCodePage& content = **answer.value;
        if (!content.nextPage.isEmpty() && m_running->tokens.contains(content.nextPage)) {
            requestFailed(repeatedToken(), answer.log);
            return;
        }
        m_running->tokens.insert(content.nextPage);
        m_running->logs.push_back(answer.log);
        auto& rows = m_running->day.rows;
        rows.insert(rows.end(), content.rows.begin(), content.rows.end());
        m_running->day.notices += content.notices;
        if (!content.nextPage.isEmpty()) {
            askClaudeCode(content.nextPage);
            return;
        }
        store([whole = m_running->day,
               logs = m_running->logs](CacheWriter& writer) { return writer.storeClaudeCode(whole, logs); },
              [this] { requestDone(); });
    });
}

template <typename Object>
void SyncJob::askList(const QString& afterId) {
    auto answered = [this](const ApiAnswer<ListPage<Object>>& answer) {
        if (!accept(answer)) return;
        const ListPage<Object>& content = *answer.value;
        auto& objects = m_running->objects(static_cast<const Object*>(nullptr));
        objects.insert(objects.end(), content.rows.begin(), content.rows.end());
        m_running->logs.push_back(answer.log);
        if (content.hasMore && !content.rows.empty()) {
            if (content.lastId.isEmpty() || m_running->tokens.contains(content.lastId)) {
                requestFailed(repeatedToken(), answer.log);
                return;
            }
            m_running->tokens.insert(content.lastId);
            askList<Object>(content.lastId);
            return;
        }
        auto work = [all = objects, logs = m_running->logs](CacheWriter& writer) {
            if constexpr (std::is_same_v<Object, Workspace>) {
                return writer.storeWorkspaces(all, logs);
            } else {
                return writer.storeApiKeys(all, logs);
            }
        };
        store(std::move(work), [this] { requestDone(); });
    };
    if constexpr (std::is_same_v<Object, Workspace>) {
        m_client.workspacesPage(afterId, std::move(answered));
    } else {
        m_client.apiKeysPage(afterId, std::move(answered));
    }
}

void SyncJob::askMe() {
    m_client.me([this](const ApiAnswer<Organization>& answer) {
        if (!accept(answer)) return;
        m_summary.organization = *answer.value;
        store(
            [organization = *answer.value, sample = m_sample,
             log = answer.log](CacheWriter& writer) -> Result<StoreResult> {
                const auto known = writer.organization();
                if (!known) return failure(known.error());
                if (*known && (*known)->id != organization.id) {
                    return failure(
                        ErrorKind::Cache,
                        QStringLiteral("This cache belongs to the organization \"%1\", but the key belongs to "
                                       "\"%2\". Nothing was fetched. Use another --profile or --cache for it.")
                            .arg((*known)->name, organization.name));
                }
                return writer.storeOrganization(organization, sample, log);
            },
            [this] { requestDone(); });
    });
}

void SyncJob::requestDone() {
    m_failuresInARow = 0;
    m_lastFailure.reset();
    auto& dataset = m_progress.datasets[m_running->request.dataset()];
    ++dataset.done;
    ++m_progress.requestsDone;
    if (m_running->request.days) {
        const UtcDay first = m_running->request.days->first;
        dataset.backTo = dataset.backTo ? std::min(*dataset.backTo, first) : first;
    }
    next();
}

void SyncJob::requestFailed(const Error& error, const RequestLogEntry& log) {
    if (error.kind == ErrorKind::Cancelled) {
        stop(error);
        return;
    }
    const Dataset dataset = m_running->request.dataset();
    const std::optional<DateRange> days = m_running->remaining;
    if (days) {
        for (UtcDay day = days->first; day <= days->last; day = day + 1) {
            m_summary.failed.push_back({dataset, day, error.message, error.kind});
        }
    } else {
        m_summary.failed.push_back({dataset, std::nullopt, error.message, error.kind});
    }
    const UtcDay today = UtcDay::fromDateTime(m_clock.now());
    RequestLogEntry failed = log;
    failed.outcome = error.message;
    auto recorded =
        m_cache.write([dataset, days = days.value_or(DateRange{today, today}), error, failed](CacheWriter& writer) {
            return writer.recordFailure(dataset, days, error, failed);
        });
    whenDone(recorded, this, [this, error](const Result<void>& result) {
        if (!result) {
            stop(result.error());
            return;
        }
        emit cacheChanged();
        const bool sameCause =
            m_lastFailure && m_lastFailure->kind == error.kind && m_lastFailure->httpStatus == error.httpStatus;
        m_failuresInARow = sameCause ? m_failuresInARow + 1 : 1;
        m_lastFailure = error;
        if (error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::RateLimited) {
            stop(error);
            return;
        }
        ++m_progress.requestsDone;
        ++m_progress.datasets[m_running->request.dataset()].done;
        if (error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotFound) {
            m_failuresInARow = 0;  // a refused dataset says nothing about the others
            dropDataset(error);
            return;
        }
        if (m_failuresInARow >= MaxFailuresInARow) {
            stop(error);
            return;
        }
        next();
    });
}

// A refused dataset is not asked day after day: its remaining requests leave the queue, their days count as failed.
void SyncJob::dropDataset(const Error& error) {
    const PlannedRequest refused = m_running->request;
    std::vector<DateRange> days;
    std::erase_if(m_queue, [&](const PlannedRequest& request) {
        if (request.kind != refused.kind || request.width != refused.width) return false;
        if (request.days) days.push_back(*request.days);
        return true;
    });
    for (const DateRange& range : days) {
        for (UtcDay day = range.first; day <= range.last; day = day + 1) {
            m_summary.failed.push_back({refused.dataset(), day, error.message, error.kind});
        }
    }
    m_progress.requestsPlanned -= static_cast<int>(days.size());
    m_progress.datasets[refused.dataset()].planned -= static_cast<int>(days.size());
    const QDateTime now = m_clock.now();
    auto recorded = m_cache.write([days, dataset = refused.dataset(), error, now](CacheWriter& writer) -> Result<void> {
        for (const DateRange& range : days) {
            RequestLogEntry log;
            log.at = now;
            log.dataset = dataset;
            log.request = QStringLiteral("(not asked)");
            log.outcome = error.message;
            if (const auto done = writer.recordFailure(dataset, range, error, log); !done) return done;
        }
        return {};
    });
    whenDone(recorded, this, [this](const Result<void>& result) {
        if (!result) {
            stop(result.error());
            return;
        }
        next();
    });
}

void SyncJob::stop(Error error) {
    if (m_finished) return;
    m_finished = true;
    m_queue.clear();
    m_summary.stoppedBy = std::move(error);
    m_summary.elapsedMs = m_elapsed.elapsed();
    m_summary.rateLimit = m_client.rateLimit();
    emit finished(m_summary);
}

void SyncJob::emitProgress() { emit progressed(m_progress); }

}  // namespace tokenledger
