#include "ui/widgets/focusring.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QPainter>

namespace tokenledger {

namespace {

constexpr int Reach = 3;

bool isByKey(Qt::FocusReason reason) {
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

}  // namespace

FocusRing::FocusRing(const Look& look, QWidget* window) : QWidget(window), m_look(look), m_window(window) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    qApp->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::FocusIn:
        case QEvent::FocusOut: {
            // Only for buttons: fields and tables draw their own frame.
            auto* button = qobject_cast<QAbstractButton*>(watched);
            if (button == nullptr || button->window() != m_window) break;
            const bool gained = event->type() == QEvent::FocusIn;
            follow(gained && isByKey(static_cast<QFocusEvent*>(event)->reason()) ? button : nullptr);
            break;
        }
        case QEvent::Move:
        case QEvent::Resize:
        case QEvent::Hide:
        case QEvent::Show: {
            const auto* widget = qobject_cast<QWidget*>(watched);
            if (m_target && widget != nullptr && (widget == m_target || widget->isAncestorOf(m_target))) place();
            break;
        }
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::follow(QWidget* target) {
    m_target = target;
    place();
}

void FocusRing::place() {
    if (!m_target || !m_target->isVisible()) {
        hide();
        return;
    }
    setGeometry(
        QRect(m_target->mapTo(m_window, QPoint(0, 0)), m_target->size()).adjusted(-Reach, -Reach, Reach, Reach));
    m_clip = rect();
    for (QWidget* parent = m_target->parentWidget(); parent != nullptr && parent != m_window;
         parent = parent->parentWidget()) {
        if (qobject_cast<QAbstractScrollArea*>(parent) == nullptr) continue;
        m_clip &= QRect(mapFrom(m_window, parent->mapTo(m_window, QPoint(0, 0))), parent->size());
    }
    raise();
    show();
    update();
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setClipRect(m_clip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look.colours().accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

}  // namespace tokenledger
