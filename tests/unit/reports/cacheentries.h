// Usage of every day with the bill for it, and what caching saved of it reckoned without the program's own prices; for
// tests of the cache breakdown.
#pragma once

#include "app/reports/cachebreakdown.h"
#include "smallcache.h"

#include <map>

namespace tokenledger {

inline constexpr const char* Opus = "claude-opus-5-5";      // billed with a discount
inline constexpr const char* Sonnet = "claude-sonnet-5-5";  // billed; reading costs half since 7 October
inline constexpr const char* Haiku = "claude-haiku-4-5";    // not billed: listed
inline constexpr const char* Nova = "claude-nova-9,\"x\"";  // neither
inline const UtcDay Today = isoDay("2026-11-20");
inline const QDateTime Now = noonOf(Today);
inline const UtcDay FailedDay = isoDay("2026-10-20");
inline const UtcDay MissingDay = isoDay("2026-10-25");
inline const UtcDay SonnetChange = isoDay("2026-10-07");
inline const DateRange Filled{isoDay("2026-09-10"), Today};
inline const DateRange Range{isoDay("2026-10-01"), Today};

struct UsageEntry {
    UtcDay day;
    const char* workspace;
    const char* apiKey;
    const char* model;
    const char* tier;
    UsageMeasures tokens;

    [[nodiscard]] QString of(Dimension dimension) const {
        switch (dimension) {
            case Dimension::Workspace:
                return QString::fromLatin1(workspace);
            case Dimension::ApiKey:
                return QString::fromLatin1(apiKey);
            case Dimension::Model:
                return QString::fromLatin1(model);
            case Dimension::ServiceTier:
                return QString::fromLatin1(tier);
            default:
                return QStringLiteral("0-200k");
        }
    }
};

/// Nano-dollars a token.
struct TokenPrice {
    std::int64_t input = 0;
    std::int64_t write5m = 0;
    std::int64_t write1h = 0;
    std::int64_t read = 0;
};
inline std::optional<TokenPrice> priceOf(const UsageEntry& entry) {
    const QLatin1String model(entry.model);
    const QLatin1String tier(entry.tier);
    if (model == QLatin1String(Opus)) return TokenPrice{3200, 4000, 6400, 160};
    if (model == QLatin1String(Sonnet)) return TokenPrice{2000, 2500, 4000, entry.day < SonnetChange ? 200 : 100};
    if (model != QLatin1String(Haiku)) return std::nullopt;
    if (tier == QLatin1String("batch")) return TokenPrice{500, 625, 1000, 50};
    if (tier == QLatin1String("standard")) return TokenPrice{1000, 1250, 2000, 100};
    return std::nullopt;
}

/// The last workspace writes much and reads little.
inline std::vector<UsageEntry> usageEntries() {
    struct Group {
        const char* workspace;
        const char* apiKey;
        const char* model;
        const char* tier;
        int share;
    };
    const Group groups[] = {{NoId, NoId, Opus, "standard", 3},           {NoId, "key_1", Sonnet, "standard", 5},
                            {"wrkspc_a", "key_2", Opus, "standard", 2},  {"wrkspc_a", "key_2", Haiku, "batch", 4},
                            {"wrkspc_a", "key_3", Haiku, "standard", 1}, {"wrkspc_b", "key_4", Sonnet, "standard", 7},
                            {"wrkspc_b", "key_4", Nova, "standard", 2},  {"wrkspc_c", "key_5", Nova, "standard", 1},
                            {"wrkspc_d", "key_6", Opus, "standard", -6}};
    std::vector<UsageEntry> list;
    for (UtcDay day = Filled.first; day <= Filled.last; day = day + 1) {
        if (day == FailedDay || day == MissingDay) continue;
        const std::int64_t n = day.number() % 17 + 1;
        for (const Group& g : groups) {
            if (g.share < 0) {
                list.push_back(
                    {day, g.workspace, g.apiKey, g.model, g.tier, {40'003 * n, 0, 90'001 * n, 10'007 * n, 9, 0}});
                continue;
            }
            list.push_back({day,
                            g.workspace,
                            g.apiKey,
                            g.model,
                            g.tier,
                            {50'021 * g.share * n, 12'011 * n, 11'003 * g.share, 700'001 * g.share * n, 5'000, n}});
        }
    }
    return list;
}

inline std::vector<CostLine> billOf(const std::vector<UsageEntry>& usage, std::vector<QByteArray>& days) {
    std::map<std::pair<UtcDay, QString>, std::pair<UsageMeasures, const UsageEntry*>> sums;
    for (const UsageEntry& entry : usage) {
        const QLatin1String model(entry.model);
        if (model != QLatin1String(Opus) && model != QLatin1String(Sonnet)) continue;
        auto& sum = sums[{entry.day, model}];
        if (!sum.first.add(entry.tokens)) qFatal("too large");
        sum.second = &entry;
    }
    days.reserve(sums.size());
    std::vector<CostLine> lines;
    for (const auto& [key, sum] : sums) {
        days.push_back(key.first.toIso().toLatin1());
        const auto& [tokens, entry] = sum;
        const TokenPrice price = *priceOf(*entry);
        for (const auto& [type, nano] :
             {std::pair("uncached_input_tokens", tokens.uncachedInput * price.input),
              {"cache_creation.ephemeral_5m_input_tokens", tokens.cacheCreation5m * price.write5m},
              {"cache_creation.ephemeral_1h_input_tokens", tokens.cacheCreation1h * price.write1h},
              {"cache_read_input_tokens", tokens.cacheRead * price.read}}) {
            lines.push_back({days.back().constData(), NoId, type, entry->model, type, entry->tier, nano});
        }
    }
    return lines;
}

inline void store(SmallCache& cache, const std::vector<UsageEntry>& usage, const std::vector<CostLine>& bill) {
    std::map<UtcDay, std::pair<std::vector<UsageLine>, std::vector<CostLine>>> byDay;
    std::map<UtcDay, QByteArray> iso;
    for (UtcDay day = Filled.first; day <= Filled.last; day = day + 1) iso[day] = day.toIso().toLatin1();
    for (const UsageEntry& e : usage) {
        byDay[e.day].first.push_back({iso[e.day].constData(), e.workspace, e.apiKey, e.model, e.tier, e.tokens});
    }
    for (const CostLine& line : bill) byDay[isoDay(line.day)].second.push_back(line);
    for (const auto& [day, lines] : byDay) {
        cache.usage({day, day}, Now, lines.first);
        cache.cost({day, day}, Now, lines.second);
    }
    cache.failure(Dataset::Usage, {FailedDay, FailedDay});
}

/// What the entries of some days say, by any dimensions.
struct Reckoned {
    UsageMeasures tokens;
    std::int64_t facts = 0;
    std::int64_t readSaving = 0;  // nano-dollars
    std::int64_t premium = 0;
    std::int64_t unpriced = 0;  // cached tokens
    bool priced = false;
};
inline Reckoned& operator+=(Reckoned& sum, const UsageEntry& entry) {
    const UsageMeasures& m = entry.tokens;
    if (!sum.tokens.add(m)) qFatal("too large");
    ++sum.facts;
    if (const auto price = priceOf(entry)) {
        sum.priced = true;
        sum.readSaving += m.cacheRead * (price->input - price->read);
        sum.premium +=
            m.cacheCreation5m * (price->write5m - price->input) + m.cacheCreation1h * (price->write1h - price->input);
    } else {
        sum.unpriced += m.cacheRead + m.cacheCreation5m + m.cacheCreation1h;
    }
    return sum;
}

}  // namespace tokenledger
