// The Organization page's lists as tables. Pure.
#pragma once

#include "ui/models/displaytable.h"
#include "ui/pages/organizationtexts.h"

namespace tokenledger {

struct OrganizationTable {
    DisplayTable table;                       // rows keyed by the object's id, where the filter bar can know it
    std::vector<OrganizationFigure> figures;  // one a column
};

[[nodiscard]] OrganizationTable organizationTable(const OrganizationView& view, OrganizationList list);

}  // namespace tokenledger
