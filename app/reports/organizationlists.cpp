#include "app/reports/organizationlists.h"

#include "app/reports/rowbuilder.h"

#include <algorithm>
#include <map>

namespace tokenledger {

namespace {

using View = OrganizationView;

constexpr std::array AllKinds = {ObjectKind::Workspace, ObjectKind::ApiKey,          ObjectKind::User,
                                 ObjectKind::Invite,    ObjectKind::WorkspaceMember, ObjectKind::Organization};
constexpr int Forbidden = 403;
/// Of the newest sync there are fewer answers, even in an organization of many workspaces.
constexpr int NewestAnswers = 1000;

View::Known knownFrom(const StoredObject& stored) { return stored.isListed ? View::Known::Listed : View::Known::Gone; }

QString nameOf(ObjectKind kind, const StoredObject& stored) {
    const StoredFields fields(kind, stored);
    const QString name = stored.object.values.front().value_or(QString());
    return name.isEmpty() && kind == ObjectKind::User ? fields.text("email") : name;
}

std::optional<ObjectKind> listOf(const QString& request) {
    const QString path = request.section(u'?', 0, 0);
    static constexpr std::pair<const char*, ObjectKind> ends[] = {{"/workspaces", ObjectKind::Workspace},
                                                                  {"/api_keys", ObjectKind::ApiKey},
                                                                  {"/users", ObjectKind::User},
                                                                  {"/invites", ObjectKind::Invite},
                                                                  {"/members", ObjectKind::WorkspaceMember},
                                                                  {"/me", ObjectKind::Organization}};
    for (const auto& [end, kind] : ends) {
        if (path.endsWith(QLatin1String(end))) return kind;
    }
    return std::nullopt;
}

Result<void> readStates(const CacheReader& cache, const StoredLists& stored, View& view) {
    for (const ObjectKind kind : AllKinds) {
        const auto fetched = cache.objectsFetchedAt(kind);
        if (!fetched) return failure(fetched.error());
        View::List& list = view.lists[static_cast<std::size_t>(kind)];
        list.fetchedAt = *fetched;
        if (fetched->isValid() && (!view.asOf.isValid() || view.asOf < *fetched)) view.asOf = *fetched;
        for (const StoredObject& each : stored.of(kind)) {
            list.named += each.isListed ? 1 : 0;
            // What was there before the newest list came in an earlier one.
            view.wereCompared = view.wereCompared || (each.firstSeenAt.isValid() && each.firstSeenAt < *fetched);
        }
    }
    const auto answers = cache.newestRequests(Dataset::Organization, NewestAnswers);
    if (!answers) return failure(answers.error());
    std::array<bool, AllKinds.size()> seen{};
    for (const RequestLogEntry& answer : *answers) {
        const auto kind = listOf(answer.request);
        if (!kind || std::exchange(seen[static_cast<std::size_t>(*kind)], true)) continue;
        View::List& list = view.lists[static_cast<std::size_t>(*kind)];
        list.refused = answer.httpStatus == Forbidden;
        if (answer.outcome != QLatin1String("ok")) list.problem = answer.outcome;
    }
    return {};
}

/// The name of a key's workspace: null is the default one, but of a key that no list of this version has named nothing
/// is known.
QString workspaceOf(const StoredLists& stored, const std::optional<QString>& id, bool wasListed) {
    if (id) return stored.nameOf(ObjectKind::Workspace, *id);
    return wasListed ? QStringLiteral("(default workspace)") : QString();
}

void addKeys(const StoredLists& stored, View& view) {
    QHash<QString, bool> isThere;  // of users
    for (const StoredObject& user : stored.of(ObjectKind::User)) isThere.insert(user.object.id, user.isListed);
    for (const StoredObject& each : stored.of(ObjectKind::ApiKey)) {
        const StoredFields fields(ObjectKind::ApiKey, each);
        View::Key key;
        key.id = each.object.id;
        key.name = stored.nameOf(ObjectKind::ApiKey, key.id);
        key.known = knownFrom(each);
        key.status = fields.text("status");
        key.hint = fields.text("partial_key_hint");
        key.workspaceId = fields.text("workspace_id");
        key.workspace = workspaceOf(stored, fields.find("workspace_id"), each.lastSeenAt.isValid());
        if (const QString owner = fields.text("created_by"); !owner.isEmpty()) {
            key.owner = stored.nameOf(ObjectKind::User, owner);
            key.ownerLeft = isThere.contains(owner) && !isThere.value(owner);
        }
        key.created = fields.time("created_at");
        key.expires = fields.time("expires_at");
        view.keys.push_back(std::move(key));
    }
}

void addWorkspaces(const StoredLists& stored, View& view) {
    QHash<QString, int> members;
    for (const StoredObject& each : stored.of(ObjectKind::WorkspaceMember)) {
        if (each.isListed) ++members[StoredFields(ObjectKind::WorkspaceMember, each).text("workspace_id")];
    }
    for (const StoredObject& each : stored.of(ObjectKind::Workspace)) {
        const StoredFields fields(ObjectKind::Workspace, each);
        View::Workspace workspace;
        workspace.id = each.object.id;
        workspace.name = stored.nameOf(ObjectKind::Workspace, workspace.id);
        workspace.known = knownFrom(each);
        workspace.created = fields.time("created_at");
        workspace.archived = fields.time("archived_at");
        const bool isAsked = each.isListed && !fields.find("archived_at");
        if (isAsked && (view.list(ObjectKind::WorkspaceMember).isWhole() || members.contains(workspace.id))) {
            workspace.members = members.value(workspace.id);
        }
        view.workspaces.push_back(std::move(workspace));
    }
}

void addMembers(const StoredLists& stored, View& view) {
    for (const StoredObject& each : stored.of(ObjectKind::WorkspaceMember)) {
        if (!each.isListed) continue;
        const StoredFields fields(ObjectKind::WorkspaceMember, each);
        const QString workspace = fields.text("workspace_id");
        const QString user = fields.text("user_id");
        view.members.push_back({workspace, stored.nameOf(ObjectKind::Workspace, workspace), user,
                                stored.nameOf(ObjectKind::User, user), fields.text("workspace_role")});
    }
    std::sort(view.members.begin(), view.members.end(), [](const View::Member& a, const View::Member& b) {
        if (a.workspaceId != b.workspaceId) return textLess(a.workspace + a.workspaceId, b.workspace + b.workspaceId);
        return textLess(a.person + a.userId, b.person + b.userId);
    });
}

void addPeople(const StoredLists& stored, View& view) {
    for (const StoredObject& each : stored.of(ObjectKind::User)) {
        const StoredFields fields(ObjectKind::User, each);
        view.users.push_back({each.object.id, stored.nameOf(ObjectKind::User, each.object.id), fields.text("email"),
                              knownFrom(each), fields.text("role"), fields.time("added_at"), std::nullopt});
    }
    for (const StoredObject& each : stored.of(ObjectKind::Invite)) {
        const StoredFields fields(ObjectKind::Invite, each);
        View::Invite invite{
            each.object.id,        fields.text("email"),      knownFrom(each),           fields.text("role"),
            fields.text("status"), fields.time("invited_at"), fields.time("expires_at"), fields.time("accepted_at")};
        const bool isPending = invite.status == QLatin1String("pending");
        const bool isOver = invite.expires.isValid() && invite.expires <= view.request.now;
        invite.isExpired = invite.status == QLatin1String("expired") || (isPending && isOver);
        invite.isOpen = isPending && !isOver && each.isListed;
        view.invites.push_back(std::move(invite));
    }
    std::sort(view.invites.begin(), view.invites.end(), [](const View::Invite& a, const View::Invite& b) {
        return a.invited != b.invited ? a.invited > b.invited : textLess(a.email + a.id, b.email + b.id);
    });
}

/// A list's changes are as old as the list; members of a closed workspace are taken out by the list of workspaces.
std::map<ObjectKind, QDateTime> lastSyncs(const View& view) {
    std::map<ObjectKind, QDateTime> times;
    for (const ObjectKind kind : AllKinds) times[kind] = view.list(kind).fetchedAt;
    const QDateTime& workspaces = times[ObjectKind::Workspace];
    QDateTime& members = times[ObjectKind::WorkspaceMember];
    if (!members.isValid() || workspaces < members) members = workspaces;
    return times;
}

/// An id of another object by its name.
std::optional<QString> named(const StoredLists& stored, const QString& field, const std::optional<QString>& value) {
    if (!value) return value;
    if (field == QLatin1String("workspace_id")) return stored.nameOf(ObjectKind::Workspace, *value);
    if (field == QLatin1String("created_by")) return stored.nameOf(ObjectKind::User, *value);
    return value;
}

Result<void> addChanges(const CacheReader& cache, const StoredLists& stored, View& view) {
    auto changes = cache.objectChanges();
    if (!changes) return failure(changes.error());
    const std::map<ObjectKind, QDateTime> syncs = lastSyncs(view);
    view.changes.reserve(changes->size());
    for (auto each = changes->rbegin(); each != changes->rend(); ++each) {
        View::Change change{each->seenAt, each->kind, each->id, {}, each->field, {}, {}};
        if (each->kind == ObjectKind::WorkspaceMember) {
            const QString person = stored.nameOf(ObjectKind::User, each->id.section(u'/', 1));
            const QString workspace = stored.nameOf(ObjectKind::Workspace, each->id.section(u'/', 0, 0));
            change.name = QString(person % QStringLiteral(" in ") % workspace);
        } else {
            change.name = stored.nameOf(each->kind, each->id);
        }
        change.old = named(stored, each->field, each->old);
        change.now = named(stored, each->field, each->now);
        const QDateTime& last = syncs.at(each->kind);
        change.ofLastSync = last.isValid() && each->seenAt >= last;
        view.changes.push_back(std::move(change));
    }
    view.wereCompared = view.wereCompared || !view.changes.empty();
    return {};
}

}  // namespace

std::optional<QString> StoredFields::find(std::string_view name) const {
    for (std::size_t i = 0; i < m_fields.size() && i < m_stored.object.values.size(); ++i) {
        if (m_fields[i].name == name) return m_stored.object.values[i];
    }
    return std::nullopt;
}

Result<StoredLists> StoredLists::load(const CacheReader& cache) {
    StoredLists lists;
    for (const ObjectKind kind : AllKinds) {
        auto objects = cache.objects(kind);
        if (!objects) return failure(objects.error());
        const auto at = static_cast<std::size_t>(kind);
        for (const StoredObject& each : *objects) {
            if (const QString name = tokenledger::nameOf(kind, each); !name.isEmpty()) {
                lists.names[at].insert(each.object.id, name);
            }
        }
        lists.objects[at] = *std::move(objects);
    }
    return lists;
}

Result<void> readLists(const CacheReader& cache, const StoredLists& stored, OrganizationView& view) {
    if (auto done = readStates(cache, stored, view); !done) return done;
    addKeys(stored, view);
    addWorkspaces(stored, view);
    addMembers(stored, view);
    addPeople(stored, view);
    return addChanges(cache, stored, view);
}

}  // namespace tokenledger
