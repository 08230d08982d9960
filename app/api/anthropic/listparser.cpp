#include "app/api/anthropic/listparser.h"

#include "app/api/anthropic/errors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

namespace tokenledger {

namespace {

tl::unexpected<Error> malformed(const QString& detail) {
    return failure(ErrorKind::BadResponse,
                   QStringLiteral("The server's answer about the organization cannot be read. Try again."), detail);
}

Result<QJsonObject> rootObject(const QByteArray& body) {
    if (auto error = notJson(body)) return failure(std::move(*error));
    // Qt's reader takes what is no JSON, such as raw zero bytes and halves of characters: an id with one is another id.
    simdjson::dom::parser strict;
    const auto bytes = static_cast<std::size_t>(body.size());
    if (const auto error = strict.parse(body.constData(), bytes).error()) {
        return malformed(QString::fromLatin1(simdjson::error_message(error)));
    }
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(body, &trouble);
    if (!document.isObject()) return malformed(trouble.errorString());
    return document.object();
}

std::optional<QString> textOf(const QJsonValue& value) {
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QJsonValue valueOf(const QJsonObject& object, const ObjectField& field) {
    const QLatin1String name(field.name);
    const QJsonValue value = object.value(name);
    // An explicit null is the default workspace; only where the field is gone does its successor speak.
    if (value.isUndefined() && name == QLatin1String("workspace_id")) {
        return object.value(u"scope").toObject().value(name);
    }
    // A reference to another object.
    if (value.isObject()) return value.toObject().value(u"id");
    return value;
}

ListedObject objectOf(ObjectKind kind, const QJsonObject& object) {
    ListedObject listed;
    for (const ObjectField& field : fieldsOf(kind)) {
        std::optional<QString> text = textOf(valueOf(object, field));
        if (text && field.isTime) {
            const auto time = fromRfc3339(*text);
            text = time ? std::optional(toRfc3339(*time)) : std::nullopt;
        }
        listed.values.push_back(std::move(text));
    }
    listed.id = object.value(u"id").toString();
    if (kind == ObjectKind::WorkspaceMember) {
        const QString workspace = object.value(u"workspace_id").toString();
        const QString user = object.value(u"user_id").toString();
        if (!workspace.isEmpty() && !user.isEmpty()) listed.id = QString(workspace % u'/' % user);
    }
    return listed;
}

}  // namespace

Result<ObjectPage> parseObjects(ObjectKind kind, const QByteArray& body) {
    const Result<QJsonObject> root = rootObject(body);
    if (!root) return failure(root.error());
    const QJsonValue data = root->value(u"data");
    const QJsonValue hasMore = root->value(u"has_more");
    if (!data.isArray()) return malformed(QStringLiteral("\"data\" is missing"));
    if (!hasMore.isBool()) return malformed(QStringLiteral("\"has_more\" is missing"));
    ObjectPage page;
    const QJsonArray entries = data.toArray();
    for (const QJsonValue& entry : entries) {
        ListedObject object = objectOf(kind, entry.toObject());
        // An id becomes a part of an address, where dots alone lead elsewhere.
        const bool usable = std::any_of(object.id.begin(), object.id.end(), [](QChar c) { return c != u'.'; });
        if (!usable) return malformed(QStringLiteral("entry %1 has no id").arg(page.rows.size() + 1));
        page.rows.push_back(std::move(object));
    }
    page.lastId = root->value(u"last_id").toString();
    page.hasMore = hasMore.toBool() && !page.rows.empty();
    if (page.hasMore && page.lastId.isEmpty())
        return malformed(QStringLiteral("more is to come, but \"last_id\" is missing"));
    return page;
}

Result<Organization> parseOrganization(const QByteArray& body) {
    const Result<QJsonObject> root = rootObject(body);
    if (!root) return failure(root.error());
    const QString id = root->value(u"id").toString();
    if (id.isEmpty()) return malformed(QStringLiteral("the organization has no id"));
    return Organization{id, root->value(u"name").toString()};
}

}  // namespace tokenledger
