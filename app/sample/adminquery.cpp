#include "app/sample/adminquery.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

namespace tokenledger {

namespace {

constexpr int MostGroupings = 5;
constexpr int RecordsDefault = 20;
constexpr int RecordsMost = 1000;

tl::unexpected<AdminRefusal> refuse(const QString& message) {
    return tl::make_unexpected(AdminRefusal{400, "invalid_request_error", message});
}

struct Limits {
    int standard;
    int most;
};

Limits bucketLimits(BucketWidth width) {
    switch (width) {
        case BucketWidth::Minute:
            return {60, 1440};
        case BucketWidth::Hour:
            return {24, 168};
        case BucketWidth::Day:
            break;
    }
    return {7, 31};
}

class Parameters {
public:
    explicit Parameters(const QUrl& url) : m_items(QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {}

    // A parameter that must not repeat; remembered as known.
    std::optional<QString> single(const QString& name) {
        m_known << name;
        const QStringList values = all(name);
        if (values.size() > 1) m_repeated << name;
        return values.isEmpty() ? std::nullopt : std::optional(values.first());
    }
    QStringList list(const QString& name) {
        m_known << name;
        return all(name);
    }
    [[nodiscard]] std::optional<AdminRefusal> complaint() const {
        if (!m_repeated.isEmpty())
            return AdminRefusal{400, "invalid_request_error", m_repeated.first() + u": repeated"};
        for (const auto& [name, value] : m_items) {
            if (m_known.contains(name)) continue;
            return AdminRefusal{400, "invalid_request_error", name + u": Extra inputs are not permitted"};
        }
        return std::nullopt;
    }
    [[nodiscard]] QByteArray identity(const QString& path) const {
        QStringList parts{path};
        for (const auto& [name, value] : m_items) {
            if (name != u"page") parts << name + u'=' + value;
        }
        std::sort(parts.begin() + 1, parts.end());
        return parts.join(u'&').toUtf8();
    }

private:
    [[nodiscard]] QStringList all(const QString& name) const {
        QStringList values;
        for (const auto& [key, value] : m_items) {
            if (key == name) values << value;
        }
        return values;
    }
    QList<std::pair<QString, QString>> m_items;
    QStringList m_known;
    QStringList m_repeated;
};

using Parsed = tl::expected<void, AdminRefusal>;

Parsed readLimit(Parameters& parameters, Limits limits, AdminQuery& query) {
    query.limit = limits.standard;
    const auto text = parameters.single(QStringLiteral("limit"));
    if (!text) return {};
    bool isNumber = false;
    query.limit = text->toInt(&isNumber);
    if (!isNumber) return refuse(QStringLiteral("limit: Input should be a valid integer"));
    if (query.limit < 1) return refuse(QStringLiteral("limit: Input should be greater than or equal to 1"));
    if (query.limit > limits.most) {
        return refuse(QStringLiteral("limit: Input should be less than or equal to %1").arg(limits.most));
    }
    return {};
}

Parsed readGroupings(Parameters& parameters, const QStringList& allowed, AdminQuery& query) {
    query.groupBy = parameters.list(QStringLiteral("group_by[]"));
    if (query.groupBy.size() > MostGroupings) {
        return refuse(QStringLiteral("Cannot specify more than 5 group_by[] dimensions."));
    }
    for (const QString& name : std::as_const(query.groupBy)) {
        if (!allowed.contains(name)) return refuse(QStringLiteral("group_by[]: unexpected value '%1'").arg(name));
    }
    return {};
}

std::int64_t alignDown(std::int64_t seconds, std::int64_t width) {
    return seconds - ((seconds % width) + width) % width;
}

Parsed readRange(Parameters& parameters, const QDateTime& now, AdminQuery& query) {
    const std::int64_t width = bucketSeconds(query.width);
    const auto startText = parameters.single(QStringLiteral("starting_at"));
    const auto endText = parameters.single(QStringLiteral("ending_at"));
    if (!startText) return refuse(QStringLiteral("starting_at: Field required"));
    const auto start = fromRfc3339(*startText);
    if (!start) return refuse(QStringLiteral("starting_at: Input should be a valid datetime"));
    query.from = alignDown(start->toSecsSinceEpoch(), width);
    // Without an end the cost report stops before today, the trap of the first day of a month.
    const std::int64_t present = alignDown(now.toSecsSinceEpoch(), width);
    query.to = query.endpoint == AdminQuery::Endpoint::Cost ? present : present + width;
    if (endText) {
        const auto end = fromRfc3339(*endText);
        if (!end) return refuse(QStringLiteral("ending_at: Input should be a valid datetime"));
        query.to = alignDown(end->toSecsSinceEpoch(), width);
    }
    if (query.to <= query.from) {
        return refuse(QStringLiteral("Invalid date range: ending date must be after starting date"));
    }
    query.to = std::min(query.to, present + width);
    return {};
}

Parsed readUsage(Parameters& parameters, const QDateTime& now, AdminQuery& query) {
    static const QStringList allowed = {QStringLiteral("api_key_id"),     QStringLiteral("workspace_id"),
                                        QStringLiteral("model"),          QStringLiteral("service_tier"),
                                        QStringLiteral("context_window"), QStringLiteral("inference_geo"),
                                        QStringLiteral("account_id"),     QStringLiteral("service_account_id")};
    if (const auto name = parameters.single(QStringLiteral("bucket_width"))) {
        const auto width = bucketWidthFromName(*name);
        if (!width) return refuse(QStringLiteral("bucket_width: Input should be '1m', '1h' or '1d'"));
        query.width = *width;
    }
    return readLimit(parameters, bucketLimits(query.width), query)
        .and_then([&] { return readGroupings(parameters, allowed, query); })
        .and_then([&] { return readRange(parameters, now, query); });
}

Parsed readCost(Parameters& parameters, const QDateTime& now, AdminQuery& query) {
    static const QStringList allowed = {QStringLiteral("workspace_id"), QStringLiteral("description")};
    if (parameters.single(QStringLiteral("bucket_width")).value_or(QStringLiteral("1d")) != u"1d") {
        return refuse(QStringLiteral("bucket_width: Input should be '1d'"));
    }
    return readLimit(parameters, bucketLimits(BucketWidth::Day), query)
        .and_then([&] { return readGroupings(parameters, allowed, query); })
        .and_then([&] { return readRange(parameters, now, query); });
}

Parsed readClaudeCode(Parameters& parameters, AdminQuery& query) {
    const auto text = parameters.single(QStringLiteral("starting_at"));
    if (!text) return refuse(QStringLiteral("starting_at: Field required"));
    const auto day = UtcDay::fromIso(*text);
    if (!day) return refuse(QStringLiteral("starting_at: Input should be a date in the format YYYY-MM-DD"));
    query.from = day->startSeconds();
    query.to = (*day + 1).startSeconds();
    return readLimit(parameters, {RecordsDefault, RecordsMost}, query);
}

Parsed readList(Parameters& parameters, AdminQuery& query) {
    query.afterId = parameters.single(QStringLiteral("after_id")).value_or(QString());
    if (query.endpoint == AdminQuery::Endpoint::Workspaces) {
        const auto text = parameters.single(QStringLiteral("include_archived"));
        if (text && *text != u"true" && *text != u"false") {
            return refuse(QStringLiteral("include_archived: Input should be a valid boolean"));
        }
        query.includeArchived = text == QStringLiteral("true");
    }
    return readLimit(parameters, {RecordsDefault, RecordsMost}, query);
}

/// The id in /v1/organizations/workspaces/ID/members; empty for other paths.
QString workspaceOfMembers(const QString& path) {
    const QStringList parts = path.split(u'/');
    const bool fits = path.startsWith(u"/v1/organizations/workspaces/") && parts.size() == 6 && parts[5] == u"members";
    return fits ? parts[4] : QString();
}

std::optional<AdminQuery::Endpoint> endpointOf(const QString& path) {
    using Endpoint = AdminQuery::Endpoint;
    if (path == u"/v1/organizations/me") return Endpoint::Me;
    if (path == u"/v1/organizations/workspaces") return Endpoint::Workspaces;
    if (path == u"/v1/organizations/api_keys") return Endpoint::ApiKeys;
    if (path == u"/v1/organizations/users") return Endpoint::Users;
    if (path == u"/v1/organizations/invites") return Endpoint::Invites;
    if (!workspaceOfMembers(path).isEmpty()) return Endpoint::Members;
    if (path == u"/v1/organizations/usage_report/messages") return Endpoint::Usage;
    if (path == u"/v1/organizations/cost_report") return Endpoint::Cost;
    if (path == u"/v1/organizations/usage_report/claude_code") return Endpoint::ClaudeCode;
    return std::nullopt;
}

QByteArray seal(const AdminQuery& query, const QByteArray& owner, const QByteArray& position) {
    const QByteArray bound = owner + '\n' + query.identity + '\n' + position;
    return QCryptographicHash::hash(bound, QCryptographicHash::Sha256).toHex().left(16);
}

}  // namespace

QByteArray refusalBody(const AdminRefusal& refusal, const QByteArray& requestId) {
    const QJsonObject error{{QStringLiteral("type"), QString::fromLatin1(refusal.type)},
                            {QStringLiteral("message"), refusal.message},
                            {QStringLiteral("details"), QJsonValue()}};
    return QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("error")},
                                     {QStringLiteral("error"), error},
                                     {QStringLiteral("request_id"), QString::fromLatin1(requestId)}})
        .toJson(QJsonDocument::Compact);
}

tl::expected<AdminQuery, AdminRefusal> parseAdminQuery(const QUrl& url, const QDateTime& now) {
    const auto endpoint = endpointOf(url.path());
    if (!endpoint) return tl::make_unexpected(AdminRefusal{404, "not_found_error", QStringLiteral("Not found")});
    AdminQuery query;
    query.endpoint = *endpoint;
    Parameters parameters(url);
    Parsed parsed;
    switch (query.endpoint) {
        case AdminQuery::Endpoint::Me:
            break;
        case AdminQuery::Endpoint::Workspaces:
        case AdminQuery::Endpoint::ApiKeys:
        case AdminQuery::Endpoint::Users:
        case AdminQuery::Endpoint::Invites:
        case AdminQuery::Endpoint::Members:
            query.workspace = workspaceOfMembers(url.path());
            parsed = readList(parameters, query);
            break;
        case AdminQuery::Endpoint::Usage:
            parsed = readUsage(parameters, now, query);
            break;
        case AdminQuery::Endpoint::Cost:
            parsed = readCost(parameters, now, query);
            break;
        case AdminQuery::Endpoint::ClaudeCode:
            parsed = readClaudeCode(parameters, query);
            break;
    }
    if (!parsed) return tl::make_unexpected(parsed.error());
    const bool isReport = query.endpoint == AdminQuery::Endpoint::Usage ||
                          query.endpoint == AdminQuery::Endpoint::Cost ||
                          query.endpoint == AdminQuery::Endpoint::ClaudeCode;
    if (isReport) query.page = parameters.single(QStringLiteral("page")).value_or(QString());
    if (const auto complaint = parameters.complaint()) return tl::make_unexpected(*complaint);
    query.identity = parameters.identity(url.path());
    return query;
}

QByteArray pageToken(const AdminQuery& query, const QByteArray& owner, std::int64_t position) {
    const QByteArray number = QByteArray::number(static_cast<qlonglong>(position));
    const QByteArray sealed = number + '.' + seal(query, owner, number);
    return "page_" + sealed.toBase64(QByteArray::Base64UrlEncoding);
}

tl::expected<std::int64_t, AdminRefusal> pagePosition(const AdminQuery& query, const QByteArray& owner,
                                                      std::int64_t first) {
    if (query.page.isEmpty()) return first;
    const QByteArray text = QByteArray::fromBase64(query.page.mid(5).toLatin1(), QByteArray::Base64UrlEncoding);
    const QByteArray number = text.left(text.indexOf('.'));
    if (!query.page.startsWith(u"page_") || text != number + '.' + seal(query, owner, number)) {
        return refuse(QStringLiteral("page: the token does not belong to this query"));
    }
    return number.toLongLong();
}

}  // namespace tokenledger
