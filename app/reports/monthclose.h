// Closing a month: what speaks against it, the snapshot that is frozen, and what changed since. In the reader's thread.
#pragma once

#include "app/finance/monthsnapshot.h"
#include "app/reports/monthreconciliation.h"

namespace tokenledger {

/// What the two reports say of a month now.
[[nodiscard]] Result<MonthFigures> monthFigures(const CacheReader& cache, UtcDay month);

/// Days that are missing, failed or provisional, in sentences. While there are any, a month is closed only in spite of
/// them, and for a reason.
[[nodiscard]] QStringList problemsOf(const MonthReconciliation& month);
/// What does not stand against closing, but is better looked at before: open differences, no invoice.
[[nodiscard]] QStringList remarksOn(const MonthReconciliation& month);

/// `overrideReason`: why it is closed although problemsOf() names something. Error Usage, naming the problems, without.
[[nodiscard]] Result<QByteArray> makeSnapshot(const CacheReader& cache, UtcDay month, const PriceBook& prices,
                                              const QString& overrideReason);

/// A figure as it was closed and as it is now; nothing: there was, or is, no such thing.
struct FigureChange {
    std::optional<Money> closed;
    std::optional<Money> now;
    Money difference;
};
struct ChangeSinceClose {
    FigureChange spend;
    std::map<QString, FigureChange> byModel;  // those that changed; what has no model under the empty id
    [[nodiscard]] bool isNone() const { return spend.difference.isZero() && byModel.empty(); }
};
[[nodiscard]] Result<ChangeSinceClose> changeSince(const MonthFigures& closed, const MonthFigures& now);

}  // namespace tokenledger
