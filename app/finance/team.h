// Teams: named groups of workspaces, API keys and people with the cost centre that their cost goes to, and who is in
// which on a day. Pure values.
#pragma once

#include "app/core/period.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace tokenledger {

/// In the order in which they decide: a key that is a member goes before the person who made it, and both before the
/// workspace.
enum class MemberKind : std::uint8_t { ApiKey, Person, Workspace };
inline constexpr int MemberKindCount = 3;
/// "key", "person", "workspace".
[[nodiscard]] QString memberKindName(MemberKind kind);
[[nodiscard]] std::optional<MemberKind> memberKindFromName(QStringView name);

struct TeamMember {
    MemberKind kind = MemberKind::Workspace;
    QString id;                  // as the API sends it, of a person the e-mail in small letters; empty: the default
                                 // workspace
    std::optional<UtcDay> from;  // first day; nothing: since ever
    std::optional<UtcDay> to;    // last day; nothing: for good

    [[nodiscard]] bool isSame(const TeamMember& other) const { return kind == other.kind && id == other.id; }
    [[nodiscard]] bool holdsOn(UtcDay day) const { return (!from || *from <= day) && (!to || day <= *to); }
    friend bool operator==(const TeamMember&, const TeamMember&) = default;
};

struct Team {
    QString name;
    QString costCentre;  // empty: none
    std::vector<TeamMember> members;
    friend bool operator==(const Team&, const Team&) = default;
};

/// What a definition's body says. Error Usage, naming the field, for anything that is not known or does not hold.
[[nodiscard]] Result<Team> readTeam(const QString& name, const QByteArray& body);
[[nodiscard]] QByteArray teamBody(const Team& team);

/// Makes `member` one of the team's. One that is in it already gets the dates that `member` has, and keeps the others.
void setMember(Team& team, const TeamMember& member);

/// Who the cost of a key is, as far as it is known.
struct TeamSubject {
    QString workspace;  // empty: the default one
    QString key;        // empty: none (Console use, shared cost)
    QString person;     // who made the key, by e-mail; empty: not known
};

/// All teams of an organization.
class TeamBook {
public:
    TeamBook() = default;
    /// Sorts them by name. Error Usage: two of one name, a name that is empty, a membership that ends before it begins,
    /// or something that is in two teams on the same day, which names both.
    [[nodiscard]] static Result<TeamBook> make(std::vector<Team> teams);

    [[nodiscard]] const std::vector<Team>& teams() const { return m_teams; }
    /// A team's number: its place by name, from 1; 0: there is none of that name.
    [[nodiscard]] std::int32_t find(const QString& name) const;
    [[nodiscard]] const Team& team(std::int32_t number) const { return m_teams[static_cast<std::size_t>(number - 1)]; }
    /// The team that a day's cost belongs to; 0: none.
    [[nodiscard]] std::int32_t teamOn(UtcDay day, const TeamSubject& subject) const;
    /// Days on which teamOn may answer otherwise than on the day before, ascending.
    [[nodiscard]] std::vector<UtcDay> changes() const;
    /// "There are Data and Search." or "There is no team yet.": for an error about a name that is not known.
    [[nodiscard]] QString whatThereIs() const;

private:
    struct Membership {
        TeamMember member;
        std::int32_t team = 0;
    };
    [[nodiscard]] Result<void> enter(std::int32_t number);

    std::vector<Team> m_teams;
    std::array<QHash<QString, std::vector<Membership>>, MemberKindCount> m_memberships;  // by kind, then id
};

}  // namespace tokenledger
