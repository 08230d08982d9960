#include "app/reports/budgetstatus.h"

#include "app/core/texts.h"
#include "app/finance/kinds.h"
#include "app/reports/allocatedcost.h"
#include "app/reports/spendseries.h"

#include <map>

namespace tokenledger {

namespace {

constexpr int AllocatedHistoryDays = 90;  // splitting the bill takes every row of it; this is enough to learn from

/// What a scope spent, and how it is called.
struct Actual {
    QString name;
    QString problem;
    bool isAllocated = false;
    std::optional<SpendSeries> spend;  // nothing: nothing was ever fetched, or there is a problem
};

class Builder {
public:
    Builder(const CacheReader& cache, const DateRange& range) : m_cache(cache), m_range(range) {}

    [[nodiscard]] Result<BudgetStatuses> build() {
        const auto fiscal = m_cache.definitions(definitionkind::FiscalYear);
        if (!fiscal) return failure(fiscal.error());
        const auto startMonth = fiscalStartMonth(*fiscal);
        if (!startMonth) return failure(startMonth.error());
        m_result.fiscalStartMonth = *startMonth;
        m_result.hasFiscalYear = !fiscal->empty();
        const auto definitions = m_cache.definitions(definitionkind::Budget);
        if (!definitions) return failure(definitions.error());
        for (const Definition& definition : *definitions) {
            const auto budget = budgetFrom(definition);
            if (!budget) return failure(budget.error());
            m_budgets.push_back({*budget, definition.version});
            for (const DateRange& period : periodsOf(*budget)) {
                m_first = std::min(m_first.value_or(period.first), period.first);
                m_last = std::max(m_last.value_or(period.last), period.last);
            }
        }
        if (!m_first) return std::move(m_result);
        auto coverage = CoverageView::load(m_cache, Dataset::Cost, {*m_first, *m_last});
        if (!coverage) return failure(coverage.error());
        m_coverage = std::move(*coverage);
        auto usage = CoverageView::load(m_cache, Dataset::Usage, {*m_first, *m_last});
        if (!usage) return failure(usage.error());
        m_usage = std::move(*usage);
        m_result.asOf = m_coverage.newestFetch({*m_first, *m_last});
        for (const auto& [budget, version] : m_budgets) {
            for (const DateRange& period : periodsOf(budget)) {
                if (auto done = add(budget, version, period); !done) return failure(done.error());
            }
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] std::vector<DateRange> periodsOf(const Budget& budget) const {
        std::vector<DateRange> periods;
        UtcDay day = m_range.first;
        while (day <= m_range.last) {
            const DateRange period = budgetPeriodOf(budget.period, day, m_result.fiscalStartMonth);
            if (budget.appliesTo(period)) periods.push_back(period);
            day = period.last + 1;
        }
        return periods;
    }

    [[nodiscard]] Result<void> add(const Budget& budget, int version, const DateRange& period) {
        const auto actual = actualOf(budget);
        if (!actual) return failure(actual.error());
        BudgetStatus status;
        status.budget = budget;
        status.version = version;
        status.period = period;
        status.valueName = (*actual)->name;
        status.problem = (*actual)->problem;
        status.isAllocated = (*actual)->isAllocated;
        const DateRange days = daysSoFar(m_coverage, period);
        status.completeness = completenessOf(days, status.isAllocated);
        const auto& spend = (*actual)->spend;
        status.isKnown = spend && !status.completeness.isEmpty();
        if (status.isKnown) {
            if (auto done = measure(*spend, days, status); !done) return done;
        }
        m_result.rows.push_back(std::move(status));
        return {};
    }

    /// What is allocated hangs on both: a day without usage is one on which nobody knows who spent.
    [[nodiscard]] Completeness completenessOf(const DateRange& days, bool isAllocated) const {
        if (!isAllocated) return m_coverage.completeness(days);
        Completeness all{Dataset::Cost, 0, 0, 0, 0, {}};
        for (UtcDay day = days.first; day <= days.last; day = day + 1) {
            const std::array states{m_coverage.state(day), m_usage.state(day)};
            const auto either = [&states](DayState state) { return states[0] == state || states[1] == state; };
            if (either(DayState::Failed)) {
                ++all.failedDays;
                all.failed.push_back(day);
            } else if (either(DayState::Missing)) {
                ++all.missingDays;
            } else {
                ++(either(DayState::Provisional) ? all.provisionalDays : all.finalDays);
            }
        }
        return all;
    }

    [[nodiscard]] Result<void> measure(const SpendSeries& spend, const DateRange& fetched, BudgetStatus& status) {
        for (UtcDay day = fetched.first; day <= fetched.last; day = day + 1) {
            const auto index = static_cast<std::size_t>(day - spend.first);
            status.days.push_back(day >= spend.first && index < spend.amounts.size() ? spend.amounts[index] : Money());
            const auto sum = tokenledger::add(status.actual, status.days.back());
            if (!sum) return failure(sum.error());
            status.actual = *sum;
        }
        const auto forecast = Forecaster(spend).forecast(status.period);
        if (!forecast) return failure(forecast.error());
        status.forecast = *forecast;
        if (status.forecast) {
            const auto variance = subtract(status.budget.amount, status.forecast->forecast);
            if (!variance) return failure(variance.error());
            status.variance = *variance;
        }
        __extension__ using Wide = __int128;
        for (const int threshold : status.budget.thresholds) {
            const bool isReached = Wide{status.actual.nano()} * 100 >= Wide{status.budget.amount.nano()} * threshold;
            if (isReached) status.reached = threshold;
        }
        if (status.reached > 0) status.state = BudgetState::Reached;
        if (status.actual > status.budget.amount) status.state = BudgetState::Over;
        return {};
    }

    [[nodiscard]] Result<const Actual*> actualOf(const Budget& budget) {
        const auto [at, isNew] = m_actuals.try_emplace({budget.scope, budget.value});
        if (!isNew) return &at->second;
        auto read = readActual(budget);
        if (!read) return failure(read.error());
        at->second = *std::move(read);
        return &at->second;
    }

    [[nodiscard]] Result<Actual> readActual(const Budget& budget) {
        const auto days = spendHistory(m_cache, {*m_first, *m_last});
        if (!days) return failure(days.error());
        if (budget.scope == BudgetScope::Team || budget.scope == BudgetScope::ApiKey) {
            return readAllocated(budget, *days);
        }
        Actual actual;
        actual.name = budget.value;
        std::vector<DimensionFilter> where;
        if (budget.scope != BudgetScope::Organization) {
            const Dimension dimension = *dimensionFromName(scopeName(budget.scope));
            const auto terms = m_cache.findTerms(dimension, budget.value);
            if (!terms) return failure(terms.error());
            if (terms->empty()) return unknownValue(budget);
            actual.name = m_cache.displayName(dimension, terms->front());
            where.push_back({dimension, *terms});
        }
        if (!*days) return actual;
        auto spend = readSpend(m_cache, **days, where);
        if (!spend) return failure(spend.error());
        actual.spend = *std::move(spend);
        return actual;
    }

    static Actual unknownValue(const Budget& budget) {
        Actual actual;
        actual.name = budget.value;
        actual.problem = QStringLiteral("This cache knows no %1 \"%2\".").arg(scopeName(budget.scope), budget.value);
        return actual;
    }

    /// Of a key or a team, for which the bill's lines are split first.
    [[nodiscard]] Result<Actual> readAllocated(const Budget& budget, const std::optional<DateRange>& history) {
        auto allocation = AllocatedCost::open(m_cache);
        if (!allocation) return failure(allocation.error());
        const Dimension dimension = *dimensionFromName(scopeName(budget.scope));
        const auto terms = allocation->findTerms(dimension, budget.value);
        if (!terms) return failure(terms.error());
        if (terms->empty()) return unknownValue(budget);
        Actual actual;
        actual.name = allocation->nameOf(dimension, terms->front());
        actual.isAllocated = true;
        if (!history) return actual;
        const DateRange days{std::max(history->first, *m_first - AllocatedHistoryDays), history->last};
        const auto cost = CoverageView::load(m_cache, Dataset::Cost, days);
        if (!cost) return failure(cost.error());
        const auto parts = allocation->read({days, Interval::Day, {}, {{dimension, *terms}}});
        if (!parts) return failure(parts.error());
        const auto usage = CoverageView::load(m_cache, Dataset::Usage, days);
        if (!usage) return failure(usage.error());
        SpendSeries spend{days.first, std::vector<Money>(static_cast<std::size_t>(days.days())), trustOf(*cost, days)};
        const std::vector<DayTrust> ofUsage = trustOf(*usage, days);
        for (std::size_t i = 0; i < ofUsage.size(); ++i) spend.trust[i] = std::max(spend.trust[i], ofUsage[i]);
        for (const CostRow& row : parts->rows) {
            spend.amounts[static_cast<std::size_t>(UtcDay::fromSeconds(row.period) - days.first)] = row.measures;
        }
        actual.spend = std::move(spend);
        return actual;
    }

    const CacheReader& m_cache;
    const DateRange& m_range;
    std::vector<std::pair<Budget, int>> m_budgets;
    std::optional<UtcDay> m_first;  // of all periods
    std::optional<UtcDay> m_last;
    CoverageView m_coverage;  // of cost
    CoverageView m_usage;
    std::map<std::pair<BudgetScope, QString>, Actual> m_actuals;
    BudgetStatuses m_result;
};

}  // namespace

Result<BudgetStatuses> buildBudgetStatuses(const CacheReader& cache, const DateRange& range) {
    const CacheReader::Snapshot snapshot(cache);
    return Builder(cache, range).build();
}

BudgetStanding BudgetStatus::standing() const {
    if (!isKnown) return BudgetStanding::Unknown;
    if (state == BudgetState::Over) return BudgetStanding::Over;
    if (isHeadingOver()) return BudgetStanding::HeadingOver;
    return reached > 0 ? BudgetStanding::Reached : BudgetStanding::OnTrack;
}

QString thresholdSentence(const BudgetStatus& status) {
    const auto used = mulDivHalfEven(status.actual.nano(), 1'000, status.budget.amount.nano());
    const QString percent = used ? QString::number(static_cast<double>(*used) / 10, 'f', 1) : QString();
    const QString how = status.state == BudgetState::Over ? tr("more than the whole budget")
                                                          : tr("at or above its threshold of %1 %").arg(status.reached);
    QString text = tr("Budget \"%1\": $%2 of $%3 billed in %4 (%5 %), %6.")
                       .arg(status.budget.name, toRoundedString(status.actual, 2),
                            toRoundedString(status.budget.amount, 2), budgetPeriodLabel(status.period), percent, how);
    if (status.isAllocated) text += tr(" Its part of the bill is an allocation.");
    return text;
}

QString headingOverSentence(const BudgetStatus& status) {
    const Money above = Money::fromNano(-status.variance.value_or(Money()).nano());
    const Money forecast = status.forecast ? status.forecast->forecast : Money();
    return tr("Budget \"%1\": forecast to end %2 at $%3, $%4 above its $%5.")
        .arg(status.budget.name, budgetPeriodLabel(status.period), toRoundedString(forecast, 2),
             toRoundedString(above, 2), toRoundedString(status.budget.amount, 2));
}

QString unknownSentence(const BudgetStatus& status) {
    QString why = status.problem;
    if (why.isEmpty()) {
        why = (status.isAllocated ? tr("No day of %1 was fetched with both its usage and its cost.")
                                  : tr("No day of %1 was fetched."))
                  .arg(budgetPeriodLabel(status.period));
    }
    return tr("Budget \"%1\": how it stands is not known. %2").arg(status.budget.name, why);
}

}  // namespace tokenledger
