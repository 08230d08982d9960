#include "ui/widgets/celldelegate.h"

#include "ui/models/displaytablemodel.h"
#include "ui/widgets/alignedtext.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace tokenledger {

namespace {

constexpr int Padding = 10;
constexpr int OuterPadding = 16;
constexpr int Swatch = 10;
constexpr int Icon = 14;
constexpr int BarHeight = 8;
constexpr int TriangleRoom = 18;
constexpr int PartIndent = 32;  // to the text of the row that it is a part of
constexpr int BarRoom = 108;
constexpr int SpanReach = 80;  // of a text that goes on in the next cell

/// The shown cell `step` beside it in its row; invalid: there is none.
QModelIndex beside(const QWidget* widget, const QModelIndex& index, int step) {
    const auto* table = qobject_cast<const QTableView*>(widget);
    QModelIndex cell = index.siblingAtColumn(index.column() + step);
    while (cell.isValid() && table != nullptr && table->isColumnHidden(cell.column()))
        cell = cell.siblingAtColumn(cell.column() + step);
    return cell;
}

QFont fontOf(const QModelIndex& index) {
    const auto rowKind = static_cast<DisplayRow::Kind>(index.data(DisplayTableModel::RowKindRole).toInt());
    if (rowKind == DisplayRow::Kind::Total || index.data(DisplayTableModel::StrongRole).toBool())
        return Look::font(TextStyle::Strong);
    const auto kind = static_cast<CellKind>(index.data(DisplayTableModel::CellKindRole).toInt());
    return Look::font(kind == CellKind::Code ? TextStyle::Mono : TextStyle::Body);
}

}  // namespace

CellDelegate::CellDelegate(const Look& look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Palette& c = m_look.colours();
    const auto rowKind = static_cast<DisplayRow::Kind>(index.data(DisplayTableModel::RowKindRole).toInt());
    const auto cellKind = static_cast<CellKind>(index.data(DisplayTableModel::CellKindRole).toInt());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool total = rowKind == DisplayRow::Kind::Total;
    const auto tone = static_cast<DisplayCell::Tone>(index.data(DisplayTableModel::ToneRole).toInt());
    const bool framed = option.state.testFlag(QStyle::State_HasFocus) || index == m_found;
    painter->save();
    // A spanning text reaches into this cell: its ground must not cover it.
    const bool spanned = rowKind != DisplayRow::Kind::Normal && index.column() > 0 &&
                         beside(option.widget, index, -1).column() == 0 &&
                         index.data(Qt::DisplayRole).toString().isEmpty();
    const QColor ground = selected                                             ? c.selection
                          : option.state.testFlag(QStyle::State_MouseOver)     ? c.hover
                          : total                                              ? c.head
                          : index.data(DisplayTableModel::BadRowRole).toBool() ? c.unfavourableTint
                                                                               : QColor();
    QRect filled = option.rect;
    if (spanned) filled.setLeft(filled.left() + SpanReach);
    if (index.column() == 0 && rowKind != DisplayRow::Kind::Normal) filled.setRight(filled.right() + SpanReach);
    if (ground.isValid()) painter->fillRect(filled, ground);
    painter->setPen(c.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const bool first = index.column() == 0;
    const QModelIndex next = beside(option.widget, index, 1);
    const bool last = !next.isValid();
    QRect box = option.rect.adjusted(first ? OuterPadding : Padding, 0, last ? -OuterPadding : -Padding, -1);
    if (cellKind == CellKind::ChangeBar) {
        if (!total) paintBar(*painter, box, index);
        painter->restore();
        return;
    }
    if (cellKind == CellKind::Pill || index.data(DisplayTableModel::PillRole).toBool()) {
        paintPill(*painter, box, index);
        if (framed) paintFocus(*painter, option.rect);
        painter->restore();
        return;
    }
    box = paintLead(*painter, option.rect, box, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    // "41 other rows" and "Total" may reach into the next column, which is empty in their rows.
    const bool spans = first && rowKind != DisplayRow::Kind::Normal && next.isValid() &&
                       next.data(Qt::DisplayRole).toString().isEmpty();
    if (spans) box.setRight(box.right() + Padding + SpanReach);
    const bool missing = text == QLatin1String("–");
    // On the selection's colour only text 1 has contrast enough.
    const bool quiet = rowKind == DisplayRow::Kind::Rest || rowKind == DisplayRow::Kind::Part;
    const QColor colour = tone == DisplayCell::Tone::Bad     ? c.unfavourable
                          : tone == DisplayCell::Tone::Good  ? c.favourable
                          : selected || (!missing && !quiet) ? c.text1
                          : missing                          ? c.text3
                                                             : c.text2;
    painter->setFont(fontOf(index));
    painter->setPen(colour);
    const auto align = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    drawAligned(*painter, QStyle::visualRect(option.direction, option.rect, box), static_cast<int>(align),
                painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    if (framed) paintFocus(*painter, option.rect);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool first = index.column() == 0;
    int width = (first ? OuterPadding : Padding) + (beside(option.widget, index, 1).isValid() ? Padding : OuterPadding);
    const auto kind = static_cast<CellKind>(index.data(DisplayTableModel::CellKindRole).toInt());
    if (kind == CellKind::ChangeBar) return {width + BarRoom, option.rect.height()};
    const auto rowKind = static_cast<DisplayRow::Kind>(index.data(DisplayTableModel::RowKindRole).toInt());
    const bool pill = kind == CellKind::Pill || index.data(DisplayTableModel::PillRole).toBool();
    if (pill) width += 32;
    if (first && index.data(DisplayTableModel::OpenRole).isValid()) width += TriangleRoom;
    if (first && rowKind == DisplayRow::Kind::Part) width += PartIndent;
    if (index.data(DisplayTableModel::SwatchRole).isValid()) width += Swatch + 8;
    const QFont font = pill ? Look::font(TextStyle::SmallStrong) : fontOf(index);
    return {width + QFontMetrics(font).horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2,
            option.rect.height()};
}

void CellDelegate::paintFocus(QPainter& painter, const QRect& cell) const {
    painter.setPen(QPen(m_look.colours().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell.adjusted(1, 1, -1, -1));
}

void CellDelegate::paintPill(QPainter& painter, const QRect& box, const QModelIndex& index) const {
    const Palette& c = m_look.colours();
    const QVariant judged = index.data(DisplayTableModel::GoodRole);
    const bool good = judged.toBool();
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty()) return;
    const int lead = judged.isValid() ? 24 : 10;  // without a judgement there is no icon
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Look::font(TextStyle::SmallStrong));
    const double wide = std::min<double>(box.width(), painter.fontMetrics().horizontalAdvance(text) + lead + 8);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QRectF pill(mirrored ? box.right() + 1 - wide : box.left(), box.center().y() - 8.5, wide, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(!judged.isValid() ? c.hover : good ? c.favourableTint : c.unfavourableTint);
    painter.drawRoundedRect(pill, 9, 9);
    const QColor colour = !judged.isValid() ? c.text2 : good ? c.favourable : c.unfavourable;
    if (judged.isValid()) {
        Look::paintIcon(painter, QRectF(mirrored ? pill.right() - 20 : pill.left() + 8, pill.top() + 3, 12, 12),
                        good ? QStringLiteral("check") : QStringLiteral("error"), colour);
    }
    painter.setPen(colour);
    const QRectF words = mirrored ? pill.adjusted(6, 0, -lead, 0) : pill.adjusted(lead, 0, -6, 0);
    drawAligned(painter, words, Qt::AlignVCenter | Qt::AlignLeft,
                painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(words.width()) + 1));
    painter.restore();
}

void CellDelegate::paintBar(QPainter& painter, const QRect& box, const QModelIndex& index) const {
    const Palette& c = m_look.colours();
    const qlonglong largest = index.data(DisplayTableModel::LargestRole).toLongLong();
    const qlonglong number = index.data(DisplayTableModel::NumberRole).toLongLong();
    const int middle = box.center().x();
    painter.fillRect(QRect(middle, box.top() + 8, 1, box.height() - 15), c.controlBorder);
    if (largest == 0 || number == 0) return;
    const double room = std::min(60, box.width() / 2 - 1);
    const int length = std::clamp(
        static_cast<int>(std::lround(room * static_cast<double>(std::abs(number)) / static_cast<double>(largest))), 1,
        static_cast<int>(room));
    const int top = box.center().y() - BarHeight / 2 + 1;
    const QColor fill = mixed(number < 0 ? c.favourable : c.unfavourable, c.card, 0.85);
    painter.fillRect(
        number < 0 ? QRect(middle - length, top, length, BarHeight) : QRect(middle + 1, top, length, BarHeight), fill);
}

QRect CellDelegate::triangleIn(const QRect& cell) {
    const QRect place(cell.left() + OuterPadding - 6, cell.top(), TriangleRoom + 4, cell.height());
    return QStyle::visualRect(QGuiApplication::layoutDirection(), cell, place);
}

QRect CellDelegate::paintLead(QPainter& painter, const QRect& cell, QRect box, const QModelIndex& index) const {
    const QVariant open = index.data(DisplayTableModel::OpenRole);
    if (index.column() == 0 && open.isValid()) {
        paintTriangle(painter, cell, open.toBool());
        box.adjust(TriangleRoom, 0, 0, 0);
    } else if (index.column() == 0 &&
               index.data(DisplayTableModel::RowKindRole).toInt() == static_cast<int>(DisplayRow::Kind::Part)) {
        box.adjust(PartIndent, 0, 0, 0);
    }
    const QVariant swatch = index.data(DisplayTableModel::SwatchRole);
    if (swatch.isValid()) {
        const QRect place(box.left(), box.top(), Swatch, box.height());
        paintSwatch(painter, QStyle::visualRect(painter.layoutDirection(), cell, place), swatch.toInt(),
                    index.data(DisplayTableModel::FamilyRole).toBool());
        box.adjust(Swatch + 8, 0, 0, 0);
    }
    if (const QString icon = index.data(DisplayTableModel::IconRole).toString(); !icon.isEmpty()) {
        Look::paintIcon(painter, QRectF(box.left(), box.center().y() - Icon / 2 + 1, Icon, Icon), icon,
                        m_look.colours().text2);
        box.adjust(Icon + 6, 0, 0, 0);
    }
    return box;
}

void CellDelegate::paintTriangle(QPainter& painter, const QRect& cell, bool open) const {
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QPointF middle(triangleIn(cell).left() + (mirrored ? TriangleRoom - 6.5 : 10.5), cell.center().y() + 0.5);
    const double ahead = mirrored ? -1 : 1;
    const QPolygonF shape = open
                                ? QPolygonF({middle + QPointF(-4, -2), middle + QPointF(4, -2), middle + QPointF(0, 3)})
                                : QPolygonF({middle + QPointF(-2 * ahead, -4), middle + QPointF(-2 * ahead, 4),
                                             middle + QPointF(3 * ahead, 0)});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.colours().text2);
    painter.drawPolygon(shape);
    painter.restore();
}

void CellDelegate::paintSwatch(QPainter& painter, const QRect& box, int slot, bool family) const {
    const Palette& c = m_look.colours();
    const QRectF swatch(box.left() + 0.5, box.center().y() - Swatch / 2 + 0.5, Swatch - 1, Swatch - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool other = slot < 0;
    const auto at = static_cast<std::size_t>(slot);
    const QColor fill = other ? c.otherFill : family ? c.family[at % c.family.size()] : c.models[at];
    painter.setPen(other ? c.otherOutline : fill);
    painter.setBrush(fill);
    painter.drawRoundedRect(swatch, 2, 2);
    painter.restore();
}

}  // namespace tokenledger
