#include "ui/widgets/pill.h"

#include "ui/widgets/alignedtext.h"

#include <QPainter>

namespace tokenledger {

Pill::Pill(const Look& look, const QString& text, TextPart::Tone tone, QWidget* parent)
    : QWidget(parent), m_look(look), m_text(text), m_tone(tone) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    connect(&look, &Look::changed, this, [this] { update(); });
}

void Pill::setText(const QString& text, TextPart::Tone tone) {
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const {
    return {QFontMetrics(Look::font(TextStyle::SmallStrong)).horizontalAdvance(m_text) + 18, 20};
}

void Pill::paintEvent(QPaintEvent*) {
    const Palette& c = m_look.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor ground = c.hover;
    if (m_tone == TextPart::Tone::Warning) ground = c.warningTint;
    if (m_tone == TextPart::Tone::Unfavourable) ground = c.unfavourableTint;
    if (m_tone == TextPart::Tone::Favourable) ground = c.favourableTint;
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 10, 10);
    painter.setFont(Look::font(TextStyle::SmallStrong));
    painter.setPen(toneColour(c, m_tone));
    drawAligned(painter, rect(), Qt::AlignCenter, m_text);
}

}  // namespace tokenledger
