// Splits an integer amount in proportion to weights so that the parts add up to it, by largest remainder. Keeps its
// working memory: make one and use it for many amounts. Used in one thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tokenledger {

class Apportioner {
public:
    /// Parts in the order of the weights, which are not negative. Each part is the exact share rounded towards zero, or
    /// one unit more: those units go to the largest remainders, of equal ones to the first. A weight of 0 gets nothing.
    /// A negative amount is split as its opposite is. Empty when no weight is above 0; valid until the next call.
    [[nodiscard]] std::span<const std::int64_t> split(std::int64_t amount, std::span<const std::int64_t> weights);

private:
    __extension__ using Wide = unsigned __int128;
    struct Remainder {
        Wide size = 0;
        std::size_t part = 0;
    };
    void giveUnits(std::uint64_t units);

    std::vector<std::int64_t> m_parts;
    std::vector<Remainder> m_remainders;
};

}  // namespace tokenledger
