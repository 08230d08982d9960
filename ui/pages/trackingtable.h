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
/// "1 to investigate, 2 on one side only; 28 exact" - or that all is well.
[[nodiscard]] QString trackingSummary(const TrackingComparison& comparison);
[[nodiscard]] Explanation whyTracking(const TrackingPicture& picture, const TrackingMatchRow& row);

}  // namespace tokenledger
