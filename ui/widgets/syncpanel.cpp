#include "ui/widgets/syncpanel.h"

#include "charts/format.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/progressbar.h"
#include "ui/widgets/textline.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace tokenledger {

namespace {

QLabel* makeLabel(TextStyle style, const char* role, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Look::font(style));
    label->setProperty("role", QLatin1String(role));
    return label;
}

QString datasetTitle(Dataset dataset) {
    switch (dataset) {
        case Dataset::Organization:
            return QCoreApplication::translate("Dataset", "Organization");
        case Dataset::Cost:
            return QCoreApplication::translate("Dataset", "Cost");
        case Dataset::ClaudeCode:
            return QCoreApplication::translate("Dataset", "Claude Code");
        default:
            return QCoreApplication::translate("Dataset", "Usage");
    }
}

QString listText(ObjectKind object) {
    switch (object) {
        case ObjectKind::Workspace:
            return SyncPanel::tr("Asking for the workspaces");
        case ObjectKind::ApiKey:
            return SyncPanel::tr("Asking for the API keys");
        case ObjectKind::User:
            return SyncPanel::tr("Asking for the users");
        case ObjectKind::Invite:
            return SyncPanel::tr("Asking for the invites");
        case ObjectKind::WorkspaceMember:
            return SyncPanel::tr("Asking for the members of a workspace");
        case ObjectKind::Organization:
            break;
    }
    return SyncPanel::tr("Asking who the organization is");
}

QString requestText(const PlannedRequest& request) {
    switch (request.kind) {
        case PlannedRequest::Kind::Me:
            return SyncPanel::tr("Asking who the organization is");
        case PlannedRequest::Kind::Objects:
            return listText(request.object);
        case PlannedRequest::Kind::Usage:
            return SyncPanel::tr("Usage, %1").arg(formatRange(*request.days));
        case PlannedRequest::Kind::Cost:
            return SyncPanel::tr("Cost, %1").arg(formatRange(*request.days));
        case PlannedRequest::Kind::ClaudeCode:
            break;
    }
    return SyncPanel::tr("Claude Code, %1").arg(formatDayWithYear(request.days->first));
}

}  // namespace

QString countdownText(const QDateTime& now, const QDateTime& until) {
    const qint64 seconds = std::max<qint64>(0, now.secsTo(until));
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const qint64 hours = seconds / 3600;
    const QString rest = two(seconds % 60);
    if (hours > 0) return QStringLiteral("%1:%2:%3").arg(hours).arg(two(seconds / 60 % 60), rest);
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(rest);
}

QString remainingText(int requestsLeft, const RateLimit& limit) {
    const int minutes = minutesAtLimit(requestsLeft, limit);
    if (minutes == 0) return QCoreApplication::translate("SyncPanel", "within this hour's limit");
    if (minutes < 60) return QCoreApplication::translate("SyncPanel", "about %1 min at this limit").arg(minutes);
    const int tens = minutes % 60 / 10 * 10;
    if (tens == 0) return QCoreApplication::translate("SyncPanel", "about %1 h at this limit").arg(minutes / 60);
    return QCoreApplication::translate("SyncPanel", "about %1 h %2 min at this limit").arg(minutes / 60).arg(tens);
}

SyncPanel::SyncPanel(const Look& look, const Clock& clock, QWidget* parent) : QFrame(parent), m_clock(clock) {
    setProperty("role", QStringLiteral("panel"));
    setObjectName(QStringLiteral("syncPanel"));
    setAccessibleName(tr("Sync under way"));
    setFixedHeight(132);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 10);
    layout->setSpacing(16);
    layout->addWidget(buildLeft(look), 40);
    layout->addWidget(makeRule(Qt::Vertical, this));
    layout->addWidget(buildMiddle());
    layout->addWidget(makeRule(Qt::Vertical, this));
    layout->addWidget(buildRight(look), 56);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &SyncPanel::tick);
}

QWidget* SyncPanel::buildLeft(const Look& look) {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon = new IconLabel(look, QStringLiteral("sync"), TextPart::Tone::Accent, box));
    head->addWidget(m_title = makeLabel(TextStyle::Strong, "", box));
    head->addWidget(m_pill = new Pill(look, tr("goes on by itself"), TextPart::Tone::Warning, box));
    head->addStretch(1);
    column->addLayout(head);
    m_text = makeLabel(TextStyle::Body, "muted", box);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_text, 1);
    auto* stop = new Button(look, Button::Kind::Normal, tr("Stop backfill"), box);
    stop->setDense(true);
    stop->setObjectName(QStringLiteral("stopSync"));
    connect(stop, &QPushButton::clicked, this, &SyncPanel::stopClicked);
    column->addWidget(stop);
    return box;
}

QWidget* SyncPanel::buildMiddle() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addStretch(1);
    column->addWidget(m_countdown = makeLabel(TextStyle::Countdown, "", box), 0, Qt::AlignHCenter);
    m_countdown->setObjectName(QStringLiteral("syncCountdown"));
    column->addWidget(m_countdownNote = makeLabel(TextStyle::Small, "muted", box), 0, Qt::AlignHCenter);
    column->addWidget(m_left = makeLabel(TextStyle::SmallStrong, "", box), 0, Qt::AlignHCenter);
    column->addStretch(1);
    box->setMinimumWidth(92);
    return box;
}

QWidget* SyncPanel::buildRight(const Look& look) {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(8, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    m_requests = new TextLine(look, TextStyle::Small, box);
    m_requests->setObjectName(QStringLiteral("syncRequests"));
    grid->addWidget(m_requests, 0, 0, 1, 4);
    int row = 1;
    for (const Dataset dataset : {Dataset::Organization, Dataset::Usage, Dataset::Cost, Dataset::ClaudeCode}) {
        Row& entry = m_rows[static_cast<std::size_t>(row - 1)];
        entry.dataset = dataset;
        QLabel* name = makeLabel(TextStyle::Small, "muted", box);
        name->setText(datasetTitle(dataset));
        name->setMinimumWidth(92);
        grid->addWidget(name, row, 0);
        entry.bar = new ProgressBar(look, box);
        entry.bar->setAccessibleName(name->text());
        grid->addWidget(entry.bar, row, 1);
        entry.count = makeLabel(TextStyle::Small, "", box);
        entry.count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        entry.count->setMinimumWidth(62);
        grid->addWidget(entry.count, row, 2);
        entry.back = makeLabel(TextStyle::Small, "muted", box);
        entry.back->setMinimumWidth(130);
        grid->addWidget(entry.back, row, 3);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 2);
    return box;
}

void SyncPanel::setProgress(const SyncProgress& progress) {
    m_progress = progress;
    const bool paused = progress.pausedUntil.has_value();
    m_icon->setIcon(paused ? QStringLiteral("pause") : QStringLiteral("sync"),
                    paused ? TextPart::Tone::Warning : TextPart::Tone::Accent);
    m_title->setText(paused ? tr("Backfill paused until %1").arg(formatTime(*progress.pausedUntil))
                            : tr("Fetching what the cache lacks"));
    m_pill->setVisible(paused);
    const int limit = progress.rateLimit.limit.value_or(UsualRequestsPerHour);
    m_text->setText(paused ? tr("The organization's limit of %1 requests an hour is used up. Nothing is lost if you "
                                "close the window.")
                                 .arg(limit)
                           : (progress.current ? requestText(*progress.current) : tr("Planning the requests.")) +
                                 QLatin1Char('\n') + tr("Newest first; the figures below grow as answers arrive."));
    m_left->setText(progress.rateLimit.remaining ? tr("%1 of %2 left").arg(*progress.rateLimit.remaining).arg(limit)
                                                 : QString());
    const QString count = tr("%1 of %2 requests").arg(progress.requestsDone).arg(progress.requestsPlanned);
    m_requests->setParts({{count, TextPart::Tone::Text1, true},
                          {QStringLiteral("   ") +
                           remainingText(progress.requestsPlanned - progress.requestsDone, progress.rateLimit)}});
    for (const Row& row : m_rows) {
        const auto found = progress.datasets.find(row.dataset);
        const SyncProgress::PerDataset state =
            found == progress.datasets.end() ? SyncProgress::PerDataset{} : found->second;
        row.bar->setProgress(state.done, state.planned);
        row.count->setText(tr("%1 of %2").arg(state.done).arg(state.planned));
        row.back->setText(state.planned > 0 && state.done >= state.planned ? tr("complete")
                          : state.backTo ? tr("back to %1").arg(formatDayWithYear(*state.backTo))
                                         : QString());
    }
    if (paused) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
    tick();
}

void SyncPanel::tick() {
    const bool paused = m_progress.pausedUntil.has_value();
    const int planned = std::max(1, m_progress.requestsPlanned);
    m_countdown->setText(paused ? countdownText(m_clock.now(), *m_progress.pausedUntil)
                                : QStringLiteral("%1 %").arg(m_progress.requestsDone * 100 / planned));
    m_countdownNote->setText(paused ? tr("to the reset") : tr("of the requests"));
}

}  // namespace tokenledger
