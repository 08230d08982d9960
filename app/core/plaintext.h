// Text from outside (a server, a file of somebody else) made fit for an error, a log line or a terminal.
#pragma once

#include <QString>

namespace tokenledger {

/// On one line: control characters, bidirectional overrides and line separators become blanks; at most 300 characters.
[[nodiscard]] QString plainText(const QString& text);

}  // namespace tokenledger
