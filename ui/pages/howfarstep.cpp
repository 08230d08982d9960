#include "ui/pages/howfarstep.h"

#include "app/sync/syncplan.h"
#include "charts/format.h"
#include "ui/theme.h"
#include "ui/widgets/syncpanel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace tokenledger {

namespace {

struct Choice {
    const char* title;
    int days;
};
constexpr Choice Choices[] = {
    {QT_TRANSLATE_NOOP("HowFarStep", "31 days"), 31},
    {QT_TRANSLATE_NOOP("HowFarStep", "3 months"), 92},
    {QT_TRANSLATE_NOOP("HowFarStep", "12 months"), 365},
    {QT_TRANSLATE_NOOP("HowFarStep", "13 months, so that every month has the one of a year before"), 396}};

}  // namespace

int requestsForDays(int days, UtcDay today) {
    SyncScope scope;
    scope.days = {today - (days - 1), today};
    return static_cast<int>(planSync(scope, {}, today).size());
}

HowFarStep::HowFarStep(UtcDay today, QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const Choice& choice : Choices) {
        auto* radio = new QRadioButton(tr(choice.title), this);
        radio->setObjectName(QStringLiteral("howFar%1").arg(choice.days));
        radio->setFont(Look::font(TextStyle::Medium));
        radio->setMinimumHeight(26);
        m_group->addButton(radio, choice.days);
        const int requests = requestsForDays(choice.days, today);
        auto* note = new QLabel(
            tr("back to %1 · %2 requests, %3")
                .arg(formatDayWithYear(today - (choice.days - 1)), formatCount(requests), remainingText(requests, {})),
            this);
        note->setProperty("role", QStringLiteral("note"));
        note->setFont(Look::font(TextStyle::Small));
        note->setContentsMargins(24, 0, 0, 10);
        radio->setAccessibleDescription(note->text());
        grid->addWidget(radio, row++, 0);
        grid->addWidget(note, row++, 0);
    }
    m_group->button(31)->setChecked(true);
    auto* why = new QLabel(tr("Newest days come first, so the first figures are there after a few answers. What takes "
                              "longer goes on in the background, pauses at the hourly limit and goes on by itself; "
                              "you can fetch more later under Data."),
                           this);
    why->setWordWrap(true);
    why->setProperty("role", QStringLiteral("muted"));
    grid->addWidget(why, row, 0);
    grid->setRowStretch(row + 1, 1);
}

int HowFarStep::days() const { return m_group->checkedId(); }

}  // namespace tokenledger
