// What the commands of finance read from the cache: a report's table, and the value that a name stands for.
#pragma once

#include "app/cli/commandline.h"
#include "app/reports/report.h"

namespace tokenledger::cli {

/// The report from the cache on the command line. Errors of runReport, and of a cache that cannot be opened.
[[nodiscard]] Result<Table> readTable(const Context& context, const ReportRequest& request);

/// The id of the one value that is called or identified so; empty for null. Error Usage where this cache knows none, or
/// several of that name, whose ids it lists.
[[nodiscard]] Result<QString> oneValue(const Context& context, Dimension dimension, const QString& name);

}  // namespace tokenledger::cli
