// The tokens of the Usage page: by kind, and by one dimension of the usage report. Built by buildUsageBreakdown in the
// reader's thread.
#pragma once

#include "app/reports/costbreakdown.h"

namespace tokenledger {

enum class TokenKind { UncachedInput, CacheRead, CacheWrite5m, CacheWrite1h, Output };
inline constexpr std::array AllTokenKinds = {TokenKind::UncachedInput, TokenKind::CacheRead, TokenKind::CacheWrite5m,
                                             TokenKind::CacheWrite1h, TokenKind::Output};
/// As the cost report calls it: "cache_read_input_tokens".
[[nodiscard]] QString tokenKindId(TokenKind kind);
[[nodiscard]] std::int64_t tokensOf(const UsageMeasures& measures, TokenKind kind);

/// What usage can be stacked by. TokenType is no dimension of the usage report, but its columns: the kinds of tokens.
inline constexpr std::array UsageDimensions = {Dimension::TokenType, Dimension::Workspace,   Dimension::ApiKey,
                                               Dimension::Model,     Dimension::ServiceTier, Dimension::ContextWindow};

struct UsageBreakdownRequest {
    DateRange range;
    Interval interval = Interval::Day;  // Day, Week or Month
    Comparison comparison = Comparison::PreviousPeriod;
    std::vector<DimensionFilter> where;  // dimensions of the report "usage"
    // Two different ones of UsageDimensions; parts is not TokenType.
    Dimension rows = Dimension::TokenType;   // of the table, and what the chart is stacked by
    Dimension parts = Dimension::Model;      // of a row, when it is opened
    std::optional<DateRange> selected = {};  // days of `range`: the table is of these alone
};

struct UsageBreakdown : ChartPeriods {
    /// The tokens of some days and of those that they are compared with.
    struct Span : ComparedDays {
        UsageMeasures tokens;                      // unknown, not 0, where completeness is empty
        std::optional<UsageMeasures> ofWholeDays;  // both there when comparable
        std::optional<UsageMeasures> comparedTokens;
    };
    /// One layer of the chart.
    struct Layer {
        CostValue value;
        std::int64_t total = 0;
        std::vector<std::int64_t> perPeriod;
    };
    /// A line of the table; what is not there was not used at all. The row of a kind has the tokens of that kind alone,
    /// and no web searches: these are not tokens.
    struct Row {
        CostValue value;
        std::optional<UsageMeasures> tokens;
        std::optional<std::int64_t> total;
        std::optional<std::int64_t> compared;
        std::optional<std::int64_t> change;  // there when the table's span is comparable
        std::vector<Row> parts;              // of a row, by total, descending
    };

    UsageBreakdownRequest request;
    Span range;  // of chart and tiles
    Span table;  // the same days, or those that are selected; the whole ones where they compare

    // Chart: one entry a period.
    std::vector<Layer> layers;  // by total, descending
    std::vector<std::int64_t> perPeriod;
    std::optional<std::int64_t> comparedMeanPerPeriod;

    // Table.
    std::vector<Row> rows;  // by total, descending
    Row sum;                // of all rows; without parts
};

/// Errors Cache, Cancelled (superseded), Usage (a sum too large, an interval or dimensions that usage does not have).
[[nodiscard]] Result<UsageBreakdown> buildUsageBreakdown(const CacheReader& cache,
                                                         const UsageBreakdownRequest& request);

}  // namespace tokenledger
