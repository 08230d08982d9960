// What the charts over time paint alike: gridlines, axis labels, gaps and notes. Private to this library.
#pragma once

#include "charts/palette.h"
#include "charts/series.h"

#include <QFont>
#include <QPainter>

#include <functional>

namespace tokenledger::timeaxis {

inline constexpr double TopMargin = 15;
inline constexpr double BottomMargin = 27;
inline constexpr double LeastLeft = 39;  // of the plot: room for "$2.5k" and 8 px
inline constexpr double LabelDistance = 8;

using ValueText = std::function<QString(std::int64_t)>;

/// Room left of the plot for the labels of an axis.
[[nodiscard]] double leftMargin(const ValueAxis& axis, const ValueText& text, const QFont& font);

/// Gridlines with their labels; the base line (0) stronger.
void paintGrid(QPainter& painter, const QRectF& plot, const PixelScale& scale, const ValueText& text, const QFont& font,
               const Palette& colours);
void paintPeriods(QPainter& painter, const PeriodGrid& grid, const std::vector<PeriodTick>& ticks, double top,
                  const QFont& font, const Palette& colours);
void paintGaps(QPainter& painter, const PeriodGrid& grid, const std::vector<ChartPeriod>& periods, const QRectF& plot,
               const Palette& colours);
/// Notes over `plot`; a flag's text stands above its bar, whose top `barTop` gives.
void paintNotes(QPainter& painter, const ChartFrame& frame, const std::vector<ChartNote>& notes, const PeriodGrid& grid,
                const QRectF& plot, const QFont& font, const Palette& colours,
                const std::function<double(int period)>& barTop);

/// The state of a period in words, for tips and screen readers.
[[nodiscard]] QString stateText(const ChartPeriod& period);
/// "Tue 10 Nov 2026".
[[nodiscard]] QString periodTitle(const ChartFrame& frame, int period);
/// The period that starts at `start`; -1: none.
[[nodiscard]] int periodIndex(const ChartFrame& frame, PeriodStart start);
/// Key entries for gaps and provisional periods, where there are any.
[[nodiscard]] bool hasGap(const ChartFrame& frame);
[[nodiscard]] bool hasProvisional(const ChartFrame& frame);

}  // namespace tokenledger::timeaxis
