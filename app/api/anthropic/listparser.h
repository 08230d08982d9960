// Organization objects: JSON to values. Pure functions, for any thread. Only the ids are required.
#pragma once

#include "app/core/records.h"

#include <QByteArray>

namespace tokenledger {

[[nodiscard]] Result<Organization> parseOrganization(const QByteArray& body);
[[nodiscard]] Result<ListPage<Workspace>> parseWorkspaces(const QByteArray& body);
[[nodiscard]] Result<ListPage<ApiKey>> parseApiKeys(const QByteArray& body);

}  // namespace tokenledger
