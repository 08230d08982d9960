#include "app/reports/report.h"

#include "app/reports/reportrunner.h"

namespace tokenledger {

namespace {

tl::unexpected<Error> usageError(const QString& message) { return failure(ErrorKind::Usage, message); }

tl::unexpected<Error> unknownReport(const QString& name) {
    QStringList names;
    for (const ReportDefinition& definition : reportCatalogue()) names << definition.name;
    return usageError(
        QStringLiteral("There is no report \"%1\"; the reports are %2.").arg(name, names.join(QStringLiteral(", "))));
}

Result<void> checkDimension(const ReportDefinition& definition, Dimension dimension) {
    const auto& allowed = definition.dimensions;
    if (std::find(allowed.begin(), allowed.end(), dimension) != allowed.end()) return {};
    if (allowed.empty()) {
        return usageError(QStringLiteral("The report %1 is a list and has no dimensions; leave out \"%2\".")
                              .arg(definition.name, dimensionName(dimension)));
    }
    QStringList names;
    for (const Dimension other : allowed) names << dimensionName(other);
    return usageError(QStringLiteral("The report %1 has no dimension \"%2\"; its dimensions are %3.")
                          .arg(definition.name, dimensionName(dimension), names.join(QStringLiteral(", "))));
}

Result<void> check(const ReportDefinition& definition, const ReportRequest& request) {
    if (!definition.isList() && request.range.last < request.range.first) {
        return usageError(QStringLiteral("The range ends on %1, before it begins on %2.")
                              .arg(request.range.last.toIso(), request.range.first.toIso()));
    }
    if (!definition.isList() && request.interval == Interval::Hour && definition.shape != ReportShape::Hours) {
        return usageError(QStringLiteral("The report %1 has no hours; its intervals are day, week, month and total.")
                              .arg(definition.name));
    }
    for (std::size_t i = 0; i < request.by.size(); ++i) {
        if (auto allowed = checkDimension(definition, request.by[i]); !allowed) return allowed;
        if (std::find(request.by.begin(), request.by.begin() + static_cast<std::ptrdiff_t>(i), request.by[i]) !=
            request.by.begin() + static_cast<std::ptrdiff_t>(i)) {
            return usageError(
                QStringLiteral("The dimension \"%1\" is named twice; name it once.").arg(dimensionName(request.by[i])));
        }
    }
    if (definition.shape == ReportShape::Whole && !request.by.empty()) {
        return usageError(QStringLiteral("The report %1 cannot be split by dimensions; take the report cost, usage or "
                                         "cache for that.")
                              .arg(definition.name));
    }
    for (const ReportFilter& filter : request.where) {
        if (auto allowed = checkDimension(definition, filter.dimension); !allowed) return allowed;
    }
    return {};
}

/// The same filters are the same text, in whatever order they were named.
void sortFilters(Table& table) {
    std::sort(table.filters.begin(), table.filters.end(),
              [](const AppliedFilter& a, const AppliedFilter& b) { return a.dimension < b.dimension; });
    for (AppliedFilter& filter : table.filters) filter.values.sort();
}

/// Names and ids become terms. A value that this cache has never seen matches nothing, and a note says so.
Result<std::vector<DimensionFilter>> resolve(const CacheReader& cache, const ReportRequest& request, Table& table) {
    std::vector<DimensionFilter> filters;
    for (const ReportFilter& filter : request.where) {
        if (filter.dimension == Dimension::Dataset) {  // not a dimension of facts
            describeFilter(table, filter.dimension, filter.value);
            continue;
        }
        const auto terms = cache.findTerms(filter.dimension, filter.value);
        if (!terms) return failure(terms.error());
        if (terms->empty()) {
            table.notes
                << QStringLiteral("This cache knows no %1 \"%2\".").arg(dimensionName(filter.dimension), filter.value);
            describeFilter(table, filter.dimension, filter.value);
        }
        auto at = std::find_if(filters.begin(), filters.end(),
                               [&filter](const DimensionFilter& other) { return other.dimension == filter.dimension; });
        if (at == filters.end()) at = filters.insert(filters.end(), {filter.dimension, {}});
        for (const TermId term : *terms) {
            describeFilter(table, filter.dimension,
                           request.ids ? cache.text(term) : cache.displayName(filter.dimension, term));
            if (std::find(at->anyOf.begin(), at->anyOf.end(), term) == at->anyOf.end()) at->anyOf.push_back(term);
        }
    }
    return filters;
}

Interval intervalOf(const ReportDefinition& definition, Interval asked) {
    if (definition.shape == ReportShape::Whole) return Interval::Total;
    if (definition.shape == ReportShape::Months) return Interval::Month;
    return definition.shape == ReportShape::Days ? Interval::Day : asked;
}

Table emptyTable(const ReportDefinition& definition, const ReportRequest& request) {
    Table table;
    table.report = definition.name;
    if (!definition.isList()) {
        table.range = request.range;
        table.interval = intervalOf(definition, request.interval);
        if (definition.shape != ReportShape::Whole)
            table.columns.push_back({QStringLiteral("period"), ColumnType::Text, {}});
    }
    if (definition.shape != ReportShape::Days) {
        for (const Dimension dimension : request.by) {
            table.columns.push_back({dimensionName(dimension), ColumnType::Text, {}});
        }
    }
    table.columns.insert(table.columns.end(), definition.measures.begin(), definition.measures.end());
    return table;
}

}  // namespace

void describeFilter(Table& table, Dimension dimension, const QString& value) {
    auto at = std::find_if(table.filters.begin(), table.filters.end(),
                           [dimension](const AppliedFilter& other) { return other.dimension == dimension; });
    if (at == table.filters.end()) at = table.filters.insert(table.filters.end(), {dimension, {}});
    if (!at->values.contains(value)) at->values << value;
}

Result<void> checkRequest(const ReportRequest& request) {
    const ReportDefinition* definition = findReport(request.report);
    if (definition == nullptr) return unknownReport(request.report);
    return check(*definition, request);
}

Result<Table> runReport(const CacheReader& cache, const ReportRequest& request, const PriceBook& prices) {
    if (auto checked = checkRequest(request); !checked) return failure(checked.error());
    const auto entry =
        std::find_if(catalogueEntries().begin(), catalogueEntries().end(),
                     [&request](const CatalogueEntry& one) { return one.definition.name == request.report; });
    const ReportDefinition* definition = &entry->definition;
    const CacheReader::Snapshot snapshot(cache);  // all queries of a report see the same state
    Table table = emptyTable(*definition, request);
    Result<std::vector<DimensionFilter>> where = std::vector<DimensionFilter>();
    if (!definition->ownValues) where = resolve(cache, request, table);
    if (!where) return failure(where.error());
    table.unknownFilter = !table.notes.isEmpty();  // so far only of that: a mistyped name must not pass for a true zero
    if (auto done = entry->run({cache, request, *definition, prices, *std::move(where)}, table); !done)
        return failure(done.error());
    sortFilters(table);
    return table;
}

}  // namespace tokenledger
