// Amounts as people type them: with the window language's decimal mark and, if they like, its thousands separators.
#pragma once

#include "app/core/money.h"

#include <QLocale>

#include <optional>

namespace tokenledger {

/// "41,349.07" or "41349.07" in English, "41.349,07" in German; a dollar sign may stand around it. Nothing for anything
/// else: a separator in a wrong place is rather a slip than a number.
[[nodiscard]] std::optional<Money> parseMoneyInput(const QString& text, const QLocale& locale = QLocale());
/// As it is typed: "41349.07", every digit.
[[nodiscard]] QString moneyInputText(Money amount, const QLocale& locale = QLocale());

}  // namespace tokenledger
