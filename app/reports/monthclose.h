// Closing a month: what speaks against it, the snapshot that is frozen, and what changed since. In the reader's thread.
#pragma once

#include "app/finance/monthsnapshot.h"
#include "app/reports/monthreconciliation.h"
#include "storage/cachewriter.h"

namespace tokenledger {

/// What is said of a month now: by the two reports, and by its match.
[[nodiscard]] Result<MonthFigures> monthFigures(const CacheReader& cache, const MonthReconciliation& month);

/// Days that are missing, failed or provisional, and differences that are neither explained nor accepted, in sentences.
/// While there are any, a month is closed only in spite of them, and for a reason.
[[nodiscard]] QStringList problemsOf(const MonthReconciliation& month);
/// What does not stand against closing, but is better looked at before: what has no price, no invoice.
[[nodiscard]] QStringList remarksOn(const MonthReconciliation& month);

/// `overrideReason`: why it is closed although problemsOf() names something. Error Usage, naming the problems, without.
[[nodiscard]] Result<QByteArray> makeSnapshot(const CacheReader& cache, UtcDay month, const PriceBook& prices,
                                              const QString& overrideReason);

/// Takes the snapshot and stores it: `writer` holds the lock of the cache at `cachePath`, so nothing comes between.
/// Errors of makeSnapshot; Usage when the month is closed already.
[[nodiscard]] Result<MonthClose> closeMonth(CacheWriter& writer, const QString& cachePath, UtcDay month,
                                            const PriceBook& prices, const QString& overrideReason,
                                            const Author& author);

/// A figure as it was closed and as it is now; nothing: there was, or is, no such thing.
struct FigureChange {
    std::optional<Money> closed;
    std::optional<Money> now;
    Money difference;
    [[nodiscard]] bool isNone() const { return closed == now; }
};
struct CountChange {
    std::int64_t closed = 0;
    std::int64_t now = 0;
};
/// Of maps only those that changed; what has no model or workspace under the empty id.
struct ChangeSinceClose {
    FigureChange spend;
    FigureChange computed;
    FigureChange invoiced;
    std::map<QString, FigureChange> byModel;
    std::map<QString, FigureChange> byWorkspace;
    std::map<QString, FigureChange> byCostType;
    std::map<QString, CountChange> counts;  // tokens by kind, and "web_searches"
    /// What changed, in words: "spend by model", "tokens".
    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] bool isNone() const { return kinds().isEmpty(); }
};
[[nodiscard]] Result<ChangeSinceClose> changeSince(const MonthFigures& closed, const MonthFigures& now);

}  // namespace tokenledger
