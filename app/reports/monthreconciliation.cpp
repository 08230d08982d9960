#include "app/reports/monthreconciliation.h"

#include "app/core/texts.h"
#include "app/finance/kinds.h"
#include "app/finance/monthname.h"
#include "app/reports/monthfacts.h"
#include "app/reports/storedmatchlimits.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr std::int64_t HalfACent = 5'000'000;
const QString InvoiceItem = QStringLiteral("invoice");

using Accepted = std::map<QString, Acceptance>;

Result<std::optional<EnteredInvoice>> readInvoice(const CacheReader& cache, const QString& month) {
    const auto stored = cache.definitions(definitionkind::Invoice);
    if (!stored) return failure(stored.error());
    for (const Definition& definition : *stored) {
        if (definition.name != month) continue;
        auto invoice = parseInvoice(definition.body, month);
        if (!invoice) return failure(invoice.error());
        return std::optional(EnteredInvoice{*std::move(invoice), definition.author, {}});
    }
    return std::optional<EnteredInvoice>();
}

Result<Accepted> readAccepted(const CacheReader& cache, const QString& month) {
    const auto stored = cache.definitions(definitionkind::AcceptedDifference);
    if (!stored) return failure(stored.error());
    Accepted accepted;
    const QString begin = acceptedName(month, {});
    for (const Definition& definition : *stored) {
        if (!definition.name.startsWith(begin)) continue;
        auto difference = parseAccepted(definition.body, definition.name);
        if (!difference) return failure(difference.error());
        accepted.emplace(definition.name.mid(begin.size()), Acceptance{*std::move(difference), definition.author});
    }
    return accepted;
}

std::optional<AcceptedDifference> acceptedOf(const Accepted& all, const QString& item, Money difference) {
    const auto found = all.find(item);
    if (found == all.end() || found->second.accepted.amount != difference) return std::nullopt;
    return found->second.accepted;
}

/// The invoice was made from the cost report of its day, or of when it was entered.
QDateTime madeAt(const EnteredInvoice& entered) {
    return entered.invoice.date ? (*entered.invoice.date + 1).start() : entered.author.at;
}

Result<MatchInvoice> toMatch(const EnteredInvoice& entered, const MonthFacts& facts) {
    MatchInvoice invoice;
    invoice.amount = entered.invoice.amount;
    for (const InvoiceLine& line : entered.invoice.lines) invoice.lines.emplace_back(line.label, line.amount);
    const auto late = facts.lateCost(madeAt(entered));
    if (!late) return failure(late.error());
    invoice.late = Money::fromNano(-late->nano());
    invoice.roundingBound = Money::fromNano(HalfACent);
    return invoice;
}

Result<void> takeMatch(const MonthFacts& facts, MonthReconciliation& month) {
    auto items = facts.items();
    if (!items) return failure(items.error());
    std::vector<MatchInput> inputs;
    for (const MonthFacts::Item& item : *items) inputs.push_back(item.input);
    std::optional<MatchInvoice> invoice;
    if (month.invoice) {
        auto entered = toMatch(*month.invoice, facts);
        if (!entered) return failure(entered.error());
        invoice = *std::move(entered);
    }
    auto match = matchMonth(std::move(inputs), invoice, month.limits);
    if (!match) return failure(match.error());
    for (std::size_t i = 0; i < items->size(); ++i) {
        ReconciledItem item{
            match->rows[i], std::move((*items)[i].tokens), std::move((*items)[i].origins), (*items)[i].costLines, {}};
        item.accepted = acceptedOf(month.acceptances, item.row.input.id, item.row.difference);
        if (item.row.input.item == MatchItem::Model) {
            ++month.models;
            if (item.row.input.unpricedCount == 0) ++month.pricedModels;
        }
        month.items.push_back(std::move(item));
    }
    if (month.invoice) month.invoice->accepted = acceptedOf(month.acceptances, InvoiceItem, match->invoiceDifference);
    month.match = *std::move(match);
    return {};
}

}  // namespace

bool MonthReconciliation::isInvoiceOpen() const {
    return invoice && !invoice->accepted && match.invoiceStatus == RowStatus::Investigate;
}

bool MonthReconciliation::isOpen() const {
    return isInvoiceOpen() ||
           std::any_of(items.begin(), items.end(), [](const ReconciledItem& item) { return item.isOpen(); });
}

Result<std::optional<MonthClose>> newestClose(const CacheReader& cache, UtcDay month) {
    const auto closes = cache.closes();
    if (!closes) return failure(closes.error());
    std::optional<MonthClose> newest;
    for (const MonthClose& close : *closes) {
        if (close.month == month) newest = close;
    }
    return newest;
}

Result<void> requireOpenMonth(const CacheReader& cache, UtcDay month) {
    const auto close = newestClose(cache, month);
    if (!close) return failure(close.error());
    if (!*close || !(*close)->isClosed()) return {};
    return failure(ErrorKind::Usage, tr("%1 is closed; reopen it first, with a reason.").arg(monthName(month)));
}

Result<MonthReconciliation> reconcileMonth(const CacheReader& cache, UtcDay month, const PriceBook& prices) {
    MonthReconciliation result;
    result.month = month.firstOfMonth();
    result.edition = prices.edition();
    const DateRange days = monthOf(month);
    const auto usage = CoverageView::load(cache, Dataset::Usage, days);
    if (!usage) return failure(usage.error());
    const auto cost = CoverageView::load(cache, Dataset::Cost, days);
    if (!cost) return failure(cost.error());
    result.usage = usage->completeness(days);
    result.cost = cost->completeness(days);
    result.asOf = cost->newestFetch(days);
    const auto limits = storedMatchLimits(cache);
    if (!limits) return failure(limits.error());
    result.limits = *limits;
    auto invoice = readInvoice(cache, monthName(month));
    if (!invoice) return failure(invoice.error());
    result.invoice = *std::move(invoice);
    auto accepted = readAccepted(cache, monthName(month));
    if (!accepted) return failure(accepted.error());
    result.acceptances = *std::move(accepted);
    auto close = newestClose(cache, result.month);
    if (!close) return failure(close.error());
    result.close = *std::move(close);

    MonthFacts facts(cache, days, prices);
    if (auto loaded = facts.load(*usage, *cost); !loaded) return failure(loaded.error());
    if (auto matched = takeMatch(facts, result); !matched) return failure(matched.error());
    const auto late = facts.lateCost({});
    if (!late) return failure(late.error());
    result.late = *late;
    result.lateSeenAt = facts.lateSeenAt();
    result.priorityTokens = facts.priorityTokens();
    result.lastPlace = facts.lastPlace();
    return result;
}

}  // namespace tokenledger
