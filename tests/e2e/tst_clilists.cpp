// The organization's lists end to end: how many requests they take, what a refusal leaves, and what the reports show
// of names, changes and restatements.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/support/fakeadminserver.h"
#include "tests/support/faults.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");

FakeData threeWorkspaces() {
    FakeData data;
    data.workspaces = {{QStringLiteral("wrkspc_a"), QStringLiteral("=Alpha")},
                       {QStringLiteral("wrkspc_b"), QStringLiteral("Beta")},
                       {QStringLiteral("wrkspc_c"), QStringLiteral("Gamma")},
                       {QStringLiteral("wrkspc_old"), QStringLiteral("Old"), true}};
    data.users = {
        {QStringLiteral("user_1"), QStringLiteral("Ann"), QStringLiteral("ann@x.example"), QStringLiteral("admin")},
        {QStringLiteral("user_2"), QStringLiteral("Bo"), QStringLiteral("bo@x.example")}};
    data.keys = {{QStringLiteral("apikey_a"), QStringLiteral("Key A"), QStringLiteral("wrkspc_a"),
                  QStringLiteral("active"), QStringLiteral("user_2")},
                 {QStringLiteral("apikey_d"), QStringLiteral("Key D"), std::nullopt}};
    data.invites = {{QStringLiteral("invite_1"), QStringLiteral("cy@x.example")}};
    data.members = {{QStringLiteral("wrkspc_a"), QStringLiteral("user_1"), QStringLiteral("workspace_admin")},
                    {QStringLiteral("wrkspc_a"), QStringLiteral("user_2")},
                    {QStringLiteral("wrkspc_b"), QStringLiteral("user_gone")}};
    for (UtcDay day = UtcDay::fromDate(2025, 11, 21); day <= UtcDay::fromDate(2026, 11, 20); day = day + 1) {
        FakeCost cost;
        cost.day = day;
        cost.workspace = QStringLiteral("wrkspc_b");
        cost.description = QStringLiteral("Claude Sonnet 5 Usage - Input Tokens");
        cost.model = QStringLiteral("claude-sonnet-5");
        cost.cents = QStringLiteral("100");
        data.cost.push_back(cost);
    }
    return data;
}

}  // namespace

class CliLists : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_server = std::make_unique<FakeAdminServer>();
        m_server->data = threeWorkspaces();
        m_server->now = *fromRfc3339(Now);
        m_home = std::make_unique<CliHome>();
    }

    void aMonthTakes41RequestsAndThen14() {
        QCOMPARE(sync().json()[u"requests"].toInteger(), 41);
        QCOMPARE(m_server->requests().size(), std::size_t{41});
        QCOMPARE(m_server->requestsTo(QStringLiteral("/members")), 3);
        QCOMPARE(m_server->requestsTo(QStringLiteral("wrkspc_old")), 0);
        QCOMPARE(sync().json()[u"requests"].toInteger(), 14);
        const CliRun plan = sync(words("--dry-run"));
        QCOMPARE(plan.out.trimmed().split('\n').size(), 14);
        QVERIFY2(plan.err.contains("14 requests") && !plan.err.contains("not known yet: each"), plan.err);
    }

    void aYearTakesTwelveOfEach() {
        const QByteArray plan = sync(words("--dry-run --since 2025-11-21")).out;
        QCOMPARE(plan.count("usage "), 12);
        QCOMPARE(plan.count("cost "), 12);
        QCOMPARE(plan.count("claude-code "), 365);
    }

    void dryRunTellsTheOrganizationsLimit() {
        m_server->setRateLimit(60, 60, m_server->now.addSecs(3600));
        QCOMPARE(sync().exitCode, 0);
        const CliRun plan = sync(words("--dry-run --since 2025-11-21"));
        QVERIFY2(plan.err.contains("limit of 60 requests an hour") && plan.err.contains(" h "), plan.err);
    }

    void aRefusedListIsNamedAndTheRestComes_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("failed");
        QTest::newRow("workspaces") << QStringLiteral("/workspaces") << 403 << 41 - 3 << 1;  // no members known then
        QTest::newRow("users") << QStringLiteral("/users") << 404 << 41 << 1;
        QTest::newRow("invites") << QStringLiteral("/invites") << 403 << 41 << 1;
        QTest::newRow("keys") << QStringLiteral("/api_keys") << 403 << 41 << 1;
        QTest::newRow("members, all gone") << QStringLiteral("/members") << 404 << 41 << 3;
        QTest::newRow("members, forbidden") << QStringLiteral("/members") << 403 << 41 - 2 << 3;
    }

    void aRefusedListIsNamedAndTheRestComes() {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(int, requests);
        QFETCH(int, failed);
        m_server->inject({.path = path, .times = Always}, failWith(status, "permission_error"));
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 7, run.all());
        QCOMPARE(run.json()[u"requests"].toInteger(), requests);
        QCOMPARE(run.json()[u"failed"].toArray().size(), failed);
        QCOMPARE(run.json()[u"failed"][0][u"dataset"].toString(), QStringLiteral("organization"));
        QCOMPARE(run.json()[u"rows"][u"cost"].toInteger(), 31);
        QCOMPARE(command(words("verify")).exitCode, 0);
    }

    void tooManyDimensionsAreAFallback() {
        FakeUsage usage;
        usage.start = UtcDay::fromDate(2026, 11, 10).startSeconds();
        usage.model = QStringLiteral("claude-sonnet-5");
        usage.measures = {1000, 0, 0, 0, 10, 0};
        m_server->data.usage = {usage};
        m_server->inject({.path = QStringLiteral("usage_report/messages"),
                          .query = QStringLiteral("context_window"),
                          .times = Always},
                         [](FakeAnswer& answer) {
                             answer.status = 400;
                             answer.body = refusalBody({400, "invalid_request_error",
                                                        QStringLiteral("Cannot specify more than 5 group_by[] "
                                                                       "dimensions.")},
                                                       "req_scripted");
                         });
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 0, run.all());
        QCOMPARE(run.json()[u"notices"].toArray().size(), 1);
        QVERIFY2(run.err.contains("without context_window"), run.err);
        QVERIFY(list("sync-log").out.contains("without context_window"));
        const CliRun report = command(words("report usage --from 2026-11-10 --to 2026-11-10 --format csv --by model"));
        QVERIFY2(report.out.contains("2026-11-10,claude-sonnet-5,1000,0,0,0,10,0\r\n"), report.all());
        QCOMPARE(command(words("verify")).exitCode, 0);
    }

    void listsShowNamesBesideIds() {
        QCOMPARE(sync().exitCode, 0);
        QCOMPARE(list("organization").out, QByteArray("id,name,listed,first_seen_at\r\n"
                                                      "11111111-2222-4333-8444-555555555555,Plain Org,yes,") +
                                               Now.toLatin1() + "\r\n");
        QCOMPARE(rows("members"), (QStringList{QStringLiteral("wrkspc_a|'=Alpha|user_1|Ann|workspace_admin|yes"),
                                               QStringLiteral("wrkspc_a|'=Alpha|user_2|Bo|workspace_developer|yes"),
                                               QStringLiteral("wrkspc_b|Beta|user_gone||workspace_developer|yes")}));
        QCOMPARE(rows("users"),
                 (QStringList{QStringLiteral("user_1|Ann|ann@x.example|admin|2026-01-04T09:00:00Z|yes"),
                              QStringLiteral("user_2|Bo|bo@x.example|developer|2026-01-04T09:00:00Z|yes")}));
        QCOMPARE(rows("invites"), QStringList{QStringLiteral("invite_1|cy@x.example|developer|pending|"
                                                             "2026-11-02T09:00:00Z|2026-11-23T09:00:00Z||yes")});
        QCOMPARE(rows("api-keys"),
                 (QStringList{QStringLiteral("apikey_a|Key A|active|wrkspc_a|'=Alpha|2026-01-05T09:00:00Z|user_2|Bo||"
                                             "sk-ant-api03-R2D...igAA|yes"),
                              QStringLiteral("apikey_d|Key D|active||(default workspace)|2026-01-05T09:00:00Z||||"
                                             "sk-ant-api03-R2D...igAA|yes")}));
        QCOMPARE(rows("workspaces").last(),
                 QStringLiteral("wrkspc_old|Old|2026-01-05T09:00:00Z|2026-06-01T00:00:00Z|yes"));
        const CliRun json = command(words("report users --format json"));
        QCOMPARE(json.json()[u"complete"].toBool(), true);
        QCOMPARE(json.json()[u"as_of"].toString(), Now);
        QCOMPARE(command(words("report users --by user")).exitCode, 2);
    }

    void aListThatNeverCameIsNotComplete() {
        m_server->inject({.path = QStringLiteral("wrkspc_c/members"), .times = Always},
                         failWith(404, "not_found_error"));
        m_server->inject({.path = QStringLiteral("/users"), .times = Always}, failWith(403, "permission_error"));
        QCOMPARE(sync().exitCode, 7);
        for (const char* name : {"users", "members", "changes"}) {
            const CliRun run = command({QStringLiteral("report"), QString::fromLatin1(name), QStringLiteral("--format"),
                                        QStringLiteral("json")});
            QVERIFY2(!run.json()[u"complete"].toBool(true) && run.json()[u"as_of"].isNull(), run.all());
            QVERIFY2(run.out.contains("have been fetched yet"), run.out);
        }
    }

    void changesAreListed() {
        QCOMPARE(sync().exitCode, 0);
        QCOMPARE(list("changes").out, QByteArray("seen_at,kind,id,name,field,before,after\r\n"));
        m_server->data.users[1].role = QStringLiteral("billing");
        m_server->data.keys[0].status = QStringLiteral("archived");
        m_server->data.members.erase(m_server->data.members.begin() + 1);
        QCOMPARE(sync().exitCode, 0);
        const QByteArray at = Now.toLatin1() + ',';
        QCOMPARE(list("changes").out, "seen_at,kind,id,name,field,before,after\r\n" + at +
                                          "api key,apikey_a,Key A,status,active,archived\r\n" + at +
                                          "user,user_2,Bo,role,developer,billing\r\n" + at +
                                          "member,wrkspc_a/user_2,Bo in =Alpha,listed,yes,\r\n");
        QVERIFY(rows("members")[1].endsWith(QStringLiteral("|no")));
    }

    void restatementsAreExact() {
        QCOMPARE(sync().exitCode, 0);
        for (FakeCost& row : m_server->data.cost) {
            if (row.day.toIso() == u"2026-11-10") row.cents = QStringLiteral("100.00001");
            if (row.day.toIso() == u"2026-11-19") row.cents = QStringLiteral("7");  // provisional: no restatement
        }
        QCOMPARE(sync().exitCode, 0);
        const QByteArray header = "seen_at,dataset,day,dimension,measure,before,after\r\n";
        const QByteArray begin = Now.toLatin1() + ",cost,2026-11-10,workspace=";
        const QByteArray middle =
            "; description=Claude Sonnet 5 Usage - Input Tokens; cost_type=tokens; model=claude-sonnet-5";
        const QByteArray end = ",amount_usd,1.00,1.0000001\r\n";
        QCOMPARE(list("restatements").out, header + begin + "Beta" + middle + end);
        QCOMPARE(list("restatements", {QStringLiteral("--ids")}).out, header + begin + "wrkspc_b" + middle + end);
        const QJsonArray row = command(words("report restatements --format json")).json()[u"rows"][0].toArray();
        QCOMPARE(row[6].toString(), QStringLiteral("1.0000001"));
    }

private:
    [[nodiscard]] CliRun command(const QStringList& arguments) const {
        return m_home->run(arguments +
                           QStringList{QStringLiteral("--cache"), m_home->cache(), QStringLiteral("--now"), Now});
    }
    [[nodiscard]] CliRun sync(const QStringList& extra = {}) const {
        return command(words("sync --format json --progress none --no-wait --base-url") +
                       QStringList{m_server->url().toString()} + extra);
    }
    [[nodiscard]] CliRun list(const char* name, const QStringList& extra = {}) const {
        return command(QStringList{QStringLiteral("report"), QString::fromLatin1(name), QStringLiteral("--format"),
                                   QStringLiteral("csv")} +
                       extra);
    }
    /// The rows without first_seen_at, cells with bars between.
    [[nodiscard]] QStringList rows(const char* name) const {
        QStringList lines;
        for (const QStringList& row : readCsv(list(name).out).rows) lines << row.mid(0, row.size() - 1).join(u'|');
        return lines;
    }

    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<CliHome> m_home;
};

QTEST_GUILESS_MAIN(CliLists)
#include "tst_clilists.moc"
