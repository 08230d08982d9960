// An opened organization: its cache, and the sync that refreshes it. The window talks to this and to nothing deeper.
#pragma once

#include "app/core/async.h"
#include "app/reports/cachebreakdown.h"
#include "app/reports/claudecodeactivity.h"
#include "app/reports/costbreakdown.h"
#include "app/reports/datahealth.h"
#include "app/reports/organizationview.h"
#include "app/reports/overview.h"
#include "app/reports/report.h"
#include "app/reports/synclog.h"
#include "app/reports/usagebreakdown.h"
#include "app/reports/usagedetails.h"
#include "app/sync/ledgerbeginning.h"
#include "app/sync/syncjob.h"
#include "storage/cacheservice.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tokenledger {

class Session : public QObject {
    Q_OBJECT
public:
    enum class Kind {
        Live,      // key in the keychain (or held for this run), cache written
        Sample,    // the built-in organization, no network
        ReadOnly,  // a cache file without a key
    };
    /// Makes the client for a sync; empty for ReadOnly. Called in the GUI thread.
    using MakeClient = std::function<std::unique_ptr<AdminClient>()>;

    /// Clock and prices outlive it.
    Session(Kind kind, QString cachePath, Clock& clock, const PriceBook& prices, MakeClient makeClient,
            QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QString cachePath() const;
    [[nodiscard]] Clock& clock() const;
    [[nodiscard]] const PriceBook& prices() const;
    /// Where the key is kept: true when it lives in this process only because no keychain answered.
    [[nodiscard]] bool keyIsHeldForThisRunOnly() const;
    void setKeyIsHeldForThisRunOnly(bool held);

    /// Of the sample: what it has laid down; stored after its first sync.
    void setBeginning(std::function<LedgerBeginning()> beginning);

    /// opened() or openFailed() follows. Where another program writes to the cache, or its folder takes no file, it
    /// still opens, to read: writeProblem() says why, and open() may be tried again.
    void open();
    [[nodiscard]] const std::optional<Error>& writeProblem() const;

    [[nodiscard]] QFuture<Result<CacheStatus>> status();
    [[nodiscard]] QFuture<Result<std::optional<DateRange>>> extent();
    /// Supersedes an Overview still waiting: that one ends with Cancelled.
    [[nodiscard]] QFuture<Result<Overview>> overview(const OverviewRequest& request);
    /// Supersedes a CostBreakdown still waiting: that one ends with Cancelled.
    [[nodiscard]] QFuture<Result<CostBreakdown>> costBreakdown(const CostBreakdownRequest& request);
    // The same, each for its own.
    [[nodiscard]] QFuture<Result<UsageBreakdown>> usageBreakdown(const UsageBreakdownRequest& request);
    [[nodiscard]] QFuture<Result<UsageDetails>> usageDetails(const UsageDetailsRequest& request);
    /// Supersedes a CacheBreakdown still waiting: that one ends with Cancelled.
    [[nodiscard]] QFuture<Result<CacheBreakdown>> cacheBreakdown(const CacheBreakdownRequest& request);
    /// Supersedes a ClaudeCodeActivity still waiting: that one ends with Cancelled.
    [[nodiscard]] QFuture<Result<ClaudeCodeActivity>> claudeCodeActivity(const ClaudeCodeActivityRequest& request);
    /// Supersedes an OrganizationView still waiting: that one ends with Cancelled.
    [[nodiscard]] QFuture<Result<OrganizationView>> organization(const OrganizationRequest& request);
    [[nodiscard]] QFuture<Result<Table>> report(const ReportRequest& request);
    [[nodiscard]] QFuture<Result<DataHealth>> dataHealth(const DateRange& range);
    [[nodiscard]] QFuture<Result<SyncLog>> syncLog(std::shared_ptr<const SyncLog> known, const LogOrder& order);

    // Work on the cache file. The first two take long and go on beside everything else; taskProgressed follows, and
    // stopTask() ends them with Cancelled.
    [[nodiscard]] QFuture<Result<std::vector<VerifyFinding>>> verify();
    [[nodiscard]] QFuture<Result<void>> backUp(const QString& target);
    void stopTask();
    /// What a purge would take.
    [[nodiscard]] QFuture<Result<std::vector<StoredDays>>> storedDays(const DateRange& range,
                                                                      const std::vector<Dataset>& datasets);
    /// cacheChanged follows.
    [[nodiscard]] QFuture<Result<std::vector<StoredDays>>> purge(const DateRange& range,
                                                                 const std::vector<Dataset>& datasets);

    /// Runs `work(const CacheReader&) -> Result<T>` in the reader's thread, on one state of the cache.
    template <typename Work>
    [[nodiscard]] auto ask(Work work) {
        return cache().read(std::move(work));
    }
    /// Runs `work(CacheWriter&, const Author&) -> Result<T>` in the writer's thread, as the user of this program, now.
    /// cacheChanged follows where it did something.
    template <typename Work>
    [[nodiscard]] auto change(Work work) {
        auto changed =
            cache().write([work = std::move(work), by = author()](CacheWriter& writer) { return work(writer, by); });
        using R = std::decay_t<decltype(changed.result())>;
        whenDone(changed, this, [this](const R& result) {
            if (result) emit cacheChanged();
        });
        return changed;
    }
    [[nodiscard]] Author author() const;
    /// In the audit log: "stored in the keychain", "removed from the keychain".
    [[nodiscard]] QFuture<Result<void>> noteKeyChange(const QString& profile, const QString& what);

    /// Values for filter chips: term and display name, by name.
    struct FilterValue {
        TermId term = NullTerm;
        QString value;  // what ReportFilter wants: the id, empty for null
        QString name;
    };
    [[nodiscard]] QFuture<Result<std::vector<FilterValue>>> filterValues(Dimension dimension);

    [[nodiscard]] bool canSync() const;
    [[nodiscard]] bool isSyncing() const;
    /// syncProgressed and cacheChanged follow, then syncFinished once. Ignored while syncing.
    void startSync(const SyncScope& scope);
    void cancelSync();

signals:
    void opened();
    void openFailed(const tokenledger::Error& error);
    void syncProgressed(const tokenledger::SyncProgress& progress);
    void cacheChanged();
    void syncFinished(const tokenledger::SyncSummary& summary);
    void taskProgressed(int done, int total);

private:
    [[nodiscard]] CacheService& cache() const;
    void openToRead(const Error& writeProblem);
    void endSync(const SyncSummary& summary);
    [[nodiscard]] Progress taskProgress();
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace tokenledger
