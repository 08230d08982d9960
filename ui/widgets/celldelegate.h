// Paints a table's cells by the design: paddings, swatches, change bars, the total row, the row line. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace tokenledger {

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    CellDelegate(const Look& look, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Framed until another one is, or none.
    void setFound(const QModelIndex& cell) { m_found = cell; }
    /// Where a click on a first cell opens its row.
    [[nodiscard]] static QRect triangleIn(const QRect& cell);

private:
    void paintFocus(QPainter& painter, const QRect& cell) const;
    void paintPill(QPainter& painter, const QRect& box, const QModelIndex& index) const;
    void paintBar(QPainter& painter, const QRect& box, const QModelIndex& index) const;
    void paintSwatch(QPainter& painter, const QRect& box, int slot, bool family) const;
    void paintTriangle(QPainter& painter, const QRect& cell, bool open) const;
    /// What stands before a first cell's text; the room that is left for it.
    [[nodiscard]] QRect paintLead(QPainter& painter, const QRect& cell, QRect box, const QModelIndex& index) const;
    const Look& m_look;
    QPersistentModelIndex m_found;
};

}  // namespace tokenledger
