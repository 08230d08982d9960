// Data health: can the figures be trusted? Completeness day by day, every request, the cache file, and what can be done
// with it. GUI thread.
#pragma once

#include "ui/exportkind.h"
#include "ui/healthcontroller.h"
#include "ui/helpaction.h"
#include "ui/theme.h"

#include <QWidget>

class QBoxLayout;
class QStackedLayout;

namespace tokenledger {

class Button;
class CacheCard;
class Card;
class CompletenessCard;
class DataTable;
class Dialogs;
class Notice;
class PurgePopup;
class StatePage;
class SyncLogCard;
class TextLine;

class DataHealthPage : public QWidget {
    Q_OBJECT
public:
    DataHealthPage(const Look& look, SessionController& controller, HealthController& health, Dialogs& dialogs,
                   QWidget* parent = nullptr);

signals:
    void exportRequested(tokenledger::ExportKind kind);
    void helpWanted(tokenledger::HelpAction action);
    void detailWanted(const QString& text);
    /// For the status bar.
    void said(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildHeader();
    Button* makeButton(const QString& text, const char* name);
    void connectHealth();
    void showHealth();
    void showRestatements();
    Card* makeRestatementCard();
    void updateState();
    void updateNotice();
    void updateButtons();
    void backUp();
    void askForPurge();
    void confirmPurge(const DateRange& range, const std::vector<Dataset>& datasets,
                      const std::vector<StoredDays>& stored);
    void tell(HealthController::Task task, const Error& error);
    void arrange();

    const Look& m_look;
    SessionController& m_controller;
    HealthController& m_health;
    Dialogs& m_dialogs;
    QStackedLayout* m_stack;
    QWidget* m_content;
    StatePage* m_state;
    HelpAction m_stateAction = HelpAction::None;
    HelpAction m_noticeAction = HelpAction::None;
    TextLine* m_sentence;
    Notice* m_notice;
    Button* m_verify;
    Button* m_backUp;
    Button* m_export;
    Button* m_purge;
    CompletenessCard* m_map;
    QBoxLayout* m_lower;
    SyncLogCard* m_log;
    CacheCard* m_cache;
    Card* m_restatementCard;
    DataTable* m_restatements;
    std::optional<Error> m_error;
};

}  // namespace tokenledger
