// The present, and waiting: one seam, so that tests and `--now` decide what time it is.
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace tokenledger {

class Clock {
public:
    virtual ~Clock() = default;
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;

    [[nodiscard]] virtual QDateTime now() const = 0;  // UTC
    /// Calls `then` once in `context`'s thread after `delay`; never, when `context` dies first.
    virtual void after(std::chrono::milliseconds delay, QObject* context, std::function<void()> then) = 0;
};

/// The machine's clock and QTimer. With a fixed present (`--now`) waiting still takes real time.
class SystemClock final : public Clock {
public:
    SystemClock() = default;
    explicit SystemClock(const QDateTime& fixedNow);

    [[nodiscard]] QDateTime now() const override;
    void after(std::chrono::milliseconds delay, QObject* context, std::function<void()> then) override;

private:
    QDateTime m_fixedNow;
};

}  // namespace tokenledger
