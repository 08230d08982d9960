#include "ui/pages/reconciletodo.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/models/displaytable.h"
#include "ui/pages/reconciletexts.h"

namespace tokenledger {

namespace {

bool isAllFinal(const MonthReconciliation& month) {
    return month.usage.finalDays == month.usage.days() && month.cost.finalDays == month.cost.days();
}

/// The worse of the two datasets, in days.
const Completeness& worse(const MonthReconciliation& month) {
    return month.cost.finalDays <= month.usage.finalDays ? month.cost : month.usage;
}

TodoItem daysItem(const MonthReconciliation& month) {
    const Completeness& days = worse(month);
    TodoItem item;
    if (isAllFinal(month)) {
        item.text = tr("All %1 days final").arg(days.days());
        item.actionText = tr("fetched to %1").arg(formatDay(UtcDay::fromDateTime(month.asOf)));
        return item;
    }
    item.action = TodoItem::Action::Sync;
    item.mark = days.missingDays + days.failedDays > 0 ? TodoItem::Mark::Bad : TodoItem::Mark::Warning;
    item.text = tr("%1 of %2 days final").arg(days.finalDays).arg(days.days());
    item.actionText = tr("Sync the others");
    return item;
}

TodoItem invoiceItem(const MonthReconciliation& month) {
    TodoItem item;
    if (!month.invoice) {
        item.action = TodoItem::Action::EnterInvoice;
        item.mark = TodoItem::Mark::Warning;
        item.text = tr("No invoice was entered");
        item.actionText = tr("Enter the invoice");
        return item;
    }
    const Author& author = month.invoice->author;
    item.text = tr("Invoice amount, tax and credits entered");
    item.actionText = tr("by %1, %2").arg(shownText(author.by), formatDay(UtcDay::fromDateTime(author.at)));
    return item;
}

TodoItem openItem(const ReconciledItem& row) {
    const MatchInput& input = row.row.input;
    TodoItem item;
    item.item = input.id;
    item.amount = row.row.difference;
    if (row.row.status == RowStatus::Unpriced) {
        item.action = TodoItem::Action::AddPrice;
        item.mark = TodoItem::Mark::Warning;
        item.text = tr("%1 has no price").arg(itemName(input));
        item.actionText = tr("Add a price from %1").arg(formatDay(input.unpricedDays.front()));
        return item;
    }
    item.action = TodoItem::Action::Accept;
    item.mark = TodoItem::Mark::Bad;
    const QString part = formatPercent(magnitude(row.row.difference).nano(), magnitude(input.billed).nano());
    item.text = row.row.difference.isNegative() ? tr("%1 is %2 below its computed cost").arg(itemName(input), part)
                                                : tr("%1 is %2 above its computed cost").arg(itemName(input), part);
    item.actionText = tr("Accept the difference");
    return item;
}

}  // namespace

std::vector<TodoItem> todoItems(const MonthPicture& picture) {
    const MonthReconciliation& month = picture.month;
    std::vector<TodoItem> items;
    if (month.isClosed()) {
        TodoItem closed;
        closed.text = tr("Closed on %1").arg(formatDayWithYear(UtcDay::fromDateTime(month.close->author.at)));
        closed.actionText = tr("by %1, version %2").arg(shownText(month.close->author.by)).arg(month.close->version);
        items.push_back(closed);
        if (picture.change && !picture.change->isNone()) {
            TodoItem changed;
            changed.action = TodoItem::Action::ShowChange;
            changed.mark = TodoItem::Mark::Warning;
            changed.text = tr("The cost report changed since");
            changed.actionText = tr("Show what changed");
            changed.amount = picture.change->spend.difference;
            items.push_back(changed);
        }
    }
    for (const ReconciledItem& item : month.items) {
        if (item.isOpen()) items.push_back(openItem(item));
    }
    if (month.isInvoiceOpen()) {
        items.push_back({TodoItem::Action::Accept, TodoItem::Mark::Bad, tr("Invoice and cost report differ"),
                         tr("Accept the difference"), month.match.invoiceDifference, QStringLiteral("invoice")});
    }
    if (month.priorityTokens > 0 && (!month.invoice || month.invoice->invoice.lines.empty())) {
        items.push_back({TodoItem::Action::EnterInvoice,
                         TodoItem::Mark::Warning,
                         tr("Priority Tier is billed elsewhere"),
                         tr("Enter it as a line of the invoice"),
                         std::nullopt,
                         {}});
    }
    items.push_back(invoiceItem(month));
    items.push_back(daysItem(month));
    return items;
}

QString priceSnippet(const MonthPicture& picture, const QString& model) {
    UtcDay from;
    for (const ReconciledItem& item : picture.month.items) {
        if (item.row.input.id == model && !item.row.input.unpricedDays.empty())
            from = item.row.input.unpricedDays.front();
    }
    return QStringLiteral(
               "{ \"ids\": [\"%1\"],\n  \"prices\": [{ \"from\": \"%2\", \"uncached_input\": \"0.00\", "
               "\"cache_creation_5m\": \"0.00\",\n    \"cache_creation_1h\": \"0.00\", \"cache_read\": "
               "\"0.00\", \"output\": \"0.00\" }] }")
        .arg(model, from.toIso());
}

}  // namespace tokenledger
