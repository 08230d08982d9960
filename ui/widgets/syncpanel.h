// A long sync under way: what is fetched, how far it is, when it goes on by itself, and a way to stop it. GUI thread.
#pragma once

#include "app/core/clock.h"
#include "app/sync/syncjob.h"
#include "ui/theme.h"

#include <QFrame>
#include <QTimer>

#include <array>

class QLabel;

namespace tokenledger {

class Button;
class IconLabel;
class Pill;
class ProgressBar;
class TextLine;

class SyncPanel : public QFrame {
    Q_OBJECT
public:
    SyncPanel(const Look& look, const Clock& clock, QWidget* parent = nullptr);
    void setProgress(const SyncProgress& progress);

signals:
    void stopClicked();

private:
    QWidget* buildLeft(const Look& look);
    QWidget* buildMiddle();
    QWidget* buildRight(const Look& look);
    void tick();
    struct Row {
        Dataset dataset;
        ProgressBar* bar;
        QLabel* count;
        QLabel* back;
    };
    const Clock& m_clock;
    SyncProgress m_progress;
    QTimer m_timer;
    IconLabel* m_icon;
    QLabel* m_title;
    Pill* m_pill;
    QLabel* m_text;
    QLabel* m_countdown;
    QLabel* m_countdownNote;
    QLabel* m_left;
    TextLine* m_requests;
    std::array<Row, 4> m_rows{};
};

/// "17:42", "1:02:03": the time until then; "0:00" when it has come.
[[nodiscard]] QString countdownText(const QDateTime& now, const QDateTime& until);
/// "about 4 h 20 min at this limit": what the requests still to come take at 90 an hour.
[[nodiscard]] QString remainingText(int requestsLeft, const RateLimit& limit);

}  // namespace tokenledger
