// The key's only home: it is taken over, moved and told apart, never left behind.
#include "app/core/secretbuffer.h"

#include <QTest>

#include <type_traits>
#include <utility>

using namespace tokenledger;

class TestSecretBuffer : public QObject {
    Q_OBJECT
private slots:
    void takesTheSourceOver();
    void dropsWhiteSpaceAround();
    void movesWithoutLeavingACopy();
    void duplicatesOnPurposeOnly();
    void leavesNothingAfterWiping();
    void knowsKindsByPrefix_data();
    void knowsKindsByPrefix();
};

void TestSecretBuffer::takesTheSourceOver() {
    QByteArray source("sk-ant-admin01-abc");
    const SecretBuffer secret = SecretBuffer::take(std::move(source));
    QCOMPARE(secret.bytes(), QByteArray("sk-ant-admin01-abc"));
    QVERIFY(source.isEmpty());  // NOLINT(bugprone-use-after-move): that it is empty is the promise
    QVERIFY(SecretBuffer().isEmpty());
}

void TestSecretBuffer::dropsWhiteSpaceAround() {
    QCOMPARE(SecretBuffer::take(QByteArray(" \t sk-x y \r\n")).bytes(), QByteArray("sk-x y"));
    QVERIFY(SecretBuffer::take(QByteArray(" \r\n\t")).isEmpty());
}

void TestSecretBuffer::movesWithoutLeavingACopy() {
    SecretBuffer first = SecretBuffer::take(QByteArray("one"));
    SecretBuffer second(std::move(first));
    QVERIFY(first.isEmpty());  // NOLINT(bugprone-use-after-move)
    QCOMPARE(second.bytes(), QByteArray("one"));
    SecretBuffer third = SecretBuffer::take(QByteArray("three"));
    third = std::move(second);
    QCOMPARE(third.bytes(), QByteArray("one"));
    QVERIFY(second.isEmpty());  // NOLINT(bugprone-use-after-move)
}

void TestSecretBuffer::duplicatesOnPurposeOnly() {
    static_assert(!std::is_copy_constructible_v<SecretBuffer> && !std::is_copy_assignable_v<SecretBuffer>);
    SecretBuffer first = SecretBuffer::take(QByteArray("one"));
    const SecretBuffer copy = first.duplicate();
    QVERIFY(copy.bytes().constData() != first.bytes().constData());
    first = SecretBuffer();
    QCOMPARE(copy.bytes(), QByteArray("one"));
}

void TestSecretBuffer::leavesNothingAfterWiping() {
    QByteArray bytes("secret");
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QByteArray none;
    wipe(none);
    QVERIFY(none.isEmpty());
}

void TestSecretBuffer::knowsKindsByPrefix_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* key, KeyKind kind) {
        QTest::newRow(key) << QByteArray(key) << static_cast<int>(kind);
    };
    row("sk-ant-admin01-abc", KeyKind::Admin);
    row("sk-ant-admin02-abc", KeyKind::Admin);
    row("sk-ant-api01-abc", KeyKind::EnterpriseAnalytics);
    row("sk-ant-api03-abc", KeyKind::Ordinary);
    row("sk-proj-abc", KeyKind::Unknown);
    row("SK-ANT-ADMIN01-abc", KeyKind::Unknown);
    row("", KeyKind::Unknown);
}

void TestSecretBuffer::knowsKindsByPrefix() {
    QFETCH(QByteArray, key);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(keyKind(SecretBuffer::take(std::move(key)))), kind);
}

QTEST_GUILESS_MAIN(TestSecretBuffer)
#include "tst_secretbuffer.moc"
