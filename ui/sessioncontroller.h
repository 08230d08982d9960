// Between the window and the open session: asks for pictures, drops late answers, runs the sync, keeps page and
// filters. GUI thread; owns the session.
#pragma once

#include "ui/services.h"

#include <QObject>

#include <map>
#include <memory>

namespace tokenledger {

using OverviewPtr = std::shared_ptr<const Overview>;

class SessionController : public QObject {
    Q_OBJECT
public:
    explicit SessionController(Services& services, QObject* parent = nullptr);
    ~SessionController() override;

    // Each closes what was open; opened() or openFailed() follows.
    void openSample();
    void openFile(const QString& path);
    /// Reads the key from the keychain first; without one the cache still opens (see keyProblem).
    void openLive(QString profile);
    void openLive(QString profile, SecretBuffer key, bool heldForThisRunOnly);
    /// The key that the session is being opened with was stored just now: the audit log says so once it is open.
    void noteNewKey() { m_noteNewKey = true; }
    /// After Session::writeProblem(): tries once more to open the same cache to write.
    void openAgain();
    /// What could not be opened, or turned out damaged while it was: a cache of the user's own, which can be set aside.
    [[nodiscard]] bool canStartAfresh() const { return !m_damagedCache.isEmpty(); }
    /// The same of the open one, when something else showed that it is damaged.
    [[nodiscard]] bool canSetOpenAside() const;
    /// Sets it aside and opens a fresh one; setAside() or openFailed() follows.
    void startAfresh();
    void close();
    /// There is nothing to show of this cache, or nothing to rely on: openFailed() follows.
    void giveUp(const Error& error);

    [[nodiscard]] Session* session() const { return m_session.get(); }
    [[nodiscard]] const CacheStatus& status() const { return m_status; }
    /// Of a connected organization, also one whose cache did not open; else empty.
    [[nodiscard]] const QString& profile() const { return m_profile; }
    /// As the user calls it; empty while nothing is known.
    [[nodiscard]] QString organizationName() const;
    /// Days since the key in use was put into the keychain, when it is time for another one.
    [[nodiscard]] std::optional<int> keyReminder() const;
    void restKeyReminder();
    [[nodiscard]] const std::optional<Error>& keyProblem() const { return m_keyProblem; }
    [[nodiscard]] const std::optional<Error>& priceProblem() const { return m_services.priceProblem; }
    [[nodiscard]] const std::vector<Session::FilterValue>& values(Dimension dimension) const;
    [[nodiscard]] bool isEmpty() const { return !m_extent.has_value(); }
    [[nodiscard]] UtcDay today() const;

    [[nodiscard]] const FilterState& filters() const { return m_filters; }
    [[nodiscard]] DateRange range() const { return m_filters.range(today(), m_extent, m_yearStart); }
    [[nodiscard]] Interval interval() const { return m_filters.effectiveInterval(range()); }
    /// A page or filters that were left are a step back; one of both at once, too.
    [[nodiscard]] const ViewHistory& history() const { return m_history; }
    [[nodiscard]] PageId page() const { return m_page; }
    void setPage(PageId page);
    void setFilters(const FilterState& filters);
    /// Instead of those of the organization before; no step.
    void beginWith(const FilterState& filters);
    /// The month of the fiscal year's begin, 1 to 12. What is shown keeps its days until it is read again.
    [[nodiscard]] int yearStart() const { return m_yearStart; }
    void setYearStart(int month) { m_yearStart = month; }
    [[nodiscard]] ViewState view() const { return {m_page, m_filters}; }
    /// As one step. What it filters by that this cache does not know is left out: its names, for a sentence.
    [[nodiscard]] QStringList show(const ViewState& view);
    /// What is stored about the open organization is stored under this name: its profile, or its id where a file is
    /// open; empty while that is not known.
    [[nodiscard]] QString organizationKey() const;
    /// Only this value of the dimension, or, where that is the filter already, none. A value that the filter bar does
    /// not know changes nothing.
    void toggleFilter(Dimension dimension, const QString& value);
    void goBack();
    void goForward();

    [[nodiscard]] bool canSync() const;
    [[nodiscard]] bool isSyncing() const { return m_session != nullptr && m_session->isSyncing(); }
    [[nodiscard]] const std::optional<SyncProgress>& progress() const { return m_progress; }
    [[nodiscard]] const std::optional<SyncSummary>& lastSync() const { return m_lastSync; }
    [[nodiscard]] const RateLimit& rateLimit() const { return m_rateLimit; }
    /// What is missing or provisional since the first day that was ever asked for.
    void sync();
    void syncBackTo(UtcDay day);
    /// Just these days of one dataset: to retry what failed.
    void syncDays(Dataset dataset, const DateRange& days);
    void cancelSync();

    [[nodiscard]] const OverviewPtr& overview() const { return m_overview; }
    /// The picture belongs to the filters as they are now.
    [[nodiscard]] bool overviewIsCurrent() const { return m_overview != nullptr && m_shownFilters == m_filters; }
    void refresh();
    /// Reads everything of the cache anew, also what it holds at all: after days were taken out of it, or where it
    /// could not be read.
    void reload() { readStatus(!m_isOpened); }

signals:
    void opening();
    void opened();
    void openFailed(const tokenledger::Error& error);
    void setAside(const QString& keptAs);
    void closed();
    void statusChanged();
    void cacheChanged();
    void filtersChanged();
    void pageChanged(tokenledger::PageId page);
    /// A picture was asked for that differs from the one shown: that one is old now.
    void pictureOutdated();
    void overviewReady();
    void overviewFailed(const tokenledger::Error& error);
    void syncChanged();
    void syncFinished();

private:
    void adopt(std::unique_ptr<Session> session, const Settings::LastOpened& what);
    void failRead(const Error& error);
    void readStatus(bool first);
    void rememberOrganization();
    [[nodiscard]] FilterState resolved(const FilterState& filters, QStringList* unknown = nullptr) const;
    void apply(const ViewState& view);
    void requestOverview();
    void startSync(const SyncScope& scope);
    void onSyncFinished(const SyncSummary& summary);
    [[nodiscard]] UtcDay firstWantedDay() const;

    Services& m_services;
    std::unique_ptr<Session> m_session;
    QString m_profile;
    QString m_damagedCache;
    CacheStatus m_status;
    std::optional<DateRange> m_extent;
    std::optional<Error> m_keyProblem;
    std::map<Dimension, std::vector<Session::FilterValue>> m_values;
    FilterState m_filters;
    PageId m_page;
    int m_yearStart;
    ViewHistory m_history;
    OverviewPtr m_overview;
    std::optional<FilterState> m_shownFilters;
    std::optional<FilterState> m_askedFilters;  // of the picture under way
    std::optional<SyncProgress> m_progress;
    std::optional<SyncSummary> m_lastSync;
    RateLimit m_rateLimit;
    int m_sessionNumber = 0;  // answers of an earlier session are dropped
    int m_generation = 0;     // of the picture asked for last
    bool m_askAgain = false;
    bool m_noteNewKey = false;
    bool m_isOpened = false;  // opened() was emitted for this session
};

}  // namespace tokenledger
