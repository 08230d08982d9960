// Days on which a series cost much more than its own weekdays let expect. Pure and deterministic; any thread.
#pragma once

#include "app/analysis/forecast.h"

namespace tokenledger {

struct AnomalyLimits {
    Money leastExcess;         // less than this above the usual is no news, however unusual
    int leastHistory = 28;     // days since the first spend, and known days of the last eight weeks
    double deviations = 5;     // robust ones
    double leastRatio = 1.25;  // of the usual amount
    int newFactor = 5;         // of leastExcess, and of the most before, while there is no pattern
};

struct StandOut {
    UtcDay day;
    Money amount;  // exact
    Money usual;   // an estimate, to the cent
    bool isProvisional = false;
    bool isNew = false;  // too young for a pattern: `usual` is the most that a day cost before

    [[nodiscard]] Money excess() const { return Money::fromNano(amount.nano() - usual.nano()); }
    /// amount / usual; nothing when it is usually nothing.
    [[nodiscard]] std::optional<double> ratio() const;
};

/// Usual is the most of: the median of the same weekday in the eight weeks before; that weekday's share of the level of
/// the last ten days; the last three weeks' amounts of it, grown as the last ten days grew from week to week. So a new
/// level stands out for some days; growth, a roll-out and the end of a holiday never do. Days
/// that are not over, and days without data, are left out; provisional ones are marked. What has no pattern yet, having
/// cost nothing for eight weeks or longer, stands out where it begins large, and where it multiplies. Oldest first.
/// Amounts are at most about 9 billion USD.
[[nodiscard]] std::vector<StandOut> daysStandingOut(const SpendSeries& series, const DateRange& days,
                                                    const AnomalyLimits& limits);

/// What is usual of this day, as above, in dollars; nothing where too little is known.
[[nodiscard]] std::optional<double> usualOf(const SpendSeries& series, UtcDay day);

/// The part (a model's output, a key) whose amount of that day is the most above its own usual one; nothing when none
/// is. `parts` are series of the same days.
[[nodiscard]] std::optional<std::size_t> driverOf(const std::vector<SpendSeries>& parts, UtcDay day);

}  // namespace tokenledger
