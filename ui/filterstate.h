// What the filter bar says and every page follows: period, interval, comparison, filters. A value; no widgets.
#pragma once

#include "app/core/period.h"
#include "app/reports/overview.h"
#include "app/reports/report.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace tokenledger {

enum class PeriodPreset { Days7, Days30, MonthToDate, LastMonth, Quarter, YearToDate, Months12, All, Custom };

/// One chosen value of a filter. The term is the open cache's; it is looked up again when another cache is opened.
struct FilterChoice {
    TermId term = NullTerm;
    QString value;  // the id; empty: null
    QString name;   // as shown
    friend bool operator==(const FilterChoice&, const FilterChoice&) = default;
};

struct DimensionChoice {
    Dimension dimension = Dimension::Model;
    std::vector<FilterChoice> anyOf;  // never empty
    friend bool operator==(const DimensionChoice&, const DimensionChoice&) = default;
};

struct FilterState {
    PeriodPreset period = PeriodPreset::Days30;
    std::optional<DateRange> custom;   // with PeriodPreset::Custom
    std::optional<Interval> interval;  // nothing: chosen by the length of the period
    Comparison comparison = Comparison::PreviousPeriod;
    std::vector<DimensionChoice> filters;

    friend bool operator==(const FilterState&, const FilterState&) = default;

    /// Ends today, but for LastMonth and Custom. All: from the cache's first day. Quarters and years begin with the
    /// month `yearStart` (1 to 12) of the fiscal year.
    [[nodiscard]] DateRange range(UtcDay today, const std::optional<DateRange>& extent, int yearStart = 1) const;
    /// The chosen interval, or a coarser one where that would make more bars than a chart can show.
    [[nodiscard]] Interval effectiveInterval(const DateRange& days) const;
    [[nodiscard]] const DimensionChoice* filterOf(Dimension dimension) const;
    /// An empty list takes the filter away.
    void setFilter(Dimension dimension, std::vector<FilterChoice> anyOf);

    /// The filters as queries want them.
    [[nodiscard]] std::vector<DimensionFilter> where() const;
    [[nodiscard]] OverviewRequest overviewRequest(UtcDay today, const std::optional<DateRange>& extent,
                                                  int yearStart = 1) const;
    /// The filters of these dimensions, as a report wants them.
    [[nodiscard]] std::vector<ReportFilter> reportFilters(const std::vector<Dimension>& allowed) const;

    [[nodiscard]] QJsonObject toJson() const;
    /// What cannot be read keeps its default.
    [[nodiscard]] static FilterState fromJson(const QJsonObject& json);
};

/// Dimensions that the Overview can be filtered by.
[[nodiscard]] const std::vector<Dimension>& filterDimensions();
/// An interval makes at most this many bars.
inline constexpr int MaxPeriods = 120;
[[nodiscard]] bool fits(Interval interval, const DateRange& days);

}  // namespace tokenledger
