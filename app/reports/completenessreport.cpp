#include "app/reports/coverageview.h"
#include "app/reports/reportrunner.h"
#include "app/reports/rowbuilder.h"

namespace tokenledger {

namespace {

/// The datasets that the filters name; empty: no filter.
Result<std::vector<Dataset>> wantedDatasets(const std::vector<ReportFilter>& where) {
    std::vector<Dataset> wanted;
    for (const ReportFilter& filter : where) {
        const auto dataset = datasetFromName(filter.value);
        if (!dataset || *dataset == Dataset::Organization) {
            return failure(
                ErrorKind::Usage,
                QStringLiteral("There is no dataset \"%1\" with days; take usage, usage-1h, usage-1m, cost or "
                               "claude-code.")
                    .arg(filter.value));
        }
        wanted.push_back(*dataset);
    }
    return wanted;
}

/// The datasets that have days. Of the finer usage widths nobody misses a day who never asked for one.
Result<std::vector<CoverageView>> loadCoverage(const ReportContext& context, const std::vector<Dataset>& wanted) {
    std::vector<CoverageView> coverage;
    for (const Dataset dataset : AllDatasets) {
        const bool named = std::find(wanted.begin(), wanted.end(), dataset) != wanted.end();
        if (dataset == Dataset::Organization || (!wanted.empty() && !named)) continue;
        auto view = CoverageView::load(context.cache, dataset, context.request.range);
        if (!view) return failure(view.error());
        const PeriodState states = view->states(context.request.range);
        const bool optional = !named && (dataset == Dataset::UsageHourly || dataset == Dataset::UsageMinutely);
        if (!optional || !states.isEmpty() || states.failedDays > 0) coverage.push_back(*std::move(view));
    }
    std::sort(coverage.begin(), coverage.end(), [](const CoverageView& a, const CoverageView& b) {
        return textLess(datasetName(a.dataset()), datasetName(b.dataset()));
    });
    return coverage;
}

void addStates(PeriodState& sum, const PeriodState& more) {
    sum.finalDays += more.finalDays;
    sum.provisionalDays += more.provisionalDays;
    sum.missingDays += more.missingDays;
    sum.failedDays += more.failedDays;
}

void appendRow(Table& table, const QString& period, const std::optional<QString>& dataset, const PeriodState& states) {
    std::vector<Cell> cells{period};
    if (dataset) cells.emplace_back(*dataset);
    for (const int days : {states.finalDays, states.provisionalDays, states.missingDays, states.failedDays}) {
        cells.emplace_back(std::int64_t{days});
    }
    table.rows.push_back(std::move(cells));
}

}  // namespace

// Here missing days are the data: every period of the range has its rows.
Result<void> runCompleteness(const ReportContext& context, Table& table) {
    const auto wanted = wantedDatasets(context.request.where);
    if (!wanted) return failure(wanted.error());
    const auto coverage = loadCoverage(context, *wanted);
    if (!coverage) return failure(coverage.error());
    const ReportRequest& request = context.request;
    const bool apart = !request.by.empty();
    for (const PeriodStart period : periodsIn(request.range, request.interval)) {
        const QString label = periodLabel(period, request.interval);
        const DateRange days = daysOf(period, request.interval, request.range);
        PeriodState sum;
        for (const CoverageView& view : *coverage) {
            if (apart) appendRow(table, label, datasetName(view.dataset()), view.states(days));
            addStates(sum, view.states(days));
        }
        if (!apart) appendRow(table, label, std::nullopt, sum);
    }
    if (!apart && coverage->size() > 1) {
        table.notes << QStringLiteral("The days of %1 datasets are added up; ask by dataset to see them apart.")
                           .arg(coverage->size());
    }
    std::vector<Dataset> datasets;
    for (const CoverageView& view : *coverage) datasets.push_back(view.dataset());
    return describeDatasets(context.cache, datasets, table);
}

}  // namespace tokenledger
