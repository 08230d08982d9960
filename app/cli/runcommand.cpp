// run: saved reports. save, list, show, remove; with a name: runs it.
#include "app/cli/financecommands.h"
#include "app/cli/managementreport.h"
#include "app/cli/requestoptions.h"
#include "app/cli/tableoutput.h"
#include "app/export/reportrun.h"
#include "app/finance/kinds.h"
#include "storage/ledgerwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace tokenledger::cli {

namespace {

tl::unexpected<Error> wrong(const QString& message) { return failure(ErrorKind::Usage, message); }

QString option(const Context& context, const char* name) { return context.options.value(QString::fromLatin1(name)); }
bool isSet(const Context& context, const char* name) { return context.options.isSet(QString::fromLatin1(name)); }

bool isVerb(const QString& word) {
    for (const char* verb : {"save", "list", "show", "remove"}) {
        if (word == QLatin1String(verb)) return true;
    }
    return false;
}

Result<std::vector<SavedReport>> savedReports(const CacheReader& cache) {
    const auto definitions = cache.definitions(definitionkind::SavedReport);
    if (!definitions) return failure(definitions.error());
    std::vector<SavedReport> reports;
    for (const Definition& each : *definitions) {
        auto report = parseSavedReport(each.name, each.body);
        if (!report) return failure(report.error());
        reports.push_back(*std::move(report));
    }
    return reports;
}

Result<SavedReport> savedReport(const CacheReader& cache, const QString& name) {
    const auto definitions = cache.definitions(definitionkind::SavedReport);
    if (!definitions) return failure(definitions.error());
    QStringList names;
    for (const Definition& each : *definitions) {
        if (each.name == name) return parseSavedReport(each.name, each.body);
        names << u'"' + each.name + u'"';
    }
    if (names.isEmpty()) {
        return wrong(QStringLiteral("There is no saved report \"%1\", nor any other; run save makes one.").arg(name));
    }
    return wrong(
        QStringLiteral("There is no saved report \"%1\"; there are %2.").arg(name, names.join(QStringLiteral(", "))));
}

Result<QString> periodOption(const Context& context) {
    if (isSet(context, "period")) {
        if (isSet(context, "from") || isSet(context, "to")) {
            return wrong(QStringLiteral("Take either --period, or --from and --to."));
        }
        return option(context, "period");
    }
    const auto from = dayOption(context.options, QStringLiteral("from"));
    if (!from) return failure(from.error());
    const auto to = dayOption(context.options, QStringLiteral("to"));
    if (!to) return failure(to.error());
    if (*from && *to) return QString((*from)->toIso() + QStringLiteral("..") + (*to)->toIso());
    if (*from || *to) return wrong(QStringLiteral("--from and --to belong together."));
    return QString();
}

Result<SavedReport> readSavedReport(const Context& context) {
    if (context.arguments.size() != 2 || !isSet(context, "report")) {
        return wrong(QStringLiteral("run save takes a name and --report REPORT. See tokenledger-cli run --help."));
    }
    const QString name = context.arguments.at(1);
    if (isVerb(name)) return wrong(QStringLiteral("A saved report cannot be called \"%1\".").arg(name));
    ReportRequest question;
    question.report = option(context, "report");
    if (const auto read = readQuestion(context.options, question); !read) return failure(read.error());
    const auto period = periodOption(context);
    if (!period) return failure(period.error());
    SavedReport report = savedReportOf(question, name, *period);
    report.period = *period;
    report.pseudonyms = isSet(context, "pseudonyms");
    report.format = isSet(context, "format") ? option(context, "format") : QStringLiteral("csv");
    report.fileName = option(context, "file-name");
    if (isSet(context, "split")) {
        const auto dimension = dimensionNamed(option(context, "split"));
        if (!dimension) return failure(dimension.error());
        report.splitBy = *dimension;
    }
    if (const auto checked = checkSavedReport(report); !checked) return failure(checked.error());
    if (report.format == QLatin1String("pdf") && report.report != QLatin1String("overview")) {
        return wrong(QStringLiteral("Only the report overview is written as PDF: it is the management report."));
    }
    const auto request = requestOf(report, UtcDay::fromDateTime(context.composition.clock().now()));
    if (!request) return failure(request.error());
    return report;
}

Result<void> store(const Context& context, const QString& name, const QByteArray& body) {
    auto writer = LedgerWriter::open(context.composition.cachePath());
    if (!writer) return failure(writer.error());
    return writer->storeDefinitions({{definitionkind::SavedReport, name, body}}, context.composition.author());
}

ExitCode save(const Context& context) {
    const auto report = readSavedReport(context);
    if (!report) return context.complain(report.error());
    // Which must be there: a cache is made by a sync.
    if (const auto reader = CacheReader::open(context.composition.cachePath()); !reader) {
        return context.complain(reader.error());
    }
    if (const auto stored = store(context, report->name, savedReportBody(*report)); !stored) {
        return context.complain(stored.error());
    }
    context.err.line(QStringLiteral("Saved as \"%1\"; tokenledger-cli run \"%1\" writes it.").arg(report->name));
    return ExitCode::Done;
}

Table listOf(const std::vector<SavedReport>& reports) {
    Table table;
    table.report = QStringLiteral("saved-reports");
    for (const char* name : {"name", "report", "period", "interval", "by", "where", "ids", "pseudonyms", "format",
                             "file_name", "split_by"}) {
        table.columns.push_back({QString::fromLatin1(name), ColumnType::Text, {}});
    }
    const auto cell = [](const QString& text) { return text.isEmpty() ? Cell() : Cell(text); };
    const auto yesNo = [](bool yes) { return Cell(yes ? QStringLiteral("yes") : QStringLiteral("no")); };
    for (const SavedReport& report : reports) {
        QStringList by;
        for (const Dimension dimension : report.by) by << dimensionName(dimension);
        QStringList where;
        for (const SavedFilter& filter : report.where) where << dimensionName(filter.dimension) + u'=' + filter.value;
        table.rows.push_back({report.name, report.report, cell(report.period), intervalName(report.interval),
                              cell(by.join(u',')), cell(where.join(QStringLiteral("; "))), yesNo(report.ids),
                              yesNo(report.pseudonyms), report.format, cell(report.fileName),
                              report.splitBy ? Cell(dimensionName(*report.splitBy)) : Cell()});
    }
    return table;
}

ExitCode list(const Context& context, const CacheReader& cache) {
    const auto reports = savedReports(cache);
    if (!reports) return context.complain(reports.error());
    return putTable(context, listOf(*reports));
}

ExitCode showOne(const Context& context, const CacheReader& cache, const QString& name) {
    const auto report = savedReport(cache, name);
    if (!report) return context.complain(report.error());
    return putTable(context, listOf({*report}));
}

ExitCode remove(const Context& context, const CacheReader& cache, const QString& name) {
    if (const auto known = savedReport(cache, name);
        !known && known.error().message.startsWith(QStringLiteral("There is no"))) {
        return context.complain(known.error());
    }
    if (const auto stored = store(context, name, {}); !stored) return context.complain(stored.error());
    context.err.line(QStringLiteral("Removed \"%1\".").arg(name));
    return ExitCode::Done;
}

Result<QDir> folderOption(const Context& context) {
    const QString path = isSet(context, "output") ? option(context, "output") : QStringLiteral(".");
    if (QFileInfo(path).isDir() || QDir().mkpath(path)) return QDir(path);
    return wrong(QStringLiteral("The folder \"%1\" is not there and cannot be made; choose another.").arg(path));
}

Result<std::vector<WrittenExport>> runPdf(const Context& context, const CacheReader& cache, const SavedReport& report,
                                          const TakeFile& take, const RunContext& how) {
    const auto request = requestOf(cache, report, UtcDay::fromDateTime(how.how.now));
    if (!request) return failure(request.error());
    const QString pattern = report.fileName.isEmpty() ? defaultFileName(false, false) : report.fileName;
    const auto name =
        fileNameOf(pattern, {report.name, request->range, how.how.organization, {}, exportSuffix(ExportFormat::Pdf)});
    if (!name) return failure(name.error());
    auto bytes = managementReport(context, *request, report.pseudonyms);
    if (!bytes) return failure(bytes.error());
    const auto written =
        take({*name, *std::move(bytes), exportDetail(report.report, request->range, ExportFormat::Pdf), {}, false});
    if (!written) return failure(written.error());
    return std::vector<WrittenExport>{*written};
}

/// `names` of the files that this command has written; no later report replaces one of them.
ExitCode runOne(const Context& context, const CacheReader& cache, const SavedReport& report, const QDir& folder,
                QSet<QString>& names) {
    RunContext how;
    how.how.now = context.composition.clock().now();
    how.priceProblem = context.composition.priceProblem();
    const auto organization = organizationName(cache);
    if (!organization) return context.complain(organization.error());
    how.how.organization = *organization;
    if (report.pseudonyms) {
        auto pseudonyms = pseudonymsOf(context);
        if (!pseudonyms) return context.complain(pseudonyms.error());
        how.pseudonyms = *std::move(pseudonyms);
    }
    const TakeFile take = [&](const RunFile& file) -> Result<WrittenExport> {
        if (names.contains(file.name.toCaseFolded())) {
            return wrong(
                QStringLiteral("\"%1\" was not written for \"%2\": another saved report has just written a file "
                               "of this name. Save one of them again with another --file-name.")
                    .arg(file.name, report.name));
        }
        auto written = putFile(context, folder.filePath(file.name), file.bytes, file.detail);
        if (!written) return written;
        names.insert(file.name.toCaseFolded());
        context.out.line(written->path);
        for (const QString& line : file.isPart ? QStringList() : footerLines(file.table)) {
            context.err.line(file.name + QStringLiteral(": ") + line);
        }
        return written;
    };
    const auto written = report.format == QLatin1String("pdf")
                             ? runPdf(context, cache, report, take, how)
                             : runSavedReport(cache, report, context.composition.prices(), how, take);
    return written ? ExitCode::Done : context.complain(written.error());
}

ExitCode runAll(const Context& context, const CacheReader& cache, const QDir& folder) {
    const auto definitions = cache.definitions(definitionkind::SavedReport);
    if (!definitions) return context.complain(definitions.error());
    int done = 0;
    ExitCode worst = ExitCode::Done;
    QSet<QString> names;
    for (const Definition& each : *definitions) {
        const auto report = parseSavedReport(each.name, each.body);
        const ExitCode code =
            report ? runOne(context, cache, *report, folder, names) : context.complain(report.error());
        if (code == ExitCode::Done) ++done;
        if (code != ExitCode::Done && worst == ExitCode::Done) worst = code;
    }
    if (definitions->empty()) context.err.line(QStringLiteral("There are no saved reports; run save makes one."));
    return worst != ExitCode::Done && done > 0 ? ExitCode::Partly : worst;
}

ExitCode manage(const Context& context, const CacheReader& cache, const QString& verb) {
    if (verb == QLatin1String("list") && context.arguments.size() == 1) return list(context, cache);
    if (context.arguments.size() != 2 || verb == QLatin1String("list")) {
        return context.complain({ErrorKind::Usage,
                                 QStringLiteral("run show and run remove take the name of one saved report, run list "
                                                "takes none."),
                                 {}});
    }
    const QString& name = context.arguments.at(1);
    return verb == QLatin1String("show") ? showOne(context, cache, name) : remove(context, cache, name);
}

}  // namespace

Outcome runRun(const Context& context) {
    const QString first = context.arguments.value(0);
    if (first == QLatin1String("save")) return save(context);
    const bool all = isSet(context, "all");
    if (first.isEmpty() != all || (!isVerb(first) && context.arguments.size() > 1)) {
        return context.complain(
            {ErrorKind::Usage,
             QStringLiteral("run takes the name of one saved report, or --all. See tokenledger-cli run --help."),
             {}});
    }
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    if (isVerb(first)) return manage(context, **reader, first);
    const auto folder = folderOption(context);
    if (!folder) return context.complain(folder.error());
    if (all) return runAll(context, **reader, *folder);
    const auto report = savedReport(**reader, first);
    if (!report) return context.complain(report.error());
    QSet<QString> names;
    return runOne(context, **reader, *report, *folder, names);
}

}  // namespace tokenledger::cli
