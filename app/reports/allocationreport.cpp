#include "app/core/texts.h"
#include "app/reports/allocatedcost.h"
#include "app/reports/reportrunner.h"
#include "app/reports/rowbuilder.h"

#include <QSet>

#include <map>

namespace tokenledger {

namespace {

/// Names and ids as terms; what is not known matches nothing, and a note says so.
Result<std::vector<DimensionFilter>> resolve(const AllocatedCost& cost, const ReportRequest& request, Table& table) {
    std::vector<DimensionFilter> filters;
    for (const ReportFilter& filter : request.where) {
        const auto terms = cost.findTerms(filter.dimension, filter.value);
        if (!terms) return failure(terms.error());
        if (terms->empty()) {
            table.unknownFilter = true;
            table.notes
                << QStringLiteral("There is no %1 \"%2\" here.").arg(dimensionName(filter.dimension), filter.value);
            describeFilter(table, filter.dimension, filter.value);
        }
        for (const TermId term : *terms) {
            describeFilter(table, filter.dimension,
                           request.ids ? cost.idOf(filter.dimension, term) : cost.nameOf(filter.dimension, term));
        }
        auto at = std::find_if(filters.begin(), filters.end(),
                               [&filter](const DimensionFilter& other) { return other.dimension == filter.dimension; });
        if (at == filters.end()) at = filters.insert(filters.end(), {filter.dimension, {}});
        at->anyOf.insert(at->anyOf.end(), terms->begin(), terms->end());
    }
    return filters;
}

/// Names that several keys of the cache have: only with the id are they told apart.
Result<QSet<QString>> sharedKeyNames(const CacheReader& cache) {
    const auto keys = cache.valuesOf(Dimension::ApiKey);
    if (!keys) return failure(keys.error());
    QSet<QString> seen;
    QSet<QString> shared;
    for (const TermId key : *keys) {
        const QString name = cache.displayName(Dimension::ApiKey, key);
        if (seen.contains(name)) shared.insert(name);
        seen.insert(name);
    }
    return shared;
}

Cell shareOf(Money amount, Money total) {
    if (total.isZero()) return {};
    return Ratio{amount.nano(), total.nano()};
}

void addNotes(const AllocatedCost& cost, const AllocatedCost::Rows& read, Table& table) {
    const auto amount = [&read](AllocationBasis basis) { return read.byBasis[static_cast<std::size_t>(basis)]; };
    const auto note = [&](AllocationBasis basis, const QString& text) {
        if (!amount(basis).isZero()) table.notes << text.arg(toExactString(amount(basis)));
    };
    note(AllocationBasis::UsageMissing,
         QStringLiteral("%1 USD are not allocated: the usage of their days is not here, or does not tell the keys."));
    note(AllocationBasis::Shared, QStringLiteral("%1 USD are shared: no API key used what they were billed for."));
    note(AllocationBasis::Console, QStringLiteral("%1 USD were used without an API key (Console)."));
    const auto ruled = [&](AllocationBasis basis, SharingRule rule, const QString& what) {
        if (amount(basis).isZero()) return;
        table.notes << QStringLiteral("%1 USD of %2 are given by the rule \"%3\".")
                           .arg(toExactString(amount(basis)), what, sharingRuleName(rule));
    };
    ruled(AllocationBasis::SharedByRule, cost.rule().shared, QStringLiteral("shared cost"));
    ruled(AllocationBasis::ConsoleByRule, cost.rule().console, QStringLiteral("Console use"));
}

}  // namespace

Result<void> runAllocation(const ReportContext& context, Table& table) {
    const ReportRequest& request = context.request;
    auto cost = AllocatedCost::open(context.cache, request.allocationRule);
    if (!cost) return failure(cost.error());
    auto where = resolve(*cost, request, table);
    if (!where) return failure(where.error());
    const auto read = cost->read({request.range, request.interval, request.by, *std::move(where)});
    if (!read) return failure(read.error());

    std::map<PeriodStart, Money> totals;
    for (const CostRow& row : read->rows) {
        const auto sum = add(totals[row.period], row.measures);
        if (!sum) return failure(sum.error());
        totals[row.period] = *sum;
    }
    std::vector<GroupedRow> rows;
    rows.reserve(read->rows.size());
    for (const CostRow& row : read->rows) {
        const Money total = totals[row.period];
        GroupedRow grouped{row.period, row.keys, {row.measures}};
        grouped.measures.push_back(shareOf(row.measures, total));
        rows.push_back(std::move(grouped));
    }
    const auto shared = sharedKeyNames(context.cache);
    if (!shared) return failure(shared.error());
    const auto shown = [&](Dimension dimension, TermId term) {
        const QString name = cost->nameOf(dimension, term);
        const bool isKey = dimension == Dimension::ApiKey && term > NullTerm;
        return isKey && shared->contains(name) ? name + QStringLiteral(" (%1)").arg(cost->idOf(dimension, term)) : name;
    };
    const ValueNames names{[&](Dimension dimension, TermId term) { return cost->idOf(dimension, term); }, shown};
    appendRows(names, request, std::move(rows), {Money(), Cell()}, table);
    addNotes(*cost, *read, table);
    const bool byTeam = std::any_of(request.by.begin(), request.by.end(), [](Dimension dimension) {
        return dimension == Dimension::Team || dimension == Dimension::CostCentre;
    });
    if (byTeam && cost->teams().teams().empty()) {
        table.notes << QStringLiteral("There is no team yet: \"tokenledger-cli team set NAME\" makes one.");
    }
    if (auto described = describeDatasets(context.cache, {Dataset::Usage, Dataset::Cost}, table); !described)
        return described;
    return notePriorityTier(context, table);
}

}  // namespace tokenledger
