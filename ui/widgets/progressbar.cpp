#include "ui/widgets/progressbar.h"

#include <QPainter>

#include <algorithm>

namespace tokenledger {

ProgressBar::ProgressBar(const Look& look, QWidget* parent) : QWidget(parent), m_look(look) {
    setFixedHeight(6);
    setMinimumWidth(80);
    connect(&look, &Look::changed, this, [this] { update(); });
}

void ProgressBar::setProgress(int done, int planned) {
    m_done = std::clamp(done, 0, std::max(0, planned));
    m_planned = planned;
    setAccessibleDescription(tr("%1 of %2").arg(done).arg(planned));
    update();
}

void ProgressBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.colours().grid);
    painter.drawRoundedRect(rect(), 3, 3);
    if (m_done == 0 || m_planned == 0) return;
    // Begun is visible, however small the share.
    const double share = std::max(4.0, width() * static_cast<double>(m_done) / m_planned);
    painter.setBrush(m_look.colours().accent);
    painter.drawRoundedRect(QRectF(0, 0, share, height()), 3, 3);
}

}  // namespace tokenledger
