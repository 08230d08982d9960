#include "app/sample/samplepeople.h"

#include "app/sample/sampleorganization.h"
#include "app/sample/samplerandom.h"

#include <algorithm>

namespace tokenledger::sample {

namespace {

UtcDay on(int year, int month, int day) { return UtcDay::fromDate(year, month, day); }

constexpr int Admins = 2;           // the first two of people()
constexpr int LongestServing = 27;  // these were there before the first key
constexpr int Jill = 35;            // becomes a developer
constexpr int Milan = 38;           // does the books, and leaves
constexpr int Nora = 39;            // joins by an invite
const UtcDay JillMoves = on(2026, 12, 1);
const UtcDay MilanLeaves = on(2026, 12, 11);
const UtcDay NoraInvited = on(2026, 11, 9);
const UtcDay NoraJoins = on(2026, 11, 23);

enum Question { DayOfJoining = 2000, OwnerOfKey = 3000, Membership = 4000 };

QByteArray userId(int person) { return idOf("user", person); }

int ownerIndex(int apiKey) {
    return static_cast<int>(pick(chance(UtcDay(), apiKey, Topic::Identity, OwnerOfKey), Admins, LongestServing - 1));
}

const char* roleOn(int person, UtcDay day) {
    if (person < Admins) return "admin";
    if (person == Milan) return "billing";
    if (person == Nora) return "user";
    if (person == Jill && day >= JillMoves) return "developer";
    return people()[static_cast<std::size_t>(person)].diligence > 1 ? "developer" : "claude_code_user";
}

UtcDay dayOfJoining(int person) {
    if (person == Nora) return NoraJoins;
    return foundingDay() - static_cast<int>(pick(chance(UtcDay(), person, Topic::Identity, DayOfJoining), 1, 28));
}

bool isThere(int person, UtcDay day) { return day >= dayOfJoining(person) && (person != Milan || day < MilanLeaves); }

bool ownsKeyIn(int person, int workspace) {
    const auto& keys = apiKeys();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].workspace == workspace && ownerIndex(static_cast<int>(i)) == person) return true;
    }
    return false;
}

/// Null: not a member.
const char* memberRole(int person, int workspace, UtcDay day) {
    if (person < Admins) return "workspace_admin";
    if (person == Milan) return "workspace_billing";
    if (ownsKeyIn(person, workspace)) return "workspace_developer";
    if (person == Jill) return workspace == 4 && day >= JillMoves ? "workspace_developer" : nullptr;
    if (person == Nora) return workspace == 1 ? "workspace_user" : nullptr;
    const std::uint64_t hash = chance(UtcDay(), person, Topic::Identity, Membership + workspace);
    if (pick(hash, 0, 3) != 0) return nullptr;
    return pick(mixBits(hash), 0, 2) == 0 ? "workspace_user" : "workspace_developer";
}

/// "ada.brandt@fenmarch.example" is Ada Brandt.
QByteArray nameOf(const QByteArray& email) {
    QByteArrayList words = email.left(email.indexOf('@')).split('.');
    for (QByteArray& word : words) word = word.left(1).toUpper() + word.mid(1);
    return words.join(' ');
}

struct Invitation {
    const char* email;
    UtcDay invited;
    UtcDay accepted;  // Never
};
const UtcDay Never = on(2199, 12, 31);
constexpr int InviteDays = 21;

std::vector<Invitation> invitations() {
    return {{"paul.winter@fenmarch.example", on(2026, 8, 3), Never},
            {people()[Nora].email, NoraInvited, NoraJoins},
            {"otto.reyes@fenmarch.example", on(2026, 11, 27), Never}};
}

}  // namespace

std::vector<SampleUser> usersOn(UtcDay day) {
    std::vector<SampleUser> users;
    for (int i = 0; i < static_cast<int>(people().size()); ++i) {
        if (!isThere(i, day)) continue;
        const QByteArray email = people()[static_cast<std::size_t>(i)].email;
        users.push_back({userId(i), nameOf(email), email, roleOn(i, day), dayOfJoining(i)});
    }
    return users;
}

std::vector<SampleInvite> invitesOn(UtcDay day) {
    std::vector<SampleInvite> invites;
    int number = 0;
    for (const Invitation& each : invitations()) {
        const QByteArray id = idOf("invite", number++);
        if (day < each.invited) continue;
        const UtcDay expires = each.invited + InviteDays;
        const bool accepted = day >= each.accepted;
        invites.push_back({id, each.email, each.invited, expires,
                           accepted ? std::optional(each.accepted) : std::nullopt,
                           accepted ? "accepted" : (day < expires ? "pending" : "expired")});
    }
    return invites;
}

std::vector<SampleMember> membersOn(int workspace, UtcDay day) {
    std::vector<SampleMember> members;
    for (int i = 0; i < static_cast<int>(people().size()); ++i) {
        const char* role = isThere(i, day) ? memberRole(i, workspace, day) : nullptr;
        if (role != nullptr) members.push_back({userId(i), role});
    }
    return members;
}

QByteArray ownerOf(int apiKey) { return userId(ownerIndex(apiKey)); }

}  // namespace tokenledger::sample
