#include "app/cli/monthcommands.h"
#include "app/cli/tableoutput.h"
#include "app/finance/monthname.h"
#include "app/reports/monthclose.h"
#include "app/reports/report.h"
#include "storage/cachewriter.h"
#include "storage/ledgerwriter.h"

namespace tokenledger::cli {

namespace {

Error usage(const QString& message) { return {ErrorKind::Usage, message, {}}; }

Outcome putReport(const Context& context, const QString& name, const DateRange& range, ExitCode code = ExitCode::Done) {
    if (const auto format = tableFormat(context); !format) return context.complain(format.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    ReportRequest request;
    request.report = name;
    request.range = range;
    request.interval = Interval::Total;
    request.ids = context.options.isSet(QStringLiteral("ids"));
    const auto table = tokenledger::runReport(**reader, request, context.composition.prices());
    if (!table) return context.complain(table.error());
    return putTable(context, *table, code);
}

/// What would be frozen, and what speaks against it.
Outcome dryRun(const Context& context, const CacheReader& reader, UtcDay month) {
    const auto reconciled = reconcileMonth(reader, month, context.composition.prices());
    if (!reconciled) return context.complain(reconciled.error());
    context.out.line(
        QStringLiteral("%1: cost report %2, tokens x price %3, %4.")
            .arg(monthName(month), toExactString(reconciled->match.billed), toExactString(reconciled->match.computed),
                 reconciled->invoice ? QStringLiteral("invoice %1").arg(toExactString(*reconciled->match.invoiced))
                                     : QStringLiteral("no invoice")));
    if (reconciled->isClosed()) context.out.line(QStringLiteral("It is closed already."));
    for (const QString& problem : problemsOf(*reconciled)) context.out.line(QStringLiteral("against it: ") + problem);
    for (const QString& remark : remarksOn(*reconciled)) context.out.line(QStringLiteral("note: ") + remark);
    const auto body = makeSnapshot(reader, month, context.composition.prices(), QStringLiteral("dry run"));
    if (!body) return context.complain(body.error());
    if (problemsOf(*reconciled).isEmpty())
        context.out.line(QStringLiteral("snapshot: %1 bytes, SHA-256 %2").arg(body->size()).arg(sha256Of(*body)));
    return ExitCode::Done;
}

Outcome closeMonth(const Context& context, UtcDay month) {
    const auto path = context.composition.cachePath();
    if (const auto reader = CacheReader::open(path); !reader) {
        return context.complain(reader.error());
    } else if (context.options.isSet(QStringLiteral("dry-run"))) {
        return dryRun(context, **reader, month);
    }
    const bool anyway = context.options.isSet(QStringLiteral("anyway"));
    const QString reason = context.options.value(QStringLiteral("reason")).trimmed();
    if (anyway && reason.isEmpty())
        return context.complain(usage(QStringLiteral("A month is closed anyway for a reason only: --reason TEXT.")));
    if (!anyway && !reason.isEmpty())
        return context.complain(usage(QStringLiteral("--reason goes with --anyway, or with close reopen.")));
    // The writer's lock first: no sync can come between the snapshot and its being stored.
    const auto writer = CacheWriter::open(path);
    if (!writer) return context.complain(writer.error());
    const auto closed = tokenledger::closeMonth(**writer, path, month, context.composition.prices(),
                                                anyway ? reason : QString(), context.composition.author());
    if (!closed) return context.complain(closed.error());
    context.out.line(QStringLiteral("%1 is closed, version %2. Snapshot SHA-256 %3, seal %4.")
                         .arg(monthName(month))
                         .arg(closed->version)
                         .arg(sha256Of(closed->body), closed->sha256));
    return ExitCode::Done;
}

Outcome reopen(const Context& context, UtcDay month) {
    if (const auto reader = CacheReader::open(context.composition.cachePath()); !reader)
        return context.complain(reader.error());
    auto writer = LedgerWriter::open(context.composition.cachePath());
    if (!writer) return context.complain(writer.error());
    const auto done =
        writer->reopenMonth(month, context.options.value(QStringLiteral("reason")), context.composition.author());
    if (!done) return context.complain(done.error());
    context.out.line(QStringLiteral("%1 is open again.").arg(monthName(month)));
    return ExitCode::Done;
}

Result<MonthClose> closeOf(const Context& context, UtcDay month) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return failure(reader.error());
    auto close = newestClose(**reader, month);
    if (!close) return failure(close.error());
    if (!*close) return failure(usage(QStringLiteral("%1 was never closed.").arg(monthName(month))));
    return *std::move(*close);
}

Outcome show(const Context& context, UtcDay month) {
    const auto close = closeOf(context, month);
    if (!close) return context.complain(close.error());
    return putReport(context, QStringLiteral("closed-month"), monthOf(month),
                     close->isSound ? ExitCode::Done : ExitCode::Difference);
}

Outcome exportSnapshot(const Context& context, UtcDay month) {
    const auto close = closeOf(context, month);
    if (!close) return context.complain(close.error());
    const ExitCode code = close->isSound ? ExitCode::Done : ExitCode::Difference;
    if (!close->isSound) {
        context.err.line(QStringLiteral("Version %1 of the closed month %2 is not as it was closed: its SHA-256 "
                                        "differs.")
                             .arg(QString::number(close->version), monthName(month)));
    }
    if (!context.options.isSet(QStringLiteral("output"))) {
        context.out.exact(close->body);
        return code;
    }
    const QString file = context.options.value(QStringLiteral("output"));
    const auto written =
        putFile(context, file, close->body,
                QStringLiteral("snapshot of %1, version %2").arg(monthName(month), QString::number(close->version)));
    if (!written) return context.complain(written.error());
    context.out.line(QStringLiteral("SHA-256 %1").arg(written->sha256));
    return code;
}

Outcome runClose(const Context& context) {
    const QString what = context.arguments.value(0);
    if (what == QLatin1String("list") && context.arguments.size() == 1)
        return putReport(context, QStringLiteral("closes"), {});
    using Work = Outcome (*)(const Context&, UtcDay);
    const std::pair<const char*, Work> works[] = {{"show", show}, {"reopen", reopen}, {"export", exportSnapshot}};
    for (const auto& [name, work] : works) {
        if (what != QLatin1String(name)) continue;
        if (context.arguments.size() > 2)
            return context.complain(usage(QStringLiteral("close %1 takes one month.").arg(what)));
        const auto month = monthArgument(context, 1);
        return month ? work(context, *month) : context.complain(month.error());
    }
    if (context.arguments.size() != 1) {
        return context.complain(usage(
            QStringLiteral("close takes a month as in 2026-10, or list, show MONTH, reopen MONTH, export MONTH.")));
    }
    const auto month = monthArgument(context, 0);
    return month ? closeMonth(context, *month) : context.complain(month.error());
}

}  // namespace

Command closeCommand() {
    return {QStringLiteral("close"),
            QStringLiteral("close MONTH [--dry-run] [--anyway --reason TEXT]\n"
                           "       tokenledger-cli close list | show MONTH [--format table|csv|json] [--bom] "
                           "[--output FILE]\n"
                           "       tokenledger-cli close reopen MONTH --reason TEXT\n"
                           "       tokenledger-cli close export MONTH [--output FILE]"),
            QStringLiteral("Freeze a month's figures, show what changed since, reopen it."),
            QStringList{QStringLiteral("dry-run"), QStringLiteral("anyway"), QStringLiteral("reason"),
                        QStringLiteral("ids")} +
                tableOptions(),
            runClose};
}

}  // namespace tokenledger::cli
