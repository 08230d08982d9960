// Notices on the desktop, by org.freedesktop.Notifications. GUI thread.
#pragma once

#include <QString>

namespace tokenledger {

/// Where no desktop listens, nothing happens. Waits for nothing.
void showDesktopNotice(const QString& title, const QString& text);

}  // namespace tokenledger
