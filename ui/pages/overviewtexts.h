// The Overview's words: its sentence, how complete it is, what failed. Pure.
#pragma once

#include "app/reports/overview.h"

#include <optional>

namespace tokenledger {

/// "Spend fell $2,311.23 (5.6 %) against 21 Sep – 20 Oct."; where days are missing, says so instead.
/// The compared days, with their year where the period lies in another.
[[nodiscard]] QString comparedText(const Overview& overview);
[[nodiscard]] QString overviewSentence(const Overview& overview);

/// "26 of 30 days final, 4 provisional"; failed and missing days too.
[[nodiscard]] QString daysInWords(const Completeness& completeness);
/// "Claude Code: 1 day failed, 2 days missing"; empty when nothing but cost is missing.
[[nodiscard]] QString gapsText(const Overview& overview);
/// The range without the days at its ends whose cost was never fetched; nothing when no day is there.
[[nodiscard]] std::optional<DateRange> coveredRange(const Overview& overview);

}  // namespace tokenledger
