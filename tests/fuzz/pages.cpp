// Targets of whole answers: report pages, lists. What is accepted is written down as the API would and read again.
#include "app/api/adminclient.h"
#include "app/api/anthropic/listparser.h"
#include "app/api/anthropic/reportparser.h"
#include "tests/fuzz/targets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tokenledger::fuzz {

namespace {

QByteArray bytesOf(std::string_view bytes) { return {bytes.data(), static_cast<qsizetype>(bytes.size())}; }

/// As a JSON text, byte by byte: this must not depend on what Qt makes of it.
std::string quoted(std::string_view text) {
    static constexpr char Hex[] = "0123456789abcdef";
    std::string json = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            json += std::string("\\u00") + Hex[byte >> 4U] + Hex[byte & 0xFU];
        } else {
            if (c == '"' || c == '\\') json += '\\';
            json += c;
        }
    }
    return json + '"';
}

std::string field(const char* name, const std::string& json) { return '"' + std::string(name) + "\":" + json; }
std::string number(const char* name, std::int64_t value) { return field(name, std::to_string(value)); }

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ",") + part;
    return all;
}
std::string object(const std::vector<std::string>& fields) { return '{' + joined(fields) + '}'; }
std::string list(const std::vector<std::string>& entries) { return '[' + joined(entries) + ']'; }

std::string term(const char* name, const TermPool& terms, PoolTerm value) {
    return field(name, value == PoolNull || value == PoolNotGrouped ? "null" : quoted(terms.text(value)));
}

/// Nano-dollars as a plain decimal of cents.
std::string cents(Money amount) {
    const std::int64_t nano = amount.nano();
    hold(nano != std::numeric_limits<std::int64_t>::min(), "an amount has its opposite");
    std::string digits = std::to_string(nano < 0 ? -nano : nano);
    if (digits.size() < 8) digits.insert(0, 8 - digits.size(), '0');
    return (nano < 0 ? "-" : "") + digits.substr(0, digits.size() - 7) + '.' + digits.substr(digits.size() - 7);
}

std::string page(const std::vector<std::string>& data, const QString& nextPage) {
    return object({field("data", list(data)), field("has_more", nextPage.isEmpty() ? "false" : "true"),
                   field("next_page", nextPage.isEmpty() ? "null" : quoted(nextPage.toStdString()))});
}

std::string rowText(const UsagePage& page, const UsageRecord& row) {
    const UsageMeasures& m = row.measures;
    for (const std::int64_t count :
         {m.uncachedInput, m.cacheRead, m.output, m.cacheCreation5m, m.cacheCreation1h, m.webSearches}) {
        hold(count >= 0, "no count is negative");
    }
    return object({term("workspace_id", page.terms, row.workspace), term("api_key_id", page.terms, row.apiKey),
                   term("model", page.terms, row.model), term("service_tier", page.terms, row.serviceTier),
                   term("context_window", page.terms, row.contextWindow),
                   number("uncached_input_tokens", m.uncachedInput), number("cache_read_input_tokens", m.cacheRead),
                   number("output_tokens", m.output),
                   field("cache_creation", object({number("ephemeral_5m_input_tokens", m.cacheCreation5m),
                                                   number("ephemeral_1h_input_tokens", m.cacheCreation1h)})),
                   field("server_tool_use", object({number("web_search_requests", m.webSearches)}))});
}

std::string rowText(const CostPage& page, const CostRecord& row) {
    return object({term("workspace_id", page.terms, row.workspace), term("description", page.terms, row.description),
                   term("cost_type", page.terms, row.costType), term("token_type", page.terms, row.tokenType),
                   term("model", page.terms, row.model), term("service_tier", page.terms, row.serviceTier),
                   term("context_window", page.terms, row.contextWindow),
                   term("inference_geo", page.terms, row.inferenceGeo), field("amount", quoted(cents(row.amount))),
                   field("currency", quoted("USD"))});
}

template <typename Record>
std::string pageText(const ReportPage<Record>& report) {
    std::vector<std::string> buckets;
    std::size_t row = 0;
    std::optional<std::int64_t> last;
    for (const Bucket& bucket : report.buckets) {
        hold(bucket.start % bucketSeconds(report.width) == 0, "buckets are aligned");
        hold(!last || *last < bucket.start, "buckets are in order, none twice");
        last = bucket.start;
        hold(bucket.firstRow + bucket.rowCount <= report.rows.size(), "rows of a bucket are there");
        hold(bucket.error.isEmpty() || bucket.rowCount == 0, "a malformed bucket has no rows");
        row += bucket.rowCount;
        if (!bucket.error.isEmpty()) continue;
        std::vector<std::string> rows;
        for (std::size_t i = bucket.firstRow; i < bucket.firstRow + bucket.rowCount; ++i) {
            rows.push_back(rowText(report, report.rows[i]));
        }
        const QDateTime start = QDateTime::fromSecsSinceEpoch(bucket.start, Qt::UTC);
        buckets.push_back(
            object({field("starting_at", quoted(toRfc3339(start).toStdString())), field("results", list(rows))}));
    }
    hold(row == report.rows.size(), "every row belongs to a bucket");
    return page(buckets, report.nextPage);
}

template <typename Parse>
void reportPage(std::string_view bytes, Parse parse) {
    const auto parsed = parse(bytesOf(bytes));
    if (!parsed) {
        hold(!parsed.error().message.isEmpty(), "a refused page is explained");
        return;
    }
    const std::string text = pageText(**parsed);
    const auto again = parse(bytesOf(text));
    hold(again.has_value(), "a page that was accepted is accepted again");
    hold(pageText(**again) == text, "a page reads back as itself");
}

std::string recordText(const ClaudeCodeRecord& record, UtcDay day) {
    const bool isUser = record.actorType == ClaudeCodeRecord::ActorType::User;
    std::vector<std::string> tools;
    for (const auto& tool : record.tools) {
        tools.push_back(quoted(tool.tool) + ':' +
                        object({number("accepted", tool.accepted), number("rejected", tool.rejected)}));
    }
    std::vector<std::string> models;
    for (const auto& use : record.models) {
        const ClaudeCodeModelMeasures& m = use.measures;
        models.push_back(object(
            {field("model", quoted(use.model)),
             field("tokens", object({number("input", m.input), number("output", m.output),
                                     number("cache_read", m.cacheRead), number("cache_creation", m.cacheCreation)})),
             field("estimated_cost",
                   object({field("amount", cents(m.estimatedCost)), field("currency", quoted("USD"))}))}));
    }
    return object(
        {field("actor", object({field("type", quoted(isUser ? "user_actor" : "api_actor")),
                                field(isUser ? "email_address" : "api_key_name", quoted(record.actor))})),
         field("date", quoted(day.toIso().toStdString())), field("customer_type", quoted(record.customerType)),
         field("terminal_type", quoted(record.terminal)),
         field("subscription_type", record.subscriptionType ? quoted(*record.subscriptionType) : "null"),
         field("core_metrics", object({number("num_sessions", record.sessions),
                                       field("lines_of_code", object({number("added", record.linesAdded),
                                                                      number("removed", record.linesRemoved)})),
                                       number("commits_by_claude_code", record.commits),
                                       number("pull_requests_by_claude_code", record.pullRequests)})),
         field("tool_actions", object(tools)), field("model_breakdown", list(models))});
}

std::string pageText(const ClaudeCodePage& answer, UtcDay day) {
    std::vector<std::string> records;
    for (const ClaudeCodeRecord& record : answer.rows) records.push_back(recordText(record, day));
    return page(records, answer.nextPage);
}

}  // namespace

/// The first byte chooses the width.
void usagePage(std::string_view bytes) {
    if (bytes.empty()) return;
    constexpr std::array Widths = {BucketWidth::Day, BucketWidth::Hour, BucketWidth::Minute};
    const BucketWidth width = Widths[static_cast<unsigned char>(bytes.front()) % Widths.size()];
    reportPage(bytes.substr(1), [width](const QByteArray& body) { return parseUsagePage(body, width, UsageGrouping); });
}

void costPage(std::string_view bytes) { reportPage(bytes, parseCostPage); }

void claudeCodePage(std::string_view bytes) {
    const UtcDay day = UtcDay::fromDate(2026, 10, 1);
    const auto parsed = parseClaudeCodePage(bytesOf(bytes), day);
    if (!parsed) return;
    const std::string text = pageText(**parsed, day);
    const auto again = parseClaudeCodePage(bytesOf(text), day);
    hold(again.has_value(), "a page that was accepted is accepted again");
    hold(pageText(**again, day) == text, "a page reads back as itself");
}

/// The first byte chooses: a list of objects, or the organization.
void lists(std::string_view bytes) {
    if (bytes.empty()) return;
    constexpr std::array Kinds = {ObjectKind::Workspace, ObjectKind::ApiKey, ObjectKind::User, ObjectKind::Invite,
                                  ObjectKind::WorkspaceMember};
    const QByteArray body = bytesOf(bytes.substr(1));
    const auto which = static_cast<std::size_t>(static_cast<unsigned char>(bytes.front())) % (Kinds.size() + 1);
    if (which == Kinds.size()) {
        const auto organization = parseOrganization(body);
        if (!organization) return;
        hold(!organization->id.isEmpty(), "an organization has an id");
        const auto again =
            parseOrganization(bytesOf(object({field("id", quoted(organization->id.toStdString())),
                                              field("name", quoted(organization->name.toStdString()))})));
        hold(again && again->id == organization->id && again->name == organization->name,
             "an organization reads back as itself");
        return;
    }
    const auto objects = parseObjects(Kinds[which], body);
    if (!objects) return;
    for (const ListedObject& listed : objects->rows) {
        hold(!listed.id.isEmpty(), "an object has an id");
        hold(listed.values.size() == fieldsOf(Kinds[which]).size(), "an object has all its fields");
    }
    hold(!objects->hasMore || !objects->lastId.isEmpty(), "where more is to come, it can be asked for");
}

}  // namespace tokenledger::fuzz
