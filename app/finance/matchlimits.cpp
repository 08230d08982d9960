#include "app/finance/matchlimits.h"

#include "app/core/money.h"
#include "app/core/texts.h"
#include "app/finance/definitionjson.h"

namespace tokenledger {

namespace {

constexpr std::int64_t NanoPerMillionth = 1'000;
constexpr std::int64_t Hundred = 100'000'000;  // percent, in millionths

}  // namespace

Result<std::int64_t> parsePercent(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    const auto parsed = parseDollars(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    const bool fine = parsed && (parsed->rounded || parsed->amount.nano() % NanoPerMillionth != 0);
    if (!parsed || fine || parsed->amount.isNegative() || parsed->amount.nano() / NanoPerMillionth > Hundred) {
        return failure(ErrorKind::Usage,
                       tr("\"%1\" is no percentage: a number from 0 to 100 with at most six decimals is, as in "
                          "\"0.01\".")
                           .arg(text));
    }
    return parsed->amount.nano() / NanoPerMillionth;
}

QString percentText(std::int64_t millionths) {
    QString text = toExactString(Money::fromNano(millionths * NanoPerMillionth));
    while (text.endsWith(u'0')) text.chop(1);
    if (text.endsWith(u'.')) text.chop(1);
    return text;
}

Result<MatchLimits> parseMatchLimits(const QByteArray& json) {
    const auto fields = DefinitionFields::parse(json, tr("The limits of the reconciliation"),
                                                {QStringLiteral("exact"), QStringLiteral("close")});
    if (!fields) return failure(fields.error());
    MatchLimits limits;
    for (const auto& [name, limit] : {std::pair("exact", &limits.exact), std::pair("close", &limits.close)}) {
        const auto text = fields->text(QString::fromLatin1(name));
        if (!text) return failure(text.error());
        const auto percent = parsePercent(*text);
        if (!percent) return failure(percent.error());
        *limit = *percent;
    }
    if (limits.exact > limits.close) return fields->bad(tr("\"exact\" is above \"close\""));
    return limits;
}

QByteArray toJson(const MatchLimits& limits) {
    return canonicalJson(
        {{QStringLiteral("close"), percentText(limits.close)}, {QStringLiteral("exact"), percentText(limits.exact)}});
}

MatchStatus matchStatus(std::int64_t difference, std::int64_t base, const MatchLimits& limits) {
    __extension__ using Wide = __int128;
    const auto magnitude = [](std::int64_t value) { return value < 0 ? -Wide{value} : Wide{value}; };
    if (difference == 0) return MatchStatus::Exact;
    const Wide part = magnitude(difference) * Hundred;
    if (part < magnitude(base) * limits.exact) return MatchStatus::Exact;
    return part < magnitude(base) * limits.close ? MatchStatus::Close : MatchStatus::Investigate;
}

QString matchStatusName(MatchStatus status) {
    switch (status) {
        case MatchStatus::Exact:
            return QStringLiteral("exact");
        case MatchStatus::Close:
            return QStringLiteral("close");
        case MatchStatus::Investigate:
            break;
    }
    return QStringLiteral("investigate");
}

}  // namespace tokenledger
