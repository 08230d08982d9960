// Teams from a CSV file: name, cost_centre, kind, member, from, to. Pure; any thread.
#pragma once

#include "app/finance/team.h"

#include <QIODevice>

#include <functional>

namespace tokenledger {

/// The id behind a member's name or id; an error says what there is.
using MemberIdOf = std::function<Result<QString>(MemberKind kind, const QString& nameOrId)>;

/// The teams of a file, whole, in the order in which they come first. The header names the columns, in any order; cost
/// centre, from and to may be left out, and a row without kind and member is a team without that member. Separated by
/// comma, semicolon or tab, whichever the header has. Error Usage, naming line and column, for the first thing that is
/// not understood.
[[nodiscard]] Result<std::vector<Team>> importTeamFile(QIODevice& file, const MemberIdOf& idOf);

}  // namespace tokenledger
