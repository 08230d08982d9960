// Costs of every day, other ones each, and sums of them made without the cache; for tests of the cost breakdown.
#pragma once

#include "app/reports/costbreakdown.h"
#include "smallcache.h"

#include <functional>
#include <map>

namespace tokenledger {

inline constexpr const char* Opus = "claude-opus-5-5";
inline constexpr const char* Input = "uncached_input_tokens";
inline const UtcDay Today = isoDay("2026-11-20");
inline const QDateTime Now = noonOf(Today);
inline const DateRange Filled{isoDay("2026-09-20"), Today};
inline const DateRange Range{isoDay("2026-10-26"), Today};

/// What was put in: every day other amounts, credits among them, of ids that are awkward to name.
struct Entry {
    UtcDay day;
    const char* workspace;
    const char* model;
    const char* tokenType;
    std::int64_t nano;
    [[nodiscard]] QString of(Dimension dimension) const {
        switch (dimension) {
            case Dimension::Workspace:
                return QString::fromLatin1(workspace);
            case Dimension::Model:
                return QString::fromLatin1(model);
            case Dimension::TokenType:
                return QString::fromLatin1(tokenType);
            default:
                return tokenType != nullptr ? QStringLiteral("tokens") : QStringLiteral("web_search");
        }
    }
};

inline constexpr std::array<const char*, 11> Workspaces = {NoId,       "wrkspc_a", "wrkspc_b", "wrkspc_c",
                                                           "wrkspc_d", "wrkspc_e", "wrkspc_f", "wrkspc_g",
                                                           "wrkspc_h", "wrkspc_i", "wrkspc_j"};
inline constexpr std::array<const char*, 7> Models = {NoId,
                                                      Opus,
                                                      "claude-sonnet-5-5",
                                                      "claude-haiku-5-5",
                                                      "claude-opus-4-8",
                                                      "claude-opus-5-5-20260901",
                                                      "some,\"other\""};

inline std::vector<Entry> entries(const DateRange& days) {
    std::vector<Entry> list;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        for (std::size_t w = 0; w < Workspaces.size(); ++w) {
            for (std::size_t m = 0; m < Models.size(); ++m) {
                const std::int64_t n = day.number() + static_cast<std::int64_t>(w * 3 + m * 5);
                if (n % 3 == 0) continue;
                const std::int64_t credit = n % 11 == 0 ? -1 : 1;
                const std::int64_t nano = credit * (n % 97 + 1) * 123'456'789;
                if (Models[m] == NoId) {
                    list.push_back({day, Workspaces[w], NoId, nullptr, nano});
                    continue;
                }
                list.push_back({day, Workspaces[w], Models[m], Input, nano});
                list.push_back({day, Workspaces[w], Models[m], "output_tokens", nano / 7});
            }
        }
    }
    return list;
}

inline void store(SmallCache& cache, const DateRange& days, const QDateTime& at, const std::vector<Entry>& list) {
    std::map<UtcDay, std::vector<const Entry*>> byDay;
    for (const Entry& entry : list) byDay[entry.day].push_back(&entry);
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        const QByteArray iso = day.toIso().toLatin1();
        std::vector<CostLine> lines;
        for (const Entry* entry : byDay[day]) {
            lines.push_back({iso.constData(), entry->workspace, "as billed", entry->model, entry->tokenType, "standard",
                             entry->nano});
        }
        cache.cost({day, day}, at, lines);
    }
}

using Condition = std::function<bool(const Entry&)>;

inline std::optional<std::int64_t> sumOf(const std::vector<Entry>& list, const DateRange& days,
                                         const Condition& holds) {
    std::optional<std::int64_t> sum;
    for (const Entry& entry : list) {
        if (days.contains(entry.day) && holds(entry)) sum = sum.value_or(0) + entry.nano;
    }
    return sum;
}

inline bool all(const Entry&) { return true; }

inline std::optional<std::int64_t> nano(const std::optional<Money>& amount) {
    return amount ? std::optional(amount->nano()) : std::nullopt;
}

inline CostBreakdown built(const SmallCache& cache, const CostBreakdownRequest& request) {
    const auto result = buildCostBreakdown(*cache.reader(), request);
    if (!result) qFatal("%s", qPrintable(result.error().message));
    return *result;
}

inline const CostBreakdown::Row* rowOf(const std::vector<CostBreakdown::Row>& rows, const QString& id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&id](const auto& row) { return row.value.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace tokenledger
