// From chart data to what is drawn: buckets that fit the width, stacks, line runs, gaps, label places, donut angles.
// Pure functions in logical pixels; no Qt Charts, no painting.
#pragma once

#include "charts/axis.h"
#include "charts/chartdata.h"

#include <QPointF>
#include <QRectF>

#include <functional>
#include <vector>

namespace tokenledger {

/// The data's interval, or the next longer one (week, month) whose bars are at least 3 px wide in `plotWidth`.
[[nodiscard]] Interval fittingInterval(const ChartFrame& frame, double plotWidth);
/// The same data in longer periods: values and days added up. A mean is scaled from days to weeks; for months, which
/// differ in length, it is dropped.
[[nodiscard]] CostTrendData rebucketed(const CostTrendData& data, Interval interval);
[[nodiscard]] CacheEfficiencyData rebucketed(const CacheEfficiencyData& data, Interval interval);

/// Stack order from the base line up: palette order, no id last. More than one layer without a colour (and with an id)
/// become one "other" layer, because they could not be told apart.
[[nodiscard]] std::vector<ChartLayer> stackedLayers(const std::vector<ChartLayer>& layers);
/// All days of the period are in the range, there, and were over when fetched, so that its sum compares with its
/// neighbours'.
[[nodiscard]] bool isWhole(const ChartFrame& frame, int period);
/// The period that labels at the right edge belong to: the last whole one that has data (a part of a day says little of
/// today's mix), else the last one with data; -1 when there is none. `shown` leaves periods out.
[[nodiscard]] int anchorPeriod(
    const ChartFrame& frame, const std::function<bool(int)>& shown = [](int) { return true; });
/// Sum of the layers of each period; nothing where a period has no data.
[[nodiscard]] std::vector<std::optional<std::int64_t>> totalsOf(const CostTrendData& data);

struct Extent {
    std::int64_t low = 0;
    std::int64_t high = 0;
};
/// From 0 to the highest stack (negative values stack downwards) and the mean.
[[nodiscard]] Extent stackExtent(const CostTrendData& data);

/// Where the periods lie across the plot. Edges fall on whole device pixels.
struct PeriodGrid {
    double left = 0;
    double width = 0;
    int count = 0;
    double dpr = 1;

    [[nodiscard]] double periodWidth() const { return count > 0 ? width / count : width; }
    [[nodiscard]] double barWidth() const;
    [[nodiscard]] double barLeft(int period) const;
    [[nodiscard]] double centre(int period) const { return left + (period + 0.5) * periodWidth(); }
    [[nodiscard]] double edge(int period) const;  // left edge of the period's column
    [[nodiscard]] int periodAt(double x) const;   // -1: outside
};

/// Value to vertical position.
struct PixelScale {
    ValueAxis axis;
    double top = 0;  // of axis.high
    double bottom = 0;
    double dpr = 1;

    [[nodiscard]] double y(std::int64_t value) const;
    [[nodiscard]] double snapped(std::int64_t value) const;
};

struct StackSegment {
    int layer = 0;
    double top = 0;
    double bottom = 0;
};
/// The segments of one period from the base line outwards, with one pixel between neighbours. Segments under 1
/// px are left out, but those above them keep their true places.
[[nodiscard]] std::vector<StackSegment> stackSegments(const std::vector<ChartLayer>& layers, int period,
                                                      const PixelScale& scale);

struct LineRun {
    std::vector<int> periods;
    bool provisional = false;  // dashed
};
/// Unbroken stretches of a line: it breaks where `present` is false and changes style where `provisional` does.
[[nodiscard]] std::vector<LineRun> lineRuns(const std::vector<bool>& present, const std::vector<bool>& provisional);
/// At most the lowest and highest point (and the ends) in each `pixel` wide column; points sorted by x.
[[nodiscard]] std::vector<QPointF> thinned(const std::vector<QPointF>& points, double pixel);

/// The frame's notes, with one made for each gap that none of them names: its days, not the periods that they lie in.
[[nodiscard]] std::vector<ChartNote> notesOf(const ChartFrame& frame);

/// Vertical places for labels that want to be at `wishes` (from the bottom up, falling y): at least `distance` apart,
/// upper ones pushed up, all between top and bottom. Empty when they do not all fit.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double>& wishes, double top, double bottom,
                                               double distance);

struct DonutSlice {
    int entry = 0;
    double start = 0;  // degrees clockwise from twelve o'clock
    double span = 0;
};
/// Entries in the order of the list: by amount, those without an id last.
[[nodiscard]] std::vector<DonutEntry> donutOrder(std::vector<DonutEntry> entries);
/// Slices of the positive amounts with `gap` degrees between them; a slice thinner than `least` after that is not
/// drawn.
[[nodiscard]] std::vector<DonutSlice> donutSlices(const std::vector<DonutEntry>& entries, double gap, double least);
[[nodiscard]] Money donutTotal(const std::vector<DonutEntry>& entries);

}  // namespace tokenledger
