// Texts of widgets that paint themselves. GUI thread.
#pragma once

#include <QString>

class QPainter;
class QRectF;

namespace tokenledger {

/// As QPainter::drawText, with the sides as the window's layout runs, but the text as its own letters do: a figure
/// keeps its sign and its unit where they are also in a window that runs from right to left.
void drawAligned(QPainter& painter, const QRectF& box, int flags, const QString& text);

}  // namespace tokenledger
