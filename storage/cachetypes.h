// What the cache's reader and writer exchange with the rest: queries, rows, coverage, status. No SQL in sight.
#pragma once

#include "app/core/listedobject.h"

#include <QHash>

#include <array>
#include <functional>
#include <vector>

namespace tokenledger {

/// Rows whose dimension is any of these; several filters must all hold.
struct DimensionFilter {
    Dimension dimension = Dimension::Model;
    std::vector<TermId> anyOf;  // empty: nothing matches
};

struct FactQuery {
    DateRange range;
    Interval interval = Interval::Day;
    std::vector<Dimension> by;  // at most MaxKeys
    std::vector<DimensionFilter> where;
};

inline constexpr std::size_t MaxKeys = 8;

/// One sum: of a period and a combination of the asked dimensions, keys[i] belonging to query.by[i].
template <typename Measures>
struct FactRow {
    PeriodStart period = 0;
    std::array<TermId, MaxKeys> keys{};
    Measures measures{};
};
using UsageRow = FactRow<UsageMeasures>;
using CostRow = FactRow<Money>;
using ClaudeCodeRow = FactRow<ClaudeCodeMeasures>;
using ClaudeCodeModelRow = FactRow<ClaudeCodeModelMeasures>;

/// What a person or an API key did with Claude Code on one day in one terminal, under one kind of subscription.
struct ClaudeCodeActorRow {
    UtcDay day;
    ClaudeCodeRecord::ActorType type = ClaudeCodeRecord::ActorType::User;
    TermId actor = NullTerm;
    TermId terminal = NullTerm;
    TermId customerType = NullTerm;
    TermId subscriptionType = NullTerm;  // null: the API names none
    ClaudeCodeMeasures measures;
};

/// Suggestions of one tool of Claude Code.
struct ClaudeCodeToolRow {
    TermId tool = NullTerm;
    std::int64_t accepted = 0;
    std::int64_t rejected = 0;
};

struct DayCoverage {
    UtcDay day;
    DayState state = DayState::Missing;
    QDateTime fetchedAt;  // invalid when missing
    QString error;        // of the last attempt, when that failed
};

/// One entry a day of the asked range, in order.
struct DatasetCoverage {
    Dataset dataset = Dataset::Usage;
    std::vector<DayCoverage> days;
};

/// Days of a dataset that were asked for, failed ones included, and the rows that they hold.
struct StoredDays {
    Dataset dataset = Dataset::Usage;
    int days = 0;
    std::int64_t rows = 0;
    friend bool operator==(const StoredDays&, const StoredDays&) = default;
};

struct DatasetStatus {
    Dataset dataset = Dataset::Usage;
    std::optional<UtcDay> firstDay;  // with data or a failure
    std::optional<UtcDay> lastDay;
    std::optional<UtcDay> finalThrough;  // the last day of the unbroken run of final days from firstDay
    std::int64_t rows = 0;
    int missingDays = 0;  // between firstDay and lastDay
    int failedDays = 0;
    QDateTime lastSyncedAt;
};

struct CacheStatus {
    std::optional<Organization> organization;
    QString path;
    std::int64_t sizeBytes = 0;
    int schemaVersion = 0;
    bool sample = false;
    std::vector<DatasetStatus> datasets;  // Usage, Cost, ClaudeCode, Organization always; other widths when present
};

/// A value of a final day that came differently later. The day showed `old`, and shows `now` since.
struct Restatement {
    QDateTime seenAt;
    QString requestId;
    Dataset dataset = Dataset::Cost;
    UtcDay day;
    /// Of the row that changed; empty when the day was fetched under another grouping, and only its sum can be
    /// compared.
    std::vector<std::pair<Dimension, TermId>> dimensions;
    QString measure;                  // as the reports name it: "amount_usd", "output_tokens"
    bool isMoney = false;             // the values are nano-dollars
    std::optional<std::int64_t> old;  // nothing: there was no such row
    std::optional<std::int64_t> now;  // nothing: the row is gone
};

/// A list as it was fetched, from all its pages.
struct ObjectList {
    ObjectKind kind = ObjectKind::Workspace;
    QString within;  // the workspace of a list of members, else empty
    std::vector<ListedObject> objects;
};

/// An object that a list named at some time.
struct StoredObject {
    ListedObject object;
    bool isListed = false;  // false: the newest list does not name it any more
    QDateTime firstSeenAt;  // invalid: before this was noted
    QDateTime lastSeenAt;
};

/// What changed between two lists: a field of an object, or (field "listed") that it came or went.
struct ObjectChange {
    QDateTime seenAt;
    ObjectKind kind = ObjectKind::Workspace;
    QString id;
    QString field;
    std::optional<QString> old;
    std::optional<QString> now;
};

/// What the plan of a sync needs to know beside coverage.
struct PlanBasis {
    QStringList openWorkspaces;       // ids: in the newest list, and not archived
    std::optional<int> requestLimit;  // requests an hour, as the server said last
};

/// One violated invariant, in plain words; an empty list from verify() means sound.
struct VerifyFinding {
    QString check;
    QString message;
};

/// Called now and then by work that takes long, in its thread; false ends it with Cancelled.
using Progress = std::function<bool(int done, int total)>;

}  // namespace tokenledger
