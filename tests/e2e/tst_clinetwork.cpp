// A bad network and a bad server: retries, limits, malformed answers, and being stopped at any moment.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/support/fakeadminserver.h"
#include "tests/support/faults.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");
const QString UsagePath = QStringLiteral("usage_report/messages");
const QString CostPath = QStringLiteral("cost_report");
const QString CodePath = QStringLiteral("claude_code");

// Ten days; each day's cost is a different number of cents, so that any subset has its own sum.
FakeData tenDays() {
    FakeData data;
    int cents = 1;
    for (UtcDay day = UtcDay::fromDate(2026, 11, 11); day <= UtcDay::fromDate(2026, 11, 20);
         day = day + 1, cents *= 2) {
        FakeCost cost;
        cost.day = day;
        cost.description = QStringLiteral("Claude Sonnet 5 Usage - Input Tokens");
        cost.model = QStringLiteral("claude-sonnet-5");
        cost.cents = QString::number(cents);
        data.cost.push_back(cost);
        FakeUsage usage;
        usage.start = day.startSeconds();
        usage.model = QStringLiteral("claude-sonnet-5");
        usage.measures = {cents, 0, 0, 0, 1, 0};
        data.usage.push_back(usage);
        FakeClaudeCode code;
        code.day = day;
        code.actor = QStringLiteral("kim@example.org");
        code.terminal = QStringLiteral("vscode");
        code.sessions = cents;
        data.claudeCode.push_back(code);
    }
    return data;
}

}  // namespace

class CliNetwork : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_server = std::make_unique<FakeAdminServer>();
        m_server->data = tenDays();
        m_server->now = *fromRfc3339(Now);
        m_home = std::make_unique<CliHome>();
    }

    // Each fault happens once; a retry heals it, and nothing is missing or twice.
    void oneFaultIsRetried_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("kind");
        const QStringList paths = {QStringLiteral("organizations/me"), UsagePath, CostPath, CodePath};
        const char* kinds[] = {"500",         "529",      "503 overloaded", "504", "429 without retry-after",
                               "429 with it", "HTML 502", "dropped"};
        for (int kind = 0; kind < 8; ++kind) {
            const QString path = paths[kind % 4];
            QTest::addRow("%s at %s", kinds[kind], qPrintable(path)) << path << kind;
        }
    }

    void oneFaultIsRetried() {
        QFETCH(QString, path);
        QFETCH(int, kind);
        const Fault faults[] = {failWith(500, "api_error"),
                                failWith(529, "overloaded_error"),
                                failWith(503, "overloaded_error"),
                                failWith(504, "timeout_error"),
                                tooMany(std::nullopt),
                                tooMany(1),
                                htmlPage(502),
                                dropConnection()};
        m_server->inject({.path = path}, faults[kind]);
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 0, run.err);
        // A connection that ends before the answer may be made anew below the program, unseen by it.
        if (kind < 7) QCOMPARE(run.json()[u"retries"].toInteger(), 1);
        verifyWhole();
    }

    void brokenConnectionIsRetried() {
        m_server->inject({.path = CostPath}, cutConnection());
        m_server->inject({.path = UsagePath}, cutConnection());
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 0, run.err);
        verifyWhole();
    }

    void retryAfterIsObeyed() {
        m_server->inject({.path = CostPath}, tooMany(2));
        std::vector<qint64> times;
        QElapsedTimer clock;
        clock.start();
        connect(m_server.get(), &FakeAdminServer::requested, this, [&] { times.push_back(clock.elapsed()); });
        QCOMPARE(sync(words("--datasets cost")).exitCode, 0);
        QCOMPARE(times.size(), 3U);  // me, cost refused, cost
        QVERIFY2(times[2] - times[1] >= 1999, qPrintable(QString::number(times[2] - times[1])));
    }

    void dayThatKeepsFailingIsRecordedAndTheRestIsSaved() {
        m_server->inject({.path = CodePath, .query = QStringLiteral("2026-11-15"), .times = Always},
                         failWith(500, "api_error"));
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 7, run.err);
        const QJsonArray failed = run.json()[u"failed"].toArray();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][u"dataset"].toString(), QStringLiteral("claude-code"));
        QCOMPARE(failed[0][u"day"].toString(), QStringLiteral("2026-11-15"));
        QVERIFY(!failed[0][u"error"].toString().isEmpty());
        int asked = 0;
        for (const FakeRequest& request : m_server->requests())
            asked += request.query.contains(u"2026-11-15") && request.path.contains(CodePath);
        QCOMPARE(asked, 5);  // once, and at most four retries
        QCOMPARE(completeness("claude-code"), words("5 4 0 1"));
        QCOMPARE(total("claude-code"), QString::number(1023 - 16));
        QVERIFY(statusOf("claude-code")[u"failed_days"].toInt() == 1);

        m_server->clearFaults();  // the next sync asks for it again
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
    }

    void failureKeepsWhatWasThere() {
        QCOMPARE(sync().exitCode, 0);
        m_server->inject({.path = CostPath, .times = Always}, htmlPage(400));
        QCOMPARE(sync().exitCode, 7);
        QCOMPARE(total("cost"), QStringLiteral("10.23"));
        m_server->clearFaults();
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
    }

    // Answers that cannot be trusted are errors: never zeros, and never a crash.
    void malformedAnswers_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        for (const QString& path : {UsagePath, CostPath, CodePath}) {
            const QByteArray name = path.toLatin1();
            QTest::addRow(
                "%s"
                " without data",
                name.constData())
                << path << QByteArray(R"({"has_more":false,"next_page":null})");
            QTest::addRow(
                "%s"
                " data is no list",
                name.constData())
                << path << QByteArray(R"({"data":{},"has_more":false,"next_page":null})");
            QTest::addRow(
                "%s"
                " empty",
                name.constData())
                << path << QByteArray();
            QTest::addRow(
                "%s"
                " not JSON",
                name.constData())
                << path << QByteArray("<html>Sign in</html>");
            QTest::addRow(
                "%s"
                " other JSON",
                name.constData())
                << path << QByteArray("[1,2,3]");
        }
    }

    void malformedAnswers() {
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        m_server->inject({.path = path, .times = Always}, replaceBody(body));
        const CliRun run = sync(words("--since 2026-11-20"));
        QVERIFY2(run.exitCode == 7, run.all());
        QCOMPARE(run.json()[u"failed"].toArray().size(), 1);
        m_server->clearFaults();
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
    }

    void truncatedJsonIsNoData() {
        m_server->inject({.path = CostPath, .times = Always}, cutJson());
        const CliRun run = sync(words("--datasets cost"));
        QVERIFY2(run.exitCode == 7 || run.exitCode == 4, run.err);
        QCOMPARE(completeness("cost").mid(0, 2), words("0 0"));
        m_server->clearFaults();
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
    }

    void everythingMalformedIsANetworkError() {
        m_server->inject({.times = Always}, replaceBody("<html>Sign in</html>"));
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 4, run.all());
    }

    // A malformed record fails its own bucket; the page's other buckets are kept.
    void malformedRecordFailsItsOwnBucket_data() {
        QTest::addColumn<QByteArray>("dataset");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("amount with a comma")
            << QByteArray("cost") << QByteArray(R"("amount":"16")") << QByteArray(R"("amount":"16,5")");
        QTest::newRow("amount empty") << QByteArray("cost") << QByteArray(R"("amount":"16")")
                                      << QByteArray(R"("amount":"")");
        QTest::newRow("amount missing") << QByteArray("cost") << QByteArray(R"("amount":"16",)") << QByteArray();
        QTest::newRow("amount null") << QByteArray("cost") << QByteArray(R"("amount":"16")")
                                     << QByteArray(R"("amount":null)");
        QTest::newRow("amount with an exponent")
            << QByteArray("cost") << QByteArray(R"("amount":"16")") << QByteArray(R"("amount":"1e3")");
        QTest::newRow("amount beyond money")
            << QByteArray("cost") << QByteArray(R"("amount":"16")") << QByteArray(R"("amount":"99999999999999999999")");
        QTest::newRow("another currency")
            << QByteArray("cost")
            << QByteArray(R"("amount":"16","context_window":null,"cost_type":"tokens","currency":"USD")")
            << QByteArray(R"("amount":"16","context_window":null,"cost_type":"tokens","currency":"EUR")");
        QTest::newRow("tokens missing") << QByteArray("usage") << QByteArray(R"(,"uncached_input_tokens":16)")
                                        << QByteArray();
        QTest::newRow("tokens as text") << QByteArray("usage") << QByteArray(R"("uncached_input_tokens":16)")
                                        << QByteArray(R"("uncached_input_tokens":"many")");
        QTest::newRow("tokens beyond 64 bits") << QByteArray("usage") << QByteArray(R"("uncached_input_tokens":16)")
                                               << QByteArray(R"("uncached_input_tokens":92233720368547758080)");
        QTest::newRow("negative tokens") << QByteArray("usage") << QByteArray(R"("uncached_input_tokens":16)")
                                         << QByteArray(R"("uncached_input_tokens":-16)");
    }

    void malformedRecordFailsItsOwnBucket() {
        QFETCH(QByteArray, dataset);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const bool isCost = dataset == "cost";
        m_server->inject({.path = isCost ? CostPath : UsagePath, .times = Always}, replaceText(from, to));
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 7, run.all());
        QCOMPARE(run.json()[u"failed"].toArray().size(), 1);
        QCOMPARE(run.json()[u"failed"][0][u"day"].toString(), QStringLiteral("2026-11-15"));
        QCOMPARE(completeness(dataset), words("5 4 0 1"));
        QCOMPARE(total(dataset), isCost ? QStringLiteral("10.07") : QStringLiteral("1007"));
        m_server->clearFaults();
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
    }

    void unknownFieldsAndValuesAreNoErrors() {
        m_server->inject({.path = CostPath, .times = Always},
                         replaceText(R"("currency":"USD")", R"("currency":"USD","new_field":{"a":[1,null]})"));
        m_server->inject({.path = UsagePath, .times = Always},
                         replaceText(R"("service_tier":"standard")", R"("service_tier":"quantum")"));
        m_server->inject({.path = QStringLiteral("organizations/me"), .times = Always},
                         replaceText(R"("type":"organization")", R"("type":"organization","more":1)"));
        QCOMPARE(sync().exitCode, 0);
        QCOMPARE(total("cost"), QStringLiteral("10.23"));
        const CliRun run = report(words("report usage --by service_tier --interval total --format csv"));
        QVERIFY2(run.out.contains("total,quantum,1023,"), run.out);
    }

    void amountsFinerThanANanoDollarAreRoundedHalfEven() {
        m_server->inject({.path = CostPath, .times = Always},
                         replaceText(R"("amount":"16")", R"("amount":"0.00000025")"));
        m_server->inject({.path = CostPath, .times = Always},
                         replaceText(R"("amount":"32")", R"("amount":"0.00000035")"));
        QCOMPARE(sync().exitCode, 0);
        const CliRun run = report(words("report cost --format csv"));
        QVERIFY2(run.out.contains("2026-11-15,0.000000002\r\n") && run.out.contains("2026-11-16,0.000000004\r\n"),
                 run.out);
        const CliRun log = m_home->run(words("report sync-log --format csv --cache") << m_home->cache());
        QVERIFY2(log.out.contains("0.00000025") && log.out.contains("0.00000035"), log.out);
    }

    void smallPagesAreFollowedToTheEnd() {
        // The server forgets the asked limit and sends three buckets a page.
        for (const QString& path : {CostPath, UsagePath}) {
            m_server->inject({.path = path, .times = Always}, [this, path](FakeAnswer& answer) {
                const FakeRequest& request = m_server->requests().back();
                QUrl url(QStringLiteral("http://x") + request.path);
                QString query = request.query;
                const QString page = query.section(QStringLiteral("&page="), 1).section(u'&', 0, 0);
                query.remove(QStringLiteral("&page=") + page);
                url.setQuery(query);
                auto parsed = parseAdminQuery(url, m_server->now);
                QVERIFY(parsed.has_value());
                parsed->page = page;
                parsed->limit = 3;
                const auto object = fakeAnswer(m_server->data, *parsed);
                QVERIFY(object.has_value());
                answer.status = 200;
                answer.body = QJsonDocument(*object).toJson(QJsonDocument::Compact);
            });
        }
        QCOMPARE(sync().exitCode, 0);
        QVERIFY(m_server->requestsTo(CostPath) >= 4);
        QStringList queries;  // all pages keep the same query
        for (const FakeRequest& request : m_server->requests()) {
            if (request.path.contains(CostPath)) queries << request.query.section(QStringLiteral("&page="), 0, 0);
        }
        queries.removeDuplicates();
        QCOMPARE(queries.size(), 1);
        verifyWhole();
    }

    void emptyPageInTheMiddleIsNoEnd() {
        m_server->inject({.path = CodePath, .query = QStringLiteral("2026-11-15")}, [](FakeAnswer& answer) {
            answer.body = R"({"data":[],"has_more":true,"next_page":"page_next"})";
        });
        m_server->inject({.path = CodePath, .query = QStringLiteral("page_next")}, [this](FakeAnswer& answer) {
            AdminQuery query;
            query.endpoint = AdminQuery::Endpoint::ClaudeCode;
            query.from = UtcDay::fromDate(2026, 11, 15).startSeconds();
            query.limit = 1000;
            answer.status = 200;
            answer.body = QJsonDocument(*fakeAnswer(m_server->data, query)).toJson();
        });
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
    }

    void repeatedPageTokenIsAnErrorNotALoop() {
        m_server->inject({.path = CodePath, .query = QStringLiteral("2026-11-15"), .times = Always},
                         repeatPage(QStringLiteral("page_again")));
        m_server->inject({.path = CostPath, .times = Always}, repeatPage(QStringLiteral("page_again")));
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 7, run.err);
        QVERIFY(m_server->requests().size() < 60);
        m_server->clearFaults();
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
    }

    void rateLimitUsedUpStopsWithNoWait() {
        m_server->setRateLimit(90, 4, m_server->now.addSecs(1200));
        const CliRun run = sync(words("--no-wait"));
        QVERIFY2(run.exitCode == 7, run.all());
        QVERIFY2(run.err.contains("14:02"), run.err);  // says until when
        QVERIFY(m_server->requests().size() <= 5);
        QCOMPARE(total("cost"), QStringLiteral("10.23"));  // what came in is saved

        m_server->setRateLimit(90, 90, m_server->now.addSecs(3600));
        m_server->forgetRequests();
        QCOMPARE(sync(words("--no-wait")).exitCode, 0);
        verifyWhole();
    }

    void rateLimitUsedUpIsWaitedFor() {
        // The reset is two real seconds away, told as retry-after.
        m_server->inject({.path = UsagePath, .times = 2}, tooMany(1));
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.json()[u"retries"].toInteger(), 2);
        verifyWhole();
    }

    void stoppedByTerm() {
        stopAt(
            8, [](QProcess& process) { process.terminate(); }, 7);
    }

    void stoppedByKill() {
        for (const int request : {2, 3, 4, 7, 11}) {
            init();
            stopAt(
                request, [](QProcess& process) { process.kill(); }, -1);
        }
    }

    void secondSyncWhileOneRuns() {
        m_server->inject({.path = CodePath}, answerLate(1500));
        auto first = m_home->start(arguments({}));
        QSignalSpy requested(m_server.get(), &FakeAdminServer::requested);
        QTRY_VERIFY(m_server->requestsTo(CodePath) >= 1);
        const CliRun second = sync();
        QVERIFY2(second.exitCode == 5, second.all());
        QVERIFY2(second.err.contains("writing") || second.err.contains("another"), second.err);
        QCOMPARE(CliHome::finish(*first).exitCode, 0);
        verifyWhole();
    }

    void reportsWorkWhileASyncRuns() {
        m_server->inject({.path = CodePath}, answerLate(1500));
        auto first = m_home->start(arguments({}));
        QTRY_VERIFY(m_server->requestsTo(CodePath) >= 1);
        QCOMPARE(total("cost"), QStringLiteral("10.23"));
        QCOMPARE(CliHome::finish(*first).exitCode, 0);
    }

private:
    [[nodiscard]] QStringList arguments(const QStringList& extra) const {
        return words("sync --since 2026-11-11 --format json") + extra +
               QStringList{QStringLiteral("--base-url"), m_server->url().toString(),
                           QStringLiteral("--cache"),    m_home->cache(),
                           QStringLiteral("--now"),      Now};
    }
    [[nodiscard]] CliRun sync(const QStringList& extra = {}) const { return m_home->run(arguments(extra)); }
    [[nodiscard]] CliRun report(const QStringList& line) const {
        return m_home->run(line + words("--from 2026-11-11 --to 2026-11-20 --now 2026-11-20T13:42:00Z --cache") +
                           QStringList{m_home->cache()});
    }
    [[nodiscard]] QString total(const QByteArray& name) const {
        const CliRun run = report({QStringLiteral("report"), QString::fromLatin1(name), QStringLiteral("--interval"),
                                   QStringLiteral("total"), QStringLiteral("--format"), QStringLiteral("csv")});
        const Csv csv = readCsv(run.out);
        return csv.rows.size() == 1 ? csv.rows[0].value(1) : QString::fromUtf8(run.err);
    }
    [[nodiscard]] QStringList completeness(const QByteArray& dataset) const {
        const CliRun run = report(words("report completeness --by dataset --interval total --format csv"));
        for (const QStringList& row : readCsv(run.out).rows) {
            if (row.value(1) == QLatin1String(dataset)) return row.mid(2);
        }
        return {QString::fromUtf8(run.err)};
    }
    [[nodiscard]] QJsonObject statusOf(const char* dataset) const {
        const CliRun run = m_home->run({QStringLiteral("status"), QStringLiteral("--format"), QStringLiteral("json"),
                                        QStringLiteral("--cache"), m_home->cache()});
        for (const auto& entry : run.json()[u"datasets"].toArray()) {
            if (entry[u"dataset"].toString() == QLatin1String(dataset)) return entry.toObject();
        }
        return {};
    }
    // All ten days of everything, once each, and a sound file.
    void verifyWhole() const {
        QCOMPARE(total("cost"), QStringLiteral("10.23"));
        QCOMPARE(total("usage"), QStringLiteral("1023"));
        QCOMPARE(total("claude-code"), QStringLiteral("1023"));
        for (const char* dataset : {"cost", "usage", "claude-code"}) QCOMPARE(completeness(dataset), words("6 4 0 0"));
        const CliRun run = m_home->run({QStringLiteral("verify"), QStringLiteral("--cache"), m_home->cache()});
        QVERIFY2(run.exitCode == 0, run.all());
    }
    // Stops a sync when its nth request has come; the file must be sound, and the next sync goes on from there.
    void stopAt(int request, const std::function<void(QProcess&)>& stop, int exitCode) {
        auto process = m_home->start(arguments({}));
        QObject context;
        connect(m_server.get(), &FakeAdminServer::requested, &context, [&](int count) {
            if (count == request) stop(*process);
        });
        m_server->inject({.skip = request - 1}, answerLate(200));
        const CliRun stopped = CliHome::finish(*process);
        QVERIFY2(stopped.exitCode == exitCode, stopped.all());
        m_server->clearFaults();
        if (QFile::exists(m_home->cache())) {
            const CliRun sound = m_home->run({QStringLiteral("verify"), QStringLiteral("--cache"), m_home->cache()});
            QVERIFY2(sound.exitCode == 0, sound.all());
        }
        const int before = m_server->requestsTo(CodePath);
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
        if (request > 8)
            QVERIFY(m_server->requestsTo(CodePath) - before < 10);  // final days that came are not asked again
    }

    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<CliHome> m_home;
};

QTEST_GUILESS_MAIN(CliNetwork)
#include "tst_clinetwork.moc"
