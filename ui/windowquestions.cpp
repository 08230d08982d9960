#include "ui/windowquestions.h"

#include "app/core/texts.h"
#include "ui/pages/howfarstep.h"
#include "ui/widgets/syncpanel.h"

namespace tokenledger {

namespace {

// Short names, because lupdate takes the class of a qualified return type for that of the function.
using StateContent = StatePage::Content;

constexpr int FurtherDays[] = {92, 365, 396};

}  // namespace

void askHowFar(QWidget* window, Services& services, SessionController& controller) {
    QStringList lines;
    const QStringList answers{tr("3 months"), tr("12 months"), tr("13 months"), tr("Cancel")};
    for (int i = 0; i < 3; ++i) {
        const int requests = requestsForDays(FurtherDays[i], controller.today());
        lines.append(
            tr("%1: at most %2 requests, %3")
                .arg(answers.at(i), QString::number(requests), remainingText(requests, controller.rateLimit())));
    }
    services.dialogs.show(window,
                          {tr("Sync further back"),
                           tr("How far back should the cache reach?"),
                           lines.join(QLatin1Char('\n')),
                           {},
                           answers},
                          [&services, &controller](int answer) {
                              if (answer < 0 || answer > 2) return;
                              const QString& profile = controller.profile();
                              if (!profile.isEmpty()) services.profiles.setBackfillDays(profile, FurtherDays[answer]);
                              controller.syncBackTo(controller.today() - (FurtherDays[answer] - 1));
                          });
}

void askToStartAfresh(QWidget* window, Dialogs& dialogs, SessionController& controller) {
    dialogs.show(
        window,
        {tr("Start afresh"),
         tr("Set this cache aside and begin a fresh one?"),
         tr("It is kept under another name in the same folder. What the server still answers is fetched again; what it "
            "no longer answers, and the log of changes, stay in the kept file only."),
         {},
         {tr("Cancel"), tr("Set aside")},
         0},
        [&controller](int answer) {
            if (answer == 1) controller.startAfresh();
        });
}

void tellSetAside(QWidget* window, Dialogs& dialogs, const QString& keptAs) {
    dialogs.show(window, {tr("Started afresh"), tr("The damaged cache is kept as %1.").arg(keptAs), {}, {}, {}},
                 [](int) {});
}

void showDetail(QWidget* window, Dialogs& dialogs, const QString& text) {
    dialogs.show(window, {tr("Technical details"), tr("What the server or the system said:"), text, {}, {}},
                 [](int) {});
}

StateContent openFailedContent(const Error& error, bool canStartAfresh) {
    if (!canStartAfresh) {
        return {QStringLiteral("error"),
                true,
                tr("This cache could not be opened"),
                error.message,
                tr("Open another cache..."),
                tr("Start page"),
                error.detail};
    }
    return {QStringLiteral("error"),
            true,
            tr("This cache is damaged"),
            tr("%1\n\nSet aside, it is kept under another name in the same folder, and a fresh one is begun: what the "
               "server still answers is fetched again.")
                .arg(error.message),
            tr("Set aside and start afresh"),
            tr("Start page"),
            error.detail};
}

}  // namespace tokenledger
