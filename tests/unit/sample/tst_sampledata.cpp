// The sample's figures: the same everywhere, with a history that stands still, and bills that are tokens x list price.
#include "tests/unit/sample/sampleclient.h"

#include <QCryptographicHash>
#include <QDate>
#include <QJsonDocument>
#include <QTest>

#include <map>
#include <set>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");
const QString Usage = QStringLiteral("usage_report/messages?limit=31&");
const QString Cost = QStringLiteral("cost_report?limit=31&");

QString usageOf(const QString& first, const QString& last) { return Usage + daysQuery(first, last) + AllGroupings; }
QString costOf(const QString& first, const QString& last) { return Cost + daysQuery(first, last) + CostGroupings; }
QString claudeCodeOf(const QString& day) {
    return QStringLiteral("usage_report/claude_code?limit=1000&starting_at=") + day;
}

using Tokens = std::array<qint64, 6>;  // uncached, 5m, 1h, read, output, searches

Tokens tokensOf(const QJsonValue& item) {
    return {item[u"uncached_input_tokens"].toInteger(),
            item[u"cache_creation"][u"ephemeral_5m_input_tokens"].toInteger(),
            item[u"cache_creation"][u"ephemeral_1h_input_tokens"].toInteger(),
            item[u"cache_read_input_tokens"].toInteger(),
            item[u"output_tokens"].toInteger(),
            item[u"server_tool_use"][u"web_search_requests"].toInteger()};
}

void add(Tokens& sum, const Tokens& more) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += more[i];
}

Tokens totalOf(const QJsonArray& buckets) {
    Tokens sum{};
    for (const auto& bucket : buckets) {
        for (const auto& item : bucket[u"results"].toArray()) add(sum, tokensOf(item));
    }
    return sum;
}

// A decimal string of cents in units of 1e-7 cents, which are nano-dollars.
qint64 nanoOfCents(const QString& text) {
    const QStringList parts = text.split(u'.');
    const QString fraction = parts.size() > 1 ? parts[1] : QString();
    if (fraction.size() > 7) qFatal("finer than a nano-dollar: %s", qPrintable(text));
    const QString nano = parts[0] + fraction.leftJustified(7, u'0');
    return nano.toLongLong();
}

qint64 spendOn(SampleClient& client, const QString& day) {
    qint64 sum = 0;
    for (const auto& bucket : client.json(costOf(day, day))[u"data"].toArray()) {
        for (const auto& line : bucket[u"results"].toArray()) sum += nanoOfCents(line[u"amount"].toString());
    }
    return sum;
}

// The published prices of the models in use, in nano-dollars a token, written down a second time.
std::array<qint64, 5> listPrice(const QString& model, const QString& day) {
    if (model == u"claude-opus-4-8") return {5000, 6250, 10000, 500, 25000};
    if (model == u"claude-opus-5-5") return {4000, 5000, 8000, 200, 20000};
    if (model == u"claude-sonnet-5") return {2000, 2500, 4000, 200, 10000};
    if (model == u"claude-sonnet-5-5") return {2000, 2500, 4000, day < u"2026-10-07" ? 200 : 100, 10000};
    if (model == u"claude-haiku-4-5") return {1000, 1250, 2000, 100, 5000};
    if (model == u"claude-haiku-5-5") return {100, 125, 200, 10, 500};
    if (model == u"claude-fable-5-1") return {10000, 12500, 20000, 250, 50000};
    qFatal("unknown model %s", qPrintable(model));
}

const QStringList TokenTypes = {QStringLiteral("uncached_input_tokens"),
                                QStringLiteral("cache_creation.ephemeral_5m_input_tokens"),
                                QStringLiteral("cache_creation.ephemeral_1h_input_tokens"),
                                QStringLiteral("cache_read_input_tokens"), QStringLiteral("output_tokens")};

}  // namespace

class SampleData : public QObject {
    Q_OBJECT

private slots:
    void isTheSameOnEveryMachine_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArray>("sha256");
        QTest::newRow("usage") << usageOf(QStringLiteral("2026-10-01"), QStringLiteral("2026-10-31"))
                               << QByteArray("d3bb3a1d26d550ee");
        QTest::newRow("cost") << costOf(QStringLiteral("2026-10-01"), QStringLiteral("2026-10-31"))
                              << QByteArray("6cc27fe59bb07d69");
        QTest::newRow("Claude Code") << claudeCodeOf(QStringLiteral("2026-11-18")) << QByteArray("310550a91e7378a9");
        QTest::newRow("keys") << QStringLiteral("api_keys?limit=1000") << QByteArray("af82cdb5bf878ee8");
    }

    void isTheSameOnEveryMachine() {
        QFETCH(QString, target);
        QFETCH(QByteArray, sha256);
        SampleClient client(Now);
        QCOMPARE(QCryptographicHash::hash(client.get(target).body, QCryptographicHash::Sha256).toHex().left(16),
                 sha256);
    }

    void historyStandsStillUnderAMovingPresent() {
        const QStringList targets = {usageOf(QStringLiteral("2026-10-20"), QStringLiteral("2026-11-19")),
                                     costOf(QStringLiteral("2026-10-20"), QStringLiteral("2026-11-19")),
                                     claudeCodeOf(QStringLiteral("2026-11-19")), QStringLiteral("workspaces")};
        SampleClient today(QStringLiteral("2026-11-20T13:42:00Z"));
        SampleClient tomorrow(QStringLiteral("2026-11-21T00:00:00Z"));
        SampleClient later(QStringLiteral("2028-02-29T23:59:59Z"));
        for (const QString& target : targets) {
            const QByteArray body = today.get(target).body;
            QVERIFY(body.size() > 500);
            QCOMPARE(tomorrow.get(target).body, body);
            QCOMPARE(later.get(target).body, body);
        }
    }

    void presentDayGrowsUntilItIsOver() {
        const QString day = QStringLiteral("2026-11-20");
        const QStringList times = {QStringLiteral("2026-11-20T00:00:30Z"), QStringLiteral("2026-11-20T09:15:00Z"),
                                   QStringLiteral("2026-11-20T16:40:00Z"), QStringLiteral("2026-11-21T02:00:00Z"),
                                   QStringLiteral("2026-11-22T02:00:00Z")};
        std::vector<qint64> spent;
        std::vector<qint64> tokens;
        std::vector<qint64> sessions;
        for (const QString& time : times) {
            SampleClient client(time);
            spent.push_back(spendOn(client, day));
            const Tokens sum = totalOf(client.json(usageOf(day, day))[u"data"].toArray());
            tokens.push_back(sum[0] + sum[1] + sum[2] + sum[3] + sum[4]);
            qint64 count = 0;
            for (const auto& record : client.json(claudeCodeOf(day))[u"data"].toArray()) {
                count += record[u"core_metrics"][u"num_sessions"].toInteger();
            }
            sessions.push_back(count);
        }
        for (const auto& series : {spent, tokens, sessions}) {
            QCOMPARE(series[0], 0);
            QVERIFY(series[1] > 0);
            QVERIFY(series[2] > series[1]);
            QVERIFY(series[3] > series[2]);
            QCOMPARE(series[4], series[3]);
        }
    }

    void nothingLiesInTheFutureOrBeforeTheBeginning() {
        SampleClient client(Now);
        const QJsonArray ahead =
            client.json(usageOf(QStringLiteral("2026-11-20"), QStringLiteral("2026-11-25")))[u"data"].toArray();
        QCOMPARE(ahead.size(), 1);
        for (const auto& bucket :
             client.json(usageOf(QStringLiteral("2024-09-01"), QStringLiteral("2024-09-30")))[u"data"].toArray()) {
            QVERIFY(bucket[u"results"].toArray().isEmpty());
        }
        QVERIFY(client.json(claudeCodeOf(QStringLiteral("2024-09-30")))[u"data"].toArray().isEmpty());
        QVERIFY(client.json(claudeCodeOf(QStringLiteral("2027-01-01")))[u"data"].toArray().isEmpty());
    }

    void billIsTokensTimesListPrice_data() {
        QTest::addColumn<QString>("day");
        for (const char* day : {"2025-10-21", "2026-03-05", "2026-10-06", "2026-10-07", "2026-11-10", "2026-11-20"}) {
            QTest::newRow(day) << QString::fromLatin1(day);
        }
    }

    void billIsTokensTimesListPrice() {
        QFETCH(QString, day);
        SampleClient client(Now);
        using Line = std::tuple<QString, QString, QString, QString, QString>;  // workspace, model, tier, window, type
        std::map<Line, qint64> expected;
        for (const auto& item : client.json(usageOf(day, day))[u"data"].toArray().at(0)[u"results"].toArray()) {
            const QString workspace = item[u"workspace_id"].toString();
            const Tokens tokens = tokensOf(item);
            if (tokens[5] > 0)
                expected[{workspace, {}, {}, {}, QStringLiteral("web_search")}] += tokens[5] * 10'000'000;
            const QString tier = item[u"service_tier"].toString();
            if (tier == u"priority") continue;
            const auto prices = listPrice(item[u"model"].toString(), day);
            for (int kind = 0; kind < TokenTypes.size(); ++kind) {
                const auto i = static_cast<std::size_t>(kind);
                if (tokens[i] == 0) continue;
                expected[{workspace, item[u"model"].toString(), tier, item[u"context_window"].toString(),
                          TokenTypes[kind]}] += tokens[i] * prices[i] / (tier == u"batch" ? 2 : 1);
            }
        }
        std::map<Line, qint64> billed;
        for (const auto& line : client.json(costOf(day, day))[u"data"].toArray().at(0)[u"results"].toArray()) {
            QCOMPARE(line[u"currency"].toString(), QStringLiteral("USD"));
            const QString type = line[u"cost_type"].toString();
            if (type == u"code_execution") continue;  // not in the usage report
            const QString detail = type == u"tokens" ? line[u"token_type"].toString() : type;
            const Line key{line[u"workspace_id"].toString(), line[u"model"].toString(),
                           line[u"service_tier"].toString(), line[u"context_window"].toString(), detail};
            QVERIFY2(!billed.contains(key), qPrintable(detail));
            billed[key] = nanoOfCents(line[u"amount"].toString());
        }
        QVERIFY(expected.size() > 50);
        QCOMPARE(billed, expected);
    }

    void totalsDoNotDependOnTheGrouping() {
        SampleClient client(Now);
        const QString days = daysQuery(QStringLiteral("2026-11-09"), QStringLiteral("2026-11-20"));
        const Tokens whole = totalOf(client.json(Usage + days + AllGroupings)[u"data"].toArray());
        QVERIFY(whole[3] > 1'000'000'000);
        QCOMPARE(totalOf(client.json(Usage + days)[u"data"].toArray()), whole);
        for (const char* name :
             {"workspace_id", "api_key_id", "model", "service_tier", "context_window", "inference_geo"}) {
            const QString by = QStringLiteral("&group_by[]=") + QString::fromLatin1(name);
            QCOMPARE(totalOf(client.json(Usage + days + by)[u"data"].toArray()), whole);
        }
    }

    void hoursAndMinutesMakeUpTheDay() {
        SampleClient client(Now);
        for (const char* day : {"2026-11-18", "2026-11-20"}) {
            const QString days = daysQuery(QString::fromLatin1(day), QString::fromLatin1(day));
            const Tokens whole = totalOf(client.json(Usage + days + AllGroupings)[u"data"].toArray());
            const QString hourly =
                QStringLiteral("usage_report/messages?bucket_width=1h&limit=168&") + days + AllGroupings;
            QCOMPARE(totalOf(client.allPages(hourly)), whole);
            const QString minutely = QStringLiteral("usage_report/messages?bucket_width=1m&limit=1440&") + days +
                                     QStringLiteral("&group_by[]=model");
            QCOMPARE(totalOf(client.allPages(minutely)), whole);
        }
    }

    void isACompanyOfForty() {
        SampleClient client(Now);
        QCOMPARE(client.json(QStringLiteral("me"))[u"name"].toString(), sampleOrganizationName());
        QStringList workspaces;
        for (const auto& workspace : client.json(QStringLiteral("workspaces"))[u"data"].toArray()) {
            workspaces << workspace[u"id"].toString();
        }
        QCOMPARE(workspaces.size(), 5);
        std::map<QString, int> names;
        std::map<QString, int> statuses;
        QSet<QString> keys;
        for (const auto& key : client.json(QStringLiteral("api_keys?limit=1000"))[u"data"].toArray()) {
            keys << key[u"id"].toString();
            ++names[key[u"name"].toString()];
            ++statuses[key[u"status"].toString()];
        }
        QCOMPARE(keys.size(), 30);
        QCOMPARE(names.size(), 29U);  // one name twice
        QVERIFY(statuses[QStringLiteral("archived")] > 0 && statuses[QStringLiteral("inactive")] > 0);

        QSet<QString> usedKeys;
        QSet<QString> usedWorkspaces;
        QSet<QString> tiers;
        QSet<QString> windows;
        bool console = false;
        bool defaultWorkspace = false;
        for (const auto& bucket :
             client.json(usageOf(QStringLiteral("2026-10-22"), QStringLiteral("2026-11-20")))[u"data"].toArray()) {
            for (const auto& item : bucket[u"results"].toArray()) {
                console = console || item[u"api_key_id"].isNull();
                defaultWorkspace = defaultWorkspace || item[u"workspace_id"].isNull();
                if (!item[u"api_key_id"].isNull()) usedKeys << item[u"api_key_id"].toString();
                if (!item[u"workspace_id"].isNull()) usedWorkspaces << item[u"workspace_id"].toString();
                tiers << item[u"service_tier"].toString();
                windows << item[u"context_window"].toString();
            }
        }
        QVERIFY(console && defaultWorkspace);
        QVERIFY(keys.contains(usedKeys));
        QVERIFY(usedKeys.size() < 28);  // some are idle
        QCOMPARE(usedWorkspaces, QSet<QString>(workspaces.begin(), workspaces.end()));
        QCOMPARE(tiers,
                 (QSet<QString>{QStringLiteral("standard"), QStringLiteral("batch"), QStringLiteral("priority")}));
        QCOMPARE(windows, (QSet<QString>{QStringLiteral("0-200k"), QStringLiteral("200k-1M")}));

        QSet<QString> people;
        QSet<QString> terminals;
        for (int day = 22; day <= 31; ++day) {
            const QString iso = QStringLiteral("2026-10-%1").arg(day);
            for (const auto& record : client.json(claudeCodeOf(iso))[u"data"].toArray()) {
                terminals << record[u"terminal_type"].toString();
                const QString email = record[u"actor"][u"email_address"].toString();
                if (!email.isEmpty()) people << email;
                QVERIFY(email.isEmpty() ? record[u"actor"][u"api_key_name"].toString() == u"ci-bot"
                                        : email.endsWith(QStringLiteral(".example")));
            }
        }
        QCOMPARE(people.size(), 38);
        QCOMPARE(terminals.size(), 4);
    }

    void modelsComeAndGo() {
        SampleClient client(Now);
        const auto modelsOn = [&client](const char* day) {
            QSet<QString> models;
            const QString iso = QString::fromLatin1(day);
            const QString target = Usage + daysQuery(iso, iso) + QStringLiteral("&group_by[]=model");
            for (const auto& item : client.json(target)[u"data"].toArray().at(0)[u"results"].toArray()) {
                models << item[u"model"].toString();
            }
            return models;
        };
        const QSet<QString> before = modelsOn("2025-10-21");
        QCOMPARE(before.size(), 3);
        QCOMPARE(modelsOn("2026-11-19").size(), 7);
        SampleClient nextYear(QStringLiteral("2027-09-01T00:00:00Z"));
        const QString iso = QStringLiteral("2027-08-25");
        for (const auto& item :
             nextYear.json(Usage + daysQuery(iso, iso) + QStringLiteral("&group_by[]=model"))[u"data"]
                 .toArray()
                 .at(0)[u"results"]
                 .toArray()) {
            QVERIFY(!before.contains(item[u"model"].toString()));
        }
    }

    void storyShowsInTheFigures() {
        SampleClient client(Now);
        const auto ratio = [&client](const char* first, const char* last) {
            const Tokens sum =
                totalOf(client.json(usageOf(QString::fromLatin1(first), QString::fromLatin1(last)))[u"data"].toArray());
            return 100 * sum[3] / (sum[0] + sum[1] + sum[2] + sum[3]);
        };
        QVERIFY(ratio("2025-11-01", "2025-11-30") < 45);  // before the cache roll-out
        QVERIFY(ratio("2026-10-22", "2026-11-20") > 72);  // after it

        const qint64 dollar = 1'000'000'000;
        const qint64 tuesday = spendOn(client, QStringLiteral("2026-11-03"));
        QVERIFY(tuesday > 1000 * dollar && tuesday < 2500 * dollar);
        QVERIFY(spendOn(client, QStringLiteral("2026-11-08")) * 2 < tuesday);  // a Sunday
        QVERIFY(spendOn(client, QStringLiteral("2025-12-25")) * 2 <
                spendOn(client, QStringLiteral("2025-12-11")));  // a holiday
        // The key that runs wild, and does so again in later years.
        QVERIFY(spendOn(client, QStringLiteral("2026-11-10")) > tuesday + 300 * dollar);
        QVERIFY(spendOn(client, QStringLiteral("2026-11-11")) > tuesday + 300 * dollar);
        QVERIFY(spendOn(client, QStringLiteral("2026-11-12")) < tuesday + 150 * dollar);
        SampleClient later(QStringLiteral("2028-06-01T00:00:00Z"));
        QVERIFY(spendOn(later, QStringLiteral("2028-05-10")) >
                spendOn(later, QStringLiteral("2028-05-17")) + 300 * dollar);
    }

    void oneWorkspaceLosesMoneyByCaching() {
        SampleClient client(Now);
        std::map<QString, qint64> net;  // nano-dollars by workspace
        for (const auto& bucket :
             client.json(usageOf(QStringLiteral("2026-10-22"), QStringLiteral("2026-11-20")))[u"data"].toArray()) {
            const QString day = bucket[u"starting_at"].toString().left(10);
            for (const auto& item : bucket[u"results"].toArray()) {
                const auto price = listPrice(item[u"model"].toString(), day);
                const Tokens tokens = tokensOf(item);
                net[item[u"workspace_id"].toString()] += tokens[3] * (price[0] - price[3]) -
                                                         tokens[1] * (price[1] - price[0]) -
                                                         tokens[2] * (price[2] - price[0]);
            }
        }
        QCOMPARE(std::count_if(net.begin(), net.end(), [](const auto& entry) { return entry.second < 0; }), 1);
    }
};

QTEST_GUILESS_MAIN(SampleData)
#include "tst_sampledata.moc"
