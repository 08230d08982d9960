#include "app/finance/allocationrule.h"

#include "app/core/texts.h"
#include "app/finance/definitionjson.h"

#include <QJsonArray>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr std::int64_t Whole = 1'000'000;
constexpr std::int64_t NanoPerMillionth = 100'000;  // a per cent is read like a dollar, of which this is a 10,000th

tl::unexpected<Error> wrong(const QString& message) { return failure(ErrorKind::Usage, message); }

Result<SharingRule> ruleField(const DefinitionFields& fields, const QString& name) {
    const auto text = fields.optionalText(name);
    if (!text) return failure(text.error());
    if (!*text) return SharingRule::None;
    const auto rule = sharingRuleFromName(**text);
    if (!rule) return fields.bad(tr("\"%1\" is \"%2\", which is no rule").arg(name, **text));
    return *rule;
}

Result<std::int64_t> millionthsOf(const QString& percent) {
    const auto number = parseDollars(percent.toStdString());
    const bool sound = number && !number->rounded && number->amount.nano() > 0 &&
                       number->amount.nano() <= 100 * 1'000'000'000LL && number->amount.nano() % NanoPerMillionth == 0;
    if (!sound) {
        return wrong(tr("\"%1\" is no part in per cent: a number above 0 and up to 100, with at most four places.")
                         .arg(percent));
    }
    return number->amount.nano() / NanoPerMillionth;
}

Result<void> check(const AllocationRule& rule) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < rule.fixed.size(); ++i) {
        sum += rule.fixed[i].millionths;
        const auto same = [&rule, i](const AllocationRule::FixedShare& other) {
            return other.team == rule.fixed[i].team;
        };
        if (std::any_of(rule.fixed.begin(), rule.fixed.begin() + static_cast<std::ptrdiff_t>(i), same)) {
            return wrong(tr("The team \"%1\" has two fixed parts. Give it one.").arg(rule.fixed[i].team));
        }
    }
    const bool isFixed = rule.shared == SharingRule::Fixed || rule.console == SharingRule::Fixed;
    if (rule.fixed.empty()) {
        if (!isFixed) return {};
        return wrong(tr("The rule \"fixed\" needs a part for each team that is to bear something."));
    }
    if (sum != Whole) {
        return wrong(tr("The fixed parts are %1 % together. They have to be 100 %.").arg(partText(sum)));
    }
    return {};
}

}  // namespace

Result<AllocationRule> readAllocationRule(const QByteArray& body) {
    const auto fields =
        DefinitionFields::parse(body, tr("The allocation rule"),
                                {QStringLiteral("shared"), QStringLiteral("console"), QStringLiteral("fixed")});
    if (!fields) return failure(fields.error());
    AllocationRule rule;
    for (const auto& [name, into] :
         {std::pair{QStringLiteral("shared"), &rule.shared}, {QStringLiteral("console"), &rule.console}}) {
        const auto read = ruleField(*fields, name);
        if (!read) return failure(read.error());
        *into = *read;
    }
    const auto parts = fields->texts(QStringLiteral("fixed"));
    if (!parts) return failure(parts.error());
    for (const QString& part : *parts) {
        auto share = fixedShareFromText(part);
        if (!share) return failure(share.error());
        rule.fixed.push_back(*std::move(share));
    }
    if (auto checked = check(rule); !checked) return failure(checked.error());
    return rule;
}

QByteArray allocationRuleBody(const AllocationRule& rule) {
    QJsonObject body{{QStringLiteral("shared"), sharingRuleName(rule.shared)},
                     {QStringLiteral("console"), sharingRuleName(rule.console)}};
    QStringList parts;
    for (const auto& share : rule.fixed) parts.append(share.team + u'=' + partText(share.millionths));
    if (!parts.isEmpty()) body.insert(QStringLiteral("fixed"), QJsonArray::fromStringList(parts));
    return canonicalJson(body);
}

Result<AllocationRule::FixedShare> fixedShareFromText(const QString& text) {
    const qsizetype sign = text.lastIndexOf(u'=');  // a name may have one, a per cent does not
    if (sign <= 0) return wrong(tr("\"%1\" is no fixed part as in \"Research=40\".").arg(text));
    const auto millionths = millionthsOf(text.mid(sign + 1));
    if (!millionths) return failure(millionths.error());
    return AllocationRule::FixedShare{text.left(sign), *millionths};
}

QString partText(std::int64_t millionths) {
    QString text = toExactString(Money::fromNano(millionths * NanoPerMillionth));
    while (text.endsWith(u'0')) text.chop(1);
    if (text.endsWith(u'.')) text.chop(1);
    return text;
}

Result<AllocationRules> rulesFor(const AllocationRule& rule, const TeamBook& teams) {
    if (auto checked = check(rule); !checked) return failure(checked.error());
    AllocationRules rules{rule.shared, rule.console, {}};
    for (const auto& share : rule.fixed) {
        const std::int32_t team = teams.find(share.team);
        if (team == 0) {
            return wrong(tr("The allocation rule gives a part to the team \"%1\", which there is not. %2")
                             .arg(share.team, teams.whatThereIs()));
        }
        rules.fixed.push_back({team, share.millionths});
    }
    std::sort(rules.fixed.begin(), rules.fixed.end(), [](const auto& a, const auto& b) { return a.team < b.team; });
    return rules;
}

}  // namespace tokenledger
