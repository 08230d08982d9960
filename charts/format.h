// How figures and dates are written in the window: the symbols, places and spaces of the design, separators by QLocale.
// The locale is the default one, which the preferences set at the start and when they change. Digits come from exact
// integers, never from doubles. The space before a unit does not break.
#pragma once

#include "app/core/money.h"
#include "app/core/period.h"

#include <QLocale>
#include <QString>

namespace tokenledger {

/// What a value of a chart counts: nano-dollars or tokens.
enum class ValueKind { Money, Tokens };

/// "$1,234.56", "−$1.20"; `places` 0..9. Rounds half-even.
[[nodiscard]] QString formatMoney(Money amount, int places = 2, const QLocale& locale = QLocale());
/// Every digit there is, at least two places: "$0.000000001".
[[nodiscard]] QString formatMoneyExact(Money amount, const QLocale& locale = QLocale());
/// "$567", "$12.4k", "$1.2M"; below ten dollars with two places.
[[nodiscard]] QString formatMoneyShort(Money amount, const QLocale& locale = QLocale());
/// "+$1.20", "−$1.20", "$0.00".
[[nodiscard]] QString formatMoneyChange(Money change, const QLocale& locale = QLocale());

/// "1,234,567".
[[nodiscard]] QString formatCount(std::int64_t count, const QLocale& locale = QLocale());
/// "+3", "−3", "0".
[[nodiscard]] QString formatCountChange(std::int64_t change, const QLocale& locale = QLocale());
/// "57.98 B", "12.3 M"; below a million every digit.
[[nodiscard]] QString formatTokens(std::int64_t tokens, const QLocale& locale = QLocale());
/// As tables write tokens: as formatTokens, or every digit, whichever was chosen last. GUI thread.
[[nodiscard]] QString formatTableTokens(std::int64_t tokens, const QLocale& locale = QLocale());
enum class TokenDigits { Short, Every };
void setTableTokens(TokenDigits digits);
[[nodiscard]] TokenDigits tableTokens();
/// "+11.01 B", "−3.2 M".
[[nodiscard]] QString formatTokensChange(std::int64_t change, const QLocale& locale = QLocale());

/// "41.4 %" for numerator / denominator; "< 0.1 %" rather than a false zero, and "> 99.9 %" rather than a false whole;
/// an en dash when the denominator is 0.
[[nodiscard]] QString formatPercent(std::int64_t numerator, std::int64_t denominator, int places = 1,
                                    const QLocale& locale = QLocale());
/// "+155.3 %", "−5.6 %" for change / base; an en dash when the base is 0.
[[nodiscard]] QString formatPercentChange(std::int64_t change, std::int64_t base, int places = 1,
                                          const QLocale& locale = QLocale());
/// "23.58" for a ratio in parts per million: how many times one is the other.
[[nodiscard]] QString formatTimes(std::int64_t ppm, int places = 2, const QLocale& locale = QLocale());
/// "−1.8 pt": difference of two ratios in parts per million (see ratioPpm).
[[nodiscard]] QString formatPoints(std::int64_t ppmDifference, const QLocale& locale = QLocale());
/// numerator / denominator in parts per million, half-even; nothing when the denominator is 0 or the result too large.
[[nodiscard]] std::optional<std::int64_t> ratioPpm(std::int64_t numerator, std::int64_t denominator);

/// "10 Nov".
[[nodiscard]] QString formatDay(UtcDay day, const QLocale& locale = QLocale());
/// "10 Nov 2026".
[[nodiscard]] QString formatDayWithYear(UtcDay day, const QLocale& locale = QLocale());
/// "21 Oct – 19 Nov 2026", "20 Nov 2025 – 18 Jul 2026"; a single day without a dash.
[[nodiscard]] QString formatRange(const DateRange& range, const QLocale& locale = QLocale());
/// "21 Sep – 20 Oct".
[[nodiscard]] QString formatRangeShort(const DateRange& range, const QLocale& locale = QLocale());
/// "Tue 10 Nov 2026", "Week of 13 Jul 2026", "November 2026", "Tue 10 Nov 2026 13:00"; for a total, the range. A week
/// or month that `range` cuts names its days: "Week of 16 Nov 2026 (16 Nov – 19 Nov)".
[[nodiscard]] QString formatPeriod(PeriodStart start, Interval interval, const DateRange& range,
                                   const QLocale& locale = QLocale());
/// "13:42 UTC" of a time in any zone.
[[nodiscard]] QString formatTime(const QDateTime& time, const QLocale& locale = QLocale());

/// The label of an axis value: no false precision, and the same number of decimals along the axis, which `step`
/// decides. Money: "$0", "$500", "$1.0k"; tokens: "0", "500 M", "1.0 B".
[[nodiscard]] QString formatAxisValue(std::int64_t value, std::int64_t step, ValueKind kind,
                                      const QLocale& locale = QLocale());
/// The exact value for a tip or a screen reader: money with two places, tokens with every digit.
[[nodiscard]] QString formatValue(std::int64_t value, ValueKind kind, const QLocale& locale = QLocale());

}  // namespace tokenledger
