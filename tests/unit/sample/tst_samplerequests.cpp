// The sample answers as the Admin API does: strictly, page by page, from the event loop.
#include "tests/unit/sample/sampleclient.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");
const QString Usage = QStringLiteral("usage_report/messages?");
const QString Cost = QStringLiteral("cost_report?");

}  // namespace

class SampleRequests : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatTheServerRefuses_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const QString day = QStringLiteral("starting_at=2026-11-01T00:00:00Z");
        const QString range = daysQuery(QStringLiteral("2026-11-01"), QStringLiteral("2026-11-02"));
        QTest::newRow("unknown path") << QStringLiteral("nothing") << 404 << QStringLiteral("Not found");
        QTest::newRow("no start") << QStringLiteral("usage_report/messages") << 400 << QStringLiteral("starting_at");
        QTest::newRow("limit 0") << Usage + day + QStringLiteral("&limit=0") << 400 << QStringLiteral("limit");
        QTest::newRow("limit 32 days") << Usage + day + QStringLiteral("&limit=32") << 400 << QStringLiteral("31");
        QTest::newRow("limit 169 hours") << Usage + day + QStringLiteral("&bucket_width=1h&limit=169") << 400
                                         << QStringLiteral("168");
        QTest::newRow("limit 1441 minutes")
            << Usage + day + QStringLiteral("&bucket_width=1m&limit=1441") << 400 << QStringLiteral("1440");
        QTest::newRow("width") << Usage + day + QStringLiteral("&bucket_width=1w") << 400
                               << QStringLiteral("bucket_width");
        QTest::newRow("six groupings") << Usage + day + AllGroupings + QStringLiteral("&group_by[]=inference_geo")
                                       << 400 << QStringLiteral("Cannot specify more than 5 group_by[] dimensions.");
        QTest::newRow("speed without beta")
            << Usage + day + QStringLiteral("&group_by[]=speed") << 400 << QStringLiteral("speed");
        QTest::newRow("unknown parameter")
            << Usage + day + QStringLiteral("&groupby=model") << 400 << QStringLiteral("groupby");
        QTest::newRow("no full day of cost")
            << Cost + QStringLiteral("starting_at=2026-11-20T00:00:00Z&ending_at=2026-11-20T13:00:00Z") << 400
            << QStringLiteral("Invalid date range: ending date must be after starting date");
        QTest::newRow("cost of today without an end")
            << Cost + QStringLiteral("starting_at=2026-11-20T00:00:00Z") << 400
            << QStringLiteral("Invalid date range: ending date must be after starting date");
        QTest::newRow("cost by key") << Cost + range + QStringLiteral("&group_by[]=api_key_id") << 400
                                     << QStringLiteral("group_by[]");
        QTest::newRow("cost by the hour")
            << Cost + range + QStringLiteral("&bucket_width=1h") << 400 << QStringLiteral("bucket_width");
        QTest::newRow("Claude Code without a day")
            << QStringLiteral("usage_report/claude_code") << 400 << QStringLiteral("starting_at");
        QTest::newRow("Claude Code with a time")
            << QStringLiteral("usage_report/claude_code?starting_at=2026-11-01T00:00:00Z") << 400
            << QStringLiteral("YYYY-MM-DD");
        QTest::newRow("Claude Code 1001 records")
            << QStringLiteral("usage_report/claude_code?starting_at=2026-11-01&limit=1001") << 400
            << QStringLiteral("1000");
        QTest::newRow("impossible day") << QStringLiteral("usage_report/claude_code?starting_at=2026-02-30") << 400
                                        << QStringLiteral("starting_at");
        QTest::newRow("foreign page token")
            << Usage + day + QStringLiteral("&page=page_abcdef") << 400 << QStringLiteral("page");
    }

    void refusesWhatTheServerRefuses() {
        QFETCH(QString, target);
        QFETCH(int, status);
        QFETCH(QString, message);
        SampleClient client(Now);
        const HttpResponse response = client.get(target);
        QCOMPARE(response.status, status);
        const QJsonObject body = QJsonDocument::fromJson(response.body).object();
        QCOMPARE(body[u"type"].toString(), QStringLiteral("error"));
        QVERIFY2(body[u"error"][u"message"].toString().contains(message), response.body.constData());
    }

    void pageTokenBelongsToItsQuery() {
        SampleClient client(Now);
        const QString days = daysQuery(QStringLiteral("2026-11-01"), QStringLiteral("2026-11-10"));
        const QString token = client.json(Usage + days + QStringLiteral("&limit=3"))[u"next_page"].toString();
        QVERIFY(!token.isEmpty());
        const QString page = QStringLiteral("&page=") + token;
        QCOMPARE(client.get(Usage + days + QStringLiteral("&limit=3") + page).status, 200);
        QCOMPARE(client.get(Usage + days + QStringLiteral("&limit=4") + page).status, 400);
        QCOMPARE(client.get(Usage + days + QStringLiteral("&limit=3&group_by[]=model") + page).status, 400);
    }

    void pagesPutTogetherAreTheWhole_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("few");
        QTest::addColumn<QString>("most");
        const QString days = daysQuery(QStringLiteral("2026-10-25"), QStringLiteral("2026-11-20"));
        QTest::newRow("usage") << Usage + days + AllGroupings << QStringLiteral("2") << QStringLiteral("31");
        QTest::newRow("cost") << Cost + days + CostGroupings << QStringLiteral("4") << QStringLiteral("31");
        QTest::newRow("Claude Code") << QStringLiteral("usage_report/claude_code?starting_at=2026-11-18")
                                     << QStringLiteral("7") << QStringLiteral("1000");
    }

    void pagesPutTogetherAreTheWhole() {
        QFETCH(QString, target);
        QFETCH(QString, few);
        QFETCH(QString, most);
        SampleClient client(Now);
        const QJsonObject whole = client.json(target + QStringLiteral("&limit=") + most);
        QCOMPARE(whole[u"has_more"].toBool(), false);
        QVERIFY(whole[u"next_page"].isNull());
        QVERIFY(!whole[u"data"].toArray().isEmpty());
        QCOMPARE(client.allPages(target + QStringLiteral("&limit=") + few), whole[u"data"].toArray());
    }

    void defaultLimitsAreSmall() {
        SampleClient client(Now);
        const QString days = daysQuery(QStringLiteral("2026-10-25"), QStringLiteral("2026-11-19"));
        QCOMPARE(client.json(Usage + days)[u"data"].toArray().size(), 7);
        QCOMPARE(client.json(Usage + days + QStringLiteral("&bucket_width=1h"))[u"data"].toArray().size(), 24);
        QCOMPARE(client.json(Cost + days)[u"data"].toArray().size(), 7);
        QCOMPARE(client.json(QStringLiteral("api_keys"))[u"data"].toArray().size(), 20);
        QCOMPARE(
            client.json(QStringLiteral("usage_report/claude_code?starting_at=2026-11-18"))[u"data"].toArray().size(),
            20);
    }

    void listsGoOnAfterAnId() {
        SampleClient client(Now);
        QStringList ids;
        QString after;
        bool more = true;
        while (more) {
            const QJsonObject page = client.json(QStringLiteral("api_keys?limit=7") + after);
            for (const auto& key : page[u"data"].toArray()) ids << key[u"id"].toString();
            more = page[u"has_more"].toBool();
            QCOMPARE(page[u"last_id"].toString(), ids.last());
            after = QStringLiteral("&after_id=") + ids.last();
        }
        QCOMPARE(ids.size(), 30);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 30);
    }

    void limitIsSeenButNeverUsedUp() {
        SampleClient client(Now);
        int previous = 1000;
        for (int i = 0; i < 450; ++i) {
            const HttpResponse response = client.get(QStringLiteral("me"));
            const int remaining = response.header("anthropic-ratelimit-requests-remaining").toInt();
            QVERIFY(remaining > 0 && remaining < previous);
            previous = remaining;
            QVERIFY(response.header("request-id").startsWith("req_"));
            QCOMPARE(response.header("anthropic-ratelimit-requests-reset"), QByteArray("2026-11-20T14:00:00Z"));
        }
    }

    void answersFromTheEventLoopOnce() {
        SampleClient client(Now);
        HttpRequest request;
        request.url = QUrl(QStringLiteral("https://api.anthropic.com/v1/organizations/me"));
        request.headers = {{"anthropic-version", "2023-06-01"}};
        QObject owner;
        HttpCall* call = client.transport().get(request, SecretBuffer(), &owner);
        QSignalSpy finished(call, &HttpCall::finished);
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1);

        HttpCall* aborted = client.transport().get(request, SecretBuffer(), &owner);
        std::optional<ErrorKind> kind;
        int answers = 0;
        connect(aborted, &HttpCall::finished, &owner, [&](const Result<HttpResponse>& response) {
            ++answers;
            if (!response) kind = response.error().kind;
        });
        QSignalSpy gone(aborted, &QObject::destroyed);
        aborted->abort();
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(answers, 1);
        QVERIFY(kind == ErrorKind::Cancelled);
    }

    void versionHeaderIsRequired() {
        SampleClient client(Now);
        HttpRequest request;
        request.url = QUrl(QStringLiteral("https://api.anthropic.com/v1/organizations/me"));
        QObject owner;
        int status = 0;
        HttpCall* call = client.transport().get(request, SecretBuffer(), &owner);
        connect(call, &HttpCall::finished, &owner,
                [&status](const Result<HttpResponse>& r) { status = r ? r->status : -1; });
        QTRY_COMPARE(status, 400);
    }
};

QTEST_GUILESS_MAIN(SampleRequests)
#include "tst_samplerequests.moc"
