// What stands behind a page with one picture: asks for it while the page is seen, by the filter bar's state and the
// page's own choices; drops late answers. GUI thread.
#pragma once

#include "app/core/async.h"
#include "ui/sessioncontroller.h"

#include <utility>

namespace tokenledger {

class PictureSource : public QObject {
    Q_OBJECT
public:
    /// The page is seen: only then anything is read.
    virtual void setActive(bool active) = 0;
    [[nodiscard]] virtual bool hasPicture() const = 0;
    /// The picture belongs to what is asked for now.
    [[nodiscard]] virtual bool isCurrent() const = 0;
    /// A picture is being made.
    [[nodiscard]] virtual bool isBusy() const = 0;

signals:
    void ready();
    void failed(const tokenledger::Error& error);
    /// The picture shown is not the one asked for.
    void outdated();

protected:
    using QObject::QObject;
};

/// `Question`: a value that says all of what is asked for. The controller outlives this.
template <typename Question, typename Picture>
class PictureController : public PictureSource {
public:
    void setActive(bool active) override {
        const bool shown = active && !m_active;
        m_active = active;
        if (shown && !isCurrent()) refresh();
    }
    [[nodiscard]] bool hasPicture() const override { return m_picture != nullptr; }
    [[nodiscard]] bool isCurrent() const override { return m_picture != nullptr && m_shown == question(); }
    [[nodiscard]] bool isBusy() const override { return m_asked.has_value(); }
    [[nodiscard]] const std::shared_ptr<const Picture>& picture() const { return m_picture; }

    void refresh() {
        if (!m_active || m_controller.session() == nullptr || m_controller.isEmpty()) {
            // Whatever it was, it is read again when the page is seen; so is what is being read now.
            m_shown.reset();
            m_askAgain = m_asked.has_value();
            return;
        }
        const Question now = question();
        if (m_asked == now) {
            // While a sync pours answers in, one picture at a time is enough.
            m_askAgain = true;
            return;
        }
        if (m_picture && m_shown != now) emit outdated();
        ask(now);
    }

protected:
    explicit PictureController(SessionController& controller, QObject* parent)
        : PictureSource(parent), m_controller(controller) {
        connect(&controller, &SessionController::closed, this, [this] { reset(); });
        connect(&controller, &SessionController::filtersChanged, this, [this] { followFilters(); });
        for (const auto signal : {&SessionController::statusChanged, &SessionController::cacheChanged}) {
            connect(&controller, signal, this, [this] { refresh(); });
        }
    }

    [[nodiscard]] SessionController& controller() const { return m_controller; }
    [[nodiscard]] virtual Question question() const = 0;
    /// Asked only while a session is open.
    [[nodiscard]] virtual QFuture<Result<Picture>> read(const Question& question) = 0;
    virtual void followFilters() { refresh(); }
    /// The cache was closed.
    virtual void reset() {
        ++m_generation;
        m_picture.reset();
        m_shown.reset();
        m_asked.reset();
        m_askAgain = false;
    }

private:
    void ask(const Question& asked) {
        const int generation = ++m_generation;
        m_asked = asked;
        m_askAgain = false;
        whenDone(read(asked), this, [this, generation, asked](const Result<Picture>& result) {
            if (generation != m_generation) return;
            m_asked.reset();
            const bool again = std::exchange(m_askAgain, false);
            if (result) {
                m_picture = std::make_shared<const Picture>(*result);
                m_shown = asked;
                emit ready();
            } else if (result.error().kind == ErrorKind::Damaged) {
                return m_controller.giveUp(result.error());
            } else if (!again && result.error().kind != ErrorKind::Cancelled) {
                emit failed(result.error());
            }
            if (again) refresh();
        });
    }

    SessionController& m_controller;
    bool m_active = false;
    std::shared_ptr<const Picture> m_picture;
    std::optional<Question> m_shown;
    std::optional<Question> m_asked;  // of the picture under way
    int m_generation = 0;
    bool m_askAgain = false;
};

}  // namespace tokenledger
