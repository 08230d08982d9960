// A month's three-way match, read from the cache: tokens x price by the book, cost report, invoice, and all that
// explains what lies between them. In the reader's thread; the result is a plain value.
#pragma once

#include "app/analysis/monthmatch.h"
#include "app/analysis/tokencost.h"
#include "app/core/completeness.h"
#include "app/finance/invoice.h"
#include "storage/cachereader.h"

#include <map>

namespace tokenledger {

/// A row's item: what the match knows of it, and the price that went into it.
struct ReconciledItem {
    MatchRow row;
    TokenCost tokens;                            // of models
    std::vector<PriceOrigin> origins;            // listed prices that went in
    std::int64_t costLines = 0;                  // of the cost report
    std::optional<AcceptedDifference> accepted;  // for the difference as it is

    /// Something is left to be done about it: look at it, accept it, or give a price.
    [[nodiscard]] bool isOpen() const {
        return !accepted && (row.status == RowStatus::Investigate || row.status == RowStatus::Unpriced);
    }
};

/// The invoice as it was entered, and by whom.
struct EnteredInvoice {
    Invoice invoice;
    Author author;
    std::optional<AcceptedDifference> accepted;  // for its difference to the cost report as it is
};

/// Somebody accepted a difference of the month; whether it still is that one, or not.
struct Acceptance {
    AcceptedDifference accepted;
    Author author;
};

struct MonthReconciliation {
    UtcDay month;                       // its first day
    MonthMatch match;                   // its rows are in `items`, in the same order
    std::vector<ReconciledItem> items;  // models by billed amount, then web search, then what has no tokens
    std::optional<EnteredInvoice> invoice;
    std::map<QString, Acceptance> acceptances;  // by item
    MatchLimits limits;
    Completeness usage;
    Completeness cost;
    QDateTime asOf;                   // of the month's cost, the newest fetch
    Money late;                       // what final days' cost changed later, all together
    QDateTime lateSeenAt;             // the newest; invalid: nothing changed
    std::int64_t priorityTokens = 0;  // billed elsewhere, and in no figure here
    int models = 0;
    int pricedModels = 0;  // wholly
    std::optional<UtcDay> edition;
    std::int64_t lastPlace = 1;       // nano-dollars of the last place that cost lines have
    std::optional<MonthClose> close;  // the newest version

    [[nodiscard]] DateRange days() const { return {month, month.lastOfMonth()}; }
    /// The invoice and the cost report differ, and nobody accepted it.
    [[nodiscard]] bool isInvoiceOpen() const;
    /// Anything is left to look at.
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isClosed() const { return close && close->isClosed(); }
};

/// `month`: its first day. Errors Cache, Cancelled; Usage when a sum does not fit or a definition cannot be read.
[[nodiscard]] Result<MonthReconciliation> reconcileMonth(const CacheReader& cache, UtcDay month,
                                                         const PriceBook& prices);

/// The newest version of a month's close; nothing: it was never closed.
[[nodiscard]] Result<std::optional<MonthClose>> newestClose(const CacheReader& cache, UtcDay month);

/// Error Usage while the month is closed: what its snapshot has stays as it is.
[[nodiscard]] Result<void> requireOpenMonth(const CacheReader& cache, UtcDay month);

}  // namespace tokenledger
