#include "app/cli/reconcilecommand.h"

#include "app/cli/monthcommands.h"
#include "app/cli/tableoutput.h"
#include "app/cli/trackingimport.h"
#include "app/finance/kinds.h"
#include "app/reports/report.h"
#include "app/reports/storedmatchlimits.h"
#include "app/reports/trackingcomparison.h"
#include "storage/cachewriter.h"
#include "storage/ledgerwriter.h"

#include <algorithm>

namespace tokenledger::cli {

namespace {

QString text(const char* latin1) { return QString::fromLatin1(latin1); }

tl::unexpected<Error> usage(const QString& message) { return failure(ErrorKind::Usage, message); }

Result<ReportRequest> comparisonRequest(const Context& context) {
    ReportRequest request;
    request.report = QStringLiteral("reconciliation");
    const auto from = dayOption(context.options, text("from"));
    if (!from) return failure(from.error());
    const auto to = dayOption(context.options, text("to"));
    if (!to) return failure(to.error());
    if (!*from || !*to) return usage(QStringLiteral("reconcile needs --from DAY and --to DAY."));
    request.range = {**from, **to};
    const auto interval =
        choiceOption(context.options, text("interval"), {text("day"), text("week"), text("month"), text("total")});
    if (!interval) return failure(interval.error());
    request.interval = *intervalFromName(*interval);
    const QString by = context.options.isSet(text("by")) ? context.options.value(text("by")) : text("model,token_type");
    for (const QString& name : by.split(u',', Qt::SkipEmptyParts)) {
        const auto dimension = dimensionFromName(name.trimmed());
        if (!dimension) return usage(QStringLiteral("--by takes model, token_type, or both; not \"%1\".").arg(name));
        request.by.push_back(*dimension);
    }
    request.source = context.options.value(text("source"));
    request.ids = context.options.isSet(text("ids"));
    if (const auto checked = checkRequest(request); !checked) return failure(checked.error());
    return request;
}

/// Of the rows as they are grouped in the table.
bool differsIn(const Table& table) {
    const auto status = std::find_if(table.columns.begin(), table.columns.end(),
                                     [](const Column& column) { return column.name == QLatin1String("status"); });
    const auto index = status - table.columns.begin();
    return std::any_of(table.rows.begin(), table.rows.end(), [index](const std::vector<Cell>& row) {
        const QString& name = std::get<QString>(row[static_cast<std::size_t>(index)]);
        return name == trackingStatusName(TrackingStatus::Investigate) ||
               name == trackingStatusName(TrackingStatus::OnlyInternal) ||
               name == trackingStatusName(TrackingStatus::OnlyAnthropic);
    });
}

TrackingComparisonRequest questionOf(const ReportRequest& request) {
    TrackingComparisonRequest question;
    question.source = request.source;
    question.range = request.range;
    return question;
}

ExitCode compare(const Context& context) {
    if (const auto format = tableFormat(context); !format) return context.complain(format.error());
    const auto request = comparisonRequest(context);
    if (!request) return context.complain(request.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    const auto table = tokenledger::runReport(**reader, *request, context.composition.prices());
    if (!table) return context.complain(table.error());
    const auto days = compareTracking(**reader, questionOf(*request));
    if (!days) return context.complain(days.error());
    const bool nothing = days->match.compared == 0;
    const bool differs = differsIn(*table);
    const ExitCode code = putTable(context, *table,
                                   differs   ? ExitCode::Difference
                                   : nothing ? ExitCode::Partly
                                             : ExitCode::Done);
    if (nothing) context.err.line(QStringLiteral("No day of this range could be compared."));
    return code;
}

Column column(const char* name, ColumnType type, const char* unit = "") { return {text(name), type, text(unit)}; }

ExitCode listSources(const Context& context) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    const auto imports = (*reader)->trackingImports();
    if (!imports) return context.complain(imports.error());
    Table table;
    table.report = QStringLiteral("tracking-imports");
    table.columns = {column("source", ColumnType::Text),      column("first_day", ColumnType::Text),
                     column("last_day", ColumnType::Text),    column("file_rows", ColumnType::Integer, "rows"),
                     column("file", ColumnType::Text),        column("imported_at", ColumnType::Time),
                     column("imported_by", ColumnType::Text), column("sha256", ColumnType::Text)};
    for (const TrackingImport& import : *imports) {
        table.rows.push_back({import.source, import.days.first.toIso(), import.days.last.toIso(), import.fileRows,
                              import.fileName, import.author.at, import.author.by, import.sha256});
    }
    if (!imports->empty()) table.asOf = imports->back().author.at;
    return putTable(context, table);
}

ExitCode removeSource(const Context& context, const QStringList& arguments) {
    if (arguments.size() != 1) {
        return context.complain(
            {ErrorKind::Usage, QStringLiteral("reconcile remove takes the name of one tracking."), {}});
    }
    const auto reader =
        CacheReader::open(context.composition.cachePath());  // does not make a cache where there is none
    if (!reader) return context.complain(reader.error());
    if (!context.options.isSet(text("yes"))) {
        return context.complain({ErrorKind::Usage,
                                 QStringLiteral("Nothing was removed. Add --yes to take all days of %1 out of the "
                                                "cache.")
                                     .arg(arguments.front()),
                                 {}});
    }
    const auto writer = CacheWriter::open(context.composition.cachePath());
    if (!writer) return context.complain(writer.error());
    if (const auto removed = (*writer)->removeTracking(arguments.front(), context.composition.author()); !removed) {
        return context.complain(removed.error());
    }
    context.out.line(QStringLiteral("Removed %1.").arg(arguments.front()));
    return ExitCode::Done;
}

ExitCode limits(const Context& context) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    auto limits = storedMatchLimits(**reader);
    if (!limits) return context.complain(limits.error());
    bool changed = false;
    for (const auto& [option, limit] :
         {std::pair{text("exact"), &limits->exact}, std::pair{text("close"), &limits->close}}) {
        if (!context.options.isSet(option)) continue;
        const auto read = parsePercent(context.options.value(option));
        if (!read) return context.complain(read.error());
        *limit = *read;
        changed = true;
    }
    if (limits->exact > limits->close) {
        return context.complain(
            {ErrorKind::Usage, QStringLiteral("What is exact would not be close: --exact is above --close."), {}});
    }
    if (changed) {
        auto writer = LedgerWriter::open(context.composition.cachePath());
        if (!writer) return context.complain(writer.error());
        const auto stored = writer->storeDefinitions({{definitionkind::MatchLimits, MatchLimitsName, toJson(*limits)}},
                                                     context.composition.author());
        if (!stored) return context.complain(stored.error());
    }
    context.out.line(QStringLiteral("exact: below %1 % of Anthropic's figure").arg(percentText(limits->exact)));
    context.out.line(QStringLiteral("close: below %1 %").arg(percentText(limits->close)));
    return ExitCode::Done;
}

}  // namespace

Outcome runReconcile(const Context& context) {
    if (context.arguments.isEmpty()) return compare(context);
    const QString what = context.arguments.front();
    const QStringList rest = context.arguments.mid(1);
    if (what == QLatin1String("month")) return runReconcileMonth(context);
    if (what == QLatin1String("accept")) return runReconcileAccept(context);
    if (what == QLatin1String("import")) return importTracking(context, rest);
    if (what == QLatin1String("remove")) return removeSource(context, rest);
    if (!rest.isEmpty()) {
        return context.complain({ErrorKind::Usage,
                                 QStringLiteral("reconcile %1 takes options only, not \"%2\".").arg(what, rest.front()),
                                 {}});
    }
    if (what == QLatin1String("sources")) return listSources(context);
    if (what == QLatin1String("limits")) return limits(context);
    return context.complain(
        {ErrorKind::Usage,
         QStringLiteral("reconcile knows month, accept, import, sources, remove and limits; not \"%1\". See "
                        "tokenledger-cli reconcile --help.")
             .arg(what),
         {}});
}

Command reconcileCommand() {
    return {
        QStringLiteral("reconcile"),
        QStringLiteral(
            "reconcile [--source NAME] --from DAY --to DAY [--interval day|week|month|total] [--by model,token_type] "
            "[--ids] [--format table|csv|json] [--output FILE]\n"
            "       tokenledger-cli reconcile month MONTH [--causes] [--ids] [--format table|csv|json|xlsx] "
            "[--output FILE]\n"
            "       tokenledger-cli reconcile accept MONTH ITEM --note TEXT | --withdraw\n"
            "       tokenledger-cli reconcile import FILE --source NAME [--preset own|litellm|ccusage] "
            "[--map FIELD=COLUMN]... [--alias NAME=MODEL]... [--separator NAME] [--decimal-comma] "
            "[--date-format iso|dmy|mdy] [--encoding NAME] [--prompt-tokens all|with-reads|uncached] [--add-up] "
            "[--dry-run]\n"
            "       tokenledger-cli reconcile sources\n"
            "       tokenledger-cli reconcile remove NAME --yes\n"
            "       tokenledger-cli reconcile limits [--exact PERCENT] [--close PERCENT]"),
        QStringLiteral(
            "Match a month with its invoice, or compare an internal tracking with what Anthropic reports; exit "
            "code 6 when something is to be looked at."),
        tableOptions() +
            QStringList{
                text("source"),        text("from"),        text("to"),       text("interval"),      text("by"),
                text("ids"),           text("preset"),      text("map"),      text("alias"),         text("separator"),
                text("decimal-comma"), text("date-format"), text("encoding"), text("prompt-tokens"), text("add-up"),
                text("dry-run"),       text("causes"),      text("note"),     text("withdraw"),      text("yes"),
                text("exact"),         text("close")},
        runReconcile};
}

void addReconcileOptions(const AddOption& add) {
    add("source", "The internal tracking, by the name that it was imported under.", "NAME");
    add("preset", "own (the default: columns named as the fields), litellm, ccusage.", "PRESET");
    add("map", "A field, and the column that holds it. May be repeated; remembered for the source.", "FIELD=COLUMN");
    add("alias", "A model's name in the file, and in Anthropic's usage. May be repeated; remembered.", "NAME=MODEL");
    add("separator", "Of a CSV: comma, semicolon, tab or pipe (default: recognized).", "NAME");
    add("decimal-comma", "The comma is the decimal mark, points separate thousands.", nullptr);
    add("date-format", "iso, dmy or mdy (default: recognized, where it can be only one).", "FORM");
    add("encoding", "utf-8, utf-16le, utf-16be, windows-1252 or latin-1 (default: by the byte order mark, else utf-8).",
        "NAME");
    add("prompt-tokens", "What prompt_tokens of a LiteLLM log counts: all (the default), with-reads or uncached.",
        "WHAT");
    add("add-up", "Several rows of a day and model are parts of it.", nullptr);
    add("exact", "A difference below this percentage is exact.", "PERCENT");
    add("close", "A difference below this percentage is close; from it on it is to be investigated.", "PERCENT");
}

}  // namespace tokenledger::cli
