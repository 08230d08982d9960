// https on the loopback interface: whom the transport trusts, and which HTTP it speaks.
#include "tests/api/transportget.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QByteArray Key = "sk-ant-admin01-tls-test";

QSslCertificate loopbackCertificate() {
    return QSslCertificate::fromPath(QStringLiteral(TOKENLEDGER_FIXTURES "/loopback_cert.pem")).constFirst();
}

/// A frame of HTTP/2 (RFC 9113, 4.1).
QByteArray frame(char type, char flags, char stream, const QByteArray& payload) {
    QByteArray bytes("\0\0\0\0\0\0\0\0\0", 9);
    bytes[2] = static_cast<char>(payload.size());
    bytes[3] = type;
    bytes[4] = flags;
    bytes[8] = stream;
    return bytes + payload;
}

/// Trusts the loopback certificate as if the system did, until the test is over.
class Trust {
public:
    Trust() : m_before(QSslConfiguration::defaultConfiguration()) {
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificate(loopbackCertificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    ~Trust() { QSslConfiguration::setDefaultConfiguration(m_before); }
    Trust(const Trust&) = delete;
    Trust& operator=(const Trust&) = delete;

private:
    QSslConfiguration m_before;
};

/// Shows the loopback certificate and answers what comes: with HTTP/1.1, or HTTP/2 where that is agreed upon.
class TlsServer : public QSslServer {
public:
    explicit TlsServer(const QList<QByteArray>& protocols, QHostAddress address = QHostAddress::LocalHost) {
        QSslConfiguration configuration;
        QFile keyFile(QStringLiteral(TOKENLEDGER_FIXTURES "/loopback_key.pem"));
        if (!keyFile.open(QIODevice::ReadOnly)) qFatal("no key");
        configuration.setLocalCertificate(loopbackCertificate());
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        configuration.setAllowedNextProtocols(protocols);
        setSslConfiguration(configuration);
        if (!listen(address)) qFatal("no port");
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            auto* socket = qobject_cast<QSslSocket*>(nextPendingConnection());
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(*socket); });
            if (socket->bytesAvailable() > 0) answer(*socket);
        });
    }
    [[nodiscard]] QUrl url(const QString& host = QStringLiteral("127.0.0.1")) const {
        return QUrl(QStringLiteral("https://%1:%2/").arg(host).arg(serverPort()));
    }

    QByteArray seen;
    QByteArray protocol;

private:
    void answer(QSslSocket& socket) {
        const QByteArray bytes = socket.readAll();
        protocol = socket.sslConfiguration().nextNegotiatedProtocol();
        seen += bytes;
        if (protocol == "h2") return answerHttp2(socket);
        if (seen.endsWith("\r\n\r\n")) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    }

    void answerHttp2(QSslSocket& socket) {
        constexpr char Data = 0;
        constexpr char Headers = 1;
        constexpr char Settings = 4;
        if (!m_greeted) socket.write(frame(Settings, 0, 0, {}) + frame(Settings, 1, 0, {}));
        m_greeted = true;
        if (m_answered) return;
        // The client's first request is stream 1; its header block follows the preface.
        const qsizetype preface = seen.indexOf("SM\r\n\r\n");
        for (qsizetype at = preface + 6; preface >= 0 && at + 9 <= seen.size();) {
            const auto byte = [this, at](int i) { return static_cast<int>(static_cast<quint8>(seen.at(at + i))); };
            if (byte(3) == Headers) {
                m_answered = true;
                socket.write(frame(Headers, 0x4, 1, "\x88") + frame(Data, 0x1, 1, "{}"));  // 0x88: ":status: 200"
                return;
            }
            at += 9 + (byte(0) << 16 | byte(1) << 8 | byte(2));
        }
    }

    bool m_greeted = false;
    bool m_answered = false;
};

}  // namespace

class TestTls : public QObject {
    Q_OBJECT
private slots:
    void trustsWhatTheSystemTrusts();
    void speaksHttp2WhereTheServerDoes();
    void refusesACertificateOfAnotherHost();
    void refusesACertificateNobodyTrusts();
};

void TestTls::trustsWhatTheSystemTrusts() {
    const Trust trust;
    TlsServer server({"http/1.1"});
    NetworkTransport transport;
    const auto response = getThrough(transport, server.url(), Key);
    QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().message + response.error().detail));
    QCOMPARE(response->body, QByteArray("{}"));
    QVERIFY(server.seen.toLower().contains(QByteArray("x-api-key: " + Key)));
}

void TestTls::speaksHttp2WhereTheServerDoes() {
    const Trust trust;
    TlsServer server({"h2", "http/1.1"});
    NetworkTransport transport;
    const auto response = getThrough(transport, server.url(), Key);
    QCOMPARE(server.protocol, QByteArray("h2"));
    QVERIFY(server.seen.startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().message + response.error().detail));
    QCOMPARE(response->status, 200);
    QCOMPARE(response->body, QByteArray("{}"));
}

void TestTls::refusesACertificateOfAnotherHost() {
    const Trust trust;
    TlsServer server({"http/1.1"}, QHostAddress(QStringLiteral("127.0.0.2")));
    NetworkTransport transport;
    const auto response = getThrough(transport, server.url(QStringLiteral("127.0.0.2")), Key);
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().kind, ErrorKind::Certificate);
    QVERIFY2(response.error().message.contains(QStringLiteral("secure connection")),
             qPrintable(response.error().message));
    QVERIFY(server.seen.isEmpty());
}

void TestTls::refusesACertificateNobodyTrusts() {
    {
        const Trust trust;
        TlsServer server({"http/1.1"});
        NetworkTransport transport;
        QVERIFY(getThrough(transport, server.url(), Key).has_value());
    }
    TlsServer server({"http/1.1"});
    NetworkTransport transport;
    const auto response = getThrough(transport, server.url(), Key);
    QVERIFY(!response.has_value());
    QVERIFY(response.error().message.contains(QStringLiteral("certificate is not trusted")));
    QVERIFY(server.seen.isEmpty());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
