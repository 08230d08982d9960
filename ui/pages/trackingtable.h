// The card of internal tracking in words: its table, its notes, and "why this number?". Pure.
#pragma once

#include "ui/models/displaytable.h"
#include "ui/trackingcontroller.h"
#include "ui/widgets/popover.h"

namespace tokenledger {

[[nodiscard]] QString trackedKindTitle(TrackedKind kind);
[[nodiscard]] QString trackingStatusTitle(TrackingStatus status);
/// A row a model and kind of token, in the order of TrackingMatch.
[[nodiscard]] DisplayTable trackingTable(const TrackingPicture& picture);
/// "27 of 31 days compared · 1 to investigate, 30 exact, 5 close".
[[nodiscard]] QString trackingSummary(const TrackingPicture& picture);
[[nodiscard]] Explanation whyTracking(const TrackingPicture& picture, const TrackingMatchRow& row);

}  // namespace tokenledger
