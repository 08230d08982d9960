// What the three charts share: theme, dimming, keyboard and mouse marks, tips, spoken text, pictures for export.
// A plain widget, used in the GUI thread; it belongs inside a card with 16 px padding at its sides and none above or
// below.
#pragma once

#include "app/core/period.h"
#include "charts/chartkey.h"
#include "charts/palette.h"

#include <QImage>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace tokenledger {

class ChartCanvas;
class TipCard;
struct ChartTip;

class ChartWidget : public QWidget {
    Q_OBJECT
public:
    ~ChartWidget() override;

    void setTheme(Theme theme);
    [[nodiscard]] Theme theme() const { return m_theme; }
    /// Shows the old picture at 55 % while a new one is being fetched.
    void setDimmed(bool dimmed);
    [[nodiscard]] bool isDimmed() const { return m_dimmed; }

    /// Marks (bars, slices) that arrow keys and the mouse walk through, in order; their number depends on data and
    /// size.
    [[nodiscard]] virtual int markCount() const = 0;
    /// The frame of a mark in this widget's coordinates.
    [[nodiscard]] virtual QRectF markRect(int mark) const = 0;
    /// The mark that has the keyboard frame; -1: none.
    [[nodiscard]] int currentMark() const { return m_current; }
    void setCurrentMark(int mark);
    /// A mark in words, with its exact value, as it is spoken: "Tue 10 Nov 2026: $2,251.59. Opus 5.5 $708.67. final".
    [[nodiscard]] QString markText(int mark) const;
    /// What a mark is of: "Tue 10 Nov 2026", "Opus 5.5".
    [[nodiscard]] QString markTitle(int mark) const;
    /// Its value for a spreadsheet, every digit: "2251.59"; empty: it has none.
    [[nodiscard]] virtual QString markValue(int mark) const;
    /// The days of a mark of a chart over time.
    [[nodiscard]] virtual std::optional<DateRange> markDays(int) const { return std::nullopt; }
    /// A click on it does something.
    [[nodiscard]] virtual bool canActivate(int) const { return true; }
    void activateMark(int mark);
    /// Somebody answers whyWanted.
    [[nodiscard]] bool explainsMarks() const;

    /// What the marks mean, for the card's header (see ChartKey).
    [[nodiscard]] virtual std::vector<KeyEntry> keyEntries() const = 0;

    /// A picture for a file: title and key above, the chart below, on the card's colour. Size in logical pixels.
    [[nodiscard]] QImage renderToImage(QSize size, qreal dpr = 1) const;
    /// The same picture with its top left corner at the painter's origin: on paper.
    void paintPicture(QPainter& painter, QSize size) const { renderTo(painter, size, 1); }
    /// The same picture as an SVG file: lines as lines, text as text.
    [[nodiscard]] QByteArray renderToSvg(QSize size) const;

signals:
    void currentMarkChanged(int mark);
    /// "?" on a mark, or the entry of its menu: where its value comes from.
    void whyWanted(int mark);
    /// A right click, or the menu key; -1: on no mark.
    void menuWanted(int mark, const QPoint& globalPlace);
    /// The chart fitted its periods to a new width: see keyEntries() and, where there is one, shownInterval().
    void layoutChanged();

protected:
    explicit ChartWidget(QWidget* parent);

    /// Recomputes positions for the present size; calls of paint...() follow. The chart's series are set here.
    virtual void layOut() = 0;
    virtual void paintBelowLines(QPainter& painter) const = 0;
    virtual void paintAboveLines(QPainter& painter) const = 0;
    [[nodiscard]] virtual int markAt(QPointF position) const = 0;
    [[nodiscard]] virtual ChartTip tipOf(int mark) const = 0;
    virtual void activate(int mark) = 0;
    /// So many marks PageUp and PageDown go.
    [[nodiscard]] virtual int pageStep() const { return 7; }
    /// Where the keyboard frame starts.
    [[nodiscard]] virtual int firstMark() const { return markCount() - 1; }
    /// A click that hit no mark.
    virtual void clickedBeside(QPointF) {}
    [[nodiscard]] virtual QString pictureTitle() const = 0;
    [[nodiscard]] virtual QString pictureSubtitle() const = 0;
    /// A second chart with the same data, to be laid out for a picture.
    [[nodiscard]] virtual std::unique_ptr<ChartWidget> copy() const = 0;

    [[nodiscard]] const Palette& colours() const { return tokenledger::palette(m_theme); }
    [[nodiscard]] ChartCanvas& canvas() const { return *m_canvas; }
    [[nodiscard]] QFont axisFont(bool semibold = false) const;
    /// Device pixels a logical one, for edges that fall on whole device pixels.
    [[nodiscard]] qreal pixelRatio() const;
    /// To be called after every change of data.
    void dataChanged(const QString& accessibleName);
    void relayout();

    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    friend class ChartCanvas;
    void paintOver(QPainter& painter) const;
    void setHovered(int mark);
    void updateTip();
    void moveBy(int steps);
    void renderTo(QPainter& painter, QSize size, qreal dpr) const;

    ChartCanvas* m_canvas = nullptr;  // child
    QPointer<TipCard> m_tip;          // child of the window, so that it may reach beyond the chart
    Theme m_theme = Theme::Light;
    bool m_dimmed = false;
    bool m_focusByKeyboard = false;
    qreal m_pictureDpr = 0;  // 0: this is on screen
    int m_current = -1;
    int m_hovered = -1;
};

}  // namespace tokenledger
