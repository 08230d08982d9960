// Months as commands, definitions and files name them: "2026-10".
#pragma once

#include "app/core/period.h"

namespace tokenledger {

/// The first day of the month; error Usage for anything but "2026-10".
[[nodiscard]] Result<UtcDay> parseMonth(const QString& text);
/// Of any day of it.
[[nodiscard]] QString monthName(UtcDay day);
[[nodiscard]] DateRange monthOf(UtcDay day);

}  // namespace tokenledger
