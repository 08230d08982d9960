// The cost report: its SQL, and how its records and sums map to columns. Amounts are nano-dollars.
#pragma once

#include "storage/cachetypes.h"
#include "storage/dayrollup.h"

#include <array>
#include <optional>

namespace tokenledger {

struct CostFacts {
    using Page = CostPage;
    using Record = CostRecord;
    using Measures = Money;

    static constexpr const char* Name = "cost";
    static constexpr const char* Source = "cost_report";
    static constexpr bool HasRollups = true;
    static constexpr std::size_t ValueCount = 1;
    static constexpr std::array<std::optional<Dimension>, 8> Columns = {
        Dimension::Workspace, Dimension::Description, Dimension::CostType,      Dimension::TokenType,
        Dimension::Model,     Dimension::ServiceTier, Dimension::ContextWindow, Dimension::InferenceGeo};
    static constexpr std::array<const char*, 1> ValueNames = {"amount_usd"};

    static std::array<PoolTerm, 8> termsOf(const CostRecord& r) {
        return {r.workspace, r.description, r.costType,      r.tokenType,
                r.model,     r.serviceTier, r.contextWindow, r.inferenceGeo};
    }
    static std::array<std::int64_t, 1> valuesOf(const CostRecord& r) { return {r.amount.nano()}; }
    static Money measures(const std::array<std::int64_t, 1>& v) { return Money::fromNano(v[0]); }

    static constexpr const char* KeysAfter =
        "SELECT id, workspace, description, cost_type, token_type, model, service_tier, context_window, inference_geo "
        "FROM cost_key WHERE id > ? ORDER BY id";
    static constexpr const char* InsertKey =
        "INSERT INTO cost_key (id, workspace, description, cost_type, token_type, model, service_tier, context_window, "
        "inference_geo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static constexpr const char* FactsOfBucket =
        "SELECT key, amount_nano FROM cost_fact WHERE scope = ? AND bucket_start = ? ORDER BY key";
    static constexpr const char* FactsBetween =
        "SELECT bucket_start, key, amount_nano FROM cost_fact "
        "WHERE scope = ? AND bucket_start >= ? AND bucket_start < ? ORDER BY bucket_start, key";
    static constexpr const char* CountBetween =
        "SELECT COUNT(*) FROM cost_fact WHERE scope = ? AND bucket_start >= ? AND bucket_start < ?";
    static constexpr const char* PutFact =
        "INSERT INTO cost_fact (scope, bucket_start, key, amount_nano) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (scope, bucket_start, key) DO UPDATE SET amount_nano = excluded.amount_nano";
    static constexpr const char* DeleteFact = "DELETE FROM cost_fact WHERE scope = ? AND bucket_start = ? AND key = ?";
    static constexpr const char* DeleteBetween =
        "DELETE FROM cost_fact WHERE scope = ? AND bucket_start >= ? AND bucket_start < ?";

    // What charts and the prices of a day ask for; workspaces and descriptions are what makes a day long.
    static constexpr std::array<DayRollup<8>, 2> DayRollups = {{
        {"day and workspace",
         {true, false, false, false, true, false, false, false},
         "SELECT key, amount_nano FROM cost_workspace_day WHERE day = ? ORDER BY key",
         "SELECT day, key, amount_nano FROM cost_workspace_day WHERE day >= ? AND day <= ? ORDER BY day, key",
         "INSERT INTO cost_workspace_day (day, key, amount_nano) VALUES (?, ?, ?) "
         "ON CONFLICT (day, key) DO UPDATE SET amount_nano = excluded.amount_nano",
         "DELETE FROM cost_workspace_day WHERE day = ? AND key = ?"},
        {"day",
         {false, false, true, true, true, true, true, false},
         "SELECT key, amount_nano FROM cost_day WHERE day = ? ORDER BY key",
         "SELECT day, key, amount_nano FROM cost_day WHERE day >= ? AND day <= ? ORDER BY day, key",
         "INSERT INTO cost_day (day, key, amount_nano) VALUES (?, ?, ?) "
         "ON CONFLICT (day, key) DO UPDATE SET amount_nano = excluded.amount_nano",
         "DELETE FROM cost_day WHERE day = ? AND key = ?"},
    }};

    static constexpr const char* SumsOfMonth = "SELECT key, facts, amount_nano FROM cost_month WHERE month = ?";
    static constexpr const char* MonthsBetween =
        "SELECT month, key, amount_nano FROM cost_month WHERE month >= ? AND month <= ? ORDER BY month, key";
    static constexpr const char* PutMonth =
        "INSERT INTO cost_month (month, key, facts, amount_nano) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (month, key) DO UPDATE SET facts = excluded.facts, amount_nano = excluded.amount_nano";
    static constexpr const char* DeleteMonth = "DELETE FROM cost_month WHERE month = ? AND key = ?";
    static constexpr const char* MonthFacts = "SELECT month, key, facts FROM cost_month ORDER BY month, key";
    static constexpr const char* KeysInUse = "SELECT DISTINCT key FROM cost_month";
};

}  // namespace tokenledger
