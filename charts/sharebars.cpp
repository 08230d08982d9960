#include "charts/sharebars.h"

#include "charts/paint.h"
#include "charts/tipcard.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace tokenledger {

namespace {

constexpr double TallestRow = 46;
constexpr double LowestRow = 32;  // text and bar without touching their neighbours
constexpr double TextHeight = 18;
constexpr double BarHeight = 8;
constexpr double BarTop = 20;  // below the row's top
constexpr double PercentGap = 14;
constexpr std::size_t Fill = 2;  // of the family: the design's third

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// Sums of a cache were checked when they were made; this only keeps odd input from being undefined behaviour.
std::int64_t plus(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? a : sum;
}

}  // namespace

ShareBars::ShareBars(QWidget* parent) : ChartWidget(parent) { setObjectName(QStringLiteral("shareBars")); }
ShareBars::~ShareBars() = default;

void ShareBars::setData(const ShareBarsData& shown) {
    m_data = shown;
    dataChanged(m_data.title);
}

std::unique_ptr<ChartWidget> ShareBars::copy() const {
    auto chart = std::make_unique<ShareBars>();
    chart->setData(m_data);
    return chart;
}

void ShareBars::layOut() {
    const int bars = static_cast<int>(m_data.bars.size());
    const int room = std::max(1, static_cast<int>(height() / LowestRow));
    m_rows = std::min(bars, room);
    m_pitch = m_rows > 0 ? std::clamp(std::floor(height() / static_cast<double>(m_rows)), LowestRow, TallestRow) : 0;
}

QRectF ShareBars::markRect(int mark) const { return {-4, mark * m_pitch - 2, width() + 8.0, BarTop + BarHeight + 6}; }

int ShareBars::markAt(QPointF position) const {
    if (m_rows == 0 || position.y() < 0) return -1;
    const int row = static_cast<int>(position.y() / m_pitch);
    return row < m_rows ? row : -1;
}

bool ShareBars::isRest(int row) const { return row == m_rows - 1 && m_rows < static_cast<int>(m_data.bars.size()); }

ShareBar ShareBars::barOf(int row) const {
    if (!isRest(row)) return m_data.bars[at(row)];
    ShareBar rest;
    for (std::size_t i = at(row); i < m_data.bars.size(); ++i) {
        rest.part = plus(rest.part, m_data.bars[i].part);
        rest.whole = plus(rest.whole, m_data.bars[i].whole);
    }
    rest.name = tr("%n others", nullptr, static_cast<int>(m_data.bars.size()) - row);
    return rest;
}

ChartTip ShareBars::tipOf(int mark) const {
    const ShareBar bar = barOf(mark);
    ChartTip tip{bar.name, formatPercent(bar.part, bar.whole), {}, {}};
    tip.state = tr("%1 of %2").arg(formatCount(bar.part), formatCount(bar.whole));
    return tip;
}

QString ShareBars::markValue(int mark) const {
    constexpr std::int64_t Whole = 1'000'000;
    const ShareBar bar = barOf(mark);
    const auto ppm = ratioPpm(bar.part, bar.whole);
    if (!ppm) return {};
    return QStringLiteral("%1.%2").arg(*ppm / Whole).arg(*ppm % Whole, 6, 10, QLatin1Char('0'));
}

void ShareBars::activate(int mark) {
    if (canActivate(mark)) emit barActivated(mark);
}

void ShareBars::paintBelowLines(QPainter& painter) const {
    for (int row = 0; row < m_rows; ++row) paintRow(painter, row);
}

void ShareBars::paintRow(QPainter& painter, int row) const {
    const ShareBar bar = barOf(row);
    const double top = row * m_pitch;
    const QFont plain = paint::textFont(font(), 12);
    const QFont bold = paint::textFont(font(), 12, true);
    const QFontMetricsF metrics(plain);
    const QRectF line(0, top, width(), TextHeight);

    const QString percent = formatPercent(bar.part, bar.whole);
    painter.setFont(bold);
    painter.setPen(colours().text1);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, percent);
    // Counts end at one place whatever the per cent are.
    const double percentWidth = std::ceil(QFontMetricsF(bold).horizontalAdvance(formatPercent(999, 1000)));
    const QString counts = tr("%1 of %2").arg(formatCount(bar.part), formatCount(bar.whole));
    const QRectF countsLine = line.adjusted(0, 0, -percentWidth - PercentGap, 0);
    painter.setFont(plain);
    painter.setPen(colours().text3);
    painter.drawText(countsLine, Qt::AlignRight | Qt::AlignVCenter, counts);
    const double room = countsLine.width() - metrics.horizontalAdvance(counts) - 10;
    painter.setPen(colours().text1);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(bar.name, Qt::ElideRight, room));

    const QRectF track(0, top + BarTop, width(), BarHeight);
    painter.fillRect(track, colours().grid);
    if (bar.whole <= 0 || bar.part <= 0) return;
    const double share = std::min(1.0, static_cast<double>(bar.part) / static_cast<double>(bar.whole));
    const double length = std::round(track.width() * share * pixelRatio()) / pixelRatio();
    painter.fillRect(QRectF(track.topLeft(), QSizeF(length, BarHeight)), colours().family[Fill]);
}

void ShareBars::paintAboveLines(QPainter& painter) const {
    if (!m_data.bars.empty()) return;
    const QString text = m_data.emptyText.isEmpty() ? tr("Nothing here yet") : m_data.emptyText;
    paint::sentence(painter, QRectF(rect()), text, font(), colours());
}

}  // namespace tokenledger
