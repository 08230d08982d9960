// Last days, modifiers, discounts and other prices of a price list; every figure reckoned by hand.
#include "app/analysis/pricebook.h"

#include <QTest>

using namespace tokenledger;

namespace {

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }

const QString Opus = QStringLiteral("claude-opus-5-5");
const QString Standard = QStringLiteral("standard");

/// {"ids":["m-1"],"prices":[...]} with each price the same for all kinds.
QByteArray price(const QByteArray& dollars, const QByteArray& more = {}) {
    QByteArray json = "{" + more;
    if (!more.isEmpty()) json += ",";
    for (const char* kind : {"uncached_input", "cache_creation_5m", "cache_creation_1h", "cache_read", "output"})
        json += "\"" + QByteArray(kind) + "\":\"" + dollars + "\",";
    json.chop(1);
    return json + "}";
}
QByteArray model(const QByteArray& id, const QByteArray& prices) {
    return "{\"ids\":[\"" + id + "\"],\"prices\":[" + prices + "]}";
}
PriceBook must(const QByteArray& json) {
    const auto book = PriceBook::parse(json);
    if (!book) qFatal("%s", qPrintable(book.error().detail));
    return *book;
}

/// Nano-dollars of an input token's million on a day; -1: unpriced.
std::int64_t inputOn(const PriceBook& book, const QString& id, const char* when, const PriceTerms& terms = {}) {
    const auto periods = book.periods(id, terms);
    const PricePeriod* period = periodOn(periods, day(when));
    return period != nullptr ? period->prices.uncachedInput : -1;
}
QString discountOn(const PriceBook& book, const QString& id, const char* when) {
    const auto periods = book.periods(id, PriceTerms{});
    const PricePeriod* period = periodOn(periods, day(when));
    return period != nullptr ? period->discount : QStringLiteral("(unpriced)");
}

}  // namespace

class TestPriceList : public QObject {
    Q_OBJECT
private slots:
    void theBookHasAnEdition() {
        QCOMPARE(PriceBook::builtIn().edition(), std::optional(day("2026-10-07")));
        QVERIFY(PriceBook::builtIn().discounts().empty());
    }

    void aPriceEndsOnItsLastDay() {
        const PriceBook book = must("{\"models\":[" +
                                    model("m-1", price("3", "\"from\":\"2026-03-01\",\"to\":\"2026-03-31\"") + "," +
                                                     price("4", "\"from\":\"2026-05-01\"")) +
                                    "]}");
        const QString id = QStringLiteral("m-1");
        QCOMPARE(inputOn(book, id, "2026-02-28"), -1);
        QCOMPARE(inputOn(book, id, "2026-03-01"), 3'000'000'000);
        QCOMPARE(inputOn(book, id, "2026-03-31"), 3'000'000'000);
        QCOMPARE(inputOn(book, id, "2026-04-01"), -1);
        QCOMPARE(inputOn(book, id, "2026-05-01"), 4'000'000'000);
        QCOMPARE(book.changes(id), (std::vector<UtcDay>{day("2026-03-01"), day("2026-04-01"), day("2026-05-01")}));
    }

    void afterYourLastDayThePublishedPriceSpeaksAgain() {
        const PriceBook book = PriceBook::builtIn().overriddenBy(
            must("{\"models\":[" +
                 model("claude-opus-5-5", price("3", "\"from\":\"2026-10-01\",\"to\":\"2026-10-31\"")) + "]}"));
        QCOMPARE(inputOn(book, Opus, "2026-09-30"), 4'000'000'000);
        QCOMPARE(inputOn(book, Opus, "2026-10-01"), 3'000'000'000);
        QCOMPARE(inputOn(book, Opus, "2026-10-31"), 3'000'000'000);
        QCOMPARE(inputOn(book, Opus, "2026-11-01"), 4'000'000'000);
        const auto periods = book.periods(Opus, Standard);
        QCOMPARE(periods.size(), 3U);
        QVERIFY(!periods[0].yours && periods[1].yours && !periods[2].yours);
        QCOMPARE(periods[0].to, std::optional(day("2026-09-30")));
        QCOMPARE(periods[2].from, day("2026-11-01"));
        QVERIFY(!periods[2].to);
    }

    void geographyAndFastMode() {
        const PriceBook& book = PriceBook::builtIn();
        QCOMPARE(inputOn(book, Opus, "2026-10-10", {Standard, {}, QStringLiteral("us")}), 4'400'000'000);
        QCOMPARE(inputOn(book, Opus, "2026-10-10", {QStringLiteral("batch"), {}, QStringLiteral("us")}), 2'200'000'000);
        QCOMPARE(inputOn(book, Opus, "2026-10-10", {Standard, {}, QStringLiteral("global")}), 4'000'000'000);
        // before 4.6: no such factor
        for (const char* older : {"claude-opus-4-5", "claude-sonnet-4-5", "claude-haiku-4-5"}) {
            const QString id = QString::fromLatin1(older);
            QCOMPARE(inputOn(book, id, "2026-10-10", {Standard, {}, QStringLiteral("us")}),
                     inputOn(book, id, "2026-10-10"));
        }
        QCOMPARE(inputOn(book, QStringLiteral("claude-sonnet-4-6"), "2026-10-10", {Standard, {}, QStringLiteral("us")}),
                 3'300'000'000);
        const auto fast = book.periods(Opus, PriceTerms{Standard, {}, {}, QStringLiteral("fast")});
        QCOMPARE(fast.size(), 1U);
        QCOMPARE(fast[0].prices,
                 (TokenPrices{8'000'000'000, 10'000'000'000, 16'000'000'000, 400'000'000, 40'000'000'000}));
        const auto older =
            book.periods(QStringLiteral("claude-opus-4-8"), PriceTerms{Standard, {}, {}, QStringLiteral("fast")});
        QCOMPARE(older.at(0).prices,
                 (TokenPrices{10'000'000'000, 12'500'000'000, 20'000'000'000, 1'000'000'000, 50'000'000'000}));
        QVERIFY(book.periods(Opus, PriceTerms{QStringLiteral("batch"), {}, {}, QStringLiteral("fast")}).empty());
        QVERIFY(book.periods(QStringLiteral("claude-sonnet-5-5"), PriceTerms{Standard, {}, {}, QStringLiteral("fast")})
                    .empty());
    }

    void otherPrices() {
        const PriceBook& book = PriceBook::builtIn();
        const auto search = book.otherPrices(QStringLiteral("web_search"));
        QCOMPARE(search.size(), 1U);
        QCOMPARE(search[0].nano, 10'000'000'000);
        QCOMPARE(search[0].units, 1000);
        const auto code = book.otherPrices(QStringLiteral("code_execution"));
        QCOMPARE(code.at(0).nano, 50'000'000);
        QVERIFY(code[0].rule.contains(QStringLiteral("1,550")));
        QCOMPARE(book.otherPrices(QStringLiteral("session_usage")).at(0).nano, 80'000'000);
        QCOMPARE(book.otherPrices().size(), 4U);
        const PriceBook own =
            book.overriddenBy(must("{\"other\":[{\"item\":\"web_search\",\"unit\":\"requests\",\"units\":1000,"
                                   "\"price\":\"8\",\"from\":\"2026-10-10\"}]}"));
        const auto both = own.otherPrices(QStringLiteral("web_search"));
        QCOMPARE(both.size(), 2U);
        QCOMPARE(both[0].to, std::optional(day("2026-10-09")));
        QCOMPARE(both[1].nano, 8'000'000'000);
        QVERIFY(both[1].yours);
    }

    // 15 % off 4 dollars are 3.40; off half of it 1.70; 12.5 % off 0.20 are 0.175.
    void aDiscountIsTakenOffPublishedPrices() {
        const PriceBook book =
            PriceBook::builtIn().overriddenBy(must("{\"discounts\":[{\"name\":\"Contract\",\"from\":\"2026-10-05\","
                                                   "\"to\":\"2026-10-20\",\"percent\":\"15\",\"models\":\"all\"},"
                                                   "{\"name\":\"Opus\",\"from\":\"2026-10-10\",\"to\":\"2026-10-12\","
                                                   "\"percent\":\"12.5\",\"models\":[\"claude-opus-5-5\"]}],"
                                                   "\"models\":[" +
                                                   model("m-1", price("1")) + "]}"));
        QCOMPARE(inputOn(book, Opus, "2026-10-04"), 4'000'000'000);
        QCOMPARE(inputOn(book, Opus, "2026-10-05"), 3'400'000'000);
        QCOMPARE(inputOn(book, Opus, "2026-10-09", {QStringLiteral("batch")}), 1'700'000'000);
        QCOMPARE(discountOn(book, Opus, "2026-10-09"), QStringLiteral("Contract"));
        QCOMPARE(discountOn(book, Opus, "2026-10-10"), QStringLiteral("Opus"));  // named beats all; they never add up
        QCOMPARE(inputOn(book, Opus, "2026-10-11"), 3'500'000'000);
        const auto periods = book.periods(Opus, Standard);
        QCOMPARE(periodOn(periods, day("2026-10-11"))->prices.cacheRead, 175'000'000);
        QCOMPARE(discountOn(book, QStringLiteral("claude-opus-5-5-20260908"), "2026-10-11"), QStringLiteral("Opus"));
        QCOMPARE(inputOn(book, Opus, "2026-10-13"), 3'400'000'000);
        QCOMPARE(inputOn(book, Opus, "2026-10-21"), 4'000'000'000);
        QCOMPARE(discountOn(book, Opus, "2026-10-21"), QString());
        QCOMPARE(inputOn(book, QStringLiteral("m-1"), "2026-10-10"),
                 1'000'000'000);  // your own price is agreed already
        QCOMPARE(inputOn(book, Opus, "2026-10-11", {Standard, {}, QStringLiteral("us")}),
                 3'850'000'000);  // 4 x 1.1 x 0.875
        const auto search = book.otherPrices(QStringLiteral("web_search"));
        QCOMPARE(periodOn(search, day("2026-10-20"))->nano, 8'500'000'000);
        QCOMPARE(periodOn(search, day("2026-10-21"))->nano, 10'000'000'000);
        const auto changes = book.changes(Opus);
        for (const char* when : {"2026-10-05", "2026-10-10", "2026-10-13", "2026-10-21"})
            QVERIFY2(std::find(changes.begin(), changes.end(), day(when)) != changes.end(), when);
    }

    void aDiscountForOneKindOfCostAndForYourPrices() {
        const PriceBook book = PriceBook::builtIn().overriddenBy(
            must("{\"discounts\":[{\"name\":\"Searches\",\"percent\":\"50\",\"cost_types\":[\"web_search\"]},"
                 "{\"name\":\"All\",\"percent\":\"10\",\"cost_types\":[\"tokens\"],\"own_prices\":true}],\"models\":[" +
                 model("m-1", price("1")) + "]}"));
        QCOMPARE(inputOn(book, Opus, "2026-10-04"), 3'600'000'000);
        QCOMPARE(inputOn(book, QStringLiteral("m-1"), "2026-10-04"), 900'000'000);
        QCOMPARE(book.otherPrices(QStringLiteral("web_search")).at(0).nano, 5'000'000'000);
        QCOMPARE(book.otherPrices(QStringLiteral("web_search")).at(0).discount, QStringLiteral("Searches"));
    }

    // A third of a nano-dollar is rounded once, half to even: 0.000000005 x 0.9 / 2 = 2.25 -> 2; 0.000000003 x 0.5
    // = 1.5 -> 2.
    void modifiersAreRoundedOnce() {
        const PriceBook fine = must("{\"models\":[" + model("m-1", price("0.000000005")) + "," +
                                    model("m-2", price("0.000000003")) + "]}");
        const auto with = [&fine](const QByteArray& percent) {
            return fine.overriddenBy(must("{\"discounts\":[{\"name\":\"d\",\"percent\":\"" + percent + "\"}]}"));
        };
        QCOMPARE(inputOn(with("10"), QStringLiteral("m-1"), "2026-10-04", {QStringLiteral("batch")}), 2);
        QCOMPARE(inputOn(with("50"), QStringLiteral("m-2"), "2026-10-04"), 2);
        QCOMPARE(inputOn(with("100"), QStringLiteral("m-2"), "2026-10-04"), 0);
        QCOMPARE(inputOn(with("33.333333"), QStringLiteral("m-1"), "2026-10-04"), 3);
    }

    void whatIsWrongIsSaidWithItsPlace_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QByteArray& json, const char* place, const char* reason) {
            QTest::newRow(name) << json << QString::fromLatin1(place) << QString::fromLatin1(reason);
        };
        const auto discount = [](const QByteArray& more) {
            return QByteArray("{\"discounts\":[{\"name\":\"Deal\"," + more + "}]}");
        };
        row("ends before it begins",
            "{\"models\":[" + model("m-1", price("1", "\"from\":\"2026-03-02\",\"to\":\"2026-03-01\"")) + "]}", "m-1",
            "before");
        row("two at once",
            "{\"models\":[" +
                model("m-1", price("1", "\"to\":\"2026-03-02\"") + "," + price("2", "\"from\":\"2026-03-02\"")) + "]}",
            "m-1", "same days");
        row("last day misspelt", "{\"models\":[" + model("m-1", price("1", "\"until\":\"2026-03-02\"")) + "]}", "m-1",
            "until");
        row("no factor",
            "{\"models\":[{\"ids\":[\"m-1\"],\"inference_geo\":{\"us\":\"11\"},\"prices\":[" + price("1") + "]}]}",
            "m-1", "\"us\"");
        row("a huge price", "{\"models\":[" + model("m-1", price("1000001")) + "]}", "m-1", "1000001");
        row("top name misspelt", "{\"models\":[" + model("m-1", price("1")) + "],\"discount\":[]}", "", "\"discount\"");
        row("discounts no list", "{\"models\":[" + model("m-1", price("1")) + "],\"discounts\":{}}", "",
            "\"discounts\"");
        row("no edition", "{\"edition\":\"October\",\"models\":[" + model("m-1", price("1")) + "]}", "edition",
            "October");
        row("no percent", discount("\"from\":\"2026-01-01\""), "Deal", "\"percent\"");
        row("percent as number", discount("\"percent\":15"), "Deal", "\"percent\"");
        row("more than all", discount("\"percent\":\"101\""), "Deal", "101");
        row("less than nothing", discount("\"percent\":\"-1\""), "Deal", "-1");
        row("too fine", discount("\"percent\":\"1.0000001\""), "Deal", "six decimals");
        row("cost type", discount("\"percent\":\"1\",\"cost_types\":[\"code_execution\"]"), "Deal", "code_execution");
        row("models as text", discount("\"percent\":\"1\",\"models\":\"claude-opus-5-5\""), "Deal", "\"models\"");
        row("name misspelt", discount("\"percent\":\"1\",\"model\":\"all\""), "Deal", "\"model\"");
        row("no name", "{\"discounts\":[{\"percent\":\"1\"}]}", "entry 1", "\"name\"");
        row("two for the same",
            "{\"discounts\":[{\"name\":\"Deal\",\"percent\":\"1\"},{\"name\":\"Offer\",\"percent\":\"2\"}]}", "Deal",
            "Offer");
        row("other without item", "{\"other\":[{\"price\":\"1\"}]}", "entry 1", "\"item\"");
        row("half a unit", "{\"other\":[{\"item\":\"web_search\",\"units\":0.5,\"price\":\"1\"}]}", "web_search",
            "\"units\"");
        row("other misspelt", "{\"other\":[{\"item\":\"web_search\",\"price\":\"1\",\"per\":1000}]}", "web_search",
            "\"per\"");
    }
    void whatIsWrongIsSaidWithItsPlace() {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        QFETCH(QString, reason);
        const auto book = PriceBook::parse(json);
        QVERIFY(!book);
        QVERIFY2(book.error().detail.contains(place), qPrintable(book.error().detail));
        QVERIFY2(book.error().detail.contains(reason), qPrintable(book.error().detail));
    }

    void allPricesAreListedOnce() {
        const auto all = PriceBook::builtIn().all();
        int opus = 0;
        for (const ListedPrice& listed : all) {
            if (listed.model != Opus) continue;
            ++opus;
            const bool fast = listed.terms.speed == QStringLiteral("fast");
            const std::int64_t expected = fast                                   ? 8'000'000'000
                                          : listed.terms.serviceTier == Standard ? 4'000'000'000
                                                                                 : 2'000'000'000;
            QCOMPARE(listed.period.prices.uncachedInput, expected);
        }
        QCOMPARE(opus, 3);
    }
};

QTEST_GUILESS_MAIN(TestPriceList)
#include "tst_pricelist.moc"
