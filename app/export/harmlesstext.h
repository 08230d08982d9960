// Text from outside (names, addresses, a server's words) as it may be shown on a terminal.
#pragma once

#include <QString>

namespace tokenledger {

/// Control characters, line ends among them, and direction overrides: they could move the cursor, forge a line of
/// output or swap the digits of a figure.
[[nodiscard]] bool isHarmful(char32_t character);

/// One line without harmful characters: each is shown as U+FFFD. For all text that goes to a terminal; CSV and JSON
/// keep the data as it is.
[[nodiscard]] QString harmless(const QString& text);

}  // namespace tokenledger
