// Who works at the sample organization on a day: users, invites, members of workspaces. A pure function of the day, so
// that a later present shows changes.
#pragma once

#include "app/core/period.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace tokenledger::sample {

struct SampleUser {
    QByteArray id;
    QByteArray name;
    QByteArray email;
    const char* role;
    UtcDay added;
};
[[nodiscard]] std::vector<SampleUser> usersOn(UtcDay day);

struct SampleInvite {
    QByteArray id;
    QByteArray email;
    UtcDay invited;
    UtcDay expires;
    std::optional<UtcDay> accepted;
    const char* status;
};
[[nodiscard]] std::vector<SampleInvite> invitesOn(UtcDay day);

struct SampleMember {
    QByteArray userId;
    const char* role;
};
[[nodiscard]] std::vector<SampleMember> membersOn(int workspace, UtcDay day);

/// Who created a key.
[[nodiscard]] QByteArray ownerOf(int apiKey);

}  // namespace tokenledger::sample
