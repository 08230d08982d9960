#include "ui/widgets/chip.h"

#include "ui/widgets/alignedtext.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tokenledger {

Chip::Chip(const Look& look, const QString& text, QWidget* parent) : QPushButton(text, parent), m_look(look) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(text);
    setAccessibleDescription(tr("A filter. Delete takes it away."));
    connect(&look, &Look::changed, this, [this] { update(); });
}

QSize Chip::sizeHint() const {
    return {QFontMetrics(Look::font(TextStyle::Medium)).horizontalAdvance(text()) + 38, 26};
}

void Chip::paintEvent(QPaintEvent*) {
    const Palette& c = m_look.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(underMouse() || isDown() ? c.selection : c.tint);
    painter.drawRoundedRect(rect(), 13, 13);
    painter.setFont(Look::font(TextStyle::Medium));
    painter.setPen(m_look.theme() == Theme::Light ? c.accent : c.text1);
    drawAligned(painter, placed(*this, rect().adjusted(11, 0, -24, 0)), Qt::AlignVCenter | Qt::AlignLeft, text());
    Look::paintIcon(painter, placed(*this, QRectF(width() - 21, 7, 12, 12)), QStringLiteral("close"),
                    painter.pen().color());
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    if (crossRect().contains(event->pos())) {
        setDown(false);
        emit removed();
        return;
    }
    QPushButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        emit removed();
        return;
    }
    QPushButton::keyPressEvent(event);
}

}  // namespace tokenledger
