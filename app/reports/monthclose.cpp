#include "app/reports/monthclose.h"

#include "app/core/texts.h"
#include "app/finance/monthname.h"
#include "app/reports/coverageview.h"
#include "app/reports/notes.h"

#include <tuple>

namespace tokenledger {

namespace {

Result<void> addTo(Money& sum, Money amount) {
    const auto added = add(sum, amount);
    if (!added) return failure(added.error());
    sum = *added;
    return {};
}

Result<std::map<QString, Money>> billBy(const CacheReader& cache, const DateRange& days, Dimension dimension) {
    const auto rows = cache.cost({days, Interval::Total, {dimension}, {}});
    if (!rows) return failure(rows.error());
    std::map<QString, Money> amounts;
    for (const CostRow& row : *rows) {
        if (auto added = addTo(amounts[cache.text(row.keys[0])], row.measures); !added) return failure(added.error());
    }
    return amounts;
}

SnapshotDays daysOfDataset(const Completeness& completeness) {
    return {datasetName(completeness.dataset), completeness.finalDays, completeness.provisionalDays,
            completeness.missingDays, completeness.failedDays};
}

Result<SnapshotSource> sourceOf(const CacheReader& cache, Dataset dataset, const DateRange& days) {
    const auto coverage = cache.coverage(dataset, days);
    if (!coverage) return failure(coverage.error());
    SnapshotSource source;
    source.dataset = datasetName(dataset);
    for (const DayCoverage& day : coverage->days) {
        if (day.state != DayState::Final && day.state != DayState::Provisional) continue;
        if (!source.firstFetch.isValid() || day.fetchedAt < source.firstFetch) source.firstFetch = day.fetchedAt;
        if (!source.lastFetch.isValid() || day.fetchedAt > source.lastFetch) source.lastFetch = day.fetchedAt;
    }
    if (!source.firstFetch.isValid()) return source;
    const auto log = cache.requestLog();
    if (!log) return failure(log.error());
    for (const RequestLogEntry& entry : *log) {
        if (entry.dataset != dataset || entry.at < source.firstFetch || entry.at > source.lastFetch) continue;
        if (source.requests++ == 0) source.firstRequestId = entry.requestId;
        source.lastRequestId = entry.requestId;
    }
    return source;
}

SnapshotMatch snapshotOf(const MonthReconciliation& month) {
    SnapshotMatch match;
    match.computed = month.match.computed;
    match.residual = month.match.residual;
    for (const ReconciledItem& item : month.items) {
        match.rows.push_back({item.row.input.id, item.row.input.computed, item.row.input.billed,
                              rowStatusName(item.row.status), item.accepted ? item.accepted->note : QString()});
    }
    for (const MatchCause& cause : month.match.causes)
        match.causes.push_back({causeName(cause.kind),
                                cause.onInvoice && cause.item.isEmpty() ? QStringLiteral("invoice") : cause.item,
                                cause.amount});
    return match;
}

std::optional<Money> valueOf(const std::map<QString, Money>& amounts, const QString& id) {
    const auto found = amounts.find(id);
    return found != amounts.end() ? std::optional(found->second) : std::nullopt;
}

Result<FigureChange> changeOf(const std::optional<Money>& closed, const std::optional<Money>& now) {
    const auto difference = subtract(now.value_or(Money()), closed.value_or(Money()));
    if (!difference) return failure(difference.error());
    return FigureChange{closed, now, *difference};
}

Result<std::map<QString, FigureChange>> changesOf(const std::map<QString, Money>& closed,
                                                  const std::map<QString, Money>& now) {
    std::map<QString, Money> all = closed;
    all.insert(now.begin(), now.end());
    std::map<QString, FigureChange> changes;
    for (const auto& [id, amount] : all) {
        const auto one = changeOf(valueOf(closed, id), valueOf(now, id));
        if (!one) return failure(one.error());
        if (!one->difference.isZero()) changes.emplace(id, *one);
    }
    return changes;
}

std::map<QString, CountChange> countChanges(const MonthFigures& closed, const MonthFigures& now) {
    std::map<QString, CountChange> all;
    for (const auto& [kind, count] : closed.tokens) all[kind].closed = count;
    for (const auto& [kind, count] : now.tokens) all[kind].now = count;
    all[QStringLiteral("web_searches")] = {closed.webSearches, now.webSearches};
    std::erase_if(all, [](const auto& one) { return one.second.closed == one.second.now; });
    return all;
}

bool usesOwnPrices(const MonthReconciliation& month) {
    for (const ReconciledItem& item : month.items) {
        for (const PriceOrigin& origin : item.origins) {
            if (origin.yours) return true;
        }
    }
    return false;
}

QStringList discountsUsed(const MonthReconciliation& month) {
    QStringList names;
    for (const ReconciledItem& item : month.items) {
        for (const PriceOrigin& origin : item.origins) {
            if (!origin.discount.isEmpty()) names << origin.discount;
        }
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

}  // namespace

Result<MonthFigures> monthFigures(const CacheReader& cache, const MonthReconciliation& month) {
    const DateRange days = month.days();
    MonthFigures figures;
    figures.computed = month.match.computed;
    if (month.invoice) figures.invoiced = month.invoice->invoice.amount;
    const std::pair<Dimension, std::map<QString, Money>*> splits[] = {{Dimension::Model, &figures.byModel},
                                                                      {Dimension::Workspace, &figures.byWorkspace},
                                                                      {Dimension::CostType, &figures.byCostType}};
    for (const auto& [dimension, split] : splits) {
        auto amounts = billBy(cache, days, dimension);
        if (!amounts) return failure(amounts.error());
        *split = *std::move(amounts);
    }
    for (const auto& [id, amount] : figures.byModel) {
        if (auto added = addTo(figures.spend, amount); !added) return failure(added.error());
    }
    const auto usage = cache.usage({days, Interval::Total, {}, {}});
    if (!usage) return failure(usage.error());
    UsageMeasures sum;
    for (const UsageRow& row : *usage) {
        if (!sum.add(row.measures)) return tooLarge(QStringLiteral("The tokens of a month"));
    }
    for (const PricedKind kind : AllPricedKinds) figures.tokens.emplace(pricedKindName(kind), countOf(sum, kind));
    figures.webSearches = sum.webSearches;
    return figures;
}

QStringList problemsOf(const MonthReconciliation& month) {
    QStringList problems;
    for (const Completeness* completeness : {&month.usage, &month.cost}) {
        const QString what =
            completeness->dataset == Dataset::Usage ? tokenledger::tr("Usage") : tokenledger::tr("Cost");
        if (completeness->finalDays != completeness->days())
            problems << what + QStringLiteral(": ") + completenessText(*completeness);
    }
    const auto open = [&problems](const QString& item, Money difference) {
        problems << tokenledger::tr("%1: a difference of %2 USD is neither explained nor accepted")
                        .arg(item, toExactString(difference));
    };
    for (const ReconciledItem& item : month.items) {
        if (item.isOpen() && item.row.status == RowStatus::Investigate) open(item.row.input.name, item.row.difference);
    }
    if (month.isInvoiceOpen()) open(tokenledger::tr("Invoice"), month.match.invoiceDifference);
    return problems;
}

QStringList remarksOn(const MonthReconciliation& month) {
    QStringList remarks;
    if (!month.invoice) remarks << tokenledger::tr("No invoice was entered.");
    for (const ReconciledItem& item : month.items) {
        if (item.isOpen() && item.row.status == RowStatus::Unpriced)
            remarks << tokenledger::tr("%1 has no price, and its difference is not accepted.").arg(item.row.input.name);
    }
    return remarks;
}

Result<QByteArray> makeSnapshot(const CacheReader& cache, UtcDay month, const PriceBook& prices,
                                const QString& overrideReason) {
    auto reconciled = reconcileMonth(cache, month, prices);
    if (!reconciled) return failure(reconciled.error());
    MonthSnapshot snapshot;
    snapshot.month = month;
    snapshot.problems = problemsOf(*reconciled);
    snapshot.overrideReason = overrideReason.trimmed();
    if (!snapshot.problems.isEmpty() && snapshot.overrideReason.isEmpty()) {
        return failure(
            ErrorKind::Usage,
            tokenledger::tr("%1 cannot be closed yet: %2. Sync or accept first, or close it anyway and give the "
                            "reason.")
                .arg(monthName(month), snapshot.problems.join(QStringLiteral("; "))));
    }
    auto figures = monthFigures(cache, *reconciled);
    if (!figures) return failure(figures.error());
    snapshot.figures = *std::move(figures);
    for (const Dataset dataset : {Dataset::Usage, Dataset::Cost, Dataset::ClaudeCode}) {
        const auto coverage = CoverageView::load(cache, dataset, monthOf(month));
        if (!coverage) return failure(coverage.error());
        snapshot.completeness.push_back(daysOfDataset(coverage->completeness(monthOf(month))));
        auto source = sourceOf(cache, dataset, monthOf(month));
        if (!source) return failure(source.error());
        if (source->firstFetch.isValid()) snapshot.sources.push_back(*std::move(source));
    }
    const auto status = cache.status();
    if (!status) return failure(status.error());
    if (status->organization) snapshot.organization = status->organization->id;
    snapshot.schemaVersion = status->schemaVersion;
    snapshot.programVersion = QStringLiteral(TOKENLEDGER_VERSION);
    snapshot.priceBookEdition = prices.edition();
    snapshot.ownPrices = usesOwnPrices(*reconciled);
    snapshot.discounts = discountsUsed(*reconciled);
    snapshot.match = snapshotOf(*reconciled);
    if (reconciled->invoice) snapshot.invoice = reconciled->invoice->invoice;
    for (const auto& [item, one] : reconciled->acceptances)
        snapshot.acceptances.push_back({item, one.accepted, one.author.by, one.author.at});
    return toJson(snapshot);
}

Result<MonthClose> closeMonth(CacheWriter& writer, const QString& cachePath, UtcDay month, const PriceBook& prices,
                              const QString& overrideReason, const Author& author) {
    const auto reader = CacheReader::open(cachePath);
    if (!reader) return failure(reader.error());
    const CacheReader::Snapshot one(**reader);
    const auto body = makeSnapshot(**reader, month, prices, overrideReason);
    if (!body) return failure(body.error());
    return writer.closeMonth(month, *body, author);
}

QStringList ChangeSinceClose::kinds() const {
    const std::pair<bool, QString> all[] = {{spend.isNone(), tokenledger::tr("spend")},
                                            {byModel.empty(), tokenledger::tr("spend by model")},
                                            {byWorkspace.empty(), tokenledger::tr("spend by workspace")},
                                            {byCostType.empty(), tokenledger::tr("spend by cost type")},
                                            {counts.empty(), tokenledger::tr("tokens and searches")},
                                            {computed.isNone(), tokenledger::tr("tokens x price")},
                                            {invoiced.isNone(), tokenledger::tr("invoice")}};
    QStringList changed;
    for (const auto& [none, kind] : all) {
        if (!none) changed << kind;
    }
    return changed;
}

Result<ChangeSinceClose> changeSince(const MonthFigures& closed, const MonthFigures& now) {
    ChangeSinceClose change;
    const std::tuple<FigureChange*, std::optional<Money>, std::optional<Money>> figures[] = {
        {&change.spend, closed.spend, now.spend},
        {&change.computed, closed.computed, now.computed},
        {&change.invoiced, closed.invoiced, now.invoiced}};
    for (const auto& [target, before, after] : figures) {
        const auto one = changeOf(before, after);
        if (!one) return failure(one.error());
        *target = *one;
    }
    const std::tuple<std::map<QString, FigureChange>*, const std::map<QString, Money>*, const std::map<QString, Money>*>
        splits[] = {{&change.byModel, &closed.byModel, &now.byModel},
                    {&change.byWorkspace, &closed.byWorkspace, &now.byWorkspace},
                    {&change.byCostType, &closed.byCostType, &now.byCostType}};
    for (const auto& [target, before, after] : splits) {
        auto changes = changesOf(*before, *after);
        if (!changes) return failure(changes.error());
        *target = *std::move(changes);
    }
    change.counts = countChanges(closed, now);
    return change;
}

}  // namespace tokenledger
