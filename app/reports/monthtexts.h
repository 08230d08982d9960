// A month's match in words: why a row differs, which prices it was reckoned with, what a cause is.
#pragma once

#include "app/reports/monthreconciliation.h"

#include <QStringList>

#include <functional>

namespace tokenledger {

/// How days are written where the text is shown: "2026-10-20 to 2026-10-31" in files, "20-31 Oct" in the window.
using DaysText = std::function<QString(const std::vector<UtcDay>&)>;
[[nodiscard]] QString isoDaysText(const std::vector<UtcDay>& days);

/// Empty when there is nothing to say.
[[nodiscard]] QString reasonText(const ReconciledItem& item, const DaysText& days);
/// "price book of 2026-10-07 (since 2026-10-07)", "your prices (since ever), discount Contract".
[[nodiscard]] QString originsText(const std::vector<PriceOrigin>& origins, const std::optional<UtcDay>& edition);

/// "Unpriced", "Late data": what a bar or a line is called; a manual line goes by its label.
[[nodiscard]] QString causeTitle(CauseKind kind);
/// One sentence on what the kind means.
[[nodiscard]] QString causeMeaning(CauseKind kind, const MonthReconciliation& month);

/// What a reader of the match must know: Priority Tier, no invoice, the bound of rounding, open differences.
[[nodiscard]] QStringList monthNotes(const MonthReconciliation& month);

}  // namespace tokenledger
