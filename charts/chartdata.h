// What the charts are given: plain values, exact (nano-dollars or tokens), one entry a period, oldest first.
// No Qt Charts, no pixels; the widgets keep a copy.
#pragma once

#include "app/core/completeness.h"
#include "app/core/money.h"
#include "app/core/period.h"
#include "charts/format.h"

#include <QString>

#include <optional>
#include <vector>

namespace tokenledger {

enum class PeriodKind {
    Final,        // every day is there and will not change
    Provisional,  // every day is there, some may still change
    Running,      // a day of it was fetched before it was over
    Partial,      // some of its days are missing or failed
    Missing,      // no data
    Failed,       // no data: fetching it failed
};

struct ChartPeriod {
    PeriodStart start = 0;
    PeriodState days;  // how many of its days (inside the range) are in which state
    QString note;      // one line for the tip, such as when it was fetched; empty: the state in words

    [[nodiscard]] PeriodKind kind() const;
    /// It was under way when its last day was fetched: its figure is that of a part.
    [[nodiscard]] bool isRunning() const { return days.unfinishedDays > 0; }
    [[nodiscard]] bool hasData() const { return !days.isEmpty(); }
    /// Drawn hatched: its figure is not final.
    [[nodiscard]] bool isHatched() const { return hasData() && days.isProvisional(); }
    /// Drawn with gap stripes: something is not there.
    [[nodiscard]] bool isGap() const { return !days.isComplete() || days.isEmpty(); }
};

enum class NoteKind {
    Gap,    // on a card over missing or failed periods, or beside them when they are narrow
    Flag,   // a flag and a line above a bar
    Event,  // a dotted vertical line, such as a price change
};

struct ChartNote {
    NoteKind kind = NoteKind::Gap;
    DateRange days;  // for Flag and Event its first day counts
    QString title;
    QString text;  // second line of a Gap
};

/// What all charts over time share.
struct ChartFrame {
    QString title;  // of the exported picture, and the accessible name
    QString subtitle;
    DateRange range;
    Interval interval = Interval::Day;  // of `periods`; a chart too narrow for them shows longer ones
    std::vector<ChartPeriod> periods;
    std::vector<DayGap> gaps;  // the days without data; those that no note names get one made from their dates
    std::vector<ChartNote> notes;
    QString emptyText;  // in the middle when there is nothing to draw; empty: a general sentence
};

enum class ColourFamily { Models, Others };

struct ChartLayer {
    QString id;  // model id, or another dimension's value; empty: none (drawn last, as Other)
    QString name;
    int colour = -1;                   // index into Palette::models or Palette::family; -1: Other
    std::vector<std::int64_t> values;  // one a period; not read where the period has no data. May be negative (credits)
};

struct CostTrendData : ChartFrame {
    ValueKind kind = ValueKind::Money;
    ColourFamily family = ColourFamily::Models;
    std::vector<ChartLayer> layers;  // any order; stacked by colour
    bool totalLine = true;
    bool additive =
        true;  // false: a longer period is not the sum of its shorter ones, so these are shown however narrow
    std::optional<std::int64_t> mean;  // mean a period of the compared range
    QString meanName;                  // "mean of 21 Sep – 20 Oct"
};

struct DonutEntry {
    QString id;
    QString name;
    int colour = -1;
    Money amount;
};

struct ModelDonutData {
    QString title;
    QString subtitle;
    std::vector<DonutEntry> entries;  // any order; shown by amount, those without an id last
    QString centreNote;               // under the total: "30 days"
    QString emptyText;
};

/// A part of a whole, both counts.
struct ShareBar {
    QString name;
    std::int64_t part = 0;
    std::int64_t whole = 0;
};

struct ShareBarsData {
    QString title;
    QString subtitle;
    std::vector<ShareBar> bars;  // drawn in this order
    QString emptyText;
};

struct BudgetBar {
    QString name;
    QString note;  // after the name: "November 2026"
    QString state;
    Money amount;
    std::optional<Money> actual;    // nothing: not known
    std::optional<Money> forecast;  // for the end of the period
    std::optional<Money> low;
    std::optional<Money> high;
    std::vector<int> thresholds;  // percent
    bool isBad = false;           // over the amount
};

struct BudgetBarsData {
    QString title;
    QString subtitle;
    std::vector<BudgetBar> bars;  // drawn in this order
    QString emptyText;
};

struct CachePeriod {
    std::int64_t read = 0;        // tokens read from the cache
    std::int64_t written = 0;     // tokens written to it
    std::int64_t totalInput = 0;  // all input tokens; the hit ratio is read / totalInput
};

struct CacheEfficiencyData : ChartFrame {
    std::vector<CachePeriod> values;  // one a period; not read where the period has no data
};

}  // namespace tokenledger
