// The one place that makes the bytes of an export, writes them, and notes in the cache's audit log that it was done:
// for the command line and the window alike. Any thread.
#pragma once

#include "app/export/tablewriter.h"
#include "storage/cachereader.h"
#include "storage/ledgertypes.h"

namespace tokenledger {

enum class ExportFormat { Text, Csv, Json, Xlsx, Pdf };

/// "table", "csv", "json", "xlsx", "pdf", as the command line spells it.
[[nodiscard]] QString exportFormatName(ExportFormat format);
[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(QStringView name);
/// Of its files: "txt", "csv", "json", "xlsx", "pdf".
[[nodiscard]] QString exportSuffix(ExportFormat format);

/// By the file's suffix; Csv for any other.
[[nodiscard]] ExportFormat exportFormatOfFile(const QString& path);

struct ExportContext {
    QString organization;  // its name in the cache; empty: unknown
    QDateTime now;
    CsvOptions csv;
};

[[nodiscard]] Result<QString> organizationName(const CacheReader& cache);

/// Everything but Pdf, which is no table: Internal. Errors of toXlsx.
[[nodiscard]] Result<QByteArray> makeExport(const Table& table, ExportFormat format, const ExportContext& context);

struct ExportTarget {
    QString path;
    QString cachePath;  // whose audit log notes it; empty: nowhere, because the cache is open to read only
    Author author;
};
struct WrittenExport {
    QString path;
    QString sha256;                 // of the bytes, hexadecimal
    std::optional<Error> notNoted;  // why the audit log does not have it; the file is written all the same
};

/// "cost, 2026-01-01 to 2026-06-30, xlsx": what the audit log calls it.
[[nodiscard]] QString exportDetail(const QString& report, const std::optional<DateRange>& range, ExportFormat format);

/// Errors of writeFileAtomically.
[[nodiscard]] Result<WrittenExport> writeExport(const ExportTarget& target, const QByteArray& bytes,
                                                const QString& detail);

}  // namespace tokenledger
