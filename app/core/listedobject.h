// The organization's objects as its lists name them: one shape for all kinds, so that names, changes and tables are
// made in one place.
#pragma once

#include "app/core/records.h"

#include <span>

namespace tokenledger {

// Stored as numbers: these may be appended to, never reordered.
enum class ObjectKind : std::uint8_t { Workspace, ApiKey, User, Invite, WorkspaceMember, Organization };
/// "workspace", "api key", "user", "invite", "member", "organization".
[[nodiscard]] QString objectKindName(ObjectKind kind);

struct ObjectField {
    const char* name;     // as the API spells it
    bool isTime = false;  // its values are RFC 3339 times in UTC
};
/// The fields of a kind, in the order of `ListedObject::values`; the first one names the object to a reader.
[[nodiscard]] std::span<const ObjectField> fieldsOf(ObjectKind kind);

struct ListedObject {
    QString id;                                  // of a member "workspace/user": the API gives it none
    std::vector<std::optional<QString>> values;  // one a field; nothing: null
    friend bool operator==(const ListedObject&, const ListedObject&) = default;
};

/// One page of a list (`after_id` paging).
struct ObjectPage {
    std::vector<ListedObject> rows;
    QString lastId;
    bool hasMore = false;
};

}  // namespace tokenledger
