// Strict reading of a definition's JSON body: a misspelt or missing field is an error that names it, never a default.
#pragma once

#include "app/core/money.h"
#include "app/core/period.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace tokenledger {

class DefinitionFields {
public:
    /// `what`: how an error calls it, as in 'The budget "Research"'. Error Usage when the body is no JSON object or has
    /// a field that is not `known`.
    [[nodiscard]] static Result<DefinitionFields> parse(const QByteArray& body, const QString& what,
                                                        const QStringList& known);

    // Error Usage for a field of another type or form; the optional ones give nothing where the field is not there.
    [[nodiscard]] Result<QString> text(const QString& name) const;  // not empty
    [[nodiscard]] Result<std::optional<QString>> optionalText(const QString& name) const;
    [[nodiscard]] Result<Money> money(const QString& name) const;  // a decimal text of US dollars
    [[nodiscard]] Result<std::optional<Money>> optionalMoney(const QString& name) const;
    [[nodiscard]] Result<std::optional<UtcDay>> optionalDay(const QString& name) const;
    [[nodiscard]] Result<QStringList> texts(const QString& name) const;  // none where the field is not there
    /// The field itself, for what is not a plain value.
    [[nodiscard]] QJsonValue value(const QString& name) const { return m_object.value(name); }

    /// An error about this definition: "The budget "Research": <why>."
    [[nodiscard]] tl::unexpected<Error> bad(const QString& why) const;

private:
    QString m_what;
    QJsonObject m_object;
};

/// Compact and with sorted names, so that equal objects are equal bytes.
[[nodiscard]] QByteArray canonicalJson(const QJsonObject& object);

}  // namespace tokenledger
