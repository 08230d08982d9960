// Who works at the sample organization: consistent at any present, and changing with it.
#include "tests/unit/sample/sampleclient.h"

#include <QTest>

#include <map>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");
const QString Later = QStringLiteral("2026-12-15T10:00:00Z");

QSet<QString> idsOf(SampleClient& client, const QString& list, const QString& field = QStringLiteral("id")) {
    QSet<QString> ids;
    for (const auto& item : client.json(list)[u"data"].toArray()) ids << item[field].toString();
    return ids;
}

std::map<QString, int> countsOf(SampleClient& client, const QString& list, const QString& field) {
    std::map<QString, int> counts;
    for (const auto& item : client.json(list)[u"data"].toArray()) ++counts[item[field].toString()];
    return counts;
}

const QString Users = QStringLiteral("users?limit=1000");

}  // namespace

class SamplePeople : public QObject {
    Q_OBJECT

private slots:
    void roles() {
        SampleClient client(Now);
        auto roles = countsOf(client, Users, QStringLiteral("role"));
        QCOMPARE(idsOf(client, Users).size(), 39);  // the fortieth is invited
        for (const char* role : {"admin", "billing", "developer", "claude_code_user"}) {
            QVERIFY2(roles[QString::fromLatin1(role)] > 0, role);
        }
        const auto invites = countsOf(client, QStringLiteral("invites"), QStringLiteral("status"));
        QCOMPARE(invites, (std::map<QString, int>{{QStringLiteral("expired"), 1}, {QStringLiteral("pending"), 1}}));
    }

    void everyReferenceLeadsSomewhere_data() {
        QTest::addColumn<QString>("now");
        QTest::newRow("early") << QStringLiteral("2025-02-10T00:00:00Z");
        QTest::newRow("now") << Now;
        QTest::newRow("later") << Later;
    }

    void everyReferenceLeadsSomewhere() {
        QFETCH(QString, now);
        SampleClient client(now);
        const QSet<QString> users = idsOf(client, Users);
        const QSet<QString> workspaces = idsOf(client, QStringLiteral("workspaces"));
        for (const auto& key : client.json(QStringLiteral("api_keys?limit=1000"))[u"data"].toArray()) {
            QVERIFY(users.contains(key[u"created_by"][u"id"].toString()));
            if (!key[u"workspace_id"].isNull()) QVERIFY(workspaces.contains(key[u"workspace_id"].toString()));
        }
        for (const QString& workspace : workspaces) {
            const QString list = QStringLiteral("workspaces/%1/members?limit=1000").arg(workspace);
            const QSet<QString> members = idsOf(client, list, QStringLiteral("user_id"));
            QVERIFY(members.size() > 5 && users.contains(members));
            QCOMPARE(idsOf(client, list, QStringLiteral("workspace_id")), QSet<QString>{workspace});
        }
    }

    void aLaterPresentShowsChanges() {
        SampleClient before(Now);
        SampleClient after(Later);
        const QSet<QString> joined = idsOf(after, Users) - idsOf(before, Users);
        const QSet<QString> left = idsOf(before, Users) - idsOf(after, Users);
        QVERIFY(joined.size() == 1 && left.size() == 1);
        auto invites = countsOf(after, QStringLiteral("invites"), QStringLiteral("status"));
        QVERIFY(invites[QStringLiteral("accepted")] == 1 && invites[QStringLiteral("pending")] == 1);
        const QString keys = QStringLiteral("api_keys?limit=1000");
        QVERIFY(countsOf(after, keys, QStringLiteral("status"))[QStringLiteral("archived")] >
                countsOf(before, keys, QStringLiteral("status"))[QStringLiteral("archived")]);
    }

    void listsAreStrict_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("limit 0") << QStringLiteral("users?limit=0") << 400;
        QTest::newRow("limit 1001") << QStringLiteral("invites?limit=1001") << 400;
        QTest::newRow("unknown parameter") << QStringLiteral("users?page=1") << 400;
        QTest::newRow("unknown id") << QStringLiteral("users?after_id=user_none") << 400;
        QTest::newRow("unknown workspace") << QStringLiteral("workspaces/wrkspc_none/members") << 404;
        QTest::newRow("no such list") << QStringLiteral("workspaces/wrkspc_none/keys") << 404;
    }

    void listsAreStrict() {
        QFETCH(QString, target);
        QFETCH(int, status);
        SampleClient client(Now);
        QCOMPARE(client.get(target).status, status);
    }

    void listsGoOnAfterAnId() {
        SampleClient client(Now);
        QSet<QString> users;
        int pages = 0;
        for (QString after; !after.isNull() || pages == 0; ++pages) {
            const QJsonObject page = client.json(QStringLiteral("users?limit=7") + after);
            for (const auto& user : page[u"data"].toArray()) users << user[u"id"].toString();
            after = page[u"has_more"].toBool() ? QString(QStringLiteral("&after_id=") + page[u"last_id"].toString())
                                               : QString();
        }
        QCOMPARE(pages, 6);
        QCOMPARE(users, idsOf(client, Users));
    }
};

QTEST_GUILESS_MAIN(SamplePeople)
#include "tst_samplepeople.moc"
