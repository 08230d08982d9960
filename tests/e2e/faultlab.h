// Real syncs, in this process, against the fake server and its faults; and a judge of what the cache then shows. Waits
// take no time: the clock stands where a test puts it, and every wait of the client ends at once.
#pragma once

#include "app/core/clock.h"
#include "app/sync/syncjob.h"
#include "tests/e2e/faultcatalogue.h"

#include <QTemporaryDir>

#include <map>

namespace tokenledger::test {

/// Waits end in the next turn of the event loop.
class HastyClock final : public Clock {
public:
    QDateTime present;
    std::function<void()> whenWaiting;

    [[nodiscard]] QDateTime now() const override { return present; }
    void after(std::chrono::milliseconds delay, QObject* context, std::function<void()> then) override;
};

/// What is wrong with the figures of a cache, counted by rows of reports at their finest.
struct Verdict {
    QStringList complaints;  // plain sentences, the first few; empty: nothing is wrong
    int lost = 0;            // rows of the server's data that are not shown though their day is
    int doubled = 0;         // rows that are shown and are not the server's, or are shown twice

    [[nodiscard]] QString text() const { return complaints.join(u'\n'); }
};

class FaultLab : public QObject {
    Q_OBJECT
public:
    using Rows = std::vector<QStringList>;
    using RowsByPeriod = std::map<QString, Rows>;
    using Lists = std::map<QString, Rows>;  // by report; those of members by workspace

    FaultLab();
    ~FaultLab() override;

    FakeAdminServer server;
    HastyClock clock;
    SyncScope scope;

    /// A new, empty cache.
    void forgetCache();
    /// The server's and the client's present. Each sync needs a time of its own, by which its figures are known again.
    void setNow(const QDateTime& now);
    /// The scripted faults happen; silence and dripping end after a short while.
    SyncSummary sync(std::chrono::milliseconds patience = std::chrono::milliseconds(200));
    /// Without faults and with all patience.
    SyncSummary cleanSync();
    /// Cancels the sync under way when this many requests have come; 0: does not.
    int cancelAt = 0;

    /// After any sync: every day and every list is as the server said when it was fetched, or is not shown at all.
    [[nodiscard]] Verdict judge();
    /// After a clean sync: nothing is missing or failed, every report is as the server's data now, the file is sound.
    [[nodiscard]] Verdict judgeWhole();

private:
    struct Version;
    [[nodiscard]] const Version* versionAt(const QDateTime& at) const;
    void judgeDay(const QString& report, const DayCoverage& day, const RowsByPeriod& shown, Verdict& verdict) const;
    void judgeLists(const Lists& shown, Verdict& verdict) const;
    void judgeHours(const DayCoverage& day, const RowsByPeriod& shown, Verdict& verdict) const;
    [[nodiscard]] QString cachePath() const { return m_folder->filePath(QStringLiteral("org.tokenledger")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<Version>> m_versions;  // the server's data at each sync
};

}  // namespace tokenledger::test
