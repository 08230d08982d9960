// The real window on the sample organization: pages shown until nothing is left to come.
#pragma once

#include "tests/gui/guifixture.h"

namespace tokenledger::test {

inline constexpr int SamplePatience = 240'000;  // a debug build under a sanitizer on a busy machine

/// Shows the page and waits for all of its pictures; false when they do not come.
[[nodiscard]] bool showSettled(MainWindow& window, PageId page);

}  // namespace tokenledger::test
