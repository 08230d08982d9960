// A filter in force: click to change it, its cross to take it away. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QPushButton>

namespace tokenledger {

class Chip : public QPushButton {
    Q_OBJECT
public:
    Chip(const Look& look, const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent*) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRect crossRect() const { return placed(*this, QRectF(width() - 24, 0, 24, height())).toRect(); }
    const Look& m_look;
};

}  // namespace tokenledger
