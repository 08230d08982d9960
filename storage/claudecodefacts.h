// Claude Code analytics: activity, tokens by model, and tool use; three kinds of facts of the same days and actors.
#pragma once

#include "storage/cachetypes.h"
#include "storage/dayrollup.h"

#include <array>
#include <optional>

namespace tokenledger {

/// The columns of the keys that are not dimensions of reports.
inline constexpr std::size_t ActorTypeColumn = 0;  // ClaudeCodeRecord::ActorType, not a term
inline constexpr std::size_t SubscriptionTypeColumn = 4;
inline constexpr std::size_t ToolColumn = 5;
inline constexpr std::optional<Dimension> NoDimension = std::nullopt;
inline constexpr const char* ClaudeCodeSource = "usage_report/claude_code";

struct ClaudeCodeFacts {
    using Measures = ClaudeCodeMeasures;

    static constexpr const char* Name = "claude_code";
    static constexpr bool HasRollups = false;
    static constexpr std::array<DayRollup<5>, 0> DayRollups = {};
    static constexpr std::size_t ValueCount = 8;
    static constexpr std::array<std::optional<Dimension>, 5> Columns = {
        NoDimension, Dimension::User, Dimension::Terminal, Dimension::CustomerType, NoDimension};
    static constexpr std::array<const char*, 8> ValueNames = {"sessions",      "lines_added",       "lines_removed",
                                                              "commits",       "pull_requests",     "tool_accepted",
                                                              "tool_rejected", "estimated_cost_usd"};

    static ClaudeCodeMeasures measures(const std::array<std::int64_t, 8>& v) {
        return {v[0], v[1], v[2], v[3], v[4], v[5], v[6], Money::fromNano(v[7])};
    }

    static constexpr const char* KeysAfter =
        "SELECT id, actor_type, actor, terminal, customer_type, subscription_type FROM claude_code_key WHERE id > ? "
        "ORDER BY id";
    static constexpr const char* InsertKey =
        "INSERT INTO claude_code_key (id, actor_type, actor, terminal, customer_type, subscription_type) "
        "VALUES (?, ?, ?, ?, ?, ?)";
    static constexpr const char* FactsOfBucket =
        "SELECT key, sessions, lines_added, lines_removed, commits, pull_requests, tool_accepted, tool_rejected, "
        "estimated_nano FROM claude_code_fact WHERE scope = ? AND bucket_start = ? ORDER BY key";
    static constexpr const char* FactsBetween =
        "SELECT bucket_start, key, sessions, lines_added, lines_removed, commits, pull_requests, tool_accepted, "
        "tool_rejected, estimated_nano FROM claude_code_fact "
        "WHERE scope = ? AND bucket_start >= ? AND bucket_start < ? ORDER BY bucket_start, key";
    static constexpr const char* PutFact =
        "INSERT INTO claude_code_fact (scope, bucket_start, key, sessions, lines_added, lines_removed, commits, "
        "pull_requests, tool_accepted, tool_rejected, estimated_nano) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (scope, bucket_start, key) DO UPDATE SET sessions = excluded.sessions, "
        "lines_added = excluded.lines_added, lines_removed = excluded.lines_removed, commits = excluded.commits, "
        "pull_requests = excluded.pull_requests, tool_accepted = excluded.tool_accepted, "
        "tool_rejected = excluded.tool_rejected, estimated_nano = excluded.estimated_nano";
    static constexpr const char* DeleteFact =
        "DELETE FROM claude_code_fact WHERE scope = ? AND bucket_start = ? AND key = ?";
    static constexpr const char* DeleteBetween =
        "DELETE FROM claude_code_fact WHERE scope = ? AND bucket_start >= ? AND bucket_start < ?";
    static constexpr const char* KeysInUse = "SELECT DISTINCT key FROM claude_code_fact";
};

struct ClaudeCodeModelFacts {
    using Measures = ClaudeCodeModelMeasures;

    static constexpr const char* Name = "claude_code_model";
    static constexpr bool HasRollups = false;
    static constexpr std::array<DayRollup<6>, 0> DayRollups = {};
    static constexpr std::size_t ValueCount = 5;
    static constexpr std::array<std::optional<Dimension>, 6> Columns = {
        NoDimension, Dimension::User, Dimension::Terminal, Dimension::CustomerType, NoDimension, Dimension::Model};

    static ClaudeCodeModelMeasures measures(const std::array<std::int64_t, 5>& v) {
        return {v[0], v[1], v[2], v[3], Money::fromNano(v[4])};
    }

    static constexpr const char* KeysAfter =
        "SELECT id, actor_type, actor, terminal, customer_type, subscription_type, model FROM claude_code_model_key "
        "WHERE id > ? ORDER BY id";
    static constexpr const char* InsertKey =
        "INSERT INTO claude_code_model_key (id, actor_type, actor, terminal, customer_type, subscription_type, model) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)";
    static constexpr const char* FactsOfBucket =
        "SELECT key, input, output, cache_read, cache_creation, estimated_nano FROM claude_code_model_fact "
        "WHERE scope = ? AND bucket_start = ? ORDER BY key";
    static constexpr const char* FactsBetween =
        "SELECT bucket_start, key, input, output, cache_read, cache_creation, estimated_nano FROM "
        "claude_code_model_fact "
        "WHERE scope = ? AND bucket_start >= ? AND bucket_start < ? ORDER BY bucket_start, key";
    static constexpr const char* PutFact =
        "INSERT INTO claude_code_model_fact (scope, bucket_start, key, input, output, cache_read, cache_creation, "
        "estimated_nano) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (scope, bucket_start, key) DO UPDATE SET input = excluded.input, output = excluded.output, "
        "cache_read = excluded.cache_read, cache_creation = excluded.cache_creation, "
        "estimated_nano = excluded.estimated_nano";
    static constexpr const char* DeleteFact =
        "DELETE FROM claude_code_model_fact WHERE scope = ? AND bucket_start = ? AND key = ?";
    static constexpr const char* DeleteBetween =
        "DELETE FROM claude_code_model_fact WHERE scope = ? AND bucket_start >= ? AND bucket_start < ?";
    static constexpr const char* KeysInUse = "SELECT DISTINCT key FROM claude_code_model_fact";
};

/// Accepted and rejected edits by tool: the acceptance rate names its tools.
struct ClaudeCodeToolFacts {
    static constexpr const char* Name = "claude_code_tool";
    static constexpr bool HasRollups = false;
    static constexpr std::array<DayRollup<6>, 0> DayRollups = {};
    static constexpr std::size_t ValueCount = 2;
    static constexpr std::array<std::optional<Dimension>, 6> Columns = {
        NoDimension, Dimension::User, Dimension::Terminal, Dimension::CustomerType, NoDimension, NoDimension};

    static constexpr const char* KeysAfter =
        "SELECT id, actor_type, actor, terminal, customer_type, subscription_type, tool FROM claude_code_tool_key "
        "WHERE id > ? ORDER BY id";
    static constexpr const char* InsertKey =
        "INSERT INTO claude_code_tool_key (id, actor_type, actor, terminal, customer_type, subscription_type, tool) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)";
    static constexpr const char* FactsOfBucket =
        "SELECT key, accepted, rejected FROM claude_code_tool_fact WHERE scope = ? AND bucket_start = ? ORDER BY key";
    static constexpr const char* FactsBetween =
        "SELECT bucket_start, key, accepted, rejected FROM claude_code_tool_fact "
        "WHERE scope = ? AND bucket_start >= ? AND bucket_start < ? ORDER BY bucket_start, key";
    static constexpr const char* PutFact =
        "INSERT INTO claude_code_tool_fact (scope, bucket_start, key, accepted, rejected) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (scope, bucket_start, key) DO UPDATE SET accepted = excluded.accepted, rejected = "
        "excluded.rejected";
    static constexpr const char* DeleteFact =
        "DELETE FROM claude_code_tool_fact WHERE scope = ? AND bucket_start = ? AND key = ?";
    static constexpr const char* DeleteBetween =
        "DELETE FROM claude_code_tool_fact WHERE scope = ? AND bucket_start >= ? AND bucket_start < ?";
};

}  // namespace tokenledger
