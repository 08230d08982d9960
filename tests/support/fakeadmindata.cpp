#include "tests/support/fakeadmindata.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <map>

namespace tokenledger::test {

namespace {

QJsonValue textOrNull(const OptionalText& text) { return text ? QJsonValue(*text) : QJsonValue(); }

QString timeText(std::int64_t seconds) { return toRfc3339(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)); }

QJsonValue count(std::int64_t value) { return QJsonValue(static_cast<qint64>(value)); }

QJsonObject reportPage(const QJsonArray& data, const std::optional<QByteArray>& nextPage) {
    return {{QStringLiteral("data"), data},
            {QStringLiteral("has_more"), nextPage.has_value()},
            {QStringLiteral("next_page"), nextPage ? QJsonValue(QString::fromLatin1(*nextPage)) : QJsonValue()}};
}

// Buckets of the page, oldest first, each filled by `results(start, end)`.
template <typename Results>
tl::expected<QJsonObject, AdminRefusal> bucketPage(const FakeData& data, const AdminQuery& query, Results results) {
    const QByteArray owner = data.organizationId.toUtf8();
    const auto position = pagePosition(query, owner, query.from);
    if (!position) return tl::make_unexpected(position.error());
    const std::int64_t width = bucketSeconds(query.width);
    const std::int64_t end = std::min(query.to, *position + query.limit * width);
    QJsonArray buckets;
    for (std::int64_t start = *position; start < end; start += width) {
        buckets.append(QJsonObject{{QStringLiteral("starting_at"), timeText(start)},
                                   {QStringLiteral("ending_at"), timeText(start + width)},
                                   {QStringLiteral("results"), results(start, start + width)}});
    }
    return reportPage(buckets, end < query.to ? std::optional(pageToken(query, owner, end)) : std::nullopt);
}

enum GroupedBy { ApiKey, Workspace, Model, ServiceTier, ContextWindow };
using GroupedUse = std::array<OptionalText, 5>;

QJsonObject usageItem(const GroupedUse& group, const UsageMeasures& sum) {
    return {{QStringLiteral("account_id"), QJsonValue()},
            {QStringLiteral("service_account_id"), QJsonValue()},
            {QStringLiteral("inference_geo"), QJsonValue()},
            {QStringLiteral("api_key_id"), textOrNull(group[ApiKey])},
            {QStringLiteral("workspace_id"), textOrNull(group[Workspace])},
            {QStringLiteral("model"), textOrNull(group[Model])},
            {QStringLiteral("service_tier"), textOrNull(group[ServiceTier])},
            {QStringLiteral("context_window"), textOrNull(group[ContextWindow])},
            {QStringLiteral("uncached_input_tokens"), count(sum.uncachedInput)},
            {QStringLiteral("cache_read_input_tokens"), count(sum.cacheRead)},
            {QStringLiteral("output_tokens"), count(sum.output)},
            {QStringLiteral("cache_creation"),
             QJsonObject{{QStringLiteral("ephemeral_5m_input_tokens"), count(sum.cacheCreation5m)},
                         {QStringLiteral("ephemeral_1h_input_tokens"), count(sum.cacheCreation1h)}}},
            {QStringLiteral("server_tool_use"),
             QJsonObject{{QStringLiteral("web_search_requests"), count(sum.webSearches)}}}};
}

tl::expected<QJsonObject, AdminRefusal> usageAnswer(const FakeData& data, const AdminQuery& query) {
    const auto asked = [&query](const char* name) { return query.groupBy.contains(QString::fromLatin1(name)); };
    const bool key = asked("api_key_id"), workspace = asked("workspace_id"), model = asked("model"),
               tier = asked("service_tier"), window = asked("context_window");
    return bucketPage(data, query, [&](std::int64_t start, std::int64_t end) {
        std::map<GroupedUse, UsageMeasures> sums;
        for (const FakeUsage& row : data.usage) {
            if (row.start < start || row.start >= end) continue;
            const GroupedUse group{key ? row.apiKey : std::nullopt, workspace ? row.workspace : std::nullopt,
                                   model ? OptionalText(row.model) : std::nullopt,
                                   tier ? OptionalText(row.serviceTier) : std::nullopt,
                                   window ? OptionalText(row.contextWindow) : std::nullopt};
            if (!sums[group].add(row.measures)) qFatal("A test's usage rows of one bucket exceed 64 bits.");
        }
        QJsonArray items;
        for (const auto& [group, sum] : sums) items.append(usageItem(group, sum));
        return items;
    });
}

QJsonObject costItem(const FakeCost& row) {
    return {{QStringLiteral("amount"), row.cents},
            {QStringLiteral("currency"), QStringLiteral("USD")},
            {QStringLiteral("workspace_id"), textOrNull(row.workspace)},
            {QStringLiteral("description"), row.description},
            {QStringLiteral("cost_type"), row.costType},
            {QStringLiteral("token_type"), textOrNull(row.tokenType)},
            {QStringLiteral("model"), textOrNull(row.model)},
            {QStringLiteral("service_tier"), textOrNull(row.serviceTier)},
            {QStringLiteral("context_window"), textOrNull(row.contextWindow)},
            {QStringLiteral("inference_geo"), textOrNull(row.inferenceGeo)}};
}

tl::expected<QJsonObject, AdminRefusal> costAnswer(const FakeData& data, const AdminQuery& query) {
    if (query.groupBy.size() != 2) {
        return tl::make_unexpected(
            AdminRefusal{500, "api_error", QStringLiteral("The fake server adds no amounts up.")});
    }
    return bucketPage(data, query, [&](std::int64_t start, std::int64_t /*end*/) {
        QJsonArray items;
        for (const FakeCost& row : data.cost) {
            if (row.day.startSeconds() == start) items.append(costItem(row));
        }
        return items;
    });
}

QJsonObject claudeCodeItem(const FakeData& data, const FakeClaudeCode& row) {
    QJsonObject tools;
    for (const auto& tool : row.tools) {
        tools.insert(tool.name, QJsonObject{{QStringLiteral("accepted"), count(tool.accepted)},
                                            {QStringLiteral("rejected"), count(tool.rejected)}});
    }
    QJsonArray models;
    for (const auto& model : row.models) {
        models.append(QJsonObject{
            {QStringLiteral("model"), model.model},
            {QStringLiteral("tokens"), QJsonObject{{QStringLiteral("input"), count(model.input)},
                                                   {QStringLiteral("output"), count(model.output)},
                                                   {QStringLiteral("cache_read"), count(model.cacheRead)},
                                                   {QStringLiteral("cache_creation"), count(model.cacheCreation)}}},
            {QStringLiteral("estimated_cost"), QJsonObject{{QStringLiteral("amount"), model.cents},
                                                           {QStringLiteral("currency"), QStringLiteral("USD")}}}});
    }
    const QJsonObject actor = row.isUser ? QJsonObject{{QStringLiteral("type"), QStringLiteral("user_actor")},
                                                       {QStringLiteral("email_address"), row.actor}}
                                         : QJsonObject{{QStringLiteral("type"), QStringLiteral("api_actor")},
                                                       {QStringLiteral("api_key_name"), row.actor}};
    QJsonObject item{{QStringLiteral("actor"), actor},
                     {QStringLiteral("organization_id"), data.organizationId},
                     {QStringLiteral("date"), timeText(row.day.startSeconds())},
                     {QStringLiteral("customer_type"), row.customerType},
                     {QStringLiteral("terminal_type"), row.terminal},
                     {QStringLiteral("core_metrics"),
                      QJsonObject{{QStringLiteral("num_sessions"), count(row.sessions)},
                                  {QStringLiteral("lines_of_code"),
                                   QJsonObject{{QStringLiteral("added"), count(row.linesAdded)},
                                               {QStringLiteral("removed"), count(row.linesRemoved)}}},
                                  {QStringLiteral("commits_by_claude_code"), count(row.commits)},
                                  {QStringLiteral("pull_requests_by_claude_code"), count(row.pullRequests)}}},
                     {QStringLiteral("tool_actions"), tools},
                     {QStringLiteral("model_breakdown"), models}};
    // Not in the API's list of required fields: left out where the row has none.
    if (row.subscriptionType) item.insert(QStringLiteral("subscription_type"), *row.subscriptionType);
    return item;
}

tl::expected<QJsonObject, AdminRefusal> claudeCodeAnswer(const FakeData& data, const AdminQuery& query) {
    const QByteArray owner = data.organizationId.toUtf8();
    const auto position = pagePosition(query, owner, 0);
    if (!position) return tl::make_unexpected(position.error());
    std::vector<const FakeClaudeCode*> rows;
    for (const FakeClaudeCode& row : data.claudeCode) {
        if (row.day.startSeconds() == query.from) rows.push_back(&row);
    }
    const auto first = static_cast<std::size_t>(*position);
    const std::size_t end = std::min(rows.size(), first + static_cast<std::size_t>(query.limit));
    QJsonArray items;
    for (std::size_t i = first; i < end; ++i) items.append(claudeCodeItem(data, *rows[i]));
    const bool more = end < rows.size();
    return reportPage(items,
                      more ? std::optional(pageToken(query, owner, static_cast<std::int64_t>(end))) : std::nullopt);
}

using ListAnswer = tl::expected<QJsonObject, AdminRefusal>;

// `idName`: the field that `after_id` goes by.
ListAnswer listPage(const AdminQuery& query, const std::vector<QJsonObject>& objects,
                    const QString& idName = QStringLiteral("id")) {
    const auto idOf = [&idName](const QJsonObject& object) { return object.value(idName).toString(); };
    auto first = objects.begin();
    if (!query.afterId.isEmpty()) {
        first = std::find_if(objects.begin(), objects.end(),
                             [&](const auto& object) { return idOf(object) == query.afterId; });
        if (first == objects.end()) {
            return tl::make_unexpected(
                AdminRefusal{400, "invalid_request_error", QStringLiteral("after_id: not in this list")});
        }
        ++first;
    }
    const auto end = objects.end() - first > query.limit ? first + query.limit : objects.end();
    QJsonArray data;
    std::for_each(first, end, [&data](const QJsonObject& object) { data.append(object); });
    return QJsonObject{{QStringLiteral("data"), data},
                       {QStringLiteral("first_id"), first == end ? QJsonValue() : QJsonValue(idOf(*first))},
                       {QStringLiteral("last_id"), first == end ? QJsonValue() : QJsonValue(idOf(*(end - 1)))},
                       {QStringLiteral("has_more"), end != objects.end()}};
}

ListAnswer workspacesAnswer(const FakeData& data, const AdminQuery& query) {
    std::vector<QJsonObject> objects;
    const QString created = QStringLiteral("2026-01-05T09:00:00Z");
    for (const FakeWorkspace& workspace : data.workspaces) {
        if (workspace.archived && !query.includeArchived) continue;
        objects.push_back({{QStringLiteral("id"), workspace.id},
                           {QStringLiteral("type"), QStringLiteral("workspace")},
                           {QStringLiteral("name"), workspace.name},
                           {QStringLiteral("created_at"), created},
                           {QStringLiteral("archived_at"),
                            workspace.archived ? QJsonValue(QStringLiteral("2026-06-01T00:00:00Z")) : QJsonValue()},
                           {QStringLiteral("display_color"), QStringLiteral("#6C5BB9")}});
    }
    return listPage(query, objects);
}

ListAnswer keysAnswer(const FakeData& data, const AdminQuery& query) {
    std::vector<QJsonObject> objects;
    for (const FakeKey& key : data.keys) {
        objects.push_back({{QStringLiteral("id"), key.id},
                           {QStringLiteral("type"), QStringLiteral("api_key")},
                           {QStringLiteral("name"), key.name},
                           {QStringLiteral("status"), key.status},
                           {QStringLiteral("created_at"), QStringLiteral("2026-01-05T09:00:00Z")},
                           {QStringLiteral("created_by"),
                            key.createdBy ? QJsonValue(QJsonObject{{QStringLiteral("id"), *key.createdBy},
                                                                   {QStringLiteral("type"), QStringLiteral("user")}})
                                          : QJsonValue()},
                           {QStringLiteral("partial_key_hint"), QStringLiteral("sk-ant-api03-R2D...igAA")},
                           {QStringLiteral("workspace_id"), textOrNull(key.workspace)}});
    }
    return listPage(query, objects);
}

ListAnswer usersAnswer(const FakeData& data, const AdminQuery& query) {
    std::vector<QJsonObject> objects;
    for (const FakeUser& user : data.users) {
        objects.push_back({{QStringLiteral("id"), user.id},
                           {QStringLiteral("type"), QStringLiteral("user")},
                           {QStringLiteral("name"), user.name},
                           {QStringLiteral("email"), user.email},
                           {QStringLiteral("role"), user.role},
                           {QStringLiteral("added_at"), QStringLiteral("2026-01-04T09:00:00Z")}});
    }
    return listPage(query, objects);
}

ListAnswer invitesAnswer(const FakeData& data, const AdminQuery& query) {
    std::vector<QJsonObject> objects;
    for (const FakeInvite& invite : data.invites) {
        objects.push_back({{QStringLiteral("id"), invite.id},
                           {QStringLiteral("type"), QStringLiteral("invite")},
                           {QStringLiteral("email"), invite.email},
                           {QStringLiteral("role"), QStringLiteral("developer")},
                           {QStringLiteral("invited_at"), QStringLiteral("2026-11-02T09:00:00Z")},
                           {QStringLiteral("expires_at"), QStringLiteral("2026-11-23T09:00:00Z")},
                           {QStringLiteral("status"), invite.status}});
    }
    return listPage(query, objects);
}

ListAnswer membersAnswer(const FakeData& data, const AdminQuery& query) {
    const bool known = std::any_of(data.workspaces.begin(), data.workspaces.end(),
                                   [&query](const auto& workspace) { return workspace.id == query.workspace; });
    if (!known) {
        return tl::make_unexpected(AdminRefusal{404, "not_found_error", QStringLiteral("Workspace not found")});
    }
    std::vector<QJsonObject> objects;
    for (const FakeMember& member : data.members) {
        if (member.workspace != query.workspace) continue;
        objects.push_back({{QStringLiteral("type"), QStringLiteral("workspace_member")},
                           {QStringLiteral("user_id"), member.user},
                           {QStringLiteral("workspace_id"), member.workspace},
                           {QStringLiteral("workspace_role"), member.role}});
    }
    return listPage(query, objects, QStringLiteral("user_id"));
}

}  // namespace

tl::expected<QJsonObject, AdminRefusal> fakeAnswer(const FakeData& data, const AdminQuery& query) {
    switch (query.endpoint) {
        case AdminQuery::Endpoint::Me:
            return QJsonObject{{QStringLiteral("id"), data.organizationId},
                               {QStringLiteral("type"), QStringLiteral("organization")},
                               {QStringLiteral("name"), data.organizationName}};
        case AdminQuery::Endpoint::Workspaces:
            return workspacesAnswer(data, query);
        case AdminQuery::Endpoint::ApiKeys:
            return keysAnswer(data, query);
        case AdminQuery::Endpoint::Users:
            return usersAnswer(data, query);
        case AdminQuery::Endpoint::Invites:
            return invitesAnswer(data, query);
        case AdminQuery::Endpoint::Members:
            return membersAnswer(data, query);
        case AdminQuery::Endpoint::Usage:
            return usageAnswer(data, query);
        case AdminQuery::Endpoint::Cost:
            return costAnswer(data, query);
        case AdminQuery::Endpoint::ClaudeCode:
            break;
    }
    return claudeCodeAnswer(data, query);
}

}  // namespace tokenledger::test
