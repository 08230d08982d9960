#include "app/reports/reportrunner.h"

namespace tokenledger {

Result<void> runSyncLog(const ReportContext& context, Table& table) {
    const auto log = context.cache.requestLog();
    if (!log) return failure(log.error());
    table.rows.reserve(log->size());
    for (const RequestLogEntry& entry : *log) {
        const Cell status = entry.httpStatus != 0 ? Cell(std::int64_t{entry.httpStatus}) : Cell();
        const Cell requestId = entry.requestId.isEmpty() ? Cell() : Cell(entry.requestId);
        table.rows.push_back({entry.at, datasetName(entry.dataset), entry.request, status, entry.outcome, entry.rows,
                              std::int64_t{entry.retries}, entry.durationMs, requestId});
    }
    const auto asOf = context.cache.asOf();
    if (!asOf) return failure(asOf.error());
    table.asOf = *asOf;
    return {};
}

Result<void> runAuditLog(const ReportContext& context, Table& table) {
    const auto log = context.cache.auditLog();
    if (!log) return failure(log.error());
    for (const AuditEntry& entry : *log) {
        table.rows.push_back({entry.author.at, entry.author.by, entry.action, entry.subject, entry.detail,
                              entry.sha256.isEmpty() ? Cell() : Cell(entry.sha256)});
    }
    if (!log->empty()) table.asOf = log->back().author.at;
    return {};
}

}  // namespace tokenledger
