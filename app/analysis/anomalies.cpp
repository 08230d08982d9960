#include "app/analysis/anomalies.h"

#include "app/analysis/robust.h"

namespace tokenledger {

namespace {

constexpr int Weeks = 8;
constexpr std::size_t LeastWeekdays = 4;  // of eight
constexpr int LeastKnownDays = 7;         // before something can be called new
constexpr std::size_t RecentDays = 10;    // a new level is the usual one when it holds for most of them
constexpr double LeastFactor = 0.05;      // on a weekday that brings nothing, a level cannot be read
constexpr double SteepestWeek = 3;
constexpr int GrownWeeks = 3;
constexpr double LeastNoise = 0.05;  // of the usual: no pattern is kept more closely than that
constexpr double NanoPerDollar = 1e9;
constexpr std::int64_t NanoPerCent = 10'000'000;

double dollars(Money amount) { return static_cast<double>(amount.nano()) / NanoPerDollar; }

bool isOver(DayTrust trust) { return trust == DayTrust::Final || trust == DayTrust::Provisional; }

/// The eight weeks before a day, cut into weeks that end on the day before it.
class Pattern {
public:
    Pattern(const SpendSeries& series, UtcDay day) : m_weekday(static_cast<std::size_t>(day.weekday())) {
        std::array<std::vector<double>, 7> shares;
        for (int week = Weeks; week >= 1; --week) readWeek(series, day - 7 * week, shares);
        for (std::size_t i = 0; i < 7; ++i) m_factors[i] = medianOf(shares[i]);
        m_median = medianOf(m_same);
        std::vector<double> levels;
        for (auto at = m_days.rbegin(); at != m_days.rend() && levels.size() < RecentDays; ++at) {
            const double factor = m_factors[at->weekday];
            if (factor > LeastFactor) levels.push_back(at->amount / factor);
        }
        m_usual = std::max({m_median, m_factors[m_weekday] * medianOf(levels), grown(day)});
    }

    [[nodiscard]] std::size_t knownDays() const { return m_days.size(); }
    [[nodiscard]] bool isKnown() const { return m_same.size() >= LeastWeekdays; }
    [[nodiscard]] double usual() const { return m_usual; }
    /// A robust standard deviation of such a day.
    [[nodiscard]] double noise() const {
        std::vector<double> ratios;
        for (const Day& day : m_days) {
            const double expected = m_factors[day.weekday] * day.weekMean;
            if (expected > 0) ratios.push_back(day.amount / expected);
        }
        const double ofAll = medianDeviation(ratios, medianOf(ratios)) * m_usual;
        return std::max({medianDeviation(m_same, m_median), ofAll, LeastNoise * m_usual});
    }

private:
    struct Day {
        UtcDay day;
        std::size_t weekday;
        double amount;
        double weekMean;
    };

    void readWeek(const SpendSeries& series, UtcDay first, std::array<std::vector<double>, 7>& shares) {
        std::vector<Day> week;
        double sum = 0;
        for (UtcDay at = first; at < first + 7; at = at + 1) {
            if (at < series.first) continue;
            const auto index = static_cast<std::size_t>(at - series.first);
            if (index >= series.amounts.size() || !isOver(series.trust[index])) continue;
            week.push_back({at, static_cast<std::size_t>(at.weekday()), dollars(series.amounts[index]), 0});
            sum += week.back().amount;
        }
        for (Day& day : week) {
            day.weekMean = sum / static_cast<double>(week.size());
            if (day.weekMean > 0) shares[day.weekday].push_back(day.amount / day.weekMean);
            if (day.weekday == m_weekday) m_same.push_back(day.amount);
            m_days.push_back(day);
        }
    }

    [[nodiscard]] std::optional<double> amountOn(UtcDay day) const {
        const auto at = std::lower_bound(m_days.begin(), m_days.end(), day,
                                         [](const Day& known, UtcDay wanted) { return known.day < wanted; });
        return at != m_days.end() && at->day == day ? std::optional(at->amount) : std::nullopt;
    }
    /// The last weeks' amounts of the weekday, grown as the last days grew from week to week: a roll-out, which grows
    /// faster than a level follows. 0 where nothing grows.
    [[nodiscard]] double grown(UtcDay day) const {
        std::vector<double> growth;
        for (auto at = m_days.rbegin(); at != m_days.rend() && growth.size() < RecentDays; ++at) {
            const auto before = amountOn(at->day - 7);
            if (before && *before > 0) growth.push_back(at->amount / *before);
        }
        const double ofWeek = std::min(medianOf(growth), SteepestWeek);
        if (ofWeek <= 1) return 0;
        std::vector<double> weeks;
        for (int week = 1; week <= GrownWeeks; ++week) {
            if (const auto amount = amountOn(day - 7 * week)) weeks.push_back(*amount * std::pow(ofWeek, week));
        }
        return medianOf(weeks);
    }

    std::size_t m_weekday;
    std::vector<Day> m_days;            // oldest first
    std::array<double, 7> m_factors{};  // of a weekday: its share of its week's mean
    std::vector<double> m_same;         // amounts of the same weekday
    double m_median = 0;                // of these
    double m_usual = 0;
};

Money toCents(double amount) { return Money::fromNano(std::llround(amount * 100) * NanoPerCent); }

bool breaksPattern(const SpendSeries& series, const AnomalyLimits& limits, StandOut& candidate) {
    const Pattern pattern(series, candidate.day);
    if (!pattern.isKnown() || pattern.knownDays() < static_cast<std::size_t>(limits.leastHistory)) return false;
    const double usual = std::max(0.0, pattern.usual());
    candidate.usual = toCents(usual);
    const double amount = dollars(candidate.amount);
    return candidate.excess() >= limits.leastExcess && amount - usual >= limits.deviations * pattern.noise() &&
           amount >= limits.leastRatio * usual;
}

bool multiplies(Money most, const AnomalyLimits& limits, StandOut& candidate) {
    candidate.usual = toCents(dollars(most));
    candidate.isNew = true;
    return dollars(candidate.amount) >= limits.newFactor * dollars(std::max(most, limits.leastExcess));
}

}  // namespace

std::optional<double> StandOut::ratio() const {
    if (usual.nano() <= 0) return std::nullopt;
    return static_cast<double>(amount.nano()) / static_cast<double>(usual.nano());
}

std::vector<StandOut> daysStandingOut(const SpendSeries& series, const DateRange& days, const AnomalyLimits& limits) {
    std::vector<StandOut> found;
    std::optional<UtcDay> firstUse;
    Money most;
    int known = 0;  // days before the one that is looked at
    for (std::size_t i = 0; i < series.amounts.size(); ++i) {
        const UtcDay day = series.first + static_cast<int>(i);
        if (day > days.last) break;
        if (!isOver(series.trust[i])) continue;
        const Money amount = series.amounts[i];
        if (!firstUse && !amount.isZero()) firstUse = day;
        const bool judged = day >= days.first && amount >= limits.leastExcess;
        StandOut candidate{day, amount, {}, series.trust[i] == DayTrust::Provisional};
        const bool hasPattern = firstUse && day - *firstUse >= limits.leastHistory;
        if (judged && hasPattern && breaksPattern(series, limits, candidate)) {
            found.push_back(candidate);
        } else if (judged && !hasPattern && known >= LeastKnownDays && multiplies(most, limits, candidate)) {
            found.push_back(candidate);
        }
        most = std::max(most, amount);
        ++known;
    }
    return found;
}

std::optional<double> usualOf(const SpendSeries& series, UtcDay day) {
    const Pattern pattern(series, day);
    if (!pattern.isKnown()) return std::nullopt;
    return pattern.usual();
}

std::optional<std::size_t> driverOf(const std::vector<SpendSeries>& parts, UtcDay day) {
    std::optional<std::size_t> driver;
    double most = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const SpendSeries& part = parts[i];
        if (day < part.first || static_cast<std::size_t>(day - part.first) >= part.amounts.size()) continue;
        const double excess =
            dollars(part.amounts[static_cast<std::size_t>(day - part.first)]) - usualOf(part, day).value_or(0);
        if (excess <= most) continue;
        most = excess;
        driver = i;
    }
    return driver;
}

}  // namespace tokenledger
