// The Qt Charts side of a chart, private to this library: lines and rings in axis units inside a fixed plot area.
// Bars, axes, hatching, labels and gaps are painted by the owner below and above them: Qt Charts rounds bars to
// fractions of a pixel, knows neither gaps nor part-hatched stacks nor labels with leader lines, and lays out its axes
// by itself.
#pragma once

#include <QChartView>
#include <QLineSeries>
#include <QPieSeries>
#include <QValueAxis>

#include <vector>

namespace tokenledger {

class ChartWidget;

struct ValueRange {
    double low = 0;
    double high = 1;
};

struct CanvasLine {
    QList<QPointF> points;  // x in periods, y in values
    QPen pen;
};

struct CanvasSlice {
    double degrees = 0;
    QColor fill;     // invalid: nothing is drawn (a gap)
    QColor outline;  // invalid: none
};

class ChartCanvas final : public QChartView {
    Q_OBJECT
public:
    explicit ChartCanvas(ChartWidget* owner);

    /// Fits chart and scene to the owner's size, whether or not it is on screen.
    void fit(QSize size);
    void setLines(const QRectF& plot, ValueRange x, ValueRange y, const std::vector<CanvasLine>& lines);
    /// Slices clockwise from twelve o'clock; their degrees add up to 360.
    void setRing(const QRectF& square, double thickness, const std::vector<CanvasSlice>& slices);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    ChartWidget* m_owner;
    QValueAxis* m_x;  // owned by the chart, as are the series
    QValueAxis* m_y;
    std::vector<QLineSeries*> m_lines;  // reused: replacing points is much cheaper than replacing series
    QPieSeries* m_ring = nullptr;
};

}  // namespace tokenledger
