#include "app/finance/team.h"

#include "app/core/plaintext.h"
#include "app/core/texts.h"
#include "app/finance/definitionjson.h"

#include <QJsonArray>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr std::array<const char*, MemberKindCount> KindNames = {"key", "person", "workspace"};

tl::unexpected<Error> wrong(const QString& message) { return failure(ErrorKind::Usage, message); }

QString memberText(const TeamMember& member) {
    switch (member.kind) {
        case MemberKind::ApiKey:
            return tokenledger::tr("The API key %1").arg(member.id);
        case MemberKind::Person:
            return member.id;
        case MemberKind::Workspace:
            break;
    }
    return member.id.isEmpty() ? tokenledger::tr("The default workspace")
                               : tokenledger::tr("The workspace %1").arg(member.id);
}

/// The first day that both hold on; nothing: there is none.
std::optional<UtcDay> firstCommonDay(const TeamMember& a, const TeamMember& b) {
    constexpr std::int32_t Ever = INT32_MIN;
    const auto from = [](const TeamMember& member) { return member.from ? member.from->number() : Ever; };
    const UtcDay first = UtcDay::fromNumber(std::max(from(a), from(b)));
    const auto ended = [first](const TeamMember& member) { return member.to && *member.to < first; };
    if (ended(a) || ended(b)) return std::nullopt;
    return first;
}

Result<TeamMember> readMember(const QJsonValue& value, const QString& what) {
    if (!value.isObject()) return wrong(tokenledger::tr("%1 cannot be read: a member is no JSON object.").arg(what));
    const auto fields = DefinitionFields::parse(
        canonicalJson(value.toObject()), what,
        {QStringLiteral("kind"), QStringLiteral("id"), QStringLiteral("from"), QStringLiteral("to")});
    if (!fields) return failure(fields.error());
    const auto kind = fields->text(QStringLiteral("kind"));
    if (!kind) return failure(kind.error());
    const auto known = memberKindFromName(*kind);
    if (!known)
        return fields->bad(
            tokenledger::tr("\"%1\" is no kind of member; there are key, person and workspace").arg(*kind));
    const auto id = fields->optionalText(QStringLiteral("id"));
    if (!id) return failure(id.error());
    if (!*id || ((*id)->isEmpty() && *known != MemberKind::Workspace)) {
        return fields->bad(tokenledger::tr("\"id\" of a member is missing"));
    }
    const auto from = fields->optionalDay(QStringLiteral("from"));
    if (!from) return failure(from.error());
    const auto to = fields->optionalDay(QStringLiteral("to"));
    if (!to) return failure(to.error());
    return TeamMember{*known, *known == MemberKind::Person ? (*id)->toLower() : **id, *from, *to};
}

Result<void> checkTeam(const Team& team) {
    if (team.name.trimmed().isEmpty()) return wrong(tokenledger::tr("A team needs a name."));
    for (const QString& text : {team.name, team.costCentre}) {
        if (text == QLatin1String("(no team)") || text == QLatin1String("(no cost centre)")) {
            return wrong(
                tokenledger::tr("\"%1\" is what the reports call cost without one. Choose another name.").arg(text));
        }
        if (text != plainText(text) || text != text.trimmed()) {
            return wrong(tokenledger::tr(
                             "\"%1\" is no name that can be shown: it begins or ends with a blank, is longer than 300 "
                             "characters or has line breaks.")
                             .arg(plainText(text)));
        }
    }
    for (const TeamMember& member : team.members) {
        if (member.from && member.to && *member.to < *member.from) {
            return wrong(tokenledger::tr("%1 leaves the team \"%2\" on %3, before it comes into it on %4.")
                             .arg(memberText(member), team.name, member.to->toIso(), member.from->toIso()));
        }
    }
    return {};
}

}  // namespace

QString memberKindName(MemberKind kind) { return QString::fromLatin1(KindNames[static_cast<std::size_t>(kind)]); }

std::optional<MemberKind> memberKindFromName(QStringView name) {
    const auto found = std::find_if(KindNames.begin(), KindNames.end(),
                                    [name](const char* known) { return name == QLatin1String(known); });
    if (found == KindNames.end()) return std::nullopt;
    return static_cast<MemberKind>(found - KindNames.begin());
}

Result<Team> readTeam(const QString& name, const QByteArray& body) {
    const QString what = tokenledger::tr("The team \"%1\"").arg(name);
    const auto fields = DefinitionFields::parse(body, what, {QStringLiteral("cost_centre"), QStringLiteral("members")});
    if (!fields) return failure(fields.error());
    Team team{name, {}, {}};
    const auto costCentre = fields->optionalText(QStringLiteral("cost_centre"));
    if (!costCentre) return failure(costCentre.error());
    team.costCentre = costCentre->value_or(QString());
    const QJsonValue members = fields->value(QStringLiteral("members"));
    if (!members.isUndefined() && !members.isArray()) return fields->bad(tokenledger::tr("\"members\" is not a list"));
    for (const QJsonValue& value : members.toArray()) {
        auto member = readMember(value, what);
        if (!member) return failure(member.error());
        team.members.push_back(*std::move(member));
    }
    if (auto checked = checkTeam(team); !checked) return failure(checked.error());
    return team;
}

QByteArray teamBody(const Team& team) {
    QJsonArray members;
    for (const TeamMember& member : team.members) {
        QJsonObject object{{QStringLiteral("kind"), memberKindName(member.kind)}, {QStringLiteral("id"), member.id}};
        if (member.from) object.insert(QStringLiteral("from"), member.from->toIso());
        if (member.to) object.insert(QStringLiteral("to"), member.to->toIso());
        members.append(object);
    }
    QJsonObject body{{QStringLiteral("members"), members}};
    if (!team.costCentre.isEmpty()) body.insert(QStringLiteral("cost_centre"), team.costCentre);
    return canonicalJson(body);
}

void setMember(Team& team, const TeamMember& member) {
    const auto found = std::find_if(team.members.begin(), team.members.end(),
                                    [&member](const TeamMember& other) { return other.isSame(member); });
    if (found == team.members.end()) {
        team.members.push_back(member);
        return;
    }
    if (member.from) found->from = member.from;
    if (member.to) found->to = member.to;
}

Result<TeamBook> TeamBook::make(std::vector<Team> teams) {
    TeamBook book;
    book.m_teams = std::move(teams);
    std::sort(book.m_teams.begin(), book.m_teams.end(),
              [](const Team& a, const Team& b) { return a.name.toUtf8() < b.name.toUtf8(); });
    for (std::size_t i = 0; i < book.m_teams.size(); ++i) {
        if (auto checked = checkTeam(book.m_teams[i]); !checked) return failure(checked.error());
        if (i > 0 && book.m_teams[i].name == book.m_teams[i - 1].name) {
            return wrong(tokenledger::tr("There are two teams \"%1\".").arg(book.m_teams[i].name));
        }
        if (auto entered = book.enter(static_cast<std::int32_t>(i + 1)); !entered) return failure(entered.error());
    }
    return book;
}

Result<void> TeamBook::enter(std::int32_t number) {
    for (const TeamMember& member : team(number).members) {
        auto& others = m_memberships[static_cast<std::size_t>(member.kind)][member.id];
        for (const Membership& other : others) {
            const auto day = other.team == number ? std::nullopt : firstCommonDay(member, other.member);
            if (!day) continue;
            const QString when =
                day->number() == INT32_MIN ? tokenledger::tr("at once") : tokenledger::tr("on %1").arg(day->toIso());
            return wrong(tokenledger::tr(
                             "%1 would be in the teams \"%2\" and \"%3\" %4. Let it leave the one before it comes into "
                             "the other.")
                             .arg(memberText(member), team(other.team).name, team(number).name, when));
        }
        others.push_back({member, number});
    }
    return {};
}

std::int32_t TeamBook::find(const QString& name) const {
    const auto found =
        std::find_if(m_teams.begin(), m_teams.end(), [&name](const Team& team) { return team.name == name; });
    return found == m_teams.end() ? 0 : static_cast<std::int32_t>(found - m_teams.begin()) + 1;
}

std::int32_t TeamBook::teamOn(UtcDay day, const TeamSubject& subject) const {
    const auto memberOn = [this, day](MemberKind kind, const QString& id) -> std::int32_t {
        const auto& memberships = m_memberships[static_cast<std::size_t>(kind)];
        const auto found = memberships.constFind(id);
        if (found == memberships.constEnd()) return 0;
        for (const Membership& membership : *found) {
            if (membership.member.holdsOn(day)) return membership.team;
        }
        return 0;
    };
    if (!subject.key.isEmpty()) {
        if (const auto team = memberOn(MemberKind::ApiKey, subject.key); team != 0) return team;
    }
    if (!subject.person.isEmpty()) {
        if (const auto team = memberOn(MemberKind::Person, subject.person.toLower()); team != 0) return team;
    }
    return memberOn(MemberKind::Workspace, subject.workspace);
}

std::vector<UtcDay> TeamBook::changes() const {
    std::vector<UtcDay> days;
    for (const Team& team : m_teams) {
        for (const TeamMember& member : team.members) {
            if (member.from) days.push_back(*member.from);
            if (member.to) days.push_back(*member.to + 1);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

QString TeamBook::whatThereIs() const {
    QStringList names;
    for (const Team& team : m_teams) names.append(QStringLiteral("\"%1\"").arg(team.name));
    if (names.isEmpty()) return tokenledger::tr("There is no team yet.");
    return tokenledger::tr("There are the teams %1.").arg(names.join(QStringLiteral(", ")));
}

}  // namespace tokenledger
