// Errors are values: every fallible function returns Result<T>, which holds the value or an Error in plain words.
#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace tokenledger {

enum class ErrorKind {
    Network,       // no connection, DNS, proxy
    Certificate,   // a connection, but not to somebody who can be trusted
    Timeout,       // the server did not answer in time
    Unauthorized,  // 401: the key is missing or refused
    Forbidden,     // 403: the key may not read this
    NotFound,      // 404
    RateLimited,   // 429
    BadResponse,   // an answer that cannot be trusted: malformed, truncated, unexpected status
    Cache,         // the SQLite file: cannot open, newer schema, disk full, locked
    Damaged,       // the SQLite file: its content is not what was written
    Secret,        // the key could not be found, read or stored
    Cancelled,     // the user or a signal stopped it
    Usage,         // the caller asked for something that does not exist
    Internal,      // a defect in this program
};

/// Nothing was heard from the server, or not from one that can be trusted.
[[nodiscard]] constexpr bool isUnreachable(ErrorKind kind) {
    return kind == ErrorKind::Network || kind == ErrorKind::Certificate || kind == ErrorKind::Timeout;
}

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString message;  // one plain sentence for the reader, with what to do next
    QString detail;   // technical text for "Technical details" and the log; never holds the key
    std::optional<std::chrono::milliseconds> retryAfter = std::nullopt;
    int httpStatus = 0;             // 0: no HTTP answer was involved
    QString requestId = QString();  // the server's request id, when it sent one

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// The error branch of any Result.
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString message, QString detail = {}) {
    return tl::make_unexpected(Error{kind, std::move(message), std::move(detail)});
}
[[nodiscard]] inline tl::unexpected<Error> failure(Error error) { return tl::make_unexpected(std::move(error)); }

}  // namespace tokenledger
