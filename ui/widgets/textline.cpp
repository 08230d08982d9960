#include "ui/widgets/textline.h"

#include "ui/widgets/alignedtext.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace tokenledger {

QColor toneColour(const Palette& colours, TextPart::Tone tone) {
    switch (tone) {
        case TextPart::Tone::Text1:
            return colours.text1;
        case TextPart::Tone::Text2:
            return colours.text2;
        case TextPart::Tone::Text3:
            return colours.text3;
        case TextPart::Tone::Favourable:
            return colours.favourable;
        case TextPart::Tone::Unfavourable:
            return colours.unfavourable;
        case TextPart::Tone::Warning:
            return colours.warning;
        case TextPart::Tone::Accent:
            return colours.accent;
    }
    return colours.text1;
}

QString plainText(const TextParts& parts) {
    QString text;
    for (const TextPart& part : parts) text += part.text;
    return text;
}

TextLine::TextLine(const Look& look, TextStyle style, QWidget* parent) : QWidget(parent), m_look(look), m_style(style) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] { update(); });
}

void TextLine::setParts(const TextParts& parts) {
    m_parts = parts;
    setAccessibleName(plainText(parts));
    updateGeometry();
    update();
}

QFont TextLine::fontOf(const TextPart& part) const {
    QFont font = Look::font(m_style);
    if (part.strong) font.setWeight(QFont::DemiBold);
    return font;
}

QSize TextLine::sizeHint() const {
    double width = 0;
    for (const TextPart& part : m_parts) width += QFontMetricsF(fontOf(part)).horizontalAdvance(part.text);
    return {static_cast<int>(std::ceil(width)), 18};
}

QSize TextLine::minimumSizeHint() const { return {0, 18}; }

void TextLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    double x = 0;
    for (const TextPart& part : m_parts) {
        const QFont font = fontOf(part);
        const QFontMetricsF metrics(font);
        const double left = width() - x;
        painter.setFont(font);
        painter.setPen(toneColour(m_look.colours(), part.tone));
        const double advance = metrics.horizontalAdvance(part.text);
        const bool cut = advance > left + 0.5;
        const QString text = cut ? metrics.elidedText(part.text, Qt::ElideRight, left) : part.text;
        drawAligned(painter, placed(*this, QRectF(x, 0, left + 2, height())), Qt::AlignVCenter | Qt::AlignLeft, text);
        if (cut) break;
        x += advance;
    }
}

bool TextLine::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainText(m_parts), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace tokenledger
