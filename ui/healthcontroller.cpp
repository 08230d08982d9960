#include "ui/healthcontroller.h"

#include "app/core/async.h"

#include <utility>

namespace tokenledger {

HealthController::HealthController(SessionController& controller, const Clock& clock, QObject* parent)
    : QObject(parent), m_controller(controller), m_clock(clock) {
    connect(&controller, &SessionController::closed, this, &HealthController::reset);
    for (const auto signal :
         {&SessionController::statusChanged, &SessionController::filtersChanged, &SessionController::cacheChanged}) {
        connect(&controller, signal, this, &HealthController::refresh);
    }
}

template <typename Then>
auto HealthController::forThisCache(Then then) {
    return [this, cache = m_cache, then = std::move(then)](const auto& result) {
        if (cache == m_cache) then(result);
    };
}

void HealthController::reset() {
    ++m_cache;
    m_health.reset();
    m_log.reset();
    m_restatements.reset();
    m_audit.reset();
    m_order = {};
    m_readingHealth = m_readHealthAgain = m_readingLog = m_readLogAgain = false;
    m_verified.reset();
    m_backedUp.reset();
    end();
    emit logReady();
    emit restatementsReady();
    emit auditReady();
    emit verifiedChanged();
}

void HealthController::setActive(bool active) {
    const bool shown = active && !m_active;
    m_active = active;
    if (shown) refresh();
}

void HealthController::setOrder(const LogOrder& order) {
    if (order == m_order) return;
    m_order = order;
    if (m_active) readLog();
}

void HealthController::refresh() {
    if (!m_active || m_controller.session() == nullptr) return;
    readHealth();
    readLog();
}

void HealthController::readHealth() {
    if (m_controller.session() == nullptr) return;
    // While a sync pours answers in, one picture at a time is enough.
    if (m_readingHealth) {
        m_readHealthAgain = true;
        return;
    }
    m_readingHealth = true;
    whenDone(m_controller.session()->dataHealth(m_controller.range()), this,
             forThisCache([this](const Result<DataHealth>& result) {
                 m_readingHealth = false;
                 if (result) {
                     m_health = std::make_shared<const DataHealth>(*result);
                     readList("restatements", &HealthController::m_restatements, &HealthController::restatementsReady);
                     readList("audit-log", &HealthController::m_audit, &HealthController::auditReady);
                     emit healthReady();
                 } else {
                     emit healthFailed(result.error());
                 }
                 if (std::exchange(m_readHealthAgain, false)) readHealth();
             }));
}

void HealthController::readLog() {
    if (m_controller.session() == nullptr) return;
    if (m_readingLog) {
        m_readLogAgain = true;
        return;
    }
    m_readingLog = true;
    whenDone(m_controller.session()->syncLog(m_log, m_order), this, forThisCache([this](const Result<SyncLog>& result) {
                 m_readingLog = false;
                 if (result) {
                     m_log = std::make_shared<const SyncLog>(*result);
                     emit logReady();
                 } else {
                     emit healthFailed(result.error());
                 }
                 if (std::exchange(m_readLogAgain, false)) readLog();
             }));
}

void HealthController::readList(const char* report, std::shared_ptr<const Table> HealthController::*place,
                                void (HealthController::*ready)()) {
    ReportRequest request;
    request.report = QLatin1String(report);
    whenDone(m_controller.session()->report(request), this,
             forThisCache([this, place, ready](const Result<Table>& result) {
                 if (!result) return emit healthFailed(result.error());
                 this->*place = std::make_shared<const Table>(*result);
                 emit(this->*ready)();
             }));
}

bool HealthController::begin(Task task) {
    if (m_controller.session() == nullptr) return false;
    if (m_task != Task::None) {
        emit taskFailed(
            task,
            {ErrorKind::Usage, tr("Something else is being done with the cache. Try again when it is finished."), {}});
        return false;
    }
    m_task = task;
    m_done = 0;
    m_total = 0;
    connect(m_controller.session(), &Session::taskProgressed, this, [this](int done, int total) {
        m_done = done;
        m_total = total;
        emit taskChanged();
    });
    emit taskChanged();
    return true;
}

void HealthController::end() {
    if (m_controller.session() != nullptr) disconnect(m_controller.session(), &Session::taskProgressed, this, nullptr);
    m_task = Task::None;
    emit taskChanged();
}

void HealthController::verify() {
    if (!begin(Task::Verify)) return;
    whenDone(m_controller.session()->verify(), this,
             forThisCache([this](const Result<std::vector<VerifyFinding>>& findings) {
                 if (findings) m_verified = Verified{m_clock.now(), *findings};
                 end();
                 if (findings) {
                     emit verifiedChanged();
                 } else {
                     emit taskFailed(Task::Verify, findings.error());
                 }
             }));
}

void HealthController::backUp(const QString& target) {
    if (!begin(Task::BackUp)) return;
    whenDone(m_controller.session()->backUp(target), this, forThisCache([this, target](const Result<void>& made) {
                 if (made) m_backedUp = BackedUp{m_clock.now(), target};
                 end();
                 if (made) {
                     emit backupMade(target);
                 } else {
                     emit taskFailed(Task::BackUp, made.error());
                 }
             }));
}

void HealthController::purge(const DateRange& range, const std::vector<Dataset>& datasets) {
    // A sync may have begun by itself while the question stood open.
    if (const QString why = whyNotWritable(); !why.isEmpty()) {
        emit taskFailed(Task::Purge, {ErrorKind::Usage, why, {}});
        return;
    }
    if (!begin(Task::Purge)) return;
    whenDone(m_controller.session()->purge(range, datasets), this,
             forThisCache([this](const Result<std::vector<StoredDays>>& gone) {
                 end();
                 if (gone) {
                     m_controller.reload();
                     emit purged(*gone);
                 } else {
                     emit taskFailed(Task::Purge, gone.error());
                 }
             }));
}

void HealthController::stop() {
    if (m_controller.session() != nullptr) m_controller.session()->stopTask();
}

int HealthController::problems() const {
    int count = m_verified ? static_cast<int>(m_verified->findings.size()) : 0;
    for (const DatasetStatus& dataset : m_controller.status().datasets) count += dataset.failedDays;
    return count;
}

QString HealthController::whyNotWritable() const {
    const Session* session = m_controller.session();
    if (session == nullptr) return tr("No cache is open.");
    if (session->kind() == Session::Kind::ReadOnly) return tr("This cache was opened read-only.");
    if (session->writeProblem()) return session->writeProblem()->message;
    if (m_controller.isSyncing()) return tr("A sync is writing to the cache. Stop it, or wait until it is done.");
    return {};
}

}  // namespace tokenledger
