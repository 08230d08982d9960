// How the catalogue's reports are made: one function a report, all with the same question. Private to app/reports.
#pragma once

#include "app/reports/report.h"

namespace tokenledger {

struct ReportContext {
    const CacheReader& cache;
    const ReportRequest& request;
    const ReportDefinition& definition;
    const PriceBook& prices;
    std::vector<DimensionFilter> where;  // request.where as terms
};

/// Each gets the table with report, range, interval, columns and notes about unknown filter values filled in.
using ReportRunner = Result<void> (*)(const ReportContext& context, Table& table);

struct CatalogueEntry {
    ReportDefinition definition;
    ReportRunner run;
};
[[nodiscard]] const std::vector<CatalogueEntry>& catalogueEntries();

[[nodiscard]] Result<void> runCost(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runUsage(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runCache(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runAllocation(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runBridge(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runClaudeCode(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runClaudeCodeModels(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runCompleteness(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runSyncLog(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runOrganization(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runWorkspaces(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runMembers(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runUsers(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runInvites(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runApiKeys(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runChanges(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runRestatements(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runAuditLog(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runMonthMatch(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runMonthCauses(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runTokensXPrice(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runCloses(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runClosedMonth(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runPrices(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runOverview(const ReportContext& context, Table& table);
[[nodiscard]] Result<void> runReconciliation(const ReportContext& context, Table& table);

/// Fills the table's completeness and asOf for the datasets that it reads.
[[nodiscard]] Result<void> describeDatasets(const CacheReader& cache, const std::vector<Dataset>& datasets,
                                            Table& table);

/// Adds a value to the filters that the table says it was made with.
void describeFilter(Table& table, Dimension dimension, const QString& value);

/// Says so when the range holds Priority Tier use, which no amount includes.
[[nodiscard]] Result<void> notePriorityTier(const ReportContext& context, Table& table);

}  // namespace tokenledger
