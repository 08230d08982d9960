// The reports of a month's reconciliation and of closed months.
#include "app/core/texts.h"
#include "app/finance/monthname.h"
#include "app/reports/monthclose.h"
#include "app/reports/monthtexts.h"
#include "app/reports/reportrunner.h"

namespace tokenledger {

namespace {

Result<UtcDay> monthOfRequest(const ReportRequest& request) {
    if (request.range == monthOf(request.range.first)) return request.range.first;
    const DateRange days = monthOf(request.range.last);
    return failure(ErrorKind::Usage, tr("The report %1 is about one calendar month: take --from %2 --to %3.")
                                         .arg(request.report, days.first.toIso(), days.last.toIso()));
}

Result<MonthReconciliation> reconciled(const ReportContext& context) {
    const auto month = monthOfRequest(context.request);
    if (!month) return failure(month.error());
    return reconcileMonth(context.cache, *month, context.prices);
}

void describe(const MonthReconciliation& month, Table& table) {
    table.completeness = {month.usage, month.cost};
    table.asOf = month.asOf;
    table.notes << monthNotes(month);
}

Cell ratioCell(Money part, Money whole) { return whole.isZero() ? Cell() : Cell(Ratio{part.nano(), whole.nano()}); }

QString shownName(const ReportContext& context, const MatchInput& input) {
    return context.request.ids ? input.id : input.name;
}

void addMatchRow(const ReportContext& context, const MonthReconciliation& month, const ReconciledItem& item,
                 Table& table) {
    const MatchInput& input = item.row.input;
    const bool counted = input.item == MatchItem::Model;
    table.rows.push_back({shownName(context, input), counted ? Cell(input.count) : Cell(),
                          item.row.isComputed() ? Cell(input.computed) : Cell(), input.billed, Cell(),
                          item.row.difference, ratioCell(item.row.difference, input.billed),
                          rowStatusName(item.row.status), reasonText(item, isoDaysText),
                          originsText(item.origins, month.edition), item.accepted ? item.accepted->note : QString()});
}

Result<std::int64_t> tokensOf(const MonthReconciliation& month) {
    std::int64_t sum = 0;
    for (const ReconciledItem& item : month.items) {
        if (item.row.input.item == MatchItem::Model && __builtin_add_overflow(sum, item.row.input.count, &sum))
            return tooLarge(QStringLiteral("The tokens of a month"));
    }
    return sum;
}

QString openText(const std::optional<AcceptedDifference>& accepted) { return accepted ? accepted->note : QString(); }

void addInvoiceRows(const MonthReconciliation& month, Table& table) {
    if (!month.invoice) return;
    for (const InvoiceLine& line : month.invoice->invoice.lines) {
        table.rows.push_back({line.label, Cell(), Cell(), Cell(), line.amount, Cell(), Cell(), QString(),
                              tr("Line of the invoice, entered by hand"), QString(), QString()});
    }
    const MonthMatch& match = month.match;
    table.rows.push_back({tr("Invoice %1").arg(month.invoice->invoice.number), Cell(), Cell(), match.billed,
                          *match.invoiced, match.invoiceDifference, ratioCell(match.invoiceDifference, *match.invoiced),
                          rowStatusName(match.invoiceStatus),
                          month.invoice->accepted ? tr("Accepted: %1").arg(month.invoice->accepted->note) : QString(),
                          QString(), openText(month.invoice->accepted)});
}

/// The token kinds of a model with tokens; dollars where they have a price.
void addTokenRows(const ReportContext& context, const MonthReconciliation& month, const ReconciledItem& item,
                  Table& table) {
    const TokenCost& cost = item.tokens;
    const QString note = cost.unpricedTokens > 0
                             ? tr("No price on %1: %2 tokens are not in the dollars")
                                   .arg(isoDaysText(cost.unpricedDays), QString::number(cost.unpricedTokens))
                             : QString();
    const bool nothingPriced = cost.unpricedTokens == cost.allTokens;
    for (const PricedKind kind : AllPricedKinds) {
        const auto i = static_cast<std::size_t>(kind);
        if (cost.tokens[i] == 0) continue;
        table.rows.push_back({shownName(context, item.row.input), pricedKindName(kind), cost.tokens[i],
                              nothingPriced ? Cell() : Cell(cost.dollars[i]), originsText(item.origins, month.edition),
                              note});
    }
    if (cost.priorityTokens == 0) return;
    table.rows.push_back({shownName(context, item.row.input), QStringLiteral("priority_tier"), cost.priorityTokens,
                          Cell(), QString(), tr("Billed outside the cost report, not by the token")});
}

Cell moneyCell(const std::optional<Money>& amount) { return amount ? Cell(*amount) : Cell(); }

Result<MonthFigures> figuresNow(const ReportContext& context, UtcDay month) {
    const auto now = reconcileMonth(context.cache, month, context.prices);
    if (!now) return failure(now.error());
    return monthFigures(context.cache, *now);
}

Result<ChangeSinceClose> changeOfClose(const MonthClose& close, const MonthFigures& now) {
    const auto closed = snapshotFigures(close.body);
    if (!closed) return failure(closed.error());
    return changeSince(*closed, now);
}

QString brokenText(const MonthClose& close) {
    return tr("Version %1 of the closed month %2 is not as it was closed: its SHA-256 differs. Its figures are not "
              "shown.")
        .arg(QString::number(close.version), monthName(close.month));
}

QString changedText(UtcDay month, const ChangeSinceClose& change) {
    return tr("Since %1 was closed these changed: %2.")
        .arg(monthName(month), change.kinds().join(QStringLiteral(", ")));
}

/// Spend always, the rest where it changed.
void addChangeRows(const ChangeSinceClose& change, Table& table) {
    const auto addRow = [&table](const QString& item, const FigureChange& row) {
        table.rows.push_back({item, moneyCell(row.closed), moneyCell(row.now), row.difference});
    };
    addRow(tr("Spend"), change.spend);
    for (const auto& [model, row] : change.byModel) addRow(model.isEmpty() ? tr("(no model)") : model, row);
    for (const auto& [id, row] : change.byWorkspace)
        addRow(id.isEmpty() ? tr("(default workspace)") : tr("Workspace %1").arg(id), row);
    for (const auto& [type, row] : change.byCostType) addRow(tr("Cost type %1").arg(type), row);
    if (!change.computed.isNone()) addRow(tr("Tokens x price"), change.computed);
    if (!change.invoiced.isNone()) addRow(tr("Invoice"), change.invoiced);
}

}  // namespace

Result<void> runMonthMatch(const ReportContext& context, Table& table) {
    const auto month = reconciled(context);
    if (!month) return failure(month.error());
    for (const ReconciledItem& item : month->items) addMatchRow(context, *month, item, table);
    const auto tokens = tokensOf(*month);
    if (!tokens) return failure(tokens.error());
    const MonthMatch& match = month->match;
    table.rows.push_back({tr("Total"), *tokens, match.computed, match.billed, Cell(), match.billedDifference,
                          ratioCell(match.billedDifference, match.billed), rowStatusName(match.status), QString(),
                          QString(), QString()});
    addInvoiceRows(*month, table);
    describe(*month, table);
    return {};
}

Result<void> runMonthCauses(const ReportContext& context, Table& table) {
    const auto month = reconciled(context);
    if (!month) return failure(month.error());
    for (const MatchCause& cause : month->match.causes) {
        QString item = cause.item;
        for (const ReconciledItem& row : month->items) {
            if (!cause.onInvoice && row.row.input.id == cause.item) item = shownName(context, row.row.input);
        }
        if (cause.onInvoice && item.isEmpty()) item = QStringLiteral("invoice");
        table.rows.push_back({causeName(cause.kind), item, cause.amount, causeMeaning(cause.kind, *month)});
    }
    table.rows.push_back({QStringLiteral("difference"), QString(), month->match.residual,
                          month->invoice ? tr("Invoice - tokens x price") : tr("Cost report - tokens x price")});
    describe(*month, table);
    return {};
}

Result<void> runTokensXPrice(const ReportContext& context, Table& table) {
    const auto month = reconciled(context);
    if (!month) return failure(month.error());
    for (const ReconciledItem& item : month->items) {
        const MatchInput& input = item.row.input;
        if (input.item == MatchItem::Model) addTokenRows(context, *month, item, table);
        if (input.item == MatchItem::WebSearch) {
            table.rows.push_back({shownName(context, input), QStringLiteral("requests"), input.count,
                                  item.row.isComputed() ? Cell(input.computed) : Cell(),
                                  originsText(item.origins, month->edition), QString()});
        }
        if (input.item == MatchItem::NoTokens) {
            table.rows.push_back({shownName(context, input), QStringLiteral("no tokens"), Cell(), Cell(), QString(),
                                  tr("Only in the cost report")});
        }
    }
    table.rows.push_back({tr("Total"), QString(), Cell(), month->match.computed, QString(), QString()});
    table.completeness = {month->usage};
    table.asOf = month->asOf;
    table.notes << monthNotes(*month);
    return {};
}

Result<void> runCloses(const ReportContext& context, Table& table) {
    const auto closes = context.cache.closes();
    if (!closes) return failure(closes.error());
    for (const MonthClose& close : *closes) {
        const auto now = figuresNow(context, close.month);
        if (!now) return failure(now.error());
        std::optional<Money> spend;
        std::optional<Money> difference;
        if (close.isSound) {
            const auto change = changeOfClose(close, *now);
            if (!change) return failure(change.error());
            spend = change->spend.closed;
            difference = change->spend.difference;
            if (close.isClosed() && !change->isNone()) table.notes << changedText(close.month, *change);
        } else {
            table.notes << brokenText(close);
        }
        table.rows.push_back({monthName(close.month), std::int64_t{close.version}, close.author.at, close.author.by,
                              moneyCell(spend), now->spend, moneyCell(difference), sha256Of(close.body), close.sha256,
                              close.reopening ? Cell(close.reopening->author.at) : Cell(),
                              close.reopening ? close.reopening->author.by : QString(),
                              close.reopening ? close.reopening->reason : QString()});
    }
    const auto asOf = context.cache.asOf();
    if (!asOf) return failure(asOf.error());
    table.asOf = *asOf;
    return {};
}

Result<void> runClosedMonth(const ReportContext& context, Table& table) {
    const auto month = monthOfRequest(context.request);
    if (!month) return failure(month.error());
    const auto close = newestClose(context.cache, *month);
    if (!close) return failure(close.error());
    if (!*close) {
        return failure(ErrorKind::Usage,
                       tr("%1 was never closed; tokenledger-cli close %1 does it.").arg(monthName(*month)));
    }
    if (!(*close)->isSound) {
        table.notes << brokenText(**close);
        return describeDatasets(context.cache, {Dataset::Cost}, table);
    }
    const auto now = figuresNow(context, *month);
    if (!now) return failure(now.error());
    const auto change = changeOfClose(**close, *now);
    if (!change) return failure(change.error());
    addChangeRows(*change, table);
    const auto said = snapshotOverride((*close)->body);
    if (!said) return failure(said.error());
    if (!said->first.isEmpty()) {
        table.notes
            << tr("Closed in spite of: %1. Reason: %2").arg(said->first.join(QStringLiteral("; ")), said->second);
    }
    if ((*close)->reopening) {
        table.notes << tr("Reopened on %1 by %2: %3")
                           .arg(toRfc3339((*close)->reopening->author.at), (*close)->reopening->author.by,
                                (*close)->reopening->reason);
    }
    table.notes << (change->isNone() ? tr("Nothing changed since %1 was closed.").arg(monthName(*month))
                                     : changedText(*month, *change));
    for (const auto& [kind, count] : change->counts)
        table.notes << tr("%1: %2 when it was closed, %3 now.").arg(kind).arg(count.closed).arg(count.now);
    return describeDatasets(context.cache, {Dataset::Cost}, table);
}

}  // namespace tokenledger
