// The user's own price list: what it prices, where it stands behind the bill, and what is said of one that is no good.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/support/fakeadminserver.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Unknown = QStringLiteral("house-model-1");  // no published price, no bill
const QString Listed = QStringLiteral("claude-haiku-4-5");
const QString Billed = QStringLiteral("claude-opus-5-5");

QByteArray priceList(const QByteArray& model, const QByteArray& from, const QByteArray& input, const QByteArray& read) {
    return "{\"ids\": [\"" + model + "\"], \"prices\": [{\"from\": \"" + from + "\", \"uncached_input\": \"" + input +
           "\", \"cache_creation_5m\": \"" + input + "\", \"cache_creation_1h\": \"" + input +
           "\", \"cache_read\": \"" + read + "\", \"output\": \"50\"}]}";
}

}  // namespace

class CliPrices : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_server.now = *fromRfc3339(QStringLiteral("2026-11-20T13:42:00Z"));
        for (int i = 0; i < 4; ++i) {
            const UtcDay day = UtcDay::fromDate(2026, 11, 8) + i;
            for (const QString& model : {Unknown, Listed, Billed}) {
                FakeUsage usage;
                usage.start = day.startSeconds();
                usage.model = model;
                usage.measures = {20'000, 0, 0, 1'000'000, 5, 0};
                m_server.data.usage.push_back(usage);
            }
            addCost(day, "uncached_input_tokens", QStringLiteral("6.4"));   // 3.20 dollars a million
            addCost(day, "cache_read_input_tokens", QStringLiteral("16"));  // 0.16 dollars
        }
        const CliRun run =
            m_home.run(words("sync --since 2026-11-08 --until 2026-11-11 --now 2026-11-20T13:42:00Z --base-url") +
                       QStringList{m_server.url().toString(), QStringLiteral("--cache"), m_home.cache()});
        QVERIFY2(run.exitCode == 0, run.err);
        m_file = QStringLiteral(".config/tokenledger/prices.json");
        QVERIFY(QDir().mkpath(m_home.path(QStringLiteral(".config/tokenledger"))));
    }
    void cleanup() { QFile::remove(m_home.path(m_file)); }

    void withoutAListTheModelIsUnpriced() {
        const CliRun run = report("cache --by model --format csv");
        QCOMPARE(savingOf(run, Unknown), QString());
        QVERIFY2(run.err.contains("house-model-1"), run.err);
        QCOMPARE(savingOf(run, Listed), QStringLiteral("3.60"));  // 4 x 0.90
        QCOMPARE(savingOf(run, Billed), QStringLiteral("12.16"));
    }

    void yourListPricesFromItsDayOn() {
        m_home.writeFile(m_file, "{\"models\": [" + priceList("house-model-1", "2026-11-10", "8", "1.50") + "," +
                                     priceList("claude-haiku-4-5", "2026-11-09", "3", "1") + "," +
                                     priceList("claude-opus-5-5", "2020-01-01", "90", "1") + "]}");
        const CliRun run = report("cache --by model --format csv");
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(savingOf(run, Unknown), QStringLiteral("13.00"));  // two days of 6.50; the others stay unpriced
        QCOMPARE(savingOf(run, Listed), QStringLiteral("6.90"));    // 0.90 published, then three days of 2.00
        QCOMPARE(savingOf(run, Billed), QStringLiteral("12.16"));   // the own bill comes before any list
        QVERIFY2(run.err.contains("your own price list is used"), run.err);
        QVERIFY2(run.err.contains("house-model-1"), run.err);  // of the days before
        const CliRun overview = report("overview --format csv");
        QVERIFY2(overview.out.contains("32.06"), overview.out);
    }

    void aListThatIsNoGoodIsNamedAndNotUsed_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("not JSON") << QByteArray("prices:") << QByteArray("not JSON");
        QTest::newRow("empty") << QByteArray() << QByteArray("not JSON");
        QTest::newRow("wrong price") << QByteArray("{\"models\": [" +
                                                   priceList("house-model-1", "2026-11-10", "8,5", "1") + "]}")
                                     << QByteArray("8,5");
        QTest::newRow("no such day") << QByteArray("{\"models\": [" +
                                                   priceList("house-model-1", "2026-02-30", "8", "1") + "]}")
                                     << QByteArray("2026-02-30");
    }
    void aListThatIsNoGoodIsNamedAndNotUsed() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, said);
        const CliRun before = report("cache --by model --format csv");
        m_home.writeFile(m_file, json);
        for (const char* format : {"table", "csv", "json"}) {
            const CliRun run = report(QByteArray("cache --by model --format ") + format);
            QVERIFY2(run.exitCode == 0, run.all());
            QVERIFY2(run.err.contains(m_home.path(m_file).toUtf8()), run.err);
            QVERIFY2(run.err.contains(said), run.err);
            QVERIFY2(run.err.contains("published prices"), run.err);
            if (QByteArray(format) == "csv") QCOMPARE(run.out, before.out);
            if (QByteArray(format) != "json") continue;
            bool noted = false;
            for (const auto& note : run.json()[u"notes"].toArray())
                noted = noted || note.toString().contains(m_home.path(m_file));
            QVERIFY(noted);
        }
        QVERIFY(report("overview").err.contains(m_home.path(m_file).toUtf8()));
        QVERIFY(!report("cost").err.contains(m_home.path(m_file).toUtf8()));  // bills need no list
    }

private:
    [[nodiscard]] CliRun report(const QByteArray& what) const {
        QStringList arguments{QStringLiteral("report")};
        arguments +=
            words(what.constData()) + words("--from 2026-11-08 --to 2026-11-11 --now 2026-11-20T13:42:00Z --cache");
        arguments += m_home.cache();
        if (what.startsWith("cache")) arguments += words("--interval total");
        return m_home.run(arguments);
    }

    static QString savingOf(const CliRun& run, const QString& model) {
        const Csv csv = readCsv(run.out);
        for (const QStringList& row : csv.rows) {
            if (row[1] == model) return row[row.size() - 3];
        }
        return QStringLiteral("no row");
    }

    void addCost(UtcDay day, const char* tokenType, const QString& cents) {
        FakeCost cost;
        cost.day = day;
        cost.model = Billed;
        cost.tokenType = QString::fromLatin1(tokenType);
        cost.description = Billed + u' ' + *cost.tokenType;
        cost.serviceTier = QStringLiteral("standard");
        cost.contextWindow = QStringLiteral("0-200k");
        cost.inferenceGeo = QStringLiteral("global");
        cost.cents = cents;
        m_server.data.cost.push_back(cost);
    }

    FakeAdminServer m_server;
    CliHome m_home;
    QString m_file;
};

QTEST_GUILESS_MAIN(CliPrices)
#include "tst_cliprices.moc"
