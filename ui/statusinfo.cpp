#include "ui/statusinfo.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/overviewtexts.h"
#include "ui/widgets/syncpanel.h"

namespace tokenledger {

namespace {

// Short names, because lupdate takes the class of a qualified return type for that of the function.
using StatusContent = StatusBar::Content;
using SyncButton = FilterBar::SyncState;

QString connectionText(const SessionController& controller) {
    const Session* session = controller.session();
    if (session == nullptr) return tr("No key, nothing is sent");
    switch (session->kind()) {
        case Session::Kind::Sample:
            return tr("Sample data, invented");
        case Session::Kind::ReadOnly:
            return controller.status().sample ? tr("Read-only · sample data, invented") : tr("Read-only cache");
        case Session::Kind::Live:
            break;
    }
    if (session->writeProblem()) return tr("Opened to read only");
    if (controller.keyProblem()) return tr("No key");
    const QString key = session->keyIsHeldForThisRunOnly() ? tr("key held for this run") : tr("key in keychain");
    const auto& last = controller.lastSync();
    const bool answered = last || (controller.progress() && controller.progress()->requestsDone > 0);
    if (!answered) return tr("Ready · %1").arg(key);
    const bool offline = last && last->stoppedBy && isUnreachable(last->stoppedBy->kind);
    return offline ? tr("Offline · %1").arg(key) : tr("Online · %1").arg(key);
}

void append(std::vector<DayState>& days, DayState state, int count) {
    days.insert(days.end(), static_cast<std::size_t>(count), state);
}

/// Day by day where the periods are days; inside a longer period the missing days come first, as they are fetched last.
std::vector<DayState> stripOf(const std::vector<PeriodState>& states) {
    std::vector<DayState> days;
    for (const PeriodState& state : states) {
        append(days, DayState::Missing, state.missingDays);
        append(days, DayState::Failed, state.failedDays);
        append(days, DayState::Final, state.finalDays);
        append(days, DayState::Provisional, state.provisionalDays);
    }
    return days;
}

TextParts completenessParts(const Completeness& completeness) {
    TextParts parts{{tr("%1 of %2 days final").arg(completeness.finalDays).arg(completeness.days())}};
    if (completeness.provisionalDays > 0) parts.append({tr(", %1 provisional").arg(completeness.provisionalDays)});
    if (completeness.missingDays > 0) {
        parts.append({QStringLiteral(", ")});
        parts.append({tr("%1 not fetched yet").arg(completeness.missingDays), TextPart::Tone::Text1, true});
    }
    if (completeness.failedDays > 0) {
        parts.append({QStringLiteral(", ")});
        parts.append({tr("%1 failed").arg(completeness.failedDays), TextPart::Tone::Unfavourable, true});
    }
    return parts;
}

QString activityText(const SessionController& controller) {
    const auto& progress = controller.progress();
    if (!controller.isSyncing() || !progress) return {};
    const QString count = tr("Sync %1 of %2 requests").arg(progress->requestsDone).arg(progress->requestsPlanned);
    return progress->pausedUntil ? count + tr(", paused to %1").arg(formatTime(*progress->pausedUntil).left(5)) : count;
}

}  // namespace

StatusContent statusOf(const SessionController& controller, const std::optional<QDateTime>& nextSync) {
    StatusBar::Content content;
    content.connection = connectionText(controller);
    if (controller.session() == nullptr) {
        content.organization = tr("No organization connected");
        return content;
    }
    content.organization = controller.organizationName();
    if (content.organization.isEmpty()) content.organization = tr("Nothing fetched yet");
    content.activity = activityText(controller);
    if (content.activity.isEmpty() && nextSync)
        content.activity = tr("Next sync %1").arg(formatTime(*nextSync).left(5));
    content.state = controller.isSyncing() ? StatusBar::State::Syncing : StatusBar::State::Nothing;
    const OverviewPtr& overview = controller.overview();
    if (!overview) return content;
    const auto& last = controller.lastSync();
    const QDateTime now = controller.session()->clock().now();
    if (!overview->asOf.isValid()) {
        content.asOf = tr("nothing fetched of this period");
    } else if (overview->asOf.date() == now.date()) {
        content.asOf = tr("as of %1").arg(formatTime(overview->asOf));
    } else {
        content.asOf =
            tr("as of %1, %2").arg(formatDay(UtcDay::fromDateTime(overview->asOf)), formatTime(overview->asOf));
    }
    content.days = stripOf(overview->costStates);
    content.completeness = completenessParts(overview->cost);
    content.problem = gapsText(*overview);
    if (!content.problem.isEmpty() && controller.canSync() && !controller.isSyncing()) {
        const int failed = overview->cost.failedDays + overview->usage.failedDays + overview->claudeCode.failedDays;
        content.retry = failed > 0 ? tr("Retry") : tr("Fetch");
    }
    if (!controller.isSyncing()) {
        const bool stopped = last && last->stoppedBy && last->stoppedBy->kind != ErrorKind::Cancelled;
        const bool wanting = !overview->cost.isComplete() || !overview->usage.isComplete() ||
                             !overview->claudeCode.isComplete() || !content.problem.isEmpty();
        content.state = stopped || controller.keyProblem() ? StatusBar::State::Bad
                        : wanting                          ? StatusBar::State::Warning
                                                           : StatusBar::State::Good;
    }
    return content;
}

SyncButton syncStateOf(const SessionController& controller, const QDateTime& now) {
    using Kind = FilterBar::SyncState::Kind;
    if (controller.session() == nullptr || !controller.session()->canSync()) return {};
    if (controller.keyProblem()) return {Kind::Unavailable, {}, controller.keyProblem()->message};
    const auto& progress = controller.progress();
    if (controller.isSyncing()) {
        if (progress && progress->stopping) return {Kind::Stopping, {}, {}};
        if (progress && progress->pausedUntil) {
            return {Kind::Paused, tr("%1 to reset").arg(countdownText(now, *progress->pausedUntil)), {}};
        }
        const QString hint = progress && progress->requestsPlanned > 0
                                 ? tr("%1 of %2").arg(progress->requestsDone).arg(progress->requestsPlanned)
                                 : QString();
        return {Kind::Running, hint, {}};
    }
    const RateLimit& limit = controller.rateLimit();
    // After its reset a count says nothing any more.
    if (limit.reset && *limit.reset <= now) return {Kind::Idle, {}, {}};
    const QString hint =
        limit.limit && limit.remaining ? tr("%1 of %2 left").arg(*limit.remaining).arg(*limit.limit) : QString();
    return {Kind::Idle, hint, {}};
}

}  // namespace tokenledger
