// What to ask instead when the server refuses a report for its size: fewer dimensions, or fewer days. Pure functions.
#pragma once

#include "app/sync/syncplan.h"

namespace tokenledger {

struct Fallback {
    std::vector<PlannedRequest> instead;  // newest first
    QString notice;                       // a plain sentence for the log and the reader
};

/// `request`: with the days that did not come yet. Nothing: the refusal is of another kind, or nothing less can be
/// asked.
[[nodiscard]] std::optional<Fallback> fallbackFor(const PlannedRequest& request, const Error& refusal);

}  // namespace tokenledger
