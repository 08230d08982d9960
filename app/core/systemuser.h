// Who runs the program, for what is signed with a name: closes, imports, the audit log.
#pragma once

#include <QString>

namespace tokenledger {

/// The login name; "unknown" where the system does not tell.
[[nodiscard]] QString systemUserName();

}  // namespace tokenledger
