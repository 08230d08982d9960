#include "app/reports/costbreakdown.h"

#include "app/reports/allocatedcost.h"
#include "app/reports/rowbuilder.h"
#include "app/reports/variancebridge.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace tokenledger {

namespace {

/// Sums by term, which remember whether they fit.
class Sums {
public:
    void add(std::optional<Money>& sum, Money amount) {
        if (!sum) sum = Money();
        add(*sum, amount);
    }
    void add(Money& sum, Money amount) {
        std::int64_t nano = 0;
        m_fits = !__builtin_add_overflow(sum.nano(), amount.nano(), &nano) && m_fits;
        sum = Money::fromNano(nano);
    }
    [[nodiscard]] bool fit() const { return m_fits; }

private:
    bool m_fits = true;
};

bool isAllocatedBreakdown(const CostBreakdownRequest& request) {
    return isAllocated(request.rows) || isAllocated(request.columns) || isAllocated(request.parts);
}

class Builder {
public:
    Builder(const CacheReader& cache, const CostBreakdownRequest& request)
        : m_cache(cache), m_request(request), m_isAllocated(isAllocatedBreakdown(request)) {
        m_result.request = request;
        for (const DimensionFilter& filter : request.where) {
            if (filter.dimension == Dimension::ApiKey && !m_isAllocated) {
                m_result.costFollowsFilter = false;
            } else {
                m_where.push_back(filter);
            }
        }
    }

    [[nodiscard]] Result<CostBreakdown> build() {
        if (auto done = describe(); !done) return failure(done.error());
        if (auto done = readRows(); !done) return failure(done.error());
        buildChart();
        addTable();
        if (auto done = compareRange(); !done) return failure(done.error());
        if (auto done = buildBridge(); !done) return failure(done.error());
        chooseColumns();
        if (auto done = buildRows(); !done) return failure(done.error());
        if (auto done = findStandOuts(); !done) return failure(done.error());
        if (!m_sums.fit()) return tooLarge(QStringLiteral("A sum of the cost"));
        return std::move(m_result);
    }

private:
    using Span = CostBreakdown::Span;
    using Row = CostBreakdown::Row;
    /// A row being added up, with its cells by column and its parts by their term.
    struct Group {
        std::unordered_map<TermId, Money> cells;
        std::optional<Money> total;
        std::optional<Money> compared;
        std::map<TermId, Group> parts;
    };

    [[nodiscard]] Result<void> describe() {
        auto days =
            readBreakdownDays(m_cache, Dataset::Cost, m_request.range, m_request.selected, m_request.comparison);
        if (!days) return failure(days.error());
        static_cast<ComparedDays&>(m_result.range) = days->range;
        static_cast<ComparedDays&>(m_result.table) = days->table;
        static_cast<ChartPeriods&>(m_result) = chartPeriods(days->coverage, m_request.range, m_request.interval);
        return {};
    }

    [[nodiscard]] CostValue valueOf(Dimension dimension, TermId term) const {
        if (m_allocated) return {m_allocated->idOf(dimension, term), m_allocated->nameOf(dimension, term)};
        return {m_cache.text(term), m_cache.displayName(dimension, term)};
    }

    /// What chart and table are made of: all in one pass where it is allocated.
    [[nodiscard]] Result<void> readRows() {
        const std::vector<Dimension> by = {m_request.rows, m_request.columns, m_request.parts};
        std::vector<FactQuery> queries = {{m_request.range, m_request.interval, {m_request.rows}, m_where},
                                          {m_result.table.days, Interval::Total, by, m_where}};
        if (m_result.table.comparability == Comparability::Yes) {
            queries.push_back({*m_result.table.compared, Interval::Total, by, m_where});
        }
        if (m_isAllocated) return readAllocated(queries);
        for (const FactQuery& query : queries) {
            auto rows = m_cache.cost(query);
            if (!rows) return failure(rows.error());
            m_rows.push_back(*std::move(rows));
        }
        return {};
    }

    [[nodiscard]] Result<void> readAllocated(const std::vector<FactQuery>& queries) {
        auto allocated = AllocatedCost::open(m_cache);
        if (!allocated) return failure(allocated.error());
        m_allocated.emplace(*std::move(allocated));
        auto all = m_allocated->read(queries);
        if (!all) return failure(all.error());
        const auto& ofBasis = (*all)[0].byBasis;
        const auto amount = [&ofBasis](AllocationBasis basis) { return ofBasis[static_cast<std::size_t>(basis)]; };
        CostBreakdown::Allocation sums{amount(AllocationBasis::Shared), amount(AllocationBasis::Console),
                                       amount(AllocationBasis::SharedByRule), amount(AllocationBasis::UsageMissing),
                                       !m_allocated->teams().teams().empty()};
        m_sums.add(sums.byRule, amount(AllocationBasis::ConsoleByRule));
        m_result.allocation = sums;
        for (AllocatedCost::Rows& rows : *all) m_rows.push_back(std::move(rows.rows));
        return {};
    }

    void buildChart() {
        const std::size_t count = m_result.periods.size();
        m_result.perPeriod.resize(count);
        std::map<TermId, CostBreakdown::Layer> layers;
        for (const CostRow& row : m_rows[0]) {
            const auto at = std::lower_bound(m_result.periods.begin(), m_result.periods.end(), row.period);
            const auto period = static_cast<std::size_t>(at - m_result.periods.begin());
            CostBreakdown::Layer& layer = layers[row.keys[0]];
            layer.perPeriod.resize(count);
            m_sums.add(layer.total, row.measures);
            m_sums.add(layer.perPeriod[period], row.measures);
            m_sums.add(m_result.perPeriod[period], row.measures);
            m_sums.add(m_result.range.total, row.measures);
        }
        for (auto& [term, layer] : layers) {
            layer.value = valueOf(m_request.rows, term);
            m_result.layers.push_back(std::move(layer));
        }
        std::sort(m_result.layers.begin(), m_result.layers.end(), [](const auto& a, const auto& b) {
            return a.total != b.total ? a.total > b.total
                                      : textLess(a.value.name + a.value.id, b.value.name + b.value.id);
        });
    }

    [[nodiscard]] Result<void> findStandOuts() {
        // Where other dimensions are filtered, too, a workspace's days are not what they were judged by.
        const bool judges = std::all_of(m_where.begin(), m_where.end(), [](const DimensionFilter& filter) {
            return filter.dimension == Dimension::Workspace || filter.dimension == Dimension::Model;
        });
        if (m_request.interval != Interval::Day || !judges) return {};
        auto found = buildStandOuts(m_cache, {m_request.range, {Dimension::Workspace, Dimension::Model}, m_where});
        if (!found) return failure(found.error());
        m_result.standOuts = std::move(found->days);
        return {};
    }

    [[nodiscard]] Result<Money> totalOf(const DateRange& days) {
        const FactQuery query{days, Interval::Total, {}, m_where};
        std::vector<CostRow> rows;
        if (m_allocated) {
            auto read = m_allocated->read(query);
            if (!read) return failure(read.error());
            rows = std::move(read->rows);
        } else {
            auto read = m_cache.cost(query);
            if (!read) return failure(read.error());
            rows = *std::move(read);
        }
        return rows.empty() ? Money() : rows.front().measures;
    }

    void addTable() {
        Span& span = m_result.table;
        for (const CostRow& row : m_rows[1]) {
            m_sums.add(m_columnTotals[row.keys[1]], row.measures);
            Group& group = m_groups[row.keys[0]];
            for (Group* into : {&m_all, &group, &group.parts[row.keys[2]]}) {
                m_sums.add(into->total, row.measures);
                m_sums.add(into->cells[row.keys[1]], row.measures);
            }
        }
        span.total = m_all.total.value_or(Money());
        if (span.comparability != Comparability::Yes) return;
        for (const CostRow& row : m_rows[2]) {
            Group& group = m_groups[row.keys[0]];
            for (Group* into : {&m_all, &group, &group.parts[row.keys[2]]}) m_sums.add(into->compared, row.measures);
        }
        span.ofWholeDays = span.total;
        span.comparedTotal = m_all.compared.value_or(Money());
    }

    /// The figures of the whole range, which the table has unless a part of it is selected.
    [[nodiscard]] Result<void> compareRange() {
        Span& span = m_result.range;
        if (!m_request.selected) {
            span.ofWholeDays = m_result.table.ofWholeDays;
            span.comparedTotal = m_result.table.comparedTotal;
        } else if (span.comparability == Comparability::Yes) {
            for (const auto& [days, figure] :
                 {std::pair{span.wholeDays, &span.ofWholeDays}, {*span.compared, &span.comparedTotal}}) {
                const auto total = totalOf(days);
                if (!total) return failure(total.error());
                *figure = *total;
            }
        }
        if (!span.comparedTotal) return {};
        // Periods differ in days, so the mean is taken by the day and stretched to a period of the shown range.
        const auto mean = mulDivHalfEven(span.comparedTotal->nano(), span.days.days(),
                                         span.compared->days() * static_cast<std::int64_t>(m_result.periods.size()));
        if (!mean) return failure(mean.error());
        m_result.comparedMeanPerPeriod = Money::fromNano(*mean);
        return {};
    }

    /// Tokens are not split over keys by a filter, and cost types have none.
    [[nodiscard]] Result<void> buildBridge() {
        const Span& span = m_result.table;
        if (span.comparability != Comparability::Yes) return {};
        auto bridge = buildVarianceBridge(m_cache, {span.days, *span.compared, m_where});
        // Only an extreme of tokens makes it too large; the cost itself is there.
        if (!bridge && bridge.error().kind == ErrorKind::Usage) return {};
        if (!bridge) return failure(bridge.error());
        // Where no tokens are known at all, there is nothing that explains the change.
        const bool explains = bridge->followsFilters && !bridge->usage.isEmpty();
        if (explains) m_result.bridge = std::make_shared<const VarianceBridge>(*std::move(bridge));
        return {};
    }

    void chooseColumns() {
        struct Column {
            TermId term;
            Money total;
            CostValue value;
        };
        std::vector<Column> all;
        for (const auto& [term, total] : m_columnTotals) all.push_back({term, total, valueOf(m_request.columns, term)});
        std::sort(all.begin(), all.end(), [](const Column& a, const Column& b) {
            return a.total != b.total ? a.total > b.total
                                      : textLess(a.value.name + a.value.id, b.value.name + b.value.id);
        });
        const std::size_t named = all.size() <= MostCostColumns + 1 ? all.size() : MostCostColumns;
        for (std::size_t i = 0; i < all.size(); ++i) {
            m_columnOf[all[i].term] = std::min(i, named);
            if (i < named) m_result.columns.push_back(all[i].value);
        }
        m_result.otherColumns = static_cast<int>(all.size() - named);
    }

    [[nodiscard]] Result<Row> rowOf(const Group& group) {
        Row row;
        row.perColumn.resize(m_result.columns.size() + (m_result.otherColumns > 0 ? 1 : 0));
        for (const auto& [term, amount] : group.cells) m_sums.add(row.perColumn[m_columnOf.at(term)], amount);
        row.total = group.total;
        row.compared = group.compared;
        if (m_result.table.comparability == Comparability::Yes) {
            const auto change = subtract(group.total.value_or(Money()), group.compared.value_or(Money()));
            if (!change) return failure(change.error());
            row.change = *change;
        }
        return row;
    }

    [[nodiscard]] Result<std::vector<Row>> rowsOf(const std::map<TermId, Group>& groups, Dimension dimension) {
        std::vector<Row> rows;
        for (const auto& [term, group] : groups) {
            auto row = rowOf(group);
            if (!row) return failure(row.error());
            row->value = valueOf(dimension, term);
            auto parts = rowsOf(group.parts, m_request.parts);
            if (!parts) return failure(parts.error());
            row->parts = *std::move(parts);
            rows.push_back(*std::move(row));
        }
        std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
            if (a.total != b.total) return a.total > b.total;
            if (a.compared != b.compared) return a.compared > b.compared;
            return textLess(a.value.name + a.value.id, b.value.name + b.value.id);
        });
        return rows;
    }

    [[nodiscard]] Result<void> buildRows() {
        auto rows = rowsOf(m_groups, m_request.rows);
        if (!rows) return failure(rows.error());
        m_result.rows = *std::move(rows);
        auto sum = rowOf(m_all);
        if (!sum) return failure(sum.error());
        m_result.sum = *std::move(sum);
        return {};
    }

    const CacheReader& m_cache;
    const CostBreakdownRequest& m_request;
    bool m_isAllocated;
    std::optional<AllocatedCost> m_allocated;
    std::vector<DimensionFilter> m_where;
    std::vector<std::vector<CostRow>> m_rows;  // of the chart, the table, and what that is compared with
    Sums m_sums;
    Group m_all;
    std::map<TermId, Group> m_groups;
    std::map<TermId, Money> m_columnTotals;
    std::unordered_map<TermId, std::size_t> m_columnOf;
    CostBreakdown m_result;
};

}  // namespace

Result<CostBreakdown> buildCostBreakdown(const CacheReader& cache, const CostBreakdownRequest& request) {
    const bool hours = request.interval == Interval::Hour;
    if (hours || request.interval == Interval::Total) {
        return failure(
            ErrorKind::Usage,
            QStringLiteral("The cost breakdown has no interval \"%1\"; its intervals are day, week and month.")
                .arg(intervalName(request.interval)));
    }
    if (request.rows == request.columns || request.rows == request.parts || request.columns == request.parts) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("A dimension is named twice; the cost breakdown needs three different ones."));
    }
    const CacheReader::Snapshot snapshot(cache);  // chart and table are of one state
    return Builder(cache, request).build();
}

}  // namespace tokenledger
