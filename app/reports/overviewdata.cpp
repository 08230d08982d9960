#include "app/reports/overviewdata.h"

#include "app/reports/priceinputs.h"

namespace tokenledger {

namespace {

DateRange hull(const DateRange& a, const DateRange& b) {
    return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

/// One span where both touch, else two: nobody needs the eleven months between this November and the last one.
std::vector<DateRange> joined(const DateRange& range, const std::optional<DateRange>& other) {
    if (!other) return {range};
    const bool touch = other->first <= range.last + 1 && range.first <= other->last + 1;
    if (touch) return {hull(range, *other)};
    return other->last < range.first ? std::vector{*other, range} : std::vector{range, *other};
}

bool holdsFilter(const std::vector<DimensionFilter>& where, Dimension dimension) {
    return std::any_of(where.begin(), where.end(),
                       [dimension](const auto& filter) { return filter.dimension == dimension; });
}

Result<void> checkFilters(const std::vector<DimensionFilter>& where) {
    for (const DimensionFilter& filter : where) {
        const Dimension dimension = filter.dimension;
        if (dimension != Dimension::Workspace && dimension != Dimension::Model && dimension != Dimension::ApiKey) {
            return failure(
                ErrorKind::Usage,
                QStringLiteral("The overview cannot be filtered by %1; its filters are workspace, model and api_key.")
                    .arg(dimensionName(dimension)));
        }
    }
    return {};
}

class Loader {
public:
    Loader(const CacheReader& cache, const OverviewRequest& request) : m_cache(cache), m_request(request) {}

    [[nodiscard]] Result<void> loadCoverage(OverviewData& data) {
        data.compared = comparedRange(m_request.range, m_request.comparison);
        DateRange span = priceDays(m_request.range);
        if (data.compared) span = hull(span, priceDays(*data.compared));
        for (const auto& [dataset, view] : {std::pair{Dataset::Cost, &data.costDays},
                                            {Dataset::Usage, &data.usageDays},
                                            {Dataset::ClaudeCode, &data.claudeCodeDays}}) {
            auto loaded = CoverageView::load(m_cache, dataset, span);
            if (!loaded) return failure(loaded.error());
            *view = *std::move(loaded);
        }
        return {};
    }

    [[nodiscard]] Result<void> loadCost(OverviewData& data) {
        const DateRange month{m_request.range.last.firstOfMonth(), m_request.range.last};
        const bool compares = data.compared && data.costDays.isPresent(*data.compared);
        FactQuery query;
        query.by = {Dimension::Workspace, Dimension::Model};
        for (const DimensionFilter& filter : m_request.where) {
            if (filter.dimension != Dimension::ApiKey) query.where.push_back(filter);
        }
        for (const DateRange& span : joined(hull(m_request.range, month), compares ? data.compared : std::nullopt)) {
            query.range = span;
            auto rows = m_cache.cost(query);
            if (!rows) return failure(rows.error());
            data.cost.insert(data.cost.end(), rows->begin(), rows->end());
        }
        return {};
    }

    /// Usage of all the organization makes the prices; the filtered part of it is what is shown.
    [[nodiscard]] Result<void> loadUsage(OverviewData& data) {
        const bool compares = data.compared && data.usageDays.isPresent(*data.compared);
        const bool byKey = holdsFilter(m_request.where, Dimension::ApiKey);
        const auto range = priceDays(m_request.range);
        const auto other = compares ? std::optional(priceDays(*data.compared)) : std::nullopt;
        for (const DateRange& span : joined(range, other)) {
            FactQuery query{span, Interval::Day, usageDimensions(), {}};
            auto rows = m_cache.usage(query);
            if (!rows) return failure(rows.error());
            for (const UsageRow& row : *rows) {
                m_used.push_back(
                    {UtcDay::fromSeconds(row.period), {row.keys[1], row.keys[2], row.keys[3]}, row.measures});
            }
            if (byKey) {
                query.where = m_request.where;
                rows = m_cache.usage(query);
                if (!rows) return failure(rows.error());
            } else {
                std::erase_if(*rows, [this](const UsageRow& row) { return !isWanted(row); });
            }
            data.usage.insert(data.usage.end(), rows->begin(), rows->end());
            if (auto loaded = loadBilledTokens(m_cache, span, m_billed); !loaded) return loaded;
        }
        return {};
    }

    [[nodiscard]] Result<PriceTable> buildPrices(const OverviewData& data, const PriceBook& book) const {
        DateRange span = priceDays(m_request.range);
        if (data.compared) span = hull(span, priceDays(*data.compared));
        return PriceTable::build(book, textOf(m_cache), finalDays(data.usageDays, data.costDays, span), m_used,
                                 m_billed);
    }

private:
    static std::vector<Dimension> usageDimensions() {
        return {Dimension::Workspace, Dimension::Model, Dimension::ServiceTier, Dimension::ContextWindow};
    }

    [[nodiscard]] bool isWanted(const UsageRow& row) const {
        return std::all_of(m_request.where.begin(), m_request.where.end(), [&row](const DimensionFilter& filter) {
            const TermId term = filter.dimension == Dimension::Workspace ? row.keys[0] : row.keys[1];
            return std::find(filter.anyOf.begin(), filter.anyOf.end(), term) != filter.anyOf.end();
        });
    }

    const CacheReader& m_cache;
    const OverviewRequest& m_request;
    std::vector<UsedTokens> m_used;
    std::vector<BilledTokens> m_billed;
};

}  // namespace

Result<OverviewData> loadOverviewData(const CacheReader& cache, const OverviewRequest& request,
                                      const PriceBook& prices) {
    if (auto checked = checkFilters(request.where); !checked) return failure(checked.error());
    Loader loader(cache, request);
    OverviewData data;
    if (auto loaded = loader.loadCoverage(data); !loaded) return failure(loaded.error());
    if (auto loaded = loader.loadCost(data); !loaded) return failure(loaded.error());
    if (auto loaded = loader.loadUsage(data); !loaded) return failure(loaded.error());
    auto table = loader.buildPrices(data, prices);
    if (!table) return failure(table.error());
    data.prices = *std::move(table);
    return data;
}

}  // namespace tokenledger
