// Teams and cost centres, and the rule for shared and Console cost: a window beside the main one. What is changed is
// stored all at once, or not at all. GUI thread.
#pragma once

#include "ui/services.h"

class QWidget;

namespace tokenledger {

class SessionController;

/// Brings the one that is open to the front, or opens one. It closes with the session.
void showTeams(QWidget* parent, const Look& look, Dialogs& dialogs, SessionController& controller);

}  // namespace tokenledger
