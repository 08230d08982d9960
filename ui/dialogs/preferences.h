// When to sync by itself, and through which proxy: a window beside the main one, which waits for nothing. GUI thread.
#pragma once

#include "ui/settings.h"

#include <functional>

class QWidget;

namespace tokenledger {

/// Brings the one that is open to the front, or opens one. `changed` is called after the settings are stored.
void showPreferences(QWidget* parent, Settings& settings, std::function<void()> changed);

}  // namespace tokenledger
