// Answers that cannot be trusted, or are unusual: errors where they must be, never zeros, and nothing else lost.
#include "tests/e2e/csv.h"
#include "tests/e2e/tendays.h"
#include "tests/support/faults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class CliMalformed : public TenDays {
    Q_OBJECT

private slots:
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
        QVERIFY2(run.exitCode == 4, run.err);
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
};

QTEST_GUILESS_MAIN(CliMalformed)
#include "tst_climalformed.moc"
