#include "ui/widgets/steplist.h"

#include "ui/widgets/alignedtext.h"

#include <QPainter>

namespace tokenledger {

namespace {

constexpr int Pitch = 68;
constexpr int Circle = 24;

}  // namespace

StepList::StepList(const Look& look, QList<Step> steps, QWidget* parent)
    : QWidget(parent), m_look(look), m_steps(std::move(steps)) {
    setFixedHeight(static_cast<int>(m_steps.size()) * Pitch);
    connect(&look, &Look::changed, this, [this] { update(); });
    setCurrent(0);
}

void StepList::setCurrent(int step) {
    m_current = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.at(step).title));
    update();
}

QSize StepList::sizeHint() const { return {204, static_cast<int>(m_steps.size()) * Pitch}; }

void StepList::paintEvent(QPaintEvent*) {
    const Palette& c = m_look.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_steps.size(); ++i) {
        const int top = i * Pitch;
        const QRectF circle = placed(*this, QRectF(0.5, top + 0.5, Circle - 1, Circle - 1));
        const bool done = i < m_current;
        const bool current = i == m_current;
        painter.setPen(current || done ? QPen(Qt::NoPen) : QPen(c.controlBorder));
        painter.setBrush(current ? c.accent : done ? c.favourableTint : QColor(Qt::transparent));
        painter.drawEllipse(circle);
        if (done) {
            Look::paintIcon(painter, circle.adjusted(6, 6, -6, -6), QStringLiteral("check"), c.favourable);
        } else {
            painter.setPen(current ? c.onAccent : c.text3);
            painter.setFont(Look::font(TextStyle::SmallStrong));
            drawAligned(painter, circle, Qt::AlignCenter, QString::number(i + 1));
        }
        painter.setPen(current || done ? c.text1 : c.text2);
        painter.setFont(Look::font(current ? TextStyle::Strong : TextStyle::Body));
        drawAligned(painter, placed(*this, QRectF(36, top + 2, width() - 36, 20)), Qt::AlignVCenter | Qt::AlignLeft,
                    m_steps.at(i).title);
        painter.setPen(c.text3);
        painter.setFont(Look::font(TextStyle::Small));
        drawAligned(painter, placed(*this, QRectF(36, top + 23, width() - 36, 18)), Qt::AlignVCenter | Qt::AlignLeft,
                    m_steps.at(i).note);
    }
}

}  // namespace tokenledger
