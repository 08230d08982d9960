#include "ui/widgets/statusbar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/completenessstrip.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace tokenledger {

namespace {

std::pair<QString, TextPart::Tone> iconOf(StatusBar::State state) {
    switch (state) {
        case StatusBar::State::Nothing:
            break;
        case StatusBar::State::Good:
            return {QStringLiteral("check"), TextPart::Tone::Favourable};
        case StatusBar::State::Warning:
            return {QStringLiteral("warning"), TextPart::Tone::Warning};
        case StatusBar::State::Bad:
            return {QStringLiteral("error"), TextPart::Tone::Unfavourable};
        case StatusBar::State::Syncing:
            return {QStringLiteral("sync"), TextPart::Tone::Accent};
    }
    return {QString(), TextPart::Tone::Text2};
}

/// Of an organization with a very long name.
constexpr int MostNameWidth = 320;

QWidget* shortRule(QWidget* parent) {
    QWidget* rule = makeRule(Qt::Vertical, parent);
    rule->setFixedHeight(14);
    return rule;
}

}  // namespace

StatusBar::StatusBar(const Look& look, QWidget* parent) : QFrame(parent) {
    setProperty("role", QStringLiteral("statusbar"));
    setObjectName(QStringLiteral("statusBar"));
    setFixedHeight(28);
    const auto line = [&](const char* name) {
        auto* text = new TextLine(look, TextStyle::Small, this);
        text->setObjectName(QLatin1String(name));
        text->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        return text;
    };
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(12);
    layout->addWidget(m_icon = new IconLabel(look, {}, TextPart::Tone::Text2, this, 14));
    layout->addWidget(m_organization = line("statusOrganization"));
    layout->addWidget(m_asOfRule = shortRule(this));
    layout->addWidget(m_asOf = line("statusAsOf"));
    layout->addWidget(m_stripRule = shortRule(this));
    layout->addWidget(m_strip = new CompletenessStrip(look, this));
    layout->addWidget(m_completeness = line("statusCompleteness"));
    layout->addWidget(m_problemRule = shortRule(this));
    layout->addWidget(m_problem = line("statusProblem"));
    layout->addWidget(m_retry = new Button(look, Button::Kind::Link, {}, this));
    m_retry->setDense(true);
    m_retry->setObjectName(QStringLiteral("statusRetry"));
    layout->addStretch(1);
    layout->addWidget(m_selection = line("statusSelection"));
    layout->addWidget(m_selectionRule = shortRule(this));
    layout->addWidget(m_activity = line("statusActivity"));
    layout->addWidget(m_activityRule = shortRule(this));
    layout->addWidget(m_utc = line("statusUtc"));
    layout->addWidget(m_utcRule = shortRule(this));
    layout->addWidget(m_connection = line("statusConnection"));
    connect(m_retry, &QPushButton::clicked, this, &StatusBar::retryClicked);
    setContent({});
    setSelection({});
}

void StatusBar::setContent(const Content& content) {
    const auto [icon, tone] = iconOf(content.state);
    m_icon->setIcon(icon, tone);
    m_icon->setVisible(!icon.isEmpty());
    const auto show = [](TextLine* line, QWidget* rule, const TextParts& parts) {
        line->setParts(parts);
        const bool there = !plainText(parts).isEmpty();
        line->setVisible(there);
        if (rule != nullptr) rule->setVisible(there);
    };
    show(m_organization, nullptr, {{content.organization}});
    show(m_asOf, m_asOfRule, {{content.asOf}});
    m_strip->setDays(content.days);
    m_hasDays = !content.days.empty();
    show(m_completeness, m_stripRule, content.completeness);
    show(m_problem, m_problemRule, {{content.problem, TextPart::Tone::Warning}});
    m_retry->setText(content.retry);
    m_retry->setVisible(!content.retry.isEmpty());
    show(m_activity, m_activityRule, {{content.activity}});
    m_isOpen = !content.asOf.isEmpty();
    m_isIdle = content.state != State::Syncing;
    show(m_connection, nullptr, {{content.connection}});
    fit();
}

/// Words go before pictures: where there is no room for all, the strip of days goes, then the note on UTC, then the
/// sync to come. What is cut then is the list of gaps, whose tool tip has all of it.
void StatusBar::fit() {
    for (TextLine* line : {m_organization, m_asOf, m_completeness, m_selection, m_activity, m_utc, m_connection}) {
        line->setMinimumWidth(std::min(line->sizeHint().width(), MostNameWidth));
    }
    const auto show = [this](bool strip, bool utc, bool next) {
        m_strip->setVisible(strip && m_hasDays);
        m_utc->setParts({{utc && m_isOpen ? tr("Days are UTC days") : QString()}});
        m_utc->setVisible(utc && m_isOpen);
        m_utcRule->setVisible(utc && m_isOpen && !plainText(m_connection->parts()).isEmpty());
        const bool active = (next || !m_isIdle) && !plainText(m_activity->parts()).isEmpty();
        m_activity->setVisible(active);
        m_activityRule->setVisible(active);
        int needed = layout()->contentsMargins().left() + layout()->contentsMargins().right();
        for (int i = 0; i < layout()->count(); ++i) {
            const QWidget* widget = layout()->itemAt(i)->widget();
            if (widget != nullptr && !widget->isHidden()) needed += widget->sizeHint().width() + layout()->spacing();
        }
        return needed <= width();
    };
    if (show(true, true, true) || show(false, true, true) || show(false, false, true)) return;
    show(false, false, false);
}

void StatusBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

void StatusBar::setSelection(const QString& text) {
    m_selection->setParts({{text, TextPart::Tone::Text1, true}});
    m_selection->setVisible(!text.isEmpty());
    m_selectionRule->setVisible(!text.isEmpty());
    fit();
}

}  // namespace tokenledger
