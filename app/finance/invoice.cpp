#include "app/finance/invoice.h"

#include "app/core/texts.h"
#include "app/finance/definitionjson.h"
#include "app/finance/matchlimits.h"

#include <QJsonArray>

namespace tokenledger {

namespace {

constexpr std::int64_t NanoPerCent = 10'000'000;
constexpr std::int64_t HundredPercent = 100'000'000;  // in millionths

Result<std::vector<InvoiceLine>> parseLines(const QJsonValue& lines, const DefinitionFields& fields) {
    std::vector<InvoiceLine> parsed;
    if (lines.isUndefined()) return parsed;
    if (!lines.isArray()) return fields.bad(tokenledger::tr("\"lines\" is not a list"));
    for (const QJsonValue& line : lines.toArray()) {
        const auto one =
            DefinitionFields::parse(canonicalJson(line.toObject()), tokenledger::tr("A line of the invoice"),
                                    {QStringLiteral("label"), QStringLiteral("amount")});
        if (!one) return failure(one.error());
        const auto label = one->text(QStringLiteral("label"));
        if (!label) return failure(label.error());
        const auto amount = one->money(QStringLiteral("amount"));
        if (!amount) return failure(amount.error());
        parsed.push_back({*label, *amount});
    }
    return parsed;
}

}  // namespace

Result<Money> taxOf(Money amount, Money credits, std::int64_t percent) {
    const auto base = subtract(amount, credits);
    if (!base) return failure(base.error());
    // Divided once: to the cent, not to the nano-dollar and then again.
    const auto cents = mulDivHalfEven(base->nano(), percent, HundredPercent * NanoPerCent);
    if (!cents) return failure(cents.error());
    const auto nano = mulDivHalfEven(*cents, NanoPerCent, 1);
    if (!nano) return failure(nano.error());
    return Money::fromNano(*nano);
}

Result<Money> dueOf(const Invoice& invoice) {
    const auto gross = add(invoice.amount, invoice.tax);
    if (!gross) return failure(gross.error());
    return subtract(*gross, invoice.credits);
}

Result<void> checkInvoice(const Invoice& invoice) {
    const auto bad = [](const QString& why) { return failure(ErrorKind::Usage, why); };
    if (invoice.number.trimmed().isEmpty()) return bad(tokenledger::tr("The invoice needs its number."));
    if (invoice.credits.isNegative())
        return bad(tokenledger::tr("Credits are given as a positive amount; they are taken off."));
    for (const InvoiceLine& line : invoice.lines) {
        if (line.label.trimmed().isEmpty()) return bad(tokenledger::tr("A line of the invoice needs a label."));
    }
    const auto due = dueOf(invoice);
    if (!due) return failure(due.error());
    if (*due == invoice.due) return {};
    const auto difference = subtract(invoice.due, *due);
    if (!difference) return failure(difference.error());
    return bad(tokenledger::tr("The amount due is %1, but amount %2 + tax %3 - credits %4 is %5: a difference of %6.")
                   .arg(toExactString(invoice.due), toExactString(invoice.amount), toExactString(invoice.tax),
                        toExactString(invoice.credits), toExactString(*due), toExactString(*difference)));
}

Result<Invoice> parseInvoice(const QByteArray& body, const QString& month) {
    const auto fields = DefinitionFields::parse(
        body, tokenledger::tr("The invoice of %1").arg(month),
        {QStringLiteral("amount"), QStringLiteral("credits"), QStringLiteral("date"), QStringLiteral("due"),
         QStringLiteral("lines"), QStringLiteral("number"), QStringLiteral("tax"), QStringLiteral("tax_percent")});
    if (!fields) return failure(fields.error());
    Invoice invoice;
    const auto number = fields->text(QStringLiteral("number"));
    if (!number) return failure(number.error());
    invoice.number = *number;
    const std::pair<const char*, Money*> amounts[] = {
        {"amount", &invoice.amount}, {"tax", &invoice.tax}, {"credits", &invoice.credits}, {"due", &invoice.due}};
    for (const auto& [name, amount] : amounts) {
        const auto parsed = fields->money(QString::fromLatin1(name));
        if (!parsed) return failure(parsed.error());
        *amount = *parsed;
    }
    const auto date = fields->optionalDay(QStringLiteral("date"));
    if (!date) return failure(date.error());
    invoice.date = *date;
    const auto percent = fields->optionalText(QStringLiteral("tax_percent"));
    if (!percent) return failure(percent.error());
    if (*percent) {
        const auto parsed = parsePercent(**percent);
        if (!parsed) return fields->bad(parsed.error().message);
        invoice.taxPercent = *parsed;
    }
    auto lines = parseLines(fields->value(QStringLiteral("lines")), *fields);
    if (!lines) return failure(lines.error());
    invoice.lines = *std::move(lines);
    if (auto checked = checkInvoice(invoice); !checked) return failure(checked.error());
    return invoice;
}

QByteArray toJson(const Invoice& invoice) {
    QJsonObject object{{QStringLiteral("number"), invoice.number},
                       {QStringLiteral("amount"), toExactString(invoice.amount)},
                       {QStringLiteral("tax"), toExactString(invoice.tax)},
                       {QStringLiteral("credits"), toExactString(invoice.credits)},
                       {QStringLiteral("due"), toExactString(invoice.due)}};
    if (invoice.date) object.insert(QStringLiteral("date"), invoice.date->toIso());
    if (invoice.taxPercent) object.insert(QStringLiteral("tax_percent"), percentText(*invoice.taxPercent));
    QJsonArray lines;
    for (const InvoiceLine& line : invoice.lines) {
        lines.append(
            QJsonObject{{QStringLiteral("label"), line.label}, {QStringLiteral("amount"), toExactString(line.amount)}});
    }
    if (!lines.isEmpty()) object.insert(QStringLiteral("lines"), lines);
    return canonicalJson(object);
}

QString acceptedName(const QString& month, const QString& item) { return month + u'/' + item; }

Result<AcceptedDifference> parseAccepted(const QByteArray& body, const QString& name) {
    const auto fields = DefinitionFields::parse(body, tokenledger::tr("The accepted difference %1").arg(name),
                                                {QStringLiteral("amount"), QStringLiteral("note")});
    if (!fields) return failure(fields.error());
    const auto amount = fields->money(QStringLiteral("amount"));
    if (!amount) return failure(amount.error());
    const auto note = fields->text(QStringLiteral("note"));
    if (!note) return failure(note.error());
    return AcceptedDifference{*amount, *note};
}

QByteArray toJson(const AcceptedDifference& accepted) {
    return canonicalJson(
        {{QStringLiteral("amount"), toExactString(accepted.amount)}, {QStringLiteral("note"), accepted.note}});
}

}  // namespace tokenledger
