#include "ui/widgets/button.h"

#include "ui/widgets/alignedtext.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <cmath>

namespace tokenledger {

namespace {

constexpr int IconSize = 16;
constexpr int Gap = 6;
constexpr int ArrowSize = 12;
constexpr double Radius = 6.0;

}  // namespace

Button::Button(const Look& look, Kind kind, const QString& text, QWidget* parent)
    : QPushButton(text, parent), m_look(look), m_kind(kind) {
    setFont(Look::font(TextStyle::Body));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setAutoDefault(false);
    connect(&look, &Look::changed, this, [this] { update(); });
}

void Button::setKind(Kind kind) {
    m_kind = kind;
    update();
}
void Button::setLead(const QString& lead) {
    m_lead = lead;
    updateGeometry();
    update();
}
void Button::setHint(const QString& hint) {
    m_hint = hint;
    updateGeometry();
    update();
}
void Button::setIconName(const QString& name) {
    m_iconName = name;
    updateGeometry();
    update();
}
void Button::setDense(bool dense) {
    m_dense = dense;
    updateGeometry();
}
void Button::setStrong(bool strong) {
    m_strong = strong;
    updateGeometry();
}
void Button::setCompact(bool withoutLead, bool withoutHint) {
    if (m_withoutLead == withoutLead && m_withoutHint == withoutHint) return;
    m_withoutLead = withoutLead;
    m_withoutHint = withoutHint;
    updateGeometry();
    update();
}

void Button::setMenuMaker(std::function<void(QMenu&)> make) {
    m_makeMenu = std::move(make);
    connect(this, &QPushButton::clicked, this, &Button::openMenu, Qt::UniqueConnection);
    updateGeometry();
}

void Button::openMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(accessibleName());
    m_makeMenu(*menu);
    menu->popup(mapToGlobal(QPoint(isRightToLeft() ? width() - menu->sizeHint().width() : 0, height() + 3)));
}

QColor Button::textColour() const {
    const Palette& c = m_look.colours();
    switch (m_kind) {
        case Kind::Primary:
            return c.onAccent;
        case Kind::Link:
            return c.accent;
        case Kind::Ghost:
            return underMouse() ? c.text1 : c.text2;
        case Kind::Normal:
        case Kind::Outlined:
            break;
    }
    return c.text1;
}

QList<Button::Part> Button::parts(bool withLead, bool withHint) const {
    const Palette& c = m_look.colours();
    const bool strong = m_strong || m_kind == Kind::Primary;
    const QFont own = Look::font(strong ? TextStyle::Strong : m_dense ? TextStyle::Small : TextStyle::Body);
    const QFont side = Look::font(m_dense ? TextStyle::Small : TextStyle::Body);
    QList<Part> list;
    if (withLead && !m_lead.isEmpty()) list.append({m_lead, side, c.text2});
    if (!text().isEmpty()) list.append({text(), own, textColour()});
    if (withHint && !m_hint.isEmpty()) list.append({m_hint, side, m_kind == Kind::Primary ? c.onAccent : c.text3});
    return list;
}

int Button::widthWith(bool withLead, bool withHint) const {
    const QList<Part> list = parts(withLead, withHint);
    int width = m_kind == Kind::Link ? 4 : m_dense ? 16 : 20;
    int items = 0;
    if (!m_iconName.isEmpty()) {
        width += IconSize;
        ++items;
    }
    for (const Part& part : list) {
        width += static_cast<int>(std::ceil(QFontMetricsF(part.font).horizontalAdvance(part.text)));
        ++items;
    }
    if (m_makeMenu && !list.isEmpty()) {
        width += ArrowSize;
        ++items;
    }
    if (list.isEmpty()) return m_dense ? 26 : 30;
    return width + Gap * (items - 1);
}

QSize Button::sizeHint() const { return {widthWith(!m_withoutLead, !m_withoutHint), m_dense ? 26 : 30}; }

void Button::paintEvent(QPaintEvent*) {
    const Palette& c = m_look.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool hovered = underMouse() && isEnabled();
    const bool bordered = m_kind == Kind::Normal || m_kind == Kind::Outlined;
    QColor fill = bordered ? c.card : QColor(Qt::transparent);
    QColor edge = bordered ? (m_kind == Kind::Outlined ? c.accent : c.controlBorder) : QColor(Qt::transparent);
    if (hovered) fill = m_kind == Kind::Link ? fill : c.hover;
    if (isDown()) fill = m_kind == Kind::Link ? fill : c.selection;
    if (m_kind == Kind::Primary) {
        fill = hovered || isDown() ? c.accentHover : c.accent;
        edge = fill;
        if (!isEnabled()) fill = edge = c.grid;
    }
    if (!isEnabled() && bordered) edge = c.border;
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, Radius, Radius);
    painter.setOpacity(isEnabled() ? 1.0 : 0.45);

    const QList<Part> list = parts(!m_withoutLead, !m_withoutHint);
    const QColor colour = !isEnabled() && m_kind == Kind::Primary ? c.text1 : textColour();
    int x = m_kind == Kind::Link ? 2 : m_dense ? 8 : 10;
    const int middle = height() / 2;
    if (!m_iconName.isEmpty()) {
        if (list.isEmpty()) x = (width() - IconSize) / 2;
        Look::paintIcon(painter, placed(*this, QRectF(x, middle - IconSize / 2, IconSize, IconSize)), m_iconName,
                        colour);
        x += IconSize + Gap;
    }
    for (const Part& part : list) {
        const int advance = static_cast<int>(std::ceil(QFontMetricsF(part.font).horizontalAdvance(part.text)));
        painter.setFont(part.font);
        painter.setPen(!isEnabled() && m_kind == Kind::Primary ? c.text1 : part.colour);
        drawAligned(painter, placed(*this, QRectF(x, 0, advance + 2, height())), Qt::AlignVCenter | Qt::AlignLeft,
                    part.text);
        x += advance + Gap;
    }
    if (m_makeMenu && !list.isEmpty()) {
        Look::paintIcon(painter, placed(*this, QRectF(x, middle - ArrowSize / 2, ArrowSize, ArrowSize)),
                        QStringLiteral("chevron-down"), colour);
    }
}

void Button::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

}  // namespace tokenledger
