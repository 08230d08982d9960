#include "charts/cacheefficiencychart.h"

#include "charts/chartcanvas.h"
#include "charts/paint.h"
#include "charts/timeaxis.h"
#include "charts/tipcard.h"

#include <QFontMetricsF>

#include <cmath>

namespace tokenledger {

namespace {

constexpr double PaneGap = 24;
constexpr double RatioShare = 0.55;      // of the height that both panes share
constexpr double RatioGridSpacing = 40;  // between gridlines, at least
constexpr double BarGridSpacing = 24;
constexpr double LeastLabelDistance = 13;
constexpr double WrittenMargin = 4;  // below the longest bar
constexpr double LeastWritten = 8;
constexpr double LabelLeft = 7;
constexpr double LabelTextLeft = 17;
constexpr double Swatch = 8;
constexpr double Marker = 3.5;
constexpr std::size_t ReadColour = 2;
constexpr std::size_t WrittenColour = 1;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

QString percent(std::int64_t ppm) { return formatPercent(ppm, 1'000'000, 0); }

}  // namespace

CacheEfficiencyChart::CacheEfficiencyChart(QWidget* parent) : ChartWidget(parent) {
    setObjectName(QStringLiteral("cacheEfficiency"));
}
CacheEfficiencyChart::~CacheEfficiencyChart() = default;

void CacheEfficiencyChart::setData(const CacheEfficiencyData& cache) {
    m_data = cache;
    m_data.values.resize(m_data.periods.size());
    dataChanged(m_data.title);
}

void CacheEfficiencyChart::setSelected(std::optional<PeriodStart> period) {
    m_selected = period;
    relayout();
}

int CacheEfficiencyChart::markCount() const { return static_cast<int>(m_shown.periods.size()); }

std::vector<KeyEntry> CacheEfficiencyChart::keyEntries() const {
    std::vector<KeyEntry> entries;
    if (m_barScale.axis.isEmpty()) return entries;
    if (timeaxis::hasGap(m_shown)) entries.push_back({KeyMark::Gap, tr("no data")});
    if (timeaxis::hasProvisional(m_shown)) entries.push_back({KeyMark::Provisional, tr("provisional")});
    return entries;
}

std::unique_ptr<ChartWidget> CacheEfficiencyChart::copy() const {
    auto chart = std::make_unique<CacheEfficiencyChart>();
    chart->m_selected = m_selected;
    chart->setData(m_data);
    return chart;
}

std::optional<std::int64_t> CacheEfficiencyChart::ratioAt(int period) const {
    if (!m_shown.periods[at(period)].hasData()) return std::nullopt;
    return ratioPpm(m_shown.values[at(period)].read, m_shown.values[at(period)].totalInput);
}

void CacheEfficiencyChart::layOut() {
    const QFontMetricsF metrics(axisFont());
    const QFontMetricsF bold(axisFont(true));
    const double labels =
        std::max({metrics.horizontalAdvance(tr("hit ratio")), bold.horizontalAdvance(percent(1'000'000)),
                  LabelTextLeft - LabelLeft + metrics.horizontalAdvance(tr("written"))});
    const double right = LabelLeft + std::ceil(labels) + 1;
    const Interval interval = fittingInterval(m_data, width() - timeaxis::LeastLeft - right);
    m_shown = interval == m_data.interval ? m_data : rebucketed(m_data, interval);
    m_notes = notesOf(m_data);
    layOutPanes();

    const auto tokens = [this](std::int64_t v) { return formatAxisValue(v, m_barScale.axis.step, ValueKind::Tokens); };
    const double left = std::max(timeaxis::leftMargin(m_ratioScale.axis, percent, axisFont()),
                                 timeaxis::leftMargin(m_barScale.axis, tokens, axisFont()));
    const double plotWidth = std::max(10.0, width() - left - right);
    for (QRectF* pane : {&m_ratioPane, &m_barPane}) {
        pane->setLeft(left);
        pane->setWidth(plotWidth);
    }
    m_grid = {left, plotWidth, static_cast<int>(m_shown.periods.size()), pixelRatio()};
    std::vector<PeriodStart> starts;
    for (const ChartPeriod& period : m_shown.periods) starts.push_back(period.start);
    m_ticks = periodTicks(starts, m_shown.interval, m_grid.periodWidth(),
                          [&metrics](const QString& label) { return metrics.horizontalAdvance(label); });
    layOutLines();
}

// Heights and scales: the ratio above, the bars below with what was written hanging under their base line at the same
// scale.
void CacheEfficiencyChart::layOutPanes() {
    std::int64_t read = 0;
    std::int64_t written = 0;
    std::optional<Extent> ratios;
    for (int i = 0; i < markCount(); ++i) {
        if (!m_shown.periods[at(i)].hasData()) continue;
        read = std::max(read, m_shown.values[at(i)].read);
        written = std::max(written, m_shown.values[at(i)].written);
        const auto ratio = ratioAt(i);
        if (!ratio) continue;
        if (!ratios) ratios = Extent{*ratio, *ratio};
        ratios->low = std::min(ratios->low, *ratio);
        ratios->high = std::max(ratios->high, *ratio);
    }
    const double top = timeaxis::TopMargin;
    const double whole = std::max(60.0, height() - top - timeaxis::BottomMargin - PaneGap);
    const double ratioHeight = std::round((whole - LeastWritten) * RatioShare);
    m_ratioPane = QRectF(0, top, 0, ratioHeight);
    m_barPane = QRectF(0, m_ratioPane.bottom() + PaneGap, 0, whole - ratioHeight);
    m_ratioScale = {
        ratios ? niceRatioAxis(ratios->low, ratios->high, gridlinesFor(ratioHeight, RatioGridSpacing)) : ValueAxis{},
        m_ratioPane.top(), m_ratioPane.bottom(), pixelRatio()};

    const double room = m_barPane.height();
    const ValueAxis up = niceAxis(0, read > 0 ? read : written, gridlinesFor(room - LeastWritten, BarGridSpacing));
    const double share = up.isEmpty() ? 0 : static_cast<double>(written) / static_cast<double>(up.high);
    const double upHeight = std::round(std::min(room - LeastWritten, (room - WrittenMargin) / (1 + share)));
    m_barScale = {up, m_barPane.top(), m_barPane.top() + upHeight, pixelRatio()};
}

void CacheEfficiencyChart::layOutLines() {
    std::vector<bool> present;
    std::vector<bool> provisional;
    for (int i = 0; i < markCount(); ++i) {
        present.push_back(ratioAt(i).has_value() && !m_shown.periods[at(i)].isGap());
        provisional.push_back(m_shown.periods[at(i)].isHatched());
    }
    const double periods = std::max(1, m_grid.count);
    std::vector<CanvasLine> lines;
    for (const LineRun& run : lineRuns(present, provisional)) {
        std::vector<QPointF> points;
        for (const int period : run.periods)
            points.emplace_back(period + 0.5, static_cast<double>(ratioAt(period).value_or(0)));
        QPen pen(colours().text1, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (run.provisional) {
            pen.setStyle(Qt::CustomDashLine);
            pen.setDashPattern({2, 1.6});
        }
        const std::vector<QPointF> kept = thinned(points, periods / std::max(1.0, m_grid.width));
        lines.push_back({QList<QPointF>(kept.begin(), kept.end()), pen});
    }
    const ValueAxis& axis = m_ratioScale.axis;
    const double low = static_cast<double>(axis.low);
    canvas().setLines(m_ratioPane, {0, periods}, {low, axis.isEmpty() ? low + 1 : static_cast<double>(axis.high)},
                      lines);
}

QRectF CacheEfficiencyChart::markRect(int mark) const {
    return {m_grid.edge(mark), m_ratioPane.top(), m_grid.edge(mark + 1) - m_grid.edge(mark),
            m_barPane.bottom() - m_ratioPane.top()};
}

int CacheEfficiencyChart::markAt(QPointF position) const {
    if (position.y() < m_ratioPane.top() || position.y() > m_barPane.bottom()) return -1;
    return m_grid.periodAt(position.x());
}

ChartTip CacheEfficiencyChart::tipOf(int mark) const {
    const ChartPeriod& period = m_shown.periods[at(mark)];
    ChartTip tip{timeaxis::periodTitle(m_shown, mark), {}, {}, timeaxis::stateText(period)};
    if (!period.hasData()) return tip;
    const CachePeriod& value = m_shown.values[at(mark)];
    tip.total = tr("hit ratio %1").arg(formatPercent(value.read, value.totalInput));
    tip.rows = {{colours().family[ReadColour], {}, tr("read"), formatCount(value.read)},
                {colours().family[WrittenColour], {}, tr("written"), formatCount(value.written)},
                {{}, {}, tr("total input"), formatCount(value.totalInput)}};
    return tip;
}

/// The hit ratio, as a part of one.
QString CacheEfficiencyChart::markValue(int mark) const {
    if (!m_shown.periods[at(mark)].hasData()) return {};
    const auto ratio = ratioAt(mark);
    if (!ratio) return {};
    return QStringLiteral("%1.%2").arg(*ratio / 1'000'000).arg(*ratio % 1'000'000, 6, 10, QLatin1Char('0'));
}

std::optional<DateRange> CacheEfficiencyChart::markDays(int mark) const {
    return daysOf(m_shown.periods[at(mark)].start, m_shown.interval, m_data.range);
}

void CacheEfficiencyChart::activate(int mark) { emit slotActivated(m_shown.periods[at(mark)].start); }

void CacheEfficiencyChart::paintBelowLines(QPainter& painter) const {
    if (m_shown.periods.empty()) return;
    // Where little is read and much is written the pane above the base line is low: then its ends alone are named.
    const ValueAxis& axis = m_barScale.axis;
    const double apart = std::abs(m_barScale.y(axis.low) - m_barScale.y(axis.low + axis.step));
    const bool crowded = !axis.isEmpty() && apart < LeastLabelDistance;
    const auto tokens = [&axis, crowded](std::int64_t v) {
        const bool named = !crowded || v == axis.low || v == axis.high;
        return named ? formatAxisValue(v, axis.step, ValueKind::Tokens) : QString();
    };
    timeaxis::paintGaps(painter, m_grid, m_shown.periods, plot(), colours());
    timeaxis::paintGrid(painter, m_ratioPane, m_ratioScale, percent, axisFont(), colours());
    timeaxis::paintGrid(painter, m_barPane, m_barScale, tokens, axisFont(), colours());
    timeaxis::paintPeriods(painter, m_grid, m_ticks, m_barPane.bottom() + 6, axisFont(), colours());
    for (int i = 0; i < m_grid.count; ++i) paintBar(painter, i);
}

void CacheEfficiencyChart::paintBar(QPainter& painter, int period) const {
    const ChartPeriod& state = m_shown.periods[at(period)];
    if (!state.hasData() || m_barScale.axis.isEmpty()) return;
    const bool faded = m_selected && *m_selected != state.start;
    const auto strength = [&](std::size_t slot) {
        const QColor& colour = colours().family[slot];
        return faded ? paint::mixed(colour, colours().card, 0.5) : colour;
    };
    const CachePeriod& value = m_shown.values[at(period)];
    const double base = m_barScale.snapped(0);
    const double pixel = std::max(1.0, std::round(pixelRatio())) / pixelRatio();  // the base line stays visible
    const double top = m_barScale.snapped(value.read);
    const double bottom = base + pixel + base - m_barScale.snapped(value.written);
    const QRectF up(m_grid.barLeft(period), top, m_grid.barWidth(), base - top);
    const QRectF down(m_grid.barLeft(period), base + pixel, m_grid.barWidth(), bottom - base - pixel);
    for (const auto& [bar, slot] : {std::pair(up, ReadColour), std::pair(down, WrittenColour)}) {
        if (bar.height() < 1) continue;
        painter.fillRect(bar, colours().card);
        painter.fillRect(bar, strength(slot));
        if (state.isHatched()) paint::provisional(painter, bar, theme());
    }
}

void CacheEfficiencyChart::paintAboveLines(QPainter& painter) const {
    const bool anyData = std::any_of(m_shown.periods.begin(), m_shown.periods.end(),
                                     [](const ChartPeriod& period) { return period.hasData(); });
    const bool isEmpty = m_ratioScale.axis.isEmpty() && m_barScale.axis.isEmpty();
    if (m_shown.periods.empty() || (isEmpty && anyData)) {
        const QString fallback = m_shown.periods.empty() ? tr("Nothing here yet") : tr("No tokens in this period");
        const QString text = m_data.emptyText.isEmpty() ? fallback : m_data.emptyText;
        paint::sentence(painter, m_shown.periods.empty() ? QRectF(rect()) : plot(), text, font(), colours());
        return;
    }
    if (!isEmpty) paintEndLabels(painter);
    if (m_selected) {
        const int selected = timeaxis::periodIndex(m_shown, *m_selected);
        if (selected >= 0) paint::frame(painter, markRect(selected), colours().accent, 2);
    }
    timeaxis::paintNotes(painter, m_shown, m_notes, m_grid, plot(), axisFont(), colours(),
                         [this](int) { return m_ratioPane.top() + 16; });
}

void CacheEfficiencyChart::paintEndLabels(QPainter& painter) const {
    const double swatchLeft = m_grid.left + m_grid.width + LabelLeft;
    const double room = width() - swatchLeft;
    painter.setRenderHint(QPainter::Antialiasing);
    // A part of a day has another ratio than the whole one will have.
    const int last = anchorPeriod(
        m_shown, [this](int period) { return ratioAt(period).has_value() && !m_shown.periods[at(period)].isGap(); });
    if (last >= 0) {
        const QPointF end(m_grid.centre(last), m_ratioScale.y(*ratioAt(last)));
        painter.setPen(QPen(colours().text1, 1.75));
        painter.setBrush(colours().card);
        painter.drawEllipse(end, Marker, Marker);
        const double y = std::clamp(end.y(), m_ratioPane.top() + 4, m_ratioPane.bottom() - 14);
        painter.setFont(axisFont(true));
        painter.setPen(colours().text1);
        const CachePeriod& value = m_shown.values[at(last)];
        painter.drawText(QRectF(swatchLeft, y - 8, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         formatPercent(value.read, value.totalInput));
        painter.setFont(axisFont());
        painter.setPen(colours().text3);
        painter.drawText(QRectF(swatchLeft, y + 6, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         m_shown.periods[at(last)].isRunning() ? tr("so far") : tr("hit ratio"));
    }
    const double base = m_barScale.snapped(0);
    const double readY = std::round((m_barScale.top + base) / 2 + 8);
    const double writtenY = std::max(readY + 15, std::round(base + 9));
    painter.setFont(axisFont());
    for (const auto& [y, slot, text] :
         {std::tuple(readY, ReadColour, tr("read")), std::tuple(writtenY, WrittenColour, tr("written"))}) {
        paint::swatch(painter, QRectF(swatchLeft, y - Swatch / 2, Swatch, Swatch), colours().family[slot], QColor());
        painter.setPen(colours().text2);
        painter.drawText(QRectF(swatchLeft + LabelTextLeft - LabelLeft + 2, y - 8, room, 16),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

}  // namespace tokenledger
