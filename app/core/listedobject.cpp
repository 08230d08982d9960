#include "app/core/listedobject.h"

namespace tokenledger {

namespace {

constexpr std::array WorkspaceFields = {ObjectField{"name"}, ObjectField{"created_at", true},
                                        ObjectField{"archived_at", true}};
constexpr std::array ApiKeyFields = {ObjectField{"name"},
                                     ObjectField{"status"},
                                     ObjectField{"workspace_id"},
                                     ObjectField{"created_at", true},
                                     ObjectField{"created_by"},
                                     ObjectField{"expires_at", true},
                                     ObjectField{"partial_key_hint"}};
constexpr std::array UserFields = {ObjectField{"name"}, ObjectField{"email"}, ObjectField{"role"},
                                   ObjectField{"added_at", true}};
constexpr std::array InviteFields = {ObjectField{"email"},
                                     ObjectField{"role"},
                                     ObjectField{"status"},
                                     ObjectField{"invited_at", true},
                                     ObjectField{"expires_at", true},
                                     ObjectField{"accepted_at", true}};
constexpr std::array MemberFields = {ObjectField{"workspace_id"}, ObjectField{"user_id"},
                                     ObjectField{"workspace_role"}};
constexpr std::array OrganizationFields = {ObjectField{"name"}};

}  // namespace

QString objectKindName(ObjectKind kind) {
    switch (kind) {
        case ObjectKind::Workspace:
            return QStringLiteral("workspace");
        case ObjectKind::ApiKey:
            return QStringLiteral("api key");
        case ObjectKind::User:
            return QStringLiteral("user");
        case ObjectKind::Invite:
            return QStringLiteral("invite");
        case ObjectKind::WorkspaceMember:
            return QStringLiteral("member");
        case ObjectKind::Organization:
            break;
    }
    return QStringLiteral("organization");
}

std::span<const ObjectField> fieldsOf(ObjectKind kind) {
    switch (kind) {
        case ObjectKind::Workspace:
            return WorkspaceFields;
        case ObjectKind::ApiKey:
            return ApiKeyFields;
        case ObjectKind::User:
            return UserFields;
        case ObjectKind::Invite:
            return InviteFields;
        case ObjectKind::WorkspaceMember:
            return MemberFields;
        case ObjectKind::Organization:
            break;
    }
    return OrganizationFields;
}

}  // namespace tokenledger
