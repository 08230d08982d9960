// The options that say what a report is asked: --interval, --by, --where, --ids.
#pragma once

#include "app/cli/commandline.h"
#include "app/reports/report.h"

namespace tokenledger::cli {

/// For a command's list.
[[nodiscard]] const QStringList& questionOptions();

/// Into the request's interval, by, where and ids. Error Usage.
[[nodiscard]] Result<void> readQuestion(const QCommandLineParser& options, ReportRequest& request);

/// A dimension by its name. Error Usage.
[[nodiscard]] Result<Dimension> dimensionNamed(const QString& name);

}  // namespace tokenledger::cli
