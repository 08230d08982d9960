#include "app/analysis/spendmodel.h"

#include "app/analysis/robust.h"

namespace tokenledger {

namespace {

constexpr std::size_t HistoryDays = 56;  // eight weeks: long enough for a weekday's median, short enough to follow
constexpr std::size_t LevelDays = 28;
constexpr std::size_t CheckedDays = 14;   // length of the sums that the four are compared on
constexpr std::size_t FirstChecked = 14;  // days of history before a forecast counts
constexpr std::size_t YearDays = 366;
constexpr std::size_t FewestErrors = 28;
constexpr std::array<double, 2> HalfLives = {4, 14};
constexpr double Damping = 0.97;
constexpr double SteepestGrowth = 0.03;
constexpr double WildDeviations = 3;
constexpr double LeastWild = 0.1;  // of the level: some days are alike to the cent
constexpr double Covered = 0.8;
// Errors on sums that are far smaller than the one at hand say nothing of it: a series that has only just begun.
constexpr double ComparableShare = 0.1;

}  // namespace

SpendModel::SpendModel(std::vector<std::optional<double>> values, int firstWeekday)
    : m_values(std::move(values)), m_firstWeekday(firstWeekday), m_sums{0}, m_unknown{0} {
    for (const auto& value : m_values) {
        m_sums.push_back(m_sums.back() + value.value_or(0));
        m_unknown.push_back(m_unknown.back() + (value ? 0 : 1));
    }
    for (std::size_t origin = 0; origin <= m_values.size(); ++origin) m_fits.push_back(fitAt(origin));
    weigh();
    m_ahead.resize(m_fits.size());
    for (std::size_t origin = 0; origin < m_fits.size(); ++origin) {
        if (!m_fits[origin].known) continue;
        for (std::size_t h = 0; h < Horizon; ++h) {
            m_ahead[origin][h + 1] = m_ahead[origin][h] + expectedDay(origin, origin + h);
        }
    }
}

int SpendModel::weekdayOf(std::size_t day) const { return (m_firstWeekday + static_cast<int>(day % 7)) % 7; }

SpendModel::Fit SpendModel::fitAt(std::size_t origin) const {
    Fit fit;
    const std::size_t first = origin > LevelDays ? origin - LevelDays : 0;
    fit.known = m_unknown[origin] - m_unknown[first] < origin - first;
    if (!fit.known) return fit;
    fit.factors = factorsAt(origin);
    fitLevels(fit, origin);
    fit.weights.fill(1.0 / Candidates);
    return fit;
}

std::array<double, 7> SpendModel::factorsAt(std::size_t origin) const {
    const std::size_t first = origin > HistoryDays ? origin - HistoryDays : 0;
    std::array<std::vector<double>, 7> ratios;
    for (std::size_t day = first; day < origin && origin - first >= 7; ++day) {
        // The week around the day, moved inwards at both ends.
        std::size_t begin = day >= first + 3 ? day - 3 : first;
        begin = std::min(begin, origin - 7);
        const auto week = actual(begin, begin + 7);
        if (!week || *week <= 0) continue;
        ratios[static_cast<std::size_t>(weekdayOf(day))].push_back(*m_values[day] * 7 / *week);
    }
    std::array<double, 7> factors{};
    double sum = 0;
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        const auto count = static_cast<double>(ratios[weekday].size());
        const double trust = count > 0 ? std::min(1.0, (count + 1) / 4) : 0;  // of one week, a weekday is half learnt
        factors[weekday] = trust * medianOf(ratios[weekday]) + (1 - trust);
        sum += factors[weekday];
    }
    for (double& factor : factors) factor = sum > 0 ? factor * 7 / sum : 1;
    return factors;
}

void SpendModel::fitLevels(Fit& fit, std::size_t origin) const {
    struct Point {
        double level;
        double weight;
        std::size_t age;
    };
    std::vector<Point> points;
    std::array<std::vector<double>, 2> fortnights;  // the last one, and the one before
    for (std::size_t age = 0; age < LevelDays && age < origin; ++age) {
        const std::size_t day = origin - 1 - age;
        const double factor = fit.factors[static_cast<std::size_t>(weekdayOf(day))];
        if (!m_values[day] || factor < 0.05) continue;  // on a day that brings nothing, a level cannot be read
        points.push_back({*m_values[day] / factor, factor, age});
        fortnights[age / CheckedDays].push_back(points.back().level);
    }
    const double middle = medianOf(fortnights[0]);
    const double deviation = medianDeviation(fortnights[0], middle);
    const double wild = std::max(WildDeviations * deviation, LeastWild * std::abs(middle));
    for (std::size_t i = 0; i < HalfLives.size(); ++i) {
        double sum = 0;
        double weights = 0;
        for (const Point& point : points) {
            const double weight = point.weight * std::exp2(-static_cast<double>(point.age) / HalfLives[i]);
            // One wild day is news, but not the new level. Where most days bring nothing, none can be called wild.
            // so.
            const double level = wild > 0 ? std::clamp(point.level, middle - wild, middle + wild) : point.level;
            sum += weight * level;
            weights += weight;
        }
        fit.levels[i] = weights > 0 ? sum / weights : 0;
    }
    const double before = medianOf(fortnights[1]);
    if (origin >= LevelDays && middle > 0 && before > 0) {
        const double growth = std::log(middle / before) / static_cast<double>(CheckedDays);
        fit.growth = std::clamp(growth, -SteepestGrowth, SteepestGrowth);
    }
}

void SpendModel::weigh() {
    // errors[o]: of the candidates on the fortnight after origin o; zero where it cannot be checked.
    std::vector<std::array<double, Candidates>> errors(m_fits.size());
    std::vector<bool> checked(m_fits.size());
    for (std::size_t origin = FirstChecked; origin + CheckedDays < m_fits.size(); ++origin) {
        const auto sum = actual(origin, origin + CheckedDays);
        if (!sum || !m_fits[origin].known) continue;
        checked[origin] = true;
        for (std::size_t day = origin; day < origin + CheckedDays; ++day) {
            const auto values = candidates(m_fits[origin], origin, day);
            for (std::size_t c = 0; c < Candidates; ++c) errors[origin][c] += values[c];
        }
        for (double& error : errors[origin]) error = std::abs(error - *sum);
    }
    for (std::size_t origin = FirstChecked + CheckedDays; origin < m_fits.size(); ++origin) {
        std::array<double, Candidates> sums{};
        std::size_t count = 0;
        const std::size_t last = origin - CheckedDays;
        for (std::size_t o = last > HistoryDays ? last - HistoryDays : 0; o <= last; ++o) {
            if (!checked[o]) continue;
            ++count;
            for (std::size_t c = 0; c < Candidates; ++c) sums[c] += errors[o][c];
        }
        const double best = *std::min_element(sums.begin(), sums.end());
        if (count < 7 || best <= 0) continue;
        double total = 0;
        for (std::size_t c = 0; c < Candidates; ++c) {
            m_fits[origin].weights[c] = std::pow(best / sums[c], 4);
            total += m_fits[origin].weights[c];
        }
        for (double& weight : m_fits[origin].weights) weight /= total;
    }
}

std::array<double, SpendModel::Candidates> SpendModel::candidates(const Fit& fit, std::size_t origin,
                                                                  std::size_t day) const {
    const double factor = fit.factors[static_cast<std::size_t>(weekdayOf(day))];
    double trend = 1;
    if (day >= origin) {
        const auto ahead = static_cast<double>(day - origin + 1);
        trend = std::exp(fit.growth * Damping * (1 - std::pow(Damping, ahead)) / (1 - Damping));
    }
    return {fit.levels[0] * factor, fit.levels[0] * factor * trend, fit.levels[1] * factor,
            fit.levels[1] * factor * trend};
}

double SpendModel::expectedDay(std::size_t origin, std::size_t day) const {
    const Fit& fit = m_fits[origin];
    const auto values = candidates(fit, origin, day);
    double sum = 0;
    for (std::size_t c = 0; c < Candidates; ++c) sum += fit.weights[c] * values[c];
    return sum;
}

std::optional<double> SpendModel::actual(std::size_t from, std::size_t to) const {
    if (to > m_values.size() || m_unknown[to] != m_unknown[from]) return std::nullopt;
    return m_sums[to] - m_sums[from];
}

std::optional<double> SpendModel::expected(std::size_t origin, std::size_t from, std::size_t to) const {
    if (origin >= m_fits.size() || !m_fits[origin].known) return std::nullopt;
    if (from == origin && to >= from && to - from <= Horizon) return m_ahead[origin][to - from];
    double sum = 0;
    for (std::size_t day = from; day < to; ++day) sum += expectedDay(origin, day);
    return sum;
}

std::optional<double> SpendModel::spread(std::size_t origin, std::size_t days) const {
    if (days == 0) return 0;
    if (days > Horizon) {
        // Few histories hold enough half years to check a half year on. Errors of a level add up like a random walk's.
        const auto month = spread(origin, Horizon);
        if (!month) return std::nullopt;
        return *month * std::sqrt(static_cast<double>(days) / static_cast<double>(Horizon));
    }
    const auto now = expected(origin, origin, origin + days);
    if (!now || *now <= 0) return std::nullopt;
    std::vector<double> errors;
    const std::size_t reach = YearDays + days;
    for (std::size_t o = std::max(FirstChecked, origin > reach ? origin - reach : 0); o + days <= origin; ++o) {
        if (!m_fits[o].known) continue;
        const double then = m_ahead[o][days];
        const auto sum = actual(o, o + days);
        if (sum && then > ComparableShare * *now) errors.push_back(std::abs(*sum - then) / then);
    }
    if (errors.size() < FewestErrors) return std::nullopt;
    const auto rank = static_cast<std::size_t>(std::ceil(Covered * static_cast<double>(errors.size() + 1))) - 1;
    const auto at = errors.begin() + static_cast<std::ptrdiff_t>(std::min(rank, errors.size() - 1));
    std::nth_element(errors.begin(), at, errors.end());
    return *at;
}

}  // namespace tokenledger
