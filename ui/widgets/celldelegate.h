// Paints a table's cells by the design: paddings, swatches, change bars, the total row, the row line. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace tokenledger {

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    CellDelegate(const Look& look, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintFocus(QPainter& painter, const QRect& cell) const;
    void paintPill(QPainter& painter, const QRect& box, const QModelIndex& index) const;
    void paintBar(QPainter& painter, const QRect& box, const QModelIndex& index) const;
    void paintSwatch(QPainter& painter, const QRect& box, int slot) const;
    const Look& m_look;
};

}  // namespace tokenledger
