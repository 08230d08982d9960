#include "ui/widgets/alignedtext.h"

#include <QPainter>
#include <QStyle>

namespace tokenledger {

void drawAligned(QPainter& painter, const QRectF& box, int flags, const QString& text) {
    const Qt::LayoutDirection window = painter.layoutDirection();
    const int across = static_cast<int>(Qt::AlignHorizontal_Mask);
    const auto side = static_cast<Qt::Alignment>(flags & across);
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(box, (flags & ~across) | static_cast<int>(QStyle::visualAlignment(window, side)), text);
    painter.setLayoutDirection(window);
}

}  // namespace tokenledger
