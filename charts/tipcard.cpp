#include "charts/tipcard.h"

#include "charts/paint.h"

#include <QFontMetrics>
#include <QPainter>

namespace tokenledger {

namespace {

constexpr int Padding = 12;
constexpr int TitleHeight = 32;
constexpr int RowHeight = 18;
constexpr int StateHeight = 20;
constexpr int Swatch = 8;
constexpr int NameLeft = Padding + Swatch + 6;
constexpr int ColumnGap = 24;
constexpr int MaxNameWidth = 220;
constexpr int Distance = 8;

}  // namespace

TipCard::TipCard(QWidget* window) : QWidget(window) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QSize TipCard::contentSize() const {
    const QFontMetrics plain(paint::textFont(font(), 11));
    const QFontMetrics bold(paint::textFont(font(), 12, true));
    int width = bold.horizontalAdvance(m_tip.title) + ColumnGap + bold.horizontalAdvance(m_tip.total);
    for (const ChartTip::Row& row : m_tip.rows) {
        const int name = std::min(plain.horizontalAdvance(row.name), MaxNameWidth);
        width = std::max(width, NameLeft - Padding + name + ColumnGap + plain.horizontalAdvance(row.value));
    }
    width = std::max(width, plain.horizontalAdvance(m_tip.state));
    const int rows = static_cast<int>(m_tip.rows.size()) * RowHeight + (m_tip.rows.empty() ? 0 : 4);
    return {width + 2 * Padding, TitleHeight + rows + (m_tip.state.isEmpty() ? 0 : StateHeight) + 6};
}

void TipCard::showBeside(const QRect& mark, ChartTip tip, Theme theme) {
    m_tip = std::move(tip);
    m_theme = theme;
    resize(contentSize());
    const QRect window = parentWidget()->rect();
    int x = mark.right() + Distance;
    if (x + width() > window.right() - 4) x = mark.left() - Distance - width();
    x = std::clamp(x, 4, std::max(4, window.right() - 4 - width()));
    const int y = std::clamp(mark.top(), 4, std::max(4, window.bottom() - 4 - height()));
    move(x, y);
    raise();
    show();
    update();
}

void TipCard::paintEvent(QPaintEvent*) {
    const Palette& colours = tokenledger::palette(m_theme);
    const QFont plain = paint::textFont(font(), 11);
    const QFont bold = paint::textFont(font(), 12, true);
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);  // as the chart below it
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.controlBorder, 1));
    painter.setBrush(colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    const QRect title(Padding, 1, width() - 2 * Padding, TitleHeight - 2);
    painter.setFont(bold);
    painter.setPen(colours.text1);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, m_tip.title);
    painter.drawText(title, Qt::AlignRight | Qt::AlignVCenter, m_tip.total);
    painter.setFont(plain);
    int y = TitleHeight;
    if (!m_tip.rows.empty() || !m_tip.state.isEmpty()) painter.fillRect(1, y - 2, width() - 2, 1, colours.grid);
    if (!m_tip.rows.empty()) y += 2;
    const QFontMetrics metrics(plain);
    for (const ChartTip::Row& row : m_tip.rows) {
        if (row.fill.isValid())
            paint::swatch(painter, QRectF(Padding, y + (RowHeight - Swatch) / 2.0, Swatch, Swatch), row.fill,
                          row.outline);
        const int nameLeft = row.fill.isValid() ? NameLeft : Padding;
        painter.setPen(colours.text2);
        painter.drawText(QRect(nameLeft, y, MaxNameWidth, RowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(row.name, Qt::ElideMiddle, MaxNameWidth));
        painter.setPen(colours.text1);
        painter.drawText(QRect(Padding, y, width() - 2 * Padding, RowHeight), Qt::AlignRight | Qt::AlignVCenter,
                         row.value);
        y += RowHeight;
    }
    if (!m_tip.rows.empty()) y += 2;
    painter.setPen(colours.text3);
    painter.drawText(QRect(Padding, y, width() - 2 * Padding, StateHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     m_tip.state);
}

}  // namespace tokenledger
