// One planned request from its first page to its last: asks, bounds the paging, hands what comes to storage and records
// what does not. start() once; finished() once. Lives in the client's thread.
#pragma once

#include "app/sync/fallback.h"
#include "app/sync/pagetrail.h"
#include "storage/cacheservice.h"

#include <QObject>

namespace tokenledger {

struct RequestOutcome {
    enum class Ending {
        Stored,
        Failed,   // recorded in the cache
        Refused,  // for its size; `fallback` is to be asked instead
        Stopped,  // cancelled, nothing was sent, or the cache cannot be written: nothing is recorded of the days
    };
    Ending ending = Ending::Stored;
    Error error;                          // unless Stored
    std::optional<DateRange> failedDays;  // Failed: the days that did not come; nothing for a list
    std::optional<Fallback> fallback;     // Refused
};

class RequestRun : public QObject {
    Q_OBJECT
public:
    /// `owner`: the organization that the key belongs to, once it is known; nobody else's records are stored.
    /// `sample`: marks the cache as the invented organization's.
    RequestRun(AdminClient& client, CacheService& cache, PlannedRequest request, std::optional<Organization> owner,
               bool sample, QObject* parent = nullptr);

    [[nodiscard]] const PlannedRequest& request() const { return m_request; }
    void start();
    /// No further page is asked. Cancel the client, too: it ends the request under way.
    void cancel() { m_cancelled = true; }

signals:
    /// For each answer, and for each request that was given up.
    void answered(const tokenledger::RequestLogEntry& log);
    /// Storage has taken it: the cache belongs to this organization.
    void identified(const tokenledger::Organization& organization);
    /// After each commit.
    void stored(const tokenledger::StoreResult& result);
    void finished(const tokenledger::RequestOutcome& outcome);

private:
    using Ask = void (RequestRun::*)(const QString& token);

    void askMe(const QString& token);
    template <typename Page>
    void askReport(const QString& token);
    void askClaudeCode(const QString& token);
    void askObjects(const QString& token);

    void takeMe(const Organization& organization, const RequestLogEntry& log);
    template <typename Page>
    void takeReport(const std::shared_ptr<const Page>& page, const RequestLogEntry& log);
    void takeClaudeCode(const std::shared_ptr<const ClaudeCodePage>& page, const RequestLogEntry& log);
    void takeObjects(const ObjectPage& page, const RequestLogEntry& log);

    template <typename T>
    [[nodiscard]] ApiCallback<T> whenAnswered(const QString& token, Ask again,
                                              void (RequestRun::*take)(const T&, const RequestLogEntry&));
    template <typename Store>
    void store(Store work, std::function<void()> then);
    template <typename Record>
    void advance(const ReportPage<Record>& page);

    void refused(const Error& error, const QString& token, Ask again, const RequestLogEntry& log);
    void askOtherwise(const Error& error, Fallback fallback, RequestLogEntry log);
    void fail(const Error& error, RequestLogEntry log);
    void stop(const Error& error);

    AdminClient& m_client;
    CacheService& m_cache;
    const PlannedRequest m_request;
    const std::optional<Organization> m_owner;
    const bool m_sample;
    bool m_cancelled = false;
    PageTrail m_trail;
    bool m_isFirstPage = true;
    std::optional<DateRange> m_remaining;  // days that no stored page has brought yet; pages come oldest first
    ClaudeCodeDay m_day;                   // Claude Code: all pages of the day
    std::vector<ListedObject> m_objects;   // lists: all pages
    std::vector<RequestLogEntry> m_logs;   // of answers that are not in the cache's log yet
};

}  // namespace tokenledger
