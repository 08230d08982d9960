#include "app/analysis/forecast.h"

#include <cmath>

namespace tokenledger {

namespace {

constexpr double NanoPerDollar = 1e9;
constexpr std::int64_t NanoPerCent = 10'000'000;
constexpr double LargestNano = 9.2e18;
constexpr int FewFinalDays = 14;
// Of what a weekday usually brings. Below it, a day that is not final yet is taken for one that is not told in full.
constexpr double PlausibleShare = 0.5;
constexpr int FirstTestedDay = 5;
constexpr int LastTestedDay = 25;

double dollars(Money amount) { return static_cast<double>(amount.nano()) / NanoPerDollar; }

/// The days that the model learns from: final ones, and the others only while there are hardly any final ones.
bool isLearnt(DayTrust trust, bool fewFinalDays) {
    return trust == DayTrust::Final || (fewFinalDays && trust == DayTrust::Provisional);
}

std::vector<std::optional<double>> learntValues(const SpendSeries& series) {
    const bool few = std::count(series.trust.begin(), series.trust.end(), DayTrust::Final) < FewFinalDays;
    std::vector<std::optional<double>> values;
    for (std::size_t i = 0; i < series.amounts.size(); ++i) {
        const bool learnt = isLearnt(series.trust[i], few);
        values.push_back(learnt ? std::optional(dollars(series.amounts[i])) : std::nullopt);
    }
    while (!values.empty() && !values.back()) values.pop_back();
    return values;
}

Result<Money> addEstimate(Money exact, double estimate) {
    const double nano = estimate * NanoPerDollar;
    if (!(std::abs(nano) < LargestNano)) return tooLarge(QStringLiteral("A forecast"));
    const auto sum = add(exact, Money::fromNano(std::llround(nano)));
    if (!sum) return failure(sum.error());
    return Money::fromNano(divideHalfEven(sum->nano(), NanoPerCent) * NanoPerCent);
}

}  // namespace

Forecaster::Forecaster(SpendSeries series)
    : m_series(std::move(series)), m_model(learntValues(m_series), m_series.first.weekday()) {
    m_origin = learntValues(m_series).size();
}

DayTrust Forecaster::trustOf(UtcDay day) const {
    return day >= m_series.first && indexOf(day) < m_series.trust.size() ? m_series.trust[indexOf(day)]
                                                                         : DayTrust::Missing;
}

double Forecaster::amountOf(UtcDay day) const {
    return trustOf(day) == DayTrust::Missing ? 0 : dollars(m_series.amounts[indexOf(day)]);
}

std::optional<double> Forecaster::estimateOf(UtcDay day) const {
    const DayTrust trust = trustOf(day);
    if (trust == DayTrust::Final) return std::nullopt;
    const std::size_t index = indexOf(day);
    const double usual = m_model.expected(m_origin, index, index + 1).value_or(0);
    const double told = amountOf(day);
    if (trust == DayTrust::Provisional && told >= PlausibleShare * usual) return std::nullopt;
    return std::max(told, usual);
}

Result<std::optional<SpendForecast>> Forecaster::forecast(const DateRange& period) const {
    if (period.first < m_series.first) return std::optional<SpendForecast>();
    if (!m_model.expected(m_origin, m_origin, m_origin)) return std::optional<SpendForecast>();
    SpendForecast result;
    Money counted;  // exact
    double estimated = 0;
    bool hasCredits = false;
    std::optional<UtcDay> lastEstimated;
    for (UtcDay day = period.first; day <= period.last; day = day + 1) {
        const bool isThere = trustOf(day) != DayTrust::Missing;
        const Money billed = isThere ? m_series.amounts[indexOf(day)] : Money();
        hasCredits = hasCredits || billed.isNegative();
        const auto spent = add(result.spent, billed);
        if (!spent) return failure(spent.error());
        result.spent = *spent;
        if (const auto estimate = estimateOf(day)) {
            ++result.estimatedDays;
            estimated += *estimate;
            lastEstimated = day;
        } else {
            const auto sum = add(counted, billed);
            if (!sum) return failure(sum.error());
            counted = *sum;
        }
    }
    if (!lastEstimated) {
        result.forecast = counted;
        result.low = result.high = counted;
        return std::optional(result);
    }
    const auto sum = addEstimate(counted, estimated);
    if (!sum) return failure(sum.error());
    result.forecast = *sum;
    const std::size_t ahead = std::max<std::size_t>(indexOf(*lastEstimated) + 1, m_origin + 1) - m_origin;
    const auto spread = m_model.spread(m_origin, ahead);
    if (!spread) return std::optional(result);
    const auto low = addEstimate(counted, estimated - *spread * std::abs(estimated));
    const auto high = addEstimate(counted, estimated + *spread * std::abs(estimated));
    if (!low || !high) return failure((low ? high : low).error());
    // What is spent is spent, unless credits may take some of it back.
    result.low = hasCredits ? *low : std::min(std::max(*low, result.spent), result.forecast);
    result.high = *high;
    return std::optional(result);
}

BackTest Forecaster::backTest() const {
    BackTest test;
    if (m_series.amounts.empty()) return test;
    const UtcDay last = m_series.first + (static_cast<int>(m_series.amounts.size()) - 1);
    UtcDay month = m_series.first.firstOfMonth();
    if (month < m_series.first) month = month.lastOfMonth() + 1;
    for (; month.lastOfMonth() <= last; month = month.lastOfMonth() + 1) addMonth({month, month.lastOfMonth()}, test);
    if (test.forecasts > 0) {
        test.error /= test.forecasts;
        test.runRateError /= test.forecasts;
    }
    if (test.intervals > 0) test.coverage /= test.intervals;
    return test;
}

void Forecaster::addMonth(const DateRange& month, BackTest& test) const {
    double actual = 0;
    for (UtcDay day = month.first; day <= month.last; day = day + 1) {
        if (trustOf(day) != DayTrust::Final) return;
        actual += amountOf(day);
    }
    if (actual <= 0) return;
    bool tested = false;
    double spent = 0;
    for (int dayOfMonth = 1; dayOfMonth <= LastTestedDay; ++dayOfMonth) {
        spent += amountOf(month.first + (dayOfMonth - 1));
        const std::size_t origin = indexOf(month.first) + static_cast<std::size_t>(dayOfMonth);
        const auto ahead = static_cast<std::size_t>(month.days() - dayOfMonth);
        const auto rest = m_model.expected(origin, origin, origin + ahead);
        if (dayOfMonth < FirstTestedDay || !rest) continue;
        tested = true;
        ++test.forecasts;
        test.error += std::abs(spent + *rest - actual) / actual;
        test.runRateError += std::abs(spent / dayOfMonth * month.days() - actual) / actual;
        if (const auto spread = m_model.spread(origin, ahead)) {
            ++test.intervals;
            if (std::abs(spent + *rest - actual) <= *spread * std::abs(*rest)) ++test.coverage;
        }
    }
    if (tested) ++test.months;
}

}  // namespace tokenledger
