// Who used what a day's bill is about: billed lines split over API keys by their tokens, and what no key used by a
// rule. Pure; exact: the parts of a line add up to it, credits included.
#pragma once

#include "app/core/dimension.h"
#include "app/core/measures.h"
#include "app/core/period.h"
#include "app/finance/sharingrule.h"

#include <QStringView>

#include <array>
#include <optional>
#include <vector>

namespace tokenledger {

/// What a billed line is counted by in the usage report.
enum class BilledKind : std::uint8_t { Uncached, Creation5m, Creation1h, Read, Output, Search, Other };
inline constexpr std::size_t TokenKindCount = 5;  // the first ones
/// From the cost report's spelling; Other for what usage does not count (code execution, session hours, what is new).
[[nodiscard]] BilledKind billedKind(QStringView costType, QStringView tokenType);
/// Tokens of a kind, or searches; 0 of Other.
[[nodiscard]] std::int64_t countOf(const UsageMeasures& tokens, BilledKind kind);

/// API keys, like teams, are numbered by the caller in an order that depends on their ids alone, because it decides who
/// gets the odd nano-dollar. 0: none (Console).
using KeyNumber = std::int32_t;
inline constexpr KeyNumber UnknownKey = -1;  // the usage was not asked for by key

/// A line of one day's bill.
struct BilledLine {
    TermId workspace = NullTerm;
    TermId model = NullTerm;
    TermId serviceTier = NullTerm;
    TermId contextWindow = NullTerm;
    BilledKind kind = BilledKind::Other;
    Money amount;
    TeamNumber team = 0;  // that the whole workspace belongs to
};

/// What a key used on that day.
struct KeyUse {
    TermId workspace = NullTerm;
    TermId model = NullTerm;
    TermId serviceTier = NullTerm;
    TermId contextWindow = NullTerm;
    KeyNumber key = 0;
    TeamNumber team = 0;  // of the key
    UsageMeasures tokens;
};

/// How an amount came to where it is.
enum class AllocationBasis : std::uint8_t {
    Tokens,         // by the key's share of the same tokens
    Searches,       // by its share of the web searches
    SharedByRule,   // shared cost, given by the rule
    ConsoleByRule,  // Console use, given by the rule
    Shared,         // no key used it, and no rule gave it to one
    Console,        // used without a key, and no rule gave it to one
    UsageMissing,   // it is not known who used it: the usage of that day is not here
};
inline constexpr int AllocationBasisCount = 7;
/// "tokens", "web_searches", "shared_by_rule", "console_by_rule", "shared", "console", "usage_missing".
[[nodiscard]] QString allocationBasisName(AllocationBasis basis);
[[nodiscard]] std::optional<AllocationBasis> allocationBasisFromName(QStringView name);

struct AllocatedPart {
    TermId workspace = NullTerm;  // where it was billed
    TermId model = NullTerm;
    KeyNumber key = 0;
    TeamNumber team = 0;
    AllocationBasis basis = AllocationBasis::Shared;
    Money amount;
    friend auto operator<=>(const AllocatedPart&, const AllocatedPart&) = default;
};

/// All parts of one day's bill, in an order that does not depend on that of the input; several may be of the same key,
/// model and basis. `use` nothing: the usage of that day is not known, and so it is when a row of it does not tell key
/// and workspace. Model, tier and window only tell uses apart where all rows of that day know them.
/// A rule has nobody to give to on a day without own cost of keys (Fixed has); then it stays as it is.
/// Error Usage when a sum is too large.
[[nodiscard]] Result<std::vector<AllocatedPart>> allocateDay(std::vector<BilledLine> lines,
                                                             std::optional<std::vector<KeyUse>> uses,
                                                             const AllocationRules& rules);

}  // namespace tokenledger
