// A small organization that changes between two syncs, with awkward names, for tests of its page.
#pragma once

#include "app/reports/organizationview.h"
#include "smallcache.h"

namespace tokenledger {

inline const UtcDay Today = isoDay("2026-11-20");
inline const QDateTime Now = noonOf(Today);
inline const QDateTime FirstSync = noonOf(isoDay("2026-11-10"));
inline const QDateTime SecondSync = noonOf(isoDay("2026-11-19"));
inline const DateRange Range{isoDay("2026-11-14"), Today};

using Values = std::vector<std::optional<QString>>;

inline std::optional<QString> value(const char* text) {
    return text != nullptr ? std::optional(QString::fromUtf8(text)) : std::nullopt;
}

inline ListedObject object(const char* id, std::initializer_list<const char*> values) {
    ListedObject result{QString::fromUtf8(id), {}};
    for (const char* each : values) result.values.push_back(value(each));
    return result;
}

inline RequestLogEntry listAnswer(const QDateTime& at, const char* path, int status = 200) {
    RequestLogEntry log = SmallCache::log(Dataset::Organization, at);
    log.request = QStringLiteral("/v1/organizations/%1?limit=1000").arg(QLatin1String(path));
    log.httpStatus = status;
    if (status != 200) log.outcome = QStringLiteral("The key may not read this list.");
    return log;
}

inline void list(SmallCache& cache, ObjectKind kind, const QDateTime& at, const char* path,
                 std::vector<ListedObject> objects, const char* within = "") {
    const ObjectList made{kind, QString::fromUtf8(within), std::move(objects)};
    if (!cache.writer().storeObjects(made, {listAnswer(at, path)})) qFatal("no list");
}

inline constexpr const char* Ann = "user_ann";
inline constexpr const char* Milan = "user_milan";

inline ListedObject key(const char* id, const char* name, const char* status, const char* workspace, const char* owner,
                        const char* expires = nullptr) {
    return object(id, {name, status, workspace, "2026-01-05T09:00:00Z", owner, expires, "sk-ant-api03-R2D...igAA"});
}

/// All lists twice: Milan leaves, a key is renamed and another stops, a workspace is archived.
inline void fillLists(SmallCache& cache) {
    list(cache, ObjectKind::Workspace, FirstSync, "workspaces",
         {object("wrkspc_a", {"Entwürfe, \"neu\"", "2026-01-01T00:00:00Z", nullptr}),
          object("wrkspc_b", {"Build", "2026-02-01T00:00:00Z", nullptr})});
    list(cache, ObjectKind::ApiKey, FirstSync, "api_keys",
         {key("apikey_1", "nightly", "active", "wrkspc_a", Ann), key("apikey_2", "old", "active", nullptr, Milan),
          key("apikey_3", "gone", "active", "wrkspc_b", nullptr)});
    list(cache, ObjectKind::User, FirstSync, "users",
         {object(Ann, {"Ann", "Ann@Example.org", "admin", "2026-01-01T00:00:00Z"}),
          object(Milan, {"", "milan@example.org", "billing", "2026-01-02T00:00:00Z"})});
    list(cache, ObjectKind::Invite, FirstSync, "invites", {});
    list(cache, ObjectKind::WorkspaceMember, FirstSync, "workspaces/wrkspc_a/members",
         {object("wrkspc_a/user_ann", {"wrkspc_a", Ann, "workspace_admin"}),
          object("wrkspc_a/user_milan", {"wrkspc_a", Milan, "workspace_billing"})},
         "wrkspc_a");
    list(cache, ObjectKind::WorkspaceMember, FirstSync, "workspaces/wrkspc_b/members",
         {object("wrkspc_b/user_ann", {"wrkspc_b", Ann, "workspace_user"})}, "wrkspc_b");

    list(cache, ObjectKind::Workspace, SecondSync, "workspaces",
         {object("wrkspc_a", {"Entwürfe, \"neu\"", "2026-01-01T00:00:00Z", nullptr}),
          object("wrkspc_b", {"Build", "2026-02-01T00:00:00Z", "2026-11-18T00:00:00Z"})});
    list(cache, ObjectKind::ApiKey, SecondSync.addSecs(1), "api_keys",
         {key("apikey_1", "nightly build", "active", "wrkspc_a", Ann),
          key("apikey_2", "old", "inactive", nullptr, Milan),
          key("apikey_4", "short", "active", "wrkspc_a", Ann, "2026-11-20T11:59:59Z")});
    list(cache, ObjectKind::User, SecondSync.addSecs(2), "users",
         {object(Ann, {"Ann", "Ann@Example.org", "admin", "2026-01-01T00:00:00Z"})});
    list(cache, ObjectKind::Invite, SecondSync.addSecs(3), "invites",
         {object("invite_1",
                 {"a@b.example", "user", "pending", "2026-11-01T00:00:00Z", "2026-11-20T12:00:00Z", nullptr}),
          object("invite_2",
                 {"c@d.example", "user", "pending", "2026-11-02T00:00:00Z", "2026-11-20T12:00:01Z", nullptr}),
          object("invite_3", {"e@f.example", "user", "accepted", "2026-10-01T00:00:00Z", "2026-10-22T00:00:00Z",
                              "2026-10-05T00:00:00Z"})});
    list(cache, ObjectKind::WorkspaceMember, SecondSync.addSecs(4), "workspaces/wrkspc_a/members",
         {object("wrkspc_a/user_ann", {"wrkspc_a", Ann, "workspace_admin"})}, "wrkspc_a");
}

inline UsageMeasures output(std::int64_t tokens) { return {0, 0, 0, 0, tokens, 0}; }

/// Usage from 9 Nov to today without the 12th; Claude Code of one day; a bill of the range.
inline void fillUse(SmallCache& cache) {
    const std::vector<UsageLine> lines = {
        {"2026-11-09", "wrkspc_a", "apikey_2", "claude-opus-5-5", "standard", output(7)},
        {"2026-11-11", "wrkspc_b", "apikey_3", "claude-opus-5-5", "standard", output(11)},
        {"2026-11-15", "wrkspc_a", "apikey_1", "claude-opus-5-5", "standard", output(100)},
        {"2026-11-15", "wrkspc_a", "apikey_1", "claude-haiku-5-5", "batch", {1, 2, 4, 8, 16, 32}},
        {"2026-11-16", "wrkspc_a", "apikey_1", "claude-opus-5-5", "standard", output(0)},
        {"2026-11-17", "wrkspc_x", "apikey_x", "claude-opus-5-5", "standard", output(3)},
        {"2026-11-18", NoId, NoId, "claude-opus-5-5", "standard", output(5)}};
    cache.usage({isoDay("2026-11-09"), isoDay("2026-11-11")}, Now, lines);
    cache.usage({isoDay("2026-11-13"), Today}, Now, lines);
    const std::vector<CostLine> bill = {
        {"2026-11-15", "wrkspc_a", "Opus out", "claude-opus-5-5", "output_tokens", "standard", 1'500'000'001},
        {"2026-11-16", "wrkspc_a", "Opus out", "claude-opus-5-5", "output_tokens", "standard", -500'000'000},
        {"2026-11-17", "wrkspc_x", "Opus out", "claude-opus-5-5", "output_tokens", "standard", 30},
        {"2026-11-18", NoId, "Opus out", "claude-opus-5-5", "output_tokens", "standard", 5}};
    cache.cost(Range, Now, bill);
    ClaudeCodeRecord ann;
    ann.actor = "ann@example.org";
    ann.sessions = 2;
    cache.claudeCode(isoDay("2026-11-14"), Now, {ann});
    ann.sessions = 0;
    cache.claudeCode(isoDay("2026-11-15"), Now, {ann});
}

inline OrganizationView viewOf(const SmallCache& cache, const DateRange& range = Range) {
    const auto view = buildOrganizationView(*cache.reader(), {range, Now});
    if (!view) qFatal("%s", qUtf8Printable(view.error().message));
    return *view;
}

}  // namespace tokenledger
