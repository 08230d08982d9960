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
    Loader(const CacheReader& cache, const OverviewRequest& request, const PriceBook& book)
        : m_cache(cache), m_request(request), m_prices(book, textOf(cache)) {}

    [[nodiscard]] Result<void> loadCoverage(OverviewData& data) {
        const auto asked = comparedRange(m_request.range, m_request.comparison);
        DateRange span = priceDays(m_request.range);
        if (asked) span = hull(span, priceDays(*asked));
        for (const auto& [dataset, view] : {std::pair{Dataset::Cost, &data.costDays},
                                            {Dataset::Usage, &data.usageDays},
                                            {Dataset::ClaudeCode, &data.claudeCodeDays}}) {
            auto loaded = CoverageView::load(m_cache, dataset, span);
            if (!loaded) return failure(loaded.error());
            *view = *std::move(loaded);
        }
        const DateRange& range = m_request.range;
        data.wholeDays = wholeDaysOf(range, {&data.costDays, &data.usageDays, &data.claudeCodeDays});
        data.compared = comparedDays(range, m_request.comparison, data.wholeDays.days());
        data.costComparability = comparability(data, data.costDays);
        data.usageComparability = comparability(data, data.usageDays);
        data.claudeCodeComparability = comparability(data, data.claudeCodeDays);
        return {};
    }

    [[nodiscard]] Result<void> loadTotals(OverviewData& data) {
        FactQuery query{m_request.range, Interval::Total, {Dimension::Workspace, Dimension::Model}, costFilters()};
        auto rows = m_cache.cost(query);
        if (!rows) return failure(rows.error());
        data.pairs = *std::move(rows);
        if (!data.costCompares()) return {};
        data.wholeDaysPairs = data.pairs;
        if (data.wholeDays != m_request.range) {
            query.range = data.wholeDays;
            rows = m_cache.cost(query);
            if (!rows) return failure(rows.error());
            data.wholeDaysPairs = *std::move(rows);
        }
        query.range = *data.compared;
        rows = m_cache.cost(query);
        if (!rows) return failure(rows.error());
        data.comparedPairs = *std::move(rows);
        return {};
    }

    /// Usage of all the organization makes the prices; the filtered part of it is what is shown.
    [[nodiscard]] Result<void> loadUsage(OverviewData& data) {
        for (const DateRange& span : spans(data)) {
            FactQuery query{span, Interval::Day, usageDimensions(), {}};
            auto rows = m_cache.usage(query);
            if (!rows) return failure(rows.error());
            for (const UsageRow& row : *rows) {
                m_prices.addUsed(UtcDay::fromSeconds(row.period), {row.keys[1], row.keys[2], row.keys[3]},
                                 row.measures);
            }
            if (holdsFilter(m_request.where, Dimension::ApiKey)) {
                query.where = m_request.where;
                rows = m_cache.usage(query);
                if (!rows) return failure(rows.error());
            }
            data.usage.push_back(*std::move(rows));
        }
        return {};
    }

    /// The bill by day makes the prices and, where no workspace is asked for, the charts too.
    [[nodiscard]] Result<void> loadBills(OverviewData& data) {
        const DateRange shown = hull(m_request.range, {m_request.range.last.firstOfMonth(), m_request.range.last});
        const bool byWorkspace = holdsFilter(m_request.where, Dimension::Workspace);
        for (const DateRange& span : spans(data)) {
            const auto bill = loadBill(m_cache, span);
            if (!bill) return failure(bill.error());
            addBilledTokens(m_cache, *bill, m_prices);
            if (byWorkspace) continue;
            std::copy_if(bill->begin(), bill->end(), std::back_inserter(data.cost), [&](const CostRow& row) {
                return shown.contains(UtcDay::fromSeconds(row.period)) &&
                       passes(m_request.where, Dimension::Model, row.keys[0]);
            });
        }
        if (!byWorkspace) return {};
        auto rows = m_cache.cost({shown, Interval::Day, {Dimension::Model}, costFilters()});
        if (!rows) return failure(rows.error());
        data.cost = *std::move(rows);
        return {};
    }

    [[nodiscard]] Result<void> buildPrices(OverviewData& data) {
        DateRange span = priceDays(m_request.range);
        if (data.compared) span = hull(span, priceDays(*data.compared));
        auto table = m_prices.build(finalDays(data.usageDays, data.costDays, span));
        if (!table) return failure(table.error());
        data.prices = *std::move(table);
        return {};
    }

private:
    [[nodiscard]] Comparability comparability(const OverviewData& data, const CoverageView& days) const {
        return comparabilityOf(days, m_request.range, data.wholeDays, data.compared, m_request.comparison);
    }

    static std::vector<Dimension> usageDimensions() {
        return {Dimension::Workspace, Dimension::Model, Dimension::ServiceTier, Dimension::ContextWindow};
    }

    [[nodiscard]] std::vector<DimensionFilter> costFilters() const {
        std::vector<DimensionFilter> filters = m_request.where;
        std::erase_if(filters, [](const DimensionFilter& filter) { return filter.dimension == Dimension::ApiKey; });
        return filters;
    }

    [[nodiscard]] std::vector<DateRange> spans(const OverviewData& data) const {
        const bool compares = data.costCompares() || data.usageCompares();
        return joined(priceDays(m_request.range), compares ? std::optional(priceDays(*data.compared)) : std::nullopt);
    }

    const CacheReader& m_cache;
    const OverviewRequest& m_request;
    PriceTable::Builder m_prices;
};

}  // namespace

bool passes(const std::vector<DimensionFilter>& where, Dimension dimension, TermId term) {
    return std::all_of(where.begin(), where.end(), [&](const DimensionFilter& filter) {
        const auto& any = filter.anyOf;
        return filter.dimension != dimension || std::find(any.begin(), any.end(), term) != any.end();
    });
}

Result<OverviewData> loadOverviewData(const CacheReader& cache, const OverviewRequest& request,
                                      const PriceBook& prices) {
    if (auto checked = checkFilters(request.where); !checked) return failure(checked.error());
    Loader loader(cache, request, prices);
    OverviewData data;
    if (auto loaded = loader.loadCoverage(data); !loaded) return failure(loaded.error());
    if (auto loaded = loader.loadTotals(data); !loaded) return failure(loaded.error());
    if (auto loaded = loader.loadUsage(data); !loaded) return failure(loaded.error());
    if (auto loaded = loader.loadBills(data); !loaded) return failure(loaded.error());
    if (auto built = loader.buildPrices(data); !built) return failure(built.error());
    return data;
}

}  // namespace tokenledger
