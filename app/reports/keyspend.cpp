#include "app/reports/keyspend.h"

#include "app/analysis/pricetable.h"

#include <array>
#include <map>

namespace tokenledger {

namespace {

constexpr std::size_t KindCount = InputKindCount + 1;  // output last

struct Line {
    PeriodStart day;
    TermId workspace;
    TermId model;
    TermId tier;
    TermId window;
    friend auto operator<=>(const Line&, const Line&) = default;
};
struct Billed {
    std::array<Money, KindCount> amounts{};
    std::array<TermId, KindCount> tokenTypes{};
    std::array<std::int64_t, KindCount> tokens{};  // of all keys
};

std::optional<std::size_t> kindOf(const QString& tokenType) {
    if (tokenType == QLatin1String("output_tokens")) return InputKindCount;
    const auto kind = inputKindFromTokenType(tokenType);
    return kind ? std::optional(static_cast<std::size_t>(*kind)) : std::nullopt;
}

std::int64_t tokensOfKind(const UsageMeasures& measures, std::size_t kind) {
    return kind == InputKindCount ? measures.output : tokensOf(measures, static_cast<InputKind>(kind));
}

bool keeps(const std::vector<DimensionFilter>& where, Dimension dimension, TermId term) {
    return std::all_of(where.begin(), where.end(), [dimension, term](const DimensionFilter& filter) {
        return filter.dimension != dimension ||
               std::find(filter.anyOf.begin(), filter.anyOf.end(), term) != filter.anyOf.end();
    });
}

}  // namespace

Result<std::vector<KeySpend>> readKeySpend(const CacheReader& cache, const DateRange& days,
                                           const std::vector<DimensionFilter>& where) {
    using D = Dimension;
    // A line is shared by all keys that used it: the filter comes after.
    const auto bill =
        cache.cost({days, Interval::Day, {D::Workspace, D::Model, D::ServiceTier, D::ContextWindow, D::TokenType}, {}});
    if (!bill) return failure(bill.error());
    const auto usage =
        cache.usage({days, Interval::Day, {D::Workspace, D::Model, D::ServiceTier, D::ContextWindow, D::ApiKey}, {}});
    if (!usage) return failure(usage.error());

    std::map<TermId, std::optional<std::size_t>> kinds;
    std::map<Line, Billed> lines;
    for (const CostRow& row : *bill) {
        const auto [kind, isNew] = kinds.try_emplace(row.keys[4]);
        if (isNew) kind->second = kindOf(cache.text(row.keys[4]));
        if (!kind->second) continue;
        Billed& line = lines[{row.period, row.keys[0], row.keys[1], row.keys[2], row.keys[3]}];
        line.amounts[*kind->second] = row.measures;
        line.tokenTypes[*kind->second] = row.keys[4];
    }
    for (const UsageRow& row : *usage) {
        const auto line = lines.find({row.period, row.keys[0], row.keys[1], row.keys[2], row.keys[3]});
        if (line == lines.end()) continue;
        for (std::size_t kind = 0; kind < KindCount; ++kind) {
            std::int64_t& sum = line->second.tokens[kind];
            if (__builtin_add_overflow(sum, tokensOfKind(row.measures, kind), &sum)) {
                return tooLarge(QStringLiteral("A sum of tokens"));
            }
        }
    }
    std::vector<KeySpend> spend;
    for (const UsageRow& row : *usage) {
        if (!keeps(where, D::Workspace, row.keys[0]) || !keeps(where, D::Model, row.keys[1]) ||
            !keeps(where, D::ApiKey, row.keys[4])) {
            continue;
        }
        const auto line = lines.find({row.period, row.keys[0], row.keys[1], row.keys[2], row.keys[3]});
        if (line == lines.end()) continue;
        for (std::size_t kind = 0; kind < KindCount; ++kind) {
            const std::int64_t tokens = tokensOfKind(row.measures, kind);
            const Billed& billed = line->second;
            if (tokens == 0 || billed.amounts[kind].isZero()) continue;
            const auto share = mulDivHalfEven(billed.amounts[kind].nano(), tokens, billed.tokens[kind]);
            if (!share) return failure(share.error());
            spend.push_back({UtcDay::fromSeconds(row.period), row.keys[4], row.keys[1], billed.tokenTypes[kind],
                             Money::fromNano(*share)});
        }
    }
    return spend;
}

}  // namespace tokenledger
