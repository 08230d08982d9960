#include "charts/chartkey.h"

#include "charts/paint.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace tokenledger {

namespace {

constexpr double TextGap = 5;
constexpr double EntryGap = 10;
constexpr double Height = 18;

constexpr double DayWidth = 11;

double markWidth(KeyMark mark) {
    if (mark >= KeyMark::FinalDay) return DayWidth;
    return mark == KeyMark::Total || mark == KeyMark::Mean ? 17 : 14;
}

DayMark dayMark(KeyMark mark) {
    switch (mark) {
        case KeyMark::FinalDay:
            return DayMark::Final;
        case KeyMark::ProvisionalDay:
            return DayMark::Provisional;
        case KeyMark::MissingDay:
            return DayMark::Missing;
        case KeyMark::FailedDay:
            return DayMark::Failed;
        default:
            return DayMark::NotAsked;
    }
}

void paintMark(QPainter& painter, KeyMark mark, const Palette& colours, double left, double centre) {
    const QRectF box(left, centre - 5.5, markWidth(mark), 11);
    QPen pen(colours.text1, 1.5, Qt::SolidLine, Qt::FlatCap);
    switch (mark) {
        case KeyMark::Mean:
            pen.setColor(colours.text2);
            pen.setDashPattern({1.34, 2});
            [[fallthrough]];
        case KeyMark::Total:
            painter.setPen(pen);
            painter.drawLine(QPointF(box.left(), centre), QPointF(box.right(), centre));
            break;
        case KeyMark::Gap:
            paint::gap(painter, box, colours);
            break;
        case KeyMark::Provisional: {
            painter.fillRect(box, colours.text3);
            QColor stripe = colours.card;
            stripe.setAlphaF(0.8F);
            paint::stripes(painter, box, stripe, 2.5, 6);
            break;
        }
        case KeyMark::FinalDay:
        case KeyMark::ProvisionalDay:
        case KeyMark::MissingDay:
        case KeyMark::FailedDay:
        case KeyMark::NotAskedDay:
            // On whole pixels, as the days of the map are.
            paint::day(painter, QRectF(left, std::round(centre - 5.5), DayWidth, DayWidth), dayMark(mark), colours);
            break;
    }
}

double entryWidth(const KeyEntry& entry, const QFontMetricsF& metrics) {
    return markWidth(entry.mark) + TextGap + metrics.horizontalAdvance(entry.text);
}

}  // namespace

double keyWidth(const std::vector<KeyEntry>& entries, const QFont& font) {
    const QFontMetricsF metrics(paint::textFont(font, 12));
    double width = 0;
    for (const KeyEntry& entry : entries) width += entryWidth(entry, metrics) + EntryGap;
    return std::max(0.0, width - EntryGap);
}

void paintKey(QPainter& painter, const std::vector<KeyEntry>& entries, const Palette& colours, double right,
              double centre, double width) {
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = paint::textFont(painter.font(), 12);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const double needed = entryWidth(*entry, metrics);
        if (needed > width) break;
        const double left = std::round(right - needed);
        paintMark(painter, entry->mark, colours, left, centre);
        painter.setPen(colours.text3);
        painter.drawText(QRectF(left + markWidth(entry->mark) + TextGap, centre - Height / 2, needed, Height),
                         Qt::AlignLeft | Qt::AlignVCenter, entry->text);
        right = left - EntryGap;
        width -= needed + EntryGap;
    }
    painter.setLayoutDirection(before);
}

ChartKey::ChartKey(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
}

void ChartKey::setEntries(std::vector<KeyEntry> entries) {
    if (entries == m_entries) return;
    m_entries = std::move(entries);
    updateGeometry();
    update();
}

void ChartKey::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

QSize ChartKey::sizeHint() const {
    return {static_cast<int>(std::ceil(keyWidth(m_entries, font()))) + 1, static_cast<int>(Height)};
}

QSize ChartKey::minimumSizeHint() const { return {0, static_cast<int>(Height)}; }

void ChartKey::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintKey(painter, m_entries, tokenledger::palette(m_theme), width(), height() / 2.0, width());
}

void ChartKey::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

}  // namespace tokenledger
