// The bottom line: state, organization, as of, completeness; at the right the selection's sum and where the key is.
#pragma once

#include "app/core/records.h"
#include "ui/theme.h"
#include "ui/widgets/textline.h"

#include <QFrame>

#include <vector>

namespace tokenledger {

class Button;
class CompletenessStrip;
class IconLabel;

class StatusBar : public QFrame {
    Q_OBJECT
public:
    enum class State { Nothing, Good, Warning, Bad, Syncing };
    struct Content {
        State state = State::Nothing;
        QString organization;  // or "No organization connected"
        QString asOf;          // "as of 13:42 UTC"
        std::vector<DayState> days;
        TextParts completeness;  // "26 of 30 days final, 4 provisional"
        QString problem;         // "Claude Code: 1 day failed"
        QString retry;           // the link beside it; empty: none
        QString activity;        // "Backfill 25 of 399 requests, paused to 14:00"
        QString connection;      // "Online · key in keychain"
    };
    StatusBar(const Look& look, QWidget* parent = nullptr);
    void setContent(const Content& content);
    /// "2 rows selected · sum $1,640.91"; empty: nothing selected.
    void setSelection(const QString& text);

signals:
    void retryClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    IconLabel* m_icon;
    TextLine* m_organization;
    QWidget* m_asOfRule;
    TextLine* m_asOf;
    QWidget* m_stripRule;
    CompletenessStrip* m_strip;
    TextLine* m_completeness;
    QWidget* m_problemRule;
    TextLine* m_problem;
    Button* m_retry;
    TextLine* m_selection;
    QWidget* m_selectionRule;
    TextLine* m_activity;
    QWidget* m_activityRule;
    TextLine* m_utc;
    QWidget* m_utcRule;
    TextLine* m_connection;
    bool m_hasDays = false;
    bool m_isOpen = false;
    bool m_isIdle = false;  // then the activity is one to come
};

}  // namespace tokenledger
