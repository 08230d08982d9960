#include "ui/widgets/tableheader.h"

#include "ui/models/displaytablemodel.h"
#include "ui/widgets/alignedtext.h"

#include <QCursor>
#include <QPainter>

namespace tokenledger {

namespace {

constexpr int Padding = 10;
constexpr int OuterPadding = 16;
constexpr int ArrowRoom = 11;
constexpr int Swatch = 10;
constexpr int SwatchRoom = Swatch + 6;

}  // namespace

TableHeader::TableHeader(const Look& look, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_look(look) {
    setSectionsClickable(true);
    setAttribute(Qt::WA_Hover);
    connect(&look, &Look::changed, this, [this] { viewport()->update(); });
}

bool TableHeader::isLastShown(int section) const {
    for (int visual = visualIndex(section) + 1; visual < count(); ++visual) {
        if (!isSectionHidden(logicalIndex(visual))) return false;
    }
    return true;
}

QSize TableHeader::sectionSizeFromContents(int section) const {
    const QString title = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const bool swatch = model()->headerData(section, Qt::Horizontal, DisplayTableModel::SwatchRole).isValid();
    const int words = QFontMetrics(Look::font(TextStyle::SmallStrong)).horizontalAdvance(title) + 2;
    return {words + ArrowRoom + (swatch ? SwatchRoom : 0) + (visualIndex(section) == 0 ? OuterPadding : Padding) +
                (isLastShown(section) ? OuterPadding : Padding),
            height()};
}

void TableHeader::mousePressEvent(QMouseEvent* event) {
    m_held = true;
    QHeaderView::mousePressEvent(event);
}

void TableHeader::mouseReleaseEvent(QMouseEvent* event) {
    QHeaderView::mouseReleaseEvent(event);
    m_held = false;
    emit released();
}

/// On an edge it fits the column to its contents.
void TableHeader::mouseDoubleClickEvent(QMouseEvent* event) {
    m_held = true;
    QHeaderView::mouseDoubleClickEvent(event);
    m_held = false;
    emit released();
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Palette& c = m_look.colours();
    painter->save();
    painter->fillRect(rect, c.head);
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), c.border);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.border);
    QRect box = rect.adjusted(visualIndex(section) == 0 ? OuterPadding : Padding, 0,
                              isLastShown(section) ? -OuterPadding : -Padding, 0);
    const QString title = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const auto align =
        static_cast<Qt::Alignment>(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const QVariant swatch = model()->headerData(section, Qt::Horizontal, DisplayTableModel::SwatchRole);
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    painter->setFont(Look::font(TextStyle::SmallStrong));
    const int lead = swatch.isValid() ? SwatchRoom : 0;
    const int room = box.width() - lead - (isSorted ? ArrowRoom : 0);
    const QString text = painter->fontMetrics().elidedText(title, Qt::ElideRight, room);
    const int width = std::min(room, painter->fontMetrics().horizontalAdvance(text) + 1);
    const bool right = align.testFlag(Qt::AlignRight);
    const bool mirrored = isRightToLeft();
    const int left = right ? box.right() + 1 - width - (isSorted ? ArrowRoom : 0) : box.left() + lead;
    if (mirrored) painter->translate(rect.left() + rect.right() + 1, 0);
    const auto x = [mirrored](int from, int wide) { return mirrored ? -from - wide : from; };
    if (swatch.isValid()) paintSwatch(*painter, x(left - SwatchRoom, Swatch), rect.center().y() + 0.5, swatch.toInt());
    const bool hovered = underMouse() && logicalIndexAt(mapFromGlobal(QCursor::pos())) == section;
    painter->setPen(hovered || isSorted ? c.text1 : c.text2);
    drawAligned(*painter, QRect(x(left, width + 2), rect.top(), width + 2, rect.height()),
                Qt::AlignVCenter | Qt::AlignLeft, text);
    if (isSorted) paintArrow(*painter, x(left + width + ArrowRoom - 8, 8) + 8, rect.center().y() + 0.5);
    painter->restore();
}

void TableHeader::paintArrow(QPainter& painter, double right, double middle) const {
    const QPointF centre(right - 4, middle);
    const double down = sortIndicatorOrder() == Qt::DescendingOrder ? 1 : -1;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.colours().text1);
    painter.drawPolygon(
        QPolygonF({centre + QPointF(-4, -2 * down), centre + QPointF(4, -2 * down), centre + QPointF(0, 3 * down)}));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TableHeader::paintSwatch(QPainter& painter, double left, double middle, int slot) const {
    const Palette& c = m_look.colours();
    const QColor fill = slot < 0 ? c.otherFill : c.models[static_cast<std::size_t>(slot)];
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(slot < 0 ? c.otherOutline : fill);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(left + 0.5, middle - Swatch / 2.0 + 0.5, Swatch - 1, Swatch - 1), 2, 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace tokenledger
