#include "ui/pages/reconciletexts.h"

#include "app/core/texts.h"
#include "app/finance/matchlimits.h"
#include "app/reports/monthtexts.h"
#include "charts/format.h"

#include <QLocale>

namespace tokenledger {

namespace {

using Tone = TextPart::Tone;

QString shortDay(UtcDay day) { return formatDay(day); }

/// "20–31 Oct", "3, 20–31 Oct"; all of one month.
QString shortDays(const std::vector<UtcDay>& days) {
    if (days.empty()) return {};
    if (days.size() == 1) return shortDay(days.front());
    return tr("%1 %2").arg(dayNumbersText(days), QLocale().toString(days.front().toDate(), QStringLiteral("MMM")));
}

Tone statusTone(RowStatus status) {
    switch (status) {
        case RowStatus::Exact:
            return Tone::Favourable;
        case RowStatus::Close:
            return Tone::Text2;
        case RowStatus::Investigate:
            return Tone::Unfavourable;
        case RowStatus::Unpriced:
        case RowStatus::NoTokens:
            break;
    }
    return Tone::Warning;
}

QString statusText(RowStatus status) {
    switch (status) {
        case RowStatus::Exact:
            return tr("exact");
        case RowStatus::Close:
            return tr("close");
        case RowStatus::Investigate:
            return tr("investigate");
        case RowStatus::Unpriced:
            return tr("unpriced");
        case RowStatus::NoTokens:
            break;
    }
    return tr("no tokens");
}

Money negated(Money amount) { return Money::fromNano(-amount.nano()); }

QString signedPercent(Money part, Money whole) {
    const QString percent = formatPercent(magnitude(part).nano(), magnitude(whole).nano(), 2);
    return part.isNegative() != whole.isNegative() ? QString(QStringLiteral("\u2212") + percent) : percent;
}

/// Days may still change: that two figures are the same says little yet.
bool isProvisional(const MonthReconciliation& month) {
    return month.usage.provisionalDays > 0 || month.cost.provisionalDays > 0;
}

QString moneyOrDash(const std::optional<Money>& amount) {
    return amount ? formatMoney(*amount) : QString(QStringLiteral("–"));
}

DifferenceContent differenceContent(Money difference, Money whole, RowStatus status, bool provisional = false) {
    if (provisional && status == RowStatus::Exact)
        return {formatMoneyChange(difference), tr("provisional"), Tone::Text2};
    const QString word = statusText(status);
    const QString pill = difference.isZero() || status == RowStatus::Exact
                             ? word
                             : QStringLiteral("%1 · %2").arg(
                                   formatPercent(magnitude(difference).nano(), magnitude(whole).nano(), 2), word);
    return {formatMoneyChange(difference), pill, statusTone(status)};
}

QString causeNote(const MonthPicture& picture, CauseKind kind) {
    QStringList names;
    for (const MatchCause& cause : picture.month.match.causes) {
        if (cause.kind != kind) continue;
        QString name = cause.item;
        for (const ReconciledItem& item : picture.month.items) {
            if (!cause.onInvoice && item.row.input.id == cause.item) name = itemName(item.row.input);
        }
        if (cause.onInvoice && kind != CauseKind::ManualLine) name = tr("invoice");
        names << name;
    }
    names.removeDuplicates();
    if (kind == CauseKind::Rounding) return tr("within its bound");
    if (names.size() > 1) return tr("%1 items").arg(names.size());
    return names.isEmpty() ? tr("none") : names.front();
}

}  // namespace

QString itemName(const MatchInput& input) {
    return shownText(input.item == MatchItem::Model ? modelDisplayName(input.id) : input.name);
}

Money magnitude(Money amount) { return amount.isNegative() ? negated(amount) : amount; }

QString monthTitle(UtcDay month, bool withYear) {
    return QLocale().toString(month.toDate(), withYear ? QStringLiteral("MMMM yyyy") : QStringLiteral("MMMM"));
}

QString reconcileSentence(const MonthPicture& picture) {
    const MonthReconciliation& month = picture.month;
    const MonthMatch& match = month.match;
    const Money whole = match.invoiced.value_or(match.billed);
    const Money unexplained = match.sumOf(CauseKind::Unexplained);
    QString agree = !match.invoiced                           ? tr("no invoice yet.")
                    : match.invoiceStatus == RowStatus::Exact ? tr("invoice and cost report agree.")
                                                              : tr("invoice and cost report differ.");
    const QString name = monthTitle(month.month);
    QString text = QStringLiteral("%1: %2 ").arg(month.isClosed() ? tr("%1, closed").arg(name) : name, agree);
    if (unexplained.isZero()) {
        text += tr("Nothing is unexplained.");
    } else {
        text += tr("%1 of %2 (%3) is unexplained.")
                    .arg(formatMoney(unexplained), formatMoney(whole),
                         formatPercent(magnitude(unexplained).nano(), magnitude(whole).nano(), 2));
    }
    return text;
}

QString changeSentence(const MonthPicture& picture) {
    const Money difference = picture.change->spend.difference;
    const QString month = monthTitle(picture.month.month);
    if (difference.isZero()) return tr("The cost report comes to as much as when %1 was closed.").arg(month);
    const QString amount = formatMoney(magnitude(difference));
    return difference.isNegative() ? tr("The cost report says %1 less than when %2 was closed.").arg(amount, month)
                                   : tr("The cost report says %1 more than when %2 was closed.").arg(amount, month);
}

QStringList changeLines(const ChangeSinceClose& change) {
    QStringList lines;
    const auto add = [&lines](const QString& name, const FigureChange& one) {
        lines << tr("%1: %2, now %3 (%4)")
                     .arg(name, moneyOrDash(one.closed), moneyOrDash(one.now), formatMoneyChange(one.difference));
    };
    for (const auto& [model, one] : change.byModel)
        add(model.isEmpty() ? tr("no model") : modelDisplayName(model), one);
    for (const auto& [workspace, one] : change.byWorkspace)
        add(workspace.isEmpty() ? tr("Default workspace") : tr("Workspace %1").arg(shownText(workspace)), one);
    for (const auto& [type, one] : change.byCostType) add(tr("Cost type %1").arg(shownText(type)), one);
    if (!change.computed.isNone()) add(tr("Tokens × price"), change.computed);
    if (!change.invoiced.isNone()) add(tr("Invoice"), change.invoiced);
    for (const auto& [kind, one] : change.counts) {
        lines << tr("%1: %2, now %3")
                     .arg(kind, QLocale().toString(static_cast<qlonglong>(one.closed)),
                          QLocale().toString(static_cast<qlonglong>(one.now)));
    }
    return lines;
}

FigureContent computedFigure(const MonthPicture& picture) {
    const MonthReconciliation& month = picture.month;
    FigureContent figure{
        tr("Tokens × price"), formatMoney(month.match.computed), formatMoneyExact(month.match.computed), {}};
    if (month.edition)
        figure.lines.push_back({tr("Price book"), tr("edition %1").arg(formatDayWithYear(*month.edition))});
    const bool all = month.pricedModels == month.models;
    figure.lines.push_back({tr("Models priced"), tr("%1 of %2").arg(month.pricedModels).arg(month.models),
                            all ? Tone::Text1 : Tone::Warning, !all});
    return figure;
}

FigureContent billedFigure(const MonthPicture& picture) {
    const MonthReconciliation& month = picture.month;
    FigureContent figure{tr("Cost report"), formatMoney(month.match.billed), formatMoneyExact(month.match.billed), {}};
    const bool all = month.cost.finalDays == month.cost.days();
    figure.lines.push_back({tr("Days"), tr("%1 of %2 final").arg(month.cost.finalDays).arg(month.cost.days()),
                            all ? Tone::Text1 : Tone::Warning, !all});
    if (month.lateSeenAt.isValid()) {
        figure.lines.push_back({tr("Late change seen %1").arg(shortDay(UtcDay::fromDateTime(month.lateSeenAt))),
                                formatMoneyChange(month.late)});
    }
    return figure;
}

FigureContent invoicedFigure(const MonthPicture& picture) {
    const MonthReconciliation& month = picture.month;
    if (!month.invoice)
        return {tr("Invoice, before tax and credits"), QStringLiteral("–"), {}, {{tr("Not entered yet"), {}}}};
    const Invoice& invoice = month.invoice->invoice;
    FigureContent figure{tr("Invoice %1, before tax and credits").arg(shownText(invoice.number)),
                         formatMoney(invoice.amount),
                         formatMoneyExact(invoice.amount),
                         {}};
    if (invoice.lines.size() == 1) {
        figure.lines.push_back(
            {tr("%1, by hand").arg(shownText(invoice.lines.front().label)), formatMoney(invoice.lines.front().amount)});
    } else if (!invoice.lines.empty()) {
        figure.lines.push_back(
            {tr("%1 lines, by hand").arg(invoice.lines.size()), formatMoney(month.match.sumOf(CauseKind::ManualLine))});
    }
    const QString tax = invoice.taxPercent ? tr("tax %1 %").arg(tokenledger::percentText(*invoice.taxPercent))
                                           : tr("tax %1").arg(formatMoney(invoice.tax));
    figure.lines.push_back({tr("Credits %1 · %2").arg(formatMoney(negated(invoice.credits)), tax),
                            tr("due %1").arg(formatMoney(invoice.due))});
    return figure;
}

DifferenceContent computedToBilled(const MonthPicture& picture) {
    const MonthMatch& match = picture.month.match;
    return differenceContent(match.billedDifference, match.billed, match.status, isProvisional(picture.month));
}

DifferenceContent billedToInvoiced(const MonthPicture& picture) {
    const MonthMatch& match = picture.month.match;
    if (!match.invoiced) return {QStringLiteral("–"), {}, Tone::Text2};
    return differenceContent(match.invoiceDifference, *match.invoiced, match.invoiceStatus,
                             isProvisional(picture.month));
}

WaterfallData waterfallData(const MonthPicture& picture) {
    const MonthMatch& match = picture.month.match;
    WaterfallData data;
    data.title = tr("Where the %1 come from").arg(formatMoney(match.residual));
    data.subtitle =
        match.invoiced ? tr("invoice − tokens × price, by cause") : tr("cost report − tokens × price, by cause");
    data.emptyText = tr("There is no difference");
    if (match.causes.empty() && match.residual.isZero()) return data;
    for (std::size_t i = 0; i < CauseKindCount; ++i) {
        const auto kind = static_cast<CauseKind>(i);
        const Money amount = match.sumOf(kind);
        // The usual causes are always there: that one is nothing is an answer, too.
        const bool rare =
            kind == CauseKind::ManualLine || kind == CauseKind::MissingDays || kind == CauseKind::Geography;
        if (rare && amount.isZero()) continue;
        data.steps.push_back(
            {causeTitle(kind), causeNote(picture, kind), amount, false, causeMeaning(kind, picture.month)});
    }
    data.steps.push_back({tr("Difference"), tr("in total"), match.residual, true, data.subtitle});
    return data;
}

DisplayTable causesTable(const MonthPicture& picture) {
    DisplayTable table;
    table.columns = {{tr("Cause"), CellKind::Text, 140, -1, {}, false, 110, 0, QStringLiteral("cause")},
                     {tr("Model or item"), CellKind::Text, 0, -1, {}, false, 110, 0, QStringLiteral("item")},
                     {tr("Amount"), CellKind::Change, 120, -1, {}, false, 110, 0, QStringLiteral("amount")}};
    for (const MatchCause& cause : picture.month.match.causes) {
        QString name = cause.onInvoice && cause.item.isEmpty() ? tr("Invoice") : shownText(cause.item);
        for (const ReconciledItem& item : picture.month.items) {
            if (!cause.onInvoice && item.row.input.id == cause.item) name = itemName(item.row.input);
        }
        DisplayRow row;
        row.cells = {textCell(causeTitle(cause.kind)), textCell(name),
                     numberCell(CellKind::Change, cause.amount.nano())};
        row.key = causeName(cause.kind) + u'/' + cause.item;
        table.rows.push_back(row);
    }
    DisplayRow total;
    total.kind = DisplayRow::Kind::Total;
    total.cells = {textCell(tr("Difference")), textCell({}),
                   numberCell(CellKind::Change, picture.month.match.residual.nano())};
    table.total = total;
    table.summed = 2;
    return table;
}

namespace {

DisplayCell statusCell(RowStatus status, bool provisional) {
    if (provisional && status == RowStatus::Exact) return textCell(tr("provisional"));
    DisplayCell cell = textCell(statusText(status));
    const Tone tone = statusTone(status);
    cell.tone = tone == Tone::Favourable     ? DisplayCell::Tone::Good
                : tone == Tone::Unfavourable ? DisplayCell::Tone::Bad
                                             : DisplayCell::Tone::Plain;
    cell.pill = tone == Tone::Warning;
    return cell;
}

DisplayCell percentCell(Money part, Money whole) {
    if (whole.isZero()) return numberCell(CellKind::Percent, std::nullopt);
    DisplayCell cell = textCell(part.isZero() ? formatPercent(0, 1, 2) : signedPercent(part, whole));
    cell.number = ratioPpm(part.nano(), whole.nano());
    return cell;
}

DisplayRow matchRow(const ReconciledItem& item, bool provisional) {
    const MatchInput& input = item.row.input;
    const bool model = input.item == MatchItem::Model;
    DisplayCell name = model ? modelCell(input.id, tr("(none)")) : textCell(shownText(input.name));
    if (!model) name.familySlot = -1;
    DisplayCell computed = numberCell(CellKind::Money, input.computed.nano());
    if (!item.row.isComputed()) {
        computed = numberCell(CellKind::Money, std::nullopt);
        computed.text = tr("unpriced");
    }
    DisplayRow row;
    const bool comparable = item.row.status != RowStatus::Unpriced && item.row.status != RowStatus::NoTokens;
    row.cells = {
        name,
        numberCell(CellKind::Tokens, model ? std::optional(input.count) : std::nullopt),
        computed,
        numberCell(CellKind::Money, input.billed.nano()),
        numberCell(CellKind::Change, item.row.difference.nano()),
        comparable ? percentCell(item.row.difference, input.billed) : numberCell(CellKind::Percent, std::nullopt),
        statusCell(item.row.status, provisional),
        textCell(reasonText(item, shortDays))};
    row.key = input.id;
    return row;
}

}  // namespace

DisplayTable matchTable(const MonthPicture& picture) {
    const MonthMatch& match = picture.month.match;
    DisplayTable table;
    const auto column = [](const QString& title, CellKind kind, int width, int givesWay, const char* id) {
        return DisplayColumn{title, kind, width, -1, {}, false, 110, givesWay, QString::fromLatin1(id)};
    };
    table.columns = {column(tr("Model or item"), CellKind::Model, 190, 0, "item"),
                     column(tr("Tokens"), CellKind::Tokens, 90, 2, "tokens"),
                     column(tr("Tokens × price"), CellKind::Money, 120, 0, "computed"),
                     column(tr("Cost report"), CellKind::Money, 120, 0, "billed"),
                     column(tr("Difference"), CellKind::Change, 110, 0, "difference"),
                     column(tr("%"), CellKind::Figure, 90, 1, "percent"),
                     column(tr("Status"), CellKind::Pill, 120, 0, "status"),
                     column(tr("Reason"), CellKind::Text, 0, 0, "reason")};
    const bool provisional = isProvisional(picture.month);
    std::int64_t tokens = 0;
    for (const ReconciledItem& item : picture.month.items) {
        if (item.row.input.item == MatchItem::Model) tokens += item.row.input.count;
        table.rows.push_back(matchRow(item, provisional));
    }
    DisplayRow total;
    total.kind = DisplayRow::Kind::Total;
    total.cells = {textCell(tr("Total")),
                   numberCell(CellKind::Tokens, tokens),
                   numberCell(CellKind::Money, match.computed.nano()),
                   numberCell(CellKind::Money, match.billed.nano()),
                   numberCell(CellKind::Change, match.billedDifference.nano()),
                   percentCell(match.billedDifference, match.billed),
                   statusCell(match.status, provisional),
                   textCell({})};
    table.total = total;
    return table;
}

}  // namespace tokenledger
