#include "app/cli/managementreport.h"
#include "app/cli/requestoptions.h"
#include "app/cli/tableoutput.h"
#include "app/export/reportrun.h"
#include "app/reports/report.h"

namespace tokenledger::cli {

namespace {

Result<ReportRequest> readRequest(const Context& context) {
    const QCommandLineParser& options = context.options;
    if (context.arguments.size() != 1) {
        const QString more =
            context.arguments.size() > 1 ? QStringLiteral(", not \"%1\" as well").arg(context.arguments[1]) : QString();
        return failure(
            ErrorKind::Usage,
            QStringLiteral("report takes the name of one report%1. See tokenledger-cli report --help.").arg(more));
    }
    ReportRequest request;
    request.report = context.arguments.front();
    const ReportDefinition* definition = findReport(request.report);
    if (definition == nullptr) return failure(checkRequest(request).error());
    const auto from = dayOption(options, QStringLiteral("from"));
    if (!from) return failure(from.error());
    const auto to = dayOption(options, QStringLiteral("to"));
    if (!to) return failure(to.error());
    if (definition->isList()) {
        for (const char* option : {"from", "to", "interval"}) {
            if (!options.isSet(QString::fromLatin1(option))) continue;
            return failure(ErrorKind::Usage, QStringLiteral("The report %1 is a list of everything; leave out --%2.")
                                                 .arg(request.report, QString::fromLatin1(option)));
        }
    } else {
        if (!*from || !*to) {
            return failure(ErrorKind::Usage,
                           QStringLiteral("report %1 needs --from DAY and --to DAY.").arg(request.report));
        }
        request.range = {**from, **to};
    }
    if (const auto read = readQuestion(options, request); !read) return failure(read.error());
    request.source = options.value(QStringLiteral("source"));
    if (!request.source.isEmpty() && request.report != QLatin1String("reconciliation")) {
        return failure(ErrorKind::Usage, QStringLiteral("Only the report reconciliation has a --source."));
    }
    if (const auto checked = checkRequest(request); !checked) return failure(checked.error());
    return request;
}

ExitCode putPdf(const Context& context) {
    const auto request = readRequest(context);
    if (!request) return context.complain(request.error());
    if (request->report != QLatin1String("overview")) {
        return context.complain(
            {ErrorKind::Usage,
             QStringLiteral("Only the report overview is written as PDF: it is the management report."),
             {}});
    }
    const auto bytes = managementReport(context, *request, context.options.isSet(QStringLiteral("pseudonyms")));
    if (!bytes) return context.complain(bytes.error());
    if (!context.options.isSet(QStringLiteral("output"))) {
        context.out.exact(*bytes);
        return ExitCode::Done;
    }
    const auto written = putFile(context, context.options.value(QStringLiteral("output")), *bytes,
                                 exportDetail(request->report, request->range, ExportFormat::Pdf));
    return written ? ExitCode::Done : context.complain(written.error());
}

}  // namespace

Outcome runReport(const Context& context) {
    if (context.options.value(QStringLiteral("format")) == QLatin1String("pdf")) {
        const auto reaches = reachesReader(context, ExportFormat::Pdf);
        return reaches ? putPdf(context) : context.complain(reaches.error());
    }
    const auto format = tableFormat(context);
    if (!format) return context.complain(format.error());
    const auto request = readRequest(context);
    if (!request) return context.complain(request.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    auto table = tokenledger::runReport(**reader, *request, context.composition.prices());
    if (!table) return context.complain(table.error());
    const auto& priceProblem = context.composition.priceProblem();
    const auto notes = table->notes.size();
    notePriceProblem(priceProblem, *table);
    const bool priced = table->notes.size() != notes;
    const bool noHours = request->interval == Interval::Hour && table->rows.empty();
    const ExitCode code = putTable(context, *std::move(table));
    const bool carriesNotes = *format == ExportFormat::Json || *format == ExportFormat::Xlsx;
    if (priced && carriesNotes) {
        context.err.line(priceProblem->message);
    }
    if (code == ExitCode::Done && noHours) {
        context.err.line(QStringLiteral("Hours are kept only of days that were synced with --bucket-width 1h."));
    }
    return code;
}

}  // namespace tokenledger::cli
