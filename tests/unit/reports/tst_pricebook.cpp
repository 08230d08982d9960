#include "app/analysis/pricebook.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace tokenledger;

namespace {

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }

/// The prices in force on a day.
std::optional<TokenPrices> priceOn(const PriceBook& book, const QString& model, const QString& tier, UtcDay when) {
    std::optional<TokenPrices> found;
    for (const PricePeriod& period : book.periods(model, tier)) {
        if (period.from <= when) found = period.prices;
    }
    return found;
}

const QString Standard = QStringLiteral("standard");
const QString Batch = QStringLiteral("batch");

}  // namespace

class TestPriceBook : public QObject {
    Q_OBJECT
private slots:
    // Published dollars per million tokens, typed from the price page and not from prices.json.
    void publishedPrices_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<double>("input");
        QTest::addColumn<double>("write5m");
        QTest::addColumn<double>("write1h");
        QTest::addColumn<double>("read");
        QTest::addColumn<double>("output");
        const auto row = [](const char* model, double in, double w5, double w1, double read, double out) {
            QTest::newRow(model) << QString::fromLatin1(model) << in << w5 << w1 << read << out;
        };
        row("claude-fable-5-1", 10, 12.5, 20, 0.25, 50);
        row("claude-mythos-5-1", 10, 12.5, 20, 0.25, 50);
        row("claude-fable-5", 10, 12.5, 20, 1, 50);
        row("claude-mythos-5", 10, 12.5, 20, 1, 50);
        row("claude-opus-5-5", 4, 5, 8, 0.2, 20);
        row("claude-opus-5", 5, 6.25, 10, 0.5, 25);
        row("claude-opus-4-8", 5, 6.25, 10, 0.5, 25);
        row("claude-opus-4-8-20260101", 5, 6.25, 10, 0.5, 25);
        row("claude-opus-4-7", 5, 6.25, 10, 0.5, 25);
        row("claude-opus-4-6", 5, 6.25, 10, 0.5, 25);
        row("claude-opus-4-5-20251101", 5, 6.25, 10, 0.5, 25);
        row("claude-opus-4-1-20250805", 15, 18.75, 30, 1.5, 75);
        row("claude-opus-4-20250514", 15, 18.75, 30, 1.5, 75);
        row("claude-sonnet-5-5", 2, 2.5, 4, 0.1, 10);
        row("claude-sonnet-5", 2, 2.5, 4, 0.2, 10);
        row("claude-sonnet-4-6", 3, 3.75, 6, 0.3, 15);
        row("claude-sonnet-4-5-20250929", 3, 3.75, 6, 0.3, 15);
        row("claude-sonnet-4-20250514", 3, 3.75, 6, 0.3, 15);
        row("claude-haiku-5-5", 0.1, 0.125, 0.2, 0.01, 0.5);
        row("claude-haiku-4-5-20251001", 1, 1.25, 2, 0.1, 5);
        row("claude-3-5-haiku-20241022", 0.8, 1, 1.6, 0.08, 4);
        row("claude-3-haiku-20240307", 0.25, 0.3, 0.5, 0.03, 1.25);
    }
    void publishedPrices() {
        QFETCH(QString, model);
        QFETCH(double, input);
        QFETCH(double, write5m);
        QFETCH(double, write1h);
        QFETCH(double, read);
        QFETCH(double, output);
        const auto nano = [](double dollars) { return qRound64(dollars * 1e9); };
        const auto prices = priceOn(PriceBook::builtIn(), model, Standard, day("2026-11-20"));
        QVERIFY(prices);
        QCOMPARE(prices->uncachedInput, nano(input));
        QCOMPARE(prices->cacheCreation5m, nano(write5m));
        QCOMPARE(prices->cacheCreation1h, nano(write1h));
        QCOMPARE(prices->cacheRead, nano(read));
        QCOMPARE(prices->output, nano(output));
    }

    void namesThatOnlyBeginLikeAModel_data() {
        QTest::addColumn<QString>("model");
        for (const char* model :
             {"claude-opus-4-9", "claude-opus", "claude-opus-4-80", "claude-opus-4-8-fast", "claude-opus-4-8-2026010",
              "claude-opus-4-8-20261301", "claude-opus-4-8-20260230", "claude-sonnet-3-7", "claude-3-opus-20240229",
              "Claude-Opus-4-8", "opus-4-8", "", "20260101", "-20260101"}) {
            QTest::newRow(model) << QString::fromLatin1(model);
        }
    }
    void namesThatOnlyBeginLikeAModel() {
        QFETCH(QString, model);
        QVERIFY(!priceOn(PriceBook::builtIn(), model, Standard, day("2026-11-20")));
        QVERIFY(PriceBook::builtIn().changes(model).empty());
    }

    void olderModelsOfAFamilyKeepTheirOwnPrice() {
        const auto opus4 =
            priceOn(PriceBook::builtIn(), QStringLiteral("claude-opus-4-20250514"), Standard, day("2026-11-20"));
        const auto opus48 =
            priceOn(PriceBook::builtIn(), QStringLiteral("claude-opus-4-8"), Standard, day("2026-11-20"));
        QVERIFY(opus4 && opus48);
        QVERIFY(*opus4 != *opus48);
    }

    void aPriceChangeTakesEffectOnItsDay() {
        const PriceBook& book = PriceBook::builtIn();
        const QString sonnet = QStringLiteral("claude-sonnet-5-5");
        QCOMPARE(priceOn(book, sonnet, Standard, day("2026-10-06"))->cacheRead, 200'000'000);
        QCOMPARE(priceOn(book, sonnet, Standard, day("2026-10-07"))->cacheRead, 100'000'000);
        QCOMPARE(priceOn(book, sonnet, Standard, day("2026-10-06"))->uncachedInput, 2'000'000'000);
        QCOMPARE(book.changes(sonnet).back(), day("2026-10-07"));
        QCOMPARE(book.changes(sonnet).size(), 2U);
        QCOMPARE(book.changes(QStringLiteral("claude-opus-5-5")).size(), 1U);
    }

    void tiers() {
        const PriceBook& book = PriceBook::builtIn();
        const QString opus = QStringLiteral("claude-opus-5-5");
        const auto half = priceOn(book, opus, Batch, day("2026-11-20"));
        QVERIFY(half);
        QCOMPARE(*half, (TokenPrices{2'000'000'000, 2'500'000'000, 4'000'000'000, 100'000'000, 10'000'000'000}));
        for (const char* tier : {"priority", "priority_on_demand", "flex", "flex_discount", "new_tier", ""}) {
            QVERIFY2(!priceOn(book, opus, QString::fromLatin1(tier), day("2026-11-20")), tier);
        }
    }

    void promptLengthOfHaiku() {
        const PriceBook& book = PriceBook::builtIn();
        const QString haiku = QStringLiteral("claude-haiku-5-5");
        const auto small = book.periods(haiku, Standard, QStringLiteral("0-200k"));
        QCOMPARE(small.size(), 1U);
        QVERIFY(small.front().estimate);  // up to 200k may be above 100k
        QCOMPARE(small.front().prices.uncachedInput, 100'000'000);
        const auto large = book.periods(haiku, Standard, QStringLiteral("200k-1M"));
        QCOMPARE(large.size(), 1U);
        QVERIFY(!large.front().estimate);
        QCOMPARE(large.front().prices,
                 (TokenPrices{500'000'000, 625'000'000, 1'000'000'000, 50'000'000, 2'500'000'000}));
        QVERIFY(!book.periods(QStringLiteral("claude-opus-5-5"), Standard, QStringLiteral("200k-1M")).front().estimate);
    }

    void halvesAreRoundedToEven() {
        const auto book = PriceBook::parse(
            "{\"models\":[{\"ids\":[\"m\"],\"prices\":[{\"uncached_input\":\"0.000000001\",\"cache_creation_5m\":\"0."
            "000000003\",\"cache_creation_1h\":\"0\",\"cache_read\":\"0\",\"output\":\"0\"}]}]}");
        QVERIFY(book);
        const auto half = priceOn(*book, QStringLiteral("m"), Batch, day("2026-11-20"));
        QVERIFY(half);
        QCOMPARE(half->uncachedInput, 0);
        QCOMPARE(half->cacheCreation5m, 2);
    }

    void aBrokenBookIsRefused_data() {
        QTest::addColumn<QByteArray>("json");
        const QByteArray good =
            "{\"uncached_input\":\"1\",\"cache_creation_5m\":\"1\",\"cache_creation_1h\":\"1\",\"cache_read\":\"1\","
            "\"output\":\"1\"}";
        const auto row = [](const char* name, const QByteArray& prices) {
            QTest::newRow(name) << QByteArray("{\"models\":[{\"ids\":[\"m\"],\"prices\":[" + prices + "]}]}");
        };
        QTest::newRow("not json") << QByteArray("{");
        QTest::newRow("empty") << QByteArray("{}");
        row("missing kind", QByteArray(good).replace("\"output\":\"1\"", "\"outputs\":\"1\""));
        row("number instead of text", QByteArray(good).replace("\"output\":\"1\"", "\"output\":1"));
        row("comma", QByteArray(good).replace("\"output\":\"1\"", "\"output\":\"1,5\""));
        row("negative", QByteArray(good).replace("\"output\":\"1\"", "\"output\":\"-1\""));
        row("too fine", QByteArray(good).replace("\"output\":\"1\"", "\"output\":\"0.0000000001\""));
        row("impossible day", QByteArray(good).replace("{\"uncached", "{\"from\":\"2026-02-30\",\"uncached"));
        row("two from the same day", good + "," + good);
        row("a misspelt name", QByteArray(good).replace("{\"uncached", "{\"contxt_window\":\"200k-1M\",\"uncached"));
    }
    void aBrokenBookIsRefused() {
        QFETCH(QByteArray, json);
        const auto book = PriceBook::parse(json);
        QVERIFY(!book);
        QVERIFY(!book.error().message.isEmpty());
        QVERIFY(!book.error().detail.isEmpty());
    }

    void yourPricesHoldFromTheirFirstDayOn() {
        const auto yours = PriceBook::parse("{\"models\":[{\"ids\":[\"claude-sonnet-5-5\"],\"prices\":[" +
                                            own("2026-09-01", "1.50") + "," + own("2026-11-01", "1.25") +
                                            "]},{\"ids\":[\"claude-opus-4-8-20260101\",\"in-house\"],\"prices\":[" +
                                            own("2020-01-01", "7") + "]}]}");
        QVERIFY2(yours, qPrintable(yours ? QString() : yours.error().detail));
        const PriceBook book = PriceBook::builtIn().overriddenBy(*yours);
        const auto inputOn = [&book](const char* model, const char* when) {
            const auto price = priceOn(book, QString::fromLatin1(model), Standard, day(when));
            return price ? price->uncachedInput : -1;
        };
        QCOMPARE(inputOn("claude-sonnet-5-5", "2026-08-31"), 2'000'000'000);
        QCOMPARE(inputOn("claude-sonnet-5-5", "2026-09-01"), 1'500'000'000);
        QCOMPARE(inputOn("claude-sonnet-5-5", "2026-10-31"),
                 1'500'000'000);  // whatever the book says from 7 October on
        QCOMPARE(inputOn("claude-sonnet-5-5-20260801", "2026-11-01"), 1'250'000'000);
        QCOMPARE(inputOn("claude-opus-4-8-20260101", "2026-11-01"), 7'000'000'000);  // this dated one, and no other
        QCOMPARE(inputOn("claude-opus-4-8", "2026-11-01"), 5'000'000'000);
        QCOMPARE(inputOn("claude-opus-5-5", "2026-11-01"), 4'000'000'000);
        QCOMPARE(inputOn("in-house", "2026-11-01"), 7'000'000'000);
        QCOMPARE(priceOn(book, QStringLiteral("in-house"), Batch, day("2026-11-01"))->uncachedInput, 3'500'000'000);
        const auto periods = book.periods(QStringLiteral("claude-sonnet-5-5"), Standard);
        QCOMPARE(periods.size(), 3U);
        QVERIFY(!periods[0].yours && periods[1].yours && periods[2].yours);
        const auto changes = book.changes(QStringLiteral("claude-sonnet-5-5"));
        for (const char* when : {"2026-09-01", "2026-10-07", "2026-11-01"}) {
            QVERIFY2(std::find(changes.begin(), changes.end(), day(when)) != changes.end(), when);
        }
    }

    void noFileIsNoList() {
        const QTemporaryDir folder;
        const auto book = readOwnPrices(folder.filePath(QStringLiteral("prices.json")));
        QVERIFY(book);
        QVERIFY(!*book);
    }

    void whatIsWrongWithYourFileIsSaid_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        const QByteArray good = own("2026-01-01", "1");
        const auto row = [](const char* name, const QByteArray& prices, const char* said) {
            QTest::newRow(name) << QByteArray("{\"models\":[{\"ids\":[\"m-1\"],\"prices\":[" + prices + "]}]}")
                                << QString::fromLatin1(said);
        };
        QTest::newRow("not json") << QByteArray("{\"models\":") << QStringLiteral("not JSON");
        QTest::newRow("empty file") << QByteArray() << QStringLiteral("not JSON");
        QTest::newRow("no models") << QByteArray("{\"model\":[]}") << QStringLiteral("\"models\"");
        QTest::newRow("no ids") << QByteArray("{\"models\":[{\"id\":\"m-1\",\"prices\":[" + good + "]}]}")
                                << QStringLiteral("\"ids\"");
        QTest::newRow("no prices") << QByteArray("{\"models\":[{\"ids\":[\"m-1\"]}]}") << QStringLiteral("m-1");
        QTest::newRow("large") << QByteArray(2'000'000, ' ') << QStringLiteral("megabyte");
        row("missing kind", QByteArray(good).replace("cache_read", "cache_reads"), "m-1: \"cache_read\"");
        row("no price", QByteArray(good).replace("\"1\"", "\"1,5\""), "1,5");
        row("no day", QByteArray(good).replace("2026-01-01", "1.1.2026"), "1.1.2026");
        row("estimate as text", QByteArray(good).replace("{", "{\"estimate\":\"no\","), "estimate");
        row("two from one day", good + "," + good, "same day");
    }
    void whatIsWrongWithYourFileIsSaid() {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("prices.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const auto book = readOwnPrices(path);
        QVERIFY(!book);
        QVERIFY2(book.error().message.contains(path), qPrintable(book.error().message));
        QVERIFY2(book.error().message.contains(said), qPrintable(book.error().message));
    }

    void aFolderIsNoFile() {
        const QTemporaryDir folder;
        QVERIFY(!readOwnPrices(folder.path()));
    }

private:
    static QByteArray own(const QByteArray& from, const QByteArray& dollars) {
        QByteArray json = "{\"from\":\"" + from + "\"";
        for (const char* kind : {"uncached_input", "cache_creation_5m", "cache_creation_1h", "cache_read", "output"})
            json += ",\"" + QByteArray(kind) + "\":\"" + dollars + "\"";
        return json + "}";
    }
};

QTEST_GUILESS_MAIN(TestPriceBook)
#include "tst_pricebook.moc"
