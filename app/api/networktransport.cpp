#include "app/api/networktransport.h"

#include "app/api/baseurl.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace tokenledger {

QByteArray HttpResponse::header(QByteArrayView name) const {
    for (const auto& [key, value] : headers) {
        if (key == name) return value;
    }
    return {};
}

namespace {

// A proxy never sees requests to this machine: over plain http it would see the key.
class ProxyFactory final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
        if (isLoopbackHost(query.peerHostName())) return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return given ? QList<QNetworkProxy>{*given} : systemProxyForQuery(query);
    }

    std::optional<QNetworkProxy> given;  // else the system's
};

Error noAnswerInTime(const QString& host, const QString& technical) {
    return {ErrorKind::Timeout, QStringLiteral("%1 did not answer in time. Try again later.").arg(host), technical};
}

Error untrusted(const QString& host, const QString& technical) {
    return {ErrorKind::Certificate,
            QStringLiteral("No secure connection to %1 could be made: its certificate is not trusted here. Check this "
                           "machine's clock and certificates, and whether a proxy inspects the traffic.")
                .arg(host),
            technical};
}

Error networkError(QNetworkReply::NetworkError code, const QString& host, const QString& technical) {
    const auto error = [&](const QString& message) { return Error{ErrorKind::Network, message.arg(host), technical}; };
    switch (code) {
        case QNetworkReply::HostNotFoundError:
            return error(QStringLiteral("The host %1 was not found. Check the network connection and the address."));
        case QNetworkReply::ConnectionRefusedError:
            return error(QStringLiteral("%1 refused the connection. Check the address and any firewall."));
        case QNetworkReply::RemoteHostClosedError:
            return error(QStringLiteral("%1 closed the connection before the answer was complete. Try again."));
        case QNetworkReply::SslHandshakeFailedError:
            return error(
                QStringLiteral("No secure connection to %1 could be made. Check whether a proxy or firewall stands in "
                               "the way, then try again."));
        case QNetworkReply::TimeoutError:
            return noAnswerInTime(host, technical);
        case QNetworkReply::ProxyConnectionRefusedError:
        case QNetworkReply::ProxyConnectionClosedError:
        case QNetworkReply::ProxyNotFoundError:
        case QNetworkReply::ProxyTimeoutError:
        case QNetworkReply::UnknownProxyError:
            return error(QStringLiteral(
                "The proxy on the way to %1 cannot be reached. Check the proxy settings: the system's, or "
                "those given to Tokenledger."));
        case QNetworkReply::ProxyAuthenticationRequiredError:
            return error(QStringLiteral(
                "The proxy on the way to %1 asks for a name and a password, or refuses those it got. Put "
                "them into the system's proxy settings or the environment variable https_proxy."));
        case QNetworkReply::TemporaryNetworkFailureError:
        case QNetworkReply::NetworkSessionFailedError:
            return error(QStringLiteral("The network connection broke off on the way to %1. Try again."));
        default:  // Qt has no code of its own for a proxy that cannot be reached, or refuses
            return error(QStringLiteral("%1 cannot be reached. Check the network connection and the proxy settings."));
    }
}

bool canStandInHeader(const QByteArray& key) {
    return std::all_of(key.cbegin(), key.cend(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Answers with an error that was known before anything was sent.
class RefusedCall final : public HttpCall {
public:
    RefusedCall(Error error, QObject* parent) : HttpCall(parent) {
        QMetaObject::invokeMethod(
            this,
            [this, error = std::move(error)] {
                emit finished(failure(error));
                deleteLater();
            },
            Qt::QueuedConnection);
    }
    void abort() override {}
};

class NetworkCall final : public HttpCall {
public:
    NetworkCall(QNetworkReply* reply, qsizetype maxBody, std::chrono::milliseconds deadline, QObject* parent)
        : HttpCall(parent), m_reply(reply), m_host(reply->url().host()), m_maxBody(maxBody) {
        connect(reply, &QNetworkReply::readyRead, this, &NetworkCall::read);
        // Nobody says that they do not matter, so the handshake fails next.
        connect(reply, &QNetworkReply::sslErrors, this, [this] { m_isUntrusted = true; });
        connect(reply, &QNetworkReply::finished, this, &NetworkCall::finish, Qt::QueuedConnection);
        // The reply belongs to the transport and goes with it.
        connect(reply, &QObject::destroyed, this, &NetworkCall::finish, Qt::QueuedConnection);
        QTimer::singleShot(deadline, this, [this, deadline] {
            end(noAnswerInTime(m_host, QStringLiteral("no whole answer in %1 ms").arg(deadline.count())));
        });
    }
    ~NetworkCall() override {
        if (!m_reply) return;
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }

    void abort() override { end(cancelled()); }

private:
    static Error cancelled() { return {ErrorKind::Cancelled, QStringLiteral("Stopped before it was done."), {}}; }

    void end(Error verdict) {
        if (m_done || m_verdict || !m_reply) return;
        m_verdict = std::move(verdict);
        m_reply->abort();
    }

    void read() {
        if (m_verdict || !m_reply->isReadable()) return;
        while (m_body.size() <= m_maxBody) {
            const QByteArray chunk = m_reply->read(ChunkSize);
            if (chunk.isEmpty()) return;
            m_body += chunk;
        }
        end(tooLarge(QStringLiteral("more than %1 bytes").arg(m_maxBody)));
    }

    [[nodiscard]] Error tooLarge(const QString& technical) const {
        return {ErrorKind::BadResponse,
                QStringLiteral("The answer of %1 is damaged, or too large to be a report page.").arg(m_host),
                technical};
    }

    void finish() {
        if (m_done) return;
        m_done = true;
        emit finished(outcome());
        deleteLater();
    }

    Result<HttpResponse> outcome() {
        if (m_reply) read();
        if (!m_reply && !m_verdict) m_verdict = cancelled();
        if (m_verdict) return failure(*m_verdict);
        const QNetworkReply::NetworkError code = m_reply->error();
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        // A refusal by status is reported as an error, too, but its exchange is whole. Anything else beside a status
        // (cut off, not decompressible) means that the body is not.
        const bool whole =
            code == QNetworkReply::NoError || (status >= 400 && code >= QNetworkReply::ContentAccessDenied);
        if (status != 0 && !whole && code == QNetworkReply::UnknownContentError) {
            return failure(tooLarge(m_reply->errorString()));  // of unpacking
        }
        if (m_isUntrusted) return failure(untrusted(m_host, m_reply->errorString()));
        if (status == 0 || !whole) {
            // Its own abort apart, only the transfer timeout cancels a reply.
            const bool timedOut = code == QNetworkReply::OperationCanceledError;
            return failure(networkError(timedOut ? QNetworkReply::TimeoutError : code, m_host, m_reply->errorString()));
        }
        // A connection that is closed early enough is taken for the end of the body; the header is removed when Qt
        // unpacks one.
        const QVariant promised = m_reply->header(QNetworkRequest::ContentLengthHeader);
        const bool bodiless = status == 204 || status == 304;  // the header may still be there
        if (!bodiless && promised.isValid() && m_body.size() < promised.toLongLong()) {
            return failure(
                networkError(QNetworkReply::RemoteHostClosedError, m_host,
                             QStringLiteral("%1 of %2 bytes").arg(m_body.size()).arg(promised.toLongLong())));
        }
        HttpResponse response;
        response.status = status;
        for (const auto& [name, value] : m_reply->rawHeaderPairs())
            response.headers.emplace_back(name.toLower(), value);
        response.body = std::move(m_body);
        return response;
    }

    static constexpr qint64 ChunkSize = 64 * 1024;  // so that a bomb unpacks no further than the bound

    QPointer<QNetworkReply> m_reply;
    QString m_host;
    qsizetype m_maxBody;
    QByteArray m_body;
    std::optional<Error> m_verdict;
    bool m_done = false;
    bool m_isUntrusted = false;
};

}  // namespace

struct NetworkTransport::Private {
    QNetworkAccessManager manager;
    ProxyFactory* proxies = nullptr;
    std::chrono::milliseconds timeout;
    qsizetype maxBody;
    std::chrono::milliseconds deadline;
};

NetworkTransport::NetworkTransport(std::chrono::milliseconds timeout, qsizetype maxBody,
                                   std::chrono::milliseconds deadline)
    : d(std::make_unique<Private>()) {
    d->timeout = timeout;
    d->maxBody = maxBody;
    d->deadline = deadline;
    d->manager.setProxyFactory(d->proxies = new ProxyFactory);  // the manager owns it
    d->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

NetworkTransport::~NetworkTransport() = default;

void NetworkTransport::setProxy(const QUrl& proxy) {
    d->proxies->given.reset();
    if (!proxy.isEmpty()) {
        const bool socks = proxy.scheme() == u"socks5";
        d->proxies->given = QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, proxy.host(),
                                          static_cast<quint16>(proxy.port()));
    }
    d->manager.clearConnectionCache();
}

HttpCall* NetworkTransport::get(const HttpRequest& request, const SecretBuffer& key, QObject* parent) {
    if (!mayCarryKey(request.url)) {
        return new RefusedCall(
            {ErrorKind::Usage, QStringLiteral("The key is sent over https only, or to this machine itself."), {}},
            parent);
    }
    if (!canStandInHeader(key.bytes())) {
        return new RefusedCall(
            {ErrorKind::Unauthorized,
             QStringLiteral("The key holds characters that no key has, such as a blank or a line break. "
                            "Copy it again."),
             {}},
            parent);
    }
    QNetworkRequest outgoing(request.url);
    for (const auto& [name, value] : request.headers) outgoing.setRawHeader(name, value);
    // A deep copy: bytes shared with the key would be detached from, not overwritten, when the key is wiped. Qt's own
    // copies, in the request and in its write buffers, cannot be wiped; they are freed with the reply and connection.
    outgoing.setRawHeader(QByteArrayLiteral("x-api-key"), QByteArray(key.bytes().constData(), key.bytes().size()));
    outgoing.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    outgoing.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    outgoing.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    outgoing.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
    // Report pages repeat themselves and compress far better than 40:1, which Qt would otherwise take for an attack.
    outgoing.setDecompressedSafetyCheckThreshold(d->maxBody);
    outgoing.setTransferTimeout(static_cast<int>(d->timeout.count()));
    return new NetworkCall(d->manager.get(outgoing), d->maxBody, d->deadline, parent);
}

}  // namespace tokenledger
