// The rules for cost that no API key used. Plain values.
#pragma once

#include <QStringView>

#include <cstdint>
#include <optional>
#include <vector>

namespace tokenledger {

/// A team's place by its name, from 1; 0: none.
using TeamNumber = std::int32_t;

/// What becomes of cost that no key used (shared), or that was used without a key (Console).
enum class SharingRule : std::uint8_t {
    None,          // stays as it is
    Even,          // in equal parts to the teams with cost of their own, a key outside of teams counting as one
    Proportional,  // in proportion to the keys' own cost
    Fixed,         // by fixed parts to teams
};
/// "none", "even", "proportional", "fixed".
[[nodiscard]] QString sharingRuleName(SharingRule rule);
[[nodiscard]] std::optional<SharingRule> sharingRuleFromName(QStringView name);

struct AllocationRules {
    struct FixedPart {
        TeamNumber team = 0;
        std::int64_t parts = 0;
    };
    SharingRule shared = SharingRule::None;
    SharingRule console = SharingRule::None;
    std::vector<FixedPart> fixed;
};

}  // namespace tokenledger
