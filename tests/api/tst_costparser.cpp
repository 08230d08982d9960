// Cost pages: cents become nano-dollars to the last digit, or the bucket fails.
#include "app/api/anthropic/reportparser.h"
#include "tests/api/fixture.h"

#include <QTest>

using namespace tokenledger;
using test::edited;
using test::fixture;

class TestCostParser : public QObject {
    Q_OBJECT
private slots:
    void keepsEveryAmount();
    void keepsTerms();
    void notesRounding();
    void boundsItsNotices();
    void failsTheBucketOfAnUnreadableAmount_data();
    void failsTheBucketOfAnUnreadableAmount();
    void bucketsAreDays();
};

void TestCostParser::keepsEveryAmount() {
    const auto page = parseCostPage(fixture("cost_page.json"));
    QVERIFY(page.has_value());
    const CostPage& p = **page;
    QVERIFY(p.nextPage.isEmpty());
    QCOMPARE(p.buckets.size(), std::size_t{2});
    QCOMPARE(p.buckets[0].rowCount, std::size_t{3});
    QCOMPARE(p.buckets[1].firstRow, std::size_t{3});
    const std::vector<std::int64_t> expected = {4'120'950'000, 200'000'000, -5'000'000, 2'919'015'000, 2};
    QCOMPARE(p.rows.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) QCOMPARE(p.rows[i].amount.nano(), expected[i]);
}

void TestCostParser::keepsTerms() {
    const auto page = parseCostPage(fixture("cost_page.json"));
    const CostPage& p = **page;
    const auto text = [&](PoolTerm term) { return p.terms.text(term); };
    QCOMPARE(text(p.rows[0].description), std::string("Claude Sonnet 5 Usage - Input Tokens"));
    QCOMPARE(text(p.rows[0].tokenType), std::string("uncached_input_tokens"));
    QCOMPARE(text(p.rows[0].inferenceGeo), std::string("global"));
    QCOMPARE(text(p.rows[1].costType), std::string("web_search"));
    QCOMPARE(p.rows[1].workspace, PoolNull);
    QCOMPARE(p.rows[1].model, PoolNull);
    QCOMPARE(text(p.rows[2].workspace), std::string());  // an empty text is not null
    QCOMPARE(text(p.rows[2].description), std::string("Cr\xC3\xA9"
                                                      "dit \xE2\x80\x94 \"ao\xC3\xBBt\", 2026"));
    QCOMPARE(text(p.rows[2].costType), std::string("session_usage"));
    QCOMPARE(p.rows[2].tokenType, PoolNull);
    QCOMPARE(text(p.rows[3].serviceTier), std::string("batch"));
    QCOMPARE(text(p.rows[4].tokenType), std::string("cache_creation.ephemeral_1h_input_tokens"));
}

void TestCostParser::notesRounding() {
    const auto page = parseCostPage(fixture("cost_page.json"));
    QCOMPARE((*page)->notices.size(), 1);
    QVERIFY((*page)->notices.front().contains(QStringLiteral("0.00000015")));
    QVERIFY((*page)->notices.front().contains(QStringLiteral("0.000000002")));
}

void TestCostParser::boundsItsNotices() {
    QByteArray rows;
    for (int i = 0; i < 500; ++i) {
        rows += (i > 0 ? "," : "") + QByteArray("{\"amount\":\"0.00000001") + QByteArray::number(1000 + i) +
                "\",\"currency\":\"USD\"}";
    }
    const auto page = parseCostPage("{\"data\":[{\"starting_at\":\"2026-10-01T00:00:00Z\",\"results\":[" + rows +
                                    "]}],\"has_more\":false,\"next_page\":null}");
    QVERIFY(page.has_value());
    QCOMPARE((*page)->rows.size(), std::size_t{500});
    QVERIFY((*page)->notices.size() < 30);
    QVERIFY((*page)->notices.back().contains(QStringLiteral("more")));
}

void TestCostParser::failsTheBucketOfAnUnreadableAmount_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char* name, const char* from, const char* to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("comma", "\"412.0950\"", "\"412,0950\"");
    row("empty", "\"412.0950\"", "\"\"");
    row("null", "\"412.0950\"", "null");
    row("a JSON number", "\"412.0950\"", "412.0950");
    row("exponent", "\"412.0950\"", "\"4e2\"");
    row("too large", "\"412.0950\"", "\"99999999999999\"");
    row("missing", "\"amount\":\"412.0950\",", "");
    row("twice", "\"amount\":\"412.0950\",", "\"amount\":\"412.0950\",\"amount\":\"1\",");
    row("euros", "\"USD\"", "\"EUR\"");
    row("lower-case currency", "\"USD\"", "\"usd\"");
    row("no currency", "\"currency\":\"USD\",", "");
    row("currency null", "\"USD\"", "null");
    row("number as description", "\"Claude Sonnet 5 Usage - Input Tokens\"", "5");
}

void TestCostParser::failsTheBucketOfAnUnreadableAmount() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto page = parseCostPage(edited(fixture("cost_page.json"), from.constData(), to.constData()));
    QVERIFY(page.has_value());
    const CostPage& p = **page;
    QVERIFY(!p.buckets[0].error.isEmpty());
    QCOMPARE(p.buckets[0].rowCount, std::size_t{0});
    QVERIFY(p.buckets[1].error.isEmpty());
    QCOMPARE(p.rows.size(), std::size_t{2});
    QCOMPARE(p.buckets[1].firstRow, std::size_t{0});
    QCOMPARE(p.rows[0].amount.nano(), std::int64_t{2'919'015'000});
}

void TestCostParser::bucketsAreDays() {
    const auto page = parseCostPage(edited(fixture("cost_page.json"), "\"starting_at\":\"2026-10-01T00:00:00Z\"",
                                           "\"starting_at\":\"2026-10-01T06:00:00Z\""));
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ErrorKind::BadResponse);
}

QTEST_GUILESS_MAIN(TestCostParser)
#include "tst_costparser.moc"
