// A bad network and a busy server: retries, limits, and what is kept when a request fails for good.
#include "tests/e2e/csv.h"
#include "tests/e2e/tendays.h"
#include "tests/support/faults.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class CliNetwork : public TenDays {
    Q_OBJECT

private slots:
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

    // Whose data it would be is not known then: nothing else is asked for.
    void failingToLearnTheOrganizationEndsTheSync_data() {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("exitCode");
        const QList<std::pair<QByteArray, QByteArray>> final{{"x-should-retry", "false"}};
        QTest::newRow("401") << failWith(401, "authentication_error") << 3;
        QTest::newRow("402") << failWith(402, "billing_error") << 3;
        QTest::newRow("403") << failWith(403, "permission_error") << 3;
        QTest::newRow("404") << failWith(404, "not_found_error") << 4;
        QTest::newRow("429") << tooMany(60) << 7;
        QTest::newRow("500") << failWith(500, "api_error", final) << 4;
        QTest::newRow("529") << failWith(529, "overloaded_error", final) << 4;
        QTest::newRow("HTML") << htmlPage(200) << 4;
        QTest::newRow("cut") << cutJson() << 4;
        QTest::newRow("no id") << replaceText("\"id\"", "\"key\"") << 4;
        QTest::newRow("another organization") << replaceText("1111", "9999") << 5;
    }

    void failingToLearnTheOrganizationEndsTheSync() {
        QFETCH(Fault, fault);
        QFETCH(int, exitCode);
        if (exitCode == 5) QCOMPARE(sync().exitCode, 0);
        m_server->forgetRequests();
        m_server->inject({.path = QStringLiteral("organizations/me"), .times = Always}, fault);
        const CliRun run = sync(words("--no-wait"));
        QVERIFY2(run.exitCode == exitCode, run.all());
        QCOMPARE(m_server->requests().size(), std::size_t{1});
        QVERIFY(m_server->requests().front().path.endsWith(u"organizations/me"));
        m_server->clearFaults();
        QCOMPARE(sync().exitCode, 0);
        verifyWhole();
    }

    void refusedReportsAreAKeyProblem() {
        m_server->inject({.path = QStringLiteral("report"), .times = Always}, failWith(403, "permission_error"));
        const CliRun run = sync(words("--datasets usage,cost,claude-code"));
        QVERIFY2(run.exitCode == 3, run.all());
        QCOMPARE(run.json()[u"organization"][u"name"].toString(), QStringLiteral("Plain Org"));
    }

    void serverThatDiesAfterTheOrganizationIsANetworkProblem() {
        m_server->inject({.path = QStringLiteral("report"), .times = Always},
                         failWith(500, "api_error", {{"x-should-retry", "false"}}));
        const CliRun run = sync(words("--datasets claude-code"));
        QVERIFY2(run.exitCode == 4, run.all());
        QCOMPARE(m_server->requestsTo(CodePath), 3);  // three in a row for the same cause
        QCOMPARE(completeness("claude-code"), words("0 0 7 3"));
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

    void rateLimitUsedUpStopsWithNoWait() {
        m_server->setRateLimit(90, 4, m_server->now.addSecs(1200));
        const CliRun run = sync(words("--no-wait"));
        QVERIFY2(run.exitCode == 7, run.all());
        QVERIFY2(run.err.contains("14:02"), run.err);  // says until when
        QVERIFY(m_server->requests().size() <= 5);
        QCOMPARE(run.json()[u"failed"].toArray().size(), 0);  // what was not asked did not fail
        QCOMPARE(statusOf("claude-code")[u"failed_days"].toInt(), 0);
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
};

QTEST_GUILESS_MAIN(CliNetwork)
#include "tst_clinetwork.moc"
