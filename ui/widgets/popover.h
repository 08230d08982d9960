// A small panel over the window that goes away with Escape or a click elsewhere; nothing waits for it. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QFrame>

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

/// Label and text in two columns.
struct Explanation {
    QString title;
    QString formula;
    QList<std::pair<QString, QString>> facts;
};
/// Below `part` of the anchor; an empty one: below all of it.
void showExplanation(const Explanation& explanation, QWidget* anchor, const QRect& part = {});

}  // namespace tokenledger
