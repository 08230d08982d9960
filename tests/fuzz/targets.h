// What every parser must hold, whatever bytes it is given: it does not crash, and what it accepts it accepts again,
// with the same value, when that is written down anew. Each target ends the program when that is not so.
#pragma once

#include <array>
#include <string_view>

namespace tokenledger::fuzz {

void usagePage(std::string_view bytes);
void costPage(std::string_view bytes);
void claudeCodePage(std::string_view bytes);
void lists(std::string_view bytes);
void refusals(std::string_view bytes);
void money(std::string_view bytes);
void days(std::string_view bytes);
void priceBook(std::string_view bytes);
void tracking(std::string_view bytes);

struct Target {
    const char* name;  // of the program fuzz_NAME, and of its corpus
    void (*run)(std::string_view bytes);
};
inline constexpr std::array<Target, 9> Targets = {{{"usagePage", usagePage},
                                                   {"costPage", costPage},
                                                   {"claudeCodePage", claudeCodePage},
                                                   {"lists", lists},
                                                   {"refusals", refusals},
                                                   {"money", money},
                                                   {"days", days},
                                                   {"priceBook", priceBook},
                                                   {"tracking", tracking}}};

/// Says what does not hold and ends the program.
void hold(bool condition, const char* what);

}  // namespace tokenledger::fuzz
