// The address of a proxy, as somebody typed it.
#pragma once

#include "app/core/result.h"

#include <QUrl>

namespace tokenledger {

/// "http://host:port", "socks5://host:port", or "host:port" for the first: its URL, always with a port. Error Usage,
/// also for a name and password: neither a command line nor a settings file is a place for them.
[[nodiscard]] Result<QUrl> checkProxyUrl(const QString& text);

}  // namespace tokenledger
