#include "app/finance/definitionjson.h"

#include "app/core/texts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tokenledger {

Result<DefinitionFields> DefinitionFields::parse(const QByteArray& body, const QString& what,
                                                 const QStringList& known) {
    DefinitionFields fields;
    fields.m_what = what;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return fields.bad(tokenledger::tr("it is not a JSON object (%1)").arg(error.errorString()));
    fields.m_object = document.object();
    for (const QString& name : fields.m_object.keys()) {
        if (!known.contains(name)) return fields.bad(tokenledger::tr("\"%1\" is nothing that is known here").arg(name));
    }
    return fields;
}

Result<QString> DefinitionFields::text(const QString& name) const {
    const auto found = optionalText(name);
    if (!found) return failure(found.error());
    if (!*found || (*found)->isEmpty()) return bad(tokenledger::tr("\"%1\" is missing").arg(name));
    return **found;
}

Result<std::optional<QString>> DefinitionFields::optionalText(const QString& name) const {
    const QJsonValue field = value(name);
    if (field.isUndefined()) return std::optional<QString>();
    if (!field.isString()) return bad(tokenledger::tr("\"%1\" is not a text").arg(name));
    return std::optional(field.toString());
}

Result<Money> DefinitionFields::money(const QString& name) const {
    const auto found = optionalMoney(name);
    if (!found) return failure(found.error());
    if (!*found) return bad(tokenledger::tr("\"%1\" is missing").arg(name));
    return **found;
}

Result<std::optional<Money>> DefinitionFields::optionalMoney(const QString& name) const {
    const auto field = optionalText(name);
    if (!field) return failure(field.error());
    if (!*field) return std::optional<Money>();
    const auto amount = parseDollars((*field)->toStdString());
    if (!amount || amount->rounded) {
        return bad(
            tokenledger::tr("\"%1\" is \"%2\", which is no amount of US dollars as in \"1250.00\"").arg(name, **field));
    }
    return std::optional(amount->amount);
}

Result<std::optional<UtcDay>> DefinitionFields::optionalDay(const QString& name) const {
    const auto field = optionalText(name);
    if (!field) return failure(field.error());
    if (!*field) return std::optional<UtcDay>();
    const auto day = UtcDay::fromIso(**field);
    if (!day) return bad(tokenledger::tr("\"%1\" is \"%2\", which is no day as in 2026-11-20").arg(name, **field));
    return day;
}

Result<QStringList> DefinitionFields::texts(const QString& name) const {
    const QJsonValue field = value(name);
    QStringList all;
    if (field.isUndefined()) return all;
    if (!field.isArray()) return bad(tokenledger::tr("\"%1\" is not a list").arg(name));
    for (const QJsonValue& one : field.toArray()) {
        if (!one.isString() || one.toString().isEmpty())
            return bad(tokenledger::tr("\"%1\" holds something but texts").arg(name));
        all.append(one.toString());
    }
    return all;
}

tl::unexpected<Error> DefinitionFields::bad(const QString& why) const {
    return failure(ErrorKind::Usage, tokenledger::tr("%1 cannot be read: %2.").arg(m_what, why));
}

QByteArray canonicalJson(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);  // a QJsonObject keeps its names sorted
}

}  // namespace tokenledger
