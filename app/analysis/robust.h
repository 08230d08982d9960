// Statistics that single wild days do not bend. Pure; any thread.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace tokenledger {

/// 0 without values.
[[nodiscard]] inline double medianOf(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// The median distance from `centre`, scaled so that it estimates the standard deviation of a normal distribution.
[[nodiscard]] inline double medianDeviation(std::vector<double> values, double centre) {
    constexpr double NormalScale = 1.4826;
    for (double& value : values) value = std::abs(value - centre);
    return NormalScale * medianOf(std::move(values));
}

}  // namespace tokenledger
