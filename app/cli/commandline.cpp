#include "app/cli/commandline.h"

#include "app/cli/financecommands.h"
#include "app/cli/tableoutput.h"
#include "app/reports/report.h"
#include "app/setupoptions.h"

#include <QTextStream>

#include <algorithm>

namespace tokenledger::cli {

ExitCode complain(Output& err, const Error& error) {
    err.line(QStringLiteral("tokenledger-cli: ") + error.message);
    if (!error.detail.isEmpty()) err.line(QStringLiteral("  details: ") + error.detail.simplified());
    if (error.kind == ErrorKind::Damaged) {
        err.line(
            QStringLiteral("  tokenledger-cli set-aside keeps it under another name; the next sync starts afresh."));
    }
    if (!error.requestId.isEmpty()) err.line(QStringLiteral("  request id: ") + error.requestId);
    return exitCodeOf(error.kind);
}

Result<void> Context::checkNoArguments(const QString& command) const {
    if (arguments.isEmpty()) return {};
    return failure(ErrorKind::Usage,
                   QStringLiteral("%1 takes options only, not \"%2\".").arg(command, arguments.front()));
}

const QStringList& commonOptions() {
    static const QStringList options =
        setupOptionNames() + QStringList{QStringLiteral("log"), QStringLiteral("key-file"), QStringLiteral("help"),
                                         QStringLiteral("version")};
    return options;
}

namespace {

std::vector<Command> cacheCommands() {
    return {
        {QStringLiteral("sync"),
         QStringLiteral(
             "sync [--since DAY] [--until DAY] [--datasets LIST] [--bucket-width 1d|1h|1m] [--full] [--dry-run] "
             "[--no-wait] [--progress none|text|json] [--format text|json]"),
         QStringLiteral("Fetch what the cache lacks or holds provisionally (default: the last 31 days)."),
         {QStringLiteral("since"), QStringLiteral("until"), QStringLiteral("datasets"), QStringLiteral("bucket-width"),
          QStringLiteral("full"), QStringLiteral("dry-run"), QStringLiteral("no-wait"), QStringLiteral("progress"),
          QStringLiteral("format")},
         runSync},
        {QStringLiteral("report"),
         QStringLiteral(
             "report NAME --from DAY --to DAY [--interval hour|day|week|month|total] [--by DIM[,DIM...]] "
             "[--where DIM=VALUE]... [--ids] [--pseudonyms] [--source NAME] [--format table|csv|json|xlsx|pdf] [--bom] "
             "[--output FILE]"),
         QStringLiteral("Print or export a report from the cache."),
         QStringList{QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("interval"), QStringLiteral("by"),
                     QStringLiteral("where"), QStringLiteral("ids"), QStringLiteral("source")} +
             tableOptions(),
         runReport},
        {QStringLiteral("status"),
         QStringLiteral("status [--format text|json]"),
         QStringLiteral("What the cache holds, and what is missing."),
         {QStringLiteral("format")},
         runStatus},
        {QStringLiteral("verify"),
         QStringLiteral("verify"),
         QStringLiteral("Check the file, and every rollup against its facts; exit code 6 on any difference."),
         {},
         runVerify},
        {QStringLiteral("backup"),
         QStringLiteral("backup FILE"),
         QStringLiteral("Copy the cache into a new file, also while a sync goes on."),
         {},
         runBackup},
        {QStringLiteral("purge"),
         QStringLiteral("purge --from DAY --to DAY [--datasets LIST] [--yes]"),
         QStringLiteral("Take days out of the cache; without --yes only say which."),
         {QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("datasets"), QStringLiteral("yes")},
         runPurge},
        {QStringLiteral("set-aside"),
         QStringLiteral("set-aside [--yes]"),
         QStringLiteral("Keep a damaged cache under another name, so that the next sync starts a fresh one; with --yes "
                        "also a sound one."),
         {QStringLiteral("yes")},
         runSetAside},
        {QStringLiteral("key"),
         QStringLiteral("key set|test|forget"),
         QStringLiteral(
             "Keep the admin key in the OS keychain (set reads it from standard input), test it, forget it."),
         {},
         runKey},
    };
}

}  // namespace

const std::vector<Command>& commands() {
    static const std::vector<Command> list = [] {
        std::vector<Command> all = cacheCommands();
        for (Command& command : financeCommands()) all.push_back(std::move(command));
        return all;
    }();
    return list;
}

const Command* findCommand(QStringView name) {
    const auto& list = commands();
    const auto found =
        std::find_if(list.begin(), list.end(), [name](const Command& command) { return command.name == name; });
    return found == list.end() ? nullptr : &*found;
}

void addOptions(QCommandLineParser& parser) {
    addSetupOptions(parser);
    const auto add = [&parser](const char* name, const char* description, const char* value = nullptr) {
        QCommandLineOption option(QString::fromLatin1(name), QString::fromLatin1(description));
        if (value != nullptr) option.setValueName(QString::fromLatin1(value));
        parser.addOption(option);
    };
    add("log", "Append a technical log to this file. It never holds the key.", "FILE");
    add("key-file", "Read the admin key from this file; - is standard input.", "FILE");
    add("help", "Show help, also for one command.");
    add("version", "Show the version.");
    add("since", "First UTC day to fetch (default: 30 days before today).", "DAY");
    add("until", "Last UTC day to fetch (default: today).", "DAY");
    add("datasets",
        "Comma list of usage, cost, claude-code, and for sync organization, for purge usage-1h, usage-1m (default: "
        "all).",
        "LIST");
    add("bucket-width", "1d, or 1h or 1m to fetch usage at that width beside the daily data.", "WIDTH");
    add("full", "Ask again for final days too.");
    add("dry-run",
        "sync: print the plan, one line a request, and send nothing. reconcile import: say what was understood only.");
    add("no-wait", "Stop with exit code 7 instead of waiting when the rate limit is used up.");
    add("progress", "Progress on standard error: none, text or json.", "KIND");
    add("format",
        "tables: table, csv, json or xlsx, and the report overview as pdf; sync and status: text or json. The first is "
        "the default.",
        "FORMAT");
    add("from", "First UTC day of the report, or to purge.", "DAY");
    add("to", "Last UTC day of the report, or to purge, included.", "DAY");
    add("interval", "hour, day (the default), week (ISO), month or total.", "INTERVAL");
    add("by", "Comma list of dimensions, one column each.", "DIMENSIONS");
    add("where", "Only rows of this value (a name or an id; empty for none). May be repeated.", "DIM=VALUE");
    add("ids", "Show ids instead of names.");
    add("pseudonyms", "Replace people's names and e-mail addresses by stable pseudonyms.");
    add("bom", "Begin a CSV with a byte order mark.");
    add("yes", "Do it.");
    add("output", "Write to this file instead of standard output.", "FILE");
    addFinanceOptions(add);
}

QString helpText(const QCommandLineParser& parser, const Command* command) {
    QString text;
    QTextStream stream(&text);
    const QStringList lines = parser.helpText().split(u'\n');
    // Qt's own option list, cut down to what applies: each option's lines begin with "  --name".
    const auto optionLines = [&lines](const QStringList& names) {
        QString block;
        bool keep = false;
        for (const QString& line : lines) {
            if (line.startsWith(QStringLiteral("  --"))) {
                const QString name = line.mid(4).section(u' ', 0, 0);
                keep = names.contains(name);
            } else if (!line.startsWith(QStringLiteral("   "))) {
                keep = false;
            }
            if (keep) block += line + u'\n';
        }
        return block;
    };
    if (command == nullptr) {
        stream << "Usage: tokenledger-cli COMMAND [options]\n\n"
                  "What an organization spends on the Claude API, from a local cache. All days are UTC.\n\nCommands:\n";
        for (const Command& each : commands()) stream << "  " << each.name.leftJustified(10) << each.summary << '\n';
        stream << "\nReports:\n";
        for (const ReportDefinition& report : reportCatalogue()) {
            stream << "  " << report.name.leftJustified(20) << report.summary << '\n';
        }
        stream << "\nCommon options:\n" << optionLines(commonOptions());
        stream
            << "\nThe key is looked for in --key-file, the environment variable ANTHROPIC_ADMIN_KEY, the OS keychain.\n"
               "\nExit codes: 0 done, 1 internal error, 2 wrong usage, 3 key missing or refused, 4 network or server,\n"
               "5 cache, 6 a check found a difference, 7 partly done.\n";
    } else {
        stream << "Usage: tokenledger-cli " << command->usage << "\n\n" << command->summary << '\n';
        if (!command->options.isEmpty()) stream << "\nOptions:\n" << optionLines(command->options);
        if (command->name == QLatin1String("report")) {
            stream << "\nReports and their dimensions; a list has none, and no range:\n";
            for (const ReportDefinition& report : reportCatalogue()) {
                QStringList dimensions;
                for (const Dimension dimension : report.dimensions) dimensions << dimensionName(dimension);
                QString what = dimensions.join(u' ');
                if (report.isList()) what = QString(QStringLiteral("list: ") % report.summary);
                if (report.name == QLatin1String("overview") || report.name == QLatin1String("bridge")) {
                    what += QStringLiteral(" (in --where only)");
                }
                stream << "  " << report.name.leftJustified(20) << what << '\n';
            }
        }
        stream << "\nCommon options:\n" << optionLines(commonOptions());
    }
    stream.flush();
    return text;
}

Result<std::optional<UtcDay>> dayOption(const QCommandLineParser& options, const QString& name) {
    if (!options.isSet(name)) return std::optional<UtcDay>();
    const auto day = UtcDay::fromIso(options.value(name));
    if (day) return day;
    return failure(ErrorKind::Usage,
                   QStringLiteral("--%1 takes a day of the years 2000 to 2199, as in 2026-11-20; \"%2\" is none.")
                       .arg(name, options.value(name)));
}

Result<QString> choiceOption(const QCommandLineParser& options, const QString& name, const QStringList& allowed) {
    if (!options.isSet(name)) return allowed.front();
    if (allowed.contains(options.value(name))) return options.value(name);
    return failure(ErrorKind::Usage, QStringLiteral("--%1 takes one of: %2; not \"%3\".")
                                         .arg(name, allowed.join(QStringLiteral(", ")), options.value(name)));
}

Result<std::vector<Dimension>> dimensionsOption(const QCommandLineParser& options) {
    std::vector<Dimension> dimensions;
    if (!options.isSet(QStringLiteral("by"))) return dimensions;
    for (const QString& name : options.value(QStringLiteral("by")).split(u',')) {
        const auto dimension = dimensionFromName(name.trimmed());
        if (!dimension) {
            return failure(
                ErrorKind::Usage,
                QStringLiteral("There is no dimension \"%1\". See tokenledger-cli report --help.").arg(name));
        }
        dimensions.push_back(*dimension);
    }
    return dimensions;
}

}  // namespace tokenledger::cli
