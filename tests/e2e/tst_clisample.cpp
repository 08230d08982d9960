// The sample organization goes the way of a real one: thirteen months through sync, cache and reports.
#include "app/core/clock.h"
#include "app/sample/sampletransport.h"
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/e2e/expectation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");

// The sample's own answer, without the program in between.
QJsonArray ask(const QString& target) {
    SystemClock clock(*fromRfc3339(Now));
    SampleTransport transport(clock);
    HttpRequest request;
    request.url = QUrl(QStringLiteral("https://api.anthropic.com/v1/organizations/") + target);
    request.headers = {{"anthropic-version", "2023-06-01"}};
    QObject owner;
    QByteArray body;
    HttpCall* call = transport.get(request, SecretBuffer(), &owner);
    QSignalSpy finished(call, &HttpCall::finished);
    QObject::connect(call, &HttpCall::finished, &owner, [&body](const Result<HttpResponse>& response) {
        if (response) body = response->body;
    });
    finished.wait(5000);
    return QJsonDocument::fromJson(body)[u"data"].toArray();
}

}  // namespace

class CliSample : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_home.environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        const CliRun run = m_home.run(with(words("sync --sample --since 2025-10-20 --format json")));
        QVERIFY2(run.exitCode == 0, run.err);
        const QJsonObject summary = run.json();
        QCOMPARE(summary[u"organization"][u"name"].toString(), sampleOrganizationName());
        QVERIFY(summary[u"failed"].toArray().isEmpty());
        QVERIFY(summary[u"rows"][u"usage"].toInteger() > 60'000);
    }

    void spendEqualsTheSamplesOwnBill() {
        Wide sum = 0;
        for (const auto& bucket : ask(QStringLiteral(
                 "cost_report?limit=31&starting_at=2026-10-21T00:00:00Z&ending_at=2026-11-21T00:00:00Z"))) {
            for (const auto& line : bucket[u"results"].toArray()) sum += nanoOfCents(line[u"amount"].toString());
        }
        const CliRun run =
            m_home.run(with(words("report cost --interval total --format csv --from 2026-10-21 --to 2026-11-20")));
        QCOMPARE(run.out, "period,amount_usd\r\ntotal," + dollars(sum).toUtf8() + "\r\n");
    }

    void tokensEqualTheSamplesOwnUsage() {
        std::map<QString, Wide> reads;
        for (const auto& bucket : ask(QStringLiteral("usage_report/"
                                                     "messages?limit=31&group_by[]=model&starting_at=2026-02-01T00:00:"
                                                     "00Z&ending_at=2026-03-01T00:00:00Z"))) {
            for (const auto& item : bucket[u"results"].toArray())
                reads[item[u"model"].toString()] += item[u"cache_read_input_tokens"].toInteger();
        }
        const CliRun run = m_home.run(
            with(words("report usage --interval month --by model --format csv --from 2026-02-01 --to 2026-02-28")));
        std::map<QString, Wide> shown;
        for (const QStringList& row : readCsv(run.out).rows) shown[row[1]] = row[5].toLongLong();
        QCOMPARE(shown.size(), 3U);
        QVERIFY(shown == reads);
    }

    void isCompleteAndSound() {
        QCOMPARE(m_home.run(with(words("verify"))).exitCode, 0);
        const CliRun run =
            m_home.run(with(words("report cost --interval month --format json --from 2025-10-20 --to 2026-11-20")));
        QCOMPARE(run.json()[u"complete"].toBool(), true);
        QCOMPARE(run.json()[u"rows"].toArray().size(), 14);
    }

    void everyTokenIsPriced() {
        const CliRun run = m_home.run(
            with(words("report cache --interval month --by workspace --format csv --from 2025-11-01 --to 2026-10-31")));
        QCOMPARE(run.exitCode, 0);
        const std::vector<QStringList> rows = readCsv(run.out).rows;
        QVERIFY(rows.size() >= 60U);
        for (const QStringList& row : rows) QVERIFY2(!row.last().isEmpty(), qPrintable(row.join(u'|')));
        QVERIFY2(!run.err.contains("npriced"), run.err);
    }

    void whatItLaidDownIsStoredOnce() {
        const auto laidDown = [this] {
            const CliRun run = m_home.run(with(words("report audit-log --format csv")));
            int count = 0;
            for (const QStringList& row : readCsv(run.out).rows)
                count += row[2] == u"definition" || row[2] == u"import";
            return count;
        };
        const int first = laidDown();
        QVERIFY(first > 5);
        QCOMPARE(m_home.run(with(words("sync --sample --since 2026-11-18"))).exitCode, 0);
        QCOMPARE(laidDown(), first);
    }

    void secondSyncAsksForLittle() {
        const CliRun run = m_home.run(with(words("sync --sample --since 2025-10-20 --format json")));
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.json()[u"requests"].toInteger(), 1 + 1 + 1 + 4 + 4 + 5);  // four days, four lists, five of members
    }

private:
    [[nodiscard]] QStringList with(const QStringList& arguments) const {
        return arguments + QStringList{QStringLiteral("--cache"), m_home.cache(), QStringLiteral("--now"), Now};
    }
    CliHome m_home;
};

QTEST_GUILESS_MAIN(CliSample)
#include "tst_clisample.moc"
