#include "app/reports/variancebridge.h"

#include "app/reports/coverageview.h"
#include "app/reports/priceinputs.h"

#include <algorithm>
#include <set>

namespace tokenledger {

namespace {

constexpr std::array Kinds = {BilledKind::Uncached, BilledKind::Creation5m, BilledKind::Creation1h, BilledKind::Read,
                              BilledKind::Output};

Completeness together(const Completeness& a, const Completeness& b) {
    Completeness sum = a;
    sum.finalDays += b.finalDays;
    sum.provisionalDays += b.provisionalDays;
    sum.missingDays += b.missingDays;
    sum.failedDays += b.failedDays;
    sum.failed.insert(sum.failed.end(), b.failed.begin(), b.failed.end());
    return sum;
}

class Builder {
public:
    Builder(const CacheReader& cache, const VarianceRequest& request) : m_cache(cache) {
        m_result.request = request;
        for (const DimensionFilter& filter : request.where) {
            const auto& known = bridgeDimensions();
            if (std::find(known.begin(), known.end(), filter.dimension) != known.end()) {
                m_where.push_back(filter);
            } else {
                m_result.followsFilters = false;
            }
        }
    }

    [[nodiscard]] Result<VarianceBridge> build() {
        const VarianceRequest& asked = m_result.request;
        const DateRange hull{std::min(asked.against.first, asked.range.first),
                             std::max(asked.against.last, asked.range.last)};
        const auto usage = CoverageView::load(m_cache, Dataset::Usage, hull);
        if (!usage) return failure(usage.error());
        const auto cost = CoverageView::load(m_cache, Dataset::Cost, hull);
        if (!cost) return failure(cost.error());
        m_result.usage = together(usage->completeness(asked.range), usage->completeness(asked.against));
        m_result.costBefore = cost->completeness(asked.against);
        m_result.costAfter = cost->completeness(asked.range);
        m_result.cost = together(m_result.costAfter, m_result.costBefore);
        m_result.asOf = std::min(usage->newestFetch(asked.range), cost->newestFetch(asked.range));
        BridgePeriod before;
        BridgePeriod after;
        if (auto done = read(*usage, *cost, asked.against, before); !done) return failure(done.error());
        if (auto done = read(*usage, *cost, asked.range, after); !done) return failure(done.error());
        forgetWhatUsageDoesNotKnow(before);
        forgetWhatUsageDoesNotKnow(after);
        const auto bridge = buildBridge(before, after);
        if (!bridge) return failure(bridge.error());
        m_result.bridge = *bridge;
        for (const Bridge::Model& row : bridge->models) m_result.models.push_back(valueOf(Dimension::Model, row.model));
        for (const Bridge::Other& row : bridge->others) {
            m_result.costTypes.push_back(valueOf(Dimension::CostType, row.costType));
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] CostValue valueOf(Dimension dimension, TermId term) const {
        return {m_cache.text(term), m_cache.displayName(dimension, term)};
    }

    [[nodiscard]] Result<void> read(const CoverageView& usageDays, const CoverageView& costDays, const DateRange& days,
                                    BridgePeriod& period) {
        const bool allThere = usageDays.isPresent(days) && costDays.isPresent(days);
        // Sums of months are ready; day by day is needed only to leave days out.
        const Interval interval = allThere ? Interval::Total : Interval::Day;
        const auto isThere = [allThere](const CoverageView& of, PeriodStart start) {
            const UtcDay day = UtcDay::fromSeconds(start);
            return allThere || of.isPresent({day, day});
        };
        const auto usage = m_cache.usage(
            {days, interval, {Dimension::Model, Dimension::ServiceTier, Dimension::ContextWindow}, m_where});
        if (!usage) return failure(usage.error());
        std::set<PeriodStart> withoutCost;
        for (const UsageRow& row : *usage) {
            if (isThere(costDays, row.period)) {
                addUse(row, period);
            } else {
                withoutCost.insert(row.period);
            }
        }
        m_result.daysWithoutCost += static_cast<std::int32_t>(withoutCost.size());
        const auto bill = m_cache.cost({days,
                                        interval,
                                        {Dimension::Model, Dimension::ServiceTier, Dimension::ContextWindow,
                                         Dimension::CostType, Dimension::TokenType},
                                        m_where});
        if (!bill) return failure(bill.error());
        for (const CostRow& row : *bill) {
            const BilledKind kind = billedKind(m_cache.text(row.keys[3]), m_cache.text(row.keys[4]));
            const bool byToken = kind < BilledKind::Search;
            if (byToken && isThere(usageDays, row.period)) {
                period.lines.push_back({row.keys[0], row.keys[1], row.keys[2], kind, 0, row.measures});
                continue;
            }
            Money& sum = byToken ? period.withoutUsage : period.others[row.keys[3]];
            const auto next = add(sum, row.measures);
            if (!next) return failure(next.error());
            sum = *next;
        }
        return {};
    }

    /// Priority Tier is not in the bill: its tokens would look like free ones.
    void addUse(const UsageRow& row, BridgePeriod& period) {
        if (isPriorityTier(m_cache.text(row.keys[1]))) return;
        m_knowsTiers = m_knowsTiers && row.keys[1] != NotGroupedTerm;
        m_knowsWindows = m_knowsWindows && row.keys[2] != NotGroupedTerm;
        for (const BilledKind kind : Kinds) {
            const std::int64_t tokens = countOf(row.measures, kind);
            if (tokens == 0) continue;
            period.lines.push_back({row.keys[0], row.keys[1], row.keys[2], kind, tokens, {}});
        }
    }

    void forgetWhatUsageDoesNotKnow(BridgePeriod& period) const {
        for (BridgeLine& line : period.lines) {
            if (!m_knowsTiers) line.serviceTier = NotGroupedTerm;
            if (!m_knowsWindows) line.contextWindow = NotGroupedTerm;
        }
    }

    const CacheReader& m_cache;
    std::vector<DimensionFilter> m_where;
    bool m_knowsTiers = true;
    bool m_knowsWindows = true;
    VarianceBridge m_result;
};

}  // namespace

const std::vector<Dimension>& bridgeDimensions() {
    static const std::vector<Dimension> all = {Dimension::Workspace, Dimension::Model, Dimension::ServiceTier,
                                               Dimension::ContextWindow};
    return all;
}

Result<VarianceBridge> buildVarianceBridge(const CacheReader& cache, const VarianceRequest& request) {
    const CacheReader::Snapshot snapshot(cache);
    return Builder(cache, request).build();
}

}  // namespace tokenledger
