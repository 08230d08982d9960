// The key test: one plain diagnosis for each thing that can be wrong with a key.
#include "app/api/keycheck.h"
#include "tests/api/manualclock.h"
#include "tests/api/scriptedtransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;

namespace {
const QByteArray Me = R"({"id":"org-1","name":"Acme","type":"organization"})";
const QByteArray NoCost = R"({"data":[],"has_more":false,"next_page":null})";
const QByteArray Refusal = R"({"type":"error","error":{"type":"x_error","message":"no"}})";
}  // namespace

class TestKeyCheck : public QObject {
    Q_OBJECT
private slots:
    void saysThatAllIsWell();
    void diagnoses_data();
    void diagnoses();
    void canBeStopped();
    void staysQuietWhenDeleted();

private:
    KeyCheckReport check(const QByteArray& key);

    test::ManualClock m_clock;
    test::ScriptedTransport m_transport;
};

KeyCheckReport TestKeyCheck::check(const QByteArray& key) {
    RetryPolicy policy = KeyCheck::policy();
    policy.maxRetries = 0;
    m_transport.asked.clear();
    SecretBuffer secret = SecretBuffer::take(QByteArray(key.constData(), key.size()));
    const KeyKind kind = keyKind(secret);
    AdminClient client(m_transport, m_clock, AdminClient::defaultBaseUrl(), std::move(secret), policy);
    KeyCheck keyCheck(client, kind, m_clock);
    std::vector<KeyCheckReport> reports;
    connect(&keyCheck, &KeyCheck::finished, this, [&](const KeyCheckReport& report) { reports.push_back(report); });
    keyCheck.start();
    if (!QTest::qWaitFor([&] { return !reports.empty(); })) qFatal("no report");
    QCoreApplication::processEvents();
    if (reports.size() != 1) qFatal("finished more than once");
    return reports.front();
}

void TestKeyCheck::saysThatAllIsWell() {
    m_transport.will(200, Me);
    m_transport.will(200, NoCost);
    const KeyCheckReport report = check("sk-ant-admin01-tail");
    QVERIFY(report.isGood() && !report.error);
    QCOMPARE(report.host, QStringLiteral("api.anthropic.com"));
    QCOMPARE(report.keyKind, KeyKind::Admin);
    QVERIFY(report.reachedIn.has_value());
    QCOMPARE(report.organization->value().name, QStringLiteral("Acme"));
    QVERIFY(report.mayReadReports->has_value());
    QVERIFY(report.explanation.contains(QStringLiteral("Acme")));
    // Yesterday and today, so that one whole day is in the range.
    QVERIFY(m_transport.asked.at(1).toEncoded().contains(
        "starting_at=2026-11-19T00:00:00Z&ending_at=2026-11-21T00:00:00Z"));
}

void TestKeyCheck::diagnoses_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("meStatus");
    QTest::addColumn<int>("costStatus");  // 0: not asked
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("headline");
    const auto row = [](const char* name, const char* key, int me, int cost, ErrorKind kind, const char* headline) {
        QTest::newRow(name) << QByteArray(key) << me << cost << static_cast<int>(kind) << QString::fromLatin1(headline);
    };
    row("ordinary key", "sk-ant-api03-tail", 401, 0, ErrorKind::Unauthorized, "This is an ordinary API key.");
    row("enterprise key", "sk-ant-api01-tail", 401, 0, ErrorKind::Unauthorized,
        "This looks like a Claude Enterprise key.");
    row("unknown form", "tail", 401, 0, ErrorKind::Unauthorized, "This does not look like an Admin key.");
    row("refused", "sk-ant-admin01-tail", 401, 0, ErrorKind::Unauthorized, "The server refused the key.");
    row("no permission", "sk-ant-admin01-tail", 403, 0, ErrorKind::Forbidden,
        "The key may not read this organization.");
    row("ordinary, forbidden", "sk-ant-api03-tail", 403, 0, ErrorKind::Forbidden, "This is an ordinary API key.");
    row("no organization", "sk-ant-admin01-tail", 404, 0, ErrorKind::NotFound, "No organization belongs to this key.");
    row("billing", "sk-ant-admin01-tail", 402, 0, ErrorKind::Forbidden, "The organization's billing has a problem.");
    row("no reports, billing", "sk-ant-admin01-tail", 200, 402, ErrorKind::Forbidden,
        "The organization's billing has a problem.");
    row("no reports", "sk-ant-admin01-tail", 200, 403, ErrorKind::Forbidden, "The key may not read usage and cost.");
    row("reports unknown", "sk-ant-admin01-tail", 200, 404, ErrorKind::NotFound,
        "The server has no usage and cost reports for this organization.");
    row("rate limited", "sk-ant-admin01-tail", 200, 429, ErrorKind::RateLimited,
        "The rate limit of the organization is used up.");
    row("server down", "sk-ant-admin01-tail", 500, 0, ErrorKind::BadResponse,
        "The answer of api.anthropic.com was not as expected.");
    row("no network", "sk-ant-admin01-tail", -1, 0, ErrorKind::Network, "api.anthropic.com cannot be reached.");
    row("no answer", "sk-ant-admin01-tail", -2, 0, ErrorKind::Timeout, "api.anthropic.com does not answer.");
}

void TestKeyCheck::diagnoses() {
    QFETCH(QByteArray, key);
    QFETCH(int, meStatus);
    QFETCH(int, costStatus);
    QFETCH(int, kind);
    QFETCH(QString, headline);
    if (meStatus > 0) {
        m_transport.will(meStatus, meStatus == 200 ? Me : Refusal);
    } else {
        m_transport.willFail(meStatus == -1 ? ErrorKind::Network : ErrorKind::Timeout);
    }
    if (costStatus != 0) m_transport.will(costStatus, Refusal);
    const KeyCheckReport report = check(key);
    QVERIFY(!report.isGood());
    QCOMPARE(static_cast<int>(report.error->kind), kind);
    QCOMPARE(report.headline, headline);
    QVERIFY(report.explanation.size() > 20);
    const QString shown = report.headline + report.explanation + report.error->message;
    QVERIFY(!shown.contains(QStringLiteral("tail")));
    QCOMPARE(report.reachedIn.has_value(), meStatus > 0);
    QCOMPARE(report.organization.has_value(), meStatus > 0);
    QCOMPARE(report.organization && report.organization->has_value(), meStatus == 200);
    QCOMPARE(report.reached, meStatus > 0 ? KeyCheckReport::Step::Good : KeyCheckReport::Step::Bad);
    QCOMPARE(report.mayReadReports.has_value(), costStatus != 0);
    QVERIFY(m_transport.script.empty());
}

void TestKeyCheck::canBeStopped() {
    m_transport.willHang();
    AdminClient client(m_transport, m_clock, AdminClient::defaultBaseUrl(), SecretBuffer::take(QByteArray("k")));
    KeyCheck keyCheck(client, KeyKind::Unknown, m_clock);
    QSignalSpy finished(&keyCheck, &KeyCheck::finished);
    m_transport.asked.clear();
    keyCheck.start();
    QTRY_COMPARE(m_transport.asked.size(), std::size_t{1});
    keyCheck.cancel();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<KeyCheckReport>().error->kind, ErrorKind::Cancelled);
}

void TestKeyCheck::staysQuietWhenDeleted() {
    m_transport.will(200, Me);
    AdminClient client(m_transport, m_clock, AdminClient::defaultBaseUrl(), SecretBuffer::take(QByteArray("k")));
    auto keyCheck = std::make_unique<KeyCheck>(client, KeyKind::Unknown, m_clock);
    m_transport.asked.clear();
    keyCheck->start();
    keyCheck.reset();
    bool answered = false;
    m_transport.will(200, Me);
    client.me([&](const auto&) { answered = true; });  // stands behind the question of the check
    QTRY_VERIFY(answered);
    QCOMPARE(m_transport.asked.size(), std::size_t{2});  // no cost request followed
}

QTEST_GUILESS_MAIN(TestKeyCheck)
#include "tst_keycheck.moc"
