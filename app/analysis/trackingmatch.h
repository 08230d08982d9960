// Compares what an internal tracking counted with what Anthropic reports: by period, model and kind of token, exactly.
// Pure values and functions, any thread.
#pragma once

#include "app/core/dimension.h"
#include "app/core/period.h"
#include "app/core/records.h"
#include "app/finance/matchlimits.h"

#include <array>
#include <vector>

namespace tokenledger {

enum class TrackedKind : std::uint8_t {
    UncachedInput,
    CacheCreation5m,
    CacheCreation1h,
    CacheCreation,  // both, where the source does not split them
    CacheRead,
    Output,
    Cost,  // nano-dollars; the others are tokens
};
inline constexpr std::size_t TrackedKindCount = 7;
/// "uncached_input_tokens", ..., "cost_usd".
[[nodiscard]] QString trackedKindName(TrackedKind kind);

/// Of a model on a day; no value: not known.
struct TrackedFigures {
    UtcDay day;
    TermId model = NullTerm;
    std::array<std::optional<std::int64_t>, TrackedKindCount> of;  // by TrackedKind
};

/// A day of the range: whether the two sides can be laid beside each other.
struct TrackedDay {
    bool imported = false;
    bool importedWhole = false;  // after the day was over
    DayState usage = DayState::Missing;
    DayState cost = DayState::Missing;
};

enum class TrackingStatus : std::uint8_t {
    Exact,
    Close,
    Investigate,    // these three as MatchStatus
    OnlyInternal,   // Anthropic knows no such model there
    OnlyAnthropic,  // the internal tracking knows none
    Provisional,    // the days of the row may still change: not judged
};
/// "exact", "close", "investigate", "only-internal", "only-anthropic", "provisional".
[[nodiscard]] QString trackingStatusName(TrackingStatus status);
/// Somebody has to look at it.
[[nodiscard]] bool isDifference(TrackingStatus status);

struct TrackingMatchQuestion {
    DateRange range;
    Interval interval = Interval::Day;  // not Hour
    bool byModel = true;
    bool byKind = true;  // else tokens of all kinds, and no cost
    MatchLimits limits;
    std::vector<TrackedDay> days;           // of the range, in order
    std::vector<TrackedFigures> internal;   // at most one a day and model
    std::vector<TrackedFigures> anthropic;  // the same; never CacheCreation, which is the sum of the two
};

struct TrackingMatchRow {
    PeriodStart period = 0;
    TermId model = NullTerm;          // where byModel
    std::optional<TrackedKind> kind;  // where byKind
    std::int64_t internal = 0;        // of the compared days; of a provisional row, of its provisional days
    std::int64_t anthropic = 0;
    std::int64_t difference = 0;  // internal - anthropic
    TrackingStatus status = TrackingStatus::Exact;
    int daysCompared = 0;
    int daysLeftOut = 0;  // of the period: provisional, not fetched, or not imported
};

struct TrackingMatch {
    std::vector<TrackingMatchRow> rows;    // by period, model, kind; none where both sides have nothing
    std::vector<TrackedKind> notInSource;  // kinds that no row of the source tells: not compared
    std::int64_t unknown = 0;              // figures of a model's day that the source tells elsewhere: not compared
    int notImported = 0;                   // days
    int notFetched = 0;
    int provisional = 0;
    int compared = 0;
};

/// Days that are final on both sides are compared; a kind that the source does not tell is left out on both sides.
/// tooLarge() when a sum does not fit.
[[nodiscard]] Result<TrackingMatch> matchTracking(const TrackingMatchQuestion& question);

}  // namespace tokenledger
