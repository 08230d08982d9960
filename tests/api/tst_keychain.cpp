// The keychain for real where a Secret Service answers (packaging/test brings one), and the plain sentence where none
// does (the same test is run once more without a session bus).
#include "app/secrets/secretstore.h"

#include <QTest>
#include <QUuid>

using namespace tokenledger;

class TestKeychain : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void keepsAKey();
    void keepsProfilesApart();
    void saysWhatToDoInstead();
    void staysQuietWhenTheContextDied();
    void givesUpOnASlowKeychain();

private:
    Result<SecretBuffer> read(const QString& profile);
    Result<void> write(const QString& profile, const QByteArray& key);
    Result<void> remove(const QString& profile);

    std::unique_ptr<SecretStore> m_store = makeKeychainStore();
    const QString m_profile = QStringLiteral("test-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    bool m_keychain = false;
};

Result<SecretBuffer> TestKeychain::read(const QString& profile) {
    std::optional<Result<SecretBuffer>> answer;
    m_store->read(profile, this, [&](Result<SecretBuffer> key) { answer = std::move(key); });
    if (answer) qFatal("answered from within the call");
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000)) qFatal("no answer");
    return std::move(*answer);
}

Result<void> TestKeychain::write(const QString& profile, const QByteArray& key) {
    std::optional<Result<void>> answer;
    m_store->write(profile, SecretBuffer::take(QByteArray(key.constData(), key.size())), this,
                   [&](const Result<void>& written) { answer = written; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000)) qFatal("no answer");
    return *answer;
}

Result<void> TestKeychain::remove(const QString& profile) {
    std::optional<Result<void>> answer;
    m_store->remove(profile, this, [&](const Result<void>& removed) { answer = removed; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000)) qFatal("no answer");
    return *answer;
}

void TestKeychain::initTestCase() {
    const auto missing = read(m_profile);
    QVERIFY(!missing.has_value());
    m_keychain = missing.error().kind == ErrorKind::NotFound;
    qInfo("%s", m_keychain ? "a keychain answers" : "no keychain answers");
    if (qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS").contains(QStringLiteral("nonexistent"))) QVERIFY(!m_keychain);
}

void TestKeychain::keepsAKey() {
    const QByteArray key = "sk-ant-admin01-\x01\x7f-not-only-letters";
    const auto written = write(m_profile, key);
    QCOMPARE(written.has_value(), m_keychain);
    if (!m_keychain) return;
    QCOMPARE(read(m_profile)->bytes(), key);
    QVERIFY(write(m_profile, "another").has_value());
    QCOMPARE(read(m_profile)->bytes(), QByteArray("another"));
    QVERIFY(remove(m_profile).has_value());
    QCOMPARE(read(m_profile).error().kind, ErrorKind::NotFound);
    QVERIFY(read(m_profile).error().message.contains(QStringLiteral("keychain")));
}

void TestKeychain::keepsProfilesApart() {
    const QString other = m_profile + QStringLiteral(" \u00e9\"/2");
    QCOMPARE(write(m_profile, "one").has_value(), m_keychain);
    QCOMPARE(write(other, "two").has_value(), m_keychain);
    if (!m_keychain) return;
    QCOMPARE(read(m_profile)->bytes(), QByteArray("one"));
    QCOMPARE(read(other)->bytes(), QByteArray("two"));
    QVERIFY(remove(m_profile).has_value());
    QCOMPARE(read(other)->bytes(), QByteArray("two"));
    QVERIFY(remove(other).has_value());
    QCOMPARE(remove(other).error().kind, ErrorKind::NotFound);
}

void TestKeychain::saysWhatToDoInstead() {
    if (m_keychain) {
        QCOMPARE(remove(m_profile).error().kind, ErrorKind::NotFound);
        return;
    }
    for (const Error& error : {read(m_profile).error(), write(m_profile, "k").error(), remove(m_profile).error()}) {
        QCOMPARE(error.kind, ErrorKind::Secret);
        QVERIFY2(error.message.contains(QStringLiteral("ANTHROPIC_ADMIN_KEY")), qPrintable(error.message));
        QVERIFY(error.message.contains(QStringLiteral("--key-file")));
    }
}

void TestKeychain::staysQuietWhenTheContextDied() {
    int answers = 0;
    {
        QObject context;
        m_store->read(m_profile, &context, [&](const Result<SecretBuffer>&) { ++answers; });
    }
    QVERIFY(!read(m_profile).has_value());  // asked later, answered later
    QCOMPARE(answers, 0);
}

// The keychain answers after the patience is over: one error, and the late answer is not heard.
void TestKeychain::givesUpOnASlowKeychain() {
    const auto hasty = makeKeychainStore(std::chrono::milliseconds(0));
    int answers = 0;
    std::optional<Error> error;
    for (int i = 0; i < 3; ++i) {
        hasty->read(m_profile, this, [&](const Result<SecretBuffer>& key) {
            ++answers;
            error = key.error();
        });
    }
    QVERIFY(!read(m_profile).has_value());  // asked later, answered later
    QCOMPARE(answers, 3);
    QCOMPARE(error->kind, ErrorKind::Secret);
    QVERIFY(error->message.contains(QStringLiteral("ANTHROPIC_ADMIN_KEY")));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
