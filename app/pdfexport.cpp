#include "app/pdfexport.h"

#include "app/export/filewriter.h"
#include "app/export/pdfprogram.h"
#include "app/export/pseudonyms.h"
#include "app/export/reportrun.h"
#include "ui/managementreportpages.h"

namespace tokenledger {

namespace {

const QString Option = QStringLiteral("management-report");

Result<ReportRequest> requestOf(const QCommandLineParser& parser) {
    ReportRequest request;
    request.report = QStringLiteral("overview");
    const auto from = UtcDay::fromIso(parser.value(QStringLiteral("from")));
    const auto to = UtcDay::fromIso(parser.value(QStringLiteral("to")));
    if (!from || !to) {
        return failure(ErrorKind::Usage, QStringLiteral("--management-report needs --from DAY and --to DAY."));
    }
    request.range = {*from, *to};
    for (const QString& text : parser.values(QStringLiteral("where"))) {
        const auto dimension = dimensionFromName(text.section(u'=', 0, 0));
        if (!dimension) return failure(ErrorKind::Usage, QStringLiteral("There is no dimension in \"%1\".").arg(text));
        request.where.push_back({*dimension, text.section(u'=', 1)});
    }
    return request;
}

}  // namespace

void addPdfOptions(QCommandLineParser& parser) {
    const auto add = [&parser](const char* name, const char* value) {
        QCommandLineOption option(QString::fromLatin1(name), QString(), QString::fromLatin1(value));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    };
    add("management-report", "FILE");
    add("from", "DAY");
    add("to", "DAY");
    add("where", "DIM=VALUE");
    add("pseudonyms", "");
}

bool wantsPdf(const QCommandLineParser& parser) { return parser.isSet(Option); }

Result<void> exportPdf(const QCommandLineParser& parser, const Composition& composition) {
    const auto request = requestOf(parser);
    if (!request) return failure(request.error());
    const auto reader = CacheReader::open(composition.cachePath());
    if (!reader) return failure(reader.error());
    auto report = buildManagementReport(**reader, *request, composition.prices());
    if (!report) return failure(report.error());
    notePriceProblem(composition.priceProblem(), report->figures);
    if (parser.isSet(QStringLiteral("pseudonyms"))) {
        const auto pseudonyms = readPseudonyms(**reader);
        if (!pseudonyms) return failure(pseudonyms.error());
        if (!*pseudonyms) return failure(ErrorKind::Cache, QStringLiteral("The cache has no secret for pseudonyms."));
        report = (*pseudonyms)->applied(*std::move(report));
    }
    const auto pdf = managementReportPdf(*report, composition.clock().now());
    if (!pdf) return failure(pdf.error());
    return writeFileAtomically(parser.value(Option), *pdf);
}

}  // namespace tokenledger
