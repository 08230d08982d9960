// The lists of the Organization page.
#pragma once

#include <QString>

#include <array>

namespace tokenledger {

enum class OrganizationList { ApiKeys, Workspaces, Members, Users, Invites, Changes };
inline constexpr std::array AllOrganizationLists = {OrganizationList::ApiKeys, OrganizationList::Workspaces,
                                                    OrganizationList::Members, OrganizationList::Users,
                                                    OrganizationList::Invites, OrganizationList::Changes};

/// "api-keys": as the report of the list is called.
[[nodiscard]] QString organizationListName(OrganizationList list);

}  // namespace tokenledger
