#include "tests/support/fakeadminserver.h"

#include <QHttpServerRequest>
#include <QJsonDocument>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace tokenledger::test {

namespace {

AdminRefusal unauthorized(const QString& message) { return {401, "authentication_error", message}; }

constexpr int DripMs = 10;
constexpr qsizetype Drops = 100;  // of a whole answer, or so

QByteArray bytesOf(const FakeAnswer& answer) {
    if (answer.raw) return *answer.raw;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) +
                      " Status\r\nContent-Type: " + answer.contentType +
                      "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\nConnection: close\r\n";
    for (const auto& [name, value] : answer.headers) head += name + ": " + value + "\r\n";
    return head + "\r\n" + answer.body.left(answer.bytesOfBody.value_or(answer.body.size()));
}

void drip(QTcpSocket* socket, const QByteArray& bytes) {
    auto* timer = new QTimer(socket);
    const qsizetype drop = std::max<qsizetype>(1, bytes.size() / Drops);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, timer, bytes, drop, next = qsizetype{0}]() mutable {
        socket->write(bytes.mid(next, drop));
        next += drop;
        if (next < bytes.size()) return;
        timer->stop();
        socket->disconnectFromHost();
    });
    timer->start(DripMs);
}

void send(QTcpSocket* socket, const FakeAnswer& answer) {
    if (answer.drop) {
        socket->abort();
    } else if (answer.drip) {
        drip(socket, bytesOf(answer));
    } else {
        socket->write(bytesOf(answer));
        socket->disconnectFromHost();
    }
}

}  // namespace

QByteArray FakeRequest::header(const QByteArray& name) const {
    for (const auto& [key, value] : headers) {
        if (key == name) return value;
    }
    return {};
}

FakeAdminServer::FakeAdminServer(QObject* parent) : QAbstractHttpServer(parent) {
    m_port = listen(QHostAddress::LocalHost);
    if (m_port == 0) qFatal("The fake server cannot listen on 127.0.0.1.");
}

QUrl FakeAdminServer::url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }

void FakeAdminServer::setRateLimit(int limit, int remaining, const QDateTime& reset) {
    m_rateLimit = RateLimit{limit, remaining, reset};
}

void FakeAdminServer::inject(FaultTarget target, Fault fault) {
    m_faults.push_back({std::move(target), std::move(fault), 0});
}

int FakeAdminServer::requestsTo(const QString& path) const {
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(),
                                          [&path](const FakeRequest& request) { return request.path.contains(path); }));
}

bool FakeAdminServer::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) {
    FakeRequest seen;
    seen.method = request.method() == QHttpServerRequest::Method::Get ? "GET" : "OTHER";
    seen.path = request.url().path();
    seen.query = request.url().query(QUrl::FullyDecoded);
    for (const auto& [name, value] : request.headers()) seen.headers.append({name.toLower(), value});
    m_requests.push_back(seen);
    emit requested(static_cast<int>(m_requests.size()));

    const FakeAnswer made = answer(seen);
    const int number = static_cast<int>(m_requests.size());
    connect(socket, &QTcpSocket::disconnected, this, [this, number] { emit answered(number); });
    // The timer's context is the socket: a client that hangs up meanwhile gets nothing.
    QTimer::singleShot(made.delayMs, socket, [socket, made] { send(socket, made); });
    return true;
}

void FakeAdminServer::stopListening() {
    for (QTcpServer* server : servers()) server->close();
}

void FakeAdminServer::listenAgain() {
    for (QTcpServer* server : servers()) {
        if (!server->isListening() && !server->listen(QHostAddress::LocalHost, m_port)) {
            qFatal("The fake server cannot listen on its port again.");
        }
    }
}

bool FakeAdminServer::isListening() const { return servers().front()->isListening(); }

void FakeAdminServer::missingHandler(const QHttpServerRequest& /*request*/, QTcpSocket* socket) { socket->abort(); }

FakeAnswer FakeAdminServer::answer(const FakeRequest& request) {
    FakeAnswer made;
    const QByteArray requestId = "req_fake" + QByteArray::number(++m_answers).rightJustified(6, '0');
    made.headers.append({"request-id", requestId});
    auto content = body(request);
    if (m_rateLimit && content) {
        if (m_rateLimit->remaining == 0) {
            content = tl::make_unexpected(AdminRefusal{429, "rate_limit_error", QStringLiteral("Too many requests")});
        } else {
            --m_rateLimit->remaining;
        }
    }
    if (m_rateLimit) {
        made.headers.append({"anthropic-ratelimit-requests-limit", QByteArray::number(m_rateLimit->limit)});
        made.headers.append({"anthropic-ratelimit-requests-remaining", QByteArray::number(m_rateLimit->remaining)});
        made.headers.append({"anthropic-ratelimit-requests-reset", toRfc3339(m_rateLimit->reset).toLatin1()});
    }
    made.status = content ? 200 : content.error().status;
    made.body = content ? *content : refusalBody(content.error(), requestId);
    applyFaults(request, made);
    return made;
}

tl::expected<QByteArray, AdminRefusal> FakeAdminServer::body(const FakeRequest& request) const {
    if (request.method != "GET") {
        return tl::make_unexpected(AdminRefusal{405, "invalid_request_error", QStringLiteral("Method Not Allowed")});
    }
    if (!request.header("origin").isEmpty()) {
        return tl::make_unexpected(unauthorized(QStringLiteral("CORS requests are not allowed for this Organization")));
    }
    if (request.header("x-api-key").isEmpty()) {
        return tl::make_unexpected(unauthorized(QStringLiteral("x-api-key header is required")));
    }
    if (request.header("x-api-key") != key) {
        return tl::make_unexpected(unauthorized(QStringLiteral("invalid x-api-key")));
    }
    if (request.header("anthropic-version") != "2023-06-01") {
        return tl::make_unexpected(
            AdminRefusal{400, "invalid_request_error", QStringLiteral("anthropic-version: header is required")});
    }
    QUrl url;
    url.setPath(request.path);
    url.setQuery(QString(request.query).replace(u'+', QStringLiteral("%2B")));
    auto query = parseAdminQuery(url, now);
    if (!query) return tl::make_unexpected(query.error());
    if (mostPerPage) query->limit = std::min(query->limit, *mostPerPage);
    const auto object = fakeAnswer(data, *query);
    if (!object) return tl::make_unexpected(object.error());
    return QJsonDocument(*object).toJson(QJsonDocument::Compact);
}

void FakeAdminServer::applyFaults(const FakeRequest& request, FakeAnswer& answer) {
    for (Scripted& scripted : m_faults) {
        const FaultTarget& target = scripted.target;
        if (!request.path.contains(target.path) || !request.query.contains(target.query)) continue;
        const int number = scripted.seen++;
        const bool inTurn = number >= target.skip && (target.times == Always || number < target.skip + target.times);
        if (inTurn) scripted.fault(answer);
    }
}

}  // namespace tokenledger::test
