#include "charts/modeldonut.h"

#include "charts/chartcanvas.h"
#include "charts/paint.h"
#include "charts/tipcard.h"

#include <QFontMetricsF>

#include <cmath>

namespace tokenledger {

namespace {

constexpr double RingGap = 0.9;    // degrees between slices
constexpr double LeastSpan = 0.6;  // degrees; a thinner slice stands in the list only
constexpr double Pitch = 25;       // of the list
constexpr double LeastPitch = 18;
constexpr double SmallRing = 124;
constexpr double LargeRing = 141;
constexpr double WidestRing = 220;
constexpr double LeastRing = 84;
constexpr double LeastListWidth = 170;
constexpr double WidestList = 340;  // beyond it a name is too far from its figure
constexpr double WideEnough = 520;  // beside each other, whatever the height
constexpr double ListGap = 14;
constexpr double ShareGap = 6;
constexpr double Swatch = 10;
constexpr double NameLeft = 16;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

double thicknessOf(double ring) { return ring < 132 ? 20 : 22; }

}  // namespace

ModelDonut::ModelDonut(QWidget* parent) : ChartWidget(parent) { setObjectName(QStringLiteral("modelDonut")); }
ModelDonut::~ModelDonut() = default;

void ModelDonut::setData(const ModelDonutData& donut) {
    m_data = donut;
    m_data.entries = donutOrder(donut.entries);
    const auto isZero = [](const DonutEntry& entry) { return entry.amount.isZero(); };
    if (std::all_of(m_data.entries.begin(), m_data.entries.end(), isZero)) m_data.entries.clear();
    m_total = donutTotal(m_data.entries);
    dataChanged(m_data.title);
}

void ModelDonut::setSelected(const std::optional<QString>& id) {
    m_selected = id;
    relayout();
}

int ModelDonut::markCount() const { return m_rows; }

std::unique_ptr<ChartWidget> ModelDonut::copy() const {
    auto chart = std::make_unique<ModelDonut>();
    chart->m_selected = m_selected;
    chart->setData(m_data);
    return chart;
}

QColor ModelDonut::fillOf(int entry) const {
    const DonutEntry& shown = m_data.entries[at(entry)];
    const bool other = shown.colour < 0 || shown.id.isEmpty();
    const QColor fill = other ? colours().otherFill : colours().models[at(shown.colour) % colours().models.size()];
    return m_selected && *m_selected != shown.id ? paint::mixed(fill, colours().card, 0.5) : fill;
}

QString ModelDonut::shareOf(const DonutEntry& entry) const {
    // Of a total that credits have eaten up there are no shares.
    return formatPercent(entry.amount.nano(), std::max<std::int64_t>(0, m_total.nano()));
}

void ModelDonut::layOut() {
    const int entries = static_cast<int>(m_data.entries.size());
    const double listHeight = entries * Pitch;
    const bool below = width() < WideEnough && height() >= LargeRing + 24 + listHeight + 10;
    const bool narrow = width() < LeastRing + ListGap + LeastListWidth;
    double ring = LargeRing;
    if (!below) {
        const double widest = width() < WideEnough ? SmallRing : std::min(WidestRing, std::floor(width() * 0.34));
        ring = std::min(widest, std::floor(width() - ListGap - LeastListWidth));
        ring = narrow ? 0
                      : std::clamp(ring, LeastRing,
                                   std::max(LeastRing, height() - 20.0));  // without: the list says it all
    }
    if (below) {
        m_ring = QRectF(std::round((width() - ring) / 2), 10, ring, ring);
        m_list = QRectF(8, m_ring.bottom() + 16, width() - 16, std::max(0.0, height() - m_ring.bottom() - 26));
    } else {
        const double gap = ring <= 0 ? 0 : width() < WideEnough ? ListGap : 2 * ListGap;
        const double list = std::min(width() - ring - gap, width() < WideEnough ? width() : WidestList);
        const double left = std::round((width() - ring - gap - list) / 2);
        m_ring = QRectF(left, std::round((height() - ring) / 2), ring, ring);
        m_list = QRectF(left + ring + gap, 4, list, std::max(0.0, height() - 8.0));
    }
    m_pitch = entries > 0 ? std::clamp(std::floor(m_list.height() / entries), LeastPitch, Pitch) : Pitch;
    m_rows = std::min(entries, std::max(1, static_cast<int>(m_list.height() / m_pitch)));
    const double used = m_rows * m_pitch;
    if (!below) m_list.moveTop(std::round((height() - used) / 2));
    m_list.setHeight(used);

    m_slices = ring > 0 ? donutSlices(m_data.entries, RingGap, LeastSpan) : std::vector<DonutSlice>();
    std::vector<CanvasSlice> pieces;
    double reached = 0;
    for (const DonutSlice& slice : m_slices) {
        const DonutEntry& entry = m_data.entries[at(slice.entry)];
        const bool other = entry.colour < 0 || entry.id.isEmpty();
        if (slice.start > reached) pieces.push_back({slice.start - reached, {}, {}});
        pieces.push_back({slice.span, fillOf(slice.entry), other ? colours().otherOutline : QColor()});
        reached = slice.start + slice.span;
    }
    if (reached < 360 && !pieces.empty()) pieces.push_back({360 - reached, {}, {}});
    canvas().setRing(m_ring, thicknessOf(ring), pieces);
}

QRectF ModelDonut::markRect(int mark) const {
    return QRectF(m_list.left() - 4, m_list.top() + mark * m_pitch + 2, m_list.width() + 4, m_pitch - 4);
}

int ModelDonut::markAt(QPointF position) const {
    if (m_list.contains(position))
        return std::min(m_rows - 1, static_cast<int>((position.y() - m_list.top()) / m_pitch));
    const QPointF offset = position - m_ring.center();
    const double radius = std::hypot(offset.x(), offset.y());
    if (m_rows == 0 || radius > m_ring.width() / 2 || radius < m_ring.width() / 2 - thicknessOf(m_ring.width()))
        return -1;
    double angle = std::atan2(offset.x(), -offset.y()) * 180 / M_PI;
    if (angle < 0) angle += 360;
    for (const DonutSlice& slice : m_slices)
        if (angle >= slice.start && angle < slice.start + slice.span) return std::min(slice.entry, m_rows - 1);
    return -1;
}

ChartTip ModelDonut::tipOf(int mark) const {
    if (mark == m_rows - 1 && m_rows < static_cast<int>(m_data.entries.size())) {
        ChartTip tip{tr("Others"), {}, {}, {}};
        for (std::size_t i = at(mark); i < m_data.entries.size(); ++i)
            tip.rows.push_back(
                {fillOf(static_cast<int>(i)), {}, m_data.entries[i].name, formatMoney(m_data.entries[i].amount)});
        return tip;
    }
    const DonutEntry& entry = m_data.entries[at(mark)];
    return {entry.name, formatMoney(entry.amount), {}, tr("%1 of %2").arg(shareOf(entry), formatMoney(m_total))};
}

QStringList ModelDonut::markIds(int mark) const {
    QStringList ids{m_data.entries[at(mark)].id};
    if (mark == m_rows - 1) {
        for (std::size_t i = at(mark) + 1; i < m_data.entries.size(); ++i) ids.append(m_data.entries[i].id);
    }
    return ids;
}

QString ModelDonut::markValue(int mark) const {
    return toExactString(
        donutTotal({m_data.entries.begin() + mark, m_data.entries.begin() + mark + markIds(mark).size()}));
}

/// Not several in one row.
bool ModelDonut::canActivate(int mark) const { return markIds(mark).size() == 1; }

void ModelDonut::activate(int mark) { emit layerActivated(m_data.entries[at(mark)].id); }

void ModelDonut::paintBelowLines(QPainter& painter) const {
    if (m_data.entries.empty()) return;
    for (int row = 0; row < m_rows; ++row) paintRow(painter, row);
}

void ModelDonut::paintRow(QPainter& painter, int row) const {
    DonutEntry entry = m_data.entries[at(row)];
    const int hidden = static_cast<int>(m_data.entries.size()) - m_rows;
    const bool rest = row == m_rows - 1 && hidden > 0;
    if (rest) {
        entry = {QStringLiteral("*"), tr("%n others", nullptr, hidden + 1), -1,
                 donutTotal({m_data.entries.begin() + row, m_data.entries.end()})};
    }
    const QRectF line(m_list.left(), m_list.top() + row * m_pitch, m_list.width(), m_pitch);
    const bool other = entry.colour < 0 || entry.id.isEmpty();
    paint::swatch(painter, QRectF(line.left(), std::round(line.center().y() - Swatch / 2), Swatch, Swatch),
                  rest ? colours().otherFill : fillOf(row), other ? colours().otherOutline : QColor());

    const QFont plain = paint::textFont(font(), 12);
    const QFont bold = paint::textFont(font(), 12, true);
    const QFontMetricsF metrics(plain);
    const QString share = shareOf(entry);
    const QString amount = formatMoney(entry.amount);
    double shareWidth = 0;
    for (const DonutEntry& each : m_data.entries)
        shareWidth = std::max(shareWidth, metrics.horizontalAdvance(shareOf(each)));
    const QRectF amountRect = line.adjusted(0, 0, -std::ceil(shareWidth) - ShareGap, 0);
    painter.setFont(plain);
    painter.setPen(colours().text3);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, share);
    painter.setFont(bold);
    painter.setPen(colours().text1);
    painter.drawText(amountRect, Qt::AlignRight | Qt::AlignVCenter, amount);
    painter.setFont(plain);
    const double room = amountRect.width() - NameLeft - QFontMetricsF(bold).horizontalAdvance(amount) - 8;
    painter.drawText(line.adjusted(NameLeft, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(entry.name, Qt::ElideRight, room));
}

void ModelDonut::paintAboveLines(QPainter& painter) const {
    if (m_data.entries.empty()) {
        const QString text = m_data.emptyText.isEmpty() ? tr("No cost in this period") : m_data.emptyText;
        paint::sentence(painter, QRectF(rect()), text, font(), colours());
        return;
    }
    if (m_ring.isEmpty()) return;
    if (m_slices.empty()) {
        // Nothing positive to share out: an empty ring, so that the list does not stand beside a hole.
        painter.setRenderHint(QPainter::Antialiasing);
        const double thick = thicknessOf(m_ring.width());
        painter.setPen(QPen(colours().grid, thick));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(m_ring.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2));
    }
    const double room = m_ring.width() - 2 * thicknessOf(m_ring.width()) - 6;
    const QString total = formatMoneyShort(m_total);
    int size = 18;
    while (size > 11 && QFontMetricsF(paint::textFont(font(), size, true)).horizontalAdvance(total) > room) --size;
    const QPointF centre = m_ring.center();
    painter.setFont(paint::textFont(font(), size, true));
    painter.setPen(colours().text1);
    painter.drawText(QRectF(centre.x() - room / 2, centre.y() - 20, room, 24), Qt::AlignCenter, total);
    painter.setFont(axisFont());
    painter.setPen(colours().text3);
    painter.drawText(QRectF(centre.x() - room / 2, centre.y() + 4, room, 16), Qt::AlignCenter, m_data.centreNote);
}

}  // namespace tokenledger
