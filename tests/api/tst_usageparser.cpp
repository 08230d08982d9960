// Usage pages: what the answer says comes out unchanged, and what cannot be read never becomes zero.
#include "app/api/adminclient.h"
#include "app/api/anthropic/reportparser.h"
#include "tests/api/fixture.h"

#include <QTest>

#include <limits>

using namespace tokenledger;
using test::edited;
using test::fixture;

namespace {

Result<std::shared_ptr<const UsagePage>> parse(const QByteArray& body, BucketWidth width = BucketWidth::Day) {
    return parseUsagePage(body, width, UsageGrouping);
}

std::int64_t at(const char* time) { return fromRfc3339(QString::fromLatin1(time))->toSecsSinceEpoch(); }

}  // namespace

class TestUsageParser : public QObject {
    Q_OBJECT
private slots:
    void keepsEveryFigure();
    void keepsTheThreeStates();
    void readsAnEmptyLastPage();
    void notesUnknownTokenKinds();
    void failsTheBucketOfAMalformedRow_data();
    void failsTheBucketOfAMalformedRow();
    void failsThePageOfUnknownDays_data();
    void failsThePageOfUnknownDays();
    void refusesWhatMayBeCutShort_data();
    void refusesWhatMayBeCutShort();
    void refusesEveryTruncation();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
    void alignsNarrowBuckets();
    void readsManyDifferentTerms();
};

void TestUsageParser::keepsEveryFigure() {
    const auto page = parse(fixture("usage_page.json"));
    QVERIFY(page.has_value());
    const UsagePage& p = **page;
    QCOMPARE(p.nextPage, QStringLiteral("page_MjAyNi0xMC0wNA=="));
    QCOMPARE(p.buckets.size(), std::size_t{3});
    QCOMPARE(p.rows.size(), std::size_t{3});
    QCOMPARE(p.buckets[0].start, at("2026-10-01T00:00:00Z"));
    QCOMPARE(p.buckets[0].rowCount, std::size_t{2});
    QCOMPARE(p.buckets[1].start, at("2026-10-02T00:00:00Z"));
    QCOMPARE(p.buckets[1].rowCount, std::size_t{0});
    QCOMPARE(p.buckets[2].start, at("2026-10-03T00:00:00Z"));  // written with an offset
    QCOMPARE(p.buckets[2].firstRow, std::size_t{2});
    for (const Bucket& bucket : p.buckets) QVERIFY(bucket.error.isEmpty());

    QCOMPARE(p.rows[0].measures, (UsageMeasures{1200, 300, 7, 90'000, 740, 2}));
    QCOMPARE(p.rows[1].measures,
             (UsageMeasures{std::numeric_limits<std::int64_t>::max(), 0, 0, 0, 9'007'199'254'740'993, 0}));
    QCOMPARE(p.rows[2].measures, (UsageMeasures{1, 4, 5, 2, 3, 6}));
    QCOMPARE(p.terms.text(p.rows[0].workspace), std::string("wrkspc_01Bb"));
    QCOMPARE(p.terms.text(p.rows[0].apiKey), std::string("apikey_01Aa"));
    QCOMPARE(p.terms.text(p.rows[0].serviceTier), std::string("standard"));
    QCOMPARE(p.terms.text(p.rows[0].contextWindow), std::string("0-200k"));
    QCOMPARE(p.terms.text(p.rows[1].serviceTier), std::string("flex_discount"));
    QCOMPARE(p.terms.text(p.rows[1].contextWindow), std::string("1M-10M"));
    QCOMPARE(p.terms.text(p.rows[1].model), std::string("claude-n\xC3\xA9on \"7\"\n"));
    QCOMPARE(p.rows[0].model, p.rows[2].model);
}

void TestUsageParser::keepsTheThreeStates() {
    const auto grouped = parse(fixture("usage_page.json"));
    QCOMPARE((*grouped)->rows[1].workspace, PoolNull);  // null: the default workspace
    QCOMPARE((*grouped)->rows[2].apiKey, PoolNull);     // absent reads as null
    QCOMPARE((*grouped)->rows[2].serviceTier, PoolNull);

    const auto byModel = parseUsagePage(fixture("usage_page.json"), BucketWidth::Day, {Dimension::Model});
    QVERIFY(byModel.has_value());
    for (const UsageRecord& row : (*byModel)->rows) {
        QVERIFY(row.model != PoolNull && row.model != PoolNotGrouped);
        QCOMPARE(row.workspace, PoolNotGrouped);
        QCOMPARE(row.apiKey, PoolNotGrouped);
    }
    QVERIFY((*byModel)->grouping == DimensionSet{Dimension::Model});
}

void TestUsageParser::readsAnEmptyLastPage() {
    const auto page = parse(fixture("usage_last_empty.json"));
    QVERIFY(page.has_value());
    QCOMPARE((*page)->buckets.size(), std::size_t{1});
    QVERIFY((*page)->rows.empty() && (*page)->nextPage.isEmpty());
    const auto none = parse(R"({"has_more":false,"data":[]})");
    QVERIFY(none && (*none)->buckets.empty());
    // A token beside has_more false ends all the same.
    const auto ended = parse(R"({"has_more":false,"next_page":"page_x","data":[]})");
    QVERIFY(ended && (*ended)->nextPage.isEmpty());
}

void TestUsageParser::notesUnknownTokenKinds() {
    const auto page = parse(fixture("usage_page.json"));
    QCOMPARE((*page)->notices.size(), 1);
    QVERIFY((*page)->notices.front().contains(QStringLiteral("ephemeral_24h_input_tokens")));
}

void TestUsageParser::failsTheBucketOfAMalformedRow_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* from, const char* to, const char* field) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(field);
    };
    row("negative", ": 740,", ": -1,", "output_tokens");
    row("fraction", ": 740,", ": 740.5,", "output_tokens");
    row("fraction of nothing", ": 740,", ": 740.0,", "output_tokens");
    row("exponent", ": 740,", ": 7e2,", "output_tokens");
    row("text", ": 740,", ": \"740\",", "output_tokens");
    row("null", ": 740,", ": null,", "output_tokens");
    row("beyond 64 bits", ": 740,", ": 9223372036854775808,", "output_tokens");
    row("far beyond", ": 740,", ": 123456789012345678901234567890,", "output_tokens");
    row("not a number", ": 740,", ": seven,", "output_tokens");
    row("list", ": 740,", ": [740],", "output_tokens");
    row("missing", "\"output_tokens\": 740,", "", "output_tokens");
    row("twice", "\"output_tokens\": 740,", "\"output_tokens\": 740, \"output_tokens\": 740,", "output_tokens");
    row("flat cache_creation", "{\"ephemeral_5m_input_tokens\": 300, \"ephemeral_1h_input_tokens\": 7}", "307",
        "cache_creation");
    row("cache_creation null", "{\"ephemeral_5m_input_tokens\": 300, \"ephemeral_1h_input_tokens\": 7}", "null",
        "cache_creation");
    row("half a cache_creation", "\"ephemeral_5m_input_tokens\": 300, ", "", "ephemeral_5m_input_tokens");
    row("no searches", "\"web_search_requests\": 2", "", "web_search_requests");
    row("number as model", "\"claude-opus-5-5\"", "55", "model");
    row("object as workspace", "\"wrkspc_01Bb\"", "{\"id\":\"wrkspc_01Bb\"}", "workspace_id");
    row("true as key", "\"apikey_01Aa\"", "true", "api_key_id");
    row("almost null", "\"apikey_01Aa\"", "nul", "api_key_id");
    row("begins like null", "\"wrkspc_01Bb\"", "nope", "workspace_id");
    row("lone surrogate", "\"claude-opus-5-5\"", "\"claude-\\ud800\"", "model");
    row("row is text", "{\"account_id\"", "\"row\", {\"account_id\"", "row");
    row("results null", "\"results\": [\n", "\"results\": null, \"rows\": [\n", "results");
    row("no results", "\"results\": [\n", "\"rows\": [\n", "results");
}

void TestUsageParser::failsTheBucketOfAMalformedRow() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, field);
    const auto page = parse(edited(fixture("usage_page.json"), from.constData(), to.constData()));
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
    const UsagePage& p = **page;
    QCOMPARE(p.buckets.size(), std::size_t{3});
    QVERIFY2(p.buckets[0].error.contains(field), qPrintable(p.buckets[0].error));
    QCOMPARE(p.buckets[0].rowCount, std::size_t{0});
    QVERIFY(p.buckets[1].error.isEmpty() && p.buckets[2].error.isEmpty());
    QCOMPARE(p.rows.size(), std::size_t{1});
    QCOMPARE(p.buckets[2].firstRow, std::size_t{0});
    QCOMPARE(p.rows[0].measures, (UsageMeasures{1, 4, 5, 2, 3, 6}));
    QCOMPARE(p.nextPage, QStringLiteral("page_MjAyNi0xMC0wNA=="));
}

void TestUsageParser::failsThePageOfUnknownDays_data() {
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("missing") << QByteArray("\"began_at\": \"2026-10-01T00:00:00Z\"");
    QTest::newRow("null") << QByteArray("\"starting_at\": null");
    QTest::newRow("not aligned") << QByteArray("\"starting_at\": \"2026-10-01T00:00:01Z\"");
    QTest::newRow("not whole seconds") << QByteArray("\"starting_at\": \"2026-10-01T00:00:00.5Z\"");
    QTest::newRow("no time") << QByteArray("\"starting_at\": \"yesterday\"");
    QTest::newRow("number") << QByteArray("\"starting_at\": 1790812800");
    QTest::newRow("impossible") << QByteArray("\"starting_at\": \"2026-02-30T00:00:00Z\"");
    QTest::newRow("twice the same") << QByteArray("\"starting_at\": \"2026-10-03T00:00:00Z\"");
    QTest::newRow("longer than asked") << QByteArray("\"starting_at\": \"2026-09-30T00:00:00Z\"");
}

void TestUsageParser::failsThePageOfUnknownDays() {
    QFETCH(QByteArray, to);
    QByteArray body = edited(fixture("usage_page.json"), "\"starting_at\": \"2026-10-01T00:00:00Z\"", to.constData());
    // Only the row "longer than asked" is about the end.
    if (!to.contains("09-30")) body = edited(body, "\"ending_at\": \"2026-10-02T00:00:00Z\", ", "");
    const auto page = parse(body);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ErrorKind::BadResponse);
    QVERIFY(!page.error().detail.isEmpty());
}

void TestUsageParser::refusesWhatMayBeCutShort_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("more, but no token") << QByteArray(R"({"data":[],"has_more":true,"next_page":null})");
    QTest::newRow("more, but an empty token") << QByteArray(R"({"data":[],"has_more":true,"next_page":""})");
    QTest::newRow("more, but the token is missing") << QByteArray(R"({"data":[],"has_more":true})");
    QTest::newRow("token is a number") << QByteArray(R"({"data":[],"has_more":true,"next_page":7})");
    QTest::newRow("has_more missing") << QByteArray(R"({"data":[],"next_page":null})");
    QTest::newRow("has_more is text") << QByteArray(R"({"data":[],"has_more":"false","next_page":null})");
    QTest::newRow("data missing") << QByteArray(R"({"has_more":false,"next_page":null})");
    QTest::newRow("data null") << QByteArray(R"({"data":null,"has_more":false,"next_page":null})");
    QTest::newRow("data an object") << QByteArray(R"({"data":{},"has_more":false,"next_page":null})");
    QTest::newRow("data twice") << QByteArray(R"({"data":[],"data":[],"has_more":false,"next_page":null})");
    QTest::newRow("bucket is a number") << QByteArray(R"({"data":[5],"has_more":false,"next_page":null})");
    QTest::newRow("an error with status 200")
        << QByteArray(R"({"type":"error","error":{"type":"api_error","message":"x"}})");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a text") << QByteArray("\"data\"");
    QTest::newRow("null") << QByteArray("null");
}

void TestUsageParser::refusesWhatMayBeCutShort() {
    QFETCH(QByteArray, body);
    const auto page = parse(body);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ErrorKind::BadResponse);
    QVERIFY(!page.error().message.isEmpty());
}

void TestUsageParser::refusesEveryTruncation() {
    const QByteArray whole = fixture("usage_page.json").trimmed();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto page = parse(whole.left(size));
        QVERIFY2(!page.has_value(), qPrintable(QStringLiteral("%1 of %2 bytes").arg(size).arg(whole.size())));
        QCOMPARE(page.error().kind, ErrorKind::BadResponse);
    }
    QVERIFY(parse(whole).has_value());
    for (const char* garbage : {"x", "{}", "]", "}", ",", "\"", "0", "null", " {\"data\":[]}"}) {
        QVERIFY2(!parse(whole + garbage).has_value(), garbage);
    }
    QVERIFY(parse("\r\n\t " + whole + " \n\n").has_value());
}

void TestUsageParser::refusesWhatIsNotJson_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("blank") << QByteArray(" \r\n ") << QStringLiteral("empty");
    QTest::newRow("login page") << fixture("captive_portal.html") << QStringLiteral("login page of the network");
    QTest::newRow("plain text") << QByteArray("upstream connect error") << QStringLiteral("not");
    QTest::newRow("bytes that are not UTF-8")
        << edited(fixture("usage_page.json"), "claude-opus", "claude-\xFF\xFE") << QStringLiteral("UTF-8");
    QTest::newRow("control character in a text") << edited(fixture("usage_page.json"), "claude-opus", "claude-\x01")
                                                 << QStringLiteral("cut short or is not JSON");
    QTest::newRow("comma missing") << edited(fixture("usage_page.json"), ": 740,", ": 740")
                                   << QStringLiteral("not JSON");
    QTest::newRow("colon missing") << edited(fixture("usage_page.json"), "\"output_tokens\": 740",
                                             "\"output_tokens\" 740")
                                   << QStringLiteral("not JSON");
}

void TestUsageParser::refusesWhatIsNotJson() {
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    const auto page = parse(body);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ErrorKind::BadResponse);
    QVERIFY2(page.error().message.contains(says), qPrintable(page.error().message));
}

void TestUsageParser::alignsNarrowBuckets() {
    const QByteArray hour =
        R"({"data":[{"starting_at":"2026-10-01T13:00:00Z","ending_at":"2026-10-01T14:00:00Z","results":[]},
        {"starting_at":"2026-10-01T12:00:00Z","ending_at":"2026-10-01T13:00:00Z","results":[]}],"has_more":false,"next_page":null})";
    const auto page = parse(hour, BucketWidth::Hour);
    QVERIFY(page.has_value());
    QCOMPARE((*page)->width, BucketWidth::Hour);
    QCOMPARE((*page)->buckets[0].start, at("2026-10-01T12:00:00Z"));  // oldest first, whatever the order
    QVERIFY(!parse(hour, BucketWidth::Day).has_value());
    // Asked by the minute, answered by the hour: the figures would sit in the wrong place.
    QVERIFY(!parse(hour, BucketWidth::Minute).has_value());
}

void TestUsageParser::readsManyDifferentTerms() {
    QByteArray rows;
    for (int i = 0; i < 3000; ++i) {
        if (i > 0) rows += ',';
        const QByteArray key =
            i % 7 == 0 ? QByteArray("null") : "\"apikey_" + QByteArray::number(i * 7919 % 1000) + '"';
        rows +=
            "{\"api_key_id\":" + key + ",\"model\":\"m" + QByteArray::number(i % 11) +
            "\",\"uncached_input_tokens\":" + QByteArray::number(i) +
            ",\"cache_read_input_tokens\":0,\"output_tokens\":0,\"cache_creation\":{\"ephemeral_5m_input_tokens\":0,"
            "\"ephemeral_1h_input_tokens\":0},\"server_tool_use\":{\"web_search_requests\":0}}";
    }
    const auto page = parse("{\"data\":[{\"starting_at\":\"2026-10-01T00:00:00Z\",\"results\":[" + rows +
                            "]}],\"has_more\":false,\"next_page\":null}");
    QVERIFY(page.has_value());
    QCOMPARE((*page)->rows.size(), std::size_t{3000});
    for (int i = 0; i < 3000; ++i) {
        const UsageRecord& row = (*page)->rows[static_cast<std::size_t>(i)];
        QCOMPARE(row.measures.uncachedInput, std::int64_t{i});
        QCOMPARE((*page)->terms.text(row.model), "m" + std::to_string(i % 11));
        if (i % 7 == 0) {
            QCOMPARE(row.apiKey, PoolNull);
        } else {
            QCOMPARE((*page)->terms.text(row.apiKey), "apikey_" + std::to_string(i * 7919 % 1000));
        }
    }
}

QTEST_GUILESS_MAIN(TestUsageParser)
#include "tst_usageparser.moc"
