// The report catalogue: each report defined once. The command line, the window and the exports all ask here.
// runReport works in the reader's thread.
#pragma once

#include "app/analysis/pricebook.h"
#include "app/finance/allocationrule.h"
#include "app/reports/table.h"
#include "storage/cachereader.h"

namespace tokenledger {

struct ReportFilter {
    Dimension dimension = Dimension::Model;
    QString value;  // an id or a name; empty: null
};

struct ReportRequest {
    QString report;
    DateRange range;
    Interval interval = Interval::Day;
    std::vector<Dimension> by;
    std::vector<ReportFilter> where;  // same dimension: any of them; different dimensions: all of them
    bool ids = false;                 // ids instead of names, null as empty
    /// Of the report allocation, instead of the rule that is kept.
    std::optional<AllocationRule> allocationRule = std::nullopt;
    /// Of the report bridge: the days that the range is set against; nothing: the previous period.
    std::optional<DateRange> against = std::nullopt;
    QString source = {};  // of the report reconciliation: which internal tracking; empty: the only one
};

/// What the rows of a report are.
enum class ReportShape {
    Periods,  // days, weeks, months or the total, as asked
    Hours,    // the same, and hours
    Months,   // one a month, whatever the interval
    Days,     // one a day, whatever the interval; `by` chooses what is looked at, and makes no columns
    Whole,    // one table of the whole range: no interval, no by
    List,     // of everything: no range, no interval, no by
};

struct ReportDefinition {
    QString name;
    QString summary;                    // one line for --help
    std::vector<Dimension> dimensions;  // allowed in by and where
    std::vector<Column> measures;
    ReportShape shape = ReportShape::Periods;
    bool ownValues = false;  // its runner reads the values of filters itself: not all of them are the cache's

    [[nodiscard]] bool isList() const { return shape == ReportShape::List; }
};

[[nodiscard]] const std::vector<ReportDefinition>& reportCatalogue();
[[nodiscard]] const ReportDefinition* findReport(QStringView name);

/// What can be said of a request without a cache. Error Usage, naming what is allowed, for an unknown report, dimension
/// or interval, or a range that ends before it begins.
[[nodiscard]] Result<void> checkRequest(const ReportRequest& request);

/// Rows are sorted by period, then by the dimension cells as they are shown (code points; null, which begins with a
/// bracket or is empty, comes first), then by id: two ids of the same name stay two rows. Table::asOf is the newest
/// fetch of the range; of several datasets the older one.
/// Errors of checkRequest; Cache; Cancelled; Internal when a sum is too large.
[[nodiscard]] Result<Table> runReport(const CacheReader& cache, const ReportRequest& request, const PriceBook& prices);

}  // namespace tokenledger
