#include "ui/widgets/statepage.h"

#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int TextWidth = 520;

}  // namespace

StatePage::StatePage(const Look& look, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("statePage"));
    auto* outer = new QVBoxLayout(this);
    auto* box = new QWidget(this);
    box->setFixedWidth(TextWidth);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_icon = new IconLabel(look, QStringLiteral("info"), TextPart::Tone::Text3, this, 32);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    const auto label = [this](TextStyle style, const char* role, const char* name) {
        auto* made = new QLabel(this);
        made->setTextFormat(Qt::PlainText);
        made->setFont(Look::font(style));
        made->setProperty("role", QLatin1String(role));
        made->setObjectName(QLatin1String(name));
        made->setWordWrap(true);
        made->setAlignment(Qt::AlignHCenter);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return made;
    };
    m_title = label(TextStyle::PageTitle, "", "stateTitle");
    m_text = label(TextStyle::Body, "muted", "stateText");
    m_detail = label(TextStyle::Mono, "note", "stateDetail");
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_detail);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_second = new Button(look, Button::Kind::Normal, {}, this);
    m_second->setObjectName(QStringLiteral("stateSecond"));
    m_action = new Button(look, Button::Kind::Primary, {}, this);
    m_action->setObjectName(QStringLiteral("stateAction"));
    buttons->addStretch(1);
    buttons->addWidget(m_second);
    buttons->addWidget(m_action);
    buttons->addStretch(1);
    column->addSpacing(6);
    column->addLayout(buttons);
    outer->addStretch(2);
    outer->addWidget(box, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &StatePage::actionClicked);
    connect(m_second, &QPushButton::clicked, this, &StatePage::secondClicked);
}

void StatePage::setContent(const Content& content) {
    m_icon->setIcon(content.icon, content.bad ? TextPart::Tone::Unfavourable : TextPart::Tone::Text3);
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_detail->setText(content.detail);
    m_detail->setVisible(!content.detail.isEmpty());
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    m_second->setText(content.second);
    m_second->setVisible(!content.second.isEmpty());
    // An aligned item of a layout is not asked for its height at this width, and would lose all lines but the first.
    for (QLabel* label : {m_title, m_text, m_detail}) {
        label->setMinimumHeight(label->text().isEmpty() ? 0 : label->heightForWidth(TextWidth));
    }
    setAccessibleName(content.title);
}

}  // namespace tokenledger
