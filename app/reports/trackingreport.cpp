#include "app/reports/reportrunner.h"
#include "app/reports/rowbuilder.h"
#include "app/reports/trackingcomparison.h"

namespace tokenledger {

namespace {

Cell figureCell(const TrackingMatchRow& row, std::int64_t value) {
    return row.kind == TrackedKind::Cost ? Cell(Money::fromNano(value)) : Cell(value);
}

/// A row's cells, and what they are sorted by.
struct Line {
    PeriodStart period;
    std::vector<QString> dimensions;
    std::vector<Cell> cells;
};

Line lineOf(const ReportContext& context, const TrackingComparison& comparison, const TrackingMatchRow& row) {
    Line line{row.period, {}, {}};
    line.cells.emplace_back(periodLabel(row.period, context.request.interval));
    for (const Dimension dimension : context.request.by) {
        if (dimension == Dimension::Model) {
            line.dimensions.push_back(context.request.ids ? context.cache.text(row.model)
                                                          : comparison.models.at(row.model));
        } else {
            line.dimensions.push_back(trackedKindName(*row.kind));
        }
        line.cells.emplace_back(line.dimensions.back());
    }
    line.cells.push_back(figureCell(row, row.internal));
    line.cells.push_back(figureCell(row, row.anthropic));
    line.cells.push_back(figureCell(row, row.difference));
    line.cells.push_back(row.anthropic != 0 ? Cell(Ratio{row.difference, row.anthropic}) : Cell());
    line.cells.emplace_back(trackingStatusName(row.status));
    line.cells.emplace_back(std::int64_t{row.daysCompared});
    line.cells.emplace_back(std::int64_t{row.daysLeftOut});
    return line;
}

bool lineLess(const Line& a, const Line& b) {
    if (a.period != b.period) return a.period < b.period;
    for (std::size_t i = 0; i < a.dimensions.size(); ++i) {
        if (a.dimensions[i] != b.dimensions[i]) return textLess(a.dimensions[i], b.dimensions[i]);
    }
    return false;
}

}  // namespace

Result<void> runReconciliation(const ReportContext& context, Table& table) {
    TrackingComparisonRequest request;
    request.source = context.request.source;
    request.range = context.request.range;
    request.interval = context.request.interval;
    const auto& by = context.request.by;
    request.byModel = std::find(by.begin(), by.end(), Dimension::Model) != by.end();
    request.byKind = std::find(by.begin(), by.end(), Dimension::TokenType) != by.end();
    for (const DimensionFilter& filter : context.where) {
        if (filter.dimension != Dimension::Model) {
            return failure(ErrorKind::Usage,
                           QStringLiteral("The report reconciliation can be filtered by model only."));
        }
        request.models = filter.anyOf;
        if (request.models.empty()) request.models.push_back(NotGroupedTerm);  // a name that nobody knows
    }
    const auto comparison = compareTracking(context.cache, request);
    if (!comparison) return failure(comparison.error());
    std::vector<Line> lines;
    for (const TrackingMatchRow& row : comparison->match.rows) lines.push_back(lineOf(context, *comparison, row));
    std::stable_sort(lines.begin(), lines.end(), lineLess);
    for (Line& line : lines) table.rows.push_back(std::move(line.cells));
    table.notes << comparison->notes();
    table.completeness = {comparison->usage};
    if (request.byKind) table.completeness.push_back(comparison->cost);
    table.asOf = comparison->asOf;
    return {};
}

}  // namespace tokenledger
