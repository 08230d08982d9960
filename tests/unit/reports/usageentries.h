// Usage of every day, other tokens each, and sums of them made without the cache; for tests of the usage breakdown.
#pragma once

#include "app/reports/usagebreakdown.h"
#include "smallcache.h"

#include <functional>
#include <map>

namespace tokenledger {

inline const UtcDay Today = isoDay("2026-11-20");
inline const QDateTime Now = noonOf(Today);
inline const DateRange Filled{isoDay("2026-09-20"), Today};
inline const DateRange Range{isoDay("2026-10-26"), Today};

struct Entry {
    UtcDay day;
    const char* workspace;
    const char* apiKey;
    const char* model;
    const char* tier;
    UsageMeasures tokens;
    [[nodiscard]] QString of(Dimension dimension) const {
        switch (dimension) {
            case Dimension::Workspace:
                return QString::fromUtf8(workspace);
            case Dimension::ApiKey:
                return QString::fromUtf8(apiKey);
            case Dimension::Model:
                return QString::fromUtf8(model);
            case Dimension::ServiceTier:
                return QString::fromUtf8(tier);
            default:
                return QStringLiteral("0-200k");
        }
    }
};

inline constexpr std::array<const char*, 4> Workspaces = {NoId, "wrkspc_a", "wrkspc_b", "wrkspc \"ü\",=;\n"};
inline constexpr std::array<const char*, 5> Keys = {NoId, "apikey_1", "apikey_2", "apikey_3", "apikey: \U0001F680"};
inline constexpr std::array<const char*, 3> Models = {"claude-opus-5-5", "claude-opus-5-5-20260901", "some,\"other\""};

inline std::vector<Entry> entries(const DateRange& days) {
    std::vector<Entry> list;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        for (std::size_t w = 0; w < Workspaces.size(); ++w) {
            for (std::size_t k = 0; k < Keys.size(); ++k) {
                for (std::size_t m = 0; m < Models.size(); ++m) {
                    const std::int64_t n = day.number() + static_cast<std::int64_t>(w * 3 + k * 7 + m * 5);
                    if (n % 3 == 0) continue;
                    UsageMeasures tokens{n % 97 * 1'000, n % 89 * 700, n % 2 * 10, n % 83 * 90'001, n % 79 * 50, n % 4};
                    if (n % 41 == 0) tokens = {0, 0, 0, 0, 0, 3};  // web searches alone
                    list.push_back({day, Workspaces[w], Keys[k], Models[m], n % 5 == 0 ? "batch" : "standard", tokens});
                }
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
        std::vector<UsageLine> lines;
        for (const Entry* entry : byDay[day]) {
            lines.push_back(
                {iso.constData(), entry->workspace, entry->apiKey, entry->model, entry->tier, entry->tokens});
        }
        cache.usage({day, day}, at, lines);
    }
}

using Condition = std::function<bool(const Entry&)>;
inline bool all(const Entry&) { return true; }

inline UsageMeasures sumOf(const std::vector<Entry>& list, const DateRange& days, const Condition& holds) {
    UsageMeasures sum;
    for (const Entry& entry : list) {
        if (!days.contains(entry.day) || !holds(entry)) continue;
        sum.uncachedInput += entry.tokens.uncachedInput;
        sum.cacheCreation5m += entry.tokens.cacheCreation5m;
        sum.cacheCreation1h += entry.tokens.cacheCreation1h;
        sum.cacheRead += entry.tokens.cacheRead;
        sum.output += entry.tokens.output;
        sum.webSearches += entry.tokens.webSearches;
    }
    return sum;
}

inline std::int64_t allTokens(const UsageMeasures& m) {
    return m.uncachedInput + m.cacheCreation5m + m.cacheCreation1h + m.cacheRead + m.output;
}

inline UsageBreakdown built(const SmallCache& cache, const UsageBreakdownRequest& request) {
    const auto result = buildUsageBreakdown(*cache.reader(), request);
    if (!result) qFatal("%s", qPrintable(result.error().message));
    return *result;
}

inline const UsageBreakdown::Row* rowOf(const std::vector<UsageBreakdown::Row>& rows, const QString& id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&id](const auto& row) { return row.value.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace tokenledger
