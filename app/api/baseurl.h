// Where a key may be sent: https anywhere, plain http only to this machine itself.
#pragma once

#include <QUrl>

namespace tokenledger {

/// localhost, 127.0.0.0/8, ::1.
[[nodiscard]] bool isLoopbackHost(const QString& host);
[[nodiscard]] bool mayCarryKey(const QUrl& url);

}  // namespace tokenledger
