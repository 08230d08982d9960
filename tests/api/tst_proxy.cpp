// Proxies, given and the system's: what they see of a request, and what they never see.
#include "app/api/proxyurl.h"
#include "tests/api/transportget.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QByteArray Key = "sk-ant-admin01-proxy-test";
const QUrl Far(QStringLiteral("https://tokenledger.invalid/v1/organizations/me"));

/// Takes a proxy's requests down, and answers each with the next of its answers; the last one stays.
class FakeProxy : public QTcpServer {
public:
    explicit FakeProxy(QList<QByteArray> answers) : m_answers(std::move(answers)) {
        if (!listen(QHostAddress::LocalHost)) qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray bytes = socket->readAll();
                seen += bytes;
                if (!bytes.endsWith("\r\n\r\n")) return;
                ++requests;
                socket->write(m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.constFirst());
            });
        });
    }
    [[nodiscard]] QString address(const QString& user = {}) const {
        return QStringLiteral("http://") + user + QStringLiteral("127.0.0.1:") + QString::number(serverPort());
    }

    QByteArray seen;
    int requests = 0;

private:
    QList<QByteArray> m_answers;
};

const QByteArray Refused = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
const QByteArray WhoAreYou =
    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
    "Content-Length: 0\r\n\r\n";

}  // namespace

class TestProxy : public QObject {
    Q_OBJECT
private slots:
    void cleanup();
    void addresses_data();
    void addresses();
    void addressesThatAreRefused_data();
    void addressesThatAreRefused();
    void givenProxyIsAskedForATunnel();
    void systemProxyIsAskedForATunnel();
    void passwordOfTheEnvironmentGoesToTheProxyOnly();
    void saysThatAPasswordIsWanted();
    void saysThatTheProxyIsNotThere();
    void saysThatTheTunnelIsRefused();
    void thisMachineNeedsNone();
};

void TestProxy::cleanup() {
    qunsetenv("https_proxy");
    qunsetenv("http_proxy");
}

void TestProxy::addresses_data() {
    QTest::addColumn<QString>("proxy");
    QTest::newRow("http://proxy.example.com:8080") << QStringLiteral("http://proxy.example.com:8080");
    QTest::newRow("http://proxy.example.com:8080/") << QStringLiteral("http://proxy.example.com:8080");
    QTest::newRow(" proxy.example.com:3128 ") << QStringLiteral("http://proxy.example.com:3128");
    QTest::newRow("socks5://127.0.0.1:1080") << QStringLiteral("socks5://127.0.0.1:1080");
    QTest::newRow("http://[::1]:8080") << QStringLiteral("http://[::1]:8080");
}

void TestProxy::addresses() {
    QFETCH(QString, proxy);
    const auto url = checkProxyUrl(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(url.has_value(), url ? "" : qPrintable(url.error().message));
    QCOMPARE(url->toString(), proxy);
}

void TestProxy::addressesThatAreRefused_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "proxy", "http://proxy.example.com", "http://:8080", "https://proxy.example.com:8080",
                             "ftp://proxy.example.com:21", "http://proxy.example.com:8080/path",
                             "http://proxy.example.com:0", "http://proxy.example.com:99999", "http://a b:8080",
                             "http://joan:hunter2@proxy.example.com:8080", "joan:hunter2@proxy.example.com:8080"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestProxy::addressesThatAreRefused() {
    QFETCH(QString, text);
    const auto url = checkProxyUrl(text);
    QVERIFY(!url.has_value());
    QCOMPARE(url.error().kind, ErrorKind::Usage);
    QVERIFY(!url.error().message.contains(QStringLiteral("hunter2")) && url.error().detail.isEmpty());
}

void TestProxy::givenProxyIsAskedForATunnel() {
    qputenv("https_proxy", "http://127.0.0.1:9");  // the given one goes first
    FakeProxy proxy({Refused});
    NetworkTransport transport;
    transport.setProxy(*checkProxyUrl(proxy.address()));
    QVERIFY(!getThrough(transport, Far, Key).has_value());
    QVERIFY2(proxy.seen.startsWith("CONNECT tokenledger.invalid:443 HTTP/1.1\r\n"), proxy.seen);
    QVERIFY2(!proxy.seen.contains(Key) && !proxy.seen.contains("organizations"), proxy.seen);

    FakeProxy another({Refused});
    transport.setProxy(*checkProxyUrl(another.address()));
    QVERIFY(!getThrough(transport, Far, Key).has_value());
    QVERIFY(another.seen.startsWith("CONNECT"));
}

void TestProxy::systemProxyIsAskedForATunnel() {
    FakeProxy proxy({Refused});
    qputenv("https_proxy", proxy.address().toLatin1());
    NetworkTransport transport;
    QVERIFY(!getThrough(transport, Far, Key).has_value());
    QVERIFY2(proxy.seen.startsWith("CONNECT tokenledger.invalid:443 HTTP/1.1\r\n"), proxy.seen);
    QVERIFY2(!proxy.seen.contains(Key), proxy.seen);
}

void TestProxy::passwordOfTheEnvironmentGoesToTheProxyOnly() {
    FakeProxy proxy({WhoAreYou, Refused});
    qputenv("https_proxy", proxy.address(QStringLiteral("joan:hunter2@")).toLatin1());
    NetworkTransport transport;
    const auto response = getThrough(transport, Far, Key);
    QVERIFY(!response.has_value());
    QVERIFY2(proxy.seen.contains(QByteArray("Proxy-Authorization: Basic " + QByteArray("joan:hunter2").toBase64())),
             proxy.seen);
    QVERIFY(!proxy.seen.contains(Key));
    QVERIFY(!response.error().message.contains(QStringLiteral("hunter2")));
    QVERIFY(!response.error().detail.contains(QStringLiteral("hunter2")));
}

void TestProxy::saysThatAPasswordIsWanted() {
    FakeProxy proxy({WhoAreYou});
    NetworkTransport transport;
    transport.setProxy(*checkProxyUrl(proxy.address()));
    const auto response = getThrough(transport, Far, Key);
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Network);
    QVERIFY2(response.error().message.contains(QStringLiteral("asks for a name and a password")),
             qPrintable(response.error().message + response.error().detail));
}

void TestProxy::saysThatTheProxyIsNotThere() {
    QString nobody;
    {
        const FakeProxy gone({Refused});
        nobody = gone.address();
    }
    NetworkTransport transport;
    transport.setProxy(*checkProxyUrl(nobody));
    const auto response = getThrough(transport, Far, Key);
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Network);
    QVERIFY2(response.error().message.contains(QStringLiteral("proxy")),
             qPrintable(response.error().message + response.error().detail));
}

void TestProxy::saysThatTheTunnelIsRefused() {
    FakeProxy proxy({"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"});
    NetworkTransport transport;
    transport.setProxy(*checkProxyUrl(proxy.address()));
    const auto response = getThrough(transport, Far, Key);
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Network);
    QVERIFY2(response.error().message.contains(QStringLiteral("proxy")),
             qPrintable(response.error().message + response.error().detail));
}

void TestProxy::thisMachineNeedsNone() {
    FakeProxy proxy({Refused});
    FakeProxy server({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"});
    NetworkTransport transport;
    transport.setProxy(*checkProxyUrl(proxy.address()));
    const auto response = getThrough(transport, QUrl(server.address()), Key);
    QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().message + response.error().detail));
    QCOMPARE(proxy.requests, 0);
    QVERIFY(server.seen.contains(Key));
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
