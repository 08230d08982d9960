#include "app/cli/monthcommands.h"
#include "app/cli/tableoutput.h"
#include "app/finance/kinds.h"
#include "app/finance/monthname.h"
#include "app/reports/monthreconciliation.h"
#include "app/reports/report.h"
#include "storage/ledgerwriter.h"

namespace tokenledger::cli {

namespace {

Error usage(const QString& message) { return {ErrorKind::Usage, message, {}}; }

/// The difference that `item` has now: of a row, by id or name, or of the invoice.
Result<std::pair<QString, Money>> differenceOf(const MonthReconciliation& month, const QString& item) {
    if (item == QLatin1String("invoice") && month.invoice) return std::pair(item, month.match.invoiceDifference);
    QStringList known;
    for (const ReconciledItem& one : month.items) {
        if (one.row.input.id == item || one.row.input.name == item)
            return std::pair(one.row.input.id, one.row.difference);
        known << one.row.input.id;
    }
    return failure(ErrorKind::Usage, QStringLiteral("%1 has no item \"%2\"; its items are %3.")
                                         .arg(monthName(month.month), item, known.join(QStringLiteral(", "))));
}

Result<DefinitionChange> acceptance(const Context& context, const CacheReader& reader, UtcDay month) {
    if (const auto open = requireOpenMonth(reader, month); !open) return failure(open.error());
    const auto reconciled = reconcileMonth(reader, month, context.composition.prices());
    if (!reconciled) return failure(reconciled.error());
    const auto difference = differenceOf(*reconciled, context.arguments[2]);
    if (!difference) return failure(difference.error());
    DefinitionChange change{definitionkind::AcceptedDifference, acceptedName(monthName(month), difference->first), {}};
    if (context.options.isSet(QStringLiteral("withdraw"))) return change;
    if (difference->second.isZero()) {
        return failure(usage(QStringLiteral("%1 has no difference in %2; there is nothing to accept.")
                                 .arg(difference->first, monthName(month))));
    }
    const QString note = context.options.value(QStringLiteral("note")).trimmed();
    if (note.isEmpty()) return failure(usage(QStringLiteral("A difference is accepted with a reason: --note TEXT.")));
    change.body = toJson(AcceptedDifference{difference->second, note});
    return change;
}

}  // namespace

Result<UtcDay> monthArgument(const Context& context, int place) {
    if (context.arguments.size() <= place) {
        return failure(usage(QStringLiteral("The month is missing, as in 2026-10. See tokenledger-cli %1 --help.")
                                 .arg(context.arguments.value(0))));
    }
    return parseMonth(context.arguments[place]);
}

Outcome runReconcileMonth(const Context& context) {
    if (context.arguments.size() > 2)
        return context.complain(usage(QStringLiteral("reconcile month takes one month.")));
    const auto month = monthArgument(context, 1);
    if (!month) return context.complain(month.error());
    if (const auto format = tableFormat(context); !format) return context.complain(format.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    ReportRequest request;
    const bool causes = context.options.isSet(QStringLiteral("causes"));
    request.report = causes ? QStringLiteral("month-causes") : QStringLiteral("month-match");
    request.range = monthOf(*month);
    request.interval = Interval::Total;
    request.ids = context.options.isSet(QStringLiteral("ids"));
    auto table = tokenledger::runReport(**reader, request, context.composition.prices());
    if (!table) return context.complain(table.error());
    if (const auto& problem = context.composition.priceProblem()) table->notes.append(problem->message);
    const auto reconciled = reconcileMonth(**reader, *month, context.composition.prices());
    if (!reconciled) return context.complain(reconciled.error());
    return putTable(context, *table, reconciled->isOpen() ? ExitCode::Difference : ExitCode::Done);
}

Outcome runReconcileAccept(const Context& context) {
    if (context.arguments.size() != 3)
        return context.complain(usage(QStringLiteral("reconcile accept takes a month and one of its items.")));
    const auto month = monthArgument(context, 1);
    if (!month) return context.complain(month.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    const auto change = acceptance(context, **reader, *month);
    if (!change) return context.complain(change.error());
    auto writer = LedgerWriter::open(context.composition.cachePath());
    if (!writer) return context.complain(writer.error());
    if (const auto stored = writer->storeDefinitions({*change}, context.composition.author()); !stored)
        return context.complain(stored.error());
    context.out.line(change->body.isEmpty()
                         ? QStringLiteral("%1 is not accepted any more.").arg(change->name)
                         : QStringLiteral("%1 is accepted, as long as it is this difference.").arg(change->name));
    return ExitCode::Done;
}

void addMonthOptions(const AddOption& add) {
    add("causes", "What the difference of the month is made of.", nullptr);
    add("note", "What is known of a difference, or of a day that stands out.", "TEXT");
    add("withdraw", "Take an acceptance back.", nullptr);
    add("number", "The invoice's number.", "TEXT");
    add("date", "The invoice's day.", "DAY");
    add("amount", "US dollars: of an invoice before tax and credits, or of each period of a budget.", "AMOUNT");
    add("tax", "Its tax: an amount, or a percentage of amount less credits as in 25%.", "AMOUNT");
    add("credits", "Credits that are taken off, as a positive amount.", "AMOUNT");
    add("due", "The amount due; checked against the others.", "AMOUNT");
    add("line",
        "A part of the amount that the cost report leaves out, as in \"Priority Tier=1250.00\". May be repeated.",
        "LABEL=AMOUNT");
    add("anyway", "Close a month although days are missing, failed or provisional, or differences open.", nullptr);
    add("reason", "Why a month is closed anyway, or reopened.", "TEXT");
}

}  // namespace tokenledger::cli
