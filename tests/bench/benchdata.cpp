#include "benchdata.h"

#include <array>

namespace tokenledger::bench {

namespace {

constexpr std::array Models = {"claude-opus-4-8",  "claude-opus-4-6",           "claude-sonnet-5", "claude-sonnet-4-6",
                               "claude-haiku-4-5", "claude-haiku-4-5-20251001", "claude-opus-4-5"};
constexpr std::array Tiers = {"standard", "batch"};
constexpr std::array Windows = {"0-200k", "200k-1M"};
constexpr std::array TokenTypes = {"uncached_input_tokens", "output_tokens", "cache_read_input_tokens",
                                   "cache_creation.ephemeral_5m_input_tokens",
                                   "cache_creation.ephemeral_1h_input_tokens"};

QByteArray workspaceId(int workspace) { return "wrkspc_01Bench" + QByteArray::number(workspace); }
QByteArray keyId(int workspace, int key) {
    return "apikey_01Bench" + QByteArray::number(workspace) + "x" + QByteArray::number(key);
}
QByteArray rfc3339(UtcDay day) { return day.toIso().toLatin1() + "T00:00:00Z"; }
QByteArray number(std::int64_t value) { return QByteArray::number(static_cast<qlonglong>(value)); }

}  // namespace

std::uint64_t BenchData::random(std::uint64_t a, std::uint64_t b, std::uint64_t c) const {
    std::uint64_t x = a * 0x9E37'79B9'7F4A'7C15U + b * 0xC2B2'AE3D'27D4'EB4FU + c * 0x1656'67B1'9E37'79F9U;
    x ^= x >> 31U;
    x *= 0xBF58'476D'1CE4'E5B9U;
    x ^= x >> 29U;
    x *= 0x94D0'49BB'1331'11EBU;
    return x ^ (x >> 32U);
}

template <typename Visit>
void BenchData::forEachUsage(UtcDay day, Visit visit) const {
    const auto d = static_cast<std::uint64_t>(day.number());
    std::uint64_t combination = 0;
    for (int workspace = 0; workspace < m_size.workspaces; ++workspace) {
        for (int key = 0; key < m_size.keysPerWorkspace; ++key) {
            for (int model = 0; model < m_size.models; ++model) {
                for (int tierAndWindow = 0; tierAndWindow < 4; ++tierAndWindow) {
                    ++combination;
                    if (random(d, combination, 1) % 100 >= static_cast<std::uint64_t>(m_size.percentActive)) continue;
                    const auto value = [&](std::uint64_t which, std::uint64_t below) {
                        return static_cast<std::int64_t>(random(d, combination, which) % below);
                    };
                    visit(UsageLine{workspace,
                                    key,
                                    model,
                                    tierAndWindow % 2,
                                    tierAndWindow / 2,
                                    {value(2, 2'000'000), value(3, 300'000), value(4, 100'000), value(5, 9'000'000),
                                     value(6, 700'000), value(7, 20)}});
                }
            }
        }
    }
}

QByteArray BenchData::usageJson(const DateRange& days, Totals& totals) const {
    QByteArray json = "{\"data\":[";
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        if (day != days.first) json += ',';
        json += "{\"starting_at\":\"" + rfc3339(day) + "\",\"ending_at\":\"" + rfc3339(day + 1) + "\",\"results\":[";
        bool first = true;
        forEachUsage(day, [&](const UsageLine& line) {
            const UsageMeasures& t = line.tokens;
            json += QByteArray(first ? "" : ",") + "{\"account_id\":null,\"api_key_id\":\"" +
                    keyId(line.workspace, line.key) + "\",\"service_account_id\":null,\"workspace_id\":\"" +
                    workspaceId(line.workspace) + "\",\"model\":\"" + Models[static_cast<std::size_t>(line.model)] +
                    "\",\"service_tier\":\"" + Tiers[static_cast<std::size_t>(line.tier)] + "\",\"context_window\":\"" +
                    Windows[static_cast<std::size_t>(line.window)] +
                    "\",\"inference_geo\":null,\"uncached_input_tokens\":" + number(t.uncachedInput) +
                    ",\"cache_read_input_tokens\":" + number(t.cacheRead) + ",\"output_tokens\":" + number(t.output) +
                    ",\"cache_creation\":{\"ephemeral_5m_input_tokens\":" + number(t.cacheCreation5m) +
                    ",\"ephemeral_1h_input_tokens\":" + number(t.cacheCreation1h) +
                    "},\"server_tool_use\":{\"web_search_requests\":" + number(t.webSearches) + "}}";
            first = false;
            ++totals.usageRows;
            if (!totals.tokens.add(t)) qFatal("the invented tokens are too many");
        });
        json += "]}";
    }
    return json + "],\"has_more\":false,\"next_page\":null}";
}

QByteArray BenchData::usageCsv(const DateRange& days) const {
    QByteArray csv;
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        forEachUsage(day, [&](const UsageLine& line) {
            const UsageMeasures& t = line.tokens;
            csv += rfc3339(day) + ',' + workspaceId(line.workspace) + ',' + keyId(line.workspace, line.key) + ',' +
                   Models[static_cast<std::size_t>(line.model)] + ',' + Tiers[static_cast<std::size_t>(line.tier)] +
                   ',' + Windows[static_cast<std::size_t>(line.window)] + ',' + number(t.uncachedInput) + ',' +
                   number(t.cacheCreation5m) + ',' + number(t.cacheCreation1h) + ',' + number(t.cacheRead) + ',' +
                   number(t.output) + ',' + number(t.webSearches) + '\n';
        });
    }
    return csv;
}

CostPage BenchData::costPage(const DateRange& days, Totals& totals) const {
    CostPage page;
    page.grouping = {Dimension::Workspace, Dimension::Description, Dimension::CostType,      Dimension::TokenType,
                     Dimension::Model,     Dimension::ServiceTier, Dimension::ContextWindow, Dimension::InferenceGeo};
    const PoolTerm costType = page.terms.intern("tokens");
    const PoolTerm geo = page.terms.intern("global");
    for (UtcDay day = days.first; day <= days.last; day = day + 1) {
        Bucket bucket{day.startSeconds(), page.rows.size(), 0, {}};
        const auto d = static_cast<std::uint64_t>(day.number());
        std::uint64_t combination = 0;
        for (int workspace = 0; workspace < m_size.workspaces; ++workspace) {
            for (int model = 0; model < m_size.models; ++model) {
                for (std::size_t which = 0; which < 4 * TokenTypes.size(); ++which) {
                    const char* tokenType = TokenTypes[which / 4];
                    const char* tier = Tiers[which % 2];
                    const char* window = Windows[which / 2 % 2];
                    const char* modelName = Models[static_cast<std::size_t>(model)];
                    const std::string description =
                        std::string(modelName) + " usage, " + tokenType + ", " + tier + ", " + window;
                    const auto nano = static_cast<std::int64_t>(random(d, ++combination, 8) % 50'000'000'000U);
                    page.rows.push_back({page.terms.intern(workspaceId(workspace).toStdString()),
                                         page.terms.intern(description), costType, page.terms.intern(tokenType),
                                         page.terms.intern(modelName), page.terms.intern(tier),
                                         page.terms.intern(window), geo, Money::fromNano(nano)});
                    totals.costNano += nano;
                }
            }
        }
        bucket.rowCount = page.rows.size() - bucket.firstRow;
        totals.costRows += static_cast<std::int64_t>(bucket.rowCount);
        page.buckets.push_back(bucket);
    }
    return page;
}

ObjectList BenchData::apiKeys() const {
    ObjectList list{ObjectKind::ApiKey, {}, {}};
    for (int workspace = 0; workspace < m_size.workspaces; ++workspace) {
        for (int key = 0; key < m_size.keysPerWorkspace; ++key) {
            const QString id = QString::fromLatin1(keyId(workspace, key));
            list.objects.push_back(
                {id,
                 {id, QStringLiteral("active"), QString::fromLatin1(workspaceId(workspace)),
                  QStringLiteral("2025-01-01T00:00:00Z"), std::nullopt, std::nullopt, std::nullopt}});
        }
    }
    return list;
}

ClaudeCodeDay BenchData::claudeCodeDay(UtcDay day) const {
    ClaudeCodeDay result{day, {}, {}};
    for (int user = 0; user < 40; ++user) {
        ClaudeCodeRecord record;
        record.actor = "person" + std::to_string(user) + "@example.org";
        record.terminal = user % 2 == 0 ? "vscode" : "tmux";
        record.customerType = "api";
        record.sessions = user % 7;
        record.linesAdded = 10 * user;
        record.tools = {{"edit_tool", user, 1}, {"write_tool", 2, 0}};
        record.models = {{Models[0], {1000 * user, 100, 5000, 200, Money::fromNano(1'000'000 * user)}}};
        result.rows.push_back(record);
    }
    return result;
}

std::vector<DateRange> BenchData::spans(int length) const {
    std::vector<DateRange> spans;
    for (UtcDay last = m_size.range().last; last >= m_size.firstDay; last = last - length) {
        spans.push_back({std::max(m_size.firstDay, last - (length - 1)), last});
    }
    return spans;
}

}  // namespace tokenledger::bench
