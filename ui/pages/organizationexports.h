// The Organization page's lists as CSV: the catalogue's reports, and tables of the picture where it knows more. Pure.
#pragma once

#include "app/reports/organizationview.h"
#include "ui/namedreport.h"
#include "ui/organizationlist.h"

namespace tokenledger {

/// Named by the days of `range`.
[[nodiscard]] NamedReport organizationExport(const OrganizationView& view, OrganizationList list);

}  // namespace tokenledger
