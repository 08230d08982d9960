#include "app/sync/requestrun.h"

#include "app/core/async.h"
#include "app/core/plaintext.h"

#include <QPointer>

namespace tokenledger {

namespace {

Error othersRecords(const QString& theirs, const QString& ours) {
    return {ErrorKind::BadResponse,
            QStringLiteral("The answer holds records of another organization, so nothing of it was stored. Test the "
                           "key, then sync again."),
            QStringLiteral("organization_id is %1, not %2").arg(plainText(theirs), plainText(ours))};
}

}  // namespace

RequestRun::RequestRun(AdminClient& client, CacheService& cache, PlannedRequest request,
                       std::optional<Organization> owner, bool sample, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_cache(cache),
      m_request(std::move(request)),
      m_owner(std::move(owner)),
      m_sample(sample),
      m_remaining(m_request.days) {}

void RequestRun::start() {
    switch (m_request.kind) {
        case PlannedRequest::Kind::Me:
            askMe({});
            break;
        case PlannedRequest::Kind::Objects:
            askObjects({});
            break;
        case PlannedRequest::Kind::Usage:
            askReport<UsagePage>({});
            break;
        case PlannedRequest::Kind::Cost:
            askReport<CostPage>({});
            break;
        case PlannedRequest::Kind::ClaudeCode:
            m_day.day = m_request.days->first;
            askClaudeCode({});
            break;
    }
}

// What is the same for every answer; `take` gets its content.
template <typename T>
ApiCallback<T> RequestRun::whenAnswered(const QString& token, Ask again,
                                        void (RequestRun::*take)(const T&, const RequestLogEntry&)) {
    return [self = QPointer<RequestRun>(this), token, again, take](const ApiAnswer<T>& answer) {
        if (!self) return;
        RequestRun& run = *self;
        if (!answer.value) {
            const Error& error = answer.value.error();
            if (error.kind == ErrorKind::RateLimited && answer.log.httpStatus == 0) {
                run.stop(error);  // nothing was sent, so nothing failed: the days are as they were
                return;
            }
            emit run.answered(answer.log);
            run.refused(error, token, again, answer.log);
            return;
        }
        emit run.answered(answer.log);
        (run.*take)(*answer.value, answer.log);
    };
}

void RequestRun::refused(const Error& error, const QString& token, Ask again, const RequestLogEntry& log) {
    // The refusal of a later page is most likely about its token, whatever it says.
    if (!m_trail.startOver(error, token)) {
        PlannedRequest remaining = m_request;
        remaining.days = m_remaining;
        if (auto fallback = fallbackFor(remaining, error)) {
            askOtherwise(error, std::move(*fallback), log);
        } else {
            fail(error, log);
        }
        return;
    }
    m_day.rows.clear();
    m_day.notices.clear();
    m_objects.clear();
    m_logs.push_back(log);
    (this->*again)({});
}

// Runs `work(CacheWriter&) -> Result<StoreResult>` in the writer's thread. A cache that cannot be written ends the
// sync.
template <typename Store>
void RequestRun::store(Store work, std::function<void()> then) {
    whenDone(m_cache.write(std::move(work)), this, [this, then = std::move(then)](const Result<StoreResult>& result) {
        m_logs.clear();
        if (!result) {
            stop(result.error());
            return;
        }
        emit stored(*result);
        then();
    });
}

void RequestRun::askMe(const QString& token) {
    m_client.me(whenAnswered<Organization>(token, &RequestRun::askMe, &RequestRun::takeMe));
}

void RequestRun::takeMe(const Organization& organization, const RequestLogEntry& log) {
    store([organization, sample = m_sample,
           log](CacheWriter& writer) { return writer.storeOrganization(organization, sample, log); },
          [this, organization] {
              emit identified(organization);
              emit finished({});
          });
}

template <typename Page>
void RequestRun::askReport(const QString& token) {
    m_isFirstPage = token.isEmpty();
    auto callback =
        whenAnswered<std::shared_ptr<const Page>>(token, &RequestRun::askReport<Page>, &RequestRun::takeReport<Page>);
    if constexpr (std::is_same_v<Page, UsagePage>) {
        m_client.usagePage({*m_request.days, m_request.width, m_request.grouping}, token, std::move(callback));
    } else {
        m_client.costPage(*m_request.days, token, std::move(callback));
    }
}

template <typename Page>
void RequestRun::takeReport(const std::shared_ptr<const Page>& page, const RequestLogEntry& log) {
    if (const auto next = m_trail.follow(page->nextPage); !next) {
        fail(next.error(), log);
        return;
    }
    auto work = [page, asked = *m_request.days, log, earlier = m_logs, dataset = m_request.dataset(),
                 isFirst = m_isFirstPage](CacheWriter& writer) -> Result<StoreResult> {
        if (isFirst) writer.beginPages(dataset);
        if (const auto logged = writer.recordRequests(earlier); !logged) return failure(logged.error());
        const bool last = page->nextPage.isEmpty();
        if constexpr (std::is_same_v<Page, UsagePage>) {
            return writer.storeUsage(*page, asked, last, log);
        } else {
            return writer.storeCost(*page, asked, last, log);
        }
    };
    store(std::move(work), [this, page] {
        if (page->nextPage.isEmpty()) {
            emit finished({});
            return;
        }
        advance(*page);
        if (m_cancelled) {
            stop({ErrorKind::Cancelled, QStringLiteral("Stopped before it was done."), {}});
        } else {
            askReport<Page>(page->nextPage);
        }
    });
}

template <typename Record>
void RequestRun::advance(const ReportPage<Record>& page) {
    for (auto bucket = page.buckets.rbegin(); bucket != page.buckets.rend(); ++bucket) {
        if (!m_remaining->contains(UtcDay::fromSeconds(bucket->start))) continue;
        const UtcDay next = UtcDay::fromSeconds(bucket->start + bucketSeconds(page.width));
        m_remaining->first = std::min(next, m_remaining->last);
        return;
    }
}

void RequestRun::askClaudeCode(const QString& token) {
    m_client.claudeCodePage(m_day.day, token,
                            whenAnswered<std::shared_ptr<const ClaudeCodePage>>(token, &RequestRun::askClaudeCode,
                                                                                &RequestRun::takeClaudeCode));
}

void RequestRun::takeClaudeCode(const std::shared_ptr<const ClaudeCodePage>& page, const RequestLogEntry& log) {
    if (m_owner && !page->organizationId.isEmpty() && page->organizationId != m_owner->id) {
        fail(othersRecords(page->organizationId, m_owner->id), log);
        return;
    }
    if (const auto next = m_trail.follow(page->nextPage); !next) {
        fail(next.error(), log);
        return;
    }
    m_logs.push_back(log);
    m_day.rows.insert(m_day.rows.end(), page->rows.begin(), page->rows.end());
    m_day.notices += page->notices;
    if (!page->nextPage.isEmpty()) {
        askClaudeCode(page->nextPage);
        return;
    }
    store([day = m_day, logs = m_logs](CacheWriter& writer) { return writer.storeClaudeCode(day, logs); },
          [this] { emit finished({}); });
}

void RequestRun::askObjects(const QString& token) {
    m_client.objectsPage(m_request.object, m_request.within, token,
                         whenAnswered<ObjectPage>(token, &RequestRun::askObjects, &RequestRun::takeObjects));
}

void RequestRun::takeObjects(const ObjectPage& page, const RequestLogEntry& log) {
    const QString token = page.hasMore ? page.lastId : QString();
    if (const auto next = m_trail.follow(token); !next) {
        fail(next.error(), log);
        return;
    }
    m_logs.push_back(log);
    m_objects.insert(m_objects.end(), page.rows.begin(), page.rows.end());
    if (!token.isEmpty()) {
        askObjects(token);
        return;
    }
    const ObjectList list{m_request.object, m_request.within, m_objects};
    store([list, logs = m_logs](CacheWriter& writer) { return writer.storeObjects(list, logs); },
          [this] { emit finished({}); });
}

// The days are asked again in another way, so nothing is recorded of them but that the server refused.
void RequestRun::askOtherwise(const Error& error, Fallback fallback, RequestLogEntry log) {
    log.outcome = QString(error.message % u' ' % fallback.notice);
    m_logs.push_back(log);
    auto logged =
        m_cache.write([logs = std::exchange(m_logs, {})](CacheWriter& writer) { return writer.recordRequests(logs); });
    whenDone(logged, this, [this, error, fallback = std::move(fallback)](const Result<void>& result) {
        if (result) {
            emit finished({RequestOutcome::Ending::Refused, error, std::nullopt, fallback});
        } else {
            stop(result.error());
        }
    });
}

// Records that the days did not come, with the log of this answer and of the pages before it.
void RequestRun::fail(const Error& error, RequestLogEntry log) {
    if (error.kind == ErrorKind::Cancelled) {
        stop(error);
        return;
    }
    log.outcome = error.message;
    const UtcDay today = UtcDay::fromDateTime(log.at);
    auto recorded = m_cache.write([dataset = m_request.dataset(), days = m_remaining.value_or(DateRange{today, today}),
                                   earlier = std::exchange(m_logs, {}), error, log](CacheWriter& writer) {
        const auto logged = writer.recordRequests(earlier);
        return logged ? writer.recordFailure(dataset, days, error, log) : logged;
    });
    whenDone(recorded, this, [this, error](const Result<void>& result) {
        if (result) {
            emit finished({RequestOutcome::Ending::Failed, error, m_remaining, std::nullopt});
        } else {
            stop(result.error());
        }
    });
}

// What came before is logged, though nothing is stored of it.
void RequestRun::stop(const Error& error) {
    const RequestOutcome outcome{RequestOutcome::Ending::Stopped, error, std::nullopt, std::nullopt};
    if (m_logs.empty()) {
        emit finished(outcome);
        return;
    }
    auto logged = m_cache.write(
        [earlier = std::exchange(m_logs, {})](CacheWriter& writer) { return writer.recordRequests(earlier); });
    whenDone(logged, this, [this, outcome](const Result<void>&) { emit finished(outcome); });
}

}  // namespace tokenledger
