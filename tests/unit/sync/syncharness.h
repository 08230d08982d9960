// A sync against a script of answers, with a cache of its own; and the bodies of such answers.
#pragma once

#include "app/sync/syncjob.h"
#include "tests/api/manualclock.h"
#include "tests/api/scriptedtransport.h"

#include <QTemporaryDir>
#include <QTest>

namespace tokenledger::test {

inline const QByteArray Me = "{\"id\":\"org-1\",\"name\":\"Acme\",\"type\":\"organization\"}";

inline QByteArray refusalOf(const char* type) {
    return "{\"type\":\"error\",\"error\":{\"type\":\"" + QByteArray(type) + "\",\"message\":\"no\"}}";
}
inline QByteArray paged(const QByteArray& data, const char* nextPage) {
    const QByteArray next = nextPage == nullptr ? QByteArray("null") : '"' + QByteArray(nextPage) + '"';
    return "{\"data\":[" + data + "],\"has_more\":" + (nextPage == nullptr ? "false" : "true") +
           ",\"next_page\":" + next + '}';
}
inline QByteArray costDay(const char* day, const char* cents) {
    return "{\"starting_at\":\"" + QByteArray(day) + "T00:00:00Z\",\"results\":[{\"amount\":\"" + cents +
           "\",\"currency\":\"USD\",\"description\":\"d\"}]}";
}
inline QByteArray codeRecord(const char* day, const char* actor, const char* organization = "org-1") {
    return "{\"actor\":{\"type\":\"user_actor\",\"email_address\":\"" + QByteArray(actor) +
           "\"},\"organization_id\":\"" + organization + "\",\"date\":\"" + day +
           "\",\"core_metrics\":{\"num_sessions\":1,\"lines_of_code\":{\"added\":0,\"removed\":0},"
           "\"commits_by_claude_code\":0,\"pull_requests_by_claude_code\":0},\"tool_actions\":{},"
           "\"model_breakdown\":[]}";
}
inline const QByteArray NoObjects = "{\"data\":[],\"has_more\":false}";
inline QByteArray workspaces(const QByteArray& id, bool more) {
    return "{\"data\":[{\"id\":\"" + id + "\",\"name\":\"W\"}],\"last_id\":\"" + id +
           "\",\"has_more\":" + (more ? "true" : "false") + '}';
}

/// Fresh for each test function; the present is 2026-11-20T12:00:00Z.
class SyncHarness : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_transport = std::make_unique<ScriptedTransport>();
        m_clock = std::make_unique<ManualClock>();
        m_cache = std::make_unique<CacheService>(m_folder->filePath(QStringLiteral("org.tokenledger")),
                                                 CacheService::Mode::ReadWrite);
        const auto opened = m_cache->open();
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(opened.result().has_value());
        policy = {};
        policy.maxRetries = 0;
        policy.waitForRateLimit = false;
        m_summary.reset();
    }
    void cleanup() {
        m_job.reset();
        m_client.reset();
        m_cache.reset();
    }

protected:
    /// The paths asked, below /v1/organizations/.
    [[nodiscard]] QStringList askedPaths() const {
        QStringList paths;
        for (const QUrl& url : m_transport->asked) paths << url.path().section(u'/', 3);
        return paths;
    }
    static DateRange days(const char* first, const char* last) {
        return {*UtcDay::fromIso(QString::fromLatin1(first)), *UtcDay::fromIso(QString::fromLatin1(last))};
    }
    void start(const DateRange& range, std::set<SyncDataset> datasets) {
        SyncScope scope;
        scope.days = range;
        scope.datasets = std::move(datasets);
        m_client = std::make_unique<AdminClient>(*m_transport, *m_clock, AdminClient::defaultBaseUrl(),
                                                 SecretBuffer::take("sk-ant-admin01-x"), policy);
        m_job = std::make_unique<SyncJob>(*m_client, *m_cache, *m_clock, scope, false);
        connect(m_job.get(), &SyncJob::finished, this, [this](const SyncSummary& summary) { m_summary = summary; });
        m_job->start();
    }
    SyncSummary sync(const DateRange& range, std::set<SyncDataset> datasets) {
        start(range, std::move(datasets));
        return finished();
    }
    SyncSummary finished() {
        if (!QTest::qWaitFor([this] { return m_summary.has_value(); }, 30'000)) qFatal("the sync does not end");
        return *std::exchange(m_summary, std::nullopt);
    }
    /// What `work(const CacheReader&)` finds in the cache.
    template <typename Work>
    auto read(Work work) {
        const auto answer = m_cache->read(std::move(work));
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 30'000)) qFatal("the cache does not answer");
        const auto result = answer.result();
        if (!result) qFatal("%s", qPrintable(result.error().message));
        return *result;
    }
    std::vector<DayState> statesOf(Dataset dataset, const DateRange& range) {
        std::vector<DayState> states;
        for (const DayCoverage& day : read([=](const CacheReader& r) { return r.coverage(dataset, range); }).days) {
            states.push_back(day.state);
        }
        return states;
    }
    /// The HTTP statuses in the request log, oldest first.
    std::vector<int> logged() {
        std::vector<int> statuses;
        for (const RequestLogEntry& entry : read([](const CacheReader& r) { return r.requestLog(); })) {
            statuses.push_back(entry.httpStatus);
        }
        return statuses;
    }

    RetryPolicy policy;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<CacheService> m_cache;
    std::unique_ptr<AdminClient> m_client;
    std::unique_ptr<SyncJob> m_job;
    std::optional<SyncSummary> m_summary;
};

}  // namespace tokenledger::test
