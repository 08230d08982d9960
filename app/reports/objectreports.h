// The lists of the organization's objects as tables. Private to app/reports.
#pragma once

#include "app/core/listedobject.h"
#include "app/reports/table.h"

namespace tokenledger {

/// The object's id, its fields, names beside the ids of other objects, whether the newest list has it, and since when
/// it is known.
[[nodiscard]] std::vector<Column> objectColumns(ObjectKind kind);

}  // namespace tokenledger
