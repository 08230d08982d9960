// The dialog that imports a file of internal tracking: file, source, how it is read, and what was understood of it. A
// window beside the main one, which waits for nothing; the file is read in another thread. GUI thread.
#pragma once

#include "ui/dialogs/dialogs.h"
#include "ui/sessioncontroller.h"
#include "ui/theme.h"

namespace tokenledger {

/// Brings the one that is open to the front, or opens one. All outlive it.
void showTrackingImport(QWidget* parent, const Look& look, Dialogs& dialogs, SessionController& controller);

}  // namespace tokenledger
