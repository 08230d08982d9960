// check: for a timer, which mails what it prints. 6 when there is something to tell.
#include "app/cli/budgetcommands.h"
#include "app/cli/tableoutput.h"
#include "app/reports/watch.h"
#include "storage/ledgerwriter.h"

namespace tokenledger::cli {

namespace {

constexpr int MostDays = 366;

Result<WatchRequest> readRequest(const Context& context) {
    if (auto alone = context.checkNoArguments(QStringLiteral("check")); !alone) return failure(alone.error());
    WatchRequest request;
    request.today = UtcDay::fromDateTime(context.composition.clock().now());
    if (context.options.isSet(QStringLiteral("only"))) {
        const QStringList only = context.options.value(QStringLiteral("only")).split(u',');
        for (const QString& name : only) {
            if (name != QLatin1String("budgets") && name != QLatin1String("anomalies") &&
                name != QLatin1String("gaps")) {
                return failure(
                    ErrorKind::Usage,
                    QStringLiteral("--only takes a comma list of budgets, anomalies and gaps; not \"%1\".").arg(name));
            }
        }
        request.budgets = only.contains(QStringLiteral("budgets"));
        request.anomalies = only.contains(QStringLiteral("anomalies"));
        request.gaps = only.contains(QStringLiteral("gaps"));
    }
    if (context.options.isSet(QStringLiteral("days"))) {
        bool ok = false;
        request.days = context.options.value(QStringLiteral("days")).toInt(&ok);
        if (!ok || request.days < 1 || request.days > MostDays) {
            return failure(ErrorKind::Usage, QStringLiteral("--days takes a number of days from 1 to 366."));
        }
    }
    return request;
}

QString kindName(WatchFinding::Kind kind) {
    switch (kind) {
        case WatchFinding::Kind::Budget:
            return QStringLiteral("budget");
        case WatchFinding::Kind::Anomaly:
            return QStringLiteral("anomaly");
        case WatchFinding::Kind::Gap:
            break;
    }
    return QStringLiteral("gap");
}

ExitCode put(const Context& context, const std::vector<WatchFinding>& findings, ExitCode code) {
    const bool sentences = *tableFormat(context) == ExportFormat::Text;
    if (sentences && !context.options.isSet(QStringLiteral("output"))) {
        if (!context.options.isSet(QStringLiteral("pseudonyms"))) {
            for (const WatchFinding& finding : findings) context.out.line(finding.sentence);
            return code;
        }
        const auto pseudonyms = pseudonymsOf(context);
        if (!pseudonyms) return context.complain(pseudonyms.error());
        for (const WatchFinding& finding : findings) context.out.line(pseudonyms->inText(finding.sentence));
        return code;
    }
    Table table;
    table.report = QStringLiteral("check");
    for (const char* name : {"kind", "subject", "sentence"}) {
        table.columns.push_back({QString::fromLatin1(name), ColumnType::Text, {}});
    }
    for (const WatchFinding& finding : findings) {
        table.rows.push_back({kindName(finding.kind), finding.subject, finding.sentence});
    }
    return putTable(context, table, code);
}

}  // namespace

Outcome runCheck(const Context& context) {
    if (const auto format = tableFormat(context); !format) return context.complain(format.error());
    const auto request = readRequest(context);
    if (!request) return context.complain(request.error());
    const bool once = context.options.isSet(QStringLiteral("once"));
    const QString path = context.composition.cachePath();
    auto findings = [&]() -> Result<std::vector<WatchFinding>> {
        const auto reader = CacheReader::open(path);
        if (!reader) return failure(reader.error());
        return buildWatch(**reader, *request);
    }();
    if (!findings) return context.complain(findings.error());
    if (once) std::erase_if(*findings, [](const WatchFinding& finding) { return finding.wasTold; });
    const ExitCode code = put(context, *findings, findings->empty() ? ExitCode::Done : ExitCode::Difference);
    if (!once || findings->empty() || code != ExitCode::Difference) return code;
    // After they were told: told twice is better than never. What did not arrive is said when the program ends, by 5.
    if (!context.out.trouble().isEmpty()) return ExitCode::Done;
    auto writer = LedgerWriter::open(path);
    if (!writer) return context.complain(writer.error());
    const auto noted = writer->storeDefinitions(toldNotices(*findings), context.composition.author());
    return noted ? code : context.complain(noted.error());
}

}  // namespace tokenledger::cli
