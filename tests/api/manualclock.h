// A clock that stands until a test moves it; waits end by advance() only.
#pragma once

#include "app/core/clock.h"
#include "app/core/period.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace tokenledger::test {

class ManualClock final : public Clock {
public:
    QDateTime time = *fromRfc3339(u"2026-11-20T12:00:00Z");
    bool isFixed = false;  // like --now: waiting ends, the present stays

    [[nodiscard]] QDateTime now() const override { return time; }
    void after(std::chrono::milliseconds delay, QObject* context, std::function<void()> then) override {
        m_waits.push_back({delay, context, std::move(then)});
    }
    /// The delays that somebody waits for now.
    [[nodiscard]] std::vector<std::chrono::milliseconds> waits() const {
        std::vector<std::chrono::milliseconds> delays;
        for (const Wait& wait : m_waits) {
            if (wait.context) delays.push_back(wait.left);
        }
        return delays;
    }
    void advance(std::chrono::milliseconds step) {
        if (!isFixed) time = time.addMSecs(step.count());
        std::vector<Wait> due;
        for (Wait& wait : m_waits) {
            wait.left -= step;
            if (wait.left.count() <= 0) due.push_back(wait);
        }
        std::erase_if(m_waits, [](const Wait& wait) { return wait.left.count() <= 0; });
        for (const Wait& wait : due) {
            if (wait.context) wait.then();
        }
    }

private:
    struct Wait {
        std::chrono::milliseconds left;
        QPointer<QObject> context;
        std::function<void()> then;
    };
    std::vector<Wait> m_waits;
};

}  // namespace tokenledger::test
