#include "app/exitcode.h"

namespace tokenledger {

ExitCode exitCodeOf(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::Usage:
            return ExitCode::Usage;
        case ErrorKind::Unauthorized:
        case ErrorKind::Forbidden:
        case ErrorKind::Secret:
            return ExitCode::Key;
        case ErrorKind::Network:
        case ErrorKind::Certificate:
        case ErrorKind::Timeout:
        case ErrorKind::NotFound:
        case ErrorKind::RateLimited:
        case ErrorKind::BadResponse:
            return ExitCode::Network;
        case ErrorKind::Cache:
        case ErrorKind::Damaged:
            return ExitCode::Cache;
        case ErrorKind::Cancelled:
            return ExitCode::Partly;
        case ErrorKind::Internal:
            break;
    }
    return ExitCode::Internal;
}

ExitCode exitCodeOf(const SyncSummary& summary) {
    if (summary.stoppedBy) {
        switch (summary.stoppedBy->kind) {
            case ErrorKind::Unauthorized:
            case ErrorKind::Cache:
            case ErrorKind::Damaged:
            case ErrorKind::Internal:
                return exitCodeOf(summary.stoppedBy->kind);
            case ErrorKind::Cancelled:
            case ErrorKind::RateLimited:
                return ExitCode::Partly;
            default:
                return summary.savedAnything ? ExitCode::Partly : exitCodeOf(summary.stoppedBy->kind);
        }
    }
    if (summary.failed.empty()) return ExitCode::Done;
    if (summary.savedAnything) return ExitCode::Partly;
    return exitCodeOf(summary.failed.front().kind);
}

}  // namespace tokenledger
