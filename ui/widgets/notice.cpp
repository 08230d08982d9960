#include "ui/widgets/notice.h"

#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace tokenledger {

Notice::Notice(const Look& look, QWidget* parent, const QString& name) : QFrame(parent) {
    setObjectName(name);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 8, 5);
    layout->setSpacing(10);
    m_icon = new IconLabel(look, QStringLiteral("info"), TextPart::Tone::Accent, this);
    layout->addWidget(m_icon);
    m_text = new QLabel(this);
    m_text->setObjectName(name + QStringLiteral("Text"));
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(26);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_text, 1);
    m_detail = new Button(look, Button::Kind::Link, tr("Technical details"), this);
    m_detail->setDense(true);
    m_detail->setObjectName(name + QStringLiteral("Detail"));
    layout->addWidget(m_detail);
    m_dismiss = new Button(look, Button::Kind::Link, {}, this);
    m_dismiss->setDense(true);
    m_dismiss->setObjectName(QStringLiteral("noticeDismiss"));
    layout->addWidget(m_dismiss);
    m_action = new Button(look, Button::Kind::Normal, {}, this);
    m_action->setDense(true);
    m_action->setObjectName(name + QStringLiteral("Action"));
    layout->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &Notice::actionClicked);
    connect(m_dismiss, &QPushButton::clicked, this, &Notice::dismissClicked);
    connect(m_detail, &QPushButton::clicked, this, [this] { emit detailClicked(m_content.detail); });
    hide();
}

void Notice::setContent(const Content& content) {
    m_content = content;
    const bool bad = content.kind == Kind::Bad || content.kind == Kind::PlainBad;
    const bool plain = content.kind == Kind::Plain || content.kind == Kind::PlainBad;
    setProperty("role", plain                           ? QStringLiteral("plainnotice")
                        : bad                           ? QStringLiteral("badnotice")
                        : content.kind == Kind::Warning ? QStringLiteral("warnnotice")
                                                        : QStringLiteral("notice"));
    style()->unpolish(this);
    style()->polish(this);
    const TextPart::Tone tone = bad                             ? TextPart::Tone::Unfavourable
                                : content.kind == Kind::Warning ? TextPart::Tone::Warning
                                : plain                         ? TextPart::Tone::Text3
                                                                : TextPart::Tone::Accent;
    m_icon->setIcon(content.icon.isEmpty() ? QStringLiteral("info") : content.icon, tone);
    // Escaped: a reason may quote what a server sent.
    m_text->setText(QStringLiteral("<b>%1</b> %2").arg(content.claim.toHtmlEscaped(), content.reason.toHtmlEscaped()));
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    m_dismiss->setText(content.dismiss);
    m_dismiss->setVisible(!content.dismiss.isEmpty());
    m_detail->setVisible(!content.detail.isEmpty());
    setAccessibleName(content.claim);
    setAccessibleDescription(content.reason);
    setVisible(plain || !content.claim.isEmpty());
}

void Notice::setActionBlocked(const QString& reason) {
    m_action->setEnabled(reason.isEmpty());
    m_action->setToolTip(reason);
}

}  // namespace tokenledger
