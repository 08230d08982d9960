#include "app/sync/syncplan.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int TrailingDays = 31;  // one usage or cost request: re-pulling them all costs no more than one day

const DatasetCoverage* coverageOf(const SyncState& state, Dataset dataset) {
    const auto found = std::find_if(state.coverage.begin(), state.coverage.end(),
                                    [dataset](const DatasetCoverage& c) { return c.dataset == dataset; });
    return found == state.coverage.end() ? nullptr : &*found;
}

// The days to ask for, newest first.
std::vector<UtcDay> neededDays(const SyncScope& scope, const SyncState& state, Dataset dataset, UtcDay today) {
    const DatasetCoverage* coverage = coverageOf(state, dataset);
    const bool repullTrailing = dataset == Dataset::Usage || dataset == Dataset::Cost;
    std::set<UtcDay> finalDays;
    if (coverage != nullptr && !scope.full) {
        for (const DayCoverage& day : coverage->days) {
            // One whose last attempt failed is there, but may have changed since: it is tried again.
            if (day.state == DayState::Final && day.error.isEmpty()) finalDays.insert(day.day);
        }
    }
    std::vector<UtcDay> days;
    for (UtcDay day = scope.days.last; day >= scope.days.first; day = day - 1) {
        const bool trailing = repullTrailing && today - day < TrailingDays;
        if (trailing || !finalDays.contains(day)) days.push_back(day);
    }
    return days;
}

// The fewest ranges of at most `span` days that hold all days; newest first, as the days are.
std::vector<PlannedRequest> windows(PlannedRequest::Kind kind, BucketWidth width, const std::vector<UtcDay>& days) {
    const int span = daysPerRequest(kind, width);
    std::vector<PlannedRequest> requests;
    for (const UtcDay day : days) {
        if (!requests.empty() && requests.back().days->last - day < span) {
            requests.back().days->first = day;
        } else {
            requests.push_back(PlannedRequest::report(kind, {day, day}, width));
        }
    }
    return requests;
}

bool newerFirst(const PlannedRequest& a, const PlannedRequest& b) { return a.days->last > b.days->last; }

}  // namespace

QString listName(ObjectKind object, const QString& within) {
    switch (object) {
        case ObjectKind::Workspace:
            return QStringLiteral("workspaces");
        case ObjectKind::ApiKey:
            return QStringLiteral("API keys");
        case ObjectKind::User:
            return QStringLiteral("users");
        case ObjectKind::Invite:
            return QStringLiteral("invites");
        case ObjectKind::WorkspaceMember:
            return QStringLiteral("members of ") + within;
        case ObjectKind::Organization:
            break;
    }
    return QStringLiteral("who it is");
}

PlannedRequest PlannedRequest::list(ObjectKind object, const QString& within) {
    PlannedRequest request;
    request.kind = Kind::Objects;
    request.object = object;
    request.within = within;
    return request;
}

PlannedRequest PlannedRequest::report(Kind kind, const DateRange& days, BucketWidth width) {
    PlannedRequest request;
    request.kind = kind;
    request.days = days;
    request.width = width;
    return request;
}

Dataset PlannedRequest::dataset() const {
    switch (kind) {
        case Kind::Usage:
            return usageDataset(width);
        case Kind::Cost:
            return Dataset::Cost;
        case Kind::ClaudeCode:
            return Dataset::ClaudeCode;
        case Kind::Me:
        case Kind::Objects:
            break;
    }
    return Dataset::Organization;
}

bool PlannedRequest::isOfOneKindWith(const PlannedRequest& other) const {
    return kind == other.kind && width == other.width && (kind != Kind::Objects || object == other.object);
}

QString PlannedRequest::describe() const {
    switch (kind) {
        case Kind::Me:
            return QStringLiteral("organization: who it is");
        case Kind::Objects:
            return QStringLiteral("organization: ") + listName(object, within);
        case Kind::ClaudeCode:
            return QStringLiteral("claude-code %1").arg(days->first.toIso());
        case Kind::Cost:
            return QStringLiteral("cost %1 .. %2").arg(days->first.toIso(), days->last.toIso());
        case Kind::Usage:
            break;
    }
    return QStringLiteral("usage %1 .. %2 (%3)").arg(days->first.toIso(), days->last.toIso(), bucketWidthName(width));
}

int daysPerRequest(PlannedRequest::Kind kind, BucketWidth width) {
    if (kind == PlannedRequest::Kind::ClaudeCode) return 1;
    switch (width) {
        case BucketWidth::Minute:
            return 1;
        case BucketWidth::Hour:
            return 7;
        case BucketWidth::Day:
            break;
    }
    return TrailingDays;
}

std::vector<PlannedRequest> planSync(const SyncScope& scope, const SyncState& state, UtcDay today) {
    using Kind = PlannedRequest::Kind;
    const auto wants = [&scope](SyncDataset dataset) { return scope.datasets.contains(dataset); };
    const auto take = [&](Kind kind, BucketWidth width) {
        const Dataset dataset = PlannedRequest::report(kind, scope.days, width).dataset();
        return windows(kind, width, neededDays(scope, state, dataset, today));
    };
    std::vector<PlannedRequest> cost =
        wants(SyncDataset::Cost) ? take(Kind::Cost, BucketWidth::Day) : std::vector<PlannedRequest>{};
    std::vector<PlannedRequest> usage =
        wants(SyncDataset::Usage) ? take(Kind::Usage, BucketWidth::Day) : std::vector<PlannedRequest>{};
    std::vector<PlannedRequest> fine;
    if (wants(SyncDataset::Usage) && scope.width != BucketWidth::Day) fine = take(Kind::Usage, scope.width);
    std::vector<PlannedRequest> claudeCode =
        wants(SyncDataset::ClaudeCode) ? take(Kind::ClaudeCode, BucketWidth::Day) : std::vector<PlannedRequest>{};

    // Who the key belongs to comes first, whatever is asked: another organization's data must not enter this cache.
    std::vector<PlannedRequest> plan(1);
    std::vector<PlannedRequest> reports;
    for (auto* requests : {&cost, &usage}) {
        if (requests->empty()) continue;
        plan.push_back(requests->front());
        reports.insert(reports.end(), std::next(requests->begin()), requests->end());
    }
    if (wants(SyncDataset::Organization)) {
        for (const ObjectKind object :
             {ObjectKind::Workspace, ObjectKind::ApiKey, ObjectKind::User, ObjectKind::Invite}) {
            plan.push_back(PlannedRequest::list(object));
        }
        for (const QString& workspace : state.basis.openWorkspaces) {
            plan.push_back(PlannedRequest::list(ObjectKind::WorkspaceMember, workspace));
        }
    }
    // Years of cost and usage take few requests, Claude Code one a day: it fills up its recent days, then goes last.
    const auto old = std::find_if(claudeCode.begin(), claudeCode.end(), [today](const PlannedRequest& request) {
        return today - request.days->last >= TrailingDays;
    });
    plan.insert(plan.end(), claudeCode.begin(), old);
    std::stable_sort(reports.begin(), reports.end(), newerFirst);
    plan.insert(plan.end(), reports.begin(), reports.end());
    plan.insert(plan.end(), fine.begin(), fine.end());
    plan.insert(plan.end(), old, claudeCode.end());
    return plan;
}

int minutesAtLimit(int requests, const RateLimit& limit) {
    const int perHour = std::max(1, limit.limit.value_or(UsualRequestsPerHour));
    const int beyond = requests - limit.remaining.value_or(perHour);
    return beyond <= 0 ? 0 : (beyond * 60 + perHour - 1) / perHour;
}

DateRange defaultSyncRange(UtcDay today) { return {today - (TrailingDays - 1), today}; }

}  // namespace tokenledger
