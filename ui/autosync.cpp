#include "ui/autosync.h"

#include <algorithm>

namespace tokenledger {

namespace {

/// Short, as a long timer would oversleep while the computer does.
constexpr std::chrono::minutes Tick{1};

bool wouldFailAgain(const std::optional<SyncSummary>& sync) {
    if (!sync || !sync->stoppedBy) return false;
    const ErrorKind kind = sync->stoppedBy->kind;
    return !isUnreachable(kind) && kind != ErrorKind::RateLimited && kind != ErrorKind::BadResponse &&
           kind != ErrorKind::Cancelled;
}

}  // namespace

AutoSync::AutoSync(Services& services, SessionController& controller, QObject* parent)
    : QObject(parent), m_services(services), m_controller(controller) {
    connect(&controller, &SessionController::syncFinished, this, [this] { m_lastEnd = m_services.clock.now(); });
    connect(&controller, &SessionController::closed, this, [this] { m_lastEnd = {}; });
    connect(&controller, &SessionController::opened, this, &AutoSync::look);
    tick();
}

void AutoSync::tick() {
    m_services.clock.after(Tick, this, [this] {
        look();
        tick();
    });
}

QDateTime AutoSync::lastSync() const {
    if (m_lastEnd.isValid()) return m_lastEnd;
    QDateTime last;
    for (const DatasetStatus& dataset : m_controller.status().datasets) {
        if (dataset.lastSyncedAt.isValid() && !(dataset.lastSyncedAt < last)) last = dataset.lastSyncedAt;
    }
    // A time to come: the clock was set back since, and how long ago it was is not known.
    const QDateTime now = m_services.clock.now();
    return last.isValid() && last > now ? now.addDays(-1) : last;
}

std::optional<QDateTime> AutoSync::next() const {
    const Settings::AutoSync choice = m_services.settings.autoSync();
    const bool live = m_controller.session() != nullptr && m_controller.session()->kind() == Session::Kind::Live;
    if (!choice.on || !live || !m_controller.canSync() || m_controller.isSyncing()) return std::nullopt;
    if (wouldFailAgain(m_controller.lastSync())) return std::nullopt;
    const QDateTime last = lastSync();
    if (!last.isValid()) return std::nullopt;
    QDateTime next = last.addSecs(choice.minutes * 60);
    const RateLimit& limit = m_controller.rateLimit();
    const bool usedUp = limit.remaining && *limit.remaining <= 0 && limit.reset;
    if (usedUp) next = std::max(next, *limit.reset);
    return next;
}

void AutoSync::look() {
    const auto time = next();
    if (time && *time <= m_services.clock.now()) m_controller.sync();
}

}  // namespace tokenledger
