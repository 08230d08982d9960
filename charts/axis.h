// Axes of the charts: exact integer steps for values, and which periods get a label below. Pure; no fonts, no pixels
// beyond the widths that are passed in.
#pragma once

#include "app/core/period.h"
#include "charts/format.h"

#include <QString>

#include <functional>
#include <vector>

namespace tokenledger {

/// low and high are multiples of step; low < high, except in an axis that has nothing to show (all zero).
struct ValueAxis {
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t step = 0;

    [[nodiscard]] bool isEmpty() const { return step == 0; }
    [[nodiscard]] std::vector<std::int64_t> ticks() const;
    friend bool operator==(const ValueAxis&, const ValueAxis&) = default;
};

/// The finest axis of steps 1, 2, 2.5 or 5 x 10^n that holds 0, low and high in at most maxLines (3..6) gridlines;
/// never fewer than three. Empty when low and high are 0.
[[nodiscard]] ValueAxis niceAxis(std::int64_t low, std::int64_t high, int maxLines);

/// An axis for ratios in parts per million, which need not start at 0: steps of 10 points or more within 0..100 %, at
/// least three gridlines, the data as near to the middle as that allows.
[[nodiscard]] ValueAxis niceRatioAxis(std::int64_t lowPpm, std::int64_t highPpm, int maxLines);

/// How many gridlines fit with `spacing` between them, 3..6.
[[nodiscard]] int gridlinesFor(double height, double spacing);

struct PeriodTick {
    int period = 0;  // index
    QString text;
    friend bool operator==(const PeriodTick&, const PeriodTick&) = default;
};

/// Labels below the axis: one day in 3 or 4 (fewer when they do not fit) ending at the last; Mondays beyond 60 days;
/// months beyond 26 weeks, with the year on the first and on each January.
[[nodiscard]] std::vector<PeriodTick> periodTicks(const std::vector<PeriodStart>& periods, Interval interval,
                                                  double periodWidth,
                                                  const std::function<double(const QString&)>& textWidth,
                                                  const QLocale& locale = QLocale());

}  // namespace tokenledger
