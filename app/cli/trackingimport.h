// reconcile import: reads a file of internal tracking, says what was understood, and stores it as a whole.
#pragma once

#include "app/cli/commandline.h"

namespace tokenledger::cli {

/// `arguments`: those after "import".
[[nodiscard]] ExitCode importTracking(const Context& context, const QStringList& arguments);

}  // namespace tokenledger::cli
