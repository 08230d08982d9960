// What the sample organization did on a day: a pure function of the day, so history never changes. Whole numbers only.
#pragma once

#include "app/core/records.h"
#include "app/sample/samplemodels.h"

#include <vector>

namespace tokenledger::sample {

enum class Tier { Standard, Batch, Priority };
enum class Window { Short, Long };
[[nodiscard]] const char* tierName(Tier tier);
[[nodiscard]] const char* windowName(Window window);

inline constexpr int MinutesPerDay = 1440;

/// A key's use of a model over a whole day, and how it spreads over the day's minutes.
struct Use {
    int workspace;  // index, or DefaultWorkspace
    int apiKey;     // index, or Console
    int model;
    Tier tier;
    Window window;
    UsageMeasures day;
    int stride;  // minutes between two requests; divides 60
};
[[nodiscard]] std::vector<Use> usageOfDay(UtcDay day);

/// The part of `use` in the minutes [first, last) of its day. Parts that make up the day sum to the day.
[[nodiscard]] UsageMeasures usageBetween(const Use& use, int first, int last);

/// A line of the bill. Without a model: web search or code execution.
struct CostLine {
    int workspace;
    int model;  // -1: none
    TokenKind kind;
    Tier tier;
    Window window;
    const char* costType;
    Money amount;
};
/// The bill of the day's minutes [0, last): tokens at list price, searches, code execution. Priority Tier is not in it.
[[nodiscard]] std::vector<CostLine> costsOfDay(UtcDay day, int last);

/// Claude Code activity of the day's minutes [0, last).
[[nodiscard]] std::vector<ClaudeCodeRecord> claudeCodeOfDay(UtcDay day, int last);

/// `whole` spread over the minutes [0, last) of a day, busier in the afternoon; `whole` itself at the day's end.
[[nodiscard]] std::int64_t untilMinute(std::int64_t whole, int last, int stride);

}  // namespace tokenledger::sample
