#include "ui/organizationlist.h"

namespace tokenledger {

QString organizationListName(OrganizationList list) {
    switch (list) {
        case OrganizationList::ApiKeys:
            return QStringLiteral("api-keys");
        case OrganizationList::Workspaces:
            return QStringLiteral("workspaces");
        case OrganizationList::Members:
            return QStringLiteral("members");
        case OrganizationList::Users:
            return QStringLiteral("users");
        case OrganizationList::Invites:
            return QStringLiteral("invites");
        case OrganizationList::Changes:
            break;
    }
    return QStringLiteral("changes");
}

}  // namespace tokenledger
