// What each API key's part of the bill was, day by day: an estimate, for the bill knows no keys. In the reader's
// thread.
#pragma once

#include "storage/cachereader.h"

#include <vector>

namespace tokenledger {

/// A billed line's part that went to a key: its share of the line's tokens of that day, half-even to the nano-dollar.
struct KeySpend {
    UtcDay day;
    TermId key = NullTerm;  // null: Console
    TermId model = NullTerm;
    TermId tokenType = NullTerm;
    Money amount;
};

/// Of all lines that tokens explain: lines without tokens (web search, code execution) and tokens without a line are
/// left out. `where`: workspaces, models and keys.
[[nodiscard]] Result<std::vector<KeySpend>> readKeySpend(const CacheReader& cache, const DateRange& days,
                                                         const std::vector<DimensionFilter>& where);

}  // namespace tokenledger
