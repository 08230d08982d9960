// Which requests a sync needs: a pure function of the asked range, what the cache holds, and the present.
#pragma once

#include "app/api/adminclient.h"
#include "storage/cachetypes.h"

#include <set>

namespace tokenledger {

enum class SyncDataset { Usage, Cost, ClaudeCode, Organization };

/// What the user asks for.
struct SyncScope {
    DateRange days;  // last <= today
    std::set<SyncDataset> datasets{SyncDataset::Usage, SyncDataset::Cost, SyncDataset::ClaudeCode,
                                   SyncDataset::Organization};
    BucketWidth width = BucketWidth::Day;  // other than Day: usage at that width, beside the daily data
    bool full = false;                     // final days too
};

/// What the cache holds.
struct SyncState {
    std::vector<DatasetCoverage> coverage;  // of the asked days, one entry for each dataset that has days
    PlanBasis basis;
};

/// "workspaces", "API keys", "members of wrkspc_1".
[[nodiscard]] QString listName(ObjectKind object, const QString& within);

struct PlannedRequest {
    enum class Kind { Me, Objects, Usage, Cost, ClaudeCode };
    Kind kind = Kind::Me;
    std::optional<DateRange> days;  // reports only
    BucketWidth width = BucketWidth::Day;
    DimensionSet grouping = UsageGrouping;      // usage only
    ObjectKind object = ObjectKind::Workspace;  // lists only
    QString within;                             // the workspace of a list of members

    [[nodiscard]] static PlannedRequest list(ObjectKind object, const QString& within = {});
    [[nodiscard]] static PlannedRequest report(Kind kind, const DateRange& days, BucketWidth width = BucketWidth::Day);

    [[nodiscard]] Dataset dataset() const;
    [[nodiscard]] bool isList(ObjectKind of) const { return kind == Kind::Objects && object == of; }
    /// Whether a refusal of the one is a refusal of the other: the same report, the same kind of list.
    [[nodiscard]] bool isOfOneKindWith(const PlannedRequest& other) const;
    /// "usage 2026-10-21 .. 2026-11-20 (1d)": a line of the dry run.
    [[nodiscard]] QString describe() const;
};

/// The largest span of one report request: 31 days of 1d, 7 of 1h, 1 of 1m; a day for Claude Code.
[[nodiscard]] int daysPerRequest(PlannedRequest::Kind kind, BucketWidth width);

/// Newest first; the first answers are the organization, the newest cost and the newest usage; then the lists. Final
/// days are left out, but usage (1d) and cost always take the trailing 31 days that are asked for.
[[nodiscard]] std::vector<PlannedRequest> planSync(const SyncScope& scope, const SyncState& state, UtcDay today);

/// Minutes that so many requests have to wait for the rate limit, which is an hour's; 0: they need no pause. Nothing
/// known of the limit: the 90 an hour that were measured.
[[nodiscard]] int minutesAtLimit(int requests, const RateLimit& limit);
inline constexpr int UsualRequestsPerHour = 90;

/// The last 31 days to today.
[[nodiscard]] DateRange defaultSyncRange(UtcDay today);

}  // namespace tokenledger
