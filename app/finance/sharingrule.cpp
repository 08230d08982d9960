#include "app/finance/sharingrule.h"

#include <QString>

#include <array>

namespace tokenledger {

namespace {

constexpr std::array<const char*, 4> RuleNames = {"none", "even", "proportional", "fixed"};

}  // namespace

QString sharingRuleName(SharingRule rule) { return QString::fromLatin1(RuleNames[static_cast<std::size_t>(rule)]); }

std::optional<SharingRule> sharingRuleFromName(QStringView name) {
    for (std::size_t i = 0; i < RuleNames.size(); ++i) {
        if (name == QLatin1String(RuleNames[i])) return static_cast<SharingRule>(i);
    }
    return std::nullopt;
}

}  // namespace tokenledger
