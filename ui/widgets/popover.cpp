#include "ui/widgets/popover.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int TextWidth = 360;

QLabel* makeLabel(const QString& text, TextStyle style, const QString& role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Look::font(style));
    label->setProperty("role", role);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

Popover::Popover(QWidget* anchor) : QFrame(anchor, Qt::Popup), m_anchor(anchor) {
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", QStringLiteral("popover"));
    setObjectName(QStringLiteral("popover"));
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(16, 14, 16, 14);
    m_body->setSpacing(8);
}

void Popover::showBelow(const QRect& part) {
    adjustSize();
    const QRect whole = part.isEmpty() ? m_anchor->rect() : part;
    QPoint place = m_anchor->mapToGlobal(QPoint(whole.left(), whole.bottom() + 5));
    if (const QScreen* screen = m_anchor->screen()) {
        const QRect room = screen->availableGeometry();
        place.setX(std::max(room.left() + 8, std::min(place.x(), room.right() - width() - 8)));
        if (place.y() + height() > room.bottom()) place.setY(m_anchor->mapToGlobal(whole.topLeft()).y() - height() - 4);
    }
    move(place);
    show();
}

void showExplanation(const Explanation& explanation, QWidget* anchor, const QRect& part) {
    auto* popover = new Popover(anchor);
    popover->setAccessibleName(explanation.title);
    popover->body()->addWidget(makeLabel(explanation.title, TextStyle::Strong, {}, popover));
    auto* formula = makeLabel(explanation.formula, TextStyle::Body, QStringLiteral("muted"), popover);
    formula->setFixedWidth(TextWidth);
    popover->body()->addWidget(formula);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : explanation.facts) {
        auto* left = makeLabel(name, TextStyle::Small, QStringLiteral("note"), popover);
        left->setWordWrap(false);
        grid->addWidget(left, row, 0, Qt::AlignTop);
        auto* right = makeLabel(value, TextStyle::Small, {}, popover);
        right->setMinimumWidth(TextWidth - 110);
        grid->addWidget(right, row, 1);
        ++row;
    }
    popover->body()->addLayout(grid);
    popover->showBelow(part);
}

}  // namespace tokenledger
