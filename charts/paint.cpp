#include "charts/paint.h"

#include <QFontMetricsF>
#include <QPaintEngine>

#include <cmath>

namespace tokenledger::paint {

namespace {

constexpr double HatchWidth = 2.5;
constexpr double HatchPeriod = 6;
constexpr double CardPadding = 24;
constexpr double CardHeight = 56;

class Saved {
public:
    explicit Saved(QPainter& painter) : m_painter(painter) { m_painter.save(); }
    ~Saved() { m_painter.restore(); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    QPainter& m_painter;
};

/// The part of a rectangle with low <= x + y <= high.
QPolygonF band(const QRectF& rect, double low, double high) {
    QPolygonF shape{rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()};
    for (const double sign : {1.0, -1.0}) {
        // What is outside the one border is cut off, then what is outside the other.
        const auto inside = [&](QPointF p) { return sign > 0 ? p.x() + p.y() - low : high - p.x() - p.y(); };
        QPolygonF kept;
        for (int i = 0; i < shape.size(); ++i) {
            const QPointF from = shape[i];
            const QPointF to = shape[(i + 1) % shape.size()];
            if (inside(from) >= 0) kept.append(from);
            if ((inside(from) < 0) != (inside(to) < 0))
                kept.append(from + (to - from) * (inside(from) / (inside(from) - inside(to))));
        }
        shape = kept;
    }
    return shape;
}

}  // namespace

QFont textFont(const QFont& base, int pixels, bool semibold) {
    QFont font = base;
    font.setPixelSize(pixels);
    font.setWeight(semibold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QColor mixed(const QColor& colour, const QColor& other, double shareOfOther) {
    const auto mix = [shareOfOther](int a, int b) {
        return static_cast<int>(std::lround(a * (1 - shareOfOther) + b * shareOfOther));
    };
    return QColor(mix(colour.red(), other.red()), mix(colour.green(), other.green()), mix(colour.blue(), other.blue()));
}

void stripes(QPainter& painter, const QRectF& rect, const QColor& colour, double width, double period) {
    if (rect.isEmpty()) return;
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (painter.paintEngine()->type() == QPaintEngine::SVG) {
        // It knows no clipping: every stripe is cut to the rectangle here.
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const double apart = period * std::sqrt(2.0);
        const double half = width * std::sqrt(2.0) / 2;
        const double end = rect.right() + rect.bottom() + apart;
        for (double sum = std::floor((rect.left() + rect.top()) / apart) * apart; sum < end; sum += apart)
            painter.drawPolygon(band(rect, sum - half, sum + half));
        return;
    }
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    // x + y is constant along a stripe; counted from the origin, so that neighbouring bars continue each other's
    // stripes.
    const double step = period * std::sqrt(2.0);
    const double last = rect.right() + rect.bottom() + step;
    QList<QLineF> lines;
    for (double sum = std::floor((rect.left() + rect.top()) / step) * step; sum < last; sum += step)
        lines.append({sum - rect.top() + step, rect.top() - step, sum - rect.bottom() - step, rect.bottom() + step});
    painter.drawLines(lines);
}

void provisional(QPainter& painter, const QRectF& rect, Theme theme) {
    const Palette& colours = palette(theme);
    QColor stripe = colours.card;
    stripe.setAlphaF(theme == Theme::Dark ? 0.62F : 0.72F);
    stripes(painter, rect, stripe, HatchWidth, HatchPeriod);
    if (rect.width() < 3 || rect.height() < 1) return;
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(colours.text3, 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

void gap(QPainter& painter, const QRectF& rect, const Palette& colours) {
    stripes(painter, rect, colours.controlBorder, 1, 6);
}

void day(QPainter& painter, const QRectF& rect, DayMark mark, const Palette& colours) {
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const bool dark = colours.card.lightnessF() < 0.5F;
    const QColor fill = dark ? colours.family[2] : colours.family[4];
    switch (mark) {
        case DayMark::Final:
            painter.fillRect(rect, fill);
            break;
        case DayMark::Provisional: {
            painter.fillRect(rect, fill);
            QColor stripe = colours.card;
            stripe.setAlphaF(dark ? 0.75F : 0.85F);
            stripes(painter, rect, stripe, 2, 4.5);
            break;
        }
        case DayMark::Missing:
            painter.setPen(QPen(colours.fieldBorder, 1));
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
            break;
        case DayMark::Failed: {
            painter.fillRect(rect, colours.unfavourable);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(colours.card, rect.width() < 8 ? 1 : 1.5, Qt::SolidLine, Qt::FlatCap));
            const double inset = std::max(1.0, rect.width() * 0.27);
            const QRectF cross = rect.adjusted(inset, inset, -inset, -inset);
            painter.drawLine(cross.topLeft(), cross.bottomRight());
            painter.drawLine(cross.topRight(), cross.bottomLeft());
            break;
        }
        case DayMark::NotAsked:
            painter.fillRect(QRectF(std::floor(rect.center().x()), std::floor(rect.center().y()), 2, 2), colours.text3);
            break;
    }
}

void segment(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& outline) {
    if (!outline.isValid()) {
        painter.fillRect(rect, fill);
        return;
    }
    painter.fillRect(rect, outline);
    const QRectF inside = rect.adjusted(1, 1, -1, -1);
    if (inside.width() >= 1 && inside.height() >= 1) painter.fillRect(inside, fill);
}

void swatch(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& outline) {
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline.isValid() ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    const double inset = outline.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 2, 2);
}

void frame(QPainter& painter, const QRectF& rect, const QColor& colour, double width) {
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    const double out = width / 2;
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), 2, 2);
}

double noteCardWidth(const QString& title, const QString& text, const QFont& font) {
    return std::max(QFontMetricsF(textFont(font, 11, true)).horizontalAdvance(title),
                    QFontMetricsF(textFont(font, 11)).horizontalAdvance(text)) +
           2 * CardPadding;
}

void noteCard(QPainter& painter, const QRectF& area, const QString& title, const QString& text, const QFont& font,
              const Palette& colours) {
    const Saved saved(painter);
    const double width = noteCardWidth(title, text, font);
    const double height = text.isEmpty() ? CardHeight - 20 : CardHeight;
    const QRectF card(std::round(area.center().x() - width / 2), std::round(area.center().y() - height / 2),
                      std::round(width), height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.card);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(colours.text1);
    painter.setFont(textFont(font, 11, true));
    painter.drawText(QRectF(card.left(), card.top() + 9, card.width(), 18), Qt::AlignCenter, title);
    painter.setPen(colours.text2);
    painter.setFont(textFont(font, 11));
    painter.drawText(QRectF(card.left(), card.top() + 28, card.width(), 18), Qt::AlignCenter, text);
}

void sentence(QPainter& painter, const QRectF& area, const QString& text, const QFont& font, const Palette& colours) {
    const Saved saved(painter);
    painter.setFont(textFont(font, 13));
    painter.setPen(colours.text2);
    painter.drawText(area, static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextWordWrap), text);
}

}  // namespace tokenledger::paint
