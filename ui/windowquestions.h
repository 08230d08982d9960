// What the window asks and tells in dialogs, in words; each returns at once. GUI thread.
#pragma once

#include "ui/services.h"
#include "ui/sessioncontroller.h"
#include "ui/widgets/statepage.h"

namespace tokenledger {

/// How far back to sync; begins the sync that is chosen and remembers how far for this organization.
void askHowFar(QWidget* window, Services& services, SessionController& controller);
/// Whether the open cache is set aside for a fresh one; does it.
void askToStartAfresh(QWidget* window, Dialogs& dialogs, SessionController& controller);
void tellSetAside(QWidget* window, Dialogs& dialogs, const QString& keptAs);
/// What the server or the system said.
void showDetail(QWidget* window, Dialogs& dialogs, const QString& text);
/// Instead of the pages, when a cache did not open.
[[nodiscard]] StatePage::Content openFailedContent(const Error& error, bool canStartAfresh);

}  // namespace tokenledger
