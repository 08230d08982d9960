// Budgets as people lay them down: what may be spent on what, in which periods. Plain values and their JSON.
#pragma once

#include "app/core/money.h"
#include "app/core/period.h"
#include "storage/ledgertypes.h"

#include <vector>

namespace tokenledger {

enum class BudgetScope : std::uint8_t { Organization, Workspace, Team, ApiKey, Model };
/// "organization", "workspace", "team", "api_key", "model".
[[nodiscard]] QString scopeName(BudgetScope scope);
[[nodiscard]] std::optional<BudgetScope> scopeFromName(QStringView name);

enum class BudgetPeriod : std::uint8_t { Month, Quarter, Year };
/// "month", "quarter", "year".
[[nodiscard]] QString budgetPeriodName(BudgetPeriod period);
[[nodiscard]] std::optional<BudgetPeriod> budgetPeriodFromName(QStringView name);

inline const std::vector<int> DefaultThresholds = {50, 80, 100};
inline constexpr std::size_t MostThresholds = 10;
inline constexpr int HighestThreshold = 1000;

struct Budget {
    QString name;
    BudgetScope scope = BudgetScope::Organization;
    QString value;  // id of the workspace, key or model as the API sends it, empty for null; the team's name
    BudgetPeriod period = BudgetPeriod::Month;
    Money amount;                                     // of each whole period, above 0
    std::vector<int> thresholds = DefaultThresholds;  // percent of the amount, ascending
    std::optional<UtcDay> from = std::nullopt;        // periods that end before it have no budget
    std::optional<UtcDay> to = std::nullopt;          // nor those that begin after it

    [[nodiscard]] bool appliesTo(const DateRange& days) const {
        return (!from || days.last >= *from) && (!to || days.first <= *to);
    }
    friend bool operator==(const Budget&, const Budget&) = default;
};

/// Error Usage, in a sentence that names what is wrong: no name, no amount above 0, thresholds that are none, ...
[[nodiscard]] Result<void> checkBudget(const Budget& budget);
[[nodiscard]] DefinitionChange toDefinition(const Budget& budget);
/// Error Usage for a body that is no budget.
[[nodiscard]] Result<Budget> budgetFrom(const Definition& definition);

/// "50,80,100"; percent signs and blanks are allowed. Error Usage otherwise.
[[nodiscard]] Result<std::vector<int>> parseThresholds(const QString& text);

/// The period that `day` lies in. Quarters and years begin with the fiscal year: in `startMonth`, 1 to 12.
[[nodiscard]] DateRange budgetPeriodOf(BudgetPeriod period, UtcDay day, int startMonth);
/// "2026-11", "2026-10 to 2026-12".
[[nodiscard]] QString budgetPeriodLabel(const DateRange& days);

/// The month that the fiscal year begins with, as a definition.
[[nodiscard]] DefinitionChange fiscalYearDefinition(int startMonth);
/// January where none was laid down. Error Usage for a body that is none.
[[nodiscard]] Result<int> fiscalStartMonth(const std::vector<Definition>& definitions);

}  // namespace tokenledger
