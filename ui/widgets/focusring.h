// Shows where the keyboard is: a 2 px accent ring around the control that got the focus by key. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QFocusFrame>

namespace tokenledger {

class FocusRing : public QFocusFrame {
    Q_OBJECT
public:
    /// Follows the focus inside `window`.
    FocusRing(const Look& look, QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent*) override;

private:
    const Look& m_look;
    QWidget* m_window;
};

}  // namespace tokenledger
