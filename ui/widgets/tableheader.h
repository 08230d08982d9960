// The header of a table, painted by the design: swatches of models, and a sort arrow that stands beside its title
// instead of on it. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QHeaderView>

namespace tokenledger {

class TableHeader : public QHeaderView {
    Q_OBJECT
public:
    TableHeader(const Look& look, QWidget* parent);

    /// The mouse is pressed on it: a section is resized by hand.
    [[nodiscard]] bool isHeld() const { return m_held; }

signals:
    /// The mouse button, after whatever it did.
    void released();

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    [[nodiscard]] bool isLastShown(int section) const;
    void paintArrow(QPainter& painter, double right, double middle) const;
    void paintSwatch(QPainter& painter, double left, double middle, int slot) const;
    const Look& m_look;
    bool m_held = false;
};

}  // namespace tokenledger
