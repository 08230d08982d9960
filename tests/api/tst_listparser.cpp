// Organization objects: ids are required, everything else may be missing.
#include "app/api/anthropic/listparser.h"
#include "tests/api/fixture.h"

#include <QTest>

using namespace tokenledger;
using test::edited;
using test::fixture;

class TestListParser : public QObject {
    Q_OBJECT
private slots:
    void readsTheOrganization();
    void readsWorkspaces();
    void readsApiKeys();
    void endsOnEmptyData();
    void refuses_data();
    void refuses();
};

void TestListParser::readsTheOrganization() {
    const auto org = parseOrganization(R"({"id":"0b6e-1","name":"Acme \u2014 \"R&D\"","type":"organization","new":1})");
    QVERIFY(org.has_value());
    QCOMPARE(org->id, QStringLiteral("0b6e-1"));
    QCOMPARE(org->name, QStringLiteral("Acme \u2014 \"R&D\""));
    QVERIFY(!parseOrganization(R"({"name":"Acme"})").has_value());
    QVERIFY(parseOrganization(fixture("captive_portal.html")).error().message.contains(QStringLiteral("login page")));
    QCOMPARE(parseOrganization(R"({"id":"x")").error().kind, ErrorKind::BadResponse);
}

void TestListParser::readsWorkspaces() {
    const auto page = parseWorkspaces(fixture("workspaces_page.json"));
    QVERIFY(page.has_value());
    QVERIFY(page->hasMore);
    QCOMPARE(page->lastId, QStringLiteral("wrkspc_03Dd"));
    QCOMPARE(page->rows.size(), std::size_t{3});
    QCOMPARE(page->rows[0].name, QStringLiteral("Research"));
    QCOMPARE(toRfc3339(page->rows[0].createdAt), QStringLiteral("2026-01-05T09:00:00Z"));
    QVERIFY(!page->rows[0].archivedAt);
    QCOMPARE(page->rows[1].name, QStringLiteral("=Old, \"quoted\""));
    QCOMPARE(toRfc3339(*page->rows[1].archivedAt), QStringLiteral("2026-03-01T10:30:00Z"));
    QVERIFY(page->rows[2].name.isEmpty() && !page->rows[2].createdAt.isValid());
}

void TestListParser::readsApiKeys() {
    const auto page = parseApiKeys(fixture("api_keys_page.json"));
    QVERIFY(page.has_value());
    QVERIFY(!page->hasMore);
    QCOMPARE(page->rows.size(), std::size_t{5});
    QCOMPARE(page->rows[0].workspaceId, std::optional(QStringLiteral("wrkspc_01Bb")));
    QVERIFY(!page->rows[1].workspaceId);  // explicitly the default workspace
    QCOMPARE(page->rows[2].workspaceId, std::optional(QStringLiteral("wrkspc_02Cc")));  // only its scope says so
    QCOMPARE(page->rows[2].status, QStringLiteral("paused_by_robot"));
    QVERIFY(!page->rows[3].workspaceId);
    QCOMPARE(page->rows[4].id, QStringLiteral("apikey_05Ee"));
}

void TestListParser::endsOnEmptyData() {
    const auto page = parseApiKeys(R"({"data":[],"has_more":true,"first_id":null,"last_id":null})");
    QVERIFY(page && !page->hasMore && page->rows.empty());
}

void TestListParser::refuses_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no data") << QByteArray(R"({"has_more":false})");
    QTest::newRow("data null") << QByteArray(R"({"data":null,"has_more":false})");
    QTest::newRow("no has_more") << QByteArray(R"({"data":[]})");
    QTest::newRow("no id") << edited(fixture("api_keys_page.json"), "\"id\":\"apikey_02Bb\",", "");
    QTest::newRow("more, but no last_id") << QByteArray(R"({"data":[{"id":"a"}],"has_more":true,"last_id":null})");
    QTest::newRow("a zero byte in an id")
        << QByteArray(R"({"data":[{"id":"a?"}],"has_more":false})").replace('?', '\0');
    QTest::newRow("cut short") << fixture("api_keys_page.json").left(500);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("login page") << fixture("captive_portal.html");
}

void TestListParser::refuses() {
    QFETCH(QByteArray, body);
    const auto page = parseApiKeys(body);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ErrorKind::BadResponse);
    QVERIFY(!parseWorkspaces(body).has_value());
}

QTEST_GUILESS_MAIN(TestListParser)
#include "tst_listparser.moc"
