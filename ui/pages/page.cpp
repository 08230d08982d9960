#include "ui/pages/page.h"

#include "ui/widgets/textline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>

namespace tokenledger {

namespace {

enum Layer { Cards, State, Nothing };
constexpr int TitleHeight = 28;

}  // namespace

Page::Page(const Look& look, SessionController& controller, const Names& names, QWidget* parent)
    : QWidget(parent), m_look(look), m_controller(controller), m_names(names) {
    setObjectName(QLatin1String(names.page));
    m_stack = new QStackedLayout(this);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QLatin1String(names.scroll));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_content = new QWidget(scroll);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(Padding, Gap, Padding, Padding);
    m_column->setSpacing(Gap);
    m_column->addWidget(m_notice = new Notice(look, m_content, QLatin1String(names.notice)));
    scroll->setWidget(m_content);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_state = new StatePage(look, this));
    m_stack->addWidget(new QWidget(this));
    m_state->setObjectName(QLatin1String(names.state));
    m_stack->setCurrentIndex(Nothing);

    connect(m_notice, &Notice::actionClicked, this, [this] { emit helpWanted(m_noticeAction); });
    connect(m_notice, &Notice::dismissClicked, this, [this] { emit helpWanted(HelpAction::RestKeyReminder); });
    connect(m_notice, &Notice::detailClicked, this, &Page::detailWanted);
    connect(m_state, &StatePage::actionClicked, this, [this] { emit helpWanted(m_stateAction); });
    connect(&controller, &SessionController::opening, this, [this] {
        m_error.reset();
        m_stack->setCurrentIndex(Nothing);
    });
}

QHBoxLayout* Page::makeTitleLine(const QString& title, QWidget* line) {
    line->setFixedHeight(TitleHeight);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Gap);
    auto* label = new QLabel(title, line);
    label->setFont(Look::font(TextStyle::PageTitle));
    row->addWidget(label);
    m_sentence = new TextLine(m_look, TextStyle::Body, line);
    m_sentence->setObjectName(QLatin1String(m_names.sentence));
    row->addWidget(m_sentence, 1);
    return row;
}

void Page::setHeader(QWidget* header) { m_column->insertWidget(0, header); }

void Page::setNotice(const NoticeChoice& choice) {
    m_noticeAction = choice.action;
    m_notice->setContent(choice.content);
}

void Page::showCardsOrState(bool hasPicture, bool canShow) {
    const bool nothingToShow = m_controller.isEmpty() || (m_error && !hasPicture);
    if (nothingToShow && m_controller.session() != nullptr && !m_controller.isSyncing()) {
        const StateChoice choice = m_error ? brokenState(*m_error) : emptyState(m_controller);
        m_state->setContent(choice.content);
        m_stateAction = choice.action;
        m_stack->setCurrentIndex(State);
    } else if (canShow) {
        m_stack->setCurrentIndex(Cards);
    }
}

}  // namespace tokenledger
