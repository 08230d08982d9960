#include "app/sample/samplejson.h"

#include "app/sample/samplewire.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace tokenledger::sample {

namespace {

constexpr int UsageLagMinutes = 5;        // use is reported within five minutes
constexpr int ClaudeCodeLagMinutes = 60;  // only what is older than an hour, so that pages stay consistent
constexpr int NotGrouped = -2;

QByteArray number(std::int64_t value) { return QByteArray::number(static_cast<qlonglong>(value)); }

QByteArray keyValue(int key) {
    return key < 0 ? QByteArray("null") : quoted(apiKeys()[static_cast<std::size_t>(key)].id);
}

// The minutes of `day` that are over at `now`.
int minutesOver(UtcDay day, const QDateTime& now, int lag) {
    const std::int64_t seconds = now.toSecsSinceEpoch() - lag * 60 - day.startSeconds();
    return static_cast<int>(std::clamp<std::int64_t>(seconds / 60, 0, MinutesPerDay));
}

// The page's JSON around buckets that `writeBucket(start)` fills, oldest first.
template <typename WriteBucket>
tl::expected<QByteArray, AdminRefusal> bucketPage(const AdminQuery& query, WriteBucket writeBucket) {
    const auto position = pagePosition(query, OrganizationId, query.from);
    if (!position) return tl::make_unexpected(position.error());
    const std::int64_t width = bucketSeconds(query.width);
    const std::int64_t end = std::min(query.to, *position + query.limit * width);
    QByteArray json = "{\"data\":[";
    for (std::int64_t start = *position; start < end; start += width) {
        if (start != *position) json += ',';
        json += "{\"starting_at\":" + time(start) + ",\"ending_at\":" + time(start + width) + ",\"results\":[";
        const auto before = json.size();
        writeBucket(json, start);
        if (json.size() > before) json.chop(1);  // the last item's comma
        json += "]}";
    }
    const bool more = end < query.to;
    json += more ? "],\"has_more\":true,\"next_page\":" + quoted(pageToken(query, OrganizationId, end)) + '}'
                 : QByteArray("],\"has_more\":false,\"next_page\":null}");
    return json;
}

using UseKey = std::tuple<int, int, int, int, int, int>;  // workspace, key, model, tier, window, geography of a model

struct UseGrouping {
    bool workspace, key, model, tier, window, geo;

    explicit UseGrouping(const QStringList& names)
        : workspace(names.contains(QStringLiteral("workspace_id"))),
          key(names.contains(QStringLiteral("api_key_id"))),
          model(names.contains(QStringLiteral("model"))),
          tier(names.contains(QStringLiteral("service_tier"))),
          window(names.contains(QStringLiteral("context_window"))),
          geo(names.contains(QStringLiteral("inference_geo"))) {}

    [[nodiscard]] UseKey keyOf(const Use& use) const {
        const bool older = modelAt(use.model).geo != modelAt(0).geo;
        return {workspace ? use.workspace : NotGrouped,
                key ? use.apiKey : NotGrouped,
                model ? use.model : NotGrouped,
                tier ? static_cast<int>(use.tier) : NotGrouped,
                window ? static_cast<int>(use.window) : NotGrouped,
                geo ? static_cast<int>(older) : NotGrouped};
    }
};

template <typename Name>
QByteArray nameOrNull(int value, Name name) {
    return value == NotGrouped ? QByteArray("null") : quoted(name(value));
}

void writeUse(QByteArray& json, const UseKey& key, const UsageMeasures& used) {
    const auto& [workspace, apiKey, model, tier, window, geo] = key;
    json +=
        "{\"account_id\":null,\"api_key_id\":" + keyValue(apiKey) +
        ",\"service_account_id\":null,\"workspace_id\":" + workspaceValue(workspace) +
        ",\"model\":" + nameOrNull(model, [](int index) { return modelAt(index).id; }) +
        ",\"service_tier\":" + nameOrNull(tier, [](int index) { return tierName(static_cast<Tier>(index)); }) +
        ",\"context_window\":" + nameOrNull(window, [](int index) { return windowName(static_cast<Window>(index)); }) +
        ",\"inference_geo\":" + nameOrNull(geo, [](int older) { return older != 0 ? "not_available" : "global"; }) +
        ",\"uncached_input_tokens\":" + number(used.uncachedInput) +
        ",\"cache_read_input_tokens\":" + number(used.cacheRead) + ",\"output_tokens\":" + number(used.output) +
        ",\"cache_creation\":{\"ephemeral_5m_input_tokens\":" + number(used.cacheCreation5m) +
        ",\"ephemeral_1h_input_tokens\":" + number(used.cacheCreation1h) +
        "},\"server_tool_use\":{\"web_search_requests\":" + number(used.webSearches) + "}},";
}

// "12.5": cents with as many decimals as the exact amount has.
QByteArray cents(Money amount) {
    constexpr std::int64_t NanoPerCent = 10'000'000;
    QByteArray text = number(amount.nano() / NanoPerCent);
    if (const std::int64_t rest = amount.nano() % NanoPerCent; rest != 0) {
        text += '.' + number(rest).rightJustified(7, '0');
        while (text.endsWith('0')) text.chop(1);
    }
    return text;
}

struct TokenKindText {
    const char* wire;
    const char* title;
};
constexpr std::array<TokenKindText, TokenKindCount> TokenKinds = {{
    {"uncached_input_tokens", "Input Tokens"},
    {"cache_creation.ephemeral_5m_input_tokens", "Input Tokens, Cache Write 5m"},
    {"cache_creation.ephemeral_1h_input_tokens", "Input Tokens, Cache Write 1h"},
    {"cache_read_input_tokens", "Input Tokens, Cache Read"},
    {"output_tokens", "Output Tokens"},
}};

// The columns that come with a description.
QByteArray costDetail(const CostLine& line) {
    if (line.model < 0) {
        const bool isSearch = QByteArrayView(line.costType) == "web_search";
        return QByteArray("\"description\":\"") + (isSearch ? "Web Search Usage" : "Code Execution Usage") +
               "\",\"cost_type\":" + quoted(line.costType) +
               ",\"token_type\":null,\"model\":null,\"service_tier\":null,\"context_window\":null,"
               "\"inference_geo\":null";
    }
    const Model& model = modelAt(line.model);
    const TokenKindText& kind = TokenKinds[static_cast<std::size_t>(line.kind)];
    QByteArray description = QByteArray(model.title) + " Usage - " + kind.title;
    if (line.tier == Tier::Batch) description += ", Batch";
    if (line.window == Window::Long) description += ", Long Context";
    return "\"description\":" + quoted(description) + ",\"cost_type\":\"tokens\",\"token_type\":" + quoted(kind.wire) +
           ",\"model\":" + quoted(model.id) + ",\"service_tier\":" + quoted(tierName(line.tier)) +
           ",\"context_window\":" + quoted(windowName(line.window)) + ",\"inference_geo\":" + quoted(model.geo);
}

const QByteArray NoCostDetail =
    "\"description\":null,\"cost_type\":null,\"token_type\":null,\"model\":null,\"service_tier\":null,"
    "\"context_window\":null,\"inference_geo\":null";

QByteArray claudeCodeRecordJson(const ClaudeCodeRecord& record, UtcDay day) {
    const bool isUser = record.actorType == ClaudeCodeRecord::ActorType::User;
    QByteArray json = isUser ? "{\"actor\":{\"type\":\"user_actor\",\"email_address\":"
                             : "{\"actor\":{\"type\":\"api_actor\",\"api_key_name\":";
    json += quoted(QByteArray::fromStdString(record.actor));
    json +=
        "},\"organization_id\":" + quoted(OrganizationId) + ",\"date\":" + time(day.startSeconds()) +
        ",\"customer_type\":" + quoted(QByteArray::fromStdString(record.customerType)) + ",\"subscription_type\":" +
        (record.subscriptionType ? quoted(QByteArray::fromStdString(*record.subscriptionType)) : QByteArray("null")) +
        ",\"terminal_type\":" + quoted(QByteArray::fromStdString(record.terminal)) +
        ",\"core_metrics\":{\"num_sessions\":" + number(record.sessions) +
        ",\"lines_of_code\":{\"added\":" + number(record.linesAdded) + ",\"removed\":" + number(record.linesRemoved) +
        "},\"commits_by_claude_code\":" + number(record.commits) +
        ",\"pull_requests_by_claude_code\":" + number(record.pullRequests) + "},\"tool_actions\":{";
    QByteArrayList tools;
    for (const auto& tool : record.tools) {
        tools << quoted(QByteArray::fromStdString(tool.tool)) + ":{\"accepted\":" + number(tool.accepted) +
                     ",\"rejected\":" + number(tool.rejected) + '}';
    }
    json += tools.join(',') + "},\"model_breakdown\":[";
    QByteArrayList models;
    for (const auto& use : record.models) {
        models << "{\"model\":" + quoted(QByteArray::fromStdString(use.model)) +
                      ",\"tokens\":{\"input\":" + number(use.measures.input) +
                      ",\"output\":" + number(use.measures.output) +
                      ",\"cache_read\":" + number(use.measures.cacheRead) +
                      ",\"cache_creation\":" + number(use.measures.cacheCreation) +
                      "},\"estimated_cost\":{\"currency\":\"USD\",\"amount\":" + cents(use.measures.estimatedCost) +
                      "}}";
    }
    return json + models.join(',') + "]}";
}

}  // namespace

tl::expected<QByteArray, AdminRefusal> usageJson(const AdminQuery& query, const QDateTime& now) {
    const UseGrouping grouping(query.groupBy);
    UtcDay loaded = UtcDay::fromNumber(0);
    std::vector<Use> uses;
    return bucketPage(query, [&](QByteArray& json, std::int64_t start) {
        const UtcDay day = UtcDay::fromSeconds(start);
        if (day != loaded) uses = usageOfDay(day);
        loaded = day;
        const int over = minutesOver(day, now, UsageLagMinutes);
        const auto minute = static_cast<int>((start - day.startSeconds()) / 60);
        const int first = std::min(minute, over);
        const int last = std::min(minute + static_cast<int>(bucketSeconds(query.width) / 60), over);
        std::map<UseKey, UsageMeasures> sums;
        for (const Use& use : uses) {
            const UsageMeasures part = usageBetween(use, first, last);
            // The sample's figures are far below the limit of 64 bits.
            if (part != UsageMeasures{}) static_cast<void>(sums[grouping.keyOf(use)].add(part));
        }
        for (const auto& [key, used] : sums) writeUse(json, key, used);
    });
}

tl::expected<QByteArray, AdminRefusal> costJson(const AdminQuery& query, const QDateTime& now) {
    const bool byWorkspace = query.groupBy.contains(QStringLiteral("workspace_id"));
    const bool byDescription = query.groupBy.contains(QStringLiteral("description"));
    return bucketPage(query, [&](QByteArray& json, std::int64_t start) {
        const UtcDay day = UtcDay::fromSeconds(start);
        std::map<std::pair<QByteArray, QByteArray>, std::int64_t> sums;
        for (const CostLine& line : costsOfDay(day, minutesOver(day, now, UsageLagMinutes))) {
            const QByteArray workspace = byWorkspace ? workspaceValue(line.workspace) : QByteArray("null");
            sums[{workspace, byDescription ? costDetail(line) : NoCostDetail}] += line.amount.nano();
        }
        for (const auto& [key, nano] : sums) {
            json += "{\"currency\":\"USD\",\"amount\":" + quoted(cents(Money::fromNano(nano))) +
                    ",\"workspace_id\":" + key.first + ',' + key.second + "},";
        }
    });
}

tl::expected<QByteArray, AdminRefusal> claudeCodeJson(const AdminQuery& query, const QDateTime& now) {
    const auto position = pagePosition(query, OrganizationId, 0);
    if (!position) return tl::make_unexpected(position.error());
    const UtcDay day = UtcDay::fromSeconds(query.from);
    const std::vector<ClaudeCodeRecord> records = claudeCodeOfDay(day, minutesOver(day, now, ClaudeCodeLagMinutes));
    const auto first = static_cast<std::size_t>(*position);
    const std::size_t end = std::min(records.size(), first + static_cast<std::size_t>(query.limit));
    QByteArrayList data;
    for (std::size_t i = first; i < end; ++i) data << claudeCodeRecordJson(records[i], day);
    const bool more = end < records.size();
    return "{\"data\":[" + data.join(',') + "],\"has_more\":" +
           (more ? "true,\"next_page\":" + quoted(pageToken(query, OrganizationId, static_cast<std::int64_t>(end)))
                 : QByteArray("false,\"next_page\":null")) +
           '}';
}

}  // namespace tokenledger::sample
