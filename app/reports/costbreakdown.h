// Everything the Cost page shows, by three dimensions of the bill. Built by buildCostBreakdown in the reader's thread.
#pragma once

#include "app/core/completeness.h"
#include "app/reports/breakdowndays.h"
#include "app/reports/costvalue.h"
#include "app/reports/standouts.h"
#include "storage/cachereader.h"

#include <memory>
#include <optional>
#include <vector>

namespace tokenledger {

struct CostBreakdownRequest {
    DateRange range;
    Interval interval = Interval::Day;  // Day, Week or Month
    Comparison comparison = Comparison::PreviousPeriod;
    std::vector<DimensionFilter> where;  // an ApiKey filter is left out where cost is not known by key
    // Three different dimensions of the report "cost"; or of the report "allocation", when one of them isAllocated.
    Dimension rows = Dimension::Workspace;  // of the table, and what the chart is stacked by
    Dimension columns = Dimension::Model;
    Dimension parts = Dimension::TokenType;  // of a row, when it is opened
    std::optional<DateRange> selected;       // days of `range`: the table is of these alone
};

struct VarianceBridge;

struct CostBreakdown : ChartPeriods {
    /// The cost of some days and of those that they are compared with.
    struct Span : ComparedDays {
        Money total;                       // unknown, not 0, where completeness is empty
        std::optional<Money> ofWholeDays;  // both there when comparable
        std::optional<Money> comparedTotal;
    };
    /// One layer of the chart.
    struct Layer {
        CostValue value;
        Money total;
        std::vector<Money> perPeriod;
    };
    /// A line of the table; what is not there was not billed at all, which is not the same as billed with 0.
    struct Row {
        CostValue value;
        std::vector<std::optional<Money>> perColumn;  // as `columns`, then the others in one where there are any
        std::optional<Money> total;
        std::optional<Money> compared;
        std::optional<Money> change;  // there when the table's span is comparable
        std::vector<Row> parts;       // of a row, by total, descending
    };

    /// Of allocated cost: what of the range's total no key used, or is not known whose it is.
    struct Allocation {
        Money shared;
        Money console;
        Money byRule;  // of shared and Console cost, given to keys or teams
        Money usageMissing;
        bool hasTeams = false;  // any is laid down
    };

    CostBreakdownRequest request;
    bool costFollowsFilter = true;  // false with an ApiKey filter that was left out
    std::optional<Allocation> allocation;
    std::shared_ptr<const VarianceBridge> bridge;  // of the table's span, where that compares and all filters hold
    Span range;                                    // of the chart
    Span table;  // the same days, or those that are selected; the whole ones where they compare

    // Chart: one entry a period.
    std::vector<Layer> layers;           // by total, descending
    std::vector<StandOutDay> standOuts;  // workspaces and models of the range's days; newest first; only of days
    std::vector<Money> perPeriod;
    std::optional<Money> comparedMeanPerPeriod;

    // Table.
    std::vector<CostValue> columns;  // the largest, by total, descending
    int otherColumns = 0;            // how many are in the one after them; never 1
    std::vector<Row> rows;           // by total, descending
    Row sum;                         // of all rows; without parts
};

/// Columns of the table that have a name of their own.
inline constexpr std::size_t MostCostColumns = 4;

/// Errors Cache, Cancelled (superseded), Usage (a sum too large, an interval or dimensions that cost does not have).
[[nodiscard]] Result<CostBreakdown> buildCostBreakdown(const CacheReader& cache, const CostBreakdownRequest& request);

}  // namespace tokenledger
