#include "app/reports/overview.h"

#include "app/analysis/cachesavings.h"
#include "app/reports/notes.h"
#include "app/reports/overviewdata.h"
#include "app/reports/priceinputs.h"
#include "app/reports/rowbuilder.h"

#include <map>
#include <unordered_map>

namespace tokenledger {

namespace {

struct Pair {
    TermId workspace = NullTerm;
    TermId model = NullTerm;
    friend bool operator==(const Pair&, const Pair&) = default;
};
struct PairHash {
    std::size_t operator()(const Pair& pair) const {
        const auto bits = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(pair.workspace)) << 32U) |
                          static_cast<std::uint32_t>(pair.model);
        return static_cast<std::size_t>((bits * 0x9E37'79B9'7F4A'7C15ULL) >> 16U);
    }
};

class Builder {
public:
    Builder(const CacheReader& cache, const OverviewRequest& request, OverviewData& data)
        : m_cache(cache), m_request(request), m_data(data) {}

    [[nodiscard]] Result<Overview> build() {
        preparePeriods();
        describe();
        sumCost();
        sumUsage();
        // Where the total of all kinds fits, so does every part of it.
        const auto& compared = m_overview.comparedTokens;
        if (!m_fits || !m_overview.tokens.totalTokens() || (compared && !compared->totalTokens())) {
            return tooLarge(QStringLiteral("A sum of the overview"));
        }
        if (auto done = lookForPriorityTier(); !done) return failure(done.error());
        if (auto done = finishCost(); !done) return failure(done.error());
        if (auto done = finishSavings(); !done) return failure(done.error());
        if (auto done = countUsers(); !done) return failure(done.error());
        if (auto done = countRequests(); !done) return failure(done.error());
        if (auto done = forecastMonth(); !done) return failure(done.error());
        if (auto done = findStandOuts(); !done) return failure(done.error());
        return std::move(m_overview);
    }

private:
    struct PairCost {
        Money cost;
        Money ofWholeDays;
        Money compared;
    };
    struct PairCache {
        SavingsSum savings;
        bool cached = false;
    };

    void addTo(Money& sum, Money amount) {
        std::int64_t nano = 0;
        m_fits = !__builtin_add_overflow(sum.nano(), amount.nano(), &nano) && m_fits;
        sum = Money::fromNano(nano);
    }

    [[nodiscard]] std::size_t periodIndex(UtcDay day) const {
        return m_periodOfDay[static_cast<std::size_t>(day - m_request.range.first)];
    }

    void preparePeriods() {
        m_overview.range = m_request.range;
        m_overview.interval = m_request.interval;
        m_overview.periods = periodsIn(m_request.range, m_request.interval);
        m_overview.spendPerPeriod.resize(m_overview.periods.size());
        m_overview.cachePerPeriod.resize(m_overview.periods.size());
        for (std::size_t i = 0; i < m_overview.periods.size(); ++i) {
            const DateRange days = daysOf(m_overview.periods[i], m_request.interval, m_request.range);
            m_periodOfDay.insert(m_periodOfDay.end(), static_cast<std::size_t>(days.days()), i);
            m_overview.costStates.push_back(m_data.costDays.states(days));
            m_overview.usageStates.push_back(m_data.usageDays.states(days));
        }
    }

    void describe() {
        const DateRange& range = m_request.range;
        m_month = {range.last.firstOfMonth(), range.last};
        m_overview.cost = m_data.costDays.completeness(range);
        m_overview.usage = m_data.usageDays.completeness(range);
        m_overview.claudeCode = m_data.claudeCodeDays.completeness(range);
        m_overview.costGaps = m_data.costDays.gaps(range);
        m_overview.usageGaps = m_data.usageDays.gaps(range);
        m_overview.monthToDateState = m_data.costDays.states(m_month);
        for (const CoverageView* days : {&m_data.costDays, &m_data.usageDays, &m_data.claudeCodeDays}) {
            const QDateTime newest = days->newestFetch(range);
            if (newest.isValid() && (!m_overview.asOf.isValid() || newest < m_overview.asOf)) m_overview.asOf = newest;
        }
        m_overview.wholeDays = m_data.wholeDays;
        m_overview.compared = m_data.compared;
        m_overview.costComparability = m_data.costComparability;
        m_overview.usageComparability = m_data.usageComparability;
        m_overview.claudeCodeComparability = m_data.claudeCodeComparability;
        m_overview.isFiltered = !m_request.where.empty();
        m_overview.costFollowsFilter =
            std::none_of(m_request.where.begin(), m_request.where.end(),
                         [](const auto& filter) { return filter.dimension == Dimension::ApiKey; });
        if (m_data.costCompares()) m_overview.spendOfWholeDays = m_overview.comparedSpend = Money();
        if (m_data.usageCompares()) m_overview.tokensOfWholeDays = m_overview.comparedTokens = UsageMeasures();
    }

    void sumCost() {
        for (const CostRow& row : m_data.cost) {
            const UtcDay day = UtcDay::fromSeconds(row.period);
            if (m_request.range.contains(day)) {
                const std::size_t period = periodIndex(day);
                addTo(m_overview.spend, row.measures);
                addTo(m_overview.spendPerPeriod[period], row.measures);
                auto& model = m_models[row.keys[0]];
                model.perPeriod.resize(m_overview.periods.size());
                addTo(model.total, row.measures);
                addTo(model.perPeriod[period], row.measures);
            }
            if (!m_month.contains(day)) continue;
            addTo(m_overview.monthToDate, row.measures);
            if (m_data.costDays.state(day) == DayState::Final) addTo(m_overview.runRateSpend, row.measures);
        }
        for (const CostRow& row : m_data.pairs) addTo(m_pairs[{row.keys[0], row.keys[1]}].cost, row.measures);
        for (const CostRow& row : m_data.wholeDaysPairs) {
            addTo(*m_overview.spendOfWholeDays, row.measures);
            addTo(m_pairs[{row.keys[0], row.keys[1]}].ofWholeDays, row.measures);
        }
        for (const CostRow& row : m_data.comparedPairs) {
            addTo(*m_overview.comparedSpend, row.measures);
            addTo(m_pairs[{row.keys[0], row.keys[1]}].compared, row.measures);
        }
    }

    void sumUsage() {
        const bool filtered = !m_request.where.empty();
        for (const std::vector<UsageRow>& rows : m_data.usage) {
            for (const UsageRow& row : rows) {
                const bool wanted = !filtered || (passes(m_request.where, Dimension::Workspace, row.keys[0]) &&
                                                  passes(m_request.where, Dimension::Model, row.keys[1]));
                if (wanted) addUsage(row);
            }
        }
    }

    void addUsage(const UsageRow& row) {
        const UtcDay day = UtcDay::fromSeconds(row.period);
        const bool shown = m_request.range.contains(day);
        const bool compared = m_data.usageCompares() && m_data.compared->contains(day);
        if (!shown && !compared) return;
        const UsageMeasures& m = row.measures;
        const InputPrices& prices = m_data.prices.prices(day, {row.keys[1], row.keys[2], row.keys[3]});
        if (compared) {
            m_fits = m_overview.comparedTokens->add(m) && m_comparedSavings.add(m, prices) && m_fits;
        }
        if (!shown) return;
        m_fits = m_overview.tokens.add(m) && m_fits;
        if (m_data.usageCompares() && m_data.wholeDays.contains(day)) {
            m_fits = m_overview.tokensOfWholeDays->add(m) && m_wholeDaysSavings.add(m, prices) && m_fits;
        }
        m_fits = m_overview.cachePerPeriod[periodIndex(day)].add(m) && m_fits;
        PairCache& pair = m_cachePairs[{row.keys[0], row.keys[1]}];
        m_fits = pair.savings.add(m, prices) && m_fits;
        pair.cached = pair.cached || m.cacheRead != 0 || m.cacheCreation5m != 0 || m.cacheCreation1h != 0;
        if (isPriority(row.keys[2])) {
            m_overview.priorityTierSeen = true;
        } else {
            m_priceNotes.take(modelName(row.keys[1]), m, prices);
        }
    }

    /// A bill of all keys leaves out what any of them used of it.
    [[nodiscard]] Result<void> lookForPriorityTier() {
        if (m_overview.costFollowsFilter || m_overview.priorityTierSeen) return {};
        const FactQuery query{m_request.range, Interval::Total, {Dimension::ServiceTier}, costFilters()};
        const auto rows = m_cache.usage(query);
        if (!rows) return failure(rows.error());
        m_overview.priorityTierSeen =
            std::any_of(rows->begin(), rows->end(), [this](const UsageRow& row) { return isPriority(row.keys[0]); });
        return {};
    }

    [[nodiscard]] Result<void> finishCost() {
        for (auto& [term, model] : m_models) {
            model.model = m_cache.text(term);
            m_overview.models.push_back(std::move(model));
        }
        std::sort(m_overview.models.begin(), m_overview.models.end(), [](const auto& a, const auto& b) {
            if (a.model.isEmpty() != b.model.isEmpty()) return b.model.isEmpty();
            return a.total != b.total ? a.total > b.total : textLess(a.model, b.model);
        });
        const auto runRate = monthEnd();
        if (!runRate) return failure(runRate.error());
        m_overview.runRateMonthEnd = *runRate;
        if (m_overview.comparedSpend) {
            // Periods differ in days, so the mean is taken by the day and stretched to a period of the shown range.
            const auto periods = static_cast<std::int64_t>(m_overview.periods.size());
            const auto mean = mulDivHalfEven(m_overview.comparedSpend->nano(), m_request.range.days(),
                                             m_data.compared->days() * periods);
            if (!mean) return failure(mean.error());
            m_overview.comparedMeanPerPeriod = Money::fromNano(*mean);
        }
        return listChanges();
    }

    [[nodiscard]] Result<std::optional<Money>> monthEnd() {
        m_overview.runRateFinalDays = m_overview.monthToDateState.finalDays;
        if (m_overview.runRateFinalDays == 0) return std::optional<Money>();
        const int daysOfMonth = m_month.first.lastOfMonth() - m_month.first + 1;
        const auto nano = mulDivHalfEven(m_overview.runRateSpend.nano(), daysOfMonth, m_overview.runRateFinalDays);
        if (!nano) return failure(nano.error());
        return std::optional(Money::fromNano(*nano));
    }

    [[nodiscard]] Result<void> listChanges() {
        for (const auto& [pair, cost] : m_pairs) {
            Overview::ChangeRow row{m_cache.displayName(Dimension::Workspace, pair.workspace), m_cache.text(pair.model),
                                    cost.cost, cost.ofWholeDays, std::nullopt};
            if (m_data.costCompares()) {
                const auto change = subtract(cost.ofWholeDays, cost.compared);
                if (!change) return failure(change.error());
                row.change = *change;
            }
            m_overview.changes.push_back(std::move(row));
        }
        const auto size = [](Money amount) { return amount.isNegative() ? amount.nano() : -amount.nano(); };
        std::sort(m_overview.changes.begin(), m_overview.changes.end(), [&size](const auto& a, const auto& b) {
            const std::int64_t sizeA = size(a.change.value_or(a.cost));  // both below zero: the largest comes first
            const std::int64_t sizeB = size(b.change.value_or(b.cost));
            if (sizeA != sizeB) return sizeA < sizeB;
            if (a.cost != b.cost) return a.cost > b.cost;
            return a.workspace != b.workspace ? textLess(a.workspace, b.workspace) : textLess(a.model, b.model);
        });
        return {};
    }

    [[nodiscard]] Result<void> finishSavings() {
        SavingsSum total;
        for (const auto& [pair, cache] : m_cachePairs) {
            if (!cache.cached) continue;
            ++m_overview.cacheGroups;
            const auto savings = cache.savings.result();
            if (!savings) return failure(savings.error());
            if (savings->losesMoney()) ++m_overview.losingCacheGroups;
            if (!total.add(cache.savings)) return tooLarge(QStringLiteral("A sum of the overview"));
        }
        const auto savings = total.result();
        if (!savings) return failure(savings.error());
        m_overview.readSaving = savings->readSaving.value_or(Money());
        m_overview.writePremium = savings->writePremium.value_or(Money());
        m_overview.netSaving = savings->netSaving.value_or(Money());
        m_overview.savingsKnown = savings->netSaving.has_value();
        m_overview.priceSource = savings->source;
        m_overview.savingsAreEstimates = savings->estimate;
        const auto& unpriced = m_priceNotes.unpricedModels;
        m_overview.unpricedModels.assign(unpriced.begin(), unpriced.end());
        // Without the bill the compared days would be priced by another source: no like for like.
        if (!m_data.usageCompares() || !m_data.costCompares()) return {};
        const auto wholeDays = m_wholeDaysSavings.result();
        if (!wholeDays) return failure(wholeDays.error());
        const auto compared = m_comparedSavings.result();
        if (!compared) return failure(compared.error());
        if (!wholeDays->netSaving || !compared->netSaving) return {};
        m_overview.netSavingOfWholeDays = wholeDays->netSaving;
        m_overview.comparedNetSaving = compared->netSaving;
        return {};
    }

    [[nodiscard]] Result<void> countRequests() {
        std::vector<TermId> models;
        for (const DimensionFilter& filter : m_request.where) {
            if (filter.dimension != Dimension::Model) continue;
            models = filter.anyOf;
            if (models.empty()) return {};  // a model that nobody knows
        }
        auto tracked = trackedRequests(m_cache, m_request.range, models);
        if (!tracked) return failure(tracked.error());
        m_overview.tracked = *std::move(tracked);
        return {};
    }

    [[nodiscard]] Result<void> countUsers() {
        const auto users = m_cache.claudeCodeActiveUsers(m_request.range);
        if (!users) return failure(users.error());
        m_overview.activeUsers = *users;
        if (m_data.claudeCodeComparability != Comparability::Yes) return {};
        m_overview.activeUsersOfWholeDays = *users;
        if (m_data.wholeDays != m_request.range) {
            const auto wholeDays = m_cache.claudeCodeActiveUsers(m_data.wholeDays);
            if (!wholeDays) return failure(wholeDays.error());
            m_overview.activeUsersOfWholeDays = *wholeDays;
        }
        const auto compared = m_cache.claudeCodeActiveUsers(*m_data.compared);
        if (!compared) return failure(compared.error());
        m_overview.comparedActiveUsers = *compared;
        return {};
    }

    [[nodiscard]] std::vector<DimensionFilter> costFilters() const {
        std::vector<DimensionFilter> where = m_request.where;
        std::erase_if(where, [](const auto& filter) { return filter.dimension == Dimension::ApiKey; });
        return where;
    }

    [[nodiscard]] Result<void> forecastMonth() {
        const DateRange month{m_month.first, m_month.first.lastOfMonth()};
        const auto days = spendHistory(m_cache, month);
        if (!days) return failure(days.error());
        if (!*days) return {};
        auto spend = readSpend(m_cache, **days, costFilters());
        if (!spend) return failure(spend.error());
        const Forecaster forecaster(*std::move(spend));
        const auto forecast = forecaster.forecast(month);
        if (!forecast) return failure(forecast.error());
        m_overview.monthForecast = *forecast;
        if (*forecast && (*forecast)->isEstimate()) m_overview.monthForecastTest = forecaster.backTest();
        return {};
    }

    [[nodiscard]] Result<void> findStandOuts() {
        if (m_request.interval != Interval::Day) return {};
        auto found =
            buildStandOuts(m_cache, {m_request.range, {Dimension::Workspace, Dimension::Model}, costFilters()});
        if (!found) return failure(found.error());
        m_overview.standOuts = std::move(found->days);
        return {};
    }

    [[nodiscard]] bool isPriority(TermId tier) {
        const auto [known, isNew] = m_priorityTiers.try_emplace(tier, false);
        if (isNew) known->second = isPriorityTier(m_cache.text(tier));
        return known->second;
    }

    [[nodiscard]] const QString& modelName(TermId model) {
        const auto [known, isNew] = m_modelNames.try_emplace(model);
        if (isNew) known->second = m_cache.displayName(Dimension::Model, model);
        return known->second;
    }

    const CacheReader& m_cache;
    const OverviewRequest& m_request;
    OverviewData& m_data;
    Overview m_overview;
    std::vector<std::size_t> m_periodOfDay;
    DateRange m_month;
    bool m_fits = true;
    std::unordered_map<TermId, Overview::ModelCost> m_models;
    std::unordered_map<Pair, PairCost, PairHash> m_pairs;
    std::unordered_map<Pair, PairCache, PairHash> m_cachePairs;
    SavingsSum m_wholeDaysSavings;
    SavingsSum m_comparedSavings;
    PriceNotes m_priceNotes;
    std::unordered_map<TermId, bool> m_priorityTiers;
    std::unordered_map<TermId, QString> m_modelNames;
};

}  // namespace

Result<Overview> buildOverview(const CacheReader& cache, const OverviewRequest& request, const PriceBook& prices) {
    if (request.interval == Interval::Hour) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("The overview has no hours; its intervals are day, week and month."));
    }
    const CacheReader::Snapshot snapshot(cache);  // tiles, charts and tables are of one state
    auto data = loadOverviewData(cache, request, prices);
    if (!data) return failure(data.error());
    return Builder(cache, request, *data).build();
}

}  // namespace tokenledger
