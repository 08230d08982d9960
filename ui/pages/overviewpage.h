// The Overview: one sentence, what is the matter if anything, six tiles, three charts and the largest changes.
// Follows the controller; what other parts have to do it emits. GUI thread.
#pragma once

#include "ui/exportkind.h"
#include "ui/helpaction.h"
#include "ui/sessioncontroller.h"
#include "ui/theme.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;
class QStackedLayout;

namespace tokenledger {

class Notice;
class OverviewCards;
class StatePage;
class SyncPanel;
class TextLine;
class Tile;

class OverviewPage : public QWidget {
    Q_OBJECT
public:
    OverviewPage(const Look& look, SessionController& controller, Settings& settings, const Clock& clock,
                 QWidget* parent = nullptr);

signals:
    void exportRequested(tokenledger::ExportKind kind);
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);
    void helpWanted(tokenledger::HelpAction action);
    void detailWanted(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    void showOverview();
    void showError(const Error& error);
    void showState();
    void markOutdated();
    void updateNotice();
    void updateSyncPanel();
    void filterByModel(const QString& modelId);
    void arrange();

    const Look& m_look;
    SessionController& m_controller;
    Settings& m_settings;
    QStackedLayout* m_stack;
    QWidget* m_content;
    StatePage* m_state;
    HelpAction m_stateAction = HelpAction::None;
    HelpAction m_noticeAction = HelpAction::None;
    TextLine* m_sentence;
    Notice* m_notice;
    SyncPanel* m_syncPanel;
    QGridLayout* m_tileGrid;
    std::array<Tile*, 6> m_tiles{};
    OverviewCards* m_cards;
    std::optional<Error> m_error;
    QTimer m_dim;  // an answer that comes at once does not make the picture flicker
    int m_tileColumns = 0;
};

}  // namespace tokenledger
