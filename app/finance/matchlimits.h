// When two figures of a reconciliation count as the same: the limits below which a difference is exact or close.
// Plain values without threads.
#pragma once

#include "app/core/result.h"

#include <QByteArray>

#include <cstdint>

namespace tokenledger {

enum class MatchStatus : std::uint8_t { Exact, Close, Investigate };

/// In millionths of a percent, so that "0.01" is exact. A difference has to stay below its limit.
struct MatchLimits {
    std::int64_t exact = 10'000;
    std::int64_t close = 1'000'000;
    friend bool operator==(const MatchLimits&, const MatchLimits&) = default;
};

/// "0.01" or "1" percent; error Usage, as a sentence, for what is none, is finer than a millionth or above 100.
[[nodiscard]] Result<std::int64_t> parsePercent(const QString& text);
/// The shortest exact text: "0.01".
[[nodiscard]] QString percentText(std::int64_t millionths);

/// The definition's body, {"close":"1","exact":"0.01"}. Error Usage for anything else, and for an exact limit above the
/// close one.
[[nodiscard]] Result<MatchLimits> parseMatchLimits(const QByteArray& json);
[[nodiscard]] QByteArray toJson(const MatchLimits& limits);

/// Of a difference against the figure that it is a part of, both in the same unit (tokens, or nano-dollars). No
/// difference is exact; any difference to a figure of zero is to investigate.
[[nodiscard]] MatchStatus matchStatus(std::int64_t difference, std::int64_t base, const MatchLimits& limits);
/// "exact", "close", "investigate": as files spell it.
[[nodiscard]] QString matchStatusName(MatchStatus status);

}  // namespace tokenledger
