// What the status bar and the sync button say about the open session. Pure reading of the controller's state.
#pragma once

#include "ui/filterbar.h"
#include "ui/sessioncontroller.h"
#include "ui/widgets/statusbar.h"

namespace tokenledger {

/// `nextSync`: when one begins by itself, if one does.
[[nodiscard]] StatusBar::Content statusOf(const SessionController& controller,
                                          const std::optional<QDateTime>& nextSync = {});
[[nodiscard]] FilterBar::SyncState syncStateOf(const SessionController& controller, const QDateTime& now);

}  // namespace tokenledger
