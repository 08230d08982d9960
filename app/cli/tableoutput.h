// Where every command's table goes: --format, --output, and what a reader must know beside the figures.
#pragma once

#include "app/cli/commandline.h"
#include "app/reports/table.h"

namespace tokenledger::cli {

/// The options that putTable reads, for a command's list.
[[nodiscard]] const QStringList& tableOptions();

/// Error Usage for a format that there is not; to be asked before work is done.
[[nodiscard]] Result<QString> tableFormat(const Context& context);

/// Prints the table, or writes it to --output. `code`: what it returns when that worked.
[[nodiscard]] ExitCode putTable(const Context& context, const Table& table, ExitCode code = ExitCode::Done);

}  // namespace tokenledger::cli
