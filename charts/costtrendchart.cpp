#include "charts/costtrendchart.h"

#include "charts/chartcanvas.h"
#include "charts/paint.h"
#include "charts/timeaxis.h"
#include "charts/tipcard.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace tokenledger {

namespace {

constexpr double GridSpacing = 38;   // between gridlines, at least
constexpr double LabelSpacing = 15;  // between labels at the right, at least
constexpr double LabelSwatch = 8;
constexpr double LabelLeft = 8;       // from the plot to the swatch
constexpr double LabelTextLeft = 20;  // from the plot to the name
constexpr double RightWithoutLabels = 12;
constexpr double LeastLabelledWidth = 360;
constexpr double LabelShare = 0.24;  // of the chart's width, at most

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

CostTrendChart::CostTrendChart(QWidget* parent) : ChartWidget(parent) { setObjectName(QStringLiteral("costTrend")); }
CostTrendChart::~CostTrendChart() = default;

void CostTrendChart::setData(const CostTrendData& trend) {
    m_data = trend;
    for (ChartLayer& layer : m_data.layers) layer.values.resize(m_data.periods.size(), 0);
    dataChanged(m_data.title);
}

void CostTrendChart::setSelected(std::optional<PeriodStart> period) {
    m_selected = period;
    relayout();
}

int CostTrendChart::markCount() const { return static_cast<int>(m_shown.periods.size()); }

std::vector<KeyEntry> CostTrendChart::keyEntries() const {
    std::vector<KeyEntry> entries;
    if (m_scale.axis.isEmpty()) return entries;
    if (m_data.totalLine) entries.push_back({KeyMark::Total, tr("total")});
    if (m_shown.mean) entries.push_back({KeyMark::Mean, m_data.meanName});
    if (timeaxis::hasGap(m_shown)) entries.push_back({KeyMark::Gap, tr("no data")});
    if (timeaxis::hasProvisional(m_shown)) entries.push_back({KeyMark::Provisional, tr("provisional")});
    return entries;
}

std::unique_ptr<ChartWidget> CostTrendChart::copy() const {
    auto chart = std::make_unique<CostTrendChart>();
    chart->m_selected = m_selected;
    chart->setData(m_data);
    return chart;
}

QColor CostTrendChart::fillOf(const ChartLayer& layer) const {
    if (layer.colour < 0 || layer.id.isEmpty()) return colours().otherFill;
    const auto slot = at(layer.colour);
    if (m_data.family == ColourFamily::Models) return colours().models[slot % colours().models.size()];
    return colours().family[slot % colours().family.size()];
}

double CostTrendChart::labelWidth() const {
    if (width() < LeastLabelledWidth) return 0;
    const QFontMetricsF metrics(axisFont());
    double widest = 0;
    for (const ChartLayer& layer : stackedLayers(m_data.layers))
        if (!layer.id.isEmpty()) widest = std::max(widest, metrics.horizontalAdvance(layer.name));
    return std::min(std::ceil(widest) + 1, std::floor(width() * LabelShare));
}

void CostTrendChart::layOut() {
    const double labels = labelWidth();
    const double right = labels > 0 ? LabelTextLeft + labels : RightWithoutLabels;
    const Interval interval =
        m_data.additive ? fittingInterval(m_data, width() - timeaxis::LeastLeft - right) : m_data.interval;
    m_shown = interval == m_data.interval ? m_data : rebucketed(m_data, interval);
    m_layers = stackedLayers(m_shown.layers);
    m_totals = totalsOf(m_shown);
    m_notes = notesOf(m_data);

    const double bottom = std::max(timeaxis::TopMargin + 10, height() - timeaxis::BottomMargin);
    const Extent extent = stackExtent(m_shown);
    m_scale = {niceAxis(extent.low, extent.high, gridlinesFor(bottom - timeaxis::TopMargin, GridSpacing)),
               timeaxis::TopMargin, bottom, pixelRatio()};
    const auto text = [this](std::int64_t value) { return formatAxisValue(value, m_scale.axis.step, m_data.kind); };
    const double left = timeaxis::leftMargin(m_scale.axis, text, axisFont());
    m_plot = QRectF(left, timeaxis::TopMargin, std::max(10.0, width() - left - right), bottom - timeaxis::TopMargin);
    m_grid = {m_plot.left(), m_plot.width(), static_cast<int>(m_shown.periods.size()), pixelRatio()};

    std::vector<PeriodStart> starts;
    for (const ChartPeriod& period : m_shown.periods) starts.push_back(period.start);
    const QFontMetricsF metrics(axisFont());
    m_ticks = periodTicks(starts, m_shown.interval, m_grid.periodWidth(),
                          [&metrics](const QString& label) { return metrics.horizontalAdvance(label); });
    layOutLabels();
    layOutLines();
}

void CostTrendChart::layOutLabels() {
    m_labels.clear();
    const int anchor = anchorPeriod(m_shown);
    if (labelWidth() <= 0 || anchor < 0 || m_scale.axis.isEmpty()) return;
    std::vector<std::optional<double>> centres(m_layers.size());
    for (const StackSegment& segment : stackSegments(m_layers, anchor, m_scale))
        centres[at(segment.layer)] = (segment.top + segment.bottom) / 2;
    const QFontMetricsF metrics(axisFont());
    const double room = width() - m_plot.right() - LabelTextLeft;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const auto& values = m_layers[i].values;
        const bool occurs = std::any_of(values.begin(), values.end(), [](std::int64_t value) { return value != 0; });
        if (m_layers[i].id.isEmpty() || !occurs) continue;
        m_labels.push_back(
            {static_cast<int>(i), 0, centres[i], metrics.elidedText(m_layers[i].name, Qt::ElideRight, room)});
    }
    // From the foot up in the stack's order, so that labels and colours are read alike. Credits hang below the base
    // line, the first layer nearest to it. A layer that ended earlier keeps its place, without a leader.
    const double base = m_scale.snapped(0);
    const auto credits = std::stable_partition(
        m_labels.begin(), m_labels.end(), [base](const Label& label) { return label.anchor && *label.anchor > base; });
    std::reverse(m_labels.begin(), credits);
    std::vector<double> places;
    while (!m_labels.empty()) {
        std::vector<double> wishes;
        for (const Label& label : m_labels) {
            const double below = wishes.empty() ? m_plot.bottom() : wishes.back();
            wishes.push_back(std::min(below, label.anchor.value_or(below)));
        }
        places = spreadLabels(wishes, m_plot.top() - 4, m_plot.bottom(), LabelSpacing);
        if (!places.empty()) break;
        // Where not all fit, those go first that point at nothing.
        const auto without = std::find_if(m_labels.rbegin(), m_labels.rend(),
                                          [](const Label& label) { return !label.anchor.has_value(); });
        m_labels.erase(without != m_labels.rend() ? std::next(without).base() : std::prev(m_labels.end()));
    }
    for (std::size_t i = 0; i < m_labels.size(); ++i) m_labels[i].y = std::round(places[i]);
}

void CostTrendChart::layOutLines() {
    std::vector<CanvasLine> lines;
    const ValueAxis& axis = m_scale.axis;
    const double periods = std::max(1, m_grid.count);
    if (m_data.totalLine && !axis.isEmpty()) {
        std::vector<bool> present;
        for (int i = 0; i < m_grid.count; ++i) present.push_back(isWhole(m_shown, i));
        const QPen pen(colours().text1, 1.25, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        for (const LineRun& run : lineRuns(present, std::vector<bool>(present.size(), false))) {
            std::vector<QPointF> points;
            for (const int period : run.periods)
                points.emplace_back(period + 0.5, static_cast<double>(m_totals[at(period)].value_or(0)));
            const std::vector<QPointF> kept = thinned(points, periods / std::max(1.0, m_plot.width()));
            lines.push_back({QList<QPointF>(kept.begin(), kept.end()), pen});
        }
    }
    if (m_shown.mean && !axis.isEmpty()) {
        QPen pen(colours().text1, 1.25, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2 / 1.25, 3 / 1.25});
        const double mean = static_cast<double>(*m_shown.mean);
        lines.push_back({{{0, mean}, {periods, mean}}, pen});
    }
    const double low = static_cast<double>(axis.low);
    canvas().setLines(m_plot, {0, periods}, {low, axis.isEmpty() ? low + 1 : static_cast<double>(axis.high)}, lines);
}

QRectF CostTrendChart::markRect(int mark) const {
    const ChartPeriod& period = m_shown.periods[at(mark)];
    if (!period.hasData() || m_scale.axis.isEmpty())
        return {m_grid.edge(mark), m_plot.top(), m_grid.edge(mark + 1) - m_grid.edge(mark), m_plot.height()};
    double top = m_scale.snapped(0);
    double bottom = top;
    for (const StackSegment& segment : stackSegments(m_layers, mark, m_scale)) {
        top = std::min(top, segment.top);
        bottom = std::max(bottom, segment.bottom);
    }
    return {m_grid.barLeft(mark), top, m_grid.barWidth(), bottom - top};
}

int CostTrendChart::markAt(QPointF position) const {
    if (position.y() < m_plot.top() || position.y() > m_plot.bottom()) return -1;
    return m_grid.periodAt(position.x());
}

ChartTip CostTrendChart::tipOf(int mark) const {
    const ChartPeriod& period = m_shown.periods[at(mark)];
    ChartTip tip{timeaxis::periodTitle(m_shown, mark), {}, {}, timeaxis::stateText(period)};
    if (!period.hasData()) return tip;
    tip.total = formatValue(m_totals[at(mark)].value_or(0), m_data.kind);
    for (auto layer = m_layers.rbegin(); layer != m_layers.rend(); ++layer) {
        const std::int64_t value = layer->values[at(mark)];
        if (value == 0) continue;
        const bool other = layer->colour < 0 || layer->id.isEmpty();
        tip.rows.push_back(
            {fillOf(*layer), other ? colours().otherOutline : QColor(), layer->name, formatValue(value, m_data.kind)});
    }
    return tip;
}

QString CostTrendChart::markValue(int mark) const {
    if (!m_shown.periods[at(mark)].hasData()) return {};
    const std::int64_t total = m_totals[at(mark)].value_or(0);
    return m_data.kind == ValueKind::Money ? toExactString(Money::fromNano(total)) : QString::number(total);
}

std::optional<DateRange> CostTrendChart::markDays(int mark) const {
    return daysOf(m_shown.periods[at(mark)].start, m_shown.interval, m_data.range);
}

void CostTrendChart::activate(int mark) { emit slotActivated(m_shown.periods[at(mark)].start); }

QRectF CostTrendChart::labelRect(const Label& label) const {
    return {m_plot.right() + LabelLeft, label.y - LabelSpacing / 2, width() - m_plot.right() - LabelLeft, LabelSpacing};
}

void CostTrendChart::clickedBeside(QPointF position) {
    for (const Label& label : m_labels)
        if (labelRect(label).contains(position)) {
            emit layerActivated(m_layers[at(label.layer)].id);
            return;
        }
}

void CostTrendChart::paintBelowLines(QPainter& painter) const {
    if (m_shown.periods.empty()) return;
    const auto text = [this](std::int64_t value) { return formatAxisValue(value, m_scale.axis.step, m_data.kind); };
    timeaxis::paintGaps(painter, m_grid, m_shown.periods, m_plot, colours());
    timeaxis::paintGrid(painter, m_plot, m_scale, text, axisFont(), colours());
    timeaxis::paintPeriods(painter, m_grid, m_ticks, m_plot.bottom() + 6, axisFont(), colours());
    paintLabels(painter);
    for (int i = 0; i < m_grid.count; ++i) paintBar(painter, i);
}

void CostTrendChart::paintBar(QPainter& painter, int period) const {
    const ChartPeriod& state = m_shown.periods[at(period)];
    if (!state.hasData() || m_scale.axis.isEmpty()) return;
    const bool faded = m_selected && *m_selected != state.start;
    const double left = m_grid.barLeft(period);
    const double barWidth = m_grid.barWidth();
    const QRectF bar = markRect(period);
    if (bar.height() <= 0) return;
    painter.fillRect(bar, colours().card);  // the lines between segments
    for (const StackSegment& segment : stackSegments(m_layers, period, m_scale)) {
        const ChartLayer& layer = m_layers[at(segment.layer)];
        const bool other = layer.colour < 0 || layer.id.isEmpty();
        const auto strength = [&](const QColor& c) { return faded ? paint::mixed(c, colours().card, 0.5) : c; };
        paint::segment(painter, QRectF(left, segment.top, barWidth, segment.bottom - segment.top),
                       strength(fillOf(layer)), other ? strength(colours().otherOutline) : QColor());
    }
    if (state.isHatched()) paint::provisional(painter, bar, theme());
}

void CostTrendChart::paintLabels(QPainter& painter) const {
    const int anchor = anchorPeriod(m_shown);
    painter.setFont(axisFont());
    for (const Label& label : m_labels) {
        if (label.anchor) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(colours().controlBorder, 1));
            // On pixel centres, so that a level leader is one crisp line.
            const double from = std::abs(*label.anchor - label.y) < 1 ? label.y : std::floor(*label.anchor);
            painter.drawLine(QPointF(m_grid.barLeft(anchor) + m_grid.barWidth() + 1, from + 0.5),
                             QPointF(m_plot.right() + LabelLeft - 4, label.y + 0.5));
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
        const ChartLayer& layer = m_layers[at(label.layer)];
        paint::swatch(painter, QRectF(m_plot.right() + LabelLeft, label.y - LabelSwatch / 2, LabelSwatch, LabelSwatch),
                      fillOf(layer), layer.colour < 0 ? colours().otherOutline : QColor());
        painter.setPen(colours().text2);
        const QRectF text(m_plot.right() + LabelTextLeft, label.y - 8, width() - m_plot.right() - LabelTextLeft, 16);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
}

void CostTrendChart::paintAboveLines(QPainter& painter) const {
    if (m_scale.axis.isEmpty()) {
        const QString fallback = m_shown.periods.empty() ? tr("Nothing here yet") : tr("No cost in this period");
        const bool allMissing = !m_shown.periods.empty() && anchorPeriod(m_shown) < 0;
        if (!allMissing) {
            const QString text = m_data.emptyText.isEmpty() ? fallback : m_data.emptyText;
            paint::sentence(painter, m_shown.periods.empty() ? QRectF(rect()) : m_plot, text, font(), colours());
            return;
        }
    }
    if (m_selected) {
        const int selected = timeaxis::periodIndex(m_shown, *m_selected);
        if (selected >= 0) paint::frame(painter, markRect(selected), colours().accent, 2);
    }
    timeaxis::paintNotes(painter, m_shown, m_notes, m_grid, m_plot, axisFont(), colours(),
                         [this](int period) { return markRect(period).top(); });
}

}  // namespace tokenledger
