#include "charts/chartwidget.h"

#include "charts/chartcanvas.h"
#include "charts/paint.h"
#include "charts/tipcard.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QBuffer>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>
#include <QSvgGenerator>

namespace tokenledger {

namespace {

constexpr int HeaderHeight = 40;
constexpr int SidePadding = 16;
constexpr double DimmedTo = 0.55;
constexpr int PixelsAnInch = 96;  // what SVG takes for granted

// A chart is one object to a screen reader: its value is the mark that the frame is on.
class ChartAccessible final : public QAccessibleWidget {
public:
    explicit ChartAccessible(ChartWidget* chart) : QAccessibleWidget(chart, QAccessible::Chart) {}
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (kind != QAccessible::Value) return QAccessibleWidget::text(kind);
        const auto* chart = static_cast<const ChartWidget*>(object());
        return chart->markText(chart->currentMark());
    }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* chart = qobject_cast<ChartWidget*>(object);
    return chart ? new ChartAccessible(chart) : nullptr;
}

}  // namespace

ChartWidget::ChartWidget(QWidget* parent) : QWidget(parent), m_canvas(new ChartCanvas(this)) {
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

ChartWidget::~ChartWidget() { delete m_tip; }

void ChartWidget::setTheme(Theme theme) {
    if (theme == m_theme) return;
    m_theme = theme;
    relayout();  // the pens of the lines change too
    updateTip();
}

void ChartWidget::setDimmed(bool dimmed) {
    m_dimmed = dimmed;
    m_canvas->viewport()->update();
}

void ChartWidget::setCurrentMark(int mark) {
    mark = markCount() == 0 ? -1 : std::clamp(mark, -1, markCount() - 1);
    if (mark == m_current) return;
    m_current = mark;
    setAccessibleDescription(markText(mark));
    m_canvas->viewport()->update();
    updateTip();
    emit currentMarkChanged(mark);
}

QString ChartWidget::markText(int mark) const {
    if (mark < 0 || mark >= markCount()) return {};
    const ChartTip tip = tipOf(mark);
    QString text = tip.title;
    if (!tip.total.isEmpty()) text += QLatin1String(": ") + tip.total;
    QStringList rows;
    for (const ChartTip::Row& row : tip.rows) rows.append(row.name + u' ' + row.value);
    if (!rows.isEmpty()) text += QLatin1String(". ") + rows.join(QLatin1String(", "));
    if (!tip.state.isEmpty()) text += QLatin1String(". ") + tip.state;
    return text;
}

QString ChartWidget::markTitle(int mark) const {
    return mark < 0 || mark >= markCount() ? QString() : tipOf(mark).title;
}

QString ChartWidget::markValue(int mark) const { return tipOf(mark).total; }

void ChartWidget::activateMark(int mark) {
    if (mark >= 0 && mark < markCount() && canActivate(mark)) activate(mark);
}

bool ChartWidget::explainsMarks() const { return isSignalConnected(QMetaMethod::fromSignal(&ChartWidget::whyWanted)); }

void ChartWidget::renderTo(QPainter& painter, QSize size, qreal dpr) const {
    const QSize body(std::max(1, size.width() - 2 * SidePadding), std::max(1, size.height() - HeaderHeight));
    const std::unique_ptr<ChartWidget> chart = copy();
    chart->m_pictureDpr = dpr;
    chart->m_theme = m_theme;
    chart->setFont(font());
    chart->resize(body);
    chart->relayout();

    painter.fillRect(QRect(QPoint(0, 0), size), colours().card);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(paint::textFont(font(), 13, true));
    painter.setPen(colours().text1);
    const QRectF header(SidePadding, 0, size.width() - 2 * SidePadding, HeaderHeight);
    QRectF used;
    painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter, pictureTitle(), &used);
    painter.setFont(paint::textFont(font(), 12));
    painter.setPen(colours().text3);
    painter.drawText(header.adjusted(used.width() + 8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, pictureSubtitle(),
                     &used);
    paintKey(painter, chart->keyEntries(), colours(), header.right(), header.center().y(),
             header.right() - used.right() - 16);
    chart->m_canvas->render(&painter, QRectF(QPointF(SidePadding, HeaderHeight), body), QRect(QPoint(0, 0), body));
}

QImage ChartWidget::renderToImage(QSize size, qreal dpr) const {
    QImage image(size * dpr, QImage::Format_RGB32);
    image.setDevicePixelRatio(dpr);
    QPainter painter(&image);
    renderTo(painter, size, dpr);
    return image;
}

QByteArray ChartWidget::renderToSvg(QSize size) const {
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setResolution(PixelsAnInch);
    generator.setTitle(pictureTitle());
    generator.setDescription(pictureSubtitle());
    QPainter painter(&generator);
    renderTo(painter, size, 1);
    painter.end();
    // Elsewhere there may be no such font: any without serifs does.
    const QByteArray family = font().family().toHtmlEscaped().toUtf8();
    const QByteArray named = QByteArrayLiteral("font-family=\"") + family;
    svg.replace(QByteArray(named + '"'), QByteArray(named + ", Arial, sans-serif\""));
    return svg;
}

QFont ChartWidget::axisFont(bool semibold) const { return paint::textFont(font(), 11, semibold); }

qreal ChartWidget::pixelRatio() const { return m_pictureDpr > 0 ? m_pictureDpr : devicePixelRatioF(); }

void ChartWidget::dataChanged(const QString& accessibleName) {
    setAccessibleName(accessibleName);
    m_hovered = -1;
    relayout();
    if (m_current >= markCount()) m_current = -1;
    setAccessibleDescription(markText(m_current));
    updateTip();
}

void ChartWidget::relayout() {
    m_canvas->fit(size());
    layOut();
    m_canvas->viewport()->update();
    emit layoutChanged();
}

void ChartWidget::paintOver(QPainter& painter) const {
    paintAboveLines(painter);
    if (m_hovered >= 0 && m_hovered < markCount()) paint::frame(painter, markRect(m_hovered), colours().text2, 1);
    if (hasFocus() && m_current >= 0) {
        paint::frame(painter, markRect(m_current), colours().accent, 2);
    } else if (hasFocus() && m_focusByKeyboard) {
        paint::frame(painter, QRectF(rect()).adjusted(2, 2, -2, -2), colours().accent, 2);
    }
    if (m_dimmed) {
        // Covering everything with the card's colour is 55 % of the whole picture, where 55 % of each piece would let
        // the grid shine through the bars.
        QColor veil = colours().card;
        veil.setAlphaF(static_cast<float>(1 - DimmedTo));
        painter.fillRect(rect(), veil);
    }
}

void ChartWidget::setHovered(int mark) {
    if (mark == m_hovered) return;
    m_hovered = mark;
    setCursor(mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_canvas->viewport()->update();
    updateTip();
}

void ChartWidget::updateTip() {
    const int mark = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    if (mark < 0 || mark >= markCount() || !isVisible()) {
        if (m_tip) m_tip->hide();
        return;
    }
    if (m_tip && m_tip->parentWidget() != window()) delete m_tip;
    if (!m_tip) m_tip = new TipCard(window());
    const QRect frame = markRect(mark).toAlignedRect();
    m_tip->setFont(font());
    m_tip->showBeside(QRect(mapTo(window(), frame.topLeft()), frame.size()), tipOf(mark), m_theme);
}

void ChartWidget::moveBy(int steps) {
    const int from = m_current >= 0 ? m_current : steps < 0 ? markCount() : markCount() - 1 - steps;
    setCurrentMark(std::clamp(from + steps, 0, std::max(0, markCount() - 1)));
}

bool ChartWidget::event(QEvent* event) {
    // Another screen may have another pixel ratio, and edges fall on whole device pixels.
    if (event->type() == QEvent::ScreenChangeInternal) relayout();
    // The page scrolls away below the mouse, which then points at something else.
    if (event->type() == QEvent::Wheel) setHovered(-1);
    return QWidget::event(event);
}

void ChartWidget::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_hovered = -1;
    relayout();
    if (m_current >= markCount()) setCurrentMark(-1);
    updateTip();
}

void ChartWidget::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up:
            moveBy(-1);
            return;
        case Qt::Key_Right:
        case Qt::Key_Down:
            moveBy(1);
            return;
        case Qt::Key_PageUp:
            moveBy(-pageStep());
            return;
        case Qt::Key_PageDown:
            moveBy(pageStep());
            return;
        case Qt::Key_Home:
            setCurrentMark(0);
            return;
        case Qt::Key_End:
            setCurrentMark(markCount() - 1);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (m_current < 0) break;
            activateMark(m_current);
            return;
        case Qt::Key_Escape:
            if (m_current < 0) break;
            setCurrentMark(-1);
            return;
        default:
            break;
    }
    // By its text: where it is on a keyboard differs.
    if (event->text() == QLatin1String("?") && m_current >= 0) {
        emit whyWanted(m_current);
        return;
    }
    QWidget::keyPressEvent(event);
}

void ChartWidget::contextMenuEvent(QContextMenuEvent* event) {
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (byMouse) setCurrentMark(markAt(event->pos()));
    const QPoint middle = m_current >= 0 ? markRect(m_current).center().toPoint() : rect().center();
    setHovered(-1);
    if (m_tip) m_tip->hide();
    emit menuWanted(m_current, byMouse ? event->globalPos() : mapToGlobal(middle));
}

void ChartWidget::mouseMoveEvent(QMouseEvent* event) { setHovered(markAt(event->position())); }

void ChartWidget::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    const int mark = markAt(event->position());
    setCurrentMark(mark);
    if (mark >= 0) {
        activateMark(mark);
    } else {
        clickedBeside(event->position());
    }
}

void ChartWidget::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    setHovered(-1);
}

void ChartWidget::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    // Reached by keyboard: the frame starts at the newest period or the largest slice.
    const Qt::FocusReason reason = event->reason();
    m_focusByKeyboard =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    if (m_focusByKeyboard && m_current < 0) setCurrentMark(firstMark());
    m_canvas->viewport()->update();
    updateTip();
}

void ChartWidget::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_canvas->viewport()->update();
    updateTip();
}

void ChartWidget::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_hovered = -1;
    if (m_tip) m_tip->hide();
}

void ChartWidget::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) relayout();
}

}  // namespace tokenledger
