#include "ui/widgets/sidebaritem.h"

#include "ui/widgets/alignedtext.h"

#include <QPainter>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int MostOnBadge = 99;

}  // namespace

SidebarItem::SidebarItem(const Look& look, Kind kind, const QString& icon, const QString& text, QWidget* parent)
    : QPushButton(text, parent), m_look(look), m_kind(kind), m_icon(icon) {
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] { update(); });
}

void SidebarItem::setCurrent(bool current) {
    m_current = current;
    setAccessibleDescription(current ? tr("current page") : QString());
    update();
}

void SidebarItem::setNote(const QString& note) {
    m_note = note;
    update();
}

void SidebarItem::setBadge(int count, const QString& spoken) {
    m_badge = count;
    setAccessibleName(count > 0 ? tr("%1, %2").arg(text(), spoken) : text());
    update();
}

QSize SidebarItem::sizeHint() const { return {180, m_kind == Kind::Organization ? 40 : 34}; }

void SidebarItem::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_kind == Kind::Organization) {
        paintOrganization(painter);
    } else {
        paintPage(painter);
    }
}

void SidebarItem::paintPage(QPainter& painter) const {
    const Palette& c = m_look.colours();
    if (!isEnabled()) painter.setOpacity(0.45);
    painter.setPen(Qt::NoPen);
    if (m_current || (underMouse() && isEnabled())) {
        painter.setBrush(m_current || isDown() ? c.selection : c.hover);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (m_current) {
        painter.setBrush(c.accent);
        painter.drawRoundedRect(placed(*this, QRectF(0, 8, 3, height() - 16)), 1.5, 1.5);
    }
    const bool light = m_look.theme() == Theme::Light;
    const QColor icon = m_current ? c.accent : c.text2;
    const QColor text = m_current ? (light ? c.accent : c.text1) : c.text2;
    Look::paintIcon(painter, placed(*this, QRectF(10, (height() - 16) / 2.0, 16, 16)), m_icon, icon);
    painter.setPen(text);
    painter.setFont(Look::font(m_current ? TextStyle::Strong : TextStyle::Body));
    const QRectF words = placed(*this, rect().adjusted(36, 0, -10, 0));
    drawAligned(painter, words, Qt::AlignVCenter | Qt::AlignLeft, this->text());
    painter.setPen(c.text3);
    painter.setFont(Look::font(TextStyle::Tiny));
    drawAligned(painter, words, Qt::AlignVCenter | Qt::AlignRight, m_note);
    if (m_badge > 0) paintBadge(painter);
}

void SidebarItem::paintBadge(QPainter& painter) const {
    const Palette& c = m_look.colours();
    const QString number = m_badge > MostOnBadge ? tr("%1+").arg(MostOnBadge) : QString::number(m_badge);
    painter.setFont(Look::font(TextStyle::SmallStrong));
    const double wide = std::max(18.0, painter.fontMetrics().horizontalAdvance(number) + 10.0);
    const QRectF badge = placed(*this, QRectF(width() - 8 - wide, (height() - 18) / 2.0, wide, 18));
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.unfavourableTint);
    painter.drawRoundedRect(badge, 9, 9);
    painter.setPen(c.unfavourable);
    drawAligned(painter, badge, Qt::AlignCenter, number);
}

void SidebarItem::paintOrganization(QPainter& painter) const {
    const Palette& c = m_look.colours();
    painter.setPen(c.border);
    painter.setBrush(isDown() ? c.selection : underMouse() ? c.hover : c.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QString name = text();
    if (!isEnabled()) {
        painter.setPen(c.text3);
        painter.setFont(Look::font(TextStyle::Body));
        drawAligned(painter, rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignLeft, name);
        return;
    }
    const QRectF badge = placed(*this, QRectF(9, (height() - 20) / 2.0, 20, 20));
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.text2);
    painter.drawRoundedRect(badge, 4, 4);
    painter.setPen(c.card);
    painter.setFont(Look::font(TextStyle::SmallStrong));
    drawAligned(painter, badge, Qt::AlignCenter, name.left(1).toUpper());
    painter.setPen(c.text1);
    const QRectF box = placed(*this, rect().adjusted(37, 0, -24, 0));
    QFont font = Look::font(TextStyle::Strong);
    if (QFontMetrics(font).horizontalAdvance(name) <= box.width()) {
        painter.setFont(font);
        drawAligned(painter, box, Qt::AlignVCenter | Qt::AlignLeft, name);
    } else {
        // A long name takes two lines before it is cut.
        font = Look::font(TextStyle::SmallStrong);
        painter.setFont(font);
        const QString fitting =
            QFontMetrics(font).elidedText(name, Qt::ElideRight, static_cast<int>(2 * box.width()) - 30);
        drawAligned(painter, box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, fitting);
    }
    Look::paintIcon(painter, placed(*this, QRectF(width() - 20, (height() - 12) / 2.0, 12, 12)),
                    QStringLiteral("chevron-down"), c.text2);
}

}  // namespace tokenledger
