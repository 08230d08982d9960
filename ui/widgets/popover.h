// A small panel over the window that goes away with Escape or a click elsewhere; nothing waits for it. The keyboard
// goes into it and comes back. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QFrame>

#include <functional>

class QVBoxLayout;

namespace tokenledger {

class Popover : public QFrame {
    Q_OBJECT
public:
    explicit Popover(QWidget* anchor);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Below the anchor, or this part of it, inside the screen. Deletes itself when it closes.
    void showBelow(const QRect& part = {});

private:
    QWidget* m_anchor;
    QVBoxLayout* m_body;
};

/// Why a number is what it is: its formula, and label and text in two columns.
struct Explanation {
    QString title;
    QString formula;
    QList<std::pair<QString, QString>> facts;
    /// Goes to the rows behind the number; empty: there is no way to them, and no button.
    std::function<void()> showRows = {};
    QString showRowsText = {};  // empty: "Show the rows"
};
/// Below `part` of the anchor; an empty one: below all of it.
void showExplanation(const Explanation& explanation, QWidget* anchor, const QRect& part = {});
/// As it is copied: title, formula, a line a fact with a tab in it.
[[nodiscard]] QString explanationText(const Explanation& explanation);

}  // namespace tokenledger
