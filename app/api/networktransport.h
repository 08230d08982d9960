// HttpTransport over QNetworkAccessManager. Lives in one thread with an event loop.
#pragma once

#include "app/api/httptransport.h"

#include <chrono>
#include <memory>

namespace tokenledger {

class NetworkTransport final : public HttpTransport {
public:
    static constexpr std::chrono::milliseconds DefaultTimeout{60'000};
    static constexpr std::chrono::milliseconds DefaultDeadline{300'000};
    static constexpr qsizetype DefaultMaxBody = 256 * 1024 * 1024;

    /// `timeout`: the longest time without a byte. `maxBody`: bytes after decompression; more is a BadResponse.
    /// `deadline`: the longest time for a whole answer, however steadily it drips.
    explicit NetworkTransport(std::chrono::milliseconds timeout = DefaultTimeout, qsizetype maxBody = DefaultMaxBody,
                              std::chrono::milliseconds deadline = DefaultDeadline);
    ~NetworkTransport() override;

    /// One of checkProxyUrl(), for the requests from now on; empty: the system's. Requests to this machine use none.
    void setProxy(const QUrl& proxy);

    /// Refuses (Usage) plain http to another machine, and (Unauthorized) a key that cannot stand in a header.
    [[nodiscard]] HttpCall* get(const HttpRequest& request, const SecretBuffer& key, QObject* parent) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace tokenledger
