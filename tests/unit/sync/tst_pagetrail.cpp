// Paging comes to an end, whatever the server says.
#include "app/sync/pagetrail.h"

#include <QTest>

using namespace tokenledger;

class TestPageTrail : public QObject {
    Q_OBJECT
private slots:
    void refusesATokenSeenBefore();
    void refusesOnePageTooMany();
    void startsOverOnce();
};

namespace {

Error refusal(int status) {
    Error error;
    error.httpStatus = status;
    return error;
}

}  // namespace

void TestPageTrail::refusesATokenSeenBefore() {
    PageTrail trail;
    QVERIFY(trail.follow(QStringLiteral("a")).has_value());
    QVERIFY(trail.follow(QStringLiteral("b")).has_value());
    const auto again = trail.follow(QStringLiteral("a"));
    QVERIFY(!again && again.error().kind == ErrorKind::BadResponse);
    QVERIFY(trail.follow({}).has_value());  // the last page
}

void TestPageTrail::refusesOnePageTooMany() {
    PageTrail trail;
    for (int next = 2; next <= PageTrail::MaxPages; ++next) QVERIFY(trail.follow(QString::number(next)).has_value());
    QVERIFY(trail.follow({}).has_value());
    const auto more = trail.follow(QStringLiteral("one more"));
    QVERIFY(!more && more.error().kind == ErrorKind::BadResponse);
}

void TestPageTrail::startsOverOnce() {
    PageTrail trail;
    QVERIFY(trail.follow(QStringLiteral("a")).has_value());
    QVERIFY(!trail.startOver(refusal(400), {}));  // the first page has no token that could be stale
    QVERIFY(!trail.startOver(refusal(500), QStringLiteral("a")));
    QVERIFY(trail.startOver(refusal(400), QStringLiteral("a")));
    QVERIFY(trail.follow(QStringLiteral("a")).has_value());  // comes again
    QVERIFY(!trail.startOver(refusal(400), QStringLiteral("a")));
}

QTEST_GUILESS_MAIN(TestPageTrail)
#include "tst_pagetrail.moc"
