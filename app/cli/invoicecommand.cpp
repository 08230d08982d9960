#include "app/cli/monthcommands.h"
#include "app/cli/tableoutput.h"
#include "app/finance/invoice.h"
#include "app/finance/kinds.h"
#include "app/finance/matchlimits.h"
#include "app/finance/monthname.h"
#include "app/reports/monthreconciliation.h"
#include "storage/cachereader.h"
#include "storage/ledgerwriter.h"

namespace tokenledger::cli {

namespace {

tl::unexpected<Error> usage(const QString& message) { return failure(ErrorKind::Usage, message); }

Result<Money> parseAmount(const QString& name, const QString& text) {
    const auto amount = parseDollars(text.toStdString());
    if (amount && !amount->rounded) return amount->amount;
    return usage(QStringLiteral("--%1 takes US dollars as in 1250.00; not \"%2\".").arg(name, text));
}

/// Zero when the option is not set.
Result<Money> amountOption(const Context& context, const QString& name) {
    if (!context.options.isSet(name)) return Money();
    return parseAmount(name, context.options.value(name));
}

Result<std::vector<InvoiceLine>> lineOptions(const Context& context) {
    std::vector<InvoiceLine> lines;
    for (const QString& text : context.options.values(QStringLiteral("line"))) {
        const qsizetype equals = text.lastIndexOf(u'=');
        if (equals <= 0) return usage(QStringLiteral("--line takes LABEL=AMOUNT; not \"%1\".").arg(text));
        const auto amount = parseAmount(QStringLiteral("line"), text.mid(equals + 1));
        if (!amount) return failure(amount.error());
        lines.push_back({text.left(equals).trimmed(), *amount});
    }
    return lines;
}

Result<void> takeTax(const Context& context, Invoice& invoice) {
    const QString tax = context.options.value(QStringLiteral("tax"));
    if (!tax.endsWith(u'%')) {
        const auto amount = amountOption(context, QStringLiteral("tax"));
        if (!amount) return failure(amount.error());
        invoice.tax = *amount;
        return {};
    }
    const auto percent = parsePercent(tax.chopped(1).trimmed());
    if (!percent) return failure(percent.error());
    const auto amount = taxOf(invoice.amount, invoice.credits, *percent);
    if (!amount) return failure(amount.error());
    invoice.taxPercent = *percent;
    invoice.tax = *amount;
    return {};
}

Result<Invoice> readInvoice(const Context& context) {
    Invoice invoice;
    if (!context.options.isSet(QStringLiteral("number")) || !context.options.isSet(QStringLiteral("amount")))
        return usage(QStringLiteral("invoice set needs --number TEXT and --amount AMOUNT."));
    invoice.number = context.options.value(QStringLiteral("number")).trimmed();
    const std::pair<const char*, Money*> amounts[] = {{"amount", &invoice.amount}, {"credits", &invoice.credits}};
    for (const auto& [name, target] : amounts) {
        const auto amount = amountOption(context, QString::fromLatin1(name));
        if (!amount) return failure(amount.error());
        *target = *amount;
    }
    const auto date = dayOption(context.options, QStringLiteral("date"));
    if (!date) return failure(date.error());
    invoice.date = *date;
    if (auto taken = takeTax(context, invoice); !taken) return failure(taken.error());
    auto lines = lineOptions(context);
    if (!lines) return failure(lines.error());
    invoice.lines = *std::move(lines);
    const bool given = context.options.isSet(QStringLiteral("due"));
    const auto due = given ? amountOption(context, QStringLiteral("due")) : dueOf(invoice);
    if (!due) return failure(due.error());
    invoice.due = *due;
    if (auto checked = checkInvoice(invoice); !checked) return failure(checked.error());
    return invoice;
}

Outcome store(const Context& context, UtcDay month, const QByteArray& body) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return context.complain(reader.error());
    if (const auto open = requireOpenMonth(**reader, month); !open) return context.complain(open.error());
    auto writer = LedgerWriter::open(context.composition.cachePath());
    if (!writer) return context.complain(writer.error());
    const auto stored =
        writer->storeDefinitions({{definitionkind::Invoice, monthName(month), body}}, context.composition.author());
    if (!stored) return context.complain(stored.error());
    return std::nullopt;
}

struct Entered {
    QString month;
    Invoice invoice;
    Author author;
};

Result<std::vector<Entered>> readAll(const Context& context) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return failure(reader.error());
    const auto definitions = (*reader)->definitions(definitionkind::Invoice);
    if (!definitions) return failure(definitions.error());
    std::vector<Entered> all;
    for (const Definition& definition : *definitions) {
        auto invoice = parseInvoice(definition.body, definition.name);
        if (!invoice) return failure(invoice.error());
        all.push_back({definition.name, *std::move(invoice), definition.author});
    }
    return all;
}

Column column(const char* name, ColumnType type) {
    return {QString::fromLatin1(name), type, type == ColumnType::Money ? QStringLiteral("USD") : QString()};
}

Table tableOf(const std::vector<Entered>& all) {
    Table table;
    table.report = QStringLiteral("invoices");
    table.columns = {column("month", ColumnType::Text),      column("number", ColumnType::Text),
                     column("date", ColumnType::Text),       column("amount_usd", ColumnType::Money),
                     column("tax_usd", ColumnType::Money),   column("credits_usd", ColumnType::Money),
                     column("due_usd", ColumnType::Money),   column("lines", ColumnType::Text),
                     column("entered_at", ColumnType::Time), column("entered_by", ColumnType::Text)};
    for (const Entered& one : all) {
        QStringList lines;
        for (const InvoiceLine& line : one.invoice.lines) lines << line.label + u'=' + toExactString(line.amount);
        table.rows.push_back({one.month, one.invoice.number, one.invoice.date ? one.invoice.date->toIso() : QString(),
                              one.invoice.amount, one.invoice.tax, one.invoice.credits, one.invoice.due,
                              lines.join(QStringLiteral("; ")), one.author.at, one.author.by});
        if (!table.asOf.isValid() || one.author.at > table.asOf) table.asOf = one.author.at;
    }
    return table;
}

Outcome list(const Context& context, const QString& month) {
    if (const auto format = tableFormat(context); !format) return context.complain(format.error());
    auto all = readAll(context);
    if (!all) return context.complain(all.error());
    if (!month.isEmpty()) {
        std::erase_if(*all, [&month](const Entered& one) { return one.month != month; });
        if (all->empty())
            return context.complain({ErrorKind::Usage, QStringLiteral("%1 has no invoice.").arg(month), {}});
    }
    return putTable(context, tableOf(*all));
}

Outcome set(const Context& context, UtcDay month) {
    const auto invoice = readInvoice(context);
    if (!invoice) return context.complain(invoice.error());
    if (const auto failed = store(context, month, toJson(*invoice))) return failed;
    context.out.line(QStringLiteral("Invoice %1 of %2: %3 + tax %4 - credits %5 = %6 due.")
                         .arg(invoice->number, monthName(month), toExactString(invoice->amount),
                              toExactString(invoice->tax), toExactString(invoice->credits),
                              toExactString(invoice->due)));
    return ExitCode::Done;
}

Outcome remove(const Context& context, UtcDay month) {
    const auto all = readAll(context);
    if (!all) return context.complain(all.error());
    const bool known =
        std::any_of(all->begin(), all->end(), [&](const Entered& one) { return one.month == monthName(month); });
    if (!known)
        return context.complain({ErrorKind::Usage, QStringLiteral("%1 has no invoice.").arg(monthName(month)), {}});
    if (const auto failed = store(context, month, {})) return failed;
    context.out.line(QStringLiteral("The invoice of %1 was removed.").arg(monthName(month)));
    return ExitCode::Done;
}

Outcome runInvoice(const Context& context) {
    const QString what = context.arguments.value(0);
    if (what == QLatin1String("list") && context.arguments.size() == 1) return list(context, {});
    const bool known = what == QLatin1String("set") || what == QLatin1String("show") || what == QLatin1String("remove");
    if (!known || context.arguments.size() > 2) {
        return context.complain(
            {ErrorKind::Usage, QStringLiteral("invoice takes set MONTH, show MONTH, remove MONTH or list."), {}});
    }
    const auto month = monthArgument(context, 1);
    if (!month) return context.complain(month.error());
    if (what == QLatin1String("show")) return list(context, monthName(*month));
    // Does not make a cache where there is none.
    if (const auto reader = CacheReader::open(context.composition.cachePath()); !reader)
        return context.complain(reader.error());
    return what == QLatin1String("set") ? set(context, *month) : remove(context, *month);
}

}  // namespace

Command invoiceCommand() {
    return {
        QStringLiteral("invoice"),
        QStringLiteral("invoice set MONTH --number TEXT --amount AMOUNT [--date DAY] [--tax AMOUNT|PERCENT%] "
                       "[--credits AMOUNT] [--due AMOUNT] [--line LABEL=AMOUNT]...\n"
                       "       tokenledger-cli invoice show MONTH | remove MONTH | list [--format table|csv|json] "
                       "[--bom] [--output FILE]"),
        QStringLiteral("Enter the vendor's invoice of a month, show or remove it."),
        QStringList{QStringLiteral("number"), QStringLiteral("date"), QStringLiteral("amount"), QStringLiteral("tax"),
                    QStringLiteral("credits"), QStringLiteral("due"), QStringLiteral("line")} +
            tableOptions(),
        runInvoice};
}

}  // namespace tokenledger::cli
