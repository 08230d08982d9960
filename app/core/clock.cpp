#include "app/core/clock.h"

#include <QTimer>

namespace tokenledger {

SystemClock::SystemClock(const QDateTime& fixedNow) : m_fixedNow(fixedNow.toUTC()) {}

QDateTime SystemClock::now() const { return m_fixedNow.isValid() ? m_fixedNow : QDateTime::currentDateTimeUtc(); }

void SystemClock::after(std::chrono::milliseconds delay, QObject* context, std::function<void()> then) {
    // Precise: a coarse timer may come early, and a server that said "after 2 s" refuses whoever asks before.
    QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(then));
}

}  // namespace tokenledger
