#include "charts/series.h"

#include "app/core/texts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tokenledger {

namespace {

constexpr double BarShare = 0.72;
constexpr double LeastBar = 3;
constexpr double WidestBar = 96;  // so that a single day is a bar and not a wall

std::size_t at(int index) { return static_cast<std::size_t>(index); }

double snap(double value, double dpr) { return std::round(value * dpr) / dpr; }

// Sums of a cache were checked when they were made; this only keeps odd input from being undefined behaviour.
std::int64_t plus(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(a, b, &sum)) return sum;
    return a < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

PeriodStart bucketOf(PeriodStart start, Interval interval) { return periodOf(UtcDay::fromSeconds(start), interval); }

std::size_t bucketCount(const ChartFrame& frame, Interval interval) {
    std::size_t count = 0;
    std::optional<PeriodStart> last;
    for (const ChartPeriod& period : frame.periods) {
        const PeriodStart bucket = bucketOf(period.start, interval);
        if (last != bucket) ++count;
        last = bucket;
    }
    return count;
}

// Merges the periods of `frame` and says where each old period went.
std::vector<int> mergePeriods(ChartFrame& frame, Interval interval) {
    std::vector<int> target;
    std::vector<ChartPeriod> merged;
    for (const ChartPeriod& period : frame.periods) {
        const PeriodStart bucket = bucketOf(period.start, interval);
        if (merged.empty() || merged.back().start != bucket) merged.push_back({bucket, {}, {}});
        ChartPeriod& into = merged.back();
        into.days.finalDays += period.days.finalDays;
        into.days.provisionalDays += period.days.provisionalDays;
        into.days.missingDays += period.days.missingDays;
        into.days.failedDays += period.days.failedDays;
        into.days.unfinishedDays += period.days.unfinishedDays;
        target.push_back(static_cast<int>(merged.size()) - 1);
    }
    frame.periods = std::move(merged);
    frame.interval = interval;
    return target;
}

std::int64_t valueAt(const ChartLayer& layer, std::size_t period) {
    return period < layer.values.size() ? layer.values[period] : 0;
}

}  // namespace

PeriodKind ChartPeriod::kind() const {
    if (days.isEmpty()) return days.failedDays > 0 ? PeriodKind::Failed : PeriodKind::Missing;
    if (!days.isComplete()) return PeriodKind::Partial;
    if (isRunning()) return PeriodKind::Running;
    return days.isProvisional() ? PeriodKind::Provisional : PeriodKind::Final;
}

Interval fittingInterval(const ChartFrame& frame, double plotWidth) {
    const auto fits = [&](std::size_t count) { return static_cast<double>(count) * LeastBar / BarShare <= plotWidth; };
    if (frame.interval == Interval::Total || fits(frame.periods.size())) return frame.interval;
    for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month})
        if (interval > frame.interval && (interval == Interval::Month || fits(bucketCount(frame, interval))))
            return interval;
    return frame.interval;
}

CostTrendData rebucketed(const CostTrendData& data, Interval interval) {
    CostTrendData result = data;
    const std::vector<int> target = mergePeriods(result, interval);
    for (ChartLayer& layer : result.layers) {
        std::vector<std::int64_t> values(result.periods.size(), 0);
        for (std::size_t i = 0; i < target.size(); ++i)
            if (data.periods[i].hasData()) values[at(target[i])] = plus(values[at(target[i])], valueAt(layer, i));
        layer.values = std::move(values);
    }
    if (data.interval == Interval::Day && interval == Interval::Week && data.mean) {
        result.mean = *data.mean * 7;
    } else if (interval != data.interval) {
        result.mean.reset();
    }
    return result;
}

CacheEfficiencyData rebucketed(const CacheEfficiencyData& data, Interval interval) {
    CacheEfficiencyData result = data;
    const std::vector<int> target = mergePeriods(result, interval);
    result.values.assign(result.periods.size(), {});
    for (std::size_t i = 0; i < std::min(target.size(), data.values.size()); ++i) {
        if (!data.periods[i].hasData()) continue;
        CachePeriod& into = result.values[at(target[i])];
        into.read = plus(into.read, data.values[i].read);
        into.written = plus(into.written, data.values[i].written);
        into.totalInput = plus(into.totalInput, data.values[i].totalInput);
    }
    return result;
}

std::vector<ChartLayer> stackedLayers(const std::vector<ChartLayer>& layers) {
    std::vector<ChartLayer> stacked;
    std::vector<ChartLayer> others;
    std::vector<ChartLayer> without;
    for (const ChartLayer& layer : layers)
        (layer.id.isEmpty() ? without : layer.colour < 0 ? others : stacked).push_back(layer);
    std::stable_sort(stacked.begin(), stacked.end(),
                     [](const ChartLayer& a, const ChartLayer& b) { return a.colour < b.colour; });
    if (others.size() > 1) {
        ChartLayer merged{QStringLiteral("*"), tr("%n others", nullptr, static_cast<int>(others.size())), -1, {}};
        for (const ChartLayer& layer : others) {
            merged.values.resize(std::max(merged.values.size(), layer.values.size()), 0);
            for (std::size_t i = 0; i < layer.values.size(); ++i)
                merged.values[i] = plus(merged.values[i], layer.values[i]);
        }
        others = {merged};
    }
    stacked.insert(stacked.end(), others.begin(), others.end());
    stacked.insert(stacked.end(), without.begin(), without.end());
    return stacked;
}

bool isWhole(const ChartFrame& frame, int period) {
    const ChartPeriod& state = frame.periods[at(period)];
    if (!state.hasData() || state.isGap() || state.isRunning()) return false;
    const UtcDay first = UtcDay::fromSeconds(state.start);
    const int days = daysOf(state.start, frame.interval, frame.range).days();
    if (frame.interval == Interval::Week) return days == 7;
    return frame.interval != Interval::Month || days == first.lastOfMonth() - first + 1;
}

int anchorPeriod(const ChartFrame& frame, const std::function<bool(int)>& shown) {
    int fallback = -1;
    for (int i = static_cast<int>(frame.periods.size()) - 1; i >= 0; --i) {
        if (!frame.periods[at(i)].hasData() || !shown(i)) continue;
        if (isWhole(frame, i)) return i;
        if (fallback < 0) fallback = i;
    }
    return fallback;
}

std::vector<std::optional<std::int64_t>> totalsOf(const CostTrendData& data) {
    std::vector<std::optional<std::int64_t>> totals(data.periods.size());
    for (std::size_t i = 0; i < totals.size(); ++i) {
        if (!data.periods[i].hasData()) continue;
        std::int64_t total = 0;
        for (const ChartLayer& layer : data.layers) total = plus(total, valueAt(layer, i));
        totals[i] = total;
    }
    return totals;
}

Extent stackExtent(const CostTrendData& data) {
    Extent extent{std::min<std::int64_t>(0, data.mean.value_or(0)), std::max<std::int64_t>(0, data.mean.value_or(0))};
    const std::vector<ChartLayer> layers = stackedLayers(data.layers);
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        if (!data.periods[i].hasData()) continue;
        std::int64_t up = 0;
        std::int64_t down = 0;
        for (const ChartLayer& layer : layers) {
            const std::int64_t value = valueAt(layer, i);
            (value < 0 ? down : up) = plus(value < 0 ? down : up, value);
        }
        extent.low = std::min(extent.low, down);
        extent.high = std::max(extent.high, up);
    }
    return extent;
}

double PeriodGrid::barWidth() const {
    const double wanted = snap(std::min(periodWidth() * BarShare, WidestBar), dpr);
    return std::max({wanted, std::min(LeastBar, std::floor(periodWidth())), 1 / dpr});
}
double PeriodGrid::barLeft(int period) const { return snap(centre(period) - barWidth() / 2, dpr); }
double PeriodGrid::edge(int period) const { return snap(left + period * periodWidth(), dpr); }
int PeriodGrid::periodAt(double x) const {
    if (count == 0 || x < left || x >= left + width) return -1;
    return std::min(count - 1, static_cast<int>((x - left) / periodWidth()));
}

double PixelScale::y(std::int64_t value) const {
    if (axis.isEmpty()) return bottom;
    const double share = (static_cast<double>(value) - static_cast<double>(axis.low)) /
                         (static_cast<double>(axis.high) - static_cast<double>(axis.low));
    return bottom - share * (bottom - top);
}
double PixelScale::snapped(std::int64_t value) const { return snap(y(value), dpr); }

std::vector<StackSegment> stackSegments(const std::vector<ChartLayer>& layers, int period, const PixelScale& scale) {
    std::vector<StackSegment> segments;
    const double pixel = std::max(1.0, std::round(scale.dpr)) / scale.dpr;
    for (const int sign : {1, -1}) {
        std::int64_t reached = 0;
        std::optional<std::size_t> below;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const std::int64_t value = valueAt(layers[i], at(period));
            if (value == 0 || (value < 0) != (sign < 0)) continue;
            const double from = scale.snapped(reached);
            reached = plus(reached, value);
            const double to = scale.snapped(reached);
            if (std::abs(from - to) < 1) continue;
            StackSegment segment{static_cast<int>(i), std::min(from, to), std::max(from, to)};
            if (below) {
                // The line between two segments is taken from the taller one, so that a thin one stays visible.
                StackSegment& neighbour = segments[*below];
                const bool fromNeighbour = neighbour.bottom - neighbour.top > segment.bottom - segment.top;
                StackSegment& taller = fromNeighbour ? neighbour : segment;
                const bool cutTop = fromNeighbour == (sign > 0);
                if (taller.bottom - taller.top >= 2 * pixel)
                    (cutTop ? taller.top : taller.bottom) += cutTop ? pixel : -pixel;
            }
            below = segments.size();
            segments.push_back(segment);
        }
    }
    return segments;
}

std::vector<LineRun> lineRuns(const std::vector<bool>& present, const std::vector<bool>& provisional) {
    std::vector<LineRun> runs;
    bool open = false;
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (!present[i]) {
            open = false;
            continue;
        }
        const int period = static_cast<int>(i);
        if (!open) {
            runs.push_back({{period}, provisional[i]});
        } else {
            // The piece between two points is provisional when either of them is.
            const bool dashed = provisional[i] || provisional[i - 1];
            LineRun& run = runs.back();
            if (run.periods.size() == 1) run.provisional = dashed;
            if (run.provisional == dashed) {
                run.periods.push_back(period);
            } else {
                runs.push_back({{period - 1, period}, dashed});
            }
        }
        open = true;
    }
    return runs;
}

std::vector<QPointF> thinned(const std::vector<QPointF>& points, double pixel) {
    std::vector<QPointF> kept;
    const auto column = [pixel](const QPointF& point) { return std::floor(point.x() / pixel); };
    for (std::size_t begin = 0; begin < points.size();) {
        std::size_t end = begin;
        std::size_t lowest = begin;
        std::size_t highest = begin;
        for (; end < points.size() && column(points[end]) == column(points[begin]); ++end) {
            if (points[end].y() < points[lowest].y()) lowest = end;
            if (points[end].y() > points[highest].y()) highest = end;
        }
        std::vector<std::size_t> picks = {begin, lowest, highest, end - 1};
        std::sort(picks.begin(), picks.end());
        picks.erase(std::unique(picks.begin(), picks.end()), picks.end());
        for (const std::size_t pick : picks) kept.push_back(points[pick]);
        begin = end;
    }
    return kept;
}

std::vector<ChartNote> notesOf(const ChartFrame& frame) {
    std::vector<ChartNote> notes = frame.notes;
    for (const DayGap& gap : frame.gaps) {
        const bool named = std::any_of(frame.notes.begin(), frame.notes.end(), [&gap](const ChartNote& note) {
            return note.kind == NoteKind::Gap && note.days.first <= gap.days.last && gap.days.first <= note.days.last;
        });
        if (named) continue;
        const QString title = gap.failed ? tr("Fetching failed: %1") : tr("Not fetched yet: %1");
        // Days before the first one that was fetched are on their way, not lost.
        const bool toCome = !gap.failed && gap.days.first == frame.range.first && gap.days != frame.range;
        notes.push_back(
            {NoteKind::Gap, gap.days, title.arg(formatRange(gap.days)),
             toCome ? tr("newest first; the gap is no data, not zero") : tr("the gap is no data, not zero")});
    }
    return notes;
}

std::vector<double> spreadLabels(const std::vector<double>& wishes, double top, double bottom, double distance) {
    if (wishes.empty() || static_cast<double>(wishes.size() - 1) * distance > bottom - top) return {};
    std::vector<double> places = wishes;
    double limit = bottom;
    for (double& place : places) {
        place = std::min(place, limit);
        limit = place - distance;
    }
    limit = top;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        *place = std::max(*place, limit);
        limit = *place + distance;
    }
    return places;
}

std::vector<DonutEntry> donutOrder(std::vector<DonutEntry> entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const DonutEntry& a, const DonutEntry& b) {
        if (a.id.isEmpty() != b.id.isEmpty()) return b.id.isEmpty();
        return a.amount > b.amount;
    });
    return entries;
}

std::vector<DonutSlice> donutSlices(const std::vector<DonutEntry>& entries, double gap, double least) {
    double whole = 0;
    int count = 0;
    for (const DonutEntry& entry : entries) {
        if (entry.amount.nano() <= 0) continue;
        whole += static_cast<double>(entry.amount.nano());
        ++count;
    }
    if (count == 0) return {};
    const double between = count > 1 ? gap : 0;
    std::vector<DonutSlice> slices;
    double start = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].amount.nano() <= 0) continue;
        const double span = 360.0 * static_cast<double>(entries[i].amount.nano()) / whole;
        if (span - between >= least) slices.push_back({static_cast<int>(i), start + between / 2, span - between});
        start += span;
    }
    return slices;
}

Money donutTotal(const std::vector<DonutEntry>& entries) {
    std::int64_t total = 0;
    for (const DonutEntry& entry : entries) total = plus(total, entry.amount.nano());
    return Money::fromNano(total);
}

}  // namespace tokenledger
