// The organization's rule for cost that no API key used, and for Console use. A pure value.
#pragma once

#include "app/finance/sharingrule.h"
#include "app/finance/team.h"

#include <QStringList>

namespace tokenledger {

/// Under this name the definition is kept; there is one.
inline const QString AllocationRuleName = QStringLiteral("default");

struct AllocationRule {
    struct FixedShare {
        QString team;
        std::int64_t millionths = 0;  // of 100 %
        friend bool operator==(const FixedShare&, const FixedShare&) = default;
    };
    SharingRule shared = SharingRule::None;
    SharingRule console = SharingRule::None;
    std::vector<FixedShare> fixed;  // what SharingRule::Fixed goes by: 100 % together, no team twice
    friend bool operator==(const AllocationRule&, const AllocationRule&) = default;
};

/// What a definition's body says. Error Usage, naming the field, for anything that is not known or does not hold.
[[nodiscard]] Result<AllocationRule> readAllocationRule(const QByteArray& body);
[[nodiscard]] QByteArray allocationRuleBody(const AllocationRule& rule);

/// "Research=40" or "Research=12.5": per cent, at most four places. Error Usage.
[[nodiscard]] Result<AllocationRule::FixedShare> fixedShareFromText(const QString& text);
/// "40", "12.5".
[[nodiscard]] QString partText(std::int64_t millionths);

/// The rule with teams as numbers. Error Usage: a fixed rule without shares, shares that are not 100 % together, a team
/// twice, or one that there is not, with what there is.
[[nodiscard]] Result<AllocationRules> rulesFor(const AllocationRule& rule, const TeamBook& teams);

}  // namespace tokenledger
