#include "app/cli/tableoutput.h"

#include "storage/ledgerwriter.h"

#include <unistd.h>

namespace tokenledger::cli {

namespace {

QString outputOption(const Context& context) { return context.options.value(QStringLiteral("output")); }

}  // namespace

const QStringList& tableOptions() {
    static const QStringList options{QStringLiteral("format"), QStringLiteral("bom"), QStringLiteral("output"),
                                     QStringLiteral("pseudonyms")};
    return options;
}

Result<void> reachesReader(const Context& context, ExportFormat format) {
    const bool binary = format == ExportFormat::Xlsx || format == ExportFormat::Pdf;
    if (!binary || context.options.isSet(QStringLiteral("output")) || ::isatty(STDOUT_FILENO) != 1) return {};
    return failure(ErrorKind::Usage, QStringLiteral("A file of the format %1 is nothing for a terminal; name one with "
                                                    "--output FILE.")
                                         .arg(exportFormatName(format)));
}

Result<ExportFormat> tableFormat(const Context& context) {
    const auto name =
        choiceOption(context.options, QStringLiteral("format"),
                     {QStringLiteral("table"), QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("xlsx")});
    if (!name) return failure(name.error());
    const ExportFormat format = *exportFormatFromName(*name);
    if (const auto reaches = reachesReader(context, format); !reaches) return failure(reaches.error());
    return format;
}

Result<Pseudonyms> pseudonymsOf(const Context& context) {
    const QString path = context.composition.cachePath();
    const auto reader = CacheReader::open(path);
    if (!reader) return failure(reader.error());
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto known = readPseudonyms(**reader);
        if (!known) return failure(known.error());
        if (*known) return *std::move(*known);
        auto writer = LedgerWriter::open(path);
        if (!writer) return failure(writer.error());
        const auto stored = writer->storeDefinitions({newPseudonymSecret()}, context.composition.author());
        if (!stored) return failure(stored.error());
    }
    return failure(ErrorKind::Cache,
                   QStringLiteral("The cache did not keep the secret of the pseudonyms; run verify."));
}

Result<WrittenExport> putFile(const Context& context, const QString& path, const QByteArray& bytes,
                              const QString& detail) {
    auto written = writeExport({path, context.composition.cachePath(), context.composition.author()}, bytes, detail);
    if (written && written->notNoted) context.err.line(written->notNoted->message);
    return written;
}

ExitCode putTable(const Context& context, Table table, ExitCode code) {
    const auto format = tableFormat(context);
    if (!format) return context.complain(format.error());
    if (context.options.isSet(QStringLiteral("pseudonyms"))) {
        const auto pseudonyms = pseudonymsOf(context);
        if (!pseudonyms) return context.complain(pseudonyms.error());
        table = pseudonyms->applied(std::move(table));
    }
    ExportContext how;
    how.now = context.composition.clock().now();
    how.csv.byteOrderMark = context.options.isSet(QStringLiteral("bom"));
    if (*format == ExportFormat::Xlsx) {
        const auto reader = CacheReader::open(context.composition.cachePath());
        if (!reader) return context.complain(reader.error());
        const auto name = organizationName(**reader);
        if (!name) return context.complain(name.error());
        how.organization = *name;
    }
    const auto bytes = makeExport(table, *format, how);
    if (!bytes) return context.complain(bytes.error());
    if (context.options.isSet(QStringLiteral("output"))) {
        const auto written =
            putFile(context, outputOption(context), *bytes, exportDetail(table.report, table.range, *format));
        if (!written) return context.complain(written.error());
    } else {
        context.out.exact(*bytes);
    }
    // What a reader of a bare table or CSV must know beside the figures; JSON and Excel files carry it inside.
    if (*format == ExportFormat::Text || *format == ExportFormat::Csv) {
        for (const QString& line : footerLines(table)) context.err.line(line);
    }
    return code;
}

}  // namespace tokenledger::cli
