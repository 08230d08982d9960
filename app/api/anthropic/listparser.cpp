#include "app/api/anthropic/listparser.h"

#include "app/api/anthropic/errors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tokenledger {

namespace {

tl::unexpected<Error> malformed(const QString& detail) {
    return failure(ErrorKind::BadResponse,
                   QStringLiteral("The server's answer about the organization cannot be read. Try again."), detail);
}

Result<QJsonObject> rootObject(const QByteArray& body) {
    if (auto error = notJson(body)) return failure(std::move(*error));
    // JSON has none of these outside of escapes, but Qt's reader takes them: an id with one is another id.
    const auto isControl = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n';
    };
    if (std::any_of(body.cbegin(), body.cend(), isControl))
        return malformed(QStringLiteral("control characters in it"));
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(body, &trouble);
    if (!document.isObject()) return malformed(trouble.errorString());
    return document.object();
}

std::optional<QDateTime> timeAt(const QJsonObject& object, QLatin1String name) {
    return fromRfc3339(object.value(name).toString());
}

Workspace workspaceOf(const QJsonObject& object, const QString& id) {
    return {id, object.value(u"name").toString(), timeAt(object, QLatin1String("created_at")).value_or(QDateTime()),
            timeAt(object, QLatin1String("archived_at"))};
}

ApiKey apiKeyOf(const QJsonObject& object, const QString& id) {
    // An explicit null is the default workspace; only where the field is gone does its successor speak.
    QJsonValue workspace = object.value(u"workspace_id");
    if (workspace.isUndefined()) workspace = object.value(u"scope").toObject().value(u"workspace_id");
    std::optional<QString> workspaceId;
    if (workspace.isString()) workspaceId = workspace.toString();
    return {id, object.value(u"name").toString(), object.value(u"status").toString(), workspaceId,
            timeAt(object, QLatin1String("created_at")).value_or(QDateTime())};
}

template <typename Object>
Result<ListPage<Object>> parseList(const QByteArray& body, Object (*read)(const QJsonObject&, const QString&)) {
    const Result<QJsonObject> root = rootObject(body);
    if (!root) return failure(root.error());
    const QJsonValue data = root->value(u"data");
    const QJsonValue hasMore = root->value(u"has_more");
    if (!data.isArray()) return malformed(QStringLiteral("\"data\" is missing"));
    if (!hasMore.isBool()) return malformed(QStringLiteral("\"has_more\" is missing"));
    ListPage<Object> page;
    const QJsonArray entries = data.toArray();
    for (const QJsonValue& entry : entries) {
        const QString id = entry.toObject().value(u"id").toString();
        if (id.isEmpty()) return malformed(QStringLiteral("entry %1 has no id").arg(page.rows.size() + 1));
        page.rows.push_back(read(entry.toObject(), id));
    }
    page.lastId = root->value(u"last_id").toString();
    page.hasMore = hasMore.toBool() && !page.rows.empty();
    if (page.hasMore && page.lastId.isEmpty())
        return malformed(QStringLiteral("more is to come, but \"last_id\" is missing"));
    return page;
}

}  // namespace

Result<Organization> parseOrganization(const QByteArray& body) {
    const Result<QJsonObject> root = rootObject(body);
    if (!root) return failure(root.error());
    const QString id = root->value(u"id").toString();
    if (id.isEmpty()) return malformed(QStringLiteral("the organization has no id"));
    return Organization{id, root->value(u"name").toString()};
}

Result<ListPage<Workspace>> parseWorkspaces(const QByteArray& body) { return parseList<Workspace>(body, &workspaceOf); }

Result<ListPage<ApiKey>> parseApiKeys(const QByteArray& body) { return parseList<ApiKey>(body, &apiKeyOf); }

}  // namespace tokenledger
