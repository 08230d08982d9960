#include "ui/pages/reconcilecards.h"

#include "charts/format.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/pill.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int RowHeight = 47;
constexpr int TitleHeight = 18;  // of a figure's card, so that figures stand in one line
constexpr int ValueHeight = 32;

QLabel* makeLabel(TextStyle style, const char* role, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setFont(Look::font(style));
    if (role != nullptr) label->setProperty("role", QLatin1String(role));
    label->setTextFormat(Qt::PlainText);
    return label;
}

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

std::pair<QString, TextPart::Tone> iconOf(TodoItem::Mark mark) {
    switch (mark) {
        case TodoItem::Mark::Done:
            return {QStringLiteral("check"), TextPart::Tone::Favourable};
        case TodoItem::Mark::Warning:
            return {QStringLiteral("warning"), TextPart::Tone::Warning};
        case TodoItem::Mark::Bad:
            break;
    }
    return {QStringLiteral("error"), TextPart::Tone::Unfavourable};
}

}  // namespace

FigureCard::FigureCard(const Look& look, const QString& name, QWidget* parent) : QFrame(parent), m_look(look) {
    setProperty("role", QStringLiteral("card"));
    setObjectName(name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(2);
    column->addWidget(m_title = makeLabel(TextStyle::Small, "muted", this));
    column->addWidget(m_value = makeLabel(TextStyle::TileFigure, nullptr, this));
    m_title->setFixedHeight(TitleHeight);
    m_value->setFixedHeight(ValueHeight);
    m_lines = new QGridLayout;
    m_lines->setVerticalSpacing(1);
    m_lines->setHorizontalSpacing(8);
    m_lines->setColumnStretch(1, 1);
    column->addLayout(m_lines);
    column->addStretch(1);
    setMinimumWidth(236);
}

void FigureCard::setContent(const FigureContent& content) {
    m_title->setText(content.title);
    m_value->setText(content.value);
    m_value->setToolTip(content.exact);
    setAccessibleName(content.title + QStringLiteral(": ") + content.value);
    clear(*m_lines);
    QStringList spoken;
    int row = 0;
    for (const FigureContent::Line& line : content.lines) {
        // Cut with an ellipsis rather than make the card wide; the tip then says all.
        auto* name = new TextLine(m_look, TextStyle::Small, this);
        name->setParts({{line.name, TextPart::Tone::Text2, false}});
        auto* value = new TextLine(m_look, TextStyle::Small, this);
        value->setParts({{line.value, line.tone, line.strong}});
        value->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        m_lines->addWidget(name, row, 0, 1, 2);
        m_lines->addWidget(value, row, 2, Qt::AlignRight);
        m_lines->setColumnStretch(0, 1);
        m_lines->setColumnStretch(1, 0);
        spoken << line.name + u' ' + line.value;
        ++row;
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
}

DifferenceMark::DifferenceMark(const Look& look, const QString& name, QWidget* parent) : QWidget(parent) {
    setObjectName(name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addStretch(1);
    auto* label = makeLabel(TextStyle::Small, "muted", this);
    label->setText(tr("differs by"));
    column->addWidget(label, 0, Qt::AlignHCenter);
    column->addWidget(m_amount = makeLabel(TextStyle::Strong, nullptr, this), 0, Qt::AlignHCenter);
    column->addWidget(m_status = new Pill(look, {}, TextPart::Tone::Text2, this), 0, Qt::AlignHCenter);
    column->addStretch(1);
    setMinimumWidth(120);
}

void DifferenceMark::setContent(const DifferenceContent& content) {
    m_amount->setText(content.amount);
    m_status->setText(content.status, content.tone);
    m_status->setVisible(!content.status.isEmpty());
    setAccessibleName(tr("differs by %1 %2").arg(content.amount, content.status));
}

TodoCard::TodoCard(const Look& look, QWidget* parent)
    : Card(look, tr("To do before closing"), QStringLiteral("todoCard"), parent), m_look(look) {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_body = new QWidget(scroll);
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    scroll->setWidget(m_body);
    // The card's ground, not the page's.
    m_body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    setContent(scroll);
}

void TodoCard::setItems(const std::vector<TodoItem>& items, const QString& blocked) {
    if (items == m_items && blocked == m_blocked) return;  // the keyboard stays where it is
    m_items = items;
    m_blocked = blocked;
    clear(*m_rows);
    int number = 0;
    for (const TodoItem& item : m_items) addRow(item, number++, blocked);
    m_rows->addStretch(1);
}

void TodoCard::addRow(const TodoItem& item, int number, const QString& blocked) {
    m_rows->addWidget(makeRule(Qt::Horizontal, m_body));
    auto* row = new QWidget(m_body);
    row->setFixedHeight(RowHeight);
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(16, 4, 16, 4);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    const auto [icon, tone] = iconOf(item.mark);
    grid->addWidget(new IconLabel(m_look, icon, tone, row), 0, 0, 2, 1, Qt::AlignVCenter);
    auto* text = new TextLine(m_look, TextStyle::Body, row);
    text->setParts({{item.text, TextPart::Tone::Text1, false}});
    grid->addWidget(text, 0, 1);
    if (item.action == TodoItem::Action::None) {
        auto* note = new TextLine(m_look, TextStyle::Small, row);
        note->setParts({{item.actionText, TextPart::Tone::Text3, false}});
        grid->addWidget(note, 1, 1);
    } else {
        auto* link = new Button(m_look, Button::Kind::Link, item.actionText, row);
        link->setObjectName(QStringLiteral("todo%1").arg(number));
        link->setDense(true);
        link->setAccessibleName(item.text + QStringLiteral(": ") + item.actionText);
        const bool stores = item.action == TodoItem::Action::Accept || item.action == TodoItem::Action::EnterInvoice;
        link->setEnabled(!stores || blocked.isEmpty());
        link->setToolTip(stores ? blocked : QString());
        connect(link, &QPushButton::clicked, this, [this, item] { emit actionWanted(item); });
        grid->addWidget(link, 1, 1, Qt::AlignLeft);
    }
    if (item.amount) {
        auto* amount = makeLabel(TextStyle::Strong, nullptr, row);
        amount->setText(formatMoneyChange(*item.amount));
        grid->addWidget(amount, 0, 2, 2, 1, Qt::AlignVCenter);
    }
    m_rows->addWidget(row);
}

}  // namespace tokenledger
