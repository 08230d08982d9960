// Runs a saved report: one file, or a pack of one file for each workspace or key with an index beside them. In the
// reader's thread.
#pragma once

#include "app/export/exportfile.h"
#include "app/export/pseudonyms.h"
#include "app/finance/savedreport.h"
#include "app/reports/report.h"

#include <functional>

namespace tokenledger {

struct RunContext {
    ExportContext how;
    std::optional<Pseudonyms> pseudonyms;  // of a report that wants them
    std::optional<Error> priceProblem;     // why the user's own prices are not used
};

struct RunFile {
    QString name;  // of the file, without a folder
    QByteArray bytes;
    QString detail;       // for the audit log
    Table table;          // what is in it, without its rows
    bool isPart = false;  // of a pack, whose index follows
};

/// Takes the files one after the other; an error ends the run.
using TakeFile = std::function<Result<WrittenExport>(const RunFile& file)>;

/// What the saved report asks of the catalogue. Errors of checkRequest and daysOfPeriod; Usage for a split of a report
/// that has no such dimension, or that does not add up (overview).
[[nodiscard]] Result<ReportRequest> requestOf(const SavedReport& report, UtcDay today, int fiscalStart = 1);
/// The same with the fiscal year of the cache.
[[nodiscard]] Result<ReportRequest> requestOf(const CacheReader& cache, const SavedReport& report, UtcDay today);
/// The request as a saved report with this name; `period` instead of its days, where it is not empty.
[[nodiscard]] SavedReport savedReportOf(const ReportRequest& request, const QString& name, const QString& period);

/// A note that the user's own prices are not used, in reports that use prices.
void notePriceProblem(const std::optional<Error>& problem, Table& table);

/// Not for PDF. A pack's files, and then its index: value, id, file, rows, a sum for each measure that adds up,
/// SHA-256; its last line is the whole report. Errors of the report and of `take`; Internal when the sums of the pack
/// are not the whole's, and then there is no index.
[[nodiscard]] Result<std::vector<WrittenExport>> runSavedReport(const CacheReader& cache, const SavedReport& report,
                                                                const PriceBook& prices, const RunContext& context,
                                                                const TakeFile& take);

}  // namespace tokenledger
