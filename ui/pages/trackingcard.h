// The card "Internal tracking against Anthropic": one imported source beside the reports, by model and kind of token.
// Brings its own controller; a page adds it and says when it is seen. GUI thread.
#pragma once

#include "ui/trackingcontroller.h"
#include "ui/widgets/card.h"

class QStackedLayout;

namespace tokenledger {

class Button;
class DataTable;
class Notice;
class StatePage;

class TrackingCard : public Card {
    Q_OBJECT
public:
    /// The controller outlives it.
    TrackingCard(const Look& look, SessionController& controller, QWidget* parent = nullptr);

    /// The page is seen: only then anything is read.
    void setActive(bool active) { m_tracking->setActive(active); }
    [[nodiscard]] const TrackingController& tracking() const { return *m_tracking; }

signals:
    void importWanted();
    void selectionSummed(const QString& text);
    void picked();  // another source

private:
    QWidget* makeBody();
    QWidget* makeHeader();
    void showPicture();
    void showError(const Error& error);
    void explain(const QModelIndex& cell);

    const Look& m_look;
    TrackingController* m_tracking;
    QStackedLayout* m_stack;
    DataTable* m_table;
    StatePage* m_state;
    Notice* m_note;
    Button* m_source;
};

}  // namespace tokenledger
