// What sync asks for, keeps and says: the plan, provisional and final days, revisions, summaries, lists.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/support/fakeadminserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

// Sixty days of two workspaces; every figure is plain, so that a day's share of a sum can be seen.
FakeData steadyOrganization() {
    FakeData data;
    data.organizationName = QStringLiteral("Steady Org");
    data.workspaces = {{QStringLiteral("wrkspc_a"), QStringLiteral("Alpha")},
                       {QStringLiteral("wrkspc_old"), QStringLiteral("Archived"), true}};
    data.keys = {{QStringLiteral("apikey_a"), QStringLiteral("Key A"), QStringLiteral("wrkspc_a")}};
    for (UtcDay day = UtcDay::fromDate(2026, 9, 22); day <= UtcDay::fromDate(2026, 11, 20); day = day + 1) {
        FakeCost cost;
        cost.day = day;
        cost.workspace = QStringLiteral("wrkspc_a");
        cost.description = QStringLiteral("Claude Sonnet 5 Usage - Input Tokens");
        cost.model = QStringLiteral("claude-sonnet-5");
        cost.cents = QStringLiteral("100");
        data.cost.push_back(cost);
        cost.workspace = QStringLiteral("wrkspc_old");
        cost.cents = QStringLiteral("0.5");
        data.cost.push_back(cost);
        FakeUsage usage;
        usage.start = day.startSeconds();
        usage.workspace = QStringLiteral("wrkspc_a");
        usage.apiKey = QStringLiteral("apikey_a");
        usage.model = QStringLiteral("claude-sonnet-5");
        usage.measures = {1000, 0, 0, 0, 10, 0};
        data.usage.push_back(usage);
        FakeClaudeCode code;
        code.day = day;
        code.actor = QStringLiteral("kim@example.org");
        code.terminal = QStringLiteral("vscode");
        code.sessions = 1;
        data.claudeCode.push_back(code);
    }
    return data;
}

}  // namespace

class CliSync : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_server = std::make_unique<FakeAdminServer>();
        m_server->data = steadyOrganization();
        m_home = std::make_unique<CliHome>();
        setNow(QStringLiteral("2026-11-20T13:42:00Z"));
    }

    void defaultsToTheLast31Days() {
        const QJsonObject summary = sync().json();
        QCOMPARE(summary[u"organization"][u"id"].toString(), m_server->data.organizationId);
        QCOMPARE(summary[u"organization"][u"name"].toString(), QStringLiteral("Steady Org"));
        QCOMPARE(summary[u"rows"][u"usage"].toInteger(), 31);
        QCOMPARE(summary[u"rows"][u"cost"].toInteger(), 62);
        QCOMPARE(summary[u"rows"][u"claude_code"].toInteger(), 31);
        QCOMPARE(summary[u"requests"].toInteger(), static_cast<qint64>(m_server->requests().size()));
        QCOMPARE(summary[u"retries"].toInteger(), 0);
        QVERIFY(summary[u"failed"].toArray().isEmpty());
        QVERIFY(summary[u"elapsed_ms"].isDouble());
        // One request each: the largest limit, whole UTC days, five groupings.
        QCOMPARE(m_server->requestsTo(QStringLiteral("usage_report/messages")), 1);
        QCOMPARE(m_server->requestsTo(QStringLiteral("cost_report")), 1);
        QCOMPARE(m_server->requestsTo(QStringLiteral("claude_code")), 31);
        for (const FakeRequest& request : m_server->requests()) {
            QCOMPARE(request.header("anthropic-version"), QByteArray("2023-06-01"));
            QVERIFY2(request.header("user-agent").startsWith("Tokenledger/"), request.header("user-agent"));
            QVERIFY(!request.query.contains(QLatin1String(AdminKey)));
            if (!request.path.contains(u"report")) continue;
            QVERIFY2(request.query.contains(request.path.contains(u"claude_code") ? QStringLiteral("limit=1000")
                                                                                  : QStringLiteral("limit=31")),
                     qPrintable(request.query));
        }
        QCOMPARE(total("cost", "2026-10-21", "2026-11-20"), QStringLiteral("31.155"));
    }

    void newestComesFirst() {
        QCOMPARE(sync(words("--since 2026-09-22")).exitCode, 0);
        QStringList days;
        for (const FakeRequest& request : m_server->requests()) {
            if (request.path.contains(u"claude_code"))
                days << request.query.section(QStringLiteral("starting_at="), 1).left(10);
        }
        QCOMPARE(days.size(), 60);
        QVERIFY(std::is_sorted(days.rbegin(), days.rend()));
        int firstUsage = -1;
        for (std::size_t i = 0; i < m_server->requests().size() && firstUsage < 0; ++i) {
            if (m_server->requests()[i].path.contains(u"usage_report/messages")) firstUsage = static_cast<int>(i);
        }
        QVERIFY(firstUsage >= 0 && firstUsage < 3);  // a first chart after three answers
    }

    void dryRunPrintsThePlanAndSendsNothing() {
        const CliRun run = sync(words("--dry-run --since 2026-10-01"), {});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(m_server->requests().empty());
        QVERIFY(!QFile::exists(m_home->cache()));
        const QList<QByteArray> lines = run.out.trimmed().split('\n');
        QCOMPARE(sync(words("--since 2026-10-01")).exitCode, 0);
        // One more than planned: which workspaces there are, and so whose members to ask, it learns on the way.
        QVERIFY2(run.err.contains("workspaces are not known yet"), run.err);
        QVERIFY2(run.err.contains("90 requests an hour, as is usual"), run.err);
        QCOMPARE(static_cast<qsizetype>(m_server->requests().size()), lines.size() + 1);
        m_home->environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));  // and it needs no key
        QCOMPARE(sync(words("--dry-run"), {}).exitCode, 0);
    }

    void onlyTheAskedDatasets() {
        QCOMPARE(sync(words("--datasets cost")).exitCode, 0);
        QCOMPARE(m_server->requestsTo(QStringLiteral("usage_report")), 0);
        QCOMPARE(m_server->requestsTo(QStringLiteral("cost_report")), 1);
        QCOMPARE(completeness("usage", "2026-11-01", "2026-11-20"), words("0 0 20 0"));
    }

    void syncingAgainChangesNothing() {
        QCOMPARE(sync(words("--since 2026-10-01")).exitCode, 0);
        const QByteArray before = reports();
        for (const char* extra : {"", "--full", "--since 2026-11-19"}) {
            QCOMPARE(sync(words("--since 2026-10-01") + words(extra)).exitCode, 0);
            QCOMPARE(reports(), before);
            QCOMPARE(run(words("verify")).exitCode, 0);
        }
    }

    void finalDaysAreNotAskedAgain() {
        QCOMPARE(sync(words("--since 2026-10-01")).exitCode, 0);
        m_server->forgetRequests();
        QCOMPARE(sync(words("--since 2026-10-01")).exitCode, 0);
        // Of Claude Code the four provisional days; usage and cost always take their trailing 31 days in one request.
        QCOMPARE(m_server->requestsTo(QStringLiteral("claude_code")), 4);
        QCOMPARE(m_server->requestsTo(QStringLiteral("usage_report/messages")), 1);
        QCOMPARE(m_server->requestsTo(QStringLiteral("cost_report")), 1);
        m_server->forgetRequests();
        QCOMPARE(sync(words("--since 2026-10-01 --full")).exitCode, 0);
        QCOMPARE(m_server->requestsTo(QStringLiteral("claude_code")), 51);
        QCOMPARE(m_server->requestsTo(QStringLiteral("cost_report")), 2);
    }

    void dayIsFinal72HoursAfterItEnded() {
        // The 17th ends on the 18th at 00:00; 72 hours later it is the 21st.
        setNow(QStringLiteral("2026-11-20T23:59:59Z"));
        QCOMPARE(sync(words("--since 2026-11-10")).exitCode, 0);
        for (const char* dataset : {"usage", "cost", "claude-code"}) {
            QCOMPARE(completeness(dataset, "2026-11-17", "2026-11-17"), words("0 1 0 0"));
            QCOMPARE(completeness(dataset, "2026-11-16", "2026-11-16"), words("1 0 0 0"));
            QCOMPARE(completeness(dataset, "2026-11-10", "2026-11-20"), words("7 4 0 0"));
            QCOMPARE(completeness(dataset, "2026-11-08", "2026-11-20"), words("7 4 2 0"));
        }
        setNow(QStringLiteral("2026-11-21T00:00:00Z"));
        QCOMPARE(sync(words("--since 2026-11-10")).exitCode, 0);
        for (const char* dataset : {"usage", "cost", "claude-code"}) {
            QCOMPARE(completeness(dataset, "2026-11-17", "2026-11-17"), words("1 0 0 0"));
            QCOMPARE(completeness(dataset, "2026-11-21", "2026-11-21"), words("0 1 0 0"));
        }
    }

    void lateDataReplacesWhatWasThere() {
        QCOMPARE(sync().exitCode, 0);
        QCOMPARE(total("cost", "2026-11-15", "2026-11-15"), QStringLiteral("1.005"));
        // A revision of a final day within the trailing month: one amount changes, one row goes, one comes.
        std::erase_if(m_server->data.cost, [](const FakeCost& row) { return row.day.toIso() == u"2026-11-15"; });
        FakeCost revised;
        revised.day = *UtcDay::fromIso(u"2026-11-15");
        revised.description = QStringLiteral("Credit");
        revised.cents = QStringLiteral("-0.25");
        m_server->data.cost.push_back(revised);
        for (FakeUsage& row : m_server->data.usage) row.measures.output = 77;
        QCOMPARE(sync().exitCode, 0);
        QCOMPARE(total("cost", "2026-11-15", "2026-11-15"), QStringLiteral("-0.0025"));
        QCOMPARE(total("usage", "2026-11-15", "2026-11-15", 5), QStringLiteral("77"));
        QCOMPARE(total("cost", "2026-10-21", "2026-11-20"), QStringLiteral("30.1475"));
        QCOMPARE(run(words("verify")).exitCode, 0);
    }

    void presentDayGrows() {
        QCOMPARE(sync().exitCode, 0);
        m_server->data.cost.push_back(m_server->data.cost.back());
        m_server->data.cost.back().description = QStringLiteral("Later that day");
        QCOMPARE(sync().exitCode, 0);
        QCOMPARE(total("cost", "2026-11-20", "2026-11-20"), QStringLiteral("1.01"));
    }

    void emptyDaysAreZeroNotMissing() {
        m_server->data.cost.clear();
        m_server->data.usage.clear();
        m_server->data.claudeCode.clear();
        QCOMPARE(sync().exitCode, 0);
        for (const char* dataset : {"usage", "cost", "claude-code"}) {
            QCOMPARE(completeness(dataset, "2026-10-21", "2026-11-20"), words("27 4 0 0"));
        }
        QCOMPARE(total("cost", "2026-10-21", "2026-11-20"), QStringLiteral("0.00"));
    }

    void hourlyDataIsNotAddedToDailyData() {
        QCOMPARE(sync(words("--since 2026-11-10 --bucket-width 1h")).exitCode, 0);
        QCOMPARE(total("usage", "2026-11-10", "2026-11-20"), QStringLiteral("11000"));
        const CliRun hourly = run(words("report usage --from 2026-11-12 --to 2026-11-12 --interval hour --format csv"));
        QCOMPARE(readCsv(hourly.out).rows.size(), 1U);
        QVERIFY(hourly.out.contains("2026-11-12T00:00:00Z,1000,"));
    }

    void statusTellsWhatIsThere() {
        QCOMPARE(sync(words("--since 2026-11-01")).exitCode, 0);
        const CliRun status = run(words("status --format json"));
        QCOMPARE(status.exitCode, 0);
        const QJsonObject object = status.json();
        QCOMPARE(object[u"organization"][u"name"].toString(), QStringLiteral("Steady Org"));
        QStringList seen;
        for (const auto& entry : object[u"datasets"].toArray()) {
            const QString name = entry[u"dataset"].toString();
            seen << name;
            for (const char* field :
                 {"first_day", "last_day", "final_through", "rows", "missing_days", "failed_days", "last_synced_at"}) {
                QVERIFY2(entry.toObject().contains(QString::fromLatin1(field)), field);
            }
            if (name == u"organization") continue;
            QCOMPARE(entry[u"first_day"].toString(), QStringLiteral("2026-11-01"));
            QCOMPARE(entry[u"last_day"].toString(), QStringLiteral("2026-11-20"));
            QCOMPARE(entry[u"final_through"].toString(), QStringLiteral("2026-11-16"));
            QCOMPARE(entry[u"rows"].toInteger(), name == u"cost" ? 40 : 20);
            QCOMPARE(entry[u"missing_days"].toInteger(), 0);
            QCOMPARE(entry[u"failed_days"].toInteger(), 0);
            QCOMPARE(entry[u"last_synced_at"].toString(), QStringLiteral("2026-11-20T13:42:00Z"));
        }
        for (const char* name : {"usage", "cost", "claude-code", "organization"})
            QVERIFY(seen.contains(QString::fromLatin1(name)));
        const CliRun text = run(words("status"));
        QVERIFY(text.out.contains("Steady Org") && text.out.contains(m_home->cache().toUtf8()));
    }

    void gapsShowAsMissing() {
        QCOMPARE(sync(words("--since 2026-11-01 --until 2026-11-03")).exitCode, 0);
        QCOMPARE(sync(words("--since 2026-11-10 --until 2026-11-12")).exitCode, 0);
        QCOMPARE(completeness("claude-code", "2026-11-01", "2026-11-12"), words("6 0 6 0"));
        const CliRun report = run(words("report claude-code --from 2026-11-01 --to 2026-11-12 --format json"));
        QCOMPARE(report.json()[u"complete"].toBool(true), false);
        const CliRun whole = run(words("report claude-code --from 2026-11-10 --to 2026-11-12 --format json"));
        QCOMPARE(whole.json()[u"complete"].toBool(false), true);
    }

    void syncLogTellsEachRequest() {
        QCOMPARE(sync(words("--since 2026-11-18")).exitCode, 0);
        const CliRun log = run(words("report sync-log --format csv"));
        QVERIFY2(log.exitCode == 0, log.err);
        const Csv csv = readCsv(log.out);
        QCOMPARE(csv.rows.size(), m_server->requests().size());
        QVERIFY(csv.complaint.isEmpty());
        for (const char* column : {"when", "request", "status", "rows", "retries", "duration_ms", "request_id"}) {
            QVERIFY2(csv.header.contains(QString::fromLatin1(column)), column);
        }
        const auto id = csv.header.indexOf(QStringLiteral("request_id"));
        for (const QStringList& row : csv.rows) QVERIFY2(row[id].startsWith(u"req_fake"), qPrintable(row.join(u'|')));
    }

    void progressGoesToStandardErrorOnly() {
        for (const char* kind : {"none", "text", "json"}) {
            const CliRun run = sync({QStringLiteral("--progress"), QString::fromLatin1(kind)}, words("--format json"));
            QCOMPARE(run.exitCode, 0);
            QVERIFY(run.out.startsWith('{') && run.out.count('\n') == 1);
            QCOMPARE(run.err.isEmpty(), QByteArray(kind) == "none");
            if (QByteArray(kind) != "json") continue;
            for (const QByteArray& line : run.err.trimmed().split('\n')) QVERIFY2(line.startsWith('{'), line);
        }
    }

    void namesFollowTheOrganization() {
        QCOMPARE(sync().exitCode, 0);
        const QStringList arguments =
            words("report cost --by workspace --interval total --from 2026-11-01 --to 2026-11-10 --format csv");
        QVERIFY(run(arguments).out.contains("total,Alpha,10.00\r\n"));
        QVERIFY(run(arguments).out.contains("Archived"));  // archived workspaces keep their names
        m_server->data.workspaces = {{QStringLiteral("wrkspc_a"), QStringLiteral("Beta")}};
        QCOMPARE(sync().exitCode, 0);
        QVERIFY(run(arguments).out.contains("total,Beta,10.00\r\n"));
        QVERIFY(run(arguments).out.contains("Archived"));  // and a name that was seen once stays known
    }

    void profilesHaveTheirOwnCaches() {
        const QStringList base = {QStringLiteral("--base-url"), m_server->url().toString(), QStringLiteral("--now"),
                                  m_now};
        QCOMPARE(m_home->run(words("sync --since 2026-11-19 --profile north") + base).exitCode, 0);
        QCOMPARE(m_home->run(words("status --profile north")).exitCode, 0);
        QCOMPARE(m_home->run(words("status --profile south")).exitCode, 5);
        QCOMPARE(m_home->run(words("status")).exitCode, 5);
    }

private:
    void setNow(const QString& now) {
        m_now = now;
        m_server->now = *fromRfc3339(now);
    }
    [[nodiscard]] CliRun run(const QStringList& arguments) const {
        return m_home->run(arguments +
                           QStringList{QStringLiteral("--cache"), m_home->cache(), QStringLiteral("--now"), m_now});
    }
    [[nodiscard]] CliRun sync(const QStringList& extra = {}, const QStringList& format = words("--format json")) const {
        return run(QStringList{QStringLiteral("sync"), QStringLiteral("--base-url"), m_server->url().toString()} +
                   extra + format);
    }
    [[nodiscard]] QString total(const char* report, const char* from, const char* to, qsizetype column = 1) const {
        const CliRun result =
            run(QStringList{QStringLiteral("report"), QString::fromLatin1(report), QStringLiteral("--from"),
                            QString::fromLatin1(from), QStringLiteral("--to"), QString::fromLatin1(to)} +
                words("--interval total --format csv"));
        const Csv csv = readCsv(result.out);
        return csv.rows.size() == 1 ? csv.rows[0].value(column) : QString::fromUtf8(result.err);
    }
    // days_final days_provisional days_missing days_failed
    [[nodiscard]] QStringList completeness(const char* dataset, const char* from, const char* to) const {
        const CliRun result =
            run(QStringList{QStringLiteral("report"), QStringLiteral("completeness"), QStringLiteral("--from"),
                            QString::fromLatin1(from), QStringLiteral("--to"), QString::fromLatin1(to)} +
                words("--by dataset --interval total --format csv"));
        for (const QStringList& row : readCsv(result.out).rows) {
            if (row.value(1) == QLatin1String(dataset)) return row.mid(2);
        }
        return {QString::fromUtf8(result.out + result.err)};
    }
    [[nodiscard]] QByteArray reports() const {
        QByteArray all;
        for (const char* report : {"cost", "usage", "claude-code", "claude-code-models"}) {
            const CliRun result = run(QStringList{QStringLiteral("report"), QString::fromLatin1(report)} +
                                      words("--from 2026-09-01 --to 2026-11-20 --format csv"));
            all += result.all();
        }
        return all;
    }

    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<CliHome> m_home;
    QString m_now;
};

QTEST_GUILESS_MAIN(CliSync)
#include "tst_clisync.moc"
