// Everything the Claude Code page shows: who used it, what came of it, what Claude Code itself thinks that it cost.
// Built by buildClaudeCodeActivity in the reader's thread. Its dollars are an estimate: never part of the bill.
#pragma once

#include "app/core/completeness.h"
#include "app/reports/breakdowndays.h"
#include "storage/cachereader.h"

#include <optional>
#include <vector>

namespace tokenledger {

/// What the chart is stacked by.
enum class ClaudeCodeLayers { Terminal, Person, Subscription };

struct ClaudeCodeActivityRequest {
    DateRange range;
    Interval interval = Interval::Day;  // Day, Week or Month
    Comparison comparison = Comparison::PreviousPeriod;
    std::vector<DimensionFilter> where;  // those of other dimensions than User, Terminal, CustomerType are left out
    ClaudeCodeLayers layers = ClaudeCodeLayers::Terminal;
    std::optional<DateRange> selected;  // days of `range`: tools and table are of these alone
};

struct ClaudeCodeActivity : ChartPeriods {
    using ActorType = ClaudeCodeRecord::ActorType;

    /// Actors with at least one session; people and API keys are counted apart.
    struct Users {
        std::int64_t people = 0;
        std::int64_t keys = 0;
    };
    /// What some days add up to.
    struct Figures {
        ClaudeCodeMeasures measures;
        Users users;
        std::int64_t records = 0;  // one a day, actor, terminal and kind of subscription
    };
    /// Distinct people of the range's last days, and how many there are on a workday.
    struct ActiveUsers {
        std::optional<UtcDay> finalDay;  // the last one
        std::int64_t onFinalDay = 0;
        std::optional<std::int64_t> ofWeek;   // last 7 days; nothing in a shorter range
        std::optional<std::int64_t> ofMonth;  // last 30 days
        std::int64_t workdayPeople = 0;       // summed over the days counted in `workdays`
        int workdays = 0;                     // Mondays to Fridays that are there and were over when fetched
    };
    /// One layer of the chart. Of Person, `id` is the actor; of Subscription, "customer type/subscription type".
    struct Layer {
        QString id;
        ActorType type = ActorType::User;
        ClaudeCodeMeasures total;
        std::vector<ClaudeCodeMeasures> perPeriod;
    };
    struct Tool {
        QString id;
        std::int64_t accepted = 0;
        std::int64_t rejected = 0;
    };
    /// A line of the table: an actor, or one of the terminals that it used.
    struct Row {
        QString id;
        ActorType type = ActorType::User;
        int activeDays = 0;  // with at least one session
        ClaudeCodeMeasures measures;
        std::vector<Row> terminals;  // of an actor, by sessions, descending
    };

    ClaudeCodeActivityRequest request;
    std::vector<Dimension> notFollowed;  // dimensions of filters that these data do not know
    DateRange wholeDays;                 // what is compared: see Overview
    std::optional<DateRange> compared;
    Comparability comparability = Comparability::NotAsked;
    Completeness completeness;
    QDateTime asOf;  // newest fetch; invalid: none

    Figures total;                       // unknown, not 0, where completeness is empty
    std::optional<Figures> ofWholeDays;  // both there when comparable
    std::optional<Figures> ofCompared;
    ActiveUsers active;

    // Chart: one entry a period.
    std::vector<Layer> layers;  // by sessions, descending
    std::vector<std::int64_t> peoplePerPeriod;

    // Tools and table.
    DateRange tableDays;  // the range, or the days that are selected
    Completeness tableCompleteness;
    QDateTime tableAsOf;
    Figures tableTotal;
    std::vector<Tool> tools;  // by suggestions, descending; those without any are left out
    std::vector<Row> rows;    // by estimated cost, descending

    [[nodiscard]] bool comparesAllDays() const { return wholeDays == request.range; }
};

/// Suggestions that were decided on: what an acceptance rate is divided by. Nothing where the sum does not fit.
[[nodiscard]] std::optional<std::int64_t> suggested(std::int64_t accepted, std::int64_t rejected);

/// Cost for each of what is counted, half-even; nothing for none.
[[nodiscard]] std::optional<Money> costPer(Money cost, std::int64_t count);

/// Errors Cache, Cancelled (superseded), Usage (a sum too large, an interval that this page does not have).
[[nodiscard]] Result<ClaudeCodeActivity> buildClaudeCodeActivity(const CacheReader& cache,
                                                                 const ClaudeCodeActivityRequest& request);

}  // namespace tokenledger
