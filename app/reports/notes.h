// Plain sentences about a report's figures: how complete they are, and what they leave out.
#pragma once

#include "app/analysis/cachesavings.h"
#include "app/core/completeness.h"

#include <QString>
#include <QStringList>

#include <set>

namespace tokenledger {

/// "26 of 30 days final, 4 provisional, 1 failed (2026-11-04)".
[[nodiscard]] QString completenessText(const Completeness& completeness);

[[nodiscard]] QString priorityTierNote();
/// Whom the Claude Code reports do not know of.
[[nodiscard]] QString claudeCodeNote();

/// About requests and their success, where a report has such figures.
[[nodiscard]] QStringList trackedRequestsNotes(bool filtered);

/// Which prices went into computed dollars, while they are being computed.
struct PriceNotes {
    std::set<QString> unpricedModels;
    std::set<QString> bookModels;      // priced by the book
    std::set<QString> yourModels;      // by the user's own list
    std::set<QString> estimateModels;  // by a book price that depends on something unknown
    std::set<QString> discounts;       // by name, in listed prices
    bool nearestDay = false;

    /// Takes note of the prices that these tokens needed.
    void take(const QString& model, const UsageMeasures& tokens, const InputPrices& prices);
    [[nodiscard]] QStringList sentences() const;
};

}  // namespace tokenledger
