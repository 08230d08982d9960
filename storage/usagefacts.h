// Messages usage: its SQL, and how its records and sums map to columns.
#pragma once

#include "storage/cachetypes.h"
#include "storage/dayrollup.h"

#include <array>
#include <optional>

namespace tokenledger {

struct UsageFacts {
    using Page = UsagePage;
    using Record = UsageRecord;
    using Measures = UsageMeasures;

    static constexpr const char* Name = "usage";
    static constexpr const char* Source = "usage_report/messages";
    static constexpr bool HasRollups = true;
    static constexpr std::size_t ValueCount = 6;
    static constexpr std::array<std::optional<Dimension>, 5> Columns = {
        Dimension::Workspace, Dimension::ApiKey, Dimension::Model, Dimension::ServiceTier, Dimension::ContextWindow};
    static constexpr std::array<const char*, 6> ValueNames = {
        "uncached_input_tokens", "cache_creation_5m_tokens", "cache_creation_1h_tokens", "cache_read_tokens",
        "output_tokens",         "web_search_requests"};

    static std::array<PoolTerm, 5> termsOf(const UsageRecord& r) {
        return {r.workspace, r.apiKey, r.model, r.serviceTier, r.contextWindow};
    }
    static std::array<std::int64_t, 6> valuesOf(const UsageRecord& r) {
        const UsageMeasures& m = r.measures;
        return {m.uncachedInput, m.cacheCreation5m, m.cacheCreation1h, m.cacheRead, m.output, m.webSearches};
    }
    static UsageMeasures measures(const std::array<std::int64_t, 6>& v) { return {v[0], v[1], v[2], v[3], v[4], v[5]}; }

    static constexpr const char* KeysAfter =
        "SELECT id, workspace, api_key, model, service_tier, context_window FROM usage_key WHERE id > ? ORDER BY id";
    static constexpr const char* InsertKey =
        "INSERT INTO usage_key (id, workspace, api_key, model, service_tier, context_window) VALUES (?, ?, ?, ?, ?, ?)";

    static constexpr const char* FactsOfBucket =
        "SELECT key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output, web_searches "
        "FROM usage_fact WHERE scope = ? AND bucket_start = ? ORDER BY key";
    static constexpr const char* FactsBetween =
        "SELECT bucket_start, key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output, "
        "web_searches "
        "FROM usage_fact WHERE scope = ? AND bucket_start >= ? AND bucket_start < ? ORDER BY bucket_start, key";
    static constexpr const char* CountBetween =
        "SELECT COUNT(*) FROM usage_fact WHERE scope = ? AND bucket_start >= ? AND bucket_start < ?";
    static constexpr const char* PutFact =
        "INSERT INTO usage_fact (scope, bucket_start, key, uncached_input, cache_creation_5m, cache_creation_1h, "
        "cache_read, output, web_searches) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (scope, bucket_start, key) DO UPDATE SET uncached_input = excluded.uncached_input, "
        "cache_creation_5m = excluded.cache_creation_5m, cache_creation_1h = excluded.cache_creation_1h, "
        "cache_read = excluded.cache_read, output = excluded.output, web_searches = excluded.web_searches";
    static constexpr const char* DeleteFact = "DELETE FROM usage_fact WHERE scope = ? AND bucket_start = ? AND key = ?";
    static constexpr const char* DeleteBetween =
        "DELETE FROM usage_fact WHERE scope = ? AND bucket_start >= ? AND bucket_start < ?";

    static constexpr std::array<DayRollup<5>, 2> DayRollups = {{
        {"day",
         {true, false, true, true, true},
         "SELECT key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output, web_searches "
         "FROM usage_day WHERE day = ? ORDER BY key",
         "SELECT day, key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output, web_searches "
         "FROM usage_day WHERE day >= ? AND day <= ? ORDER BY day, key",
         "INSERT INTO usage_day (day, key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output, "
         "web_searches) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
         "ON CONFLICT (day, key) DO UPDATE SET uncached_input = excluded.uncached_input, "
         "cache_creation_5m = excluded.cache_creation_5m, cache_creation_1h = excluded.cache_creation_1h, "
         "cache_read = excluded.cache_read, output = excluded.output, web_searches = excluded.web_searches",
         "DELETE FROM usage_day WHERE day = ? AND key = ?"},
        {"day and API key",
         {true, true, false, false, false},
         "SELECT key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output, web_searches "
         "FROM usage_api_key_day WHERE day = ? ORDER BY key",
         "SELECT day, key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output, web_searches "
         "FROM usage_api_key_day WHERE day >= ? AND day <= ? ORDER BY day, key",
         "INSERT INTO usage_api_key_day (day, key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, "
         "output, "
         "web_searches) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
         "ON CONFLICT (day, key) DO UPDATE SET uncached_input = excluded.uncached_input, "
         "cache_creation_5m = excluded.cache_creation_5m, cache_creation_1h = excluded.cache_creation_1h, "
         "cache_read = excluded.cache_read, output = excluded.output, web_searches = excluded.web_searches",
         "DELETE FROM usage_api_key_day WHERE day = ? AND key = ?"},
    }};

    static constexpr const char* SumsOfMonth =
        "SELECT key, facts, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output, web_searches "
        "FROM usage_month WHERE month = ?";
    static constexpr const char* MonthsBetween =
        "SELECT month, key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output, web_searches "
        "FROM usage_month WHERE month >= ? AND month <= ? ORDER BY month, key";
    static constexpr const char* PutMonth =
        "INSERT INTO usage_month (month, key, facts, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, "
        "output, web_searches) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (month, key) DO UPDATE SET facts = excluded.facts, uncached_input = excluded.uncached_input, "
        "cache_creation_5m = excluded.cache_creation_5m, cache_creation_1h = excluded.cache_creation_1h, "
        "cache_read = excluded.cache_read, output = excluded.output, web_searches = excluded.web_searches";
    static constexpr const char* DeleteMonth = "DELETE FROM usage_month WHERE month = ? AND key = ?";
    static constexpr const char* MonthFacts = "SELECT month, key, facts FROM usage_month ORDER BY month, key";
    static constexpr const char* KeysInUse = "SELECT DISTINCT key FROM usage_month";
};

}  // namespace tokenledger
