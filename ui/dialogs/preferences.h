// The preferences: a window beside the main one, which waits for nothing. What is chosen counts at once. GUI thread.
#pragma once

#include "ui/settings.h"

#include <functional>

class QWidget;

namespace tokenledger {

/// Brings the one that is open to the front, or opens one. `changed` is called each time after something was stored.
void showPreferences(QWidget* parent, const Look& look, Settings& settings, std::function<void()> changed);

}  // namespace tokenledger
