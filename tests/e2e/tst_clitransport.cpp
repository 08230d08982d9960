// What lies between the program and the server: certificates, proxies, login pages. The key passes none of them.
#include "tests/e2e/tendays.h"
#include "tests/support/faults.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QStringList FarTest = words("key test --base-url https://tokenledger.invalid");

/// Keeps what it is sent, and refuses.
class FakeProxy : public QTcpServer {
public:
    explicit FakeProxy(QByteArray answer) {
        if (!listen(QHostAddress::LocalHost)) qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer] {
                seen += socket->readAll();
                socket->write(answer);
            });
        });
    }
    [[nodiscard]] QString place() const { return QStringLiteral("127.0.0.1:") + QString::number(serverPort()); }

    QByteArray seen;
};

const QByteArray Forbidden = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
const QByteArray WhoAreYou =
    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
    "Content-Length: 0\r\n\r\n";

}  // namespace

class CliTransport : public TenDays {
    Q_OBJECT

private slots:
    void untrustedCertificateEndsTheSync() {
        QSslConfiguration configuration;
        QFile keyFile(QStringLiteral(TOKENLEDGER_FIXTURES "/loopback_key.pem"));
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        configuration.setLocalCertificate(
            QSslCertificate::fromPath(QStringLiteral(TOKENLEDGER_FIXTURES "/loopback_cert.pem")).constFirst());
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        QSslServer server;
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString address = QStringLiteral("https://127.0.0.1:") + QString::number(server.serverPort());
        const CliRun run =
            m_home->run({QStringLiteral("sync"), QStringLiteral("--base-url"), address, QStringLiteral("--cache"),
                         m_home->cache(), QStringLiteral("--log"), m_home->path(QStringLiteral("log"))});
        QVERIFY2(run.exitCode == 4, run.all());
        QVERIFY2(run.err.contains("No secure connection to 127.0.0.1 could be made: its certificate is not trusted"),
                 run.err);
        QVERIFY(!m_home->everythingInFiles().contains(AdminKey) && !run.all().contains(AdminKey));
    }

    void loginPageIsNoAnswer() {
        m_server->inject({.times = Always}, htmlPage(200));
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 4, run.all());
        QVERIFY2(run.err.contains("looks like a login page of the network"), run.err);
        QVERIFY2(!run.err.contains('<'), run.err);
    }

    void loginPageInTheMiddleCostsItsDaysOnly() {
        m_server->inject({.path = CostPath, .times = Always}, htmlPage(200));
        QCOMPARE(sync().exitCode, 7);
        QCOMPARE(completeness("cost"), words("0 0 0 10"));
        m_server->clearFaults();
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
    }

    void proxyOfTheOptionIsUsed() {
        FakeProxy proxy(Forbidden);
        const CliRun run = m_home->run(FarTest + QStringList{QStringLiteral("--proxy"), proxy.place()});
        QVERIFY2(run.exitCode == 4, run.all());
        QVERIFY2(run.out.contains("proxy"), run.all());
        QVERIFY2(proxy.seen.startsWith("CONNECT tokenledger.invalid:443 "), proxy.seen);
        QVERIFY(!proxy.seen.contains(AdminKey));
    }

    void proxyOfTheEnvironmentIsUsedAndItsPasswordIsNotTold() {
        FakeProxy proxy(WhoAreYou);
        m_home->environment.insert(QStringLiteral("https_proxy"),
                                   QString(QStringLiteral("http://joan:hunter2@") + proxy.place()));
        const CliRun run = m_home->run(FarTest + QStringList{QStringLiteral("--log"), QStringLiteral("log")});
        QVERIFY2(run.exitCode == 4, run.all());
        QVERIFY2(run.out.contains("asks for a name and a password, or refuses those it got"), run.all());
        QVERIFY2(proxy.seen.contains(QByteArray("joan:hunter2").toBase64()), proxy.seen);
        QVERIFY(!proxy.seen.contains(AdminKey));
        QVERIFY(!run.all().contains("hunter2") && !m_home->everythingInFiles().contains("hunter2"));
    }

    void passwordOnTheCommandLineIsRefused() {
        const CliRun run = m_home->run(FarTest + words("--proxy http://joan:hunter2@127.0.0.1:9"));
        QVERIFY2(run.exitCode == 2, run.all());
        QVERIFY2(run.err.contains("https_proxy") && !run.err.contains("hunter2"), run.err);
        for (const char* proxy : {"--proxy= ", "--proxy=ftp://a:1", "--proxy=a"}) {
            QCOMPARE(m_home->run(FarTest + QStringList{QString::fromLatin1(proxy)}).exitCode, 2);
        }
    }

    void noProxyStandsBetweenThisMachineAndItself() {
        FakeProxy proxy(Forbidden);
        QCOMPARE(sync({QStringLiteral("--proxy"), proxy.place()}).exitCode, 0);
        QVERIFY(proxy.seen.isEmpty());
        verifyWhole();
    }
};

QTEST_GUILESS_MAIN(CliTransport)
#include "tst_clitransport.moc"
