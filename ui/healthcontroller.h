// Behind the page Data health: reads its pictures while the page is seen, and runs the work on the cache file, one
// piece at a time. GUI thread.
#pragma once

#include "ui/sessioncontroller.h"

namespace tokenledger {

class HealthController : public QObject {
    Q_OBJECT
public:
    enum class Task { None, Verify, BackUp, Purge };
    struct Verified {
        QDateTime at;
        std::vector<VerifyFinding> findings;
    };
    struct BackedUp {
        QDateTime at;
        QString path;
    };

    HealthController(SessionController& controller, const Clock& clock, QObject* parent = nullptr);

    /// The page is seen: only then anything is read.
    void setActive(bool active);
    [[nodiscard]] const std::shared_ptr<const DataHealth>& health() const { return m_health; }
    [[nodiscard]] const std::shared_ptr<const SyncLog>& log() const { return m_log; }
    /// The report "restatements".
    [[nodiscard]] const std::shared_ptr<const Table>& restatements() const { return m_restatements; }
    /// The report "audit-log".
    [[nodiscard]] const std::shared_ptr<const Table>& audit() const { return m_audit; }
    [[nodiscard]] const LogOrder& order() const { return m_order; }
    void setOrder(const LogOrder& order);

    void verify();
    void backUp(const QString& target);
    void purge(const DateRange& range, const std::vector<Dataset>& datasets);
    /// Ends verifying and backing up.
    void stop();
    [[nodiscard]] Task task() const { return m_task; }
    /// Of the task under way: "3 of 8".
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; }
    /// Of this cache, since it was opened.
    [[nodiscard]] const std::optional<Verified>& verified() const { return m_verified; }
    [[nodiscard]] const std::optional<BackedUp>& backedUp() const { return m_backedUp; }
    /// Failed days of the whole cache, and what verifying found: the number beside the page's name.
    [[nodiscard]] int problems() const;
    /// Why the cache may not be written now; empty: it may.
    [[nodiscard]] QString whyNotWritable() const;

signals:
    void healthReady();
    void healthFailed(const tokenledger::Error& error);
    void logReady();
    void restatementsReady();
    void auditReady();
    void taskChanged();
    void verifiedChanged();
    void taskFailed(tokenledger::HealthController::Task task, const tokenledger::Error& error);
    void backupMade(const QString& path);
    void purged(const std::vector<tokenledger::StoredDays>& gone);

private:
    void reset();
    void refresh();
    void readHealth();
    void readLog();
    /// A list that the page shows as it is.
    void readList(const char* report, std::shared_ptr<const Table> HealthController::*place,
                  void (HealthController::*ready)());
    bool begin(Task task);
    void end();
    /// Drops answers about a cache that is no longer open.
    template <typename Then>
    auto forThisCache(Then then);

    SessionController& m_controller;
    const Clock& m_clock;
    bool m_active = false;
    int m_cache = 0;  // counts the caches opened
    std::shared_ptr<const DataHealth> m_health;
    std::shared_ptr<const SyncLog> m_log;
    std::shared_ptr<const Table> m_restatements;
    std::shared_ptr<const Table> m_audit;
    LogOrder m_order;
    bool m_readingHealth = false;
    bool m_readHealthAgain = false;
    bool m_readingLog = false;
    bool m_readLogAgain = false;
    Task m_task = Task::None;
    int m_done = 0;
    int m_total = 0;
    std::optional<Verified> m_verified;
    std::optional<BackedUp> m_backedUp;
};

}  // namespace tokenledger
