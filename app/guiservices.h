// The window's services, made of the real classes: composition for the graphical program.
#pragma once

#include "app/composition.h"
#include "ui/services.h"

namespace tokenledger {

/// Refers to all of its arguments; they outlive the window.
[[nodiscard]] Services makeServices(const Composition& composition, Dialogs& dialogs, Settings& settings);

}  // namespace tokenledger
