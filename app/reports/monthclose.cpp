#include "app/reports/monthclose.h"

#include "app/core/texts.h"
#include "app/finance/monthname.h"
#include "app/reports/coverageview.h"
#include "app/reports/notes.h"

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

Result<FigureChange> changeOf(const std::optional<Money>& closed, const std::optional<Money>& now) {
    const auto difference = subtract(now.value_or(Money()), closed.value_or(Money()));
    if (!difference) return failure(difference.error());
    return FigureChange{closed, now, *difference};
}

std::optional<Money> valueOf(const std::map<QString, Money>& amounts, const QString& id) {
    const auto found = amounts.find(id);
    return found != amounts.end() ? std::optional(found->second) : std::nullopt;
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

Result<MonthFigures> monthFigures(const CacheReader& cache, UtcDay month) {
    const DateRange days = monthOf(month);
    MonthFigures figures;
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
        const QString what = completeness->dataset == Dataset::Usage ? tr("Usage") : tr("Cost");
        if (completeness->finalDays != completeness->days())
            problems << what + QStringLiteral(": ") + completenessText(*completeness);
    }
    return problems;
}

QStringList remarksOn(const MonthReconciliation& month) {
    QStringList remarks;
    if (!month.invoice) remarks << tr("No invoice was entered.");
    int open = 0;
    for (const ReconciledItem& item : month.items) open += item.isOpen() ? 1 : 0;
    if (month.isInvoiceOpen()) ++open;
    if (open > 0) {
        remarks << (open == 1 ? tr("A difference is neither explained nor accepted.")
                              : tr("%1 differences are neither explained nor accepted.").arg(open));
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
        return failure(ErrorKind::Usage,
                       tr("%1 cannot be closed yet: %2. Sync first, or close it anyway and give the reason.")
                           .arg(monthName(month), snapshot.problems.join(QStringLiteral("; "))));
    }
    auto figures = monthFigures(cache, month);
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
    return toJson(snapshot);
}

Result<ChangeSinceClose> changeSince(const MonthFigures& closed, const MonthFigures& now) {
    ChangeSinceClose change;
    const auto spend = changeOf(closed.spend, now.spend);
    if (!spend) return failure(spend.error());
    change.spend = *spend;
    std::map<QString, Money> all = closed.byModel;
    all.insert(now.byModel.begin(), now.byModel.end());
    for (const auto& [id, amount] : all) {
        const auto one = changeOf(valueOf(closed.byModel, id), valueOf(now.byModel, id));
        if (!one) return failure(one.error());
        if (!one->difference.isZero()) change.byModel.emplace(id, *one);
    }
    return change;
}

}  // namespace tokenledger
