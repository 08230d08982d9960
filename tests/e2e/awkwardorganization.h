// An organization that tries everything: names that break CSV, spreadsheets and terminals, nulls, amounts from a
// hundred-millionth of a dollar to billions, tokens beyond 2^53, days across a month, a year and ISO weeks.
#pragma once

#include "tests/support/fakeadmindata.h"

namespace tokenledger::test {

inline const QString AwkwardNow = QStringLiteral("2027-01-05T13:42:00Z");
inline const QString AwkwardFirst = QStringLiteral("2026-12-11");
inline const QString AwkwardLast = QStringLiteral("2027-01-05");

[[nodiscard]] FakeData awkwardOrganization();

}  // namespace tokenledger::test
