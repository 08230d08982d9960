// Budgets from a CSV file: columns name, scope, value, period, amount, thresholds, from, to; the header names them.
// One thread; the device must outlive the call.
#pragma once

#include "app/finance/budget.h"

#include <QIODevice>

#include <functional>

namespace tokenledger {

/// All or nothing: where there are problems, none of the budgets is to be stored.
struct BudgetFile {
    std::vector<Budget> budgets;
    QStringList problems;  // "Line 3, column amount: ..."; at most MostProblems
};
inline constexpr qsizetype MostProblems = 20;

/// The id of what a file calls by its name or id, as Budget::value wants it; the error's message says why not.
using ScopeValueOf = std::function<Result<QString>(BudgetScope scope, const QString& name)>;

/// Separators comma, semicolon, tab and bar; UTF-8, or UTF-16 with a byte order mark. Amounts are plain ("5000",
/// "1250.50"; "1250,50" where commas do not separate); "5,000" and "5.000" could be either, and are refused, as are
/// rows with more or fewer values than the header. Error Usage for a file that is no such table.
[[nodiscard]] Result<BudgetFile> readBudgetFile(QIODevice& device, const ScopeValueOf& valueOf);

}  // namespace tokenledger
