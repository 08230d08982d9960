// Organization objects: ids are required, everything else may be missing.
#include "app/api/anthropic/listparser.h"
#include "tests/api/fixture.h"

#include <QTest>

using namespace tokenledger;
using test::edited;
using test::fixture;

namespace {

/// Null pointers stand for null.
std::vector<std::optional<QString>> texts(const std::vector<const char*>& utf8) {
    std::vector<std::optional<QString>> values;
    for (const char* text : utf8)
        values.push_back(text != nullptr ? std::optional(QString::fromUtf8(text)) : std::nullopt);
    return values;
}

}  // namespace

class TestListParser : public QObject {
    Q_OBJECT
private slots:
    void readsTheOrganization();
    void readsWorkspaces();
    void readsApiKeys();
    void readsPeople();
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
    const auto page = parseObjects(ObjectKind::Workspace, fixture("workspaces_page.json"));
    QVERIFY(page.has_value());
    QVERIFY(page->hasMore);
    QCOMPARE(page->lastId, QStringLiteral("wrkspc_03Dd"));
    QCOMPARE(page->rows.size(), std::size_t{3});
    QCOMPARE(page->rows[0].values, texts({"Research", "2026-01-05T09:00:00Z", nullptr}));
    QCOMPARE(page->rows[1].values[0], std::optional(QStringLiteral("=Old, \"quoted\"")));
    QCOMPARE(page->rows[1].values[2], std::optional(QStringLiteral("2026-03-01T10:30:00Z")));
    QCOMPARE(page->rows[2].id, QStringLiteral("wrkspc_03Dd"));
    QCOMPARE(page->rows[2].values, texts({nullptr, nullptr, nullptr}));
}

void TestListParser::readsApiKeys() {
    const auto page = parseObjects(ObjectKind::ApiKey, fixture("api_keys_page.json"));
    QVERIFY(page.has_value());
    QVERIFY(!page->hasMore);
    QCOMPARE(page->rows.size(), std::size_t{5});
    QCOMPARE(page->rows[0].id, QStringLiteral("apikey_01Aa"));
    QCOMPARE(page->rows[0].values, texts({"billing-batch", "active", "wrkspc_01Bb", "2026-01-05T09:00:00Z", "user_01Cc",
                                          nullptr, "sk-ant-api03-R2D...igAA"}));
    constexpr std::size_t WorkspaceId = 2;
    QVERIFY(!page->rows[1].values[WorkspaceId]);  // explicitly the default workspace
    QCOMPARE(page->rows[2].values[WorkspaceId],
             std::optional(QStringLiteral("wrkspc_02Cc")));  // only its scope says so
    QCOMPARE(page->rows[2].values[1], std::optional(QStringLiteral("paused_by_robot")));
    QVERIFY(!page->rows[3].values[WorkspaceId]);
    QCOMPARE(page->rows[4].id, QStringLiteral("apikey_05Ee"));
}

void TestListParser::readsPeople() {
    const auto users = parseObjects(ObjectKind::User, R"({"data":[{"id":"user_1","type":"user","email":"a@b.example",
        "name":"Ann \u00c5","role":"some_new_role","added_at":"2026-02-01T08:00:00+01:00","rbac_group_ids":[]}],
        "first_id":"user_1","last_id":"user_1","has_more":false})");
    QVERIFY(users.has_value());
    QCOMPARE(users->rows[0].values, texts({"Ann \xc3\x85", "a@b.example", "some_new_role", "2026-02-01T07:00:00Z"}));
    const auto invites = parseObjects(ObjectKind::Invite, R"({"data":[{"id":"invite_1","email":"c@d.example",
        "role":"developer","status":"pending","invited_at":"2026-11-01T00:00:00Z","expires_at":"2026-11-22T00:00:00Z"}],
        "has_more":false})");
    QVERIFY(invites.has_value());
    QCOMPARE(invites->rows[0].values,
             texts({"c@d.example", "developer", "pending", "2026-11-01T00:00:00Z", "2026-11-22T00:00:00Z", nullptr}));
    const QByteArray member = R"({"data":[{"user_id":"user_1","workspace_id":"wrkspc_1",
        "workspace_role":"workspace_admin","type":"workspace_member"}],"last_id":"user_1","has_more":false})";
    const auto members = parseObjects(ObjectKind::WorkspaceMember, member);
    QVERIFY(members.has_value());
    QCOMPARE(members->rows[0].id, QStringLiteral("wrkspc_1/user_1"));
    QCOMPARE(members->rows[0].values, texts({"wrkspc_1", "user_1", "workspace_admin"}));
    QVERIFY(!parseObjects(ObjectKind::WorkspaceMember, edited(member, "\"user_id\":\"user_1\",", "")).has_value());
}

void TestListParser::endsOnEmptyData() {
    const auto page = parseObjects(ObjectKind::ApiKey, R"({"data":[],"has_more":true,"first_id":null,"last_id":null})");
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
    QTest::newRow("half a character in an id") << QByteArray(R"({"data":[{"id":"a\ud800"}],"has_more":false})");
    QTest::newRow("cut short") << fixture("api_keys_page.json").left(500);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("login page") << fixture("captive_portal.html");
}

void TestListParser::refuses() {
    QFETCH(QByteArray, body);
    const auto page = parseObjects(ObjectKind::ApiKey, body);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ErrorKind::BadResponse);
    QVERIFY(!parseObjects(ObjectKind::Workspace, body).has_value());
}

QTEST_GUILESS_MAIN(TestListParser)
#include "tst_listparser.moc"
