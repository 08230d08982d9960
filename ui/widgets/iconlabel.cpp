#include "ui/widgets/iconlabel.h"

#include <QFrame>
#include <QPainter>

namespace tokenledger {

IconLabel::IconLabel(const Look& look, const QString& icon, TextPart::Tone tone, QWidget* parent, int size)
    : QWidget(parent), m_look(look), m_icon(icon), m_tone(tone) {
    setFixedSize(size, size);
    connect(&look, &Look::changed, this, [this] { update(); });
}

void IconLabel::setIcon(const QString& icon, TextPart::Tone tone) {
    m_icon = icon;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    if (m_icon.isEmpty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    Look::paintIcon(painter, rect(), m_icon, toneColour(m_look.colours(), m_tone));
}

QWidget* makeRule(Qt::Orientation orientation, QWidget* parent) {
    auto* rule = new QFrame(parent);
    rule->setProperty("role", QStringLiteral("rule"));
    if (orientation == Qt::Vertical) {
        rule->setFixedWidth(1);
    } else {
        rule->setFixedHeight(1);
    }
    return rule;
}

}  // namespace tokenledger
