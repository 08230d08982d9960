// Organization objects: JSON to values. Pure functions, for any thread. Only the ids are required.
#pragma once

#include "app/core/listedobject.h"

#include <QByteArray>

namespace tokenledger {

[[nodiscard]] Result<Organization> parseOrganization(const QByteArray& body);
[[nodiscard]] Result<ObjectPage> parseObjects(ObjectKind kind, const QByteArray& body);

}  // namespace tokenledger
