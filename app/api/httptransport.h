// The seam to the network: GET only. NetworkTransport asks a server; SampleTransport invents; tests use either.
#pragma once

#include "app/core/result.h"
#include "app/core/secretbuffer.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <utility>
#include <vector>

namespace tokenledger {

struct HttpRequest {
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;  // without the key
};

struct HttpResponse {
    int status = 0;
    std::vector<std::pair<QByteArray, QByteArray>> headers;  // names in lower case
    QByteArray body;                                         // decompressed

    /// The first header of this lower-case name; empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;

    friend bool operator==(const HttpResponse&, const HttpResponse&) = default;
};

/// One request under way. Emits finished exactly once (never from within get()), then deletes itself later.
/// Any HTTP status is a value; Network, Timeout and Cancelled are errors.
class HttpCall : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// finished(Cancelled) follows within one turn of the event loop.
    virtual void abort() = 0;

signals:
    void finished(const tokenledger::Result<tokenledger::HttpResponse>& response);
};

class HttpTransport {
public:
    virtual ~HttpTransport() = default;
    HttpTransport() = default;
    HttpTransport(const HttpTransport&) = delete;
    HttpTransport& operator=(const HttpTransport&) = delete;

    /// Starts a GET. The key goes into the x-api-key header and nowhere else; redirects are not followed.
    [[nodiscard]] virtual HttpCall* get(const HttpRequest& request, const SecretBuffer& key, QObject* parent) = 0;
};

}  // namespace tokenledger
