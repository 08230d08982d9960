#include "ui/pages/reconciletodo.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/models/displaytable.h"
#include "ui/pages/reconciletexts.h"

#include <algorithm>

namespace tokenledger {

namespace {

bool isAllFinal(const MonthReconciliation& month) {
    return month.usage.finalDays == month.usage.days() && month.cost.finalDays == month.cost.days();
}

/// The worse of the two datasets, in days.
const Completeness& worse(const MonthReconciliation& month) {
    return month.cost.finalDays <= month.usage.finalDays ? month.cost : month.usage;
}

/// Nothing can be fetched of them yet.
int daysToCome(const DateRange& month, UtcDay today) { return std::clamp(month.last - today, 0, month.days()); }

TodoItem daysItem(const MonthReconciliation& month, UtcDay today) {
    const Completeness& days = worse(month);
    TodoItem item;
    if (isAllFinal(month)) {
        item.text = tr("All %1 days final").arg(days.days());
        item.actionText = tr("fetched to %1").arg(formatDay(UtcDay::fromDateTime(month.asOf)));
        return item;
    }
    const int toCome = daysToCome(month.days(), today);
    item.mark = days.missingDays + days.failedDays > toCome ? TodoItem::Mark::Bad : TodoItem::Mark::Warning;
    item.text = tr("%1 of %2 days final").arg(days.finalDays).arg(days.days());
    if (toCome > 0) item.text = tr("%1, %2 still to come").arg(item.text).arg(toCome);
    if (days.finalDays + toCome >= days.days()) {
        item.actionText = tr("Nothing to sync yet");
    } else {
        item.action = TodoItem::Action::Sync;
        item.actionText = toCome > 0 ? tr("Sync the days so far") : tr("Sync the others");
    }
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
        if (!month.close->isSound) {
            TodoItem broken;
            broken.mark = TodoItem::Mark::Bad;
            broken.text = tr("The snapshot is not as it was closed");
            broken.actionText = tr("Its SHA-256 differs; verify the cache");
            items.push_back(broken);
        }
        if (picture.change && !picture.change->isNone()) {
            TodoItem changed;
            changed.action = TodoItem::Action::ShowChange;
            changed.mark = TodoItem::Mark::Warning;
            changed.text = tr("The month's figures changed since");
            changed.actionText = tr("Show what changed");
            if (!picture.change->spend.isNone()) changed.amount = picture.change->spend.difference;
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
    items.push_back(daysItem(month, picture.today));
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
