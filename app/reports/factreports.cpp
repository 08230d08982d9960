#include "app/reports/coverageview.h"
#include "app/reports/notes.h"
#include "app/reports/priceinputs.h"
#include "app/reports/reportrunner.h"
#include "app/reports/rowbuilder.h"

namespace tokenledger {

namespace {

FactQuery queryOf(const ReportContext& context) {
    return {context.request.range, context.request.interval, context.request.by, context.where};
}

std::vector<Cell> cellsOf(Money amount) { return {amount}; }

std::vector<Cell> cellsOf(const UsageMeasures& m) {
    return {m.uncachedInput, m.cacheCreation5m, m.cacheCreation1h, m.cacheRead, m.output, m.webSearches};
}

std::vector<Cell> cellsOf(const ClaudeCodeMeasures& m) {
    return {m.sessions,     m.linesAdded,   m.linesRemoved, m.commits,
            m.pullRequests, m.toolAccepted, m.toolRejected, m.estimatedCost};
}

std::vector<Cell> cellsOf(const ClaudeCodeModelMeasures& m) {
    return {m.input, m.output, m.cacheRead, m.cacheCreation, m.estimatedCost};
}

template <typename Measures>
Result<void> fill(const ReportContext& context, Result<std::vector<FactRow<Measures>>> rows, Dataset dataset,
                  Table& table) {
    if (!rows) return failure(rows.error());
    std::vector<GroupedRow> grouped;
    grouped.reserve(rows->size());
    for (const FactRow<Measures>& row : *rows) grouped.push_back({row.period, row.keys, cellsOf(row.measures)});
    appendRows(namesOf(context.cache), context.request, std::move(grouped), cellsOf(Measures{}), table);
    return describeDatasets(context.cache, {dataset}, table);
}

}  // namespace

Result<void> runCost(const ReportContext& context, Table& table) {
    auto filled = fill<Money>(context, context.cache.cost(queryOf(context)), Dataset::Cost, table);
    return filled ? notePriorityTier(context, table) : filled;
}

Result<void> runUsage(const ReportContext& context, Table& table) {
    const Dataset dataset = context.request.interval == Interval::Hour ? Dataset::UsageHourly : Dataset::Usage;
    return fill<UsageMeasures>(context, context.cache.usage(queryOf(context)), dataset, table);
}

Result<void> runClaudeCode(const ReportContext& context, Table& table) {
    table.notes << claudeCodeNote();
    return fill<ClaudeCodeMeasures>(context, context.cache.claudeCode(queryOf(context)), Dataset::ClaudeCode, table);
}

Result<void> runClaudeCodeModels(const ReportContext& context, Table& table) {
    table.notes << claudeCodeNote();
    return fill<ClaudeCodeModelMeasures>(context, context.cache.claudeCodeModels(queryOf(context)), Dataset::ClaudeCode,
                                         table);
}

Result<void> describeDatasets(const CacheReader& cache, const std::vector<Dataset>& datasets, Table& table) {
    for (const Dataset dataset : datasets) {
        const auto coverage = CoverageView::load(cache, dataset, *table.range);
        if (!coverage) return failure(coverage.error());
        table.completeness.push_back(coverage->completeness(*table.range));
        const QDateTime newest = coverage->newestFetch(*table.range);
        const bool first = table.completeness.size() == 1;
        if (first || newest < table.asOf) table.asOf = newest;  // an invalid time is the earliest of all
    }
    return {};
}

Result<void> notePriorityTier(const ReportContext& context, Table& table) {
    const auto tiers = context.cache.valuesOf(Dimension::ServiceTier);
    if (!tiers) return failure(tiers.error());
    DimensionFilter priority{Dimension::ServiceTier, {}};
    for (const TermId tier : *tiers) {
        if (isPriorityTier(context.cache.text(tier))) priority.anyOf.push_back(tier);
    }
    if (priority.anyOf.empty()) return {};
    const auto used = context.cache.usage({context.request.range, Interval::Total, {}, {priority}});
    if (!used) return failure(used.error());
    if (!used->empty()) table.notes << priorityTierNote();
    return {};
}

}  // namespace tokenledger
