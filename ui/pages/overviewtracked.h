// What the Overview says of requests, which only an internal tracking counts: one line, and why. Pure.
#pragma once

#include "app/reports/overview.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/popover.h"

namespace tokenledger {

/// Without an import in the period: no claim, so that the line hides.
[[nodiscard]] Notice::Content trackedLine(const Overview& overview);
[[nodiscard]] Explanation whyTracked(const Overview& overview);

}  // namespace tokenledger
