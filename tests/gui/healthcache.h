// A cache of thirty days whose every day is known: usage with days never asked for, a failed day of Claude Code, a
// final day of cost that changed later.
#pragma once

#include "tests/storage/cachefixture.h"

namespace tokenledger::test {

inline const DateRange Period = days("2026-10-21", "2026-11-19");
inline const DateRange Unasked = days("2026-10-21", "2026-10-23");  // of usage
inline const UtcDay Failed = day("2026-11-04");                     // of Claude Code
inline const UtcDay Restated = day("2026-10-30");
inline const QDateTime Now = at("2026-11-19T13:00:00Z");

void fillHealthCache(const QString& path);

}  // namespace tokenledger::test
