#include "app/core/apportion.h"

#include <algorithm>

namespace tokenledger {

std::span<const std::int64_t> Apportioner::split(std::int64_t amount, std::span<const std::int64_t> weights) {
    m_parts.assign(weights.size(), 0);
    m_remainders.clear();
    Wide whole = 0;
    for (const std::int64_t weight : weights) whole += static_cast<std::uint64_t>(weight);
    if (whole == 0) return {};

    const bool negative = amount < 0;
    const auto magnitude = negative ? ~static_cast<std::uint64_t>(amount) + 1 : static_cast<std::uint64_t>(amount);
    std::uint64_t left = magnitude;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] == 0) continue;
        const auto weight = static_cast<std::uint64_t>(weights[i]);
        std::uint64_t part = 0;
        Wide remainder = 0;
        std::uint64_t small = 0;
        // Nearly always it fits, and dividing 64 bits is much faster than dividing 128.
        if (whole <= UINT64_MAX && !__builtin_mul_overflow(magnitude, weight, &small)) {
            part = small / static_cast<std::uint64_t>(whole);
            remainder = small % static_cast<std::uint64_t>(whole);
        } else {
            const Wide product = static_cast<Wide>(magnitude) * weight;
            part = static_cast<std::uint64_t>(product / whole);
            remainder = product % whole;
        }
        m_parts[i] = static_cast<std::int64_t>(part);
        left -= part;
        if (remainder != 0) m_remainders.push_back({remainder, i});
    }
    giveUnits(left);
    if (negative) {
        for (std::int64_t& part : m_parts) part = static_cast<std::int64_t>(~static_cast<std::uint64_t>(part) + 1);
    }
    return m_parts;
}

void Apportioner::giveUnits(std::uint64_t units) {
    // What is left is less than the number of parts that have a remainder.
    const auto end = m_remainders.begin() + static_cast<std::ptrdiff_t>(units);
    std::nth_element(m_remainders.begin(), end, m_remainders.end(), [](const Remainder& a, const Remainder& b) {
        return a.size != b.size ? a.size > b.size : a.part < b.part;
    });
    for (auto given = m_remainders.begin(); given != end; ++given) {
        m_parts[given->part] = static_cast<std::int64_t>(static_cast<std::uint64_t>(m_parts[given->part]) + 1);
    }
}

}  // namespace tokenledger
