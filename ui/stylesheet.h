// The application's style sheet for one palette. Pure.
#pragma once

#include "charts/palette.h"

#include <QString>

namespace tokenledger {

/// Widgets say what they are by the dynamic properties "role" (labels, frames) and by their class.
[[nodiscard]] QString styleSheet(const Palette& colours);

}  // namespace tokenledger
