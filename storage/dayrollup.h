// Sums by day of one kind of fact, by some of its dimensions only: one table each, so that a chart reads as few rows as
// it shows. Which there are, the facts' own headers say, the one with the fewest rows first.
#pragma once

#include <array>
#include <cstddef>

namespace tokenledger {

template <std::size_t Columns>
struct DayRollup {
    const char* name;                 // "day and workspace"
    std::array<bool, Columns> keeps;  // a dimension that is summed over is "not grouped" in its keys
    const char* sumsOfDay;
    const char* between;
    const char* put;
    const char* remove;
};

}  // namespace tokenledger
