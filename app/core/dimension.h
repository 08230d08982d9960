// The dimensions that facts are grouped by, and the three states a dimension of a row can be in.
#pragma once

#include <QString>

#include <cstdint>
#include <initializer_list>
#include <optional>

namespace tokenledger {

enum class Dimension : std::uint8_t {
    Workspace,
    ApiKey,
    Model,
    ServiceTier,
    ContextWindow,
    InferenceGeo,
    CostType,
    TokenType,
    Description,
    User,  // Claude Code actor: an e-mail address, or the name of an API key
    Terminal,
    CustomerType,
    Dataset,
    // Of allocated cost: what the organization lays down itself, not what the API sends.
    Team,
    CostCentre,
    Basis,  // how an amount came to its key
};
inline constexpr int DimensionCount = 16;

/// "workspace", "api_key", "model", ... as the command line and column headers spell it.
[[nodiscard]] QString dimensionName(Dimension dimension);
[[nodiscard]] std::optional<Dimension> dimensionFromName(QStringView name);

class DimensionSet {
public:
    constexpr DimensionSet() = default;
    constexpr DimensionSet(std::initializer_list<Dimension> dimensions) {
        for (const Dimension dimension : dimensions) m_bits |= bit(dimension);
    }
    [[nodiscard]] static constexpr DimensionSet fromBits(std::uint32_t bits) {
        DimensionSet set;
        set.m_bits = bits;
        return set;
    }
    [[nodiscard]] constexpr bool contains(Dimension dimension) const { return (m_bits & bit(dimension)) != 0; }
    [[nodiscard]] constexpr std::uint32_t bits() const { return m_bits; }
    constexpr void insert(Dimension dimension) { m_bits |= bit(dimension); }
    constexpr void erase(Dimension dimension) { m_bits &= ~bit(dimension); }
    friend constexpr bool operator==(DimensionSet, DimensionSet) = default;

private:
    static constexpr std::uint32_t bit(Dimension dimension) { return 1U << static_cast<unsigned>(dimension); }
    std::uint32_t m_bits = 0;
};

/// A dimension's value in the cache. Positive: the id of an interned text. The two other states are not values:
/// NullTerm is what the API sends as null although it was grouped (default workspace, Console use, no model);
/// NotGroupedTerm says that the request did not ask for this dimension.
using TermId = std::int32_t;
inline constexpr TermId NullTerm = 0;
inline constexpr TermId NotGroupedTerm = -1;

}  // namespace tokenledger
