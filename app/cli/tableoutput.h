// Where every command's table goes: --format, --output, --pseudonyms, and what a reader must know beside the figures.
#pragma once

#include "app/cli/commandline.h"
#include "app/export/exportfile.h"
#include "app/export/pseudonyms.h"

namespace tokenledger::cli {

/// The options that putTable reads, for a command's list.
[[nodiscard]] const QStringList& tableOptions();

/// Error Usage for a format that there is not, or that cannot go where it is to go; to be asked before work is done.
[[nodiscard]] Result<ExportFormat> tableFormat(const Context& context);

/// Error Usage when a format that is no text would go to a terminal.
[[nodiscard]] Result<void> reachesReader(const Context& context, ExportFormat format);

/// Prints the table, or writes it to --output and notes that in the audit log. `code`: what it returns when that
/// worked.
[[nodiscard]] ExitCode putTable(const Context& context, Table table, ExitCode code = ExitCode::Done);

/// The organization's, with a secret made where there is none yet. Error Cache when that cannot be kept.
[[nodiscard]] Result<Pseudonyms> pseudonymsOf(const Context& context);

/// Writes a file and notes it; says on err when it could not be noted.
[[nodiscard]] Result<WrittenExport> putFile(const Context& context, const QString& path, const QByteArray& bytes,
                                            const QString& detail);

}  // namespace tokenledger::cli
