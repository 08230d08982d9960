// Shows where the keyboard is: a 2 px accent ring around the button that got the focus by key, one pixel away from it.
// A child of the window rather than of the button's parent, which would cut it off. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QPointer>
#include <QWidget>

namespace tokenledger {

class FocusRing : public QWidget {
    Q_OBJECT
public:
    /// Follows the focus inside `window`.
    FocusRing(const Look& look, QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent*) override;

private:
    void follow(QWidget* target);
    void place();
    const Look& m_look;
    QWidget* m_window;
    QPointer<QWidget> m_target;
    QRect m_clip;  // of the scroll area around the target, in this widget's coordinates
};

}  // namespace tokenledger
