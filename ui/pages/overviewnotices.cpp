#include "ui/pages/overviewnotices.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/errortexts.h"
#include "ui/pages/overviewtexts.h"

namespace tokenledger {

namespace {

constexpr int PaymentRequired = 402;

QString lastFigures(const SessionController& controller) {
    const OverviewPtr& overview = controller.overview();
    return overview && overview->asOf.isValid() ? tr(" The figures are from %1.").arg(formatTime(overview->asOf))
                                                : QString();
}

NoticeChoice ofSyncError(const SessionController& controller, const Error& error) {
    switch (error.kind) {
        case ErrorKind::Network:
        case ErrorKind::Timeout:
            return {{Notice::Kind::Warning, QStringLiteral("offline"), tr("Offline."),
                     errorText(error) + lastFigures(controller), tr("Try again"), technicalText(error)},
                    HelpAction::Sync};
        case ErrorKind::Unauthorized:
        case ErrorKind::Forbidden:
            if (error.httpStatus == PaymentRequired) {
                return {{Notice::Kind::Bad, QStringLiteral("error"), tr("A billing problem."),
                         errorText(error) + lastFigures(controller), tr("Try again"), technicalText(error)},
                        HelpAction::Sync};
            }
            return {{Notice::Kind::Bad, QStringLiteral("lock"), tr("No permission."),
                     errorText(error) + lastFigures(controller), tr("Change the key..."), technicalText(error)},
                    HelpAction::Connect};
        case ErrorKind::Damaged:
            return {{Notice::Kind::Bad, QStringLiteral("error"), tr("The cache is damaged."), errorText(error),
                     controller.canSetOpenAside() ? tr("Start afresh...") : QString(), technicalText(error)},
                    HelpAction::StartAfresh};
        default:
            return {{Notice::Kind::Bad, QStringLiteral("error"), tr("The sync stopped."),
                     errorText(error) + lastFigures(controller), tr("Try again"), technicalText(error)},
                    HelpAction::Sync};
    }
}

}  // namespace

NoticeChoice noticeFor(const SessionController& controller, const std::optional<Error>& pictureError,
                       const QString& keyFilterNote) {
    if (pictureError) {
        return {{Notice::Kind::Bad, QStringLiteral("error"), tr("The cache could not be read."),
                 errorText(*pictureError), tr("Read again"), technicalText(*pictureError)},
                HelpAction::Reload};
    }
    if (controller.session() != nullptr && controller.session()->writeProblem()) {
        const Error& problem = *controller.session()->writeProblem();
        return {{Notice::Kind::Warning, QStringLiteral("lock"), tr("Opened to read only."),
                 errorText(problem) + lastFigures(controller), tr("Open again"), technicalText(problem)},
                HelpAction::OpenAgain};
    }
    if (controller.keyProblem()) {
        return {{Notice::Kind::Warning, QStringLiteral("key"), tr("No key."),
                 errorText(*controller.keyProblem()) + lastFigures(controller), tr("Enter the key..."),
                 technicalText(*controller.keyProblem())},
                HelpAction::Connect};
    }
    const auto& last = controller.lastSync();
    if (!controller.isSyncing() && last && last->stoppedBy && last->stoppedBy->kind != ErrorKind::Cancelled) {
        return ofSyncError(controller, *last->stoppedBy);
    }
    const OverviewPtr& overview = controller.overview();
    if (overview && !overview->costFollowsFilter && !keyFilterNote.isEmpty()) {
        return {{Notice::Kind::Info,
                 QStringLiteral("info"),
                 tr("Cost is not known by API key."),
                 keyFilterNote,
                 tr("Drop the key filter"),
                 {}},
                HelpAction::ClearKeyFilter};
    }
    if (const auto& problem = controller.priceProblem()) {
        return {{Notice::Kind::Warning,
                 QStringLiteral("warning"),
                 tr("Your own prices are not used."),
                 errorText(*problem),
                 {},
                 technicalText(*problem)},
                HelpAction::None};
    }
    if (const auto days = controller.keyReminder()) {
        return {{Notice::Kind::Warning,
                 QStringLiteral("key"),
                 tr("The key has been in use for %1 days.").arg(*days),
                 tr("Create a new Admin key in the Console, enter it here, then delete the old one there."),
                 tr("Enter a new key..."),
                 {},
                 tr("Remind me in %1 days").arg(Profiles::ReminderRestsDays)},
                HelpAction::Connect};
    }
    if (overview && !controller.isSyncing() && overview->cost.missingDays > 0 && controller.canSync()) {
        return {{Notice::Kind::Info,
                 QStringLiteral("info"),
                 overview->cost.isEmpty() ? tr("Nothing of this period was fetched yet.")
                                          : tr("Part of this period was never fetched."),
                 tr("The gaps are days without data, not days without cost."),
                 tr("Fetch them"),
                 {}},
                HelpAction::SyncFurther};
    }
    if (!controller.isSyncing() && last && !last->notices.isEmpty()) {
        return {{Notice::Kind::Info,
                 QStringLiteral("info"),
                 tr("Not everything could be asked as planned."),
                 last->notices.size() == 1 ? last->notices.front()
                                           : tr("The last sync had to ask in %1 other ways.").arg(last->notices.size()),
                 {},
                 last->notices.size() == 1 ? QString() : last->notices.join(QLatin1Char('\n'))},
                HelpAction::None};
    }
    if (controller.session() != nullptr && controller.session()->kind() == Session::Kind::ReadOnly) {
        return {{Notice::Kind::Info,
                 QStringLiteral("lock"),
                 tr("Read-only cache."),
                 tr("It was opened without a key and is not refreshed."),
                 tr("Connect organization..."),
                 {}},
                HelpAction::Connect};
    }
    return {};
}

StateChoice emptyState(const SessionController& controller) {
    if (controller.keyProblem()) {
        return {{QStringLiteral("key"),
                 false,
                 tr("The key is not there"),
                 errorText(*controller.keyProblem()),
                 tr("Enter the key..."),
                 {},
                 technicalText(*controller.keyProblem())},
                HelpAction::Connect};
    }
    if (!controller.canSync()) {
        return {{QStringLiteral("file"),
                 false,
                 tr("This cache is empty"),
                 tr("It was opened read-only, and nothing has been fetched into it yet."),
                 tr("Open another cache..."),
                 {},
                 {}},
                HelpAction::OpenFile};
    }
    const auto& last = controller.lastSync();
    if (last && last->stoppedBy && last->stoppedBy->kind != ErrorKind::Cancelled) {
        const NoticeChoice choice = ofSyncError(controller, *last->stoppedBy);
        return {{choice.content.icon,
                 choice.content.kind == Notice::Kind::Bad,
                 choice.content.claim,
                 choice.content.reason,
                 choice.content.action,
                 {},
                 choice.content.detail},
                choice.action};
    }
    return {{QStringLiteral("sync"),
             false,
             tr("Nothing has been fetched yet"),
             tr("The cache of this organization is empty. A sync asks for the newest days first; the first figures are "
                "there after three answers."),
             tr("Sync now"),
             {},
             {}},
            HelpAction::Sync};
}

StateChoice brokenState(const Error& error) {
    return {{QStringLiteral("error"),
             true,
             tr("The cache could not be read"),
             errorText(error),
             tr("Read again"),
             {},
             technicalText(error)},
            HelpAction::Reload};
}

}  // namespace tokenledger
