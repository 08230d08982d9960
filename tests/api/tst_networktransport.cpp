// The real transport against a real server on the loopback interface.
#include "app/api/networktransport.h"
#include "tests/support/gzip.h"

#include <QFile>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace tokenledger;
using namespace std::chrono_literals;

namespace {

const QByteArray Key = "sk-ant-admin01-transport-test";

// {"data":"aaaa...a"} with 20,000 letters: as gzip far better than 40:1.
QByteArray gzipBody() { return test::gzipped("{\"data\":\"" + QByteArray(20'000, 'a') + "\"}"); }

}  // namespace

class TestNetworkTransport : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void statusesAreValues_data();
    void statusesAreValues();
    void sendsTheKeyInItsHeaderOnly();
    void doesNotFollowRedirects();
    void decompresses();
    void keepsNoCookies();
    void boundsTheBody();
    void timesOut();
    void boundsAnAnswerThatDripsForEver();
    void seesTruncation();
    void saysWhenNobodyListens();
    void saysWhenTheHostIsUnknown();
    void saysWhenThereIsNoTls();
    void aServerWithoutTlsIsNotUntrusted();
    void refusesUntrustedCertificates();
    void aborts();
    void refusesPlainHttpElsewhere();
    void refusesKeysThatBreakTheHeader_data();
    void refusesKeysThatBreakTheHeader();
    void ignoresProxiesForThisMachine();
    void survivesDeletion();

private:
    Result<HttpResponse> get(NetworkTransport& transport, const QUrl& url, const QByteArray& key = Key);
    [[nodiscard]] QUrl at(const char* path) const {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QLatin1String(path)));
    }

    QHttpServer m_server;
    quint16 m_port = 0;
    int m_hits = 0;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QUrl m_asked;
};

void TestNetworkTransport::initTestCase() {
    m_server.route(QStringLiteral("/status/<arg>"), [](int status) {
        return QHttpServerResponse("application/json", "{\"status\":true}",
                                   static_cast<QHttpServerResponse::StatusCode>(status));
    });
    m_server.route(QStringLiteral("/echo"), [this](const QHttpServerRequest& request) {
        m_headers = request.headers();
        m_asked = request.url();
        QHttpServerResponse response("application/json", "{}");
        response.addHeader("Request-Id", "req_1");
        response.addHeader("Set-Cookie", "session=1");
        return response;
    });
    m_server.route(QStringLiteral("/redirect"), [this] {
        QHttpServerResponse response("text/plain", "moved", QHttpServerResponse::StatusCode::Found);
        response.addHeader("Location", at("/hit").toEncoded());
        return response;
    });
    m_server.route(QStringLiteral("/hit"), [this] {
        ++m_hits;
        return QHttpServerResponse("text/plain", "hit");
    });
    m_server.route(QStringLiteral("/gzip"), [] {
        QHttpServerResponse response("application/json", gzipBody());
        response.addHeader("Content-Encoding", "gzip");
        return response;
    });
    m_port = m_server.listen(QHostAddress::LocalHost);
    QVERIFY(m_port != 0);
}

Result<HttpResponse> TestNetworkTransport::get(NetworkTransport& transport, const QUrl& url, const QByteArray& key) {
    std::optional<Result<HttpResponse>> outcome;
    int finished = 0;
    HttpCall* call = transport.get({url, {{"User-Agent", "Tokenledger/test"}}},
                                   SecretBuffer::take(QByteArray(key.constData(), key.size())), this);
    connect(call, &HttpCall::finished, this, [&](const Result<HttpResponse>& response) {
        outcome = response;
        ++finished;
    });
    if (finished != 0) qFatal("finished within get()");
    const QPointer<HttpCall> alive(call);
    if (!QTest::qWaitFor([&] { return alive.isNull(); }, 20'000)) qFatal("the call does not end");
    if (finished != 1) qFatal("finished %d times", finished);
    return *outcome;
}

void TestNetworkTransport::statusesAreValues_data() {
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 422, 429, 500, 501, 502, 503, 504, 529}) {
        QTest::newRow(qPrintable(QString::number(status))) << status;
    }
}

void TestNetworkTransport::statusesAreValues() {
    QFETCH(int, status);
    NetworkTransport transport;
    const auto response = get(transport, at(qPrintable(QStringLiteral("/status/%1").arg(status))));
    QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().message + response.error().detail));
    QCOMPARE(response->status, status);
    QCOMPARE(response->body, QByteArray("{\"status\":true}"));
    QCOMPARE(response->header("content-type"), QByteArray("application/json"));
}

void TestNetworkTransport::sendsTheKeyInItsHeaderOnly() {
    NetworkTransport transport;
    QUrl url = at("/echo");
    url.setQuery(QStringLiteral("group_by%5B%5D=model&page=a%2Bb"), QUrl::StrictMode);
    const auto response = get(transport, url);
    QVERIFY(response.has_value());
    QCOMPARE(response->header("request-id"), QByteArray("req_1"));
    int carriers = 0;
    for (const auto& [name, value] : m_headers) {
        if (value.contains(Key)) {
            ++carriers;
            QCOMPARE(name.toLower(), QByteArray("x-api-key"));
            QCOMPARE(value, Key);
        }
        QVERIFY(name.toLower() != "origin" && name.toLower() != "referer");
        if (name.toLower() == "user-agent") QCOMPARE(value, QByteArray("Tokenledger/test"));
    }
    QCOMPARE(carriers, 1);
    QVERIFY(m_asked.toEncoded().endsWith("/echo?group_by%5B%5D=model&page=a%2Bb"));
}

void TestNetworkTransport::doesNotFollowRedirects() {
    NetworkTransport transport;
    m_hits = 0;
    const auto response = get(transport, at("/redirect"));
    QVERIFY(response.has_value());
    QCOMPARE(response->status, 302);
    QVERIFY(response->header("location").endsWith("/hit"));
    QCOMPARE(m_hits, 0);
}

void TestNetworkTransport::decompresses() {
    NetworkTransport transport;
    const auto response = get(transport, at("/gzip"));
    QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().message + response.error().detail));
    QCOMPARE(response->body.size(), qsizetype{20'011});
    QVERIFY(response->body.startsWith("{\"data\":\"aaa") && response->body.endsWith("a\"}"));
}

void TestNetworkTransport::keepsNoCookies() {
    NetworkTransport transport;
    QVERIFY(get(transport, at("/echo")).has_value());
    QVERIFY(get(transport, at("/echo")).has_value());
    for (const auto& [name, value] : m_headers) QVERIFY(name.toLower() != "cookie");
}

void TestNetworkTransport::boundsTheBody() {
    NetworkTransport transport(NetworkTransport::DefaultTimeout, 1000);
    const auto response = get(transport, at("/gzip"));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::BadResponse);
    QCOMPARE(get(transport, at("/status/200"))->body.size(), qsizetype{15});

    NetworkTransport narrow(NetworkTransport::DefaultTimeout, 14);
    QCOMPARE(get(narrow, at("/status/200")).error().kind, ErrorKind::BadResponse);
    QCOMPARE(get(narrow, at("/status/500")).error().kind, ErrorKind::BadResponse);
}

void TestNetworkTransport::timesOut() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    NetworkTransport transport(200ms);
    const auto response = get(transport, QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(silent.serverPort())));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Timeout);
    QVERIFY(response.error().message.contains(QStringLiteral("127.0.0.1")));
}

void TestNetworkTransport::boundsAnAnswerThatDripsForEver() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int drops = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{");
        auto* tap = new QTimer(socket);
        connect(tap, &QTimer::timeout, socket, [&drops, socket] {
            ++drops;
            socket->write(" ");
        });
        tap->start(20);
    });
    NetworkTransport transport(NetworkTransport::DefaultTimeout, NetworkTransport::DefaultMaxBody, 300ms);
    const auto response = get(transport, QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Timeout);
    QVERIFY2(response.error().detail.contains(QStringLiteral("300 ms")), qPrintable(response.error().detail));
    QVERIFY(drops > 1);  // the line was never silent
}

void TestNetworkTransport::seesTruncation() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"data\":[");
            socket->disconnectFromHost();
        });
    });
    NetworkTransport transport;
    const auto response = get(transport, QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Network);
}

void TestNetworkTransport::saysWhenNobodyListens() {
    quint16 port = 0;
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        port = taken.serverPort();
    }
    NetworkTransport transport;
    const auto response = get(transport, QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port)));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Network);
    QVERIFY2(response.error().message.contains(QStringLiteral("refused the connection")),
             qPrintable(response.error().message));
}

void TestNetworkTransport::saysWhenTheHostIsUnknown() {
    // Without any name server the answer is the same: .invalid never resolves.
    NetworkTransport transport;
    const auto response = get(transport, QUrl(QStringLiteral("https://tokenledger.invalid/")));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Network);
    QVERIFY(response.error().message.contains(QStringLiteral("tokenledger.invalid")));
}

void TestNetworkTransport::saysWhenThereIsNoTls() {
    NetworkTransport transport;
    QUrl url = at("/echo");
    url.setScheme(QStringLiteral("https"));
    const auto response = get(transport, url);
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Network);
}

void TestNetworkTransport::aServerWithoutTlsIsNotUntrusted() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    NetworkTransport transport;
    const auto response = get(transport, QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(server.serverPort())));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Network);
    QVERIFY2(!response.error().message.contains(QStringLiteral("certificate")), qPrintable(response.error().message));
}

void TestNetworkTransport::refusesUntrustedCertificates() {
    QSslConfiguration configuration;
    const auto certificates = QSslCertificate::fromPath(QStringLiteral(TOKENLEDGER_FIXTURES "/loopback_cert.pem"));
    QFile keyFile(QStringLiteral(TOKENLEDGER_FIXTURES "/loopback_key.pem"));
    QVERIFY(certificates.size() == 1 && keyFile.open(QIODevice::ReadOnly));
    configuration.setLocalCertificate(certificates.front());
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int bytes = 0;
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
                [&bytes, socket] { bytes += static_cast<int>(socket->readAll().size()); });
    });
    NetworkTransport transport;
    const auto response = get(transport, QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(server.serverPort())));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Certificate);
    QVERIFY2(response.error().message.contains(QStringLiteral("secure connection")),
             qPrintable(response.error().message));
    QVERIFY(!response.error().detail.isEmpty());
    QCOMPARE(bytes, 0);  // the key was not sent
}

void TestNetworkTransport::aborts() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    NetworkTransport transport;
    HttpCall* call = transport.get({QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(silent.serverPort())), {}},
                                   SecretBuffer::take(QByteArray("k")), this);
    std::vector<ErrorKind> kinds;
    connect(call, &HttpCall::finished, this, [&](const Result<HttpResponse>& r) { kinds.push_back(r.error().kind); });
    QVERIFY(silent.waitForNewConnection(5000));
    call->abort();
    call->abort();
    QVERIFY(kinds.empty());
    const QPointer<HttpCall> alive(call);
    QTRY_VERIFY(alive.isNull());
    QCOMPARE(kinds, std::vector<ErrorKind>{ErrorKind::Cancelled});
}

void TestNetworkTransport::refusesPlainHttpElsewhere() {
    NetworkTransport transport;
    const auto response = get(transport, QUrl(QStringLiteral("http://api.anthropic.com/v1/organizations/me")));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Usage);
}

void TestNetworkTransport::refusesKeysThatBreakTheHeader_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("line break") << QByteArray("sk-ant-admin01-a\r\nX-Evil: 1");
    QTest::newRow("blank") << QByteArray("sk-ant-admin01-a b");
    QTest::newRow("another script") << QByteArray("sk-ant-admin01-\xC3\xA9");
    QTest::newRow("zero byte") << QByteArray("sk\0ant", 6);
}

void TestNetworkTransport::refusesKeysThatBreakTheHeader() {
    QFETCH(QByteArray, key);
    NetworkTransport transport;
    m_asked.clear();
    const auto response = get(transport, at("/echo"), key);
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Unauthorized);
    QVERIFY(m_asked.isEmpty());
}

void TestNetworkTransport::ignoresProxiesForThisMachine() {
    qputenv("http_proxy", "http://127.0.0.1:9");
    NetworkTransport transport;
    QVERIFY(get(transport, at("/echo")).has_value());
    qunsetenv("http_proxy");
}

void TestNetworkTransport::survivesDeletion() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    int finished = 0;
    {
        QObject owner;
        NetworkTransport transport;
        HttpCall* call = transport.get({QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(silent.serverPort())), {}},
                                       SecretBuffer::take(QByteArray("k")), &owner);
        connect(call, &HttpCall::finished, this, [&] { ++finished; });
        QVERIFY(silent.waitForNewConnection(5000));
    }
    NetworkTransport transport;
    QVERIFY(get(transport, at("/echo")).has_value());
    QCOMPARE(finished, 0);
}

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "tst_networktransport.moc"
