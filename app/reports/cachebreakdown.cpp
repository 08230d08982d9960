#include "app/reports/cachebreakdown.h"

#include "app/reports/notes.h"
#include "app/reports/priceinputs.h"
#include "app/reports/report.h"
#include "app/reports/rowbuilder.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace tokenledger {

namespace {

using Groups = std::array<TermId, 2>;

struct GroupsHash {
    std::size_t operator()(const Groups& groups) const {
        const auto bits = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(groups[0])) << 32U) |
                          static_cast<std::uint32_t>(groups[1]);
        return static_cast<std::size_t>((bits * 0x9E37'79B9'7F4A'7C15ULL) >> 16U);
    }
};

bool isCached(const UsageMeasures& m) { return m.cacheRead != 0 || m.cacheCreation5m != 0 || m.cacheCreation1h != 0; }

bool holds(const std::vector<Dimension>& list, Dimension dimension) {
    return std::find(list.begin(), list.end(), dimension) != list.end();
}

bool passes(const DimensionFilter& filter, TermId term) {
    return std::find(filter.anyOf.begin(), filter.anyOf.end(), term) != filter.anyOf.end();
}

class Builder {
public:
    Builder(const CacheReader& cache, const CacheBreakdownRequest& request, const PriceBook& book)
        : m_cache(cache), m_request(request), m_book(book), m_by(request.by) {
        m_result.request = request;
        m_model = placeOf(m_by, Dimension::Model);
        m_tier = placeOf(m_by, Dimension::ServiceTier);
        m_window = placeOf(m_by, Dimension::ContextWindow);
    }

    [[nodiscard]] Result<CacheBreakdown> build() {
        if (auto done = describe(); !done) return failure(done.error());
        if (auto done = isByDays() ? foldDaySums() : foldFacts(); !done) return failure(done.error());
        if (auto done = finishRows(); !done) return failure(done.error());
        noteModels();
        return std::move(m_result);
    }

private:
    using Row = CacheBreakdown::Row;
    using Span = CacheBreakdown::Span;
    struct Group {
        Groups terms{};
        Row row;
        SavingsSum savings;       // of the table's days
        SavingsSum rangeSavings;  // where the table is of others
        bool usesCacheInRange = false;
    };
    /// What is noted of a combination that has one price.
    struct Key {
        UsageMeasures tokens;
        QString model;  // its name
        bool priority = false;
        bool unpriced = false;
    };

    [[nodiscard]] Result<void> describe() {
        const DateRange& range = m_request.range;
        const DateRange table = m_request.selected.value_or(range);
        auto usage = CoverageView::load(m_cache, Dataset::Usage, priceDays(range));
        if (!usage) return failure(usage.error());
        auto cost = CoverageView::load(m_cache, Dataset::Cost, priceDays(range));
        if (!cost) return failure(cost.error());
        m_usageDays = *std::move(usage);
        m_costDays = *std::move(cost);
        m_result.range = spanOf(range);
        m_result.table = spanOf(table);
        static_cast<ChartPeriods&>(m_result) = chartPeriods(m_usageDays, range, m_request.interval);
        m_result.perPeriod.resize(m_result.periods.size());
        for (std::size_t i = 0; i < m_result.periods.size(); ++i) {
            const DateRange days = daysOf(m_result.periods[i], m_request.interval, range);
            m_periodOfDay.insert(m_periodOfDay.end(), static_cast<std::size_t>(days.days()), i);
        }
        return {};
    }

    [[nodiscard]] Span spanOf(const DateRange& days) const {
        Span span;
        span.days = days;
        span.usage = m_usageDays.completeness(days);
        span.cost = m_costDays.completeness(days);
        span.asOf = m_usageDays.newestFetch(days);
        span.costAsOf = m_costDays.newestFetch(days);
        return span;
    }

    /// The day sums, which know no API keys, answer it.
    [[nodiscard]] bool isByDays() const {
        return !holds(m_by, Dimension::ApiKey) &&
               std::none_of(m_request.where.begin(), m_request.where.end(),
                            [](const DimensionFilter& filter) { return filter.dimension == Dimension::ApiKey; });
    }

    [[nodiscard]] Result<void> buildPrices(PriceTable::Builder& prices) {
        const DateRange span = priceDays(m_request.range);
        const auto bill = loadBill(m_cache, span);
        if (!bill) return failure(bill.error());
        addBilledTokens(m_cache, *bill, prices);
        auto table = prices.build(finalDays(m_usageDays, m_costDays, span));
        if (!table) return failure(table.error());
        m_prices = *std::move(table);
        return {};
    }

    /// One reading of the day sums makes prices and figures.
    [[nodiscard]] Result<void> foldDaySums() {
        for (const DimensionFilter& filter : m_request.where) placeOf(m_by, filter.dimension);
        const auto rows = m_cache.usage({priceDays(m_request.range), Interval::Day, m_by, {}});
        if (!rows) return failure(rows.error());
        PriceTable::Builder prices(m_book, textOf(m_cache));
        for (const UsageRow& row : *rows) prices.addUsed(UtcDay::fromSeconds(row.period), keyOf(row), row.measures);
        if (auto built = buildPrices(prices); !built) return built;
        std::vector<std::pair<std::size_t, const DimensionFilter*>> filters;
        for (const DimensionFilter& filter : m_request.where)
            filters.emplace_back(placeOf(m_by, filter.dimension), &filter);
        for (const UsageRow& row : *rows) {
            const bool shown = m_request.range.contains(UtcDay::fromSeconds(row.period)) &&
                               std::all_of(filters.begin(), filters.end(), [&row](const auto& filter) {
                                   return passes(*filter.second, row.keys[filter.first]);
                               });
            if (shown) add(row);
        }
        return tooLargeUnlessFits();
    }

    /// API keys are in the facts alone: they are read a month at a time, so that a year of them needs little memory.
    [[nodiscard]] Result<void> foldFacts() {
        constexpr int DaysAtOnce = 31;
        PriceTable::Builder prices(m_book, textOf(m_cache));
        if (auto added = addUsedTokens(m_cache, priceDays(m_request.range), prices); !added) return added;
        if (auto built = buildPrices(prices); !built) return built;
        const UtcDay last = m_request.range.last;
        for (UtcDay first = m_request.range.first; first <= last; first = first + DaysAtOnce) {
            const DateRange days{first, std::min(first + (DaysAtOnce - 1), last)};
            const auto rows = m_cache.usage({days, Interval::Day, m_by, m_request.where});
            if (!rows) return failure(rows.error());
            for (const UsageRow& row : *rows) add(row);
        }
        return tooLargeUnlessFits();
    }

    [[nodiscard]] Result<void> tooLargeUnlessFits() const {
        if (!m_fits) return tooLarge(QStringLiteral("A sum of the cache figures"));
        return {};
    }

    [[nodiscard]] PriceKey keyOf(const UsageRow& row) const {
        return {row.keys[m_model], row.keys[m_tier], row.keys[m_window]};
    }

    void add(const UsageRow& row) {
        const UtcDay day = UtcDay::fromSeconds(row.period);
        const UsageMeasures& m = row.measures;
        const PriceKey priceKey = keyOf(row);
        const InputPrices& prices = m_prices.prices(day, priceKey);
        m_fits =
            m_result.perPeriod[m_periodOfDay[static_cast<std::size_t>(day - m_request.range.first)]].add(m) && m_fits;
        Group& group = groupOf(row);
        const bool inTable = !m_request.selected || m_request.selected->contains(day);
        if (inTable) {
            m_fits = group.row.tokens.add(m) && group.savings.add(m, prices) && m_fits;
            ++group.row.facts;
        }
        if (m_request.selected) {
            m_fits = group.rangeSavings.add(m, prices) && m_fits;
            group.usesCacheInRange = group.usesCacheInRange || isCached(m);
        }
        note(priceKey, m, prices, inTable);
    }

    [[nodiscard]] Group& groupOf(const UsageRow& row) {
        Groups terms{row.keys[0], m_request.by.size() > 1 ? row.keys[1] : NullTerm};
        const auto [place, isNew] = m_places.try_emplace(terms, m_groups.size());
        if (isNew) m_groups.emplace_back().terms = terms;
        return m_groups[place->second];
    }

    void note(const PriceKey& priceKey, const UsageMeasures& m, const InputPrices& prices, bool inTable) {
        const auto [place, isNew] = m_keys.try_emplace(priceKey);
        Key& key = place->second;
        if (isNew) {
            key.model = m_cache.displayName(Dimension::Model, priceKey.model);
            key.priority = isPriorityTier(m_cache.text(priceKey.serviceTier));
        }
        if (inTable && !key.priority) m_notes.take(key.model, m, prices);
        m_priorityInTable = m_priorityInTable || (inTable && key.priority);
        m_fits = key.tokens.add(m) && m_fits;
        const auto needed = [&](InputKind kind) { return kind == InputKind::Uncached || tokensOf(m, kind) != 0; };
        if (key.unpriced || !isCached(m)) return;
        for (std::size_t kind = 0; kind < InputKindCount; ++kind) {
            if (!prices[kind].isKnown() && needed(static_cast<InputKind>(kind))) key.unpriced = true;
        }
    }

    [[nodiscard]] Result<void> finishRows() {
        SavingsSum table;
        SavingsSum range;
        for (Group& group : m_groups) {
            const auto savings = group.savings.result();
            if (!savings) return failure(savings.error());
            count(m_result.table, group.row.usesCache(), *savings);
            if (m_request.selected) {
                const auto ofRange = group.rangeSavings.result();
                if (!ofRange) return failure(ofRange.error());
                count(m_result.range, group.usesCacheInRange, *ofRange);
                m_fits = range.add(group.rangeSavings) && m_fits;
            }
            m_fits = table.add(group.savings) && m_result.sum.tokens.add(group.row.tokens) && m_fits;
            m_result.sum.facts += group.row.facts;
            if (group.row.facts == 0) continue;
            group.row.savings = *savings;
            for (std::size_t i = 0; i < m_request.by.size(); ++i) {
                group.row.values.push_back(
                    {m_cache.text(group.terms[i]), m_cache.displayName(m_request.by[i], group.terms[i])});
            }
            m_result.rows.push_back(std::move(group.row));
        }
        if (!m_fits || !m_result.sum.tokens.totalTokens())
            return tooLarge(QStringLiteral("A sum of the cache figures"));
        const auto savings = table.result();
        if (!savings) return failure(savings.error());
        m_result.sum.savings = m_result.table.savings = *savings;
        if (!m_request.selected) {
            m_result.range = m_result.table;
        } else {
            const auto ofRange = range.result();
            if (!ofRange) return failure(ofRange.error());
            m_result.range.savings = *ofRange;
        }
        sortRows();
        return {};
    }

    static void count(Span& span, bool usesCache, const CacheSavings& savings) {
        if (!usesCache) return;
        ++span.groups;
        if (savings.losesMoney()) ++span.losingGroups;
    }

    void sortRows() {
        std::sort(m_result.rows.begin(), m_result.rows.end(), [](const Row& a, const Row& b) {
            if (a.savings.netSaving != b.savings.netSaving) return a.savings.netSaving > b.savings.netSaving;
            if (a.tokens.cacheRead != b.tokens.cacheRead) return a.tokens.cacheRead > b.tokens.cacheRead;
            for (std::size_t i = 0; i < a.values.size(); ++i) {
                if (a.values[i] == b.values[i]) continue;
                return textLess(a.values[i].name + a.values[i].id, b.values[i].name + b.values[i].id);
            }
            return false;
        });
    }

    void noteModels() {
        const auto size = [](const Key* key) {
            return std::tuple(key->tokens.cacheRead, key->tokens.cacheCreation5m, key->tokens.cacheCreation1h);
        };
        std::map<TermId, std::pair<PriceKey, const Key*>> largest;  // of each model
        std::set<QString> unpriced;
        for (const auto& [priceKey, key] : m_keys) {
            m_result.priorityTierSeen = m_result.priorityTierSeen || key.priority;
            if (key.unpriced && !key.priority) unpriced.insert(key.model);
            if (!isCached(key.tokens)) continue;
            const auto [best, isNew] = largest.try_emplace(priceKey.model, priceKey, &key);
            if (!isNew && size(&key) > size(best->second.second)) best->second = {priceKey, &key};
        }
        m_result.notes = m_notes.sentences();
        if (m_priorityInTable) m_result.notes.append(priorityTierNote());
        m_result.unpricedModels.assign(unpriced.begin(), unpriced.end());
        for (const auto& [model, best] : largest) {
            const auto changes = priceChanges(m_prices, m_book, m_cache.text(model), best.first, m_request.range);
            m_result.priceChanges.insert(m_result.priceChanges.end(), changes.begin(), changes.end());
        }
        std::sort(m_result.priceChanges.begin(), m_result.priceChanges.end(), [](const auto& a, const auto& b) {
            return a.day != b.day ? a.day < b.day : textLess(a.model, b.model);
        });
    }

    const CacheReader& m_cache;
    const CacheBreakdownRequest& m_request;
    const PriceBook& m_book;
    std::vector<Dimension> m_by;  // of the rows that are folded: those asked for, then what prices and filters need
    std::size_t m_model = 0;
    std::size_t m_tier = 0;
    std::size_t m_window = 0;
    CoverageView m_usageDays;
    CoverageView m_costDays;
    PriceTable m_prices;
    std::vector<std::size_t> m_periodOfDay;
    std::vector<Group> m_groups;
    std::unordered_map<Groups, std::size_t, GroupsHash> m_places;
    std::map<PriceKey, Key> m_keys;
    PriceNotes m_notes;  // of the table
    bool m_priorityInTable = false;
    bool m_fits = true;
    CacheBreakdown m_result;
};

tl::unexpected<Error> unknown(const QString& what) {
    return failure(ErrorKind::Usage, QStringLiteral("The cache breakdown has no %1.").arg(what));
}

Result<void> check(const CacheBreakdownRequest& request) {
    if (request.interval == Interval::Hour || request.interval == Interval::Total) {
        return unknown(QStringLiteral("interval \"%1\"; its intervals are day, week and month")
                           .arg(intervalName(request.interval)));
    }
    const std::vector<Dimension>& known = findReport(u"cache")->dimensions;
    std::vector<Dimension> named = request.by;
    for (const DimensionFilter& filter : request.where) named.push_back(filter.dimension);
    for (const Dimension dimension : named) {
        if (!holds(known, dimension)) return unknown(QStringLiteral("dimension \"%1\"").arg(dimensionName(dimension)));
    }
    const bool isTwice = request.by.size() == 2 && request.by[0] == request.by[1];
    if (request.by.empty() || request.by.size() > 2 || isTwice) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("The cache breakdown needs one dimension, or two different ones."));
    }
    return {};
}

}  // namespace

Result<CacheBreakdown> buildCacheBreakdown(const CacheReader& cache, const CacheBreakdownRequest& request,
                                           const PriceBook& prices) {
    if (auto checked = check(request); !checked) return failure(checked.error());
    const CacheReader::Snapshot snapshot(cache);  // chart and table are of one state
    return Builder(cache, request, prices).build();
}

}  // namespace tokenledger
