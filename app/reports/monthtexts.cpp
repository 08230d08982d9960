#include "app/reports/monthtexts.h"

#include "app/core/texts.h"
#include "app/reports/monthclose.h"

namespace tokenledger {

namespace {

bool has(const ReconciledItem& item, CauseKind kind) { return !item.row.cause(kind).isZero(); }

QString unexplainedText(const ReconciledItem& item) {
    const MatchInput& input = item.row.input;
    if (input.count == 0) return tr("Billed, but not in the usage report");
    if (input.billed.isZero()) return tr("In the usage report, but not billed");
    if (input.estimate && !item.row.difference.isNegative())
        return tr("Long prompts cost more, which usage does not tell");
    return tr("Unexplained");
}

QString sinceText(UtcDay from) { return from == UtcDay() ? tr("since ever") : tr("since %1").arg(from.toIso()); }

}  // namespace

QString isoDaysText(const std::vector<UtcDay>& days) {
    QStringList runs;
    for (std::size_t i = 0; i < days.size();) {
        std::size_t last = i;
        while (last + 1 < days.size() && days[last + 1] - days[last] == 1) ++last;
        runs << (last == i ? days[i].toIso() : tr("%1 to %2").arg(days[i].toIso(), days[last].toIso()));
        i = last + 1;
    }
    return runs.join(QStringLiteral(", "));
}

QString reasonText(const ReconciledItem& item, const DaysText& days) {
    const MatchInput& input = item.row.input;
    QStringList parts;
    if (item.row.status == RowStatus::NoTokens) parts << tr("Only in the cost report");
    if (item.row.status == RowStatus::Unpriced)
        parts << tr("No price in the price book for %1").arg(days(input.unpricedDays));
    if (has(item, CauseKind::MissingDays))
        parts << tr("Only one of the two reports has %1").arg(days(input.oneSidedDays));
    if (has(item, CauseKind::Geography)) parts << tr("Costs more in a geography, which usage does not tell");
    if (has(item, CauseKind::LateData)) {
        parts << tr("Cost of %1 restated on %2")
                     .arg(days(input.lateDays), days({UtcDay::fromDateTime(input.lateSeenAt)}));
    }
    if (has(item, CauseKind::Rounding)) parts << tr("Rounding");
    if (has(item, CauseKind::Unexplained)) parts << unexplainedText(item);
    if (item.accepted) parts << tr("Accepted: %1").arg(item.accepted->note);
    return parts.join(QStringLiteral("; "));
}

QString originsText(const std::vector<PriceOrigin>& origins, const std::optional<UtcDay>& edition) {
    QStringList texts;
    for (const PriceOrigin& origin : origins) {
        const QString source = origin.yours ? tr("your prices")
                               : edition    ? tr("price book of %1").arg(edition->toIso())
                                            : tr("price book");
        QString text = QStringLiteral("%1 (%2)").arg(source, sinceText(origin.from));
        if (!origin.discount.isEmpty()) text = tr("%1, discount %2").arg(text, origin.discount);
        texts << text;
    }
    return texts.join(QStringLiteral("; "));
}

QString causeTitle(CauseKind kind) {
    switch (kind) {
        case CauseKind::ManualLine:
            return tr("Manual lines");
        case CauseKind::Unpriced:
            return tr("Unpriced");
        case CauseKind::NoTokens:
            return tr("Not in tokens");
        case CauseKind::MissingDays:
            return tr("Missing days");
        case CauseKind::Geography:
            return tr("Geography");
        case CauseKind::LateData:
            return tr("Late data");
        case CauseKind::Rounding:
            return tr("Rounding");
        case CauseKind::Unexplained:
            break;
    }
    return tr("Unexplained");
}

QString causeMeaning(CauseKind kind, const MonthReconciliation& month) {
    switch (kind) {
        case CauseKind::ManualLine:
            return tr("Lines of the invoice, entered by hand, for what the cost report leaves out.");
        case CauseKind::Unpriced:
            return tr("What the cost report bills for tokens that the price book has no price for.");
        case CauseKind::NoTokens:
            return tr("Cost types that the usage report does not count: only the cost report knows them.");
        case CauseKind::MissingDays:
            return tr("Days that only one of the two reports has.");
        case CauseKind::Geography:
            return tr("What the cost report bills more for a geography, which the usage report does not tell.");
        case CauseKind::LateData:
            return tr(
                "What final days' cost changed later and tokens x price did not, as far as it explains the "
                "difference.");
        case CauseKind::Rounding:
            return tr("Differences up to half of the last place of each cost line (%1 USD), and half a cent of the "
                      "invoice.")
                .arg(toExactString(Money::fromNano(month.lastPlace)));
        case CauseKind::Unexplained:
            break;
    }
    return tr("What none of these explains.");
}

QStringList monthNotes(const MonthReconciliation& month) {
    QStringList notes;
    if (!month.invoice) notes << tr("No invoice was entered: tokens x price and the cost report are compared.");
    if (month.priorityTokens > 0) {
        const QString tokens = QString::number(month.priorityTokens);
        const bool lines = month.invoice && !month.invoice->invoice.lines.empty();
        notes << (lines ? tr("%1 tokens of Priority Tier are billed outside the cost report and in none of these "
                             "figures but the invoice's lines.")
                              .arg(tokens)
                        : tr("%1 tokens of Priority Tier are billed outside the cost report: enter what they cost as a "
                             "line of the invoice.")
                              .arg(tokens));
    }
    for (const ReconciledItem& item : month.items) {
        if (item.row.status != RowStatus::Unpriced) continue;
        notes << tr("No price is known for %1 on %2: its tokens are not taken as free.")
                     .arg(item.row.input.name, isoDaysText(item.row.input.unpricedDays));
    }
    if (!month.match.sumOf(CauseKind::Rounding).isZero()) notes << causeMeaning(CauseKind::Rounding, month);
    if (month.isOpen()) notes << tr("Something is to be looked at: rows with \"investigate\" or \"unpriced\".");
    return notes;
}

}  // namespace tokenledger
