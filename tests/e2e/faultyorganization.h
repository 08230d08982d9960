// A small organization that is different for every seed, and what may become of it between two syncs.
#pragma once

#include "tests/support/fakeadmindata.h"

#include <QRandomGenerator>

namespace tokenledger::test {

/// Rows on most of the days; nothing later than noon of the last one. Some figures are huge, some days empty.
[[nodiscard]] FakeData randomOrganization(QRandomGenerator& dice, const DateRange& days);

/// Late data: amounts change, rows come and go. `open`: the days whose Claude Code and hours are not final yet, so that
/// they are asked for again; of other days only the daily usage and cost are, and only these change (`hourly`:
/// neither).
void revise(FakeData& data, QRandomGenerator& dice, const DateRange& days, const DateRange& open, bool hourly);

}  // namespace tokenledger::test
