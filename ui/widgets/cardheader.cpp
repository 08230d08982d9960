#include "ui/widgets/cardheader.h"

#include "ui/widgets/alignedtext.h"
#include "ui/widgets/button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int Padding = 16;

int textWidth(const QFont& font, const QString& text) { return QFontMetrics(font).horizontalAdvance(text); }

}  // namespace

CardHeader::CardHeader(const Look& look, const QString& name, QWidget* parent)
    : QWidget(parent), m_look(look), m_name(name) {
    setFixedHeight(40);
    m_right = new QHBoxLayout(this);
    m_right->setContentsMargins(0, 1, 8, 0);
    m_right->setSpacing(4);
    m_right->addStretch(1);
    connect(&look, &Look::changed, this, [this] { update(); });
}

void CardHeader::setTitle(const QString& title, const QString& subtitle) {
    m_title = title;
    m_subtitle = subtitle;
    fitBesideTitle();
}

void CardHeader::setKey(const std::vector<KeyEntry>& key) {
    m_key = key;
    update();
}

void CardHeader::setOutdated(const QString& since) {
    m_outdatedSince = since;
    update();
}

int CardHeader::titleEnd() const { return Padding + textWidth(Look::font(TextStyle::Strong), m_title) + 8; }

void CardHeader::setBesideTitle(QWidget* widget) {
    m_besideTitle = widget;
    if (widget->parentWidget() != this) widget->setParent(this);
    fitBesideTitle();
}

void CardHeader::fitBesideTitle() {
    if (m_besideTitle != nullptr) {
        const QSize size = m_besideTitle->sizeHint();
        const QRect place(titleEnd() + 2, (height() + 1 - size.height()) / 2, size.width(), size.height());
        m_besideTitle->setGeometry(placed(*this, place).toRect());
    }
    update();
}

/// The menu stays the last one.
void CardHeader::addRight(QWidget* widget) {
    const int place = m_more != nullptr ? m_right->indexOf(m_more) : -1;
    m_right->insertWidget(place, widget, 0, Qt::AlignVCenter);
}

bool CardHeader::event(QEvent* event) {
    // Where the key ends follows from where the buttons begin.
    if (event->type() == QEvent::LayoutRequest) update();
    return QWidget::event(event);
}

void CardHeader::setMenuMaker(std::function<void(QMenu&)> make) {
    if (m_more == nullptr) {
        auto* more = new Button(m_look, Button::Kind::Ghost, {}, this);
        more->setIconName(QStringLiteral("more"));
        more->setDense(true);
        more->setObjectName(m_name + QStringLiteral("Menu"));
        more->setAccessibleName(tr("More about %1").arg(m_title));
        addRight(more);
        m_more = more;
    }
    m_more->setMenuMaker(std::move(make));
}

void CardHeader::paintPill(QPainter& painter, double right) const {
    const Palette& c = m_look.colours();
    const QString text = tr("from %1").arg(m_outdatedSince);
    const QFont font = Look::font(TextStyle::SmallStrong);
    const double width = textWidth(font, text) + 34;
    const QRectF unmirrored(right - width, height() / 2.0 - 9, width, 20);
    const QRectF pill = placed(*this, unmirrored);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.hover);
    painter.drawRoundedRect(pill, 10, 10);
    Look::paintIcon(painter, placed(*this, QRectF(unmirrored.left() + 9, pill.top() + 4, 12, 12)),
                    QStringLiteral("clock"), c.text2);
    painter.setFont(font);
    painter.setPen(c.text2);
    drawAligned(painter, placed(*this, unmirrored.adjusted(25, 0, 0, 0)), Qt::AlignVCenter | Qt::AlignLeft, text);
}

void CardHeader::paintEvent(QPaintEvent*) {
    const Palette& c = m_look.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int rightEdge = width() - Padding;
    for (const QObject* child : children()) {
        const auto* widget = qobject_cast<const QWidget*>(child);
        if (widget != nullptr && widget != m_besideTitle && widget->isVisible())
            rightEdge = std::min(rightEdge, static_cast<int>(placed(*this, widget->geometry()).left()) - 6);
    }
    const QFont strong = Look::font(TextStyle::Strong);
    painter.setFont(strong);
    painter.setPen(c.text1);
    drawAligned(painter, placed(*this, QRectF(Padding, 1, titleEnd() - Padding, height())),
                Qt::AlignVCenter | Qt::AlignLeft, m_title);
    const bool beside = m_besideTitle != nullptr && !m_besideTitle->isHidden();
    const int left = beside ? static_cast<int>(placed(*this, m_besideTitle->geometry()).right()) + 9 : titleEnd();
    const bool outdated = !m_outdatedSince.isEmpty();
    const QFont small = Look::font(TextStyle::Small);
    // The key gives way before the subtitle does: the chart's own labels say most of it again.
    const int subtitleWidth = std::min(textWidth(small, m_subtitle), rightEdge - left);
    painter.setFont(small);
    painter.setPen(c.text3);
    drawAligned(painter, placed(*this, QRectF(left, 1, subtitleWidth + 2, height())), Qt::AlignVCenter | Qt::AlignLeft,
                QFontMetrics(small).elidedText(m_subtitle, Qt::ElideRight, subtitleWidth + 1));
    if (outdated) {
        paintPill(painter, rightEdge);
    } else {
        const double room = rightEdge - left - subtitleWidth - 12;
        // The key is read as the chart is, from left to right, wherever it stands.
        const double keyEnd =
            isRightToLeft() ? width() - rightEdge + std::min(room, keyWidth(m_key, small)) : rightEdge;
        paintKey(painter, m_key, c, keyEnd, height() / 2.0 + 0.5, room);
    }
}

}  // namespace tokenledger
