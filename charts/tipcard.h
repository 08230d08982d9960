// The card with exact figures beside the mark under the mouse or the keyboard frame. Private to this library.
#pragma once

#include "charts/palette.h"

#include <QWidget>

#include <vector>

namespace tokenledger {

struct ChartTip {
    struct Row {
        QColor fill;     // invalid: no swatch
        QColor outline;  // invalid: none
        QString name;
        QString value;
    };
    QString title;  // the period, or the model
    QString total;
    std::vector<Row> rows;
    QString state;  // "final", "provisional: may still change"
};

class TipCard final : public QWidget {
    Q_OBJECT
public:
    explicit TipCard(QWidget* window);
    /// Shows the tip beside `mark` (in the window's coordinates), inside the window.
    void showBeside(const QRect& mark, ChartTip tip, Theme theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QSize contentSize() const;
    ChartTip m_tip;
    Theme m_theme = Theme::Light;
};

}  // namespace tokenledger
