#include "charts/budgetbars.h"

#include "charts/paint.h"
#include "charts/tipcard.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace tokenledger {

namespace {

constexpr double TallestRow = 56;
constexpr double LowestRow = 40;
constexpr double TextHeight = 18;
constexpr double BarHeight = 12;
constexpr double BarTop = 21;
constexpr double WordGap = 12;
constexpr double LeastScale = 1.1;  // the amount's mark never stands at the very end
constexpr double LargestScale = 2;  // what is further over is cut: by how much, the words say
constexpr std::size_t Fill = 2;     // of the family: the design's third

std::size_t at(int index) { return static_cast<std::size_t>(index); }

double shareOf(std::int64_t value, std::int64_t amount) {
    return amount > 0 ? std::max(0.0, static_cast<double>(value) / static_cast<double>(amount)) : 0;
}

}  // namespace

BudgetBars::BudgetBars(QWidget* parent) : ChartWidget(parent) { setObjectName(QStringLiteral("budgetBars")); }
BudgetBars::~BudgetBars() = default;

void BudgetBars::setData(const BudgetBarsData& shown) {
    m_data = shown;
    dataChanged(m_data.title);
}

std::unique_ptr<ChartWidget> BudgetBars::copy() const {
    auto chart = std::make_unique<BudgetBars>();
    chart->setData(m_data);
    return chart;
}

std::vector<KeyEntry> BudgetBars::keyEntries() const { return {}; }

void BudgetBars::layOut() {
    const int bars = static_cast<int>(m_data.bars.size());
    m_rows = std::min(bars, std::max(1, static_cast<int>(height() / LowestRow)));
    m_pitch = m_rows > 0 ? std::clamp(std::floor(height() / static_cast<double>(m_rows)), LowestRow, TallestRow) : 0;
    double widest = LeastScale;
    for (const BudgetBar& bar : m_data.bars) {
        const std::int64_t amount = bar.amount.nano();
        widest = std::max(widest, shareOf(bar.actual.value_or(Money()).nano(), amount));
        if (bar.forecast) widest = std::max(widest, shareOf(bar.high.value_or(*bar.forecast).nano(), amount) + 0.02);
    }
    m_scale = std::min(widest, LargestScale);
}

double BudgetBars::placeOf(std::int64_t value, std::int64_t amount) const {
    const double place = std::min(1.0, shareOf(value, amount) / m_scale) * width();
    return std::round(place * pixelRatio()) / pixelRatio();
}

QRectF BudgetBars::markRect(int mark) const { return {-4, mark * m_pitch - 2, width() + 8.0, BarTop + BarHeight + 6}; }

int BudgetBars::markAt(QPointF position) const {
    if (m_rows == 0 || position.y() < 0) return -1;
    const int row = static_cast<int>(position.y() / m_pitch);
    return row < m_rows ? row : -1;
}

ChartTip BudgetBars::tipOf(int mark) const {
    const BudgetBar& bar = m_data.bars[at(mark)];
    ChartTip tip{bar.name, bar.actual ? formatMoney(*bar.actual) : bar.state, {}, {}};
    QStringList more{tr("of %1").arg(formatMoney(bar.amount))};
    if (bar.forecast) more << tr("forecast %1").arg(formatMoney(*bar.forecast));
    if (bar.low && bar.high && *bar.low != *bar.high) {
        more << tr("80 % between %1 and %2").arg(formatMoney(*bar.low), formatMoney(*bar.high));
    }
    if (bar.actual) more << bar.state;
    tip.state = more.join(QStringLiteral(", "));
    return tip;
}

QString BudgetBars::markValue(int mark) const {
    const auto& actual = m_data.bars[at(mark)].actual;
    return actual ? toExactString(*actual) : QString();
}

void BudgetBars::paintBelowLines(QPainter& painter) const {
    for (int row = 0; row < m_rows; ++row) paintRow(painter, row);
}

void BudgetBars::paintWords(QPainter& painter, const BudgetBar& bar, double top) const {
    const QFont plain = paint::textFont(font(), 12);
    const QFont bold = paint::textFont(font(), 12, true);
    const QFontMetricsF metrics(plain);
    const QRectF line(0, top, width(), TextHeight);
    const QString percent = bar.actual ? formatPercent(bar.actual->nano(), bar.amount.nano()) : QStringLiteral("–");
    painter.setFont(bold);
    painter.setPen(bar.isBad ? colours().unfavourable : colours().text1);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, percent);
    const double percentWidth = std::ceil(QFontMetricsF(bold).horizontalAdvance(formatPercent(999, 100)));
    const QRectF amounts = line.adjusted(0, 0, -percentWidth - WordGap, 0);
    const QString spent = bar.actual ? formatMoney(*bar.actual) : QStringLiteral("–");
    const QString words =
        tr("%1 of %2").arg(spent, formatMoney(bar.amount, bar.amount.nano() % 1'000'000'000 == 0 ? 0 : 2));
    painter.setFont(plain);
    painter.setPen(colours().text2);
    painter.drawText(amounts, Qt::AlignRight | Qt::AlignVCenter, words);
    const double room = amounts.width() - metrics.horizontalAdvance(words) - WordGap;
    const QString name = metrics.elidedText(bar.name, Qt::ElideRight, room);
    painter.setPen(colours().text1);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    const double left = metrics.horizontalAdvance(name) + 8;
    painter.setPen(colours().text3);
    painter.drawText(line.adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(bar.note, Qt::ElideRight, std::max(0.0, room - left)));
}

void BudgetBars::paintRow(QPainter& painter, int row) const {
    const BudgetBar& bar = m_data.bars[at(row)];
    const double top = row * m_pitch;
    paintWords(painter, bar, top);
    const QRectF track(0, top + BarTop, width(), BarHeight);
    painter.fillRect(track, colours().grid);
    const std::int64_t amount = bar.amount.nano();
    const QColor fill = bar.isBad ? colours().unfavourable : colours().family[Fill];
    const double actual = bar.actual ? placeOf(bar.actual->nano(), amount) : 0;
    if (bar.forecast) {
        const double end = placeOf(bar.forecast->nano(), amount);
        if (end > actual) {
            const QRectF rest(actual, track.top() + 2, end - actual, BarHeight - 4);
            painter.fillRect(rest, fill);
            paint::provisional(painter, rest, theme());
        }
        if (bar.low && bar.high) {
            const double middle = track.center().y();
            painter.fillRect(QRectF(placeOf(bar.low->nano(), amount), middle - 0.5,
                                    placeOf(bar.high->nano(), amount) - placeOf(bar.low->nano(), amount), 1),
                             colours().text1);
        }
    }
    painter.fillRect(QRectF(0, track.top(), actual, BarHeight), fill);
    for (const int threshold : bar.thresholds) {
        if (threshold == 100) continue;
        const double x = std::min(static_cast<double>(threshold) / 100 / m_scale, 1.0) * width();
        painter.fillRect(QRectF(std::round(x), track.bottom(), 1, 3), colours().text3);
    }
    const double whole = std::round(width() / m_scale);
    painter.fillRect(QRectF(whole - 1, track.top() - 2, 2, BarHeight + 4), colours().text1);
}

void BudgetBars::paintAboveLines(QPainter& painter) const {
    if (!m_data.bars.empty()) return;
    paint::sentence(painter, QRectF(rect()), m_data.emptyText, font(), colours());
}

}  // namespace tokenledger
