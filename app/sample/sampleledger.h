// What the sample organization decided about its money: teams, the rule for shared cost, the last invoice, and the
// counts of its gateway. Pure functions of the present day.
#pragma once

#include "storage/ledgertypes.h"

#include <vector>

namespace tokenledger::sample {

[[nodiscard]] std::vector<DefinitionChange> definitionsOn(UtcDay today);

/// The gateway's own count of the last weeks; on few days it missed something.
struct GatewayLog {
    TrackingImport import;  // without author
    std::vector<TrackingRecord> records;
};
[[nodiscard]] GatewayLog gatewayLogOn(UtcDay today);

}  // namespace tokenledger::sample
