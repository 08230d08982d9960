#include "app/sample/samplejson.h"
#include "app/sample/samplepeople.h"
#include "app/sample/samplewire.h"

#include <algorithm>

namespace tokenledger::sample {

namespace {

/// The objects of a list: what `after_id` goes by, and the JSON.
using Items = std::vector<std::pair<QByteArray, QByteArray>>;
using Page = tl::expected<QByteArray, AdminRefusal>;

Page listPage(const AdminQuery& query, const Items& items) {
    std::size_t first = 0;
    if (!query.afterId.isEmpty()) {
        while (first < items.size() && items[first].first != query.afterId.toLatin1()) ++first;
        if (first == items.size()) {
            return tl::make_unexpected(
                AdminRefusal{400, "invalid_request_error", QStringLiteral("after_id: not in this list")});
        }
        ++first;
    }
    const std::size_t end = std::min(items.size(), first + static_cast<std::size_t>(query.limit));
    if (first >= end) return "{\"data\":[],\"first_id\":null,\"last_id\":null,\"has_more\":false}";
    QByteArrayList data;
    for (std::size_t i = first; i < end; ++i) data << items[i].second;
    return "{\"data\":[" + data.join(',') + "],\"first_id\":" + quoted(items[first].first) +
           ",\"last_id\":" + quoted(items[end - 1].first) +
           ",\"has_more\":" + (end < items.size() ? "true}" : "false}");
}

Items workspaceItems(UtcDay day) {
    Items items;
    for (const SampleWorkspace& workspace : workspaces()) {
        if (workspace.created > day) continue;
        items.emplace_back(
            workspace.id,
            "{\"id\":" + quoted(workspace.id) + ",\"type\":\"workspace\",\"name\":" + quoted(workspace.name) +
                ",\"created_at\":" + time(workspace.created.startSeconds()) +
                ",\"archived_at\":null,\"display_color\":\"#6C5BB9\",\"data_residency\":{\"workspace_geo\":"
                "\"us\",\"default_inference_geo\":\"global\",\"allowed_inference_geos\":\"unrestricted\"},"
                "\"tags\":{}}");
    }
    return items;
}

Items apiKeyItems(UtcDay day) {
    Items items;
    for (int i = 0; i < static_cast<int>(apiKeys().size()); ++i) {
        const SampleKey& key = apiKeys()[static_cast<std::size_t>(i)];
        if (key.created > day) continue;
        const QByteArray scope =
            key.workspace < 0 ? QByteArray("{\"type\":\"organization\"}")
                              : "{\"type\":\"workspace\",\"workspace_id\":" + workspaceValue(key.workspace) + '}';
        items.emplace_back(
            key.id,
            "{\"id\":" + quoted(key.id) + ",\"type\":\"api_key\",\"name\":" + quoted(key.name) +
                ",\"status\":" + quoted(keyStatusOn(i, day)) + ",\"created_at\":" + time(key.created.startSeconds()) +
                ",\"expires_at\":null,\"created_by\":{\"id\":" + quoted(ownerOf(i)) +
                ",\"type\":\"user\"},\"partial_key_hint\":\"sk-ant-api03-" + key.id.mid(9, 3) + "..." +
                key.id.right(4) + "\",\"workspace_id\":" + workspaceValue(key.workspace) + ",\"scope\":" + scope + '}');
    }
    return items;
}

Items userItems(UtcDay day) {
    Items items;
    for (const SampleUser& user : usersOn(day)) {
        items.emplace_back(user.id, "{\"id\":" + quoted(user.id) +
                                        ",\"type\":\"user\",\"email\":" + quoted(user.email) +
                                        ",\"name\":" + quoted(user.name) + ",\"role\":" + quoted(user.role) +
                                        ",\"added_at\":" + time(user.added.startSeconds()) + '}');
    }
    return items;
}

Items inviteItems(UtcDay day) {
    Items items;
    for (const SampleInvite& invite : invitesOn(day)) {
        const QByteArray accepted = invite.accepted ? time(invite.accepted->startSeconds()) : QByteArray("null");
        items.emplace_back(invite.id,
                           "{\"id\":" + quoted(invite.id) + ",\"type\":\"invite\",\"email\":" + quoted(invite.email) +
                               ",\"role\":\"user\",\"invited_at\":" + time(invite.invited.startSeconds()) +
                               ",\"expires_at\":" + time(invite.expires.startSeconds()) +
                               ",\"status\":" + quoted(invite.status) + ",\"accepted_at\":" + accepted + '}');
    }
    return items;
}

Items memberItems(int workspace, UtcDay day) {
    Items items;
    for (const SampleMember& member : membersOn(workspace, day)) {
        items.emplace_back(member.userId, "{\"type\":\"workspace_member\",\"user_id\":" + quoted(member.userId) +
                                              ",\"workspace_id\":" + workspaceValue(workspace) +
                                              ",\"workspace_role\":" + quoted(member.role) + '}');
    }
    return items;
}

Page membersPage(const AdminQuery& query, UtcDay day) {
    const auto& list = workspaces();
    const auto found = std::find_if(list.begin(), list.end(), [&](const SampleWorkspace& workspace) {
        return workspace.id == query.workspace.toLatin1() && workspace.created <= day;
    });
    if (found == list.end()) {
        return tl::make_unexpected(AdminRefusal{404, "not_found_error", QStringLiteral("Workspace not found")});
    }
    return listPage(query, memberItems(static_cast<int>(found - list.begin()), day));
}

}  // namespace

QByteArray organizationJson() {
    return QByteArray("{\"id\":\"") + OrganizationId + "\",\"type\":\"organization\",\"name\":\"" + OrganizationName +
           "\"}";
}

tl::expected<QByteArray, AdminRefusal> listJson(const AdminQuery& query, UtcDay day) {
    switch (query.endpoint) {
        case AdminQuery::Endpoint::Workspaces:
            return listPage(query, workspaceItems(day));
        case AdminQuery::Endpoint::ApiKeys:
            return listPage(query, apiKeyItems(day));
        case AdminQuery::Endpoint::Users:
            return listPage(query, userItems(day));
        case AdminQuery::Endpoint::Invites:
            return listPage(query, inviteItems(day));
        default:
            break;
    }
    return membersPage(query, day);
}

}  // namespace tokenledger::sample
