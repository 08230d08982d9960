#include "charts/waterfall.h"

#include "charts/paint.h"
#include "charts/timeaxis.h"
#include "charts/tipcard.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tokenledger {

namespace {

constexpr double GridSpacing = 34;
constexpr double TopMargin = 24;     // the highest bar's amount stands above it
constexpr double BottomMargin = 40;  // two lines of labels
constexpr double LineHeight = 14;
constexpr double RightMargin = 12;
constexpr double ThinnestBar = 2;
constexpr double WidestBar = 64;
constexpr double TextPadding = 3;  // of a column, at both sides
constexpr std::size_t Rising = 2;  // of the family
constexpr std::size_t Falling = 5;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Sums were checked when they were made; this only keeps odd input from being undefined behaviour.
std::int64_t plus(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(a, b, &sum)) return sum;
    return a < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

std::vector<WaterfallBar> waterfallBars(const std::vector<WaterfallStep>& steps) {
    std::vector<WaterfallBar> bars;
    std::int64_t reached = 0;
    for (const WaterfallStep& step : steps) {
        const std::int64_t from = step.total ? 0 : reached;
        reached = plus(from, step.amount.nano());
        bars.push_back({from, reached});
    }
    return bars;
}

Extent waterfallExtent(const std::vector<WaterfallBar>& bars) {
    Extent extent;
    for (const WaterfallBar& bar : bars) {
        extent.low = std::min({extent.low, bar.from, bar.to});
        extent.high = std::max({extent.high, bar.from, bar.to});
    }
    return extent;
}

Waterfall::Waterfall(QWidget* parent) : ChartWidget(parent) { setObjectName(QStringLiteral("waterfall")); }
Waterfall::~Waterfall() = default;

void Waterfall::setData(const WaterfallData& shown) {
    m_data = shown;
    m_bars = waterfallBars(m_data.steps);
    dataChanged(m_data.title);
}

std::unique_ptr<ChartWidget> Waterfall::copy() const {
    auto chart = std::make_unique<Waterfall>();
    chart->setData(m_data);
    return chart;
}

void Waterfall::layOut() {
    const double bottom = std::max(TopMargin + 10, height() - BottomMargin);
    const Extent extent = waterfallExtent(m_bars);
    m_scale = {niceAxis(extent.low, extent.high, gridlinesFor(bottom - TopMargin, GridSpacing)), TopMargin, bottom,
               pixelRatio()};
    const auto text = [this](std::int64_t value) {
        return formatAxisValue(value, m_scale.axis.step, ValueKind::Money);
    };
    const double left = timeaxis::leftMargin(m_scale.axis, text, axisFont());
    m_plot = QRectF(left, TopMargin, std::max(10.0, width() - left - RightMargin), bottom - TopMargin);
    m_grid = {m_plot.left(), m_plot.width(), markCount(), pixelRatio()};
}

QRectF Waterfall::markRect(int mark) const {
    const double width = std::min(std::floor(m_grid.periodWidth() * 0.6), WidestBar);
    const double left = std::round(m_grid.centre(mark) - width / 2);
    if (m_scale.axis.isEmpty()) return {left, m_plot.top(), width, m_plot.height()};
    const double from = m_scale.snapped(m_bars[at(mark)].from);
    const double to = m_scale.snapped(m_bars[at(mark)].to);
    const double top = std::min(from, to);
    return {left, top, width, std::max(std::abs(from - to), ThinnestBar)};
}

int Waterfall::markAt(QPointF position) const {
    if (position.y() < 0 || position.y() > m_plot.bottom() + BottomMargin) return -1;
    return m_grid.periodAt(position.x());
}

QString Waterfall::amountText(const WaterfallStep& step) const {
    return step.total ? formatMoney(step.amount) : formatMoneyChange(step.amount);
}

ChartTip Waterfall::tipOf(int mark) const {
    const WaterfallStep& step = m_data.steps[at(mark)];
    ChartTip tip{step.label, amountText(step), {}, step.note.isEmpty() ? step.subLabel : step.note};
    if (!step.total && mark > 0) {
        tip.rows.push_back({{}, {}, tr("up to here"), formatMoney(Money::fromNano(m_bars[at(mark)].to))});
    }
    return tip;
}

QString Waterfall::markValue(int mark) const { return toExactString(m_data.steps[at(mark)].amount); }

QColor Waterfall::fillOf(std::size_t step) const {
    if (m_data.steps[step].total) return colours().text2;
    return colours().family[m_data.steps[step].amount.isNegative() ? Falling : Rising];
}

void Waterfall::paintBelowLines(QPainter& painter) const {
    if (m_scale.axis.isEmpty()) return;
    const auto text = [this](std::int64_t value) {
        return formatAxisValue(value, m_scale.axis.step, ValueKind::Money);
    };
    timeaxis::paintGrid(painter, m_plot, m_scale, text, axisFont(), colours());
    for (int step = 0; step < markCount(); ++step) paintStep(painter, step);
    for (int step = 0; step < markCount(); ++step) paintTexts(painter, step);
}

void Waterfall::paintStep(QPainter& painter, int step) const {
    const QRectF bar = markRect(step);
    painter.fillRect(bar, m_data.steps[at(step)].amount.isZero() ? colours().controlBorder : fillOf(at(step)));
    if (step + 1 == markCount()) return;
    // To the next bar, which begins where this one ends.
    const double y = m_scale.snapped(m_bars[at(step)].to);
    painter.fillRect(QRectF(bar.right(), y, markRect(step + 1).left() - bar.right(), 1), colours().controlBorder);
}

void Waterfall::paintTexts(QPainter& painter, int step) const {
    const WaterfallStep& shown = m_data.steps[at(step)];
    const double width = m_grid.periodWidth() - 2 * TextPadding;
    const double left = m_grid.centre(step) - width / 2;
    const QFont bold = axisFont(true);
    QString amount = amountText(shown);
    if (QFontMetricsF(bold).horizontalAdvance(amount) > width) {
        const bool rises = !shown.total && shown.amount > Money();
        amount = (rises ? QStringLiteral("+") : QString()) + formatMoneyShort(shown.amount);
    }
    painter.setFont(bold);
    painter.setPen(colours().text1);
    const QRectF above(left - TextPadding, markRect(step).top() - LineHeight - 3, width + 2 * TextPadding, LineHeight);
    painter.drawText(above, static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextDontClip), amount);

    painter.setFont(axisFont());
    const QFontMetricsF metrics(axisFont());
    const auto line = [&](const QString& text, double top, const QColor& colour) {
        painter.setPen(colour);
        painter.drawText(QRectF(left, top, width, LineHeight), Qt::AlignCenter,
                         metrics.elidedText(text, Qt::ElideRight, width));
    };
    line(shown.label, m_plot.bottom() + 6, colours().text2);
    line(shown.subLabel, m_plot.bottom() + 6 + LineHeight, colours().text3);
}

void Waterfall::paintAboveLines(QPainter& painter) const {
    if (!m_scale.axis.isEmpty()) return;
    const QString fallback = m_data.steps.empty() ? tr("Nothing here yet") : tr("No difference");
    const QString text = m_data.emptyText.isEmpty() ? fallback : m_data.emptyText;
    paint::sentence(painter, QRectF(rect()), text, font(), colours());
}

}  // namespace tokenledger
