#include "ui/widgets/tile.h"

#include "ui/widgets/alignedtext.h"
#include "ui/widgets/button.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tokenledger {

namespace {

constexpr int Padding = 14;
constexpr int RightPadding = 6;  // less than at the left: a long note may come near the edge

}  // namespace

Tile::Tile(const Look& look, const QString& name, QWidget* parent) : QFrame(parent), m_look(look) {
    setProperty("role", QStringLiteral("card"));
    setObjectName(name);
    setFixedHeight(104);
    setMinimumWidth(150);
    m_why = new Button(look, Button::Kind::Ghost, {}, this);
    m_why->setIconName(QStringLiteral("help"));
    m_why->setDense(true);
    m_why->setObjectName(name + QStringLiteral("Why"));
    m_why->resize(26, 26);
    connect(m_why, &QPushButton::clicked, this, [this] { showExplanation(m_content.why, m_why); });
    connect(&look, &Look::changed, this, [this] { update(); });
}

void Tile::setContent(const TileContent& content) {
    m_content = content;
    setToolTip(content.exact);
    setAccessibleName(content.title + QStringLiteral(": ") + content.value);
    setAccessibleDescription(plainText(content.note1) + QStringLiteral("; ") + plainText(content.note2));
    m_why->setAccessibleName(tr("Why this number? %1").arg(content.title));
    m_why->setToolTip(tr("Why this number?"));
    update();
}

void Tile::setOutdated(const QString& since) {
    m_outdatedSince = since;
    update();
}

void Tile::resizeEvent(QResizeEvent*) {
    m_why->setGeometry(placed(*this, QRectF(width() - 26 - 8, 8, 26, 26)).toRect());
}

int Tile::widthOf(const TextParts& note) {
    double width = Padding + RightPadding;
    for (const TextPart& part : note) {
        width += QFontMetricsF(Look::font(part.strong ? TextStyle::SmallStrong : TextStyle::Small))
                     .horizontalAdvance(part.text);
    }
    return static_cast<int>(std::ceil(width));
}

bool Tile::isCut() const { return std::max(widthOf(m_content.note1), widthOf(m_content.note2)) > width(); }

void Tile::paintLine(QPainter& painter, const TextParts& parts, int top) const {
    double x = Padding;
    for (const TextPart& part : parts) {
        const QFont font = Look::font(part.strong ? TextStyle::SmallStrong : TextStyle::Small);
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(toneColour(m_look.colours(), part.tone));
        const QString text = metrics.elidedText(part.text, Qt::ElideRight, width() - RightPadding - x);
        drawAligned(painter, placed(*this, QRectF(x, top, width() - x, 18)), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += metrics.horizontalAdvance(part.text);
        if (x > width() - RightPadding) break;
    }
}

void Tile::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    const Palette& c = m_look.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Look::font(TextStyle::Small));
    painter.setPen(c.text2);
    drawAligned(painter, placed(*this, QRectF(Padding, 12, width() - 2 * Padding - 22, 18)),
                Qt::AlignVCenter | Qt::AlignLeft, m_content.title);
    if (!m_outdatedSince.isEmpty()) painter.setOpacity(0.55);
    QFont figure = Look::font(TextStyle::TileFigure);
    // A large organization's figure must not be cut: it gets smaller instead.
    while (QFontMetricsF(figure).horizontalAdvance(m_content.value) > width() - 2 * Padding &&
           figure.pixelSize() > 13) {
        figure.setPixelSize(figure.pixelSize() - 1);
    }
    painter.setFont(figure);
    painter.setPen(c.text1);
    drawAligned(painter, QRect(Padding, 30, width() - 2 * Padding, 32), Qt::AlignVCenter | Qt::AlignLeft,
                m_content.value);
    paintLine(painter, m_content.note1, 62);
    paintLine(painter, m_content.note2, 80);
}

}  // namespace tokenledger
