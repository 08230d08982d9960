#include "app/reports/managementreport.h"

#include "app/core/texts.h"
#include "app/reports/notes.h"

namespace tokenledger {

namespace {

/// So that a page's width holds a bar for each period.
Interval intervalOf(const DateRange& range) {
    constexpr int MostDays = 92;
    constexpr int MostWeeks = 92 * 7;
    if (range.days() <= MostDays) return Interval::Day;
    return range.days() <= MostWeeks ? Interval::Week : Interval::Month;
}

Result<std::vector<DimensionFilter>> termsOf(const CacheReader& cache, const ReportRequest& request) {
    std::vector<DimensionFilter> filters;
    for (const ReportFilter& filter : request.where) {
        const auto terms = cache.findTerms(filter.dimension, filter.value);
        if (!terms) return failure(terms.error());
        auto at = std::find_if(filters.begin(), filters.end(),
                               [&filter](const DimensionFilter& other) { return other.dimension == filter.dimension; });
        if (at == filters.end()) at = filters.insert(filters.end(), {filter.dimension, {}});
        for (const TermId term : *terms) {
            if (std::find(at->anyOf.begin(), at->anyOf.end(), term) == at->anyOf.end()) at->anyOf.push_back(term);
        }
    }
    return filters;
}

/// The part of the filters that the report can follow: the bill knows no API keys.
ReportRequest partOf(const ReportRequest& request, const char* report, Dimension by) {
    ReportRequest part;
    part.report = QString::fromLatin1(report);
    part.range = request.range;
    part.interval = Interval::Total;
    part.by = {by};
    const auto& known = findReport(part.report)->dimensions;
    for (const ReportFilter& filter : request.where) {
        if (std::find(known.begin(), known.end(), filter.dimension) != known.end()) part.where.push_back(filter);
    }
    return part;
}

Result<Money> sumOf(const Table& table) {
    Money sum;
    for (const std::vector<Cell>& row : table.rows) {
        const auto* amount = std::get_if<Money>(&row.back());
        if (amount == nullptr) continue;
        const auto next = add(sum, *amount);
        if (!next) return failure(next.error());
        sum = *next;
    }
    return sum;
}

}  // namespace

Result<ManagementReport> buildManagementReport(const CacheReader& cache, const ReportRequest& request,
                                               const PriceBook& prices) {
    const CacheReader::Snapshot snapshot(cache);  // every page tells of the same state
    auto figures = runReport(cache, request, prices);
    if (!figures) return failure(figures.error());
    const auto status = cache.status();
    if (!status) return failure(status.error());
    auto where = termsOf(cache, request);
    if (!where) return failure(where.error());
    OverviewRequest question;
    question.range = request.range;
    question.interval = intervalOf(request.range);
    question.where = *std::move(where);
    auto overview = buildOverview(cache, question, prices);
    if (!overview) return failure(overview.error());
    ManagementReport report;
    report.organization = status->organization ? status->organization->name : QString();
    report.overview = *std::move(overview);
    report.figures = *std::move(figures);
    const struct {
        const char* name;
        Dimension by;
        Table& into;
    } parts[] = {{"cost", Dimension::Model, report.byModel},
                 {"cost", Dimension::Workspace, report.byWorkspace},
                 {"usage", Dimension::ApiKey, report.byKey}};
    for (const auto& part : parts) {
        auto table = runReport(cache, partOf(request, part.name, part.by), prices);
        if (!table) return failure(table.error());
        part.into = *std::move(table);
    }
    const auto total = sumOf(report.byModel);
    if (!total) return failure(total.error());
    const auto again = sumOf(report.byWorkspace);
    if (!again) return failure(again.error());
    if (*again != *total) {
        return failure(ErrorKind::Internal,
                       tr("The cost of the models is not that of the workspaces, so no report was made. Please report "
                          "this."));
    }
    report.total = *total;
    // Its pages have no such figures.
    for (const QString& note : trackedRequestsNotes(true)) report.figures.notes.removeAll(note);
    return report;
}

}  // namespace tokenledger
