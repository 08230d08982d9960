// Entries of the request log in plain words. Pure.
#pragma once

#include "app/reports/synclog.h"

namespace tokenledger {

/// What was asked for: "20 Oct – 19 Nov", "workspaces", "purge 1 Oct – 31 Oct".
[[nodiscard]] QString requestTitle(const RequestLogEntry& entry);
/// "200", "504", "no answer", "not usable".
[[nodiscard]] QString statusTitle(const RequestLogEntry& entry);
/// "85 ms", "3.1 s", "2 min 5 s".
[[nodiscard]] QString durationText(std::int64_t milliseconds);
/// "19 Nov 13:42:07".
[[nodiscard]] QString logTime(const QDateTime& time);
/// The whole answer in a sentence or two, for one who does not read logs.
[[nodiscard]] QString answerInWords(const RequestLogEntry& entry);

}  // namespace tokenledger
