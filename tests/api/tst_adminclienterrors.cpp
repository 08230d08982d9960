// Refusals in plain words, without the key and without what a server should not put on a screen.
#include "tests/api/clientharness.h"
#include "tests/api/fixture.h"

#include <QTest>

using namespace tokenledger;

namespace {
QString wholeText(const Error& error) { return error.message + u'|' + error.detail + u'|' + error.requestId; }
}  // namespace

class TestAdminClientErrors : public test::ClientHarness {
    Q_OBJECT
private slots:
    void explainsARefusedKey_data();
    void explainsARefusedKey();
    void explainsStatuses_data();
    void explainsStatuses();
    void namesTheHostOfARedirect();
    void cleansServerTexts();
    void neverShowsTheKey();
};

void TestAdminClientErrors::explainsARefusedKey_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("says");
    QTest::newRow("ordinary") << QByteArray("sk-ant-api03-tail") << QStringLiteral("ordinary API key");
    QTest::newRow("enterprise") << QByteArray("sk-ant-api01-tail") << QStringLiteral("Claude Enterprise");
    QTest::newRow("admin") << QByteArray("sk-ant-admin01-tail") << QStringLiteral("deleted");
    QTest::newRow("unknown") << QByteArray("sk-proj-tail") << QStringLiteral("does not look like an Admin key");
}

void TestAdminClientErrors::explainsARefusedKey() {
    QFETCH(QByteArray, key);
    QFETCH(QString, says);
    make({}, key);
    m_transport->will(401, test::refusal("authentication_error", "invalid x-api-key"));
    askMe();
    const Error error = answered().value.error();
    QCOMPARE(error.kind, ErrorKind::Unauthorized);
    QVERIFY2(error.message.startsWith(QStringLiteral("The server refused the key (401).")), qPrintable(error.message));
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY(error.detail.contains(QStringLiteral("invalid x-api-key")));
    QVERIFY(!wholeText(error).contains(QStringLiteral("tail")));
    if (!key.startsWith("sk-ant-admin")) QVERIFY(error.message.contains(QStringLiteral("sk-ant-admin01-")));
}

void TestAdminClientErrors::explainsStatuses_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("400") << 400 << test::refusal("invalid_request_error", "bucket_width: unexpected value")
                         << QStringLiteral(
                                "The server did not accept the request (400): bucket_width: unexpected value");
    QTest::newRow("400 without words") << 400 << QByteArray() << QStringLiteral("did not accept the request (400).");
    QTest::newRow("403") << 403 << test::refusal("permission_error", "no") << QStringLiteral("may not read this (403)");
    QTest::newRow("404") << 404 << QByteArray("<html></html>") << QStringLiteral("does not have this report (404)");
    QTest::newRow("login page") << 200 << test::fixture("captive_portal.html")
                                << QStringLiteral("login page of the network");
    QTest::newRow("truncated") << 200 << test::MeBody.left(20) << QStringLiteral("cannot be read");
    QTest::newRow("empty") << 200 << QByteArray() << QStringLiteral("empty");
}

void TestAdminClientErrors::explainsStatuses() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    m_transport->will(status, body, {{"request-id", "req_header"}});
    askMe();
    const Error error = answered().value.error();
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.requestId, QStringLiteral("req_header"));
    QCOMPARE(answered().log.requestId, QStringLiteral("req_header"));
    QVERIFY(!error.message.contains(u'<'));
}

void TestAdminClientErrors::namesTheHostOfARedirect() {
    m_transport->will(302, "", {{"location", "https://login.example.net/portal?token=abc"}});
    askMe();
    const Error error = answered().value.error();
    QCOMPARE(error.kind, ErrorKind::BadResponse);
    QVERIFY2(error.message.contains(QStringLiteral("login.example.net (302)")), qPrintable(error.message));
    QVERIFY(!wholeText(error).contains(QStringLiteral("abc")));
    QCOMPARE(m_transport->asked.size(), std::size_t{1});
}

void TestAdminClientErrors::cleansServerTexts() {
    const QByteArray nasty = R"(line\none\u001b[31mred\u202eflip)" + QByteArray(5000, 'x');
    m_transport->will(400, test::refusal("invalid_request_error", nasty));
    askMe();
    const QString text = wholeText(answered().value.error());
    QVERIFY(text.size() < 1200);
    QVERIFY(text.contains(QStringLiteral("line one")));
    for (const QChar c : text) QVERIFY(c.isPrint());
    QVERIFY(!text.contains(QChar(0x202e)));
}

void TestAdminClientErrors::neverShowsTheKey() {
    const QByteArray escaped = QByteArray(test::AdminKey).replace('-', "\\u002d");
    for (const QByteArray& echo : {test::AdminKey, escaped}) {
        for (const int status : {400, 401, 403, 500}) {
            RetryPolicy policy;
            policy.maxRetries = 0;
            make(policy);
            m_answers.clear();
            m_transport->will(status, test::refusal("x_error", "bad key " + echo + "!"),
                              {{"request-id", test::AdminKey}});
            askMe();
            QVERIFY(!wholeText(answered().value.error()).contains(QString::fromLatin1(test::AdminKey)));
            QVERIFY(!answered().log.outcome.contains(QString::fromLatin1(test::AdminKey)));
            QVERIFY(!answered().log.requestId.contains(QString::fromLatin1(test::AdminKey)));
        }
    }
    const QByteArray mixed = QByteArray(test::AdminKey).replace('s', "\\u0073");
    for (const QByteArray& echo : {test::AdminKey, escaped, mixed}) {
        m_answers.clear();
        m_transport->will(200, R"({"id":"org","name":"echo )" + echo + R"(, \u0073aid"})");
        askMe();
        QCOMPARE(answered().value->name, QStringLiteral("echo [key], said"));
    }
}

QTEST_GUILESS_MAIN(TestAdminClientErrors)
#include "tst_adminclienterrors.moc"
