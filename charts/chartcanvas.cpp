#include "charts/chartcanvas.h"

#include "charts/chartwidget.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QPieSlice>

namespace tokenledger {

ChartCanvas::ChartCanvas(ChartWidget* owner)
    : QChartView(new QChart, owner), m_owner(owner), m_x(new QValueAxis(chart())), m_y(new QValueAxis(chart())) {
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins());
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAttribute(Qt::WA_TransparentForMouseEvents);  // the owner handles mouse and keys
    setFocusPolicy(Qt::NoFocus);
    setLayoutDirection(Qt::LeftToRight);  // time runs so in every language
}

void ChartCanvas::fit(QSize size) {
    setGeometry(QRect(QPoint(0, 0), size));
    chart()->resize(size);
    setSceneRect(QRectF(QPointF(0, 0), size));
}

void ChartCanvas::setLines(const QRectF& plot, ValueRange x, ValueRange y, const std::vector<CanvasLine>& lines) {
    chart()->setPlotArea(plot);
    m_x->setRange(x.low, x.high);
    m_y->setRange(y.low, y.high);
    while (m_lines.size() < lines.size()) {
        auto* series = new QLineSeries(chart());
        chart()->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        m_lines.push_back(series);
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool used = i < lines.size();
        m_lines[i]->setVisible(used);
        if (used) m_lines[i]->setPen(lines[i].pen);
        m_lines[i]->replace(used ? lines[i].points : QList<QPointF>());
    }
    chart()->layout()->activate();
}

void ChartCanvas::setRing(const QRectF& square, double thickness, const std::vector<CanvasSlice>& slices) {
    if (!m_ring) {
        m_ring = new QPieSeries(chart());
        m_ring->setPieSize(1);
        chart()->addSeries(m_ring);
    }
    chart()->setPlotArea(square);
    m_ring->setHoleSize(square.width() > 0 ? 1 - 2 * thickness / square.width() : 0);
    m_ring->clear();
    QList<QPieSlice*> pieces;
    for (const CanvasSlice& slice : slices) {
        auto* piece = new QPieSlice(QString(), slice.degrees);
        // Transparent colours, not "no brush" and "no pen": those are the defaults that the chart's theme paints over.
        piece->setBrush(slice.fill.isValid() ? slice.fill : QColor(Qt::transparent));
        piece->setPen(QPen(slice.outline.isValid() ? slice.outline : QColor(Qt::transparent), 1));
        pieces.append(piece);
    }
    m_ring->append(pieces);
    chart()->layout()->activate();
}

void ChartCanvas::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(rect, m_owner->colours().card);
    m_owner->paintBelowLines(*painter);
    painter->restore();
}

void ChartCanvas::drawForeground(QPainter* painter, const QRectF&) {
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight);
    m_owner->paintOver(*painter);
    painter->restore();
}

}  // namespace tokenledger
