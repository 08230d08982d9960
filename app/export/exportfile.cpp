#include "app/export/exportfile.h"

#include "app/core/texts.h"
#include "app/export/filewriter.h"
#include "app/export/xlsxwriter.h"
#include "storage/ledgerwriter.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace tokenledger {

namespace {

struct FormatNames {
    ExportFormat format;
    const char* name;
    const char* suffix;
};
constexpr FormatNames Formats[] = {{ExportFormat::Text, "table", "txt"},
                                   {ExportFormat::Csv, "csv", "csv"},
                                   {ExportFormat::Json, "json", "json"},
                                   {ExportFormat::Xlsx, "xlsx", "xlsx"},
                                   {ExportFormat::Pdf, "pdf", "pdf"}};

const FormatNames& namesOf(ExportFormat format) { return Formats[static_cast<std::size_t>(format)]; }

std::optional<Error> note(const ExportTarget& target, const QString& sha256, const QString& detail) {
    if (target.cachePath.isEmpty()) {
        return Error{
            ErrorKind::Cache, tr("The cache is open to read only, so its audit log does not note this export."), {}};
    }
    AuditEntry entry;
    entry.author = target.author;
    entry.action = QStringLiteral("export");
    entry.subject = QFileInfo(target.path).fileName();
    entry.detail = detail;
    entry.sha256 = sha256;
    const auto noted = appendAudit(target.cachePath, entry);
    if (noted) return std::nullopt;
    Error error = noted.error();
    error.message = tr("The audit log does not note this export. %1").arg(error.message);
    return error;
}

}  // namespace

QString exportFormatName(ExportFormat format) { return QString::fromLatin1(namesOf(format).name); }

std::optional<ExportFormat> exportFormatFromName(QStringView name) {
    for (const FormatNames& each : Formats) {
        if (name == QLatin1String(each.name)) return each.format;
    }
    return std::nullopt;
}

QString exportSuffix(ExportFormat format) { return QString::fromLatin1(namesOf(format).suffix); }

ExportFormat exportFormatOfFile(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const ExportFormat format : {ExportFormat::Json, ExportFormat::Xlsx, ExportFormat::Pdf}) {
        if (suffix == exportSuffix(format)) return format;
    }
    return ExportFormat::Csv;
}

Result<QString> organizationName(const CacheReader& cache) {
    const auto status = cache.status();
    if (!status) return failure(status.error());
    return status->organization ? status->organization->name : QString();
}

Result<QByteArray> makeExport(const Table& table, ExportFormat format, const ExportContext& context) {
    switch (format) {
        case ExportFormat::Text:
            return toText(table).toUtf8();
        case ExportFormat::Csv:
            return toCsv(table, context.csv);
        case ExportFormat::Json:
            return toJson(table);
        case ExportFormat::Xlsx:
            return toXlsx(table, {context.organization, context.now});
        case ExportFormat::Pdf:
            break;
    }
    return failure(ErrorKind::Internal, tr("A table cannot be written as PDF."));
}

QString exportDetail(const QString& report, const std::optional<DateRange>& range, ExportFormat format) {
    QString detail = report;
    if (range) detail += QStringLiteral(", %1 to %2").arg(range->first.toIso(), range->last.toIso());
    return detail + QStringLiteral(", ") + exportFormatName(format);
}

Result<WrittenExport> writeExport(const ExportTarget& target, const QByteArray& bytes, const QString& detail) {
    const auto written = writeFileAtomically(target.path, bytes);
    if (!written) return failure(written.error());
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    return WrittenExport{target.path, sha256, note(target, sha256, detail)};
}

}  // namespace tokenledger
