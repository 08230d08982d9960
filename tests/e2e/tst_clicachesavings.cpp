// What caching saves or loses, in dollars: prices from the own bill before the price book, unpriced tokens never as 0.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/e2e/expectation.h"
#include "tests/support/fakeadminserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");

struct Price {  // nano-dollars a token
    Wide input, write5m, write1h, read, output;
};

// Sonnet 5.5 before its read price was cut, and after; the discount of Opus 5.5 is this organization's own.
Price priceOf(const QString& model, UtcDay day) {
    if (model == u"claude-sonnet-5-5")
        return {2000, 2500, 4000, day < UtcDay::fromDate(2026, 10, 7) ? 200 : 100, 10'000};
    if (model == u"claude-opus-5-5") return {3200, 4000, 6400, 160, 16'000};
    return {1000, 1250, 2000, 100, 5000};  // Haiku 4.5, whose bill has no tokens here: the price book answers
}

}  // namespace

class CliCacheSavings : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_server.now = *fromRfc3339(Now);
        m_server.data.workspaces = {{QStringLiteral("wrkspc_1"), QStringLiteral("One")},
                                    {QStringLiteral("wrkspc_2"), QStringLiteral("Two")}};
        for (UtcDay day = UtcDay::fromDate(2026, 9, 28); day <= UtcDay::fromDate(2026, 11, 15); day = day + 1) {
            for (const char* model : {"claude-sonnet-5-5", "claude-opus-5-5", "claude-haiku-4-5"}) {
                for (const char* workspace : {"wrkspc_1", "wrkspc_2"})
                    addDay(day, QString::fromLatin1(model), QString::fromLatin1(workspace));
            }
        }
        const CliRun run =
            m_home.run(words("sync --since 2026-09-28 --now 2026-11-20T13:42:00Z --base-url") +
                       QStringList{m_server.url().toString(), QStringLiteral("--cache"), m_home.cache()});
        QVERIFY2(run.exitCode == 0, run.err);
    }

    void equalsTokensTimesPrices_data() {
        QTest::addColumn<QString>("interval");
        QTest::addColumn<QStringList>("by");
        for (const char* interval : {"day", "week", "month", "total"}) {
            for (const QStringList& by :
                 {QStringList(), words("model"), words("workspace"), words("workspace model")}) {
                QTest::addRow("%s by %s", interval, qPrintable(by.join(u','))) << QString::fromLatin1(interval) << by;
            }
        }
    }

    void equalsTokensTimesPrices() {
        QFETCH(QString, interval);
        QFETCH(QStringList, by);
        Sums sums;
        for (const FakeUsage& row : m_server.data.usage) {
            const Price price = priceOf(row.model, UtcDay::fromSeconds(row.start));
            const UsageMeasures& m = row.measures;
            const Wide saving = m.cacheRead * (price.input - price.read);
            const Wide premium =
                m.cacheCreation5m * (price.write5m - price.input) + m.cacheCreation1h * (price.write1h - price.input);
            addTo(sums, test::periodOf(row.start, interval), dimensionsOf(row), by,
                  {m.cacheRead, m.cacheCreation5m + m.cacheCreation1h, m.uncachedInput, saving, premium});
        }
        const auto expected = spelled(sums, by, Names(m_server.data), false, [](const std::vector<Wide>& v) {
            return QStringList{
                wholeNumber(v[0]), wholeNumber(v[1]), wholeNumber(v[2]),   ratio(v[0], v[0] + v[1] + v[2]),
                dollars(v[3]),     dollars(v[4]),     dollars(v[3] - v[4])};
        });
        QStringList arguments = words("report cache --from 2026-09-28 --to 2026-11-20 --format csv --interval")
                                << interval;
        if (!by.isEmpty()) arguments << QStringLiteral("--by") << by.join(u',');
        std::vector<QStringList> rows = report(arguments).rows;
        std::sort(rows.begin(), rows.end());
        QCOMPARE(rows.size(), expected.size());
        for (std::size_t i = 0; i < rows.size(); ++i) QCOMPARE(rows[i], expected[i]);
    }

    void losingWorkspaceIsNegative() {
        const std::vector<QStringList> rows =
            report(words("report cache --from 2026-11-01 --to 2026-11-15 --interval total --by workspace --format csv"))
                .rows;
        QCOMPARE(rows.size(), 2U);
        QVERIFY(!rows[0].last().startsWith(u'-'));
        QVERIFY(rows[1].last().startsWith(u'-'));
    }

    void unpricedTokensAreNeverZeroDollars() {
        FakeUsage unknown;
        unknown.start = UtcDay::fromDate(2026, 11, 10).startSeconds();
        unknown.model = QStringLiteral("claude-nova-9-preview");
        unknown.measures = {1000, 2000, 0, 30'000, 5, 0};
        m_server.data.usage.push_back(unknown);
        CliHome home;
        QCOMPARE(home.run(words("sync --since 2026-11-10 --until 2026-11-10 --now 2026-11-20T13:42:00Z --base-url") +
                          QStringList{m_server.url().toString(), QStringLiteral("--cache"), home.cache()})
                     .exitCode,
                 0);
        m_server.data.usage.pop_back();
        const QStringList arguments = words(
                                          "report cache --from 2026-11-10 --to 2026-11-10 --by model --where "
                                          "model=claude-nova-9-preview --now 2026-11-20T13:42:00Z --cache")
                                      << home.cache();
        const CliRun csv = home.run(arguments + words("--format csv"));
        QCOMPARE(csv.exitCode, 0);
        const std::vector<QStringList> rows = readCsv(csv.out).rows;
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows[0].mid(2, 4), words("30000 2000 1000 0.909091"));
        for (const QString& money : rows[0].mid(6)) QVERIFY2(money.isEmpty(), qPrintable(money));
        QVERIFY2(csv.err.contains("claude-nova-9-preview"), csv.err);  // named, not silent
        const QJsonObject json = home.run(arguments + words("--format json")).json();
        bool named = false;
        for (const auto& note : json[u"notes"].toArray()) named = named || note.toString().contains(unknown.model);
        QVERIFY(named);
    }

private:
    void addDay(UtcDay day, const QString& model, const QString& workspace) {
        const std::int64_t number = day.number() % 97;
        FakeUsage usage;
        usage.start = day.startSeconds();
        usage.workspace = workspace;
        usage.model = model;
        usage.measures = {40'000 + number,       12'000 + 7 * number, 11'000 + number,
                          900'000 + 31 * number, 10'500 + number,     0};
        if (workspace == u"wrkspc_2")
            usage.measures = {50'000 + number, 0, 300'000 + 3 * number, 11'111 + number, 10'001, 0};
        m_server.data.usage.push_back(usage);
        if (model == u"claude-haiku-4-5") return;
        const Price price = priceOf(model, day);
        const UsageMeasures& m = usage.measures;
        addCost(day, workspace, model, "uncached_input_tokens", m.uncachedInput * price.input);
        addCost(day, workspace, model, "cache_creation.ephemeral_5m_input_tokens", m.cacheCreation5m * price.write5m);
        addCost(day, workspace, model, "cache_creation.ephemeral_1h_input_tokens", m.cacheCreation1h * price.write1h);
        addCost(day, workspace, model, "cache_read_input_tokens", m.cacheRead * price.read);
        addCost(day, workspace, model, "output_tokens", m.output * price.output);
    }

    void addCost(UtcDay day, const QString& workspace, const QString& model, const char* tokenType, Wide nano) {
        if (nano == 0) return;
        FakeCost cost;
        cost.day = day;
        cost.workspace = workspace;
        cost.model = model;
        cost.tokenType = QString::fromLatin1(tokenType);
        cost.description = model + u' ' + *cost.tokenType;
        cost.serviceTier = QStringLiteral("standard");
        cost.contextWindow = QStringLiteral("0-200k");
        cost.inferenceGeo = QStringLiteral("global");
        const QString all = wholeNumber(nano).rightJustified(8, u'0');
        cost.cents = all.left(all.size() - 7) + u'.' + all.right(7);
        m_server.data.cost.push_back(cost);
    }

    [[nodiscard]] Csv report(const QStringList& arguments) const {
        const CliRun run = m_home.run(
            arguments + QStringList{QStringLiteral("--cache"), m_home.cache(), QStringLiteral("--now"), Now});
        if (run.exitCode != 0) qWarning("%s", run.err.constData());
        return readCsv(run.out);
    }

    FakeAdminServer m_server;
    CliHome m_home;
};

QTEST_GUILESS_MAIN(CliCacheSavings)
#include "tst_clicachesavings.moc"
