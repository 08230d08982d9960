// The exit codes of both programs; app/cli and the window's --export-charts end with the same ones.
#pragma once

#include "app/sync/syncjob.h"

namespace tokenledger {

enum class ExitCode : int {
    Done = 0,
    Internal = 1,
    Usage = 2,
    Key = 3,
    Network = 4,
    Cache = 5,
    Difference = 6,
    Partly = 7,
};

[[nodiscard]] ExitCode exitCodeOf(ErrorKind kind);
/// Partly where something was saved and something not.
[[nodiscard]] ExitCode exitCodeOf(const SyncSummary& summary);

}  // namespace tokenledger
