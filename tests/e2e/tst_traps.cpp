// What real clients of the Admin API fell into: each trap of the wire contract's section 8 that concerns this program
// has its test here, end to end, and most have closer ones elsewhere.
//
//  1  cents read as dollars                here; TestMoney::agreesWithPublishedPrices, TestCostParser::keepsEveryAmount
//  2  cache_creation read as flat number   here; TestUsageParser::keepsEveryFigure, tst_faults "cache_creation a
//  number" 3  more than five group_by[]            here; TestRequests::refusesMoreThanFiveGroupings, CliLists::
//                                          tooManyDimensionsAreAFallback
//  4  cost range without a whole UTC day   here; TestRequests::asksForCostOfWholeDays
//  5  small default limits truncate        here; CliSync::defaultsToTheLast31Days, CliMalformed::
//                                          smallPagesAreFollowedToTheEnd
//  6  page with changed parameters, stale  here; TestSyncJob::aStaleTokenStartsTheRequestOver, aTokenStaleTwiceFails,
//     tokens                               tst_faults "a stale token", "a token of another query", "the same token
//     again"
//  7  late data missed                     here; CliSync::lateDataReplacesWhatWasThere, tst_faults mixtures
//  8  429 storms                           here; CliNetwork::retryAfterIsObeyed, rateLimitUsedUpStopsWithNoWait,
//                                          TestAdminClient::answersLaterAndInOrder
//  9  malformed answers shown as zero      here; CliMalformed::malformedAnswers, malformedRecordFailsItsOwnBucket
// 10  UTC days taken for local ones        here; TestPeriod::cutsDaysAtUtcMidnight
// 11  Claude Code: errors of a day         here; CliNetwork::dayThatKeepsFailingIsRecordedAndTheRestIsSaved
//     swallowed
// 12  Claude Code lacks subscription users here
// 14  null ids taken for unknown ones      here; TestUsageParser::keepsTheThreeStates, CacheWriterTest::
//                                          nullAndNotGroupedStayApart
// 15  Claude Code's key names joined       here
// 16  groupings added together             here; CacheWriterTest::anotherGroupingOfTheSameDayIsNotAdded, CliSync::
//                                          hourlyDataIsNotAddedToDailyData
// 18  new enum strings                     here; CliMalformed::unknownFieldsAndValuesAreNoErrors
// 21  an Origin header                     here; TestRequests::identifiesItself
//
// 13, 17, 19 and 20 are of endpoints and providers that are not asked yet.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/support/fakeadminserver.h"
#include "tests/support/faults.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const UtcDay Day = UtcDay::fromDate(2026, 11, 15);
const QString Model = QStringLiteral("claude-sonnet-5");

FakeCost costOf(UtcDay day, const QString& cents) {
    FakeCost row;
    row.day = day;
    row.description = QStringLiteral("Claude Sonnet 5 Usage - Input Tokens");
    row.tokenType = QStringLiteral("uncached_input_tokens");
    row.model = Model;
    row.cents = cents;
    return row;
}

FakeUsage usageOf(UtcDay day, const UsageMeasures& measures) {
    FakeUsage row;
    row.start = day.startSeconds();
    row.model = Model;
    row.measures = measures;
    return row;
}

FakeClaudeCode codeOf(UtcDay day, const QString& actor) {
    FakeClaudeCode row;
    row.day = day;
    row.actor = actor;
    row.terminal = QStringLiteral("vscode");
    row.sessions = 1;
    return row;
}

}  // namespace

class Traps : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_server = std::make_unique<FakeAdminServer>();
        m_home = std::make_unique<CliHome>();
        setNow(QStringLiteral("2026-11-20T13:42:00Z"));
    }

    // The rows that were verified live: tokens at list price are the amount.
    void trap01CentsReadAsDollars() {
        const std::vector<std::tuple<std::int64_t, const char*, const char*>> rows = {
            {2'919'015, "291.9015", "2.919015"},
            {1'143'691, "228.7382", "2.287382"},
            {1'913'996, "38.2799", "0.382799"},
            {2'268'678, "1134.3390", "11.34339"}};
        UtcDay day = Day;
        for (const auto& [tokens, cents, dollars] : rows) {
            m_server->data.cost.push_back(costOf(day, QString::fromLatin1(cents)));
            day = day + 1;
        }
        QCOMPARE(sync().exitCode, 0);
        const QByteArray csv = report("cost");
        day = Day;
        for (const auto& [tokens, cents, dollars] : rows) {
            QVERIFY2(csv.contains(QByteArray(day.toIso().toLatin1() + ',' + dollars + "\r\n")), csv);
            day = day + 1;
        }
    }

    void trap02NestedCacheCreation() {
        m_server->data.usage = {usageOf(Day, {1, 2, 3, 4, 5, 6}), usageOf(Day + 1, {1, 1234, 3, 4, 5, 6})};
        m_server->inject({.path = QStringLiteral("usage_report/messages"), .times = Always}, [](FakeAnswer& answer) {
            answer.body.replace(R"({"ephemeral_1h_input_tokens":3,"ephemeral_5m_input_tokens":1234})", "1237");
        });
        const CliRun run = sync(words("--datasets usage"));
        QVERIFY2(run.exitCode == 7, run.all());
        QCOMPARE(run.json()[u"failed"][0][u"day"].toString(), (Day + 1).toIso());  // flat: an error, not zeros
        const QByteArray csv = report("usage");
        QVERIFY2(csv.contains("2026-11-15,1,2,3,4,5,6\r\n"), csv);
        QVERIFY2(!csv.contains("2026-11-16"), csv);
    }

    void trap03AtMostFiveGroupings() {
        QCOMPARE(sync(words("--bucket-width 1h")).exitCode, 0);
        for (const FakeRequest& request : m_server->requests()) {
            QVERIFY2(request.query.count(QStringLiteral("group_by[]")) <= 5, qPrintable(request.query));
        }
    }

    // On the first day of a month, and for a day that has just begun.
    void trap04CostRangesAreWholeUtcDays() {
        setNow(QStringLiteral("2026-12-01T00:00:07Z"));
        m_server->data.cost = {costOf(UtcDay::fromDate(2026, 12, 1), QStringLiteral("1"))};
        const CliRun run = sync(words("--since 2026-12-01 --datasets cost"));
        QVERIFY2(run.exitCode == 0, run.all());
        const QUrlQuery query(m_server->requests().back().query);
        QCOMPARE(query.queryItemValue(QStringLiteral("starting_at")), QStringLiteral("2026-12-01T00:00:00Z"));
        QCOMPARE(query.queryItemValue(QStringLiteral("ending_at")), QStringLiteral("2026-12-02T00:00:00Z"));
    }

    // More than 7 buckets and 20 records, which is where the defaults stop; and pages smaller than asked for.
    void trap05DefaultLimitsTruncate() {
        for (UtcDay day = Day - 20; day <= Day; day = day + 1) {
            m_server->data.cost.push_back(costOf(day, QStringLiteral("100")));
            m_server->data.usage.push_back(usageOf(day, {1, 0, 0, 0, 0, 0}));
        }
        for (int i = 0; i < 45; ++i) {
            m_server->data.claudeCode.push_back(codeOf(Day, QStringLiteral("user%1@example.org").arg(i)));
            m_server->data.keys.push_back({QStringLiteral("apikey_%1").arg(i), QStringLiteral("Key"), std::nullopt});
        }
        for (const std::optional<int> mostPerPage : {std::optional<int>(), std::optional(20)}) {
            m_server->mostPerPage = mostPerPage;
            const CliRun run = sync(words("--since 2026-10-20 --full"));
            QVERIFY2(run.exitCode == 0, run.all());
            QCOMPARE(run.json()[u"rows"][u"cost"].toInteger(), 21);
            QCOMPARE(run.json()[u"rows"][u"usage"].toInteger(), 21);
            QCOMPARE(run.json()[u"rows"][u"claude_code"].toInteger(), 45);
            QCOMPARE(readCsv(list("api-keys")).rows.size(), std::size_t{45});
        }
    }

    void trap06PageTokensBelongToTheirQuery() {
        m_server->mostPerPage = 3;
        for (UtcDay day = Day - 7; day <= Day; day = day + 1)
            m_server->data.cost.push_back(costOf(day, QStringLiteral("100")));
        // The server forgets its token once: the same query starts over from its first page, and nothing is doubled.
        m_server->inject({.path = QStringLiteral("cost_report"), .query = QStringLiteral("page=")},
                         failWith(400, "invalid_request_error"));
        const CliRun run = sync(words("--datasets cost --since 2026-11-01"));
        QVERIFY2(run.exitCode == 0, run.all());
        QCOMPARE(report("cost", words("--interval total")), QByteArray("period,amount_usd\r\ntotal,8.00\r\n"));
        QStringList queries;
        for (const FakeRequest& request : m_server->requests()) {
            if (request.path.endsWith(u"cost_report")) queries << request.query.section(QStringLiteral("&page="), 0, 0);
        }
        QVERIFY(queries.size() > 7);  // twenty days in pages of three
        queries.removeDuplicates();
        QCOMPARE(queries.size(), 1);
    }

    void trap07LateDataIsTakenIn() {
        m_server->data.cost = {costOf(Day - 10, QStringLiteral("100")), costOf(Day, QStringLiteral("100"))};
        QCOMPARE(sync().exitCode, 0);
        m_server->data.cost[0].cents = QStringLiteral("250.5");  // final for a week
        QCOMPARE(sync().exitCode, 0);
        QCOMPARE(report("cost", words("--interval total")), QByteArray("period,amount_usd\r\ntotal,3.505\r\n"));
    }

    void trap08OneRequestAtATime() {
        int inFlight = 0;
        int most = 0;
        connect(m_server.get(), &FakeAdminServer::requested, this, [&] { most = std::max(most, ++inFlight); });
        connect(m_server.get(), &FakeAdminServer::answered, this, [&] { --inFlight; });
        m_server->inject({.path = QStringLiteral("cost_report"), .times = 2}, tooMany(0));
        QCOMPARE(sync(words("--since 2026-11-10")).exitCode, 0);
        QCOMPARE(most, 1);
        QCOMPARE(m_server->requestsTo(QStringLiteral("cost_report")), 3);
    }

    void trap09MalformedIsNotZero() {
        m_server->data.cost = {costOf(Day, QStringLiteral("100"))};
        for (const QByteArray& body :
             {QByteArray("{}"), QByteArray(R"({"has_more":false,"next_page":null})"),
              QByteArray(R"({"data":[{"starting_at":"2026-11-15T00:00:00Z"}],"has_more":false})")}) {
            m_server->inject({.path = QStringLiteral("cost_report"), .times = Always}, replaceBody(body));
            const CliRun run = sync(words("--datasets cost"));
            QVERIFY2(run.exitCode == 4 || run.exitCode == 7, run.all());
            m_server->clearFaults();
            const QByteArray completeness = report("completeness", words("--by dataset --interval total"));
            QVERIFY2(completeness.contains("total,cost,0,0,"), completeness);
        }
    }

    // The same figures in Seoul, in Honolulu and in UTC.
    void trap10DaysAreUtc() {
        FakeUsage late = usageOf(Day, {10, 0, 0, 0, 0, 0});
        late.start += 86'399;
        m_server->data.usage = {usageOf(Day, {1, 0, 0, 0, 0, 0}), late};
        m_server->data.cost = {costOf(Day, QStringLiteral("100"))};
        m_server->data.claudeCode = {codeOf(Day, QStringLiteral("kim@example.org"))};
        QStringList outputs;
        for (const char* zone : {"UTC", "Asia/Seoul", "Pacific/Honolulu"}) {
            m_home = std::make_unique<CliHome>();
            m_home->environment.insert(QStringLiteral("TZ"), QString::fromLatin1(zone));
            m_server->forgetRequests();
            QCOMPARE(sync(words("--bucket-width 1h")).exitCode, 0);
            QByteArray all = report("usage") + report("cost") + report("claude-code") +
                             report("usage", words("--interval hour")) + report("usage", words("--interval week"));
            for (const FakeRequest& request : m_server->requests()) all += request.query.toUtf8() + '\n';
            outputs << QString::fromUtf8(all);
        }
        QVERIFY2(outputs[0].contains(u"2026-11-15,11,"), qPrintable(outputs[0]));
        QVERIFY2(outputs[0].contains(u"2026-11-15T23:00:00Z,10,"), qPrintable(outputs[0]));
        QCOMPARE(outputs[1], outputs[0]);
        QCOMPARE(outputs[2], outputs[0]);
    }

    void trap11AFailedClaudeCodeDayIsRecorded() {
        for (UtcDay day = Day - 2; day <= Day; day = day + 1)
            m_server->data.claudeCode.push_back(codeOf(day, QStringLiteral("kim@example.org")));
        m_server->inject({.path = QStringLiteral("claude_code"), .query = Day.toIso(), .times = Always}, htmlPage(200));
        const CliRun run = sync(words("--datasets claude-code --since 2026-11-13"));
        QVERIFY2(run.exitCode == 7, run.all());
        QCOMPARE(run.json()[u"failed"].toArray().size(), 1);
        QVERIFY(report("completeness", words("--by dataset")).contains("2026-11-15,claude-code,0,0,0,1\r\n"));
        QCOMPARE(m_server->requestsTo(QStringLiteral("claude_code")), 8);  // one a day, and the others are asked
        QCOMPARE(report("claude-code", words("--interval total")).split('\n')[1].left(8), QByteArray("total,2,"));
    }

    void trap12SubscribersMayBeMissing() {
        m_server->data.claudeCode = {codeOf(Day, QStringLiteral("kim@example.org"))};
        QCOMPARE(sync().exitCode, 0);
        for (const char* name : {"claude-code", "claude-code-models"}) {
            const CliRun run = command(QStringList{QStringLiteral("report"), QString::fromLatin1(name),
                                                   QStringLiteral("--format"), QStringLiteral("json")} +
                                       words("--from 2026-11-15 --to 2026-11-15"));
            QVERIFY2(run.json()[u"notes"][0].toString().contains(u"subscription may be missing"), run.all());
        }
    }

    void trap14NullIdsAreNamed() {
        m_server->data.usage = {usageOf(Day, {1, 0, 0, 0, 0, 0})};
        m_server->data.cost = {costOf(Day, QStringLiteral("100"))};
        QCOMPARE(sync().exitCode, 0);
        const QByteArray usage = report("usage", words("--by workspace,api_key"));
        QVERIFY2(usage.contains("2026-11-15,(default workspace),(console),1,"), usage);
        QVERIFY(report("usage", words("--by workspace,api_key --ids")).contains("2026-11-15,,,1,"));
        QVERIFY(report("cost", words("--by workspace")).contains("2026-11-15,(default workspace),1.00\r\n"));
    }

    // Two keys of one name, and an actor that is called so, too: they stay three.
    void trap15KeyNamesAreNotJoined() {
        const QString name = QStringLiteral("ci-bot");
        m_server->data.keys = {{QStringLiteral("apikey_1"), name, std::nullopt},
                               {QStringLiteral("apikey_2"), name, std::nullopt}};
        m_server->data.usage = {usageOf(Day, {1, 0, 0, 0, 0, 0}), usageOf(Day, {2, 0, 0, 0, 0, 0})};
        m_server->data.usage[0].apiKey = QStringLiteral("apikey_1");
        m_server->data.usage[1].apiKey = QStringLiteral("apikey_2");
        m_server->data.claudeCode = {codeOf(Day, name)};
        m_server->data.claudeCode[0].isUser = false;
        QCOMPARE(sync().exitCode, 0);
        const QByteArray usage = report("usage", words("--by api_key"));
        QVERIFY2(usage.contains("2026-11-15,ci-bot,1,") && usage.contains("2026-11-15,ci-bot,2,"), usage);
        for (const char* options : {"--by user", "--by user --ids"}) {
            const QByteArray code = report("claude-code", words(options));
            QVERIFY2(code.contains("2026-11-15,ci-bot,1,"), code);
        }
    }

    void trap16GroupingsAreNotAdded() {
        m_server->data.usage = {usageOf(Day, {7, 0, 0, 0, 0, 0})};
        for (const char* width : {"1d", "1h", "1d"}) {
            QCOMPARE(sync(words("--full --since 2026-11-14 --bucket-width") + words(width)).exitCode, 0);
            QCOMPARE(report("usage"), QByteArray("period,uncached_input_tokens,cache_creation_5m_tokens,"
                                                 "cache_creation_1h_tokens,cache_read_tokens,output_tokens,"
                                                 "web_search_requests\r\n2026-11-15,7,0,0,0,0,0\r\n"));
        }
    }

    void trap18NewValuesAreKept() {
        m_server->data.usage = {usageOf(Day, {7, 0, 0, 0, 0, 0})};
        m_server->data.usage[0].serviceTier = QStringLiteral("priority_on_demand");
        m_server->data.cost = {costOf(Day, QStringLiteral("100"))};
        m_server->data.cost[0].costType = QStringLiteral("session_usage");
        m_server->data.cost[0].serviceTier = QStringLiteral("flex_discount");
        QCOMPARE(sync().exitCode, 0);
        QVERIFY(report("usage", words("--by service_tier")).contains("2026-11-15,priority_on_demand,7,"));
        QVERIFY(report("cost", words("--by cost_type,service_tier"))
                    .contains("2026-11-15,session_usage,flex_discount,1.00\r\n"));
    }

    void trap21NoOriginHeader() {
        QCOMPARE(sync().exitCode, 0);
        for (const FakeRequest& request : m_server->requests()) {
            QVERIFY(request.header("origin").isEmpty());
            QVERIFY(request.header("referer").isEmpty());
        }
    }

private:
    void setNow(const QString& now) {
        m_now = now;
        m_server->now = *fromRfc3339(now);
    }
    [[nodiscard]] CliRun command(const QStringList& arguments) const {
        return m_home->run(arguments +
                           QStringList{QStringLiteral("--cache"), m_home->cache(), QStringLiteral("--now"), m_now});
    }
    [[nodiscard]] CliRun sync(const QStringList& extra = {}) const {
        return command(words("sync --format json --progress none --base-url") +
                       QStringList{m_server->url().toString()} + extra);
    }
    [[nodiscard]] QByteArray list(const char* name) const {
        return command({QStringLiteral("report"), QString::fromLatin1(name), QStringLiteral("--format"),
                        QStringLiteral("csv")})
            .out;
    }
    [[nodiscard]] QByteArray report(const char* name, const QStringList& options = {}) const {
        return command(QStringList{QStringLiteral("report"), QString::fromLatin1(name)} +
                       words("--from 2026-10-20 --to 2026-11-20 --format csv") + options)
            .out;
    }

    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<CliHome> m_home;
    QString m_now;
};

QTEST_GUILESS_MAIN(Traps)
#include "tst_traps.moc"
