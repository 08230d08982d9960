#include "ui/widgets/focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QPainter>

namespace tokenledger {

FocusRing::FocusRing(const Look& look, QWidget* window) : QFocusFrame(window), m_look(look), m_window(window) {
    hide();
    qApp->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    // Only for buttons: fields and tables draw their own frame.
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        auto* button = qobject_cast<QAbstractButton*>(watched);
        if (button != nullptr && button->window() == m_window) {
            const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
            const bool byKey = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                               reason == Qt::ShortcutFocusReason || reason == Qt::OtherFocusReason;
            setWidget(event->type() == QEvent::FocusIn && byKey ? button : nullptr);
        }
    }
    return QFocusFrame::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look.colours().accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

}  // namespace tokenledger
