// Daily spend of invented organizations, for tests of forecasts and of days that stand out.
#pragma once

#include "app/analysis/forecast.h"
#include "app/sample/sampledata.h"
#include "app/sample/sampleorganization.h"

#include <cmath>
#include <functional>
#include <random>

namespace tokenledger::test {

inline Money dollars(double amount) { return Money::fromNano(std::llround(amount * 1e6) * 1000); }

/// All days final.
inline SpendSeries finalSeries(UtcDay first, std::vector<Money> amounts) {
    const std::size_t days = amounts.size();
    return {first, std::move(amounts), std::vector<DayTrust>(days, DayTrust::Final)};
}

/// Up to 6 % of noise around `shape` (dollars of a day, by index and day).
inline SpendSeries shaped(UtcDay first, int days, unsigned seed, const std::function<double(int, UtcDay)>& shape,
                          double noise = 0.06) {
    std::mt19937 random(seed);
    std::vector<Money> amounts;
    for (int i = 0; i < days; ++i) {
        const double swing = (static_cast<double>(random() % 2001) - 1000) / 1000;
        amounts.push_back(dollars(shape(i, first + i) * (1 + noise * swing)));
    }
    return finalSeries(first, std::move(amounts));
}

inline double weekendDip(UtcDay day) { return day.weekday() >= 5 ? 0.3 : 1; }

/// The sample organization's bill, or that of one of its workspaces; all days final.
inline SpendSeries sampleSeries(const DateRange& days, std::optional<int> workspace = std::nullopt) {
    std::vector<Money> amounts;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        Money sum;
        for (const sample::CostLine& line : sample::costsOfDay(day, sample::MinutesPerDay)) {
            if (!workspace || line.workspace == *workspace) sum = add(sum, line.amount).value();
        }
        amounts.push_back(sum);
    }
    return finalSeries(days.first, std::move(amounts));
}

}  // namespace tokenledger::test
